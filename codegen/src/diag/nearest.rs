//! The valid name that was probably meant.

/// The candidate nearest to what was written, if any is near enough: a slip, another case, other separators, or a longer
/// or shorter form of the same word (`minimum`, `desc`).
pub fn nearest<'n>(found: &str, candidates: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let plain = simplified(found);
    candidates
        .into_iter()
        .filter(|candidate| !candidate.is_empty())
        .filter_map(|candidate| Some((farness(&plain, &simplified(candidate))?, candidate)))
        .min_by(|left, right| {
            let shared = |name: &str| std::cmp::Reverse(common(&plain, &simplified(name)));
            left.0.cmp(&right.0).then_with(|| shared(left.1).cmp(&shared(right.1))).then(left.1.cmp(right.1))
        })
        .map(|(_, candidate)| candidate)
}

/// How far two names are apart, if they are near at all. Forms of one word count as farther than any slip.
fn farness(found: &str, candidate: &str) -> Option<usize> {
    const SHORTEST_FORM: usize = 3;
    let (short, long) = if found.len() < candidate.len() { (found, candidate) } else { (candidate, found) };
    let distance = distance(found, candidate);
    if distance <= (short.chars().count() + 1) / 3 {
        return Some(distance);
    }
    (short.len() >= SHORTEST_FORM && long.starts_with(short)).then_some(distance.saturating_add(SHORTEST_FORM))
}

/// How many characters two names begin with in common.
fn common(left: &str, right: &str) -> usize {
    left.chars().zip(right.chars()).take_while(|(left, right)| left == right).count()
}

/// Long names are hostile or far off; either way they are not worth a quadratic comparison.
fn distance(left: &str, right: &str) -> usize {
    const LONGEST: usize = 100;
    if left.len() > LONGEST || right.len() > LONGEST {
        return usize::MAX;
    }
    strsim::damerau_levenshtein(left, right)
}

fn simplified(name: &str) -> String {
    name.chars().filter(|character| !matches!(character, '_' | '-' | ' ')).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_are_recognised() {
        let valid = ["required", "request", "max_items", "ImageId"];
        assert_eq!(nearest("requred", valid), Some("required"));
        assert_eq!(nearest("maxItems", valid), Some("max_items"));
        assert_eq!(nearest("imageid", valid), Some("ImageId"));
        assert_eq!(nearest("colour", valid), None);
        assert_eq!(nearest("Page", ["Name"]), None);
        assert_eq!(nearest("minimum", ["max", "min", "min_length"]), Some("min"));
        assert_eq!(nearest("max_len", ["max", "max_items", "max_length"]), Some("max_length"));
    }
}
