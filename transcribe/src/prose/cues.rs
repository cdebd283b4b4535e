//! Finds the words that tell what is being said. The words themselves stand in `cues.txt`.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

/// What a phrase announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cue {
    /// The values that follow are all there are.
    Allowed,
    /// The same, weaker: the words also have other uses.
    Supports,
    /// The single value that follows is the only one.
    Only,
    /// A default follows.
    Default,
    /// Bounds follow.
    Range,
    Min,
    Max,
    AtLeast,
    AtMost,
    Above,
    Below,
    /// The bounds are of a length in characters.
    Length,
    /// What stands before is a number of characters.
    Characters,
    /// The bounds are of the number of entries.
    Items,
    /// Counts things that can be entries of a list.
    Pieces,
    Step,
    /// The number is a whole one above zero.
    Positive,
    /// The number is zero or more.
    NotNegative,
    /// What stands before is a step.
    Multiple,
    Unit,
    Format,
    Example,
    /// "And so on."
    Open,
    /// "Other values": the list is not complete.
    Others,
    /// Begins a condition.
    When,
    /// Ends a condition.
    Then,
    /// "When it is not sent": the usual condition of a default.
    Unset,
    Required,
    NotRequired,
    /// The row has effect.
    Effective,
    Ineffective,
    /// The line that follows begins one of several cases.
    Cases,
    Deprecated,
    Successor,
    /// Links a value with its meaning.
    Means,
    Is,
    And,
    To,
    Between,
    Separated,
    /// The row may be sent several times.
    Repeated,
    Not,
    OneOf,
    SomeOf,
    NotTogether,
    /// "At the same time as": what is sent beside the row.
    Along,
    ThisRow,
    /// An element of something composed in one text.
    Part,
    UnixTime,
    Milliseconds,
    Iso8601,
    LocalTime,
    Date,
    Base64,
    Json,
    Ip,
    Cidr,
    Email,
    Url,
    Uuid,
    NotBlank,
    MayBeBlank,
    LowerCase,
    /// Which characters a text is made of.
    MadeOf,
    /// Looks like a cue, and is none.
    Nothing,
}

/// The phrases of all cues; `cues.txt` tells how to read it.
const PHRASES: &str = include_str!("cues.txt");

/// The names that `cues.txt` uses.
const NAMES: &[(&str, Cue)] = &[
    ("allowed", Cue::Allowed),
    ("supports", Cue::Supports),
    ("only", Cue::Only),
    ("default", Cue::Default),
    ("range", Cue::Range),
    ("min", Cue::Min),
    ("max", Cue::Max),
    ("at_least", Cue::AtLeast),
    ("at_most", Cue::AtMost),
    ("above", Cue::Above),
    ("below", Cue::Below),
    ("length", Cue::Length),
    ("characters", Cue::Characters),
    ("items", Cue::Items),
    ("pieces", Cue::Pieces),
    ("step", Cue::Step),
    ("positive", Cue::Positive),
    ("not_negative", Cue::NotNegative),
    ("multiple", Cue::Multiple),
    ("unit", Cue::Unit),
    ("format", Cue::Format),
    ("example", Cue::Example),
    ("open", Cue::Open),
    ("others", Cue::Others),
    ("when", Cue::When),
    ("then", Cue::Then),
    ("unset", Cue::Unset),
    ("required", Cue::Required),
    ("not_required", Cue::NotRequired),
    ("effective", Cue::Effective),
    ("ineffective", Cue::Ineffective),
    ("cases", Cue::Cases),
    ("deprecated", Cue::Deprecated),
    ("successor", Cue::Successor),
    ("means", Cue::Means),
    ("is", Cue::Is),
    ("and", Cue::And),
    ("to", Cue::To),
    ("between", Cue::Between),
    ("separated", Cue::Separated),
    ("repeated", Cue::Repeated),
    ("not", Cue::Not),
    ("one_of", Cue::OneOf),
    ("some_of", Cue::SomeOf),
    ("not_together", Cue::NotTogether),
    ("along", Cue::Along),
    ("this_row", Cue::ThisRow),
    ("part", Cue::Part),
    ("unix_time", Cue::UnixTime),
    ("milliseconds", Cue::Milliseconds),
    ("iso_8601", Cue::Iso8601),
    ("local_time", Cue::LocalTime),
    ("date", Cue::Date),
    ("base_64", Cue::Base64),
    ("json", Cue::Json),
    ("ip", Cue::Ip),
    ("cidr", Cue::Cidr),
    ("email", Cue::Email),
    ("url", Cue::Url),
    ("uuid", Cue::Uuid),
    ("not_blank", Cue::NotBlank),
    ("may_be_blank", Cue::MayBeBlank),
    ("lower_case", Cue::LowerCase),
    ("made_of", Cue::MadeOf),
    ("nothing", Cue::Nothing),
];

