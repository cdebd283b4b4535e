//! What is said of a parameter or a field.

use super::docs::{DocsBuilder, code, escaped, said};
use crate::model::{Action, Basis, Deprecation, Direction, Erratum, Fact, Limit, Row, Scalar, Target};
use crate::model::{Kind, ListEncoding, OnInvalid, Required, TimeForm};
use crate::rust::Docs;

/// Docs of a row. `target` finds the errata that are about it.
pub(super) fn docs(action: &Action, row: &Row, direction: Direction, target: &Target) -> Docs {
    let mut docs = DocsBuilder::default();
    match said(&row.doc) {
        Some(doc) => docs.text(doc),
        None => docs.markdown(&format!(
            "{} of the {}.",
            code(&row.name),
            if direction == Direction::Request { "request" } else { "answer" }
        )),
    };
    docs.markdown(&facts(row, direction).join(" "));
    if let Some(deprecated) = &row.deprecated {
        docs.markdown(&super::provider::deprecation(deprecated));
    }
    for note in &row.notes {
        docs.text(note);
    }
    for erratum in about(action, target) {
        docs.markdown(&erratum_text(erratum));
    }
    docs.build()
}

fn facts(row: &Row, direction: Direction) -> Vec<String> {
    let mut facts = vec![format!("Wire name {}.", code(&row.name))];
    facts.extend(requirement(row, direction));
    facts.extend(row.unit.as_ref().map(|unit| format!("In {}.", escaped(unit))));
    facts.extend(form(row).map(str::to_owned));
    facts.extend(travel(row, direction));
    facts.extend(bounds(row));
    facts.extend(row.limits.iter().filter_map(|limit| other_limit(row, limit)));
    facts.extend(
        row.default.as_ref().map(|default| format!("Default {}{}.", value(&default.value), basis(row, default))),
    );
    facts.extend(row.default_is.as_ref().map(|default| {
        format!("By default: {}{}.", escaped(default.value.trim_end_matches('.')), basis(row, default))
    }));
    facts.extend(
        row.empty.as_ref().map(|empty| format!("An empty text means: {}.", escaped(empty.trim_end_matches('.')))),
    );
    facts.extend(row.required_for.as_ref().map(|who| format!("Needed for {}.", escaped(who.trim_end_matches('.')))));
    facts.extend(
        row.only_for.as_ref().map(|who| format!("Has an effect only for {}.", escaped(who.trim_end_matches('.')))),
    );
    if row.nullable {
        facts.push("May be null.".to_owned());
    }
    if row.on_invalid == OnInvalid::Ignored {
        facts.push("Values that the provider does not know are ignored.".to_owned());
    }
    if row.secret {
        facts.push("A secret: never shown.".to_owned());
    }
    if !row.aliases.is_empty() {
        let names: Vec<String> = row.aliases.iter().map(|alias| code(alias)).collect();
        facts.push(format!("Also read from {}.", names.join(", ")));
    }
    facts.extend(match row.basis {
        Basis::Table => None,
        Basis::Prose => Some("Stated in the text, not in the table.".to_owned()),
        Basis::Example => Some("Only an example shows it.".to_owned()),
        Basis::Traffic => Some("Not documented; known from real calls.".to_owned()),
    });
    facts
}

fn requirement(row: &Row, direction: Direction) -> Option<String> {
    match (row.required, direction) {
        (Required::Yes, Direction::Request) => Some("Required.".to_owned()),
        (Required::Yes, Direction::Response) => Some("Documented as always present.".to_owned()),
        (Required::InItem, _) => Some("Each entry needs it.".to_owned()),
        (Required::Unknown, Direction::Request) => Some("The page does not say whether it is required.".to_owned()),
        _ => None,
    }
}

fn form(row: &Row) -> Option<&'static str> {
    match row.kind {
        Kind::Time(TimeForm::Iso8601) => Some("ISO 8601, in UTC."),
        Kind::Time(TimeForm::Local) => Some("Written as `YYYY-MM-DD hh:mm:ss`, without a zone."),
        Kind::Time(TimeForm::UnixSeconds) => Some("Whole seconds since 1970."),
        Kind::Time(TimeForm::Date) => Some("Written as `YYYY/MM/DD`."),
        _ => None,
    }
}

fn travel(row: &Row, direction: Direction) -> Option<String> {
    if direction == Direction::Response || !row.list {
        return None;
    }
    let numbered = crate::model::segments(&row.name).unwrap_or_default().last().is_some_and(|last| last.list);
    let stem = row.name.rsplit_once('.').filter(|_| numbered).map_or(row.name.as_str(), |(stem, _)| stem);
    Some(match row.encoding {
        ListEncoding::Indexed(base) => {
            format!("Sent as {}, {} and so on.", code(&format!("{stem}.{base}")), code(&format!("{stem}.{}", base + 1)))
        }
        ListEncoding::Comma => "Sent as one text, joined by commas.".to_owned(),
        ListEncoding::Repeated => "Sent once for each entry, under the same name.".to_owned(),
    })
}

