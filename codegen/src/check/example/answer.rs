//! An example's answer has the fields that the tables have.

use super::super::scope::{RowRef, Scope};
use super::Shown;
use super::walk::Stray;
use crate::diag::{Code, Diagnostic};
use crate::model::Action;
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
        scope.push(diagnostic.help("write `required: false`, or add an erratum: { attribute: missing, says: { table: present, example: absent }, decision: kept }"));
    }
    if let Some(response) =
        shown.example.response.as_ref().filter(|response| !matches!(response.value, Data::Object(_)))
    {
        let message = format!("the example's answer is {}", response.value.kind());
        scope.report(
            Code::ExampleType,
            message,
            (response.at, ""),
            "an answer is an object: write its fields as a map",
        );
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
    let diagnostic = diagnostic.at(stray.name.at, "");
    let add = format!(
        "if only the example shows it, add the row `{name}: {{ type: {}, basis: example }}`",
        kind(stray.value)
    );
    scope.push(match crate::diag::nearest(name, rows.iter().map(|row| row.name.value.as_str())) {
        Some(near) => diagnostic
            .help(format!(
                "if it is another spelling of `{near}`, add `aliases: [{name}]` there and an erratum about `name`"
            ))
            .help(add),
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
