//! An action's file.

use super::fields::{Fields, Holds, named};
use super::form;
use super::node::{Node, Value};
use super::parts::{deprecated, errata, errors, paging, source, unmarked};
use super::reader::Context;
use super::row::rows;
use super::types::{enums, types};
use crate::diag::{Code, Diagnostic};
use crate::source::{At, Spanned};
use crate::spec::*;

const ACTION_KEYS: &[&str] = &[
    "action",
    "title",
    "doc",
    "source",
    "deprecated",
    "changes",
    "endpoint",
    "unmarked",
    "paging",
    "request",
    "response",
    "types",
    "enums",
    "rules",
    "errors",
    "tables",
    "examples",
    "errata",
    "notes",
    "remarks",
];

pub(super) fn action(context: &Context<'_>, path: &str, node: &Node) -> ActionSpec {
    let fields = Fields::new(*context, node, path.rsplit_once('/').map_or(path, |(_, name)| name), form::SPEC);
    let spec = ActionSpec {
        file: context.file,
        path: path.to_owned(),
        action: fields.required("action").and_then(|node| context.text(node, "action")),
        title: fields.text("title"),
        doc: fields.text("doc"),
        source: source(context, &fields),
        deprecated: deprecated(context, &fields),
        changes: fields.boolean("changes"),
        endpoint: fields.text("endpoint"),
        unmarked: unmarked(context, &fields),
        paging: paging(context, &fields),
        request: fields.optional("request").map(|node| rows(context, node, "request")).unwrap_or_default(),
        response: fields.optional("response").map(|node| rows(context, node, "response")).unwrap_or_default(),
        types: fields.optional("types").map(|node| types(context, node)).unwrap_or_default(),
        enums: fields.optional("enums").map(|node| enums(context, node)).unwrap_or_default(),
        rules: each(context, &fields, "rules", form::RULES, rule),
        errors: errors(context, &fields),
        tables: fields.optional("tables").map(|node| tables(context, node)).unwrap_or_default(),
        examples: each(context, &fields, "examples", form::EXAMPLES, |context, node| Some(example(context, node))),
        errata: errata(context, &fields),
        notes: fields.texts("notes"),
        remarks: fields.texts("remarks"),
    };
    fields.finish(ACTION_KEYS);
    spec
}

pub(super) fn each<T>(
    context: &Context<'_>,
    fields: &Fields<'_, '_>,
    key: &str,
    form: &str,
    read: impl Fn(&Context<'_>, &Node) -> Option<T>,
) -> Vec<T> {
    let nodes = fields.optional(key).map(|node| context.list(node, key, form)).unwrap_or_default();
    nodes.iter().filter_map(|node| read(context, node)).collect()
}

const RULE_KEYS: &[&str] =
    &["requires", "forbids", "at_most_one", "exactly_one", "at_least_one", "only_when", "needed_when"];

fn rule(context: &Context<'_>, node: &Node) -> Option<RuleSpec> {
    let entries = context.map(node, "rules", form::RULE);
    let [(key, body)] = entries else {
        if matches!(node.value, Value::Map(_)) {
            let diagnostic = Diagnostic::new(Code::WrongType, "a rule is a map of one key");
            context.sink.push(diagnostic.at(context.at(node), "").help("begin each rule with a `-` of its own"));
        }
        return None;
    };
    let name = context.text(key, "rules")?;
    if !RULE_KEYS.contains(&name.value.as_str()) {
        let diagnostic = Diagnostic::new(Code::UnknownKey, format!("unknown rule `{}`", name.value));
        context.sink.push(diagnostic.at(name.at, "").suggest(&name.value, RULE_KEYS.iter().copied()));
        return None;
    }
    let listed = matches!(name.value.as_str(), "at_most_one" | "exactly_one" | "at_least_one");
    if listed && matches!(body.value, Value::List(_)) {
        let kind = listed_rule(&name.value, context.texts(body, &name.value));
        return Some(RuleSpec { at: context.at(key), kind, doc: None, basis: None });
    }
    let fields = Fields::new(*context, body, &name.value, rule_form(&name.value));
    let kind = if listed {
        fields.required("of").map(|node| listed_rule(&name.value, context.texts(node, "of")))
    } else {
        rule_kind(context, &fields, &name.value)
    };
    let doc = fields.text("doc");
    let basis = fields.word("basis", &Basis::NAMES).map(|basis| basis.value);
    let whole = fields.finish(match name.value.as_str() {
        "requires" => &["given", "needs", "doc", "basis"],
        "forbids" => &["given", "not", "doc", "basis"],
        "only_when" | "needed_when" => &["field", "is", "doc", "basis"],
        _ => &["of", "doc", "basis"],
    });
    // A rule that is only half understood would be found wanting for what could not be read.
    Some(RuleSpec { at: context.at(key), kind: kind.filter(|_| whole)?, doc, basis })
}

fn rule_form(name: &str) -> &'static str {
    match name {
        "requires" => form::REQUIRES,
        "forbids" => form::FORBIDS,
        "only_when" | "needed_when" => form::CONDITION,
        _ => form::LISTED,
    }
}

