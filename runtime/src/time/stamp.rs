//! A short text that needs no memory of its own.

use std::hash::{Hash, Hasher};

/// Longest text that is held in place. Every documented form of time fits; the whole is as large as a `String`.
const SHORT: usize = 22;

/// The text of a time: held in place when it is short, as times are.
#[derive(Clone)]
pub struct Stamp(Held);

#[derive(Clone)]
enum Held {
    Short(u8, [u8; SHORT]),
    Long(Box<str>),
}

impl Stamp {
    pub(crate) fn new(text: &str) -> Self {
        let mut bytes = [0; SHORT];
        match bytes.get_mut(..text.len()) {
            Some(start) => {
                start.copy_from_slice(text.as_bytes());
                Self(Held::Short(text.len() as u8, bytes))
            }
            None => Self(Held::Long(text.into())),
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        match &self.0 {
            Held::Long(text) => text,
            // The bytes were copied from a text, so that reading them back cannot fail.
            Held::Short(length, bytes) => {
                bytes.get(..usize::from(*length)).and_then(|text| std::str::from_utf8(text).ok()).unwrap_or_default()
            }
        }
    }
}

impl PartialEq for Stamp {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Stamp {}

impl Hash for Stamp {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_any_length_are_kept() {
        for length in 0..60 {
            let text = "é0".repeat(length);
            assert_eq!(Stamp::new(&text).as_str(), text);
            assert!(Stamp::new(&text) == Stamp::new(&text).clone());
        }
        assert_eq!(size_of::<Stamp>(), size_of::<String>());
    }
}
