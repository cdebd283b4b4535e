//! An action for the eye: the tables in the order of the page, to be laid beside it.

use super::table::{columns, wrapped};
use super::{action::data, endpoint, method};
use crate::model::{kind_name, *};

pub(super) fn action(provider: &Provider, service: &Service, action: &Action, text: &mut String) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(&format!("{}/{}/{}", provider.name.value, service.name.value, action.name.value));
    text.push_str(&action.title.as_ref().map_or(String::new(), |title| format!(": {title}")));
    text.push_str(&format!(
        "\n  {} {}\n",
        method(provider),
        endpoint(service, action).unwrap_or("(no endpoint documented)")
    ));
    let source =
        [("page", &action.source.page), ("section", &action.source.section), ("read on", &action.source.transcribed)];
    let source: Vec<String> =
        source.iter().filter_map(|(what, found)| Some(format!("{what} {}", found.as_ref()?.value))).collect();
    text.push_str(&format!("  {}\n", source.join(", ")));
    if let Some(deprecated) = &action.deprecated {
        let part = |part: &Option<Text>| part.as_ref().map_or(String::new(), |part| format!(" {}", part.value));
        text.push_str(&format!(
            "  deprecated:{}{}\n",
            part(&deprecated.reason),
            deprecated.successor.as_ref().map_or(String::new(), |name| format!(" Use {}.", name.value))
        ));
    }
    paragraph(action.doc.as_deref().unwrap_or(""), text);
    request(action, text);
    response(action, text);
    for one in &action.enums {
        enumeration(one, text);
    }
    rest(action, text);
}

fn paragraph(body: &str, text: &mut String) {
    for line in wrapped(body, 110).iter().filter(|line| !line.is_empty()) {
        text.push_str(&format!("  {line}\n"));
    }
}

const HEADER: [&str; 5] = ["name", "type", "required", "default", "facts"];

fn request(action: &Action, text: &mut String) {
    text.push_str(&format!("\nrequest, {}\n", counted(action.request.len(), "row")));
    let rows: Vec<Vec<String>> =
        action.request.iter().map(|row| cells(action, row, &row.name, Direction::Request)).collect();
    if !rows.is_empty() {
        columns(&HEADER, &rows, text);
    }
}

