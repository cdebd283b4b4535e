//! Rows with one value only, and among them the one that names the action.

use super::scope::Scope;
use super::values::{fits, other_type};
use crate::diag::Code;

pub(super) fn run(scope: &Scope<'_>) {
    for (_, row) in scope.rows() {
        let Some(constant) = &row.constant else { continue };
        if !fits(scope, row.kind, &constant.value) {
            let message = format!("the constant of `{}` is {}", row.name.value, constant.value.kind());
            scope.report(
                Code::ConstantType,
                message,
                (constant.at, ""),
                other_type(scope, row.kind, "constant", &constant.value),
            );
        }
    }
    let Some(action) = scope.action else { return };
    for row in action.request.iter().filter(|row| row.name.value == scope.provider.action_parameter) {
        let wanted = &action.name.value;
        match &row.constant {
            None => {
                let message = format!("`{}` names the action, but has no `const`", row.name.value);
                scope.report(Code::ConstantMissing, message, (row.name.at, ""), format!("add `const: {wanted}`"));
            }
            Some(constant) if constant.value.wire() != *wanted => {
                let message = format!(
                    "`{}` names the action `{}`, but this is `{wanted}`",
                    row.name.value,
                    constant.value.wire()
                );
                scope.report(Code::ConstantMismatch, message, (constant.at, ""), format!("write `const: {wanted}`"));
            }
            Some(_) => {}
        }
    }
}
