//! Parameters in the order in which they are signed.

/// Borrowed, sorted by the bytes of the names: upper case first, `k.10` before `k.2`. Parameters of one name stay in
/// the order in which they were given.
pub(super) fn sorted(parameters: &[(String, String)]) -> Vec<(&str, &str)> {
    let mut pairs: Vec<(&str, &str)> = parameters.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    pairs.sort_by_key(|(name, _)| *name);
    pairs
}

/// The value that counts when there are several of this name: the last.
pub(super) fn value<'a>(parameters: &'a [(String, String)], name: &str) -> Option<&'a str> {
    parameters.iter().rev().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
}