fn response(action: &Action, text: &mut String) {
    let mut section = |title: String, rows: &[Row]| {
        text.push_str(&format!("\n{title}, {}\n", counted(rows.len(), "row")));
        let rows: Vec<Vec<String>> =
            rows.iter().map(|row| cells(action, row, &row.name, Direction::Response)).collect();
        if !rows.is_empty() {
            columns(&HEADER, &rows, text);
        }
    };
    section("response".to_owned(), &action.response);
    for kind in &action.types {
        section(format!("type {}", kind.name.value), &kind.rows);
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn cells(action: &Action, row: &Row, name: &str, direction: Direction) -> Vec<String> {
    let required = match row.required {
        Required::Yes => "yes",
        Required::No => "no",
        Required::Unknown => "unknown",
        Required::InItem => "in item",
    };
    let default = row.default.as_ref().map_or_else(
        || row.default_is.as_ref().map_or(String::new(), |default| default.value.clone()),
        |default| shown(&default.value),
    );
    vec![name.to_owned(), type_cell(action, row), required.to_owned(), default, facts(row, direction).join("; ")]
}

/// The type as the spec has it; for programs there are other words.
fn type_cell(action: &Action, row: &Row) -> String {
    let name = kind_name(row.kind, Some(action));
    if row.list { format!("[{name}]") } else { name.to_owned() }
}

/// A text is shown in quotes, so that an empty one can be seen.
fn shown(scalar: &Scalar) -> String {
    match scalar {
        Scalar::Text(text) if text.is_empty() => "\"\"".to_owned(),
        other => other.wire(),
    }
}

fn facts(row: &Row, direction: Direction) -> Vec<String> {
    let mut facts: Vec<String> = Vec::new();
    facts.extend(row.constant.as_ref().map(|constant| format!("always {}", shown(&constant.value))));
    facts.extend(row.limits.iter().map(|limit| limit_text(row, limit)));
    if direction == Direction::Request && row.list {
        facts.push(match row.encoding {
            ListEncoding::Indexed(base) => format!("numbered from {base}"),
            ListEncoding::Comma => "joined by commas".to_owned(),
            ListEncoding::Repeated => "sent once per entry".to_owned(),
        });
    }
    facts.extend(row.unit.as_ref().map(|unit| format!("in {unit}")));
    facts.extend(row.item.as_ref().map(|item| format!("wrapped in {}", item.value)));
    facts.extend(row.empty.as_ref().map(|empty| format!("empty: {empty}")));
    facts.extend(row.nullable.then(|| "may be null".to_owned()));
    facts.extend(row.secret.then(|| "secret".to_owned()));
    facts.extend(row.aliases.iter().map(|alias| format!("also {}", alias.value)));
    facts.extend((row.on_invalid == OnInvalid::Ignored).then(|| "unknown values are ignored".to_owned()));
    facts.extend(row.required_for.as_ref().map(|who| format!("needed for {who}")));
    facts.extend(row.only_for.as_ref().map(|who| format!("only for {who}")));
    facts.extend(row.deprecated.as_ref().map(|_| "deprecated".to_owned()));
    facts.extend((row.basis != Basis::Table).then(|| format!("basis: {}", row.basis.name())));
    facts.extend(row.doc.clone());
    facts.extend(row.notes.iter().cloned());
    facts
}

fn limit_text(row: &Row, limit: &Fact<Limit>) -> String {
    let value = match &limit.value {
        Limit::Min(bound) | Limit::Max(bound) | Limit::Above(bound) | Limit::Below(bound) => bound.to_string(),
        Limit::MultipleOf(step) => step.to_string(),
        Limit::MinLength(bound) | Limit::MaxLength(bound) | Limit::MinItems(bound) | Limit::MaxItems(bound) => {
            bound.to_string()
        }
        Limit::Pattern(pattern) => pattern.clone(),
        Limit::Format(format) => format.name().to_owned(),
        Limit::Case(Case::Lower) => "lower".to_owned(),
        Limit::Case(Case::Upper) => "upper".to_owned(),
        Limit::Allowed(values) => values.iter().map(|value| shown(&value.value)).collect::<Vec<_>>().join(" | "),
    };
    let basis = row.basis_of(limit);
    let basis = if basis == row.basis { String::new() } else { format!(" ({})", basis.name()) };
    format!("{} {value}{basis}", limit.value.key())
}

fn enumeration(one: &Enum, text: &mut String) {
    let open = if one.open { ", open" } else { "" };
    let basis = if one.basis == Basis::Table { String::new() } else { format!(", basis: {}", one.basis.name()) };
    text.push_str(&format!("\nenum {}, {}{open}{basis}\n", one.name.value, counted(one.values.len(), "value")));
    let rows: Vec<Vec<String>> = one
        .values
        .iter()
        .map(|value| {
            let mut facts: Vec<String> = value.doc.clone().into_iter().collect();
            facts.extend(value.only.map(|only| {
                if only == Direction::Request { "only in requests".to_owned() } else { "only in answers".to_owned() }
            }));
            facts.extend((!value.except.is_empty()).then(|| format!("not in {}", value.except.join(", "))));
            facts.extend(value.deprecated.as_ref().map(|_| "deprecated".to_owned()));
            vec![
                shown(&value.value.value),
                value.label.as_ref().map_or(String::new(), |label| label.value.clone()),
                facts.join("; "),
            ]
        })
        .collect();
    columns(&["value", "label", "meaning"], &rows, text);
}

/// A row of a rule, with the values that it is compared with.
fn compared(rule: &Rule, row: usize, name: &str) -> String {
    let (RuleKind::OnlyWhen(_, conditions) | RuleKind::NeededWhen(_, conditions)) = &rule.kind else {
        return name.to_owned();
    };
    let values = conditions.iter().filter(|condition| condition.row == row).flat_map(|condition| &condition.values);
    format!("{name} is {}", values.map(|value| shown(&value.value)).collect::<Vec<_>>().join(" or "))
}

/// Everything behind the tables.
fn rest(action: &Action, text: &mut String) {
    if !action.rules.is_empty() {
        text.push_str(&format!("\nrules, {}\n", action.rules.len()));
        let name = |row: &usize| action.request[*row].name.value.clone();
        let rows: Vec<Vec<String>> = action
            .rules
            .iter()
            .map(|rule| {
                let (given, others) = rule.kind.rows();
                let names: Vec<String> = others.iter().map(|row| compared(rule, *row, &name(row))).collect();
                let basis =
                    if rule.basis == Basis::Table { String::new() } else { format!("; basis: {}", rule.basis.name()) };
                let doc = rule.doc.as_ref().map_or(String::new(), |doc| format!("; {doc}"));
                vec![
                    rule.kind.name().to_owned(),
                    given.as_ref().map_or(String::new(), name),
                    format!("{}{doc}{basis}", names.join(", ")),
                ]
            })
            .collect();
        columns(&["rule", "given", "rows"], &rows, text);
    }
    if !action.errors.is_empty() {
        text.push_str(&format!("\nerrors, {}\n", action.errors.len()));
        let rows: Vec<Vec<String>> = action
            .errors
            .iter()
            .map(|error| {
                vec![
                    error.code.value.clone(),
                    error.http.as_ref().map_or(String::new(), |http| http.value.to_string()),
                    error.message.clone().unwrap_or_default(),
                ]
            })
            .collect();
        columns(&["code", "http", "message"], &rows, text);
    }
    for table in &action.tables {
        text.push_str(&format!("\ntable {}, {}\n", table.name.value, counted(table.rows.len(), "row")));
        let header: Vec<&str> = table.columns.iter().map(|column| column.name.value.as_str()).collect();
        let rows: Vec<Vec<String>> =
            table.rows.iter().map(|row| row.value.iter().map(|value| value.value.wire()).collect()).collect();
        columns(&header, &rows, text);
    }
    if !action.errata.is_empty() {
        text.push_str(&format!("\nerrata, {}\n", action.errata.len()));
        for erratum in &action.errata {
            let about: Vec<&str> = erratum.about.iter().map(|(about, _)| about.value.as_str()).collect();
            let says: Vec<String> =
                erratum.says.iter().map(|(place, said)| format!("{}: {}", place.value, data(&said.value))).collect();
            let attribute = erratum.attribute.as_ref().map_or("", |attribute| attribute.value.as_str());
            let decision =
                erratum.decision.as_ref().map_or(String::new(), |decision| format!(" -> {}", data(&decision.value)));
            paragraph(
                &format!(
                    "{} {attribute} ({}){decision}. {}",
                    about.join(", "),
                    says.join("; "),
                    erratum.doc.as_deref().unwrap_or("")
                ),
                text,
            );
        }
    }
    for (what, notes) in [("notes", &action.notes), ("remarks", &action.remarks)] {
        if !notes.is_empty() {
            text.push_str(&format!("\n{what}, {}\n", notes.len()));
        }
        for note in notes {
            paragraph(note, text);
        }
    }
}
