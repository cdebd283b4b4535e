//! A row as a fact.

use serde_json::{Value, json};

use crate::model::{Action, Direction, Enum, Kind, Limit, ListEncoding, OnInvalid, Required, Row, Scalar, TimeForm};

/// The keys of a row's fact, in the order that the contract fixes; what goes beyond it follows.
pub(super) fn keys(row: &Row, name: &str, direction: Direction, enums: &[Enum]) -> Vec<(&'static str, Value)> {
    let mut keys = vec![
        ("name", name.into()),
        ("type", type_name(row.kind, enums).into()),
        ("list", row.list.into()),
        ("required", required(row.required)),
        ("default", row.default.as_ref().map_or(Value::Null, |default| scalar(&default.value))),
        ("min", limit(row, "min")),
        ("max", limit(row, "max")),
        ("min_length", limit(row, "min_length")),
        ("max_length", limit(row, "max_length")),
        ("max_items", limit(row, "max_items")),
        ("pattern", limit(row, "pattern")),
        ("format", limit(row, "format")),
        ("enum", values(row, direction, enums)),
        ("open", matches!(row.kind, Kind::Enum(index) if enums[index].open).into()),
        ("nullable", row.nullable.into()),
        ("deprecated", row.deprecated.is_some().into()),
        ("basis", row.basis.name().into()),
    ];
    keys.extend(further(row, direction));
    keys
}

fn further(row: &Row, direction: Direction) -> Vec<(&'static str, Value)> {
    let (style, base) = match row.encoding {
        _ if direction == Direction::Response || !(row.list || is_numbered(&row.name)) => (Value::Null, Value::Null),
        ListEncoding::Indexed(base) => ("indexed".into(), base.into()),
        ListEncoding::Comma => ("comma".into(), Value::Null),
        ListEncoding::Repeated => ("repeated".into(), Value::Null),
    };
    let bases: serde_json::Map<String, Value> = row
        .limits
        .iter()
        .map(|limit| (limit.value.key(), limit.basis))
        .chain(row.default.as_ref().map(|default| ("default", default.basis)))
        .chain(row.default_is.as_ref().map(|default| ("default_is", default.basis)))
        .filter_map(|(key, basis)| Some((key.to_owned(), basis?.name().into())))
        .collect();
    vec![
        ("default_is", row.default_is.as_ref().map_or(Value::Null, |default| default.value.as_str().into())),
        ("above", limit(row, "above")),
        ("below", limit(row, "below")),
        ("multiple_of", limit(row, "multiple_of")),
        ("min_items", limit(row, "min_items")),
        ("case", limit(row, "case")),
        ("unit", json!(row.unit)),
        ("list_style", style),
        ("list_base", base),
        ("in_item", (row.required == Required::InItem).into()),
        ("const", row.constant.as_ref().map_or(Value::Null, |constant| scalar(&constant.value))),
        ("item", row.item.as_ref().map_or(Value::Null, |item| item.value.as_str().into())),
        ("empty", json!(row.empty)),
        ("secret", row.secret.into()),
        ("aliases", row.aliases.iter().map(|alias| alias.value.as_str()).collect()),
        ("on_invalid", if row.on_invalid == OnInvalid::Ignored { "ignored".into() } else { Value::Null }),
        ("required_for", json!(row.required_for)),
        ("only_for", json!(row.only_for)),
        ("constraint_basis", Value::Object(bases)),
        ("doc", json!(row.doc)),
        ("notes", json!(row.notes)),
    ]
}

/// Whether a number stands in a parameter's name: it is an entry of a list, or stands inside of one.
fn is_numbered(name: &str) -> bool {
    crate::model::segments(name).is_some_and(|parts| parts.iter().any(|part| part.list))
}

/// Name of a type in the facts view.
pub(super) fn type_name(kind: Kind, enums: &[Enum]) -> &'static str {
    match kind {
        Kind::Text => "string",
        Kind::Integer => "integer",
        Kind::Float => "float",
        Kind::Boolean => "boolean",
        Kind::Any => "any",
        Kind::Object | Kind::Type(_) => "object",
        Kind::Time(TimeForm::UnixSeconds) => "integer",
        Kind::Time(_) => "string",
        Kind::Enum(index) if enums[index].integer => "integer",
        Kind::Enum(_) => "string",
    }
}

fn required(required: Required) -> Value {
    match required {
        Required::Yes => true.into(),
        Required::No | Required::InItem => false.into(),
        Required::Unknown => Value::Null,
    }
}

/// A value as JSON.
pub(super) fn scalar(scalar: &Scalar) -> Value {
    match scalar {
        Scalar::Text(text) => text.as_str().into(),
        Scalar::Integer(number) => (*number).into(),
        Scalar::Float(number) => number_value(*number),
        Scalar::Boolean(truth) => (*truth).into(),
    }
}

/// Whole numbers are shown without a fraction.
fn number_value(number: f64) -> Value {
    if number.fract() == 0.0 && number.abs() < 9e15 { (number as i64).into() } else { number.into() }
}

fn limit(row: &Row, key: &str) -> Value {
    let Some(limit) = row.limits.iter().find(|limit| limit.value.key() == key) else { return Value::Null };
    match &limit.value {
        Limit::Min(bound) | Limit::Max(bound) | Limit::Above(bound) | Limit::Below(bound) => number_value(*bound),
        Limit::MultipleOf(step) => (*step).into(),
        Limit::MinLength(bound) | Limit::MaxLength(bound) | Limit::MinItems(bound) | Limit::MaxItems(bound) => {
            (*bound).into()
        }
        Limit::Pattern(pattern) => pattern.as_str().into(),
        Limit::Format(format) => format.name().into(),
        Limit::Case(crate::model::Case::Lower) => "lower".into(),
        Limit::Case(crate::model::Case::Upper) => "upper".into(),
        Limit::Allowed(values) => values.iter().map(|value| scalar(&value.value)).collect(),
    }
}

/// The values that can occur in this direction.
fn values(row: &Row, direction: Direction, enums: &[Enum]) -> Value {
    if let Kind::Enum(index) = row.kind {
        let values = enums[index].values.iter().filter(|value| value.only.is_none_or(|only| only == direction));
        return values.map(|value| scalar(&value.value.value)).collect();
    }
    limit(row, "allowed")
}

/// A wrapper's own row: the object that holds the list.
pub(super) fn wrapper(row: &Row, name: &str, action: &Action) -> Vec<(&'static str, Value)> {
    let plain =
        Row { kind: Kind::Object, list: false, limits: Vec::new(), default: None, default_is: None, ..row.clone() };
    keys(&plain, name, Direction::Response, &action.enums)
}
