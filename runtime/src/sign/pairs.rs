//! Parameters in the order in which they are signed.

use std::cmp::Ordering;

/// Names and values that stand elsewhere.
pub(super) type Borrowed<'a> = Vec<(&'a str, &'a str)>;

/// Sorts by the bytes of the names: upper case first, `k.10` before `k.2`. Parameters of one name stay in the order in
/// which they were given.
pub(super) fn sort<N: AsRef<str>, V>(parameters: &mut [(N, V)]) {
    parameters.sort_by(|(one, _), (other, _)| compared(one.as_ref(), other.as_ref()));
}

/// Nearly all names differ in their first letters, which are compared as one number.
fn compared(one: &str, other: &str) -> Ordering {
    match (one.as_bytes().first_chunk::<8>(), other.as_bytes().first_chunk::<8>()) {
        (Some(start), Some(other_start)) if start != other_start => {
            u64::from_be_bytes(*start).cmp(&u64::from_be_bytes(*other_start))
        }
        _ => one.cmp(other),
    }
}

/// The value that counts when there are several of this name: the last.
pub(super) fn value<'a>(parameters: &[(&'a str, &'a str)], name: &str) -> Option<&'a str> {
    parameters.iter().rev().find(|(other, _)| *other == name).map(|(_, value)| *value)
}