/// A lower and an upper bound of one thing are said together.
fn bounds(row: &Row) -> Vec<String> {
    let find = |key: &str| row.limits.iter().find(|limit| limit.value.key() == key);
    let pair = |low: &str, high: &str, what: &str, of: &str| {
        let low = find(low).map(|limit| (number(&limit.value), basis(row, limit)));
        let high = find(high).map(|limit| (number(&limit.value), basis(row, limit)));
        match (low, high) {
            (Some((low, first)), Some((high, second))) if first == second => {
                Some(format!("{what}{low} to {high}{of}{first}."))
            }
            (Some((low, first)), Some((high, second))) => Some(format!("{what}{low}{first} to {high}{second}{of}.")),
            (Some((low, first)), None) if low == "0" && of == " characters" => Some(format!("May be empty{first}.")),
            (Some((low, first)), None) if low == "1" && of == " characters" => Some(format!("Not empty{first}.")),
            (Some((low, first)), None) => Some(format!("{what}At least {}{first}.", counted(&low, of))),
            (None, Some((high, second))) => Some(format!("{what}At most {}{second}.", counted(&high, of))),
            (None, None) => None,
        }
    };
    [
        pair("min", "max", "", ""),
        pair("above", "below", "Between, without the bounds themselves: ", ""),
        pair("min_length", "max_length", "", " characters"),
        pair("min_items", "max_items", "", " entries").filter(|_| row.list),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// `1 entry`, `2 entries`.
pub(super) fn counted(number: &str, of: &str) -> String {
    match (number, of) {
        ("1", " entries") => "1 entry".to_owned(),
        ("1", " characters") => "1 character".to_owned(),
        _ => format!("{number}{of}"),
    }
}

fn number(limit: &Limit) -> String {
    match limit {
        Limit::Min(bound) | Limit::Max(bound) | Limit::Above(bound) | Limit::Below(bound) => bound.to_string(),
        Limit::MinLength(bound) | Limit::MaxLength(bound) | Limit::MinItems(bound) | Limit::MaxItems(bound) => {
            bound.to_string()
        }
        _ => String::new(),
    }
}

fn other_limit(row: &Row, limit: &Fact<Limit>) -> Option<String> {
    let text = match &limit.value {
        Limit::MultipleOf(step) => format!("A multiple of {step}"),
        Limit::Allowed(values) => {
            format!("Only {}", values.iter().map(|one| value(&one.value)).collect::<Vec<_>>().join(", "))
        }
        Limit::Pattern(pattern) => format!("Matches {}", code(pattern)),
        Limit::Case(crate::model::Case::Lower) => "In lower case".to_owned(),
        Limit::Case(crate::model::Case::Upper) => "In upper case".to_owned(),
        Limit::Format(format) if form(row).is_none() => format!("Format: {}", format.name()),
        _ => return None,
    };
    Some(format!("{text}{}.", basis(row, limit)))
}

pub(super) fn value(scalar: &Scalar) -> String {
    code(&scalar.wire())
}

fn basis<T>(row: &Row, fact: &Fact<T>) -> &'static str {
    match fact.basis.filter(|basis| *basis != row.basis) {
        Some(Basis::Prose) => " (stated in the text)",
        Some(Basis::Example) => " (seen in an example)",
        Some(Basis::Traffic) => " (known from real calls)",
        Some(Basis::Table) => " (stated in the table)",
        None => "",
    }
}

/// Contradictions that matter to a caller. Those about wording, order and the like are for the maintainers alone; what
/// only one of table and example shows, and that a requirement is unknown, is said elsewhere in the docs; and random
/// values of an example say nothing.
fn matters(action: &Action, erratum: &Erratum) -> bool {
    let attribute = erratum.attribute.as_ref().map_or("", |attribute| attribute.value.as_str());
    match attribute {
        "value" => !action.examples.iter().any(|example| example.placeholders),
        "required" => erratum.decision.as_ref().is_none_or(|decision| data_text(&decision.value) != "`unknown`"),
        _ => matches!(attribute, "name" | "type" | "default" | "enum" | "list"),
    }
}

fn about<'a>(action: &'a Action, target: &'a Target) -> impl Iterator<Item = &'a Erratum> {
    action
        .errata
        .iter()
        .filter(|erratum| matters(action, erratum))
        .filter(move |erratum| erratum.about.iter().any(|(_, found)| found.as_ref() == Some(target)))
}

/// A contradiction in a sentence.
fn erratum_text(erratum: &Erratum) -> String {
    if let Some(doc) = &erratum.doc {
        return format!("The documents contradict themselves here. {}", escaped(doc));
    }
    let says: Vec<String> =
        erratum.says.iter().map(|(place, data)| format!("{}: {}", escaped(place), data_text(&data.value))).collect();
    format!("The documents contradict themselves here ({}).", says.join("; "))
}

fn data_text(data: &crate::model::Data) -> String {
    use crate::model::Data;
    match data {
        Data::Null => "null".to_owned(),
        Data::Scalar(scalar) => value(scalar),
        Data::List(entries) => entries.iter().map(|entry| data_text(&entry.value)).collect::<Vec<_>>().join(", "),
        Data::Object(entries) => entries
            .iter()
            .map(|(key, entry)| format!("{}: {}", escaped(key), data_text(&entry.value)))
            .collect::<Vec<_>>()
            .join(", "),
    }
}

/// Docs of something that belongs to the whole action.
pub(super) fn action_errata(action: &Action) -> Vec<String> {
    about(action, &Target::Action).map(erratum_text).collect()
}

/// A deprecation, if there is one.
pub(super) fn deprecation(deprecated: Option<&Deprecation>) -> Option<String> {
    deprecated.map(super::provider::deprecation)
}
