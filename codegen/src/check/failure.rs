//! What codes mean: each is written in a way that can be found in answers, and means one thing only.

use std::collections::BTreeMap;

use super::scope::Scope;
use crate::diag::{Code, Diagnostic};

pub(super) fn run(scope: &Scope<'_>) {
    if scope.action.is_some() {
        return;
    }
    let mut first = BTreeMap::new();
    for code in scope.provider.failures.iter().flat_map(|failure| &failure.codes) {
        if let Some(fault) = fault(&code.value) {
            let message = format!("`{}` {fault}", code.value);
            let help = "write the code, one with `*` at its beginning or its end, `http 503` or `http *`";
            scope.report(Code::FailureCode, message, (code.at, ""), help);
        }
        if let Some(earlier) = first.insert(code.value.as_str(), code.at) {
            let diagnostic =
                Diagnostic::new(Code::FailureTwice, format!("`{}` stands twice under `failures`", code.value));
            scope.push(
                diagnostic
                    .at(code.at, "again here")
                    .at(earlier, "first here")
                    .help("keep it where it belongs; a code means one thing"),
            );
        }
    }
}

/// What is wrong with a code, if anything.
fn fault(code: &str) -> Option<&'static str> {
    if let Some(status) = code.strip_prefix("http ") {
        let known = status == "*" || status.parse::<u16>().is_ok_and(|status| (100..=599).contains(&status));
        return (!known).then_some("names no HTTP status");
    }
    match code.strip_prefix('*').or_else(|| code.strip_suffix('*')).unwrap_or(code) {
        "" => Some("fits every code, or none"),
        bare if bare.contains('*') => Some("has a `*` in a place where none can stand"),
        bare if bare.trim() != bare => Some("begins or ends with a blank"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::fault;

    #[test]
    fn codes_that_can_be_found() {
        for good in ["171", "Throttling.User", "*.NotFound", "Throttling*", "http 503", "http *"] {
            assert_eq!(fault(good), None, "{good}");
        }
        for bad in ["", "*", "**", "a*b", "*a*", "http 42", "http", " x", "http 5*"] {
            assert_eq!(fault(bad).is_some(), bad != "http", "{bad}");
        }
    }
}
