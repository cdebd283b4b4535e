//! The values of an example are of their rows' types.

use super::super::coverage::json_kind;
use super::super::proposal::{Sides, erratum, type_words, written};
use super::super::scope::{RowRef, Scope};
use super::super::values::{fits, read, wanted};
use super::walk::Layer;
use super::{Found, Shown};
use crate::diag::{Code, Diagnostic};
use crate::model::{Kind, ListEncoding, Row};
use crate::source::At;
use crate::vocabulary::{Data, Scalar};

pub(super) fn run(scope: &Scope<'_>, shown: &Shown<'_>) {
    for sent in &shown.sent {
        let Some((side, row)) = sent.row.and_then(|side| Some((side, scope.row(side)?))) else { continue };
        // A parameter with a model as its type is an error of its own.
        if matches!(row.kind, Kind::Type(_)) {
            continue;
        }
        for value in
            entries(row, &sent.pair.value).filter(|value| !value.is_empty() && read(scope, row.kind, value).is_none())
        {
            if !scope.coverage().has(side, "type") {
                report(scope, side, row, &format!("the text `{value}`"), "string", sent.pair.at);
            }
        }
    }
    for found in &shown.answer.found {
        let Some(row) = scope.row(found.row()) else { continue };
        let kind = json_kind(&found.value.value);
        if !is_right(scope, row, found) && !scope.coverage().has_shown(found.row(), "type", kind) {
            let what = match &found.value.value {
                Data::Scalar(scalar) => format!("`{}`, {}", scalar.wire(), scalar.kind()),
                other => other.kind().to_owned(),
            };
            report(scope, found.row(), row, &what, kind, found.value.at);
        }
    }
}

/// The values of a pair: a list that travels joined has several.
pub(super) fn entries<'v>(row: &Row, value: &'v str) -> impl Iterator<Item = &'v str> {
    let joined = row.list && row.encoding == ListEncoding::Comma;
    value.split(move |character| joined && character == ',')
}

fn is_right(scope: &Scope<'_>, row: &Row, found: &Found<'_>) -> bool {
    match (found.layer, &found.value.value) {
        (_, Data::Null) => row.nullable || row.kind == Kind::Any,
        (Layer::Wrapper, value) => matches!(value, Data::Object(_)),
        (Layer::List, value) => matches!(value, Data::List(_)),
        (Layer::Value, Data::Object(_)) => matches!(row.kind, Kind::Object | Kind::Type(_) | Kind::Any),
        (Layer::Value, Data::List(_)) => row.kind == Kind::Any,
        (Layer::Value, Data::Scalar(Scalar::Text(text))) if text.is_empty() && row.empty.is_some() => true,
        (Layer::Value, Data::Scalar(scalar)) => is_scalar_right(scope, row.kind, scalar),
    }
}

/// A value list of texts is shown as texts, whatever its values look like.
fn is_scalar_right(scope: &Scope<'_>, kind: Kind, scalar: &Scalar) -> bool {
    let texts = scope
        .enumeration(kind)
        .is_some_and(|list| !list.integer && list.values.iter().any(|one| matches!(one.value.value, Scalar::Text(_))));
    fits(scope, kind, scalar) && (!texts || matches!(scalar, Scalar::Text(_)))
}

fn report(scope: &Scope<'_>, side: RowRef<'_>, row: &Row, what: &str, kind: &str, at: At) {
    let whole = if row.list {
        format!("a list, each entry {}", wanted(scope, row.kind))
    } else {
        wanted(scope, row.kind).to_owned()
    };
    let diagnostic =
        Diagnostic::new(Code::ExampleType, format!("the example has {what}, where `{}` is {whole}", row.name.value));
    let diagnostic = diagnostic.at(at, "").at(row.at, "the row");
    let null = "if null is a value of this row, write `nullable: true`";
    let diagnostic = if kind == "null" { diagnostic.help(null) } else { diagnostic };
    let words = type_words(scope, row);
    let own = words.first().map_or("", String::as_str);
    let sides = Sides { table: own, example: &written(kind), decision: own };
    scope.push(diagnostic.help(format!("if this is what the page shows, {}", erratum(scope, side, "type", &sides))));
}
