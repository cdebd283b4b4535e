//! Facts as lines of the spec language, for a person to paste.

use super::facts::{Fact, Format, Separator};

/// The key of a row, or the rule, that says the fact.
pub fn line(fact: &Fact) -> String {
    match fact {
        Fact::Allowed { values, .. } => {
            let values: Vec<String> = values.iter().map(|value| scalar(&value.wire)).collect();
            format!("allowed: [{}]", values.join(", "))
        }
        Fact::Default(value) => format!("default: {}", scalar(value)),
        Fact::DefaultBehaviour(words) => format!("default_is: {}", words.unwrap_or("…")),
        Fact::Min { number, inclusive } => format!("{}: {number}", if *inclusive { "min" } else { "above" }),
        Fact::Max { number, inclusive } => format!("{}: {number}", if *inclusive { "max" } else { "below" }),
        Fact::ItemMin(number) => format!("notes: [Each entry is at least {number}.]"),
        Fact::ItemMax(number) => format!("notes: [Each entry is at most {number}.]"),
        Fact::MinLength(count) => format!("min_length: {count}"),
        Fact::MaxLength(count) => format!("max_length: {count}"),
        Fact::MinItems(count) => format!("min_items: {count}"),
        Fact::MaxItems(count) => format!("max_items: {count}"),
        Fact::MultipleOf(step) => format!("multiple_of: {step}"),
        Fact::Unit(unit) => format!("unit: {}", scalar(unit)),
        Fact::LowerCase => "case: lower".to_owned(),
        Fact::Format(format) => format!("format: {}", format_name(*format)),
        Fact::Pattern(pattern) => format!("pattern: {}", scalar(pattern)),
        Fact::Separated(Separator::Comma) => "list: comma".to_owned(),
        Fact::Separated(_) => "notes: [The text holds several values.]".to_owned(),
        Fact::RequiredWhen { field, values } if values.is_empty() => {
            format!("requires: {{ given: {field}, needs: [this row] }}")
        }
        Fact::RequiredWhen { field, values } => format!("needed_when: {{ is: {{ {field}: [{}] }} }}", scalars(values)),
        Fact::Requires(rows) => format!("requires: {{ given: this row, needs: [{}] }}", rows.join(", ")),
        Fact::Needs { row, values } => {
            format!("needed_when: {{ field: {row}, is: {{ this row: [{}] }} }}", scalars(values))
        }
        Fact::OnlyWhen { field, values } => format!("only_when: {{ is: {{ {field}: [{}] }} }}", scalars(values)),
        Fact::RequiredFor(callers) => format!("required_for: {callers}"),
        Fact::OnlyFor(callers) => format!("only_for: {callers}"),
        Fact::ExactlyOne(rows) => format!("exactly_one: [{}]", rows.join(", ")),
        Fact::AtLeastOne(rows) => format!("at_least_one: [{}]", rows.join(", ")),
        Fact::AtMostOne(rows) => format!("at_most_one: [{}]", rows.join(", ")),
        Fact::Deprecated { successor: Some(row) } => format!("deprecated: {{ reason: The page says so., use: {row} }}"),
        Fact::Deprecated { successor: None } => "deprecated: { reason: The page says so. }".to_owned(),
    }
}

/// The format's word in the spec language; the nearest one where there is none.
pub fn format_name(format: Format) -> &'static str {
    match format {
        Format::UnixSeconds | Format::UnixMilliseconds => "unix_seconds",
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
    }
}

fn scalars(values: &[String]) -> String {
    let values: Vec<String> = values.iter().map(|value| scalar(value)).collect();
    values.join(", ")
}

/// The value as YAML, in quotes when it would mean something else without.
fn scalar(value: &str) -> String {
    let plain = value.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '_')
        && value.chars().all(|char| char.is_ascii_alphanumeric() || "_-./ +".contains(char))
        && !matches!(
            value.to_ascii_lowercase().as_str(),
            "y" | "n" | "yes" | "no" | "on" | "off" | "true" | "false" | "null"
        )
        && !value.ends_with(' ');
    if plain { value.to_owned() } else { format!("\"{}\"", value.escape_default()) }
}
