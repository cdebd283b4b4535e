//! Types and enums.

use super::advice;
use super::fields::{Fields, Holds, named};
use super::form;
use super::node::{Node, Value};
use super::reader::Context;
use super::row::{deprecation, rows};
use crate::diag::{Code, Diagnostic};
use crate::spec::*;

pub(super) fn types(context: &Context<'_>, node: &Node) -> Vec<TypeSpec> {
    named(context, node, "types", form::TYPES, Holds::Things)
        .into_iter()
        .map(|(name, node)| type_spec(context, name, node))
        .collect()
}

/// `rows` with a map of rows below it marks the long form; a type with a row of that name uses the long form, too.
fn type_spec(context: &Context<'_>, name: Text, node: &Node) -> TypeSpec {
    let long = entries(node).iter().any(|(key, value)| is_text(key, "rows") && holds_maps(value));
    if !long {
        let rows = rows(context, node, &name.value);
        return TypeSpec { name, doc: None, rows };
    }
    let what = name.value.clone();
    let fields = Fields::new(*context, node, &what, form::ROWS);
    let rows = fields.required("rows").map(|node| rows(context, node, &what)).unwrap_or_default();
    let spec = TypeSpec { name, doc: fields.text("doc"), rows };
    fields.finish(&["doc", "rows"]);
    spec
}

pub(super) fn enums(context: &Context<'_>, node: &Node) -> Vec<EnumSpec> {
    named(context, node, "enums", form::ENUMS, Holds::Things)
        .into_iter()
        .filter_map(|(name, node)| enum_spec(context, name, node))
        .collect()
}

/// The enum; none when it is no map, since it would be found to have no values then.
fn enum_spec(context: &Context<'_>, name: Text, node: &Node) -> Option<EnumSpec> {
    let long = entries(node)
        .iter()
        .any(|(key, value)| is_text(key, "values") && matches!(value.value, Value::Map(_) | Value::List(_)));
    if !long {
        let values = values(context, node, &name.value, &name)?;
        report_slips(context, &name, node);
        return Some(EnumSpec { name, doc: None, open: None, basis: None, values });
    }
    let what = name.value.clone();
    let fields = Fields::new(*context, node, &what, form::ENUM);
    let values = fields.required("values").map(|node| values(context, node, "values", &name));
    let spec = EnumSpec {
        name,
        doc: fields.text("doc"),
        open: fields.boolean("open"),
        basis: fields.word("basis", &Basis::NAMES),
        values: values.flatten()?,
    };
    fields.finish(&["doc", "open", "basis", "values"]);
    Some(spec)
}

/// Values of a short enum that look like a part of its description, or of that of the value before.
fn report_slips(context: &Context<'_>, name: &Text, node: &Node) {
    let entries = entries(node);
    let some_meaning = entries.iter().any(|(_, value)| !matches!(value.value, Value::Null));
    for (key, value) in entries {
        let Value::Scalar(Scalar::Text(text)) = &key.value else { continue };
        let told = matches!(&value.value, Value::Scalar(_));
        let help = if told && entries.len() > 1 && matches!(text.as_str(), "doc" | "open" | "basis") {
            format!(
                "write the values below `values`: `{}: {{ {text}: …, values: {{ … }} }}`; if `{text}` is a value, write it there",
                name.value
            )
        } else if some_meaning && matches!(value.value, Value::Null) && advice::is_prose(text) {
            "put a text with a comma in it in quotes; if it is a value, write the values below `values`".to_owned()
        } else {
            continue;
        };
        let message = format!("`{text}` is read as a value of the enum `{}`", name.value);
        context.sink.push(Diagnostic::new(Code::EnumSlip, message).at(context.at(key), "").help(help));
    }
}

/// The entries of a map; none of anything else, which is reported where it is read.
fn entries(node: &Node) -> &[(Node, Node)] {
    if let Value::Map(entries) = &node.value { entries } else { &[] }
}

fn is_text(node: &Node, text: &str) -> bool {
    matches!(&node.value, Value::Scalar(Scalar::Text(found)) if found == text)
}

fn holds_maps(node: &Node) -> bool {
    matches!(&node.value, Value::Map(entries) if entries.iter().all(|(_, value)| matches!(value.value, Value::Map(_))))
}

fn values(context: &Context<'_>, node: &Node, what: &str, name: &Text) -> Option<Vec<ValueSpec>> {
    if !matches!(node.value, Value::Map(_) | Value::Null) {
        let wrong = context.misshapen(node, what, "a map", &form::enumeration(node));
        context.sink.push(wrong.hides([name.value.clone()]));
        return None;
    }
    Some(entries(node).iter().filter_map(|(key, node)| value(context, key, node)).collect())
}

fn value(context: &Context<'_>, key: &Node, node: &Node) -> Option<ValueSpec> {
    context.text(key, "values")?;
    let value = context.scalar(key, "values")?;
    let mut spec =
        ValueSpec { value, label: None, doc: None, only: None, except: Vec::new(), deprecated: None, basis: None };
    match &node.value {
        Value::Null => {}
        Value::Map(_) => {
            let what = spec.value.wire();
            let fields = Fields::new(*context, node, &what, form::VALUE);
            spec.label = fields.text("label");
            spec.doc = fields.text("doc");
            spec.only = fields.word("only", &Direction::NAMES);
            spec.except = fields.texts("except");
            spec.deprecated = fields.optional("deprecated").map(|node| deprecation(context, node));
            spec.basis = fields.word("basis", &Basis::NAMES);
            fields.finish(&["label", "doc", "only", "except", "deprecated", "basis"]);
        }
        _ => spec.doc = context.text(node, "doc"),
    }
    Some(spec)
}
