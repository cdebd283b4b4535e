//! Facts of providers, services and actions.

use serde_json::{Map, Value, json};

use super::{Collector, endpoint, method, row};
use crate::model::*;

pub(super) fn provider_facts(provider: &Provider, facts: &mut Collector<'_>) {
    facts.push(
        "provider",
        [
            ("title", json!(provider.title)),
            ("doc", json!(provider.doc)),
            ("method", method(provider).into()),
            ("signing", provider.scheme.name().into()),
            ("action_parameter", provider.action_parameter.as_str().into()),
            ("list_base", provider.list_base.value.into()),
            ("list_base_basis", provider.list_base.basis.map_or("table", Basis::name).into()),
            ("status", json!({ "field": provider.status.field, "success": provider.status.success, "message": provider.status.message, "request_id": provider.status.request_id, "request_id_header": provider.status.request_id_header, "basis": provider.status.basis.map(Basis::name) })),
            ("failures", failures(provider)),
            ("failures_basis", provider.failures_basis.name().into()),
            ("deprecated", deprecated(provider.deprecated.as_ref())),
            ("notes", json!(provider.notes)),
            ("remarks", json!(provider.remarks)),
        ],
    );
    for one in &provider.common {
        facts.push("common", row::keys(one, &one.name, Direction::Request, &[]));
    }
    errors(&provider.errors, facts);
    errata(&provider.errata, facts);
}

fn failures(provider: &Provider) -> Value {
    let codes = |one: &FailureCodes| one.codes.iter().map(|code| json!(code.value)).collect::<Vec<_>>();
    provider.failures.iter().map(|one| (one.class.name().to_owned(), json!(codes(one)))).collect::<Map<_, _>>().into()
}

pub(super) fn service_facts(service: &Service, facts: &mut Collector<'_>) {
    let address = service.endpoint.as_ref().map(|endpoint| endpoint.value.as_str());
    facts.push(
        "service",
        [
            ("title", json!(service.title)),
            ("doc", json!(service.doc)),
            ("endpoint", json!(address)),
            ("version", json!(service.version)),
        ],
    );
}

pub(super) fn action_facts(provider: &Provider, service: &Service, action: &Action, facts: &mut Collector<'_>) {
    facts.push(
        "action",
        [
            ("title", json!(action.title)),
            ("doc", json!(action.doc)),
            ("page", json!(action.source.page.as_ref().map(|page| page.value.as_str()))),
            ("section", json!(action.source.section.as_ref().map(|section| section.value.as_str()))),
            ("language", json!(action.source.language.as_ref().map(|language| language.value.as_str()))),
            ("transcribed", json!(action.source.transcribed.as_ref().map(|day| day.value.as_str()))),
            ("endpoint", json!(endpoint(service, action))),
            ("method", method(provider).into()),
            ("version", json!(service.version)),
            ("changes", action.changes.into()),
            ("deprecated", deprecated(action.deprecated.as_ref())),
            ("notes", json!(action.notes)),
            ("remarks", json!(action.remarks)),
        ],
    );
    for one in &action.request {
        facts.push("request", row::keys(one, &one.name, Direction::Request, &action.enums));
    }
    for step in response_paths(action) {
        let Some(one) = action.row(step.place) else { continue };
        let keys = if step.wrapper {
            row::wrapper(one, &step.path, action)
        } else {
            row::keys(one, &step.path, Direction::Response, &action.enums)
        };
        facts.push("response", keys);
    }
    types(action, facts);
    values(action, facts);
    rules(action, facts);
    if let Some(paging) = &action.paging {
        facts.push("paging", paging_keys(action, paging));
    }
    errors(&action.errors, facts);
    tables(action, facts);
    for example in &action.examples {
        facts.push("example", example_keys(example));
    }
    errata(&action.errata, facts);
}

fn deprecated(deprecated: Option<&Deprecation>) -> Value {
    let Some(deprecated) = deprecated else { return Value::Null };
    let text = |text: &Option<Text>| json!(text.as_ref().map(|text| text.value.as_str()));
    json!({ "reason": text(&deprecated.reason), "use": text(&deprecated.successor) })
}

fn types(action: &Action, facts: &mut Collector<'_>) {
    for one in &action.types {
        facts.push(
            "type",
            [("name", one.name.value.as_str().into()), ("rows", one.rows.len().into()), ("doc", json!(one.doc))],
        );
    }
}

