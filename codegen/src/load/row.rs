//! Rows.

use super::fields::Fields;
use super::form;
use super::layout;
use super::node::{Node, Value};
use super::reader::Context;
use crate::diag::{Code, Diagnostic, type_of};
use crate::source::Spanned;
use crate::spec::*;

pub(super) const ROW_KEYS: &[&str] = &[
    "type",
    "doc",
    "required",
    "const",
    "default",
    "default_is",
    "min",
    "max",
    "above",
    "below",
    "multiple_of",
    "min_length",
    "max_length",
    "min_items",
    "max_items",
    "allowed",
    "pattern",
    "format",
    "case",
    "unit",
    "list",
    "item",
    "nullable",
    "empty",
    "secret",
    "aliases",
    "on_invalid",
    "required_for",
    "only_for",
    "deprecated",
    "basis",
    "notes",
];

pub(super) fn rows(context: &Context<'_>, node: &Node, what: &str) -> Vec<RowSpec> {
    layout::entries(context, node, what).into_iter().map(|(name, node)| row(context, name, node)).collect()
}

fn row(context: &Context<'_>, name: Text, node: &Node) -> RowSpec {
    let what = name.value.clone();
    let form = form::row(&name.value, node);
    let fields = Fields::new(*context, node, &what, &form);
    let kind = fields.required("type").and_then(|node| type_name(context, node, &name));
    let row = RowSpec {
        at: if matches!(node.value, Value::Null) { name.at } else { context.at(node) },
        kind,
        doc: fields.text("doc"),
        required: fields.optional("required").and_then(|node| required(context, node)),
        constant: fields.optional("const").and_then(|node| context.scalar(node, "const")),
        default: fields
            .optional("default")
            .and_then(|node| context.fact(node, "default", |c, n| Some(c.scalar(n, "default")?.value))),
        default_is: fields
            .optional("default_is")
            .and_then(|node| context.fact(node, "default_is", |c, n| Some(c.text(n, "default_is")?.value))),
        limits: limits(context, &fields),
        unit: fields.text("unit"),
        list: fields.optional("list").and_then(|node| list_form(context, node)),
        item: fields.text("item"),
        nullable: fields.boolean("nullable"),
        empty: fields.text("empty"),
        secret: fields.boolean("secret"),
        aliases: fields.texts("aliases"),
        on_invalid: fields.word("on_invalid", &OnInvalid::NAMES),
        required_for: fields.text("required_for"),
        only_for: fields.text("only_for"),
        deprecated: fields.optional("deprecated").map(|node| deprecation(context, node)),
        basis: fields.word("basis", &Basis::NAMES),
        notes: fields.texts("notes"),
        name,
    };
    fields.finish(ROW_KEYS);
    row
}

fn type_name(context: &Context<'_>, node: &Node, row: &Text) -> Option<TypeName> {
    let (inner, list) = match &node.value {
        Value::List(nodes) if nodes.len() == 1 => (&nodes[0], true),
        _ => (node, false),
    };
    if matches!(inner.value, Value::List(_) | Value::Map(_)) {
        let help = match &inner.value {
            Value::Map(_) => "write the name of a type, and describe it under `types` or `enums`",
            _ if list => "write `type: [any]`; lists of lists cannot be said",
            _ => {
                "write `type: string`, or `type: [string]` for a list; where the page allows several types, `type: any`"
            }
        };
        let wrong = context.mistyped(inner, "type", "one name, or one name in brackets", help.to_owned());
        context.sink.push(wrong.hides([type_of(row)]));
        return None;
    }
    Some(TypeName { name: context.text(inner, "type")?, list })
}

fn required(context: &Context<'_>, node: &Node) -> Option<Spanned<Required>> {
    context.word(node, "required", &Required::NAMES)
}

fn list_form(context: &Context<'_>, node: &Node) -> Option<Spanned<ListForm>> {
    if let Value::Map(_) = node.value {
        let fields = Fields::new(*context, node, "list", form::BASE);
        let base = fields.required("base").and_then(|node| context.integer(node, "base"));
        fields.finish(&["base"]);
        return Some(Spanned::new(ListForm::Indexed(Some(base?.value)), context.at(node)));
    }
    let forms = [("comma", ListForm::Comma), ("repeated", ListForm::Repeated), ("indexed", ListForm::Indexed(None))];
    context.word(node, "list", &forms)
}

fn limits(context: &Context<'_>, fields: &Fields<'_, '_>) -> Vec<Fact<Limit>> {
    let number = |key: &'static str, limit: fn(f64) -> Limit| {
        let node = fields.optional(key)?;
        context.fact(node, key, |c, n| c.scalar(n, key)?.number().map(limit).or_else(|| wrong_number(c, n, key)))
    };
    let count = |key: &'static str, limit: fn(u64) -> Limit| {
        let node = fields.optional(key)?;
        context.fact(node, key, |c, n| {
            u64::try_from(c.integer(n, key)?.value).ok().map(limit).or_else(|| negative(c, n, key))
        })
    };
    let step = |c: &Context<'_>, n: &Node| c.integer(n, "multiple_of").map(|step| Limit::MultipleOf(step.value));
    [
        number("min", Limit::Min),
        number("max", Limit::Max),
        number("above", Limit::Above),
        number("below", Limit::Below),
        fields.optional("multiple_of").and_then(|node| context.fact(node, "multiple_of", step)),
        count("min_length", Limit::MinLength),
        count("max_length", Limit::MaxLength),
        count("min_items", Limit::MinItems),
        count("max_items", Limit::MaxItems),
        fields
            .optional("allowed")
            .and_then(|node| context.fact(node, "allowed", |c, n| Some(Limit::Allowed(c.scalars(n, "allowed"))))),
        fields
            .optional("pattern")
            .and_then(|node| context.fact(node, "pattern", |c, n| Some(Limit::Pattern(c.text(n, "pattern")?.value)))),
        fields.optional("format").and_then(|node| {
            context.fact(node, "format", |c, n| Some(Limit::Format(c.word(n, "format", &Format::NAMES)?.value)))
        }),
        fields.optional("case").and_then(|node| {
            context.fact(node, "case", |c, n| Some(Limit::Case(c.word(n, "case", &Case::NAMES)?.value)))
        }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn wrong_number<T>(context: &Context<'_>, node: &Node, key: &str) -> Option<T> {
    context.not_a_number(node, key, "a number");
    None
}

fn negative<T>(context: &Context<'_>, node: &Node, key: &str) -> Option<T> {
    let diagnostic = Diagnostic::new(Code::WrongType, format!("`{key}` cannot be negative"));
    context.sink.push(diagnostic.at(context.at(node), "").help("write 0 or more"));
    None
}

pub(super) fn deprecation(context: &Context<'_>, node: &Node) -> Deprecation {
    let fields = Fields::new(*context, node, "deprecated", form::DEPRECATION);
    let deprecation = Deprecation { reason: fields.text("reason"), successor: fields.text("use") };
    fields.finish(&["reason", "use"]);
    deprecation
}
