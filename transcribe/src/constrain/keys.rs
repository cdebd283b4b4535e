//! Facts of descriptions -> keys of the spec language, as far as a row of its type can have them.

use crate::draft::{Kind, Property, Row};
use crate::names::is_mark;
use crate::prose::{Fact, Format, Separator, Value};
use crate::report::{Notes, Weight};

/// The key that says a fact; none, when the row cannot have it.
pub(super) fn property(row: &Row, fact: &Fact) -> Option<Property> {
    let literal = |key, value: &str| Some(Property::Literal(key, value.to_owned()));
    let number = matches!(row.kind, Kind::Integer | Kind::Float);
    let text = row.kind == Kind::Text;
    match fact {
        Fact::Allowed { values, open } => allowed(row, values, *open),
        Fact::Default(value) => default(row, value),
        Fact::DefaultBehaviour(words) => words.map(|words| Property::Words("default_is", words.to_owned())),
        Fact::Min { number: bound, inclusive } if number => literal(if *inclusive { "min" } else { "above" }, bound),
        Fact::Max { number: bound, inclusive } if number => literal(if *inclusive { "max" } else { "below" }, bound),
        Fact::MinLength(length) if text => literal("min_length", &length.to_string()),
        Fact::MaxLength(length) if text => literal("max_length", &length.to_string()),
        Fact::MinItems(count) if in_list(row) => literal("min_items", &count.to_string()),
        Fact::MaxItems(count) if in_list(row) => literal("max_items", &count.to_string()),
        Fact::MultipleOf(step) if row.kind == Kind::Integer => literal("multiple_of", step),
        Fact::Unit(unit) if number => Some(Property::Words("unit", unit.clone())),
        Fact::LowerCase if text => Some(Property::Words("case", "lower".to_owned())),
        Fact::Format(format) => form(row, *format),
        Fact::Pattern(pattern) if text => Some(Property::Words("pattern", pattern.clone())),
        Fact::Deprecated { successor } => Some(Property::Deprecated(successor.clone())),
        Fact::RequiredFor(callers) => Some(Property::Words("required_for", (*callers).to_owned())),
        Fact::OnlyFor(callers) => Some(Property::Words("only_for", (*callers).to_owned())),
        _ => None,
    }
}

/// What is lost when a fact has no key, in words; none, when nothing is.
pub(super) fn without_key(row: &Row, fact: &Fact) -> Option<String> {
    Some(match fact {
        Fact::Min { number, .. } => format!("that the number in it has the lower bound {number}"),
        Fact::Max { number, .. } => format!("that the number in it has the upper bound {number}"),
        Fact::MinItems(count) => format!("that it holds {count} or more"),
        Fact::MaxItems(count) => format!("that it holds {count} at most"),
        Fact::MultipleOf(step) => format!("that the number in it is a multiple of {step}"),
        Fact::Unit(unit) => format!("that the number in it counts `{unit}`"),
        Fact::Default(value) => format!("that `{value}` is assumed"),
        Fact::Allowed { values, .. } => {
            let values: Vec<_> = values.iter().map(|value| format!("`{}`", value.wire)).collect();
            format!("that its values are {}", values.join(", "))
        }
        Fact::ItemMin(bound) => format!("that each entry is at least {bound}"),
        Fact::ItemMax(bound) => format!("that each entry is at most {bound}"),
        Fact::Separated(separator) if !row.list => {
            let mark = match separator {
                Separator::Comma => "commas",
                Separator::Semicolon => "semicolons",
                Separator::Pipe => "bars",
            };
            format!("that the text holds several values with {mark} between them")
        }
        Fact::DefaultBehaviour(None) => "what happens when it is not sent".to_owned(),
        Fact::Format(Format::UnixSeconds) if row.kind == Kind::Text => "that it counts seconds since 1970".to_owned(),
        Fact::Format(Format::UnixMilliseconds) => "that it counts milliseconds since 1970".to_owned(),
        _ => return None,
    })
}

/// The key that a property is written with.
pub(super) fn key(property: &Property) -> &'static str {
    match property {
        Property::Literal(key, _) | Property::Words(key, _) | Property::List(key, _) => key,
        Property::Deprecated(_) => "deprecated",
        Property::Values(..) => "allowed",
    }
}

/// Whether a row is a list, or stands in one.
fn in_list(row: &Row) -> bool {
    row.list || row.name.split('.').any(is_mark)
}

fn allowed(row: &Row, values: &[Value], open: bool) -> Option<Property> {
    let numbers = values.iter().all(|value| value.wire.parse::<i64>().is_ok_and(|n| n.to_string() == value.wire));
    let fits = match row.kind {
        Kind::Integer => numbers,
        Kind::Text => values.iter().all(|value| !value.wire.is_empty()),
        _ => false,
    };
    // Whole numbers make an enum of numbers, which a row of texts cannot have.
    let mixed = row.kind == Kind::Text && values.iter().any(|value| value.wire.parse::<i64>().is_ok());
    if !fits || values.is_empty() {
        return None;
    }
    let wires = values.iter().map(|value| value.wire.clone());
    if values.len() > 1 && !mixed {
        return Some(Property::Values(wires.map(|wire| (wire, None)).collect(), open));
    }
    let wires: Vec<_> = wires.collect();
    match row.kind {
        _ if open => None,
        Kind::Integer => Some(Property::Literal("allowed", format!("[{}]", wires.join(", ")))),
        _ => Some(Property::List("allowed", wires)),
    }
}