fn values(action: &Action, facts: &mut Collector<'_>) {
    for one in &action.enums {
        facts.push(
            "enum",
            [
                ("name", one.name.value.as_str().into()),
                ("values", one.values.len().into()),
                ("open", one.open.into()),
                ("basis", one.basis.name().into()),
                ("doc", json!(one.doc)),
            ],
        );
        for value in &one.values {
            facts.push(
                "value",
                [
                    ("enum", one.name.value.as_str().into()),
                    ("value", row::scalar(&value.value.value)),
                    ("label", json!(value.label.as_ref().map(|label| label.value.as_str()))),
                    ("doc", json!(value.doc)),
                    (
                        "only",
                        json!(value.only.map(|only| if only == Direction::Request { "request" } else { "response" })),
                    ),
                    ("except", json!(value.except)),
                    ("open", one.open.into()),
                    ("deprecated", deprecated(value.deprecated.as_ref())),
                    ("basis", value.basis.name().into()),
                ],
            );
        }
    }
}

fn rules(action: &Action, facts: &mut Collector<'_>) {
    for rule in &action.rules {
        let (given, fields) = rule.kind.rows();
        let name = |row: usize| Value::from(action.request[row].name.value.as_str());
        let conditions = match &rule.kind {
            RuleKind::OnlyWhen(_, conditions) | RuleKind::NeededWhen(_, conditions) => conditions.as_slice(),
            _ => &[],
        };
        let values: Map<String, Value> = conditions
            .iter()
            .map(|one| {
                (
                    action.request[one.row].name.value.clone(),
                    one.values.iter().map(|value| row::scalar(&value.value)).collect(),
                )
            })
            .collect();
        facts.push(
            "rule",
            [
                ("rule", rule.kind.name().into()),
                ("given", given.map_or(Value::Null, name)),
                ("fields", fields.into_iter().map(name).collect()),
                ("values", Value::Object(values)),
                ("doc", json!(rule.doc)),
                ("basis", rule.basis.name().into()),
            ],
        );
    }
}

fn paging_keys(action: &Action, paging: &Paging) -> [(&'static str, Value); 5] {
    let parameter = |row: usize| action.request[row].name.value.as_str();
    let field = |row: usize| action.response[row].name.value.as_str();
    [
        ("style", if paging.style == PagingStyle::Offset { "offset".into() } else { "page".into() }),
        ("start", parameter(paging.start).into()),
        ("size", json!(paging.size.map(parameter))),
        ("items", field(paging.items).into()),
        ("total", json!(paging.total.map(field))),
    ]
}

fn errors(errors: &[ErrorCode], facts: &mut Collector<'_>) {
    for error in errors {
        facts.push(
            "error",
            [
                ("code", error.code.value.as_str().into()),
                ("http", json!(error.http.as_ref().map(|http| http.value))),
                ("message", json!(error.message)),
                ("field", json!(error.field.as_ref().map(|field| field.value.as_str()))),
                ("doc", json!(error.doc)),
                ("basis", error.basis.name().into()),
            ],
        );
    }
}

fn tables(action: &Action, facts: &mut Collector<'_>) {
    for table in &action.tables {
        for row in &table.rows {
            let values: Map<String, Value> = table
                .columns
                .iter()
                .zip(&row.value)
                .map(|(column, value)| (column.name.value.clone(), row::scalar(&value.value)))
                .collect();
            facts.push(
                "reference",
                [
                    ("table", table.name.value.as_str().into()),
                    ("row", Value::Object(values)),
                    ("basis", table.basis.name().into()),
                ],
            );
        }
    }
}

fn example_keys(example: &Example) -> [(&'static str, Value); 5] {
    let pairs =
        |pairs: &[Pair]| -> Value { pairs.iter().map(|pair| format!("{}={}", pair.name, pair.value)).collect() };
    [
        ("request", pairs(&example.request)),
        ("supply", pairs(&example.supply)),
        ("response", example.response.as_ref().map_or(Value::Null, |response| data(&response.value))),
        ("placeholders", example.placeholders.into()),
        ("repaired", json!(example.repaired)),
    ]
}

fn errata(errata: &[Erratum], facts: &mut Collector<'_>) {
    for erratum in errata {
        let says: Map<String, Value> =
            erratum.says.iter().map(|(place, said)| (place.value.clone(), data(&said.value))).collect();
        facts.push(
            "erratum",
            [
                ("about", erratum.about.iter().map(|(about, _)| about.value.as_str()).collect()),
                ("attribute", json!(erratum.attribute.as_ref().map(|attribute| attribute.value.as_str()))),
                ("says", Value::Object(says)),
                ("decision", erratum.decision.as_ref().map_or(Value::Null, |decision| data(&decision.value))),
                ("doc", json!(erratum.doc)),
            ],
        );
    }
}

pub(super) fn data(value: &Data) -> Value {
    match value {
        Data::Null => Value::Null,
        Data::Scalar(scalar) => row::scalar(scalar),
        Data::List(entries) => entries.iter().map(|entry| data(&entry.value)).collect(),
        Data::Object(entries) => {
            entries.iter().map(|(key, entry)| (key.value.clone(), data(&entry.value))).collect::<Map<_, _>>().into()
        }
    }
}