fn listed_rule(name: &str, names: Vec<Text>) -> RuleKind {
    match name {
        "at_most_one" => RuleKind::AtMostOne(names),
        "exactly_one" => RuleKind::ExactlyOne(names),
        _ => RuleKind::AtLeastOne(names),
    }
}

fn rule_kind(context: &Context<'_>, fields: &Fields<'_, '_>, name: &str) -> Option<RuleKind> {
    let text = |key: &str| fields.required(key).and_then(|node| context.text(node, key));
    Some(match name {
        "requires" => {
            RuleKind::Requires(text("given")?, fields.required("needs").map(|node| context.texts(node, "needs"))?)
        }
        "forbids" => RuleKind::Forbids(text("given")?, fields.required("not").map(|node| context.texts(node, "not"))?),
        "only_when" => RuleKind::OnlyWhen(text("field")?, conditions(context, fields)?),
        _ => RuleKind::NeededWhen(text("field")?, conditions(context, fields)?),
    })
}

fn conditions(context: &Context<'_>, fields: &Fields<'_, '_>) -> Option<Vec<Condition>> {
    let node = fields.required("is")?;
    let is_map = matches!(node.value, Value::Map(_));
    let entries = named(context, node, "is", form::CONDITIONS, Holds::Keys);
    let conditions = entries.into_iter().map(|(field, node)| Condition { field, values: context.scalars(node, "is") });
    is_map.then(|| conditions.collect())
}

fn tables(context: &Context<'_>, node: &Node) -> Vec<TableSpec> {
    named(context, node, "tables", form::TABLES, Holds::Things)
        .into_iter()
        .filter_map(|(name, node)| table(context, name, node))
        .collect()
}

/// The table; none when its columns are no map, since its rows would be found too long then.
fn table(context: &Context<'_>, name: Text, node: &Node) -> Option<TableSpec> {
    let what = name.value.clone();
    let fields = Fields::new(*context, node, &what, form::TABLE);
    let columns = fields.required("columns");
    let is_map = columns.is_some_and(|node| matches!(node.value, Value::Map(_)));
    let columns =
        columns.map(|node| named(context, node, "columns", &form::columns(node), Holds::Keys)).unwrap_or_default();
    let rows = fields.required("rows").map(|node| context.list(node, "rows", form::TABLE_ROWS)).unwrap_or_default();
    let spec = TableSpec {
        name,
        row: fields.text("row"),
        doc: fields.text("doc"),
        basis: fields.word("basis", &Basis::NAMES),
        columns: columns.into_iter().map(|(name, node)| column(context, name, node)).collect(),
        rows: rows.iter().map(|node| Spanned::new(context.scalars(node, "rows"), context.at(node))).collect(),
    };
    fields.finish(&["row", "doc", "basis", "columns", "rows"]);
    is_map.then_some(spec)
}

fn column(context: &Context<'_>, name: Text, node: &Node) -> ColumnSpec {
    let what = name.value.clone();
    let fields = Fields::new(*context, node, &what, form::COLUMN);
    let spec =
        ColumnSpec { name, doc: fields.text("doc"), pattern: fields.text("pattern"), unique: fields.boolean("unique") };
    fields.finish(&["doc", "pattern", "unique"]);
    spec
}

fn example(context: &Context<'_>, node: &Node) -> ExampleSpec {
    let fields = Fields::new(*context, node, "examples", form::EXAMPLE);
    let spec = ExampleSpec {
        at: context.at(node),
        request: pairs(context, &fields, "request"),
        response: fields.optional("response").map(|node| context.data(node, "response")),
        placeholders: fields.boolean("placeholders").is_some_and(|value| value.value),
        supply: pairs(context, &fields, "supply"),
        repaired: fields.text("repaired"),
    };
    fields.finish(&["request", "response", "placeholders", "supply", "repaired"]);
    spec
}

fn pairs(context: &Context<'_>, fields: &Fields<'_, '_>, key: &str) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let Some(node) = fields.optional(key) else { return pairs };
    for node in context.list(node, key, &form::pairs(node)) {
        let Some(text) = context.text(node, key) else { continue };
        match text.value.split_once('=').filter(|(name, _)| !name.contains(['?', '&'])) {
            Some((name, value)) => pairs.push(Pair { name: name.to_owned(), value: value.to_owned(), at: text.at }),
            None => not_a_pair(context, &text.value, text.at),
        }
    }
    pairs
}

fn not_a_pair(context: &Context<'_>, text: &str, at: At) {
    let diagnostic = Diagnostic::new(Code::NotAPair, format!("`{text}` is not a name and a value"));
    let pair = text.split_once(':').filter(|_| !text.contains("://"));
    context.sink.push(
        diagnostic.at(at, "").help(match pair {
            Some((name, value)) => format!("write `{}={}`", name.trim(), value.trim()),
            None if text.contains('?') => {
                "write the parameters behind the `?`, decoded, one pair an entry: `[Action=ListImages, Limit=20]`"
                    .to_owned()
            }
            None => "write `Name=value`, decoded, one pair an entry".to_owned(),
        }),
    );
}
