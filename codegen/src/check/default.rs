//! Defaults: of the row's type, within its constraints, and never of secrets.

use super::proposal::{entry, written_value};
use super::scope::{RowRef, Scope};
use super::values::{breach, fits, plain, wanted};
use crate::diag::{Code, Diagnostic};
use crate::model::{Kind, Row};
use crate::vocabulary::{Fact, Required, Scalar};

pub(super) fn run(scope: &Scope<'_>) {
    for (side, row) in scope.rows() {
        if let Some(default) = &row.default {
            report(scope, side, row, default);
        }
        if let Some(constant) = row.constant.as_ref().filter(|_| row.secret) {
            let message = format!("the secret `{}` has one value for everyone", row.name.value);
            scope.report(Code::SecretDefault, message, (constant.at, ""), "remove `const`, or remove `secret`");
        }
    }
}

fn report<'m>(scope: &Scope<'m>, side: RowRef<'_>, row: &'m Row, default: &Fact<Scalar>) {
    let name = &row.name.value;
    let value = &default.value;
    if row.secret {
        scope.report(
            Code::SecretDefault,
            format!("the secret `{name}` has a default"),
            (default.at, ""),
            "remove `default`, or remove `secret`",
        );
    }
    if !fits(scope, row.kind, value) {
        let help = match (value, plain(scope, row.kind, value)) {
            (_, Some((plain, quotes))) => {
                format!("the row takes {}; write `default: {plain}`{quotes}", wanted(scope, row.kind))
            }
            (Scalar::Text(text), None) if text.parse::<i128>().is_ok() && row.kind != Kind::Boolean => {
                format!("the row takes {}, of at most {}", wanted(scope, row.kind), i64::MAX)
            }
            (Scalar::Text(_), None) => {
                format!("the row takes {}; a default that is a behaviour is `default_is`", wanted(scope, row.kind))
            }
            _ => format!(
                "the row takes {}; write `default: \"{}\"`, or correct the row's type",
                wanted(scope, row.kind),
                value.wire()
            ),
        };
        scope.report(Code::DefaultType, format!("the default of `{name}` is {}", value.kind()), (default.at, ""), help);
    } else if let Some(breach) = breach(scope, side, row, value) {
        let says = format!("default: {}, constraint: {}", written_value(value), breach.table);
        let entry = entry(scope, side, "default", &says, "none");
        let diagnostic = Diagnostic::new(
            Code::DefaultOutside,
            format!("the default `{}` of `{name}` is {}", value.wire(), breach.says),
        );
        scope.push(
            diagnostic
                .at(default.at, "")
                .at(breach.at, "this excludes it")
                .help(format!("correct one of them; when the page says both, remove the default, and {entry}")),
        );
    }
    if row.required == Required::Yes && side.direction() == crate::vocabulary::Direction::Request {
        let diagnostic = Diagnostic::new(
            Code::DefaultRequired,
            format!("`{name}` is required, so that its default can never be used"),
        );
        let diagnostic = diagnostic.at(default.at, "");
        let diagnostic = match row.required_at {
            Some(at) => diagnostic.at(at, "required here"),
            None => diagnostic,
        };
        scope.push(diagnostic.help("remove `default`, or write `required: false`"));
    }
}