/// Each phrase with its cue, in the order of the table. A name that is not known ends the table; a test looks for it.
fn phrases() -> Vec<(Cue, &'static str)> {
    let mut cue = Cue::Nothing;
    let mut phrases = Vec::new();
    for line in PHRASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(name) => match NAMES.iter().find(|(known, _)| *known == name) {
                Some((_, named)) => cue = *named,
                None => break,
            },
            None => phrases.extend(line.split(" | ").map(|phrase| (cue, phrase))),
        }
    }
    phrases
}

/// Whether a match is not part of a longer English word.
fn whole(text: &str, at: &Range<usize>) -> bool {
    let inside = |edge: Option<u8>, next: Option<u8>| {
        let word = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        word(edge) && word(next)
    };
    let bytes = text.as_bytes();
    let before = at.start.checked_sub(1).and_then(|byte| bytes.get(byte)).copied();
    // `Not-applicable`: a hyphen between letters makes one word.
    let letter = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphabetic);
    let hyphen = |at: Option<usize>| at.and_then(|at| bytes.get(at)) == Some(&b'-');
    let last = at.end.checked_sub(1);
    let joined = letter(last) && hyphen(Some(at.end)) && letter(Some(at.end + 1))
        || letter(Some(at.start)) && hyphen(at.start.checked_sub(1)) && letter(at.start.checked_sub(2));
    !joined
        && !inside(before, bytes.get(at.start).copied())
        && !inside(bytes.get(at.end).copied(), at.end.checked_sub(1).and_then(|byte| bytes.get(byte)).copied())
}

struct Table {
    searcher: Option<AhoCorasick>,
    cues: Vec<Cue>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let phrases = phrases();
    let searcher = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .ascii_case_insensitive(true)
        .build(phrases.iter().map(|(_, phrase)| phrase));
    Table { searcher: searcher.ok(), cues: phrases.into_iter().map(|(cue, _)| cue).collect() }
});

/// All cues of an evened-out text, in order, none overlapping another.
pub(super) fn find(text: &str) -> Vec<(Cue, Range<usize>)> {
    let table = &*TABLE;
    let Some(searcher) = &table.searcher else { return Vec::new() };
    searcher
        .find_iter(text)
        .filter_map(|found| Some((*table.cues.get(found.pattern().as_usize())?, found.range())))
        .filter(|(cue, at)| *cue != Cue::Nothing && whole(text, at))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_of_the_table_is_known_and_used() {
        let sections = PHRASES.lines().filter_map(|line| line.strip_prefix('[')?.strip_suffix(']'));
        let sections: Vec<&str> = sections.collect();
        let names: Vec<&str> = NAMES.iter().map(|(name, _)| *name).collect();
        assert_eq!(sections, names);
    }

    #[test]
    fn the_longest_whole_phrase_wins() {
        let found: Vec<Cue> =
            find("默认值为 5, default value is 6, min 7, minutes").into_iter().map(|(cue, _)| cue).collect();
        assert_eq!(found, [Cue::Default, Cue::Default, Cue::Min]);
    }
}
