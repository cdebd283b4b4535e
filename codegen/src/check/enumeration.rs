//! Values and labels of enums.

use std::collections::BTreeMap;

use super::scope::Scope;
use crate::diag::{Code, Diagnostic};
use crate::model::{Enum, EnumValue};
use crate::source::At;
use crate::vocabulary::Scalar;

pub(super) fn run(scope: &Scope<'_>) {
    for list in scope.action.into_iter().flat_map(|action| &action.enums) {
        if list.values.is_empty() {
            let message = format!("the enum `{}` has no values", list.name.value);
            scope.report(
                Code::EnumEmpty,
                message,
                (list.name.at, ""),
                "list the values, or give the rows a basic type",
            );
        }
        report_duplicates(scope, list);
        report_mixture(scope, list);
        report_labels(scope, list);
    }
}

fn report_duplicates(scope: &Scope<'_>, list: &Enum) {
    let mut first: BTreeMap<String, At> = BTreeMap::new();
    for value in &list.values {
        match first.get(&value.value.value.wire()) {
            None => {
                first.insert(value.value.value.wire(), value.value.at);
            }
            Some(earlier) => {
                let message = format!("`{}` has the value `{}` twice", list.name.value, value.value.value.wire());
                scope.push(
                    Diagnostic::new(Code::EnumDuplicate, message)
                        .at(value.value.at, "again here")
                        .at(*earlier, "first here")
                        .help("keep one of them"),
                );
            }
        }
    }
}

fn report_mixture(scope: &Scope<'_>, list: &Enum) {
    let whole = |value: &&EnumValue| matches!(value.value.value, Scalar::Integer(_));
    let (Some(number), Some(other)) = (list.values.iter().find(whole), list.values.iter().find(|value| !whole(value)))
    else {
        return;
    };
    let diagnostic =
        Diagnostic::new(Code::EnumMixed, format!("`{}` has whole numbers beside other values", list.name.value));
    let diagnostic = diagnostic.at(number.value.at, "a whole number").at(other.value.at, other.value.value.kind());
    scope.push(diagnostic.help("put the numbers in quotes if all values travel as text, or split the enum"));
}

/// Values may differ in case only, since pages have such lists; labels are our own words, and have no reason to.
fn report_labels(scope: &Scope<'_>, list: &Enum) {
    let mut words: BTreeMap<String, &EnumValue> = BTreeMap::new();
    for value in &list.values {
        let word = value.label.as_ref().map_or_else(|| value.value.value.wire(), |label| label.value.clone());
        let Some(earlier) = words.insert(simplified(&word), value) else { continue };
        let (Some(place), other) = (match (&value.label, &earlier.label) {
            (Some(label), other) => (Some(label.at), other.as_ref().map_or(earlier.value.at, |label| label.at)),
            (None, Some(label)) => (Some(label.at), value.value.at),
            (None, None) => (None, earlier.value.at),
        }) else {
            continue;
        };
        let diagnostic =
            Diagnostic::new(Code::EnumLabel, format!("two values of `{}` are called `{word}`", list.name.value));
        scope.push(
            diagnostic
                .at(place, "this label")
                .at(other, "the other")
                .help("labels are compared without case and separators; choose another word"),
        );
    }
}

fn simplified(word: &str) -> String {
    let plain: String =
        word.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if plain.is_empty() { word.to_owned() } else { plain }
}
