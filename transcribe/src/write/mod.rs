//! Draft -> the text of a spec, in the order of the page. What only a person can say, such as `doc`, is left to the
//! reviewer.
//!
//! Rows are not aligned, so that a row that changes is one line that changes.

mod enums;
mod examples;
mod rows;
pub(crate) mod yaml;

use std::collections::BTreeMap;

use crate::draft::{Draft, Erratum, ErrorRow, Kind, Required, Rule, RuleKind, Says};
use enums::Enums;
use yaml::{Map, Value, entry, item, scalar};

/// What specs of a provider need not say, since `provider.yaml` does.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What a row of an answer without `required` means.
    pub response: Required,
    /// The day of the transcription, `YYYY-MM-DD`; none leaves it out.
    pub transcribed: Option<String>,
    /// The usual names of the rows that turn pages, by the key that names them: `offset`, `total`.
    pub paging: BTreeMap<&'static str, String>,
    /// Names of the parameters that every call has.
    pub common: Vec<String>,
    /// The text of `provider.yaml`; without it, no example can be judged, and specs have none.
    pub provider: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            response: Required::Unknown,
            transcribed: None,
            paging: BTreeMap::new(),
            common: Vec::new(),
            provider: None,
        }
    }
}

/// The text of the spec.
pub fn spec(draft: &Draft, settings: &Settings) -> String {
    let enums = Enums::of(draft);
    let mut text = format!("action: {}\nsource: {}\n", scalar(&draft.action), yaml::flow_map(&source(draft, settings)));
    text.extend(draft.endpoint.as_ref().map(|endpoint| format!("endpoint: {}\n", scalar(endpoint.as_str()))));
    text.extend(draft.paging.as_ref().map(|paging| format!("paging: {}\n", named_rows(paging))));
    let writer = rows::Writer { enums: &enums, settings };
    text += &section("request", draft.request.iter().map(|row| writer.request(row, 2)));
    text += &section("response", draft.response.iter().map(|row| writer.response(row, 2)));
    text += &section("types", draft.models.iter().map(|model| writer.model(model)));
    text += &section("enums", enums.all().map(enums::Enum::text));
    text += &section("rules", draft.rules.iter().map(|rule| self::rule(rule, draft)));
    text += &section("errors", draft.errors.iter().map(error));
    text += &section("examples", draft.examples.iter().filter_map(examples::example));
    text += &section("errata", draft.errata.iter().map(erratum));
    text
}

/// Rows, each behind the key that says what it is for.
pub(crate) fn named_rows(rows: &[(&'static str, String)]) -> String {
    yaml::flow_map(&rows.iter().map(|(key, row)| (*key, Value::text(row.as_str()))).collect())
}

fn source(draft: &Draft, settings: &Settings) -> Map {
    let mut source = vec![("page", Value::text(draft.page.as_str()))];
    source.extend(draft.section.as_ref().map(|section| ("section", Value::text(section.as_str()))));
    source.push(("language", Value::text(draft.language)));
    source.extend(settings.transcribed.as_ref().map(|day| ("transcribed", Value::Literal(day.clone()))));
    source
}

fn section(name: &str, entries: impl Iterator<Item = String>) -> String {
    let body: String = entries.collect();
    if body.is_empty() { body } else { format!("\n{name}:\n{body}") }
}

fn rule(rule: &Rule, draft: &Draft) -> String {
    let when = |field: &String, condition: &String, values: &Vec<String>| {
        let text = draft.request.iter().any(|row| row.name == *condition && row.kind == Kind::Text);
        let value = |value: &String| if text { Value::text(value.as_str()) } else { Value::Literal(value.clone()) };
        let mut values: Vec<_> = values.iter().map(value).collect();
        let values = if values.len() == 1 { values.remove(0) } else { Value::List(values) };
        format!("{{ field: {}, is: {{ {}: {} }} }}", scalar(field), scalar(condition), values.flow())
    };
    let (name, body) = match &rule.kind {
        RuleKind::Requires(given, needs) => {
            ("requires", format!("{{ given: {}, needs: [{}] }}", scalar(given), scalar(needs)))
        }
        RuleKind::NeededWhen(field, condition, values) => ("needed_when", when(field, condition, values)),
        RuleKind::OnlyWhen(field, condition, values) => ("only_when", when(field, condition, values)),
        RuleKind::ExactlyOne(rows) => ("exactly_one", Value::texts(rows).flow()),
        RuleKind::AtLeastOne(rows) => ("at_least_one", Value::texts(rows).flow()),
        RuleKind::AtMostOne(rows) => ("at_most_one", Value::texts(rows).flow()),
    };
    format!("  - {name}: {body}\n")
}

fn error(error: &ErrorRow) -> String {
    let mut map = vec![("code", Value::text(error.code.trimmed()))];
    map.extend(error.http.map(|http| ("http", Value::Literal(http.to_string()))));
    map.extend(error.message.as_ref().map(|message| ("message", Value::text(message.trimmed()))));
    item(2, &map)
}

fn erratum(erratum: &Erratum) -> String {
    let about =
        if erratum.about.len() == 1 { Value::text(erratum.about.concat()) } else { Value::texts(&erratum.about) };
    let says = erratum.says.iter().map(|(place, says)| {
        let says = match says {
            Says::One(value) => Value::text(value.as_str()),
            Says::List(values) => Value::texts(values),
        };
        (*place, says)
    });
    let map = vec![
        ("about", about),
        ("attribute", Value::text(erratum.attribute)),
        ("says", Value::Map(says.collect())),
        ("decision", Value::text(erratum.decision.as_str())),
        ("doc", Value::text(erratum.doc.as_str())),
    ];
    item(2, &map)
}

/// A type of this name, with its rows.
fn named(name: &str, body: &str) -> String {
    if body.is_empty() { entry(2, name, &Map::new()) } else { format!("  {}:\n{body}", scalar(name)) }
}
