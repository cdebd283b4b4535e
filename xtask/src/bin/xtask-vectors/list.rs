//! The file as a list of cases, none of them looked into yet.

use std::fmt;

use serde::de::{Deserializer as _, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// The cases up to the first place where the file is no JSON.
pub(crate) struct List<'a> {
    pub(crate) cases: Vec<&'a RawValue>,
    /// What is wrong with the file, and in which case.
    pub(crate) fault: Option<String>,
}

pub(crate) fn read(text: &str) -> List<'_> {
    // Some editors begin a file with a mark of its byte order.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut cases = Vec::new();
    let mut source = serde_json::Deserializer::from_str(text);
    let done = source.deserialize_seq(Cases(&mut cases)).and_then(|()| source.end());
    let fault = match done {
        Ok(()) if cases.is_empty() => Some("the file holds no cases".to_owned()),
        Ok(()) => None,
        Err(_) if text.trim().is_empty() => Some("the file is empty; a list of cases was expected".to_owned()),
        Err(error) if error.is_data() => Some(format!("the file is not a list of cases: {error}")),
        Err(error) => Some(format!("case {}: the file is no JSON from here on: {error}", cases.len() + 1)),
    };
    List { cases, fault }
}

/// Keeps what was read before an error.
struct Cases<'a, 'de>(&'a mut Vec<&'de RawValue>);

impl<'de> Visitor<'de> for Cases<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(case) = list.next_element()? {
            self.0.push(case);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> (usize, String) {
        let list = read(text);
        (list.cases.len(), list.fault.unwrap_or_default())
    }

    #[test]
    fn what_stands_before_a_fault_is_kept() {
        assert_eq!(fault("[{}, [1]]"), (2, String::new()));
        let (count, message) = fault("[{},\n{\"a\": tru}]");
        assert_eq!(count, 1);
        assert!(message.starts_with("case 2: ") && message.contains("line 2"), "{message}");
        let (count, message) = fault("[{}, {\"a\": \"");
        assert_eq!(count, 1);
        assert!(message.starts_with("case 2: "), "{message}");
    }

    #[test]
    fn other_files_are_named_as_such() {
        assert_eq!(fault("[]"), (0, "the file holds no cases".to_owned()));
        assert!(fault("{}").1.starts_with("the file is not a list of cases: "));
        for text in ["", " \n", "\u{feff}"] {
            assert!(fault(text).1.starts_with("the file is empty"), "{text:?}: {}", fault(text).1);
        }
        assert_eq!(fault("\u{feff}[{}]"), (1, String::new()));
        for text in ["x", "[", "[}", "[{}] x", "\u{feff}\u{feff}[]"] {
            assert!(fault(text).1.contains("no JSON"), "{text:?}: {}", fault(text).1);
        }
    }
}
