//! Documented calls, as tests of the generated code.

use super::literals::{fraction, long_text};
use super::names::Names;
use super::scope::Scope;
use crate::model::{self, Action, Calls, Data, Field, FieldKind, Given, Kind, Provider, Row, Scalar, Target, TimeForm};
use crate::rust::{Builder, Example, Expression, RustName};

pub(super) fn examples(action: &Action, provider: &Provider, scope: &Scope) -> Vec<Example> {
    let mut names = Names::default();
    let calls = Calls::new(action, provider);
    let examples = action.examples.iter().enumerate();
    examples
        .map(|(index, example)| Example {
            name: names.plain_field(&format!("example_{}", index + 1)),
            request: request(action, provider, scope, &calls, example),
            response: example
                .response
                .as_ref()
                .map(|response| (scope.response.clone(), long_text(json(action, &response.value)))),
        })
        .filter(|example| example.request.is_some() || example.response.is_some())
        .collect()
}

fn request(
    action: &Action,
    provider: &Provider,
    scope: &Scope,
    calls: &Calls<'_>,
    example: &model::Example,
) -> Option<(Builder, Vec<(String, String)>)> {
    if example.request.is_empty() && example.supply.is_empty() {
        return None;
    }
    let call = calls.read(example);
    let builder = structure(action, scope, &action.fields, &call.given, &scope.request, &provider.action_parameter)?;
    Some((builder, call.pairs))
}

/// A struct and what its fields are set to; nothing when one that its constructor needs is missing, which is a mistake
/// in the spec.
fn structure(
    action: &Action,
    scope: &Scope,
    fields: &[Field],
    given: &[Option<Given>],
    name: &RustName,
    skipped: &str,
) -> Option<Builder> {
    let mut names = Names::default();
    let mut builder = Builder { name: name.clone(), arguments: Vec::new(), setters: Vec::new() };
    for (field, given) in fields.iter().zip(given).filter(|(field, _)| field.full_name != skipped) {
        let setter = names.field(&field.name);
        let found = given.as_ref().and_then(|given| expression(action, scope, field, given));
        match (found, field.needed) {
            (Some(expression), true) => builder.arguments.push(expression),
            (None, true) => return None,
            (Some(expression), false) => builder.setters.push((setter, expression)),
            (None, false) => {}
        }
    }
    Some(builder)
}

fn expression(action: &Action, scope: &Scope, field: &Field, given: &Given) -> Option<Expression> {
    match (&field.kind, given) {
        (FieldKind::Value(row), Given::Value(value)) => Some(single(action, &action.request[*row], value)),
        (FieldKind::Value(row), Given::List(values)) => {
            let entries = values.iter().map(|value| single(action, &action.request[*row], value));
            Some(Expression::List(entries.collect()))
        }
        (FieldKind::Struct(_, inner), given) => {
            let name = scope.parameters.get(&field.full_name)?;
            let one = |given: &Vec<_>| structure(action, scope, inner, given, name, "").map(Expression::Struct);
            match given {
                Given::Struct(given) => one(given),
                Given::Structs(entries) => entries.iter().map(one).collect::<Option<_>>().map(Expression::List),
                Given::Value(_) | Given::List(_) => None,
            }
        }
        (FieldKind::Value(_), Given::Struct(_) | Given::Structs(_)) => None,
    }
}

fn single(action: &Action, row: &Row, value: &str) -> Expression {
    let text = || Expression::Text(value.to_owned());
    match row.kind {
        Kind::Integer | Kind::Time(TimeForm::UnixSeconds) => value.parse().map_or_else(|_| text(), Expression::Integer),
        Kind::Enum(index) if action.enums[index].integer => value.parse().map_or_else(|_| text(), Expression::Integer),
        Kind::Float => value.parse().map_or_else(|_| text(), |number| Expression::Float(fraction(number))),
        Kind::Any | Kind::Object => Expression::Json(value.to_owned()),
        Kind::Boolean => value.parse().map_or_else(|_| text(), Expression::Boolean),
        _ => text(),
    }
}

/// The answer as JSON, without the fields that errata drop.
fn json(action: &Action, data: &Data) -> String {
    let dropped: Vec<&str> = action
        .errata
        .iter()
        .flat_map(|erratum| &erratum.about)
        .filter(|(about, target)| matches!(target, Some(Target::Absent(_))) && about.value.starts_with("response "))
        .map(|(about, _)| &about.value["response ".len()..])
        .collect();
    let value = json_value(data, "", &dropped);
    serde_json::to_string_pretty(&value).unwrap_or_default()
}

fn json_value(data: &Data, path: &str, dropped: &[&str]) -> serde_json::Value {
    match data {
        Data::Null => serde_json::Value::Null,
        Data::Scalar(Scalar::Text(text)) => text.clone().into(),
        Data::Scalar(Scalar::Integer(number)) => (*number).into(),
        Data::Scalar(Scalar::Float(number)) => (*number).into(),
        Data::Scalar(Scalar::Boolean(truth)) => (*truth).into(),
        Data::List(entries) => {
            entries.iter().map(|entry| json_value(&entry.value, &format!("{path}[]"), dropped)).collect()
        }
        Data::Object(entries) => {
            let dot = if path.is_empty() { "" } else { "." };
            let fields = entries.iter().map(|(key, value)| (format!("{path}{dot}{}", key.value), key, value));
            fields
                .filter(|(path, ..)| !dropped.contains(&path.as_str()))
                .map(|(path, key, value)| (key.value.clone(), json_value(&value.value, &path, dropped)))
                .collect::<serde_json::Map<_, _>>()
                .into()
        }
    }
}
