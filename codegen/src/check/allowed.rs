//! Allowed values: of the row's type, each once.

use std::collections::BTreeMap;

use super::scope::Scope;
use super::values::{fits, other_type};
use crate::diag::{Code, Diagnostic};
use crate::vocabulary::Limit;

pub(super) fn run(scope: &Scope<'_>) {
    for (_, row) in scope.rows() {
        for limit in &row.limits {
            let Limit::Allowed(values) = &limit.value else { continue };
            if values.is_empty() {
                let message = format!("`allowed` of `{}` lists no value", row.name.value);
                scope.report(Code::AllowedType, message, (limit.at, ""), "list the values, or remove `allowed`");
            }
            let mut first = BTreeMap::new();
            for value in values {
                if !fits(scope, row.kind, &value.value) {
                    let message = format!(
                        "the allowed value `{}` of `{}` is {}",
                        value.value.wire(),
                        row.name.value,
                        value.value.kind()
                    );
                    scope.report(
                        Code::AllowedType,
                        message,
                        (value.at, ""),
                        other_type(scope, row.kind, "value", &value.value),
                    );
                }
                if let Some(earlier) = first.insert(value.value.wire(), value.at) {
                    let message = format!("`{}` is allowed twice", value.value.wire());
                    scope.push(
                        Diagnostic::new(Code::AllowedType, message)
                            .at(value.at, "again here")
                            .at(earlier, "first here")
                            .help("keep one of them"),
                    );
                }
            }
        }
    }
}
