//! Parameters in the order in which they are signed.

/// Borrowed, sorted by the bytes of the names: upper case first, `k.10` before `k.2`. Parameters of one name stay in
/// the order in which they were given.
pub(super) fn sorted<'a>(parameters: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut pairs = parameters.to_vec();
    pairs.sort_by_key(|(name, _)| *name);
    pairs
}

/// The value that counts when there are several of this name: the last.
pub(super) fn value<'a>(parameters: &[(&'a str, &'a str)], name: &str) -> Option<&'a str> {
    parameters.iter().rev().find(|(other, _)| *other == name).map(|(_, value)| *value)
}
