//! An example's answer has the fields that the tables have.

use super::super::proposal::{MISSING, Sides, erratum, written};
use super::super::scope::{RowRef, Scope};
use super::Shown;
use super::walk::Stray;
use crate::diag::{Code, Diagnostic};
use crate::model::{Action, Place};
use crate::vocabulary::{Data, Scalar};

pub(super) fn run(scope: &Scope<'_>, shown: &Shown<'_>) {
    let Some(action) = scope.action else { return };
    for stray in &shown.answer.strays {
        report_stray(scope, action, stray);
    }
    for (place, at) in &shown.answer.lacking {
        let side = RowRef::Response(*place);
        let Some(row) = scope.row(side).filter(|_| !scope.coverage().has(side, "missing")) else { continue };
        let diagnostic = Diagnostic::new(
            Code::ExampleMissing,
            format!("the example's answer lacks `{}`, which is said to be always there", row.name.value),
        );
        let diagnostic = diagnostic.at(*at, "not in here").at(row.required_at.unwrap_or(row.at), "the row");
        let entry = erratum(scope, side, "missing", &MISSING);
        scope.push(diagnostic.help(format!("write `required: false`; if the table does say so, {entry}")));
    }
    if let Some(response) =
        shown.example.response.as_ref().filter(|response| !matches!(response.value, Data::Object(_)))
    {
        let message = format!("the example's answer is {}", response.value.kind());
        let help = match &response.value {
            Data::Scalar(Scalar::Text(text)) if text.trim_start().starts_with('{') => {
                "write the object as it is, without quotes around it: YAML reads JSON"
            }
            _ => "an answer is an object: write its fields as a map",
        };
        scope.report(Code::ExampleType, message, (response.at, ""), help);
    }
}

fn report_stray(scope: &Scope<'_>, action: &Action, stray: &Stray<'_>) {
    let status = &scope.provider.status;
    let told = [&status.field, &status.message, &status.request_id]
        .into_iter()
        .flatten()
        .any(|name| stray.owner.is_none() && *name == stray.path);
    let covered =
        ["name", "undocumented"].iter().any(|attribute| scope.coverage().has(RowRef::Absent(&stray.path), attribute));
    if told || covered {
        return;
    }
    let rows = stray.owner.map_or(&action.response, |owner| &action.types[owner].rows);
    let name = &stray.name.value;
    let diagnostic =
        Diagnostic::new(Code::ExampleField, format!("the example's answer has `{}`, which no table has", stray.path));
    let diagnostic = diagnostic.at(stray.name.at, "").misses(&stray.path);
    if let Some((row, item)) = stray.wrapped.and_then(|row| row.item.as_ref().map(|item| (row, item))) {
        let message = format!("the row `{}` says `item: {}`; write `item: {name}`", row.name.value, item.value);
        scope.push(diagnostic.at(item.at, "the name in the row").help(message));
        return;
    }
    let add = format!(
        "if only the example shows it, add the row `{name}: {{ type: {}, basis: example }}`",
        kind(stray.value)
    );
    let near = crate::diag::nearest(name, rows.iter().map(|row| row.name.value.as_str()));
    let row = near.and_then(|near| rows.iter().position(|row| row.name.value == near));
    scope.push(match near.zip(row) {
        Some((near, row)) => {
            let side = RowRef::Response(Place { owner: stray.owner, row });
            let sides = Sides { table: &written(near), example: &written(name), decision: &written(near) };
            let entry = erratum(scope, side, "name", &sides);
            let alias = format!("if it is another spelling of `{near}`, add `aliases: [{}]` there", written(name));
            diagnostic.help(format!("{alias}, and {entry}")).help(add)
        }
        None => diagnostic.help(add),
    });
}

/// The type to write for a field that only an example shows.
fn kind(value: &Data) -> &'static str {
    match value {
        Data::Scalar(Scalar::Text(_)) => "string",
        Data::Scalar(Scalar::Integer(_)) => "int",
        Data::Scalar(Scalar::Float(_)) => "float",
        Data::Scalar(Scalar::Boolean(_)) => "bool",
        Data::List(_) => "[any]",
        Data::Object(_) => "object",
        Data::Null => "any",
    }
}
