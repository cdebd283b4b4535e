//! The values of an example are among the documented ones.

use super::super::proposal::{Sides, erratum, written_value};
use super::super::scope::{RowRef, Scope};
use super::super::values::{Breach, breach, fits, other_time, read};
use super::Shown;
use super::types::entries;
use crate::diag::{Code, Diagnostic};
use crate::model::Row;
use crate::source::At;
use crate::vocabulary::{Data, Scalar};

pub(super) fn run(scope: &Scope<'_>, shown: &Shown<'_>) {
    let random = shown.example.placeholders;
    for sent in &shown.sent {
        let Some((side, row)) = sent.row.and_then(|side| Some((side, scope.row(side)?))) else { continue };
        report_constant(scope, row, &sent.pair.value, sent.pair.at);
        if random {
            continue;
        }
        if row.secret && !is_masked(&sent.pair.value) {
            report_secret(scope, row, sent.pair.at);
        }
        for value in entries(row, &sent.pair.value) {
            let scalar = read(scope, row.kind, value);
            report_outside(scope, side, row, scalar.as_ref(), sent.pair.at);
        }
    }
    for found in shown.answer.found.iter().filter(|_| !random) {
        let Some(row) = scope.row(found.row()) else { continue };
        let Data::Scalar(scalar) = &found.value.value else { continue };
        if row.secret && !is_masked(&scalar.wire()) {
            report_secret(scope, row, found.value.at);
        }
        report_outside(scope, found.row(), row, Some(scalar), found.value.at);
    }
}

fn report_constant(scope: &Scope<'_>, row: &Row, value: &str, at: At) {
    let names_action = row.name.value == scope.provider.action_parameter;
    let action = scope.action.filter(|_| names_action);
    // A constant that names another action is an error of its own.
    if action.is_some_and(|action| action.name.value == value) {
        return;
    }
    if let Some(constant) = row.constant.as_ref().filter(|constant| constant.value.wire() != value) {
        let message =
            format!("the example sends `{value}` as `{}`, which is always `{}`", row.name.value, constant.value.wire());
        scope.push(
            Diagnostic::new(Code::ExampleValue, message)
                .at(at, "")
                .at(constant.at, "the constant")
                .help("correct one of them, or remove `const`"),
        );
    } else if let Some(action) = action.filter(|action| !action.path.ends_with(&format!("/{value}.yaml"))) {
        let message = format!("the example calls `{value}`, but this is `{}`", action.name.value);
        scope.report(
            Code::ExampleValue,
            message,
            (at, ""),
            "move the example to that action's file, or correct the name",
        );
    }
}

fn report_outside<'m>(scope: &Scope<'m>, side: RowRef<'_>, row: &'m Row, value: Option<&Scalar>, at: At) {
    let Some(value) = value.filter(|value| fits(scope, row.kind, value)) else { return };
    let Some(Breach { says, table, at: limit }) = breach(scope, side, row, value) else { return };
    let wire = value.wire();
    if scope.coverage().has_shown(side, "value", &wire) {
        return;
    }
    let shown = if wire.is_empty() { "\"\"".to_owned() } else { wire.clone() };
    let diagnostic = Diagnostic::new(
        Code::ExampleValue,
        format!("`{shown}`, which the example has as `{}`, is {says}", row.name.value),
    );
    let diagnostic = diagnostic.at(at, "").at(limit, "the row says so here");
    let diagnostic = if wire.is_empty() {
        diagnostic.help("if an empty text has a meaning here, say it with `empty: …`")
    } else {
        diagnostic
    };
    let other = other_time(row.kind, &wire);
    let sides = Sides { table: &table, example: &written_value(value), decision: "table" };
    let entry = erratum(scope, side, "value", &sides);
    scope.push(
        match other {
            Some(form) => diagnostic.help(format!("if the table leaves the form open, write `format: {form}`")),
            None => diagnostic,
        }
        .help(format!("if the page contradicts itself, {entry}"))
        .help("if the values are random, add `placeholders: true` to the example"),
    );
}

fn is_masked(value: &str) -> bool {
    value.chars().all(|character| matches!(character, '*' | 'x' | 'X' | '.' | '…'))
}

fn report_secret(scope: &Scope<'_>, row: &Row, at: At) {
    let message = format!("the example shows a value of the secret `{}`", row.name.value);
    scope.report(
        Code::SecretDefault,
        message,
        (at, ""),
        "write asterisks in its place, or `placeholders: true` if all values are random",
    );
}
