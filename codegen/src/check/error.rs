//! Error codes: each message once, with a status that exists.

use std::collections::{BTreeMap, BTreeSet};

use super::scope::Scope;
use crate::diag::{Code, Diagnostic};
use crate::model::ErrorCode;

pub(super) fn run(scope: &Scope<'_>) {
    let mut first = BTreeMap::new();
    let parameters: BTreeSet<&str> = scope
        .action
        .iter()
        .flat_map(|action| &action.request)
        .chain(&scope.provider.common)
        .map(|row| row.name.value.as_str())
        .collect();
    for error in scope.errors() {
        let code = &error.code.value;
        if let Some(earlier) = first.insert((code, &error.message), error.code.at) {
            let what = if error.message.is_some() { "with the same message" } else { "without a message" };
            let diagnostic = Diagnostic::new(Code::ErrorDuplicate, format!("`{code}` stands twice {what}"));
            scope.push(
                diagnostic
                    .at(error.code.at, "again here")
                    .at(earlier, "first here")
                    .help("keep one of them, or give each the message that tells them apart"),
            );
        }
        if let Some(http) = error.http.as_ref().filter(|http| !(100..=599).contains(&http.value)) {
            let message = format!("{} of `{code}` is no HTTP status", http.value);
            scope.report(
                Code::ErrorStatus,
                message,
                (http.at, ""),
                "write a number from 100 to 599; the provider's own number is the `code`",
            );
        }
        if scope.action.is_some() {
            report_field(scope, &parameters, error);
        }
    }
}

/// The row that an error speaks of is a parameter.
fn report_field(scope: &Scope<'_>, parameters: &BTreeSet<&str>, error: &ErrorCode) {
    let Some(field) = error.field.as_ref().filter(|field| !parameters.contains(field.value.as_str())) else { return };
    let message = format!("the error `{}` speaks of `{}`, which is not a parameter", error.code.value, field.value);
    scope.push(
        Diagnostic::new(Code::UnknownRow, message).at(field.at, "").suggest(&field.value, parameters.iter().copied()),
    );
}
