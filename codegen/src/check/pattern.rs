//! Patterns: regular expressions of bounded size.

use regex_lite::{Error, Regex, RegexBuilder};

use super::scope::Scope;
use crate::diag::Code;
use crate::source::At;
use crate::vocabulary::Limit;

/// Most bytes of a compiled expression; a repetition of repetitions can ask for any number of them.
const LARGEST: usize = 1 << 20;

/// Deepest nesting of brackets.
const DEEPEST: u32 = 32;

pub(super) fn run(scope: &Scope<'_>) {
    for (_, row) in scope.rows() {
        for limit in &row.limits {
            if let Limit::Pattern(pattern) = &limit.value {
                report(scope, &row.name.value, pattern, limit.at);
            }
        }
    }
    for column in scope.action.into_iter().flat_map(|action| &action.tables).flat_map(|table| &table.columns) {
        if let Some(pattern) = &column.pattern {
            report(scope, &column.name.value, &pattern.value, pattern.at);
        }
    }
}

/// The expression, made to match whole texts only.
pub(super) fn compile(pattern: &str) -> Result<Regex, Error> {
    // The pattern must be one by itself: with an odd bracket in it, it could become one inside of the group.
    let build = |text: &str| RegexBuilder::new(text).size_limit(LARGEST).nest_limit(DEEPEST).build();
    build(pattern)?;
    build(&format!("^(?:{pattern})$"))
}

fn report(scope: &Scope<'_>, name: &str, pattern: &str, at: At) {
    if let Err(error) = compile(pattern) {
        let message = format!("the pattern of `{name}` cannot be used: {error}");
        scope.report(Code::Pattern, message, (at, ""), "the syntax is that of the regex crate: no look-around, no references back; a backslash needs single quotes or none");
    }
}

#[cfg(test)]
mod tests {
    use super::compile;

    #[test]
    fn whole_texts_are_matched() {
        let pattern = compile("a|bc").unwrap();
        assert!(pattern.is_match("bc"));
        assert!(!pattern.is_match("abc"));
    }

    #[test]
    fn brackets_must_close_in_the_pattern_itself() {
        assert!(compile("a)(?:b").is_err());
    }

    #[test]
    fn size_is_bounded() {
        assert!(compile("((a{1000}){1000}){1000}").is_err());
        assert!(compile(&"(".repeat(1000)).is_err());
    }
}
