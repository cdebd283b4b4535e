//! Facts in words, for `before` and `after`: the same words on both sides for the same fact.

use tablature_codegen::model::{Action, Basis, Deprecation, Kind, Limit, ListEncoding, Row, TimeForm};

/// What a row holds: `text`, `list of Image`.
pub(super) fn row(action: &Action, row: &Row, list: bool) -> String {
    let one = kind(action, row.kind);
    if list { format!("list of {one}") } else { one }
}

/// What a value is.
pub(super) fn kind(action: &Action, kind: Kind) -> String {
    match kind {
        Kind::Enum(index) => action.enums.get(index).map_or(String::new(), |found| found.name.value.clone()),
        Kind::Type(index) => action.types.get(index).map_or(String::new(), |found| found.name.value.clone()),
        kind => word(kind).to_owned(),
    }
}

/// The same without names, which a provider's own rows have not.
pub(super) fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Integer => "integer",
        Kind::Float => "number",
        Kind::Boolean => "boolean",
        Kind::Any => "anything",
        Kind::Object => "object",
        Kind::Time(TimeForm::Iso8601) => "time (ISO 8601)",
        Kind::Time(TimeForm::Local) => "time (local)",
        Kind::Time(TimeForm::UnixSeconds) => "time (Unix seconds)",
        Kind::Time(TimeForm::Date) => "date",
        Kind::Enum(_) => "one of a list",
        Kind::Type(_) => "object with fields",
    }
}

/// The same for finding a row again: models and value lists are alike there, whatever their names.
pub(super) fn shape(action: &Action, one: &Row, list: bool) -> String {
    match one.kind {
        Kind::Enum(_) => format!("enum {list}"),
        Kind::Type(_) => format!("type {list}"),
        _ => row(action, one, list),
    }
}

/// How a list travels.
pub(super) fn encoding(encoding: ListEncoding) -> String {
    match encoding {
        ListEncoding::Indexed(base) => format!("numbered from {base}"),
        ListEncoding::Comma => "joined by commas".to_owned(),
        ListEncoding::Repeated => "repeated".to_owned(),
    }
}

/// Whether the tables and texts of a page say that there is such a row, or only a call does.
pub(super) fn evidence(row: &Row) -> Option<String> {
    let word = match row.basis {
        Basis::Table | Basis::Prose => "documented",
        Basis::Example | Basis::Traffic => "only seen",
    };
    Some(word.to_owned())
}

/// A deprecation: what to use instead.
pub(super) fn deprecation(deprecated: &Deprecation) -> String {
    deprecated.successor.as_ref().map_or("deprecated".to_owned(), |successor| format!("use {}", successor.value))
}

/// `true` or `false`, as a fact has it.
pub(super) fn truth(value: bool) -> String {
    value.to_string()
}

/// All limits of a row in one text, where none of them is enforced. The formats of times are types.
pub(super) fn limits(row: &Row) -> String {
    let shown = |limit: &Limit| match limit {
        Limit::Min(value) | Limit::Max(value) | Limit::Above(value) | Limit::Below(value) => value.to_string(),
        Limit::MultipleOf(step) => step.to_string(),
        Limit::MinLength(count) | Limit::MaxLength(count) | Limit::MinItems(count) | Limit::MaxItems(count) => {
            count.to_string()
        }
        Limit::Allowed(values) => values.iter().map(|value| value.value.wire()).collect::<Vec<_>>().join("|"),
        Limit::Pattern(pattern) => pattern.clone(),
        Limit::Format(format) => format.name().to_owned(),
        Limit::Case(case) => format!("{case:?}").to_lowercase(),
    };
    let counts = |limit: &Limit| !(matches!(row.kind, Kind::Time(_)) && matches!(limit, Limit::Format(_)));
    let mut all: Vec<String> = row
        .limits
        .iter()
        .filter(|limit| counts(&limit.value))
        .map(|limit| format!("{} {}", limit.value.key(), shown(&limit.value)))
        .collect();
    all.sort();
    all.join(", ")
}
