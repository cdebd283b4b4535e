//! What descriptions say becomes constraints of rows and conditions between them.

mod code;
mod keys;
mod remarks;
mod rules;

use crate::draft::{Basis, Constraint, Draft, Kind, ListForm, Property, Required, Row};
use crate::page::Text;
use crate::prose::{self, Described, Fact, Found, Separator};
use crate::report::{Notes, Weight};

/// Reads the descriptions of all rows.
pub(crate) fn constrain(draft: &mut Draft, notes: &mut Notes) {
    let mut rules = Vec::new();
    let names: Vec<String> = draft.request.iter().map(|row| row.name.clone()).collect();
    table(&mut draft.request, &names, true, &mut rules, notes);
    secrets(&draft.request, notes);
    advice(draft, notes);
    let names: Vec<String> = draft.response.iter().map(|row| row.name.clone()).collect();
    table(&mut draft.response, &names, false, &mut rules, notes);
    secrets(&draft.response, notes);
    for model in &mut draft.models {
        let names: Vec<String> = model.rows.iter().map(|row| row.name.clone()).collect();
        table(&mut model.rows, &names, false, &mut Vec::new(), notes);
        secrets(&model.rows, notes);
    }
    remarks::conditions(draft, notes);
    draft.rules = rules::possible(rules, &draft.request, notes);
}

/// Says that the text above the tables advises against the action: what to use instead is for a person to find.
fn advice(draft: &Draft, notes: &mut Notes) {
    if let Some(text) = draft.introduction.iter().find(|text| prose::advises_against(text.as_str())) {
        let line = "deprecated: { reason: …, use: … }";
        let told = format!("the page advises against `{}`; add to the action if it holds: {line}", draft.action);
        notes.say(Weight::Guess, text.at().start, told);
    }
}

/// Says which rows look like secrets: no page says what must not show in logs.
fn secrets(rows: &[Row], notes: &mut Notes) {
    const SECRETS: &[&str] =
        &["password", "passwd", "pwd", "passphrase", "privatekey", "secretkey", "secret", "sharedkey"];
    for row in rows {
        let name: String = row.name.chars().filter(char::is_ascii_alphanumeric).collect();
        if SECRETS.iter().any(|secret| name.to_ascii_lowercase().ends_with(secret)) {
            let text = format!("`{}` looks like a secret; add if it is one: secret: true", row.name);
            notes.say(Weight::Guess, row.at.start, text);
        }
    }
}

fn table(rows: &mut [Row], names: &[String], request: bool, rules: &mut Vec<rules::Found>, notes: &mut Notes) {
    let siblings: Vec<&str> = names.iter().map(String::as_str).collect();
    // What a row always is needs no bounds.
    for row in rows.iter_mut().filter(|row| row.constant.is_none()) {
        let Some(description) = row.cells.description.as_ref().map(|cell| code::quoted(cell, &siblings)) else {
            continue;
        };
        let described = Described {
            name: &row.name,
            kind: kind(&row.kind),
            list: row.list,
            required: match row.required {
                Required::Yes => Some(true),
                Required::No => Some(false),
                Required::Unknown | Required::Unmarked => None,
            },
            request,
            text: description.as_str(),
            siblings: &siblings,
        };
        let findings = prose::read(&described);
        for doubt in findings.doubts {
            let place = description.place(doubt.at.start);
            notes.say(
                Weight::Guess,
                place,
                format!("{}; add to `{}` if it holds: {}", doubt.why, row.name, doubt.line_to_add),
            );
        }
        joined(row, &findings.facts, request);
        let several = findings.facts.iter().any(|found| matches!(found.fact, Fact::Separated(_))) && !row.list;
        for found in findings.facts {
            // Each value of such a text is one of the list, and the text is none.
            if several && matches!(found.fact, Fact::Allowed { .. }) {
                let at = description.place(found.at.start);
                let text = format!("`{}` holds several values of a list in one text; say which in a note", row.name);
                notes.say(Weight::Guess, at, text);
                continue;
            }
            apply(row, found, &description, request, rules, notes);
        }
        keys::consistent(row, notes);
    }
}

fn kind(kind: &Kind) -> prose::Kind {
    match kind {
        Kind::Text => prose::Kind::Text,
        Kind::Integer => prose::Kind::Integer,
        Kind::Float => prose::Kind::Float,
        Kind::Boolean => prose::Kind::Boolean,
        Kind::Object | Kind::Model(_) => prose::Kind::Object,
        Kind::Unknown => prose::Kind::Unknown,
    }
}

/// A text that holds so many values at most, or several of a list of values, with commas between them, is a list that
/// travels so.
fn joined(row: &mut Row, facts: &[Found], request: bool) {
    let separated = facts.iter().any(|found| found.fact == Fact::Separated(Separator::Comma));
    let told = facts.iter().any(|found| match &found.fact {
        Fact::MaxItems(_) => true,
        Fact::Allowed { values, .. } => values.len() > 1,
        _ => false,
    });
    // A list by its type needs no further word, unless the names of its entries have numbers.
    if request && separated && (told || row.list) && row.kind == Kind::Text && !row.name.contains('.') {
        row.list = true;
        row.form = Some(ListForm::Comma);
    }
}

fn apply(
    row: &mut Row,
    found: Found,
    description: &Text,
    request: bool,
    rules: &mut Vec<rules::Found>,
    notes: &mut Notes,
) {
    let at = description.range(found.at);
    let conditions = rules::rules(&row.name, &found.fact);
    if !conditions.is_empty() {
        let found = |rule| rules::Found { row: row.name.clone(), rule, at: at.clone() };
        rules.extend(conditions.into_iter().filter(|_| request).map(found));
        return;
    }
    if let Some(property) = keys::property(row, &found.fact) {
        let key = |constraint: &Constraint| keys::key(&constraint.property);
        let new = keys::key(&property);
        if matches!(property, Property::Deprecated(Some(_))) {
            // A row that is struck through, whose words also name what to use instead.
            row.constraints.retain(|known| known.property != Property::Deprecated(None));
        }
        if row.constraints.iter().all(|known| key(known) != new) {
            row.constraints.push(Constraint { property, basis: Basis::Table, at });
        }
    } else if let Some(what) = keys::without_key(row, &found.fact) {
        let remedy = match found.fact {
            Fact::Separated(Separator::Comma) if request => "write `type: [string], list: comma` if it is a list",
            _ => "say it in a note",
        };
        notes.say(Weight::Guess, at.start, format!("no key of `{}` can say {what}; {remedy}", row.name));
    }
}
