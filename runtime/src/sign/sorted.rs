//! Parameters in the order in which they are signed and sent.

use super::encode::count_encoded;
use crate::encode::{Pair, Pairs};

/// So many letters of a name are compared as one number.
const LETTERS: usize = size_of::<u64>();

/// Pairs by the bytes of their names: upper case first, `k.10` before `k.2`. Those of one name stay in the order in which
/// they were given.
pub(super) struct Sorted<'a> {
    pairs: &'a Pairs,
    places: Vec<Place>,
    /// How many bytes are not the same when they are percent-encoded, the signs around the values included.
    encoded: usize,
}

struct Place {
    /// The first letters of the name.
    first: u64,
    index: u32,
    /// Name and value are the same when they are percent-encoded.
    is_plain: bool,
}

impl<'a> Sorted<'a> {
    /// All pairs but those of the name `without`.
    pub(super) fn new(pairs: &'a Pairs, without: &str) -> Self {
        // Usually nothing has to be encoded but what was told, and the signs around the values.
        let told: usize = pairs.pairs().map(|pair| pair.encoded() + 2).sum();
        let encoded = count_encoded(pairs.as_text().as_bytes());
        let all_is_told = told == encoded;
        let mut places = Vec::with_capacity(pairs.len());
        places.extend(pairs.pairs().zip(0..).map(|(pair, index)| {
            let is_plain = if all_is_told {
                pair.encoded() == 0
            } else {
                count_encoded(pair.name()) + count_encoded(pair.value()) == 0
            };
            Place { first: first_letters(pair.name_on()), index, is_plain }
        }));
        if pairs.contains(without) {
            places.retain(|place| pair_at(pairs, place).name() != without.as_bytes());
        }
        places.sort_unstable_by(|one, other| {
            one.first.cmp(&other.first).then_with(|| {
                let whole = |place| (pair_at(pairs, place).name(), place.index);
                whole(one).cmp(&whole(other))
            })
        });
        Self { pairs, places, encoded }
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// So many bytes are needed for all pairs, and for the signs around them, in any [`Style`](super::encode::Style).
    pub(super) const fn longest(&self) -> usize {
        self.pairs.as_text().len() + self.encoded * 4
    }

    /// The pairs, each with whether it is the same when it is percent-encoded.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Pair<'a>, bool)> {
        self.places.iter().map(|place| (pair_at(self.pairs, place), place.is_plain))
    }

    /// The pairs, but of those of one name only the last.
    pub(super) fn last_of_each(&self) -> impl Iterator<Item = Pair<'a>> {
        let mut following = self.places.iter().skip(1);
        self.places.iter().filter_map(move |place| {
            let pair = pair_at(self.pairs, place);
            let next = following.next().filter(|next| next.first == place.first);
            let is_last = next.is_none_or(|next| pair_at(self.pairs, next).name() != pair.name());
            is_last.then_some(pair)
        })
    }

    /// The value that counts when there are several of this name: the last.
    pub(super) fn value(&self, name: &str) -> Option<&'a [u8]> {
        let mut pairs = self.places.iter().rev().map(|place| pair_at(self.pairs, place));
        pairs.find(|pair| pair.name() == name.as_bytes()).map(Pair::value)
    }

    /// The pairs as they were given.
    pub(super) const fn pairs(&self) -> &'a Pairs {
        self.pairs
    }
}

fn pair_at<'a>(pairs: &'a Pairs, place: &Place) -> Pair<'a> {
    pairs.pair(place.index as usize)
}

/// As a number that compares as they do. Names that are shorter are filled up with zeros.
fn first_letters((text, length): (&[u8], usize)) -> u64 {
    let letters = match text.first_chunk::<LETTERS>() {
        Some(letters) => *letters,
        None => {
            let mut letters = [0; LETTERS];
            letters[..text.len()].copy_from_slice(text);
            letters
        }
    };
    let unused = LETTERS.saturating_sub(length) * 8;
    u64::from_be_bytes(letters).checked_shr(unused as u32).map_or(0, |letters| letters << unused)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(given: &[&str]) -> Vec<String> {
        let numbered: Vec<_> = given.iter().enumerate().map(|(index, name)| (*name, index.to_string())).collect();
        let pairs = Pairs::copied(&numbered);
        let shown =
            |(pair, _): (Pair<'_>, bool)| String::from_utf8_lossy(pair.whole().0).split('&').next().map(str::to_owned);
        Sorted::new(&pairs, "without").iter().filter_map(shown).collect()
    }

    #[test]
    fn names_are_compared_byte_by_byte() {
        assert_eq!(names(&["k.2", "k.10", "K", "k", "", "k.1"]), ["=4", "K=2", "k=3", "k.1=5", "k.10=1", "k.2=0"]);
        let long = ["aVeryLongName.2", "aVeryLongName.20", "aVeryLongName.20.b", "aVeryLongName.20.a", "a\0"];
        assert_eq!(
            names(&long),
            ["a\0=4", "aVeryLongName.2=0", "aVeryLongName.20=1", "aVeryLongName.20.a=3", "aVeryLongName.20.b=2"]
        );
    }

    #[test]
    fn pairs_of_one_name_keep_their_order() {
        assert_eq!(names(&["b", "a", "b", "without", "b", "a\0", "a"]), ["a=1", "a=6", "a\0=5", "b=0", "b=2", "b=4"]);
    }
}
