//! What an erratum decided is what the spec says.

use super::super::coverage::{plain, row_ref};
use super::super::proposal::{list_words, type_words};
use super::super::scope::{RowRef, Scope};
use super::Subject;
use crate::diag::{Code, Diagnostic};
use crate::model::{Action, Row, Target};
use crate::source::At;
use crate::vocabulary::{Data, Limit, Required, Scalar};

pub(super) fn run(scope: &Scope<'_>, subject: &Subject<'_>, attribute: &str) {
    let Some((found, at)) = subject.decision() else { return };
    let Some(expected) = expected(scope, subject, attribute) else { return };
    if expected.words.contains(&found) {
        return;
    }
    let says = expected.words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(" or ");
    let message = format!(
        "the erratum decides on `{found}`, but {} {}",
        expected.what,
        if says.is_empty() { "nothing".to_owned() } else { says.clone() }
    );
    let diagnostic = Diagnostic::new(Code::ErratumStale, message).at(at, "the decision");
    let diagnostic = match expected.at {
        Some(place) => diagnostic.at(place, "the spec"),
        None => diagnostic,
    };
    scope.push(
        diagnostic
            .help("correct the spec or the decision; remove the erratum if the page no longer contradicts itself"),
    );
}

/// What a decision can be.
struct Expected {
    words: Vec<String>,
    what: String,
    at: Option<At>,
}

fn expected(scope: &Scope<'_>, subject: &Subject<'_>, attribute: &str) -> Option<Expected> {
    let row = row_ref(subject.target).and_then(|side| scope.row(side));
    let of_row = |words: Vec<String>, row: &Row| Expected {
        words,
        what: format!("`{attribute}` of `{}` is", row.name.value),
        at: Some(row.at),
    };
    let fixed = |words: &[&str]| Expected {
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        what: format!("the decision about `{attribute}` can only be"),
        at: None,
    };
    if let Target::Absent(_) = subject.target {
        return Some(fixed(&["dropped"]));
    }
    match attribute {
        "name" => names(scope.action?, subject, row),
        "undocumented" | "missing" => Some(fixed(&["kept"])),
        "value" => Some(match row {
            Some(row) if row.empty.is_some() => fixed(&["table", "empty"]),
            _ => fixed(&["table"]),
        }),
        "enum" => values(scope, subject, row),
        "type" => row.map(|row| of_row(type_words(scope, row), row)),
        "required" => row.map(|row| of_row(vec![required(row.required).to_owned()], row)),
        "default" => row.map(|row| of_row(default(row), row)),
        "list" => row.map(|row| of_row(list_words(row), row)),
        _ => None,
    }
}

fn names(action: &Action, subject: &Subject<'_>, row: Option<&Row>) -> Option<Expected> {
    let (words, at) = match subject.target {
        Target::Enum(index) => (vec![action.enums.get(*index)?.name.value.clone()], None),
        Target::Error(index) => (vec![action.errors.get(*index)?.code.value.clone()], None),
        Target::Table(index) => {
            (action.tables.get(*index)?.columns.iter().map(|column| column.name.value.clone()).collect(), None)
        }
        Target::Action => (vec![action.name.value.clone()], Some(action.name.at)),
        _ => (vec![row?.name.value.clone()], Some(row?.name.at)),
    };
    Some(Expected { words, what: format!("the name of `{}` is", subject.about), at })
}

fn required(required: Required) -> &'static str {
    Required::NAMES.iter().find(|(_, one)| *one == required).map_or("", |(name, _)| name)
}

fn default(row: &Row) -> Vec<String> {
    let values: Vec<String> = row
        .default
        .iter()
        .map(|fact| fact.value.wire())
        .chain(row.default_is.iter().map(|fact| fact.value.clone()))
        .collect();
    if values.is_empty() { vec!["none".to_owned()] } else { values }
}

/// The decision about a value list: its name, `open` or `closed`, all its values, or one of them.
fn values(scope: &Scope<'_>, subject: &Subject<'_>, row: Option<&Row>) -> Option<Expected> {
    let named = match subject.target {
        Target::Enum(index) => scope.action?.enums.get(*index),
        _ => scope.enumeration(row?.kind),
    };
    let allowed = || {
        row?.limits.iter().find_map(|limit| {
            if let Limit::Allowed(values) = &limit.value {
                Some(values.iter().map(|value| value.value.wire()).collect::<Vec<_>>())
            } else {
                None
            }
        })
    };
    let wires = named
        .map(|list| list.values.iter().map(|value| value.value.value.wire()).collect())
        .or_else(allowed)
        .unwrap_or_default();
    let mut words: Vec<String> = named
        .iter()
        .flat_map(|list| [list.name.value.clone(), if list.open { "open" } else { "closed" }.to_owned()])
        .collect();
    words.push(format!("[{}]", wires.join(", ")));
    // The order of a list is not what is decided.
    if let Some(Data::List(found)) = subject.erratum.decision.as_ref().map(|decision| &decision.value) {
        let mut sorted: Vec<String> = found.iter().map(|value| plain(&value.value)).collect();
        let mut own = wires.clone();
        sorted.sort();
        own.sort();
        if sorted == own {
            words.extend(subject.decision().map(|(text, _)| text));
        }
    }
    if matches!(
        subject.erratum.decision.as_ref().map(|decision| &decision.value),
        Some(Data::Scalar(Scalar::Text(_) | Scalar::Integer(_)))
    ) {
        words.extend(wires);
    }
    Some(Expected { words, what: format!("the values of `{}` are", subject.about), at: named.map(|list| list.name.at) })
}

/// Whether the row is one of a table that examples can show.
pub(super) fn is_shown(side: RowRef<'_>) -> bool {
    !matches!(side, RowRef::Common(_))
}