fn default(row: &Row, value: &str) -> Option<Property> {
    if row.list {
        return None;
    }
    match row.kind {
        Kind::Text => Some(Property::Words("default", value.to_owned())),
        Kind::Integer => value.parse::<i64>().ok().map(|number| Property::Literal("default", number.to_string())),
        Kind::Float => {
            let number = value.parse().ok().filter(|number: &f64| number.is_finite());
            number.map(|number| Property::Literal("default", number.to_string()))
        }
        Kind::Boolean => {
            let word = value.to_ascii_lowercase();
            matches!(word.as_str(), "true" | "false").then_some(Property::Literal("default", word))
        }
        _ => None,
    }
}

fn form(row: &Row, format: Format) -> Option<Property> {
    let name = match format {
        Format::UnixSeconds if row.kind == Kind::Integer => "unix_seconds",
        Format::UnixSeconds | Format::UnixMilliseconds => return None,
        _ if row.kind != Kind::Text => return None,
        Format::Iso8601 => "iso8601",
        Format::LocalTime => "local_time",
        Format::Date => "date",
        Format::Base64 => "base64",
        Format::Json => "json",
        Format::Ip => "ip",
        Format::Cidr => "cidr",
        Format::Email => "email",
        Format::Url => "url",
        Format::Uuid => "uuid",
    };
    Some(Property::Words("format", name.to_owned()))
}

/// Takes constraints out that cannot hold together.
pub(super) fn consistent(row: &mut Row, notes: &mut Notes) {
    let at = row.at.start;
    let number = |row: &Row, wanted: &str| {
        row.constraints.iter().find_map(|constraint| match &constraint.property {
            Property::Literal(key, value) if *key == wanted => value.parse::<f64>().ok(),
            _ => None,
        })
    };
    let pairs = [
        ("min", "max"),
        ("above", "below"),
        ("min", "below"),
        ("above", "max"),
        ("min_length", "max_length"),
        ("min_items", "max_items"),
    ];
    for (low, high) in pairs {
        if let (Some(least), Some(most)) = (number(row, low), number(row, high))
            && least > most
        {
            notes.say(
                Weight::NotUnderstood,
                at,
                format!("`{}` cannot be from {least} to {most}; no bounds are written", row.name),
            );
            row.constraints.retain(|constraint| ![low, high].contains(&key(&constraint.property)));
        }
    }
    for (a, b) in [("min", "above"), ("max", "below")] {
        if number(row, a).is_some() && number(row, b).is_some() {
            row.constraints.retain(|constraint| key(&constraint.property) != b);
        }
    }
    if number(row, "multiple_of").is_some_and(|step| step <= 0.0) {
        row.constraints.retain(|constraint| key(&constraint.property) != "multiple_of");
    }
    // The values of a list are all there is; a format says nothing more of them.
    if row.constraints.iter().any(|constraint| matches!(constraint.property, Property::Values(..))) {
        row.constraints.retain(|constraint| !matches!(key(&constraint.property), "format" | "pattern"));
    }
    sound_default(row, notes);
}

/// A default outside of what the row accepts is no default.
fn sound_default(row: &mut Row, notes: &mut Notes) {
    let Some(default) = row.default().map(|(value, _)| value.to_owned()) else { return };
    let value = default.parse::<f64>().ok();
    let length = default.chars().count() as f64;
    let sound = row.constraints.iter().all(|constraint| match &constraint.property {
        Property::Values(values, open) => *open || values.iter().any(|(wire, _)| *wire == default),
        Property::Literal(key, bound) => {
            let bound = bound.parse::<f64>().unwrap_or_default();
            match *key {
                "min" => value.is_none_or(|value| value >= bound),
                "max" => value.is_none_or(|value| value <= bound),
                "above" => value.is_none_or(|value| value > bound),
                "below" => value.is_none_or(|value| value < bound),
                "multiple_of" => value.is_none_or(|value| value % bound == 0.0),
                "min_length" => length >= bound,
                "max_length" => length <= bound,
                "allowed" => false,
                _ => true,
            }
        }
        Property::List("allowed", values) => values.contains(&default),
        Property::Words("format" | "pattern", _) => false,
        Property::Words(..) | Property::List(..) | Property::Deprecated(_) => true,
    });
    if !sound {
        let text =
            format!("the default `{default}` of `{}` does not fit what else is said of it; it is left out", row.name);
        notes.say(Weight::NotUnderstood, row.at.start, text);
        row.constraints.retain(|constraint| key(&constraint.property) != "default");
    }
}
