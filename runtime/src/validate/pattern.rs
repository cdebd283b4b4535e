//! Regular expressions, compiled when first needed and kept: a shape is constant data and cannot hold them.

use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock};

use regex_lite::Regex;

type Compiled = BTreeMap<&'static str, Option<Regex>>;

static COMPILED: RwLock<Compiled> = RwLock::new(BTreeMap::new());

/// Whether the expression matches the whole text. An expression that cannot be read matches everything: that is a mistake
/// in a spec, and no reason to refuse a request.
pub(super) fn matches(expression: &'static str, text: &str) -> bool {
    let known = COMPILED.read().unwrap_or_else(PoisonError::into_inner).get(expression).cloned();
    let regex = known.unwrap_or_else(|| compile(expression));
    regex.is_none_or(|regex| regex.is_match(text))
}

fn compile(expression: &'static str) -> Option<Regex> {
    let regex = Regex::new(&format!(r"\A(?:{expression})\z")).ok();
    COMPILED.write().unwrap_or_else(PoisonError::into_inner).insert(expression, regex.clone());
    regex
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn the_whole_text_must_match() {
        assert!(matches("[a-z]+|x", "abc"));
        assert!(!matches("[a-z]+|x", "abc1"));
        assert!(!matches("[a-z]+", "abc\n"));
        assert!(matches("^[a-z]+$", "abc"));
    }

    #[test]
    fn an_unreadable_expression_is_never_violated() {
        assert!(matches("(", "anything"));
        assert!(matches("(", "anything"));
    }
}
