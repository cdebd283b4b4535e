//! Documented calls, as tests of the generated code.

use std::collections::BTreeMap;

use super::names::Names;
use super::scope::Scope;
use crate::model::{
    self, Action, Data, Field, FieldKind, Kind, ListEncoding, Provider, Required, Row, Scalar, Target, TimeForm,
};
use crate::rust::{Builder, Example, Expression, RustName};

pub(super) fn examples(action: &Action, provider: &Provider, scope: &Scope) -> Vec<Example> {
    let mut names = Names::default();
    let examples = action.examples.iter().enumerate();
    examples
        .map(|(index, example)| Example {
            name: names.plain_field(&format!("example_{}", index + 1)),
            request: request(action, provider, scope, example),
            response: example.response.as_ref().map(|response| (scope.response.clone(), json(action, &response.value))),
        })
        .filter(|example| example.request.is_some() || example.response.is_some())
        .collect()
}

/// The pairs of an example by name. A name that is sent several times keeps all its values.
struct Pairs<'e> {
    values: BTreeMap<&'e str, Vec<&'e str>>,
    /// What the request is expected to encode to: what was used.
    used: Vec<(String, String)>,
}

fn request(
    action: &Action,
    provider: &Provider,
    scope: &Scope,
    example: &model::Example,
) -> Option<(Builder, Vec<(String, String)>)> {
    if example.request.is_empty() && example.supply.is_empty() {
        return None;
    }
    let mut values: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for pair in example.request.iter().chain(&example.supply) {
        values.entry(&pair.name).or_default().push(&pair.value);
    }
    let action_pair = (provider.action_parameter.clone(), action.name.value.clone());
    let mut pairs = Pairs { values, used: vec![action_pair] };
    let builder = structure(action, scope, &action.fields, &scope.request, &provider.action_parameter, "", &mut pairs)?;
    Some((builder, pairs.used))
}

/// A struct from the pairs whose names begin with `prefix`; nothing when one that its constructor needs is missing.
fn structure(
    action: &Action,
    scope: &Scope,
    fields: &[Field],
    name: &RustName,
    skipped: &str,
    prefix: &str,
    pairs: &mut Pairs<'_>,
) -> Option<Builder> {
    let mut names = Names::default();
    let mut builder = Builder { name: name.clone(), arguments: Vec::new(), setters: Vec::new() };
    for field in fields.iter().filter(|field| field.full_name != skipped) {
        let setter = names.field(&field.name);
        let wire = format!("{prefix}{}", field.name);
        let found = expression(action, scope, field, &wire, pairs);
        match (found, needed(action, field)) {
            (Some(expression), true) => builder.arguments.push(expression),
            (None, true) => return None,
            (Some(expression), false) => builder.setters.push((setter, expression)),
            (None, false) => {}
        }
    }
    Some(builder)
}

fn needed(action: &Action, field: &Field) -> bool {
    match &field.kind {
        FieldKind::Value(row) => matches!(action.request[*row].required, Required::Yes | Required::InItem),
        FieldKind::Struct(documented, inner) => {
            let of = |row: usize| action.request[row].required == Required::Yes;
            documented.is_some_and(of)
                || inner.iter().any(|field| matches!(field.kind, FieldKind::Value(row) if of(row)))
        }
    }
}

fn expression(action: &Action, scope: &Scope, field: &Field, wire: &str, pairs: &mut Pairs<'_>) -> Option<Expression> {
    match &field.kind {
        FieldKind::Value(row) => values(action, &action.request[*row], field.list, wire, pairs),
        FieldKind::Struct(_, inner) => {
            let name = scope.parameters.get(&field.full_name)?;
            if !field.list {
                let prefix = format!("{wire}.");
                let any = pairs.values.keys().any(|key| key.starts_with(&prefix));
                return any
                    .then(|| structure(action, scope, inner, name, "", &prefix, pairs))
                    .flatten()
                    .map(Expression::Struct);
            }
            let entries: Vec<Expression> = numbers(wire, pairs)
                .into_iter()
                .filter_map(|number| structure(action, scope, inner, name, "", &format!("{wire}.{number}."), pairs))
                .map(Expression::Struct)
                .collect();
            (!entries.is_empty()).then_some(Expression::List(entries))
        }
    }
}

/// The numbers that follow a name, in order.
fn numbers(wire: &str, pairs: &Pairs<'_>) -> Vec<u64> {
    let prefix = format!("{wire}.");
    let mut numbers: Vec<u64> = pairs
        .values
        .keys()
        .filter_map(|key| key.strip_prefix(&prefix))
        .filter_map(|rest| rest.split('.').next())
        .filter_map(|number| number.parse().ok())
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

fn values(action: &Action, row: &Row, list: bool, wire: &str, pairs: &mut Pairs<'_>) -> Option<Expression> {
    if !list {
        let value = (*pairs.values.get(wire)?.first()?).to_owned();
        pairs.used.push((wire.to_owned(), value.clone()));
        return Some(single(action, row, &value));
    }
    let found: Vec<(String, String)> = match row.encoding {
        ListEncoding::Indexed(_) => numbers(wire, pairs)
            .into_iter()
            .map(|number| format!("{wire}.{number}"))
            .filter_map(|name| pairs.values.get(name.as_str()).map(|values| (name.clone(), values[0].to_owned())))
            .collect(),
        ListEncoding::Comma | ListEncoding::Repeated => {
            pairs.values.get(wire)?.iter().map(|value| (wire.to_owned(), (*value).to_owned())).collect()
        }
    };
    let entries: Vec<Expression> = match row.encoding {
        ListEncoding::Comma => {
            found.iter().flat_map(|(_, value)| value.split(',')).map(|value| single(action, row, value)).collect()
        }
        _ => found.iter().map(|(_, value)| single(action, row, value)).collect(),
    };
    pairs.used.extend(found);
    (!entries.is_empty()).then_some(Expression::List(entries))
}

fn single(action: &Action, row: &Row, value: &str) -> Expression {
    let text = || Expression::Text(value.to_owned());
    match row.kind {
        Kind::Integer | Kind::Time(TimeForm::UnixSeconds) => value.parse().map_or_else(|_| text(), Expression::Integer),
        Kind::Enum(index) if action.enums[index].integer => value.parse().map_or_else(|_| text(), Expression::Integer),
        Kind::Float => value.parse().map_or_else(|_| text(), Expression::Float),
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
