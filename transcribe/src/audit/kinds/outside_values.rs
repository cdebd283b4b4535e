//! Values of examples that are outside of the documented ones.

use serde_json::Value;

use super::answers::Found;
use super::calls::Match;
use super::{Finding, Kind, Severity, Subject};
use crate::draft::{Constraint, Property, Row};

pub(super) const VALUE: Kind = Kind {
    id: "value-outside",
    severity: Severity::Warning,
    explanation: "The example shows a value that is not among those that the table lists.",
    attributes: &["value"],
    find: values,
};

pub(super) const PLACEHOLDER: Kind = Kind {
    id: "placeholder-outside",
    severity: Severity::Note,
    explanation: "The example was made by a program, and its random values are not among those that the table lists.",
    attributes: &["value"],
    find: placeholders,
};

/// A value outside: the row as it is shown, the row, the value, where it stands, what lists the others.
struct Outside<'s> {
    about: String,
    row: &'s Row,
    value: String,
    at: std::ops::Range<usize>,
    list: &'s Constraint,
}

fn values(subject: &Subject<'_>) -> Vec<Finding> {
    let found = outside(subject).into_iter().filter(|outside| !subject.is_random(&outside.value));
    let found = found.map(|outside| {
        let message = format!(
            "the example shows `{}` for `{}`, which is not among the documented values",
            outside.value, outside.row.name
        );
        Finding::new(&VALUE, outside.about, message)
            .at(outside.at, "the example")
            .at(outside.list.at.clone(), "the documented values")
    });
    found.collect()
}

/// One finding for all random values of an action.
fn placeholders(subject: &Subject<'_>) -> Vec<Finding> {
    let random: Vec<_> = outside(subject).into_iter().filter(|outside| subject.is_random(&outside.value)).collect();
    let Some(first) = random.first() else { return Vec::new() };
    let names: Vec<_> = random.iter().map(|outside| format!("`{}` of `{}`", outside.value, outside.row.name)).collect();
    let message = format!("random values of the example are outside of the documented ones: {}", names.join(", "));
    let finding = Finding::new(&PLACEHOLDER, "", message);
    vec![finding.at(first.at.clone(), "the example").at(first.list.at.clone(), "the documented values")]
}

fn outside<'s>(subject: &Subject<'s>) -> Vec<Outside<'s>> {
    let mut found = Vec::new();
    for (pair, row) in subject.calls.iter().flat_map(|call| &call.pairs) {
        let Match::Row(row) = *row else { continue };
        if pair.value.is_empty() || pair.value.starts_with(['<', '{', '$']) {
            continue;
        }
        let list = if row.list && row.form.is_some() {
            pair.value.split(',').find_map(|value| lists(row, value.trim()))
        } else {
            lists(row, &pair.value)
        };
        found.extend(list.map(|list| Outside {
            about: format!("request {}", row.name),
            row,
            value: pair.value.clone(),
            at: pair.at.clone(),
            list,
        }));
    }
    for field in subject.answers.iter().flat_map(|answer| &answer.fields) {
        let Found::Row(row) = field.row else { continue };
        let several: &[Value] = field.value.as_array().map_or(std::slice::from_ref(field.value), Vec::as_slice);
        let text = |value: &Value| match value {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        };
        let first = several.iter().filter_map(text).find_map(|value| Some((lists(row, &value)?, value)));
        found.extend(first.map(|(list, value)| Outside {
            about: format!("response {}", field.path),
            row,
            value,
            at: field.at.clone(),
            list,
        }));
    }
    found
}

/// What lists the values of a row, when this is none of them. A list that says that there are more lists none.
fn lists<'s>(row: &'s Row, value: &str) -> Option<&'s Constraint> {
    row.constraints.iter().find(|known| match &known.property {
        Property::Values(values, open) => !open && values.iter().all(|(wire, _)| wire != value),
        Property::Literal("allowed", list) => {
            let list = list.trim_matches(['[', ']']);
            list.split(", ").all(|known| known.trim_matches('"') != value)
        }
        _ => false,
    })
}
