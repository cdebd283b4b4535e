//! Rows, and what stands among them by a slip of the indentation.

use super::fields::{Holds, named};
use super::form;
use super::node::{Node, Value};
use super::reader::Context;
use super::row::ROW_KEYS;
use crate::diag::{Code, Diagnostic, list};
use crate::spec::{Scalar, Text};

/// Parts of a file that begin in its first column.
const SECTIONS: [&str; 9] =
    ["request", "response", "types", "enums", "rules", "errors", "tables", "examples", "errata"];

/// The rows of a table by name; what is none is reported and left out.
pub(super) fn entries<'n>(context: &Context<'_>, node: &'n Node, what: &str) -> Vec<(Text, &'n Node)> {
    let mut entries = named(context, node, what, &form::rows(node), Holds::Rows).into_iter().peekable();
    let mut rows = Vec::with_capacity(entries.len());
    while let Some((name, node)) = entries.next() {
        let mut outside = Vec::new();
        if matches!(node.value, Value::Null) {
            while let Some((key, _)) = entries.next_if(|(key, node)| is_key(key, node)) {
                outside.push(key);
            }
        }
        match outside.first() {
            Some(first) => report_outside(context, &name, first, &outside),
            None if is_section(&name, node) => report_section(context, what, &name, node),
            None => rows.push((name, node)),
        }
    }
    rows
}

/// Whether this is a key of a row, and no row.
fn is_key(name: &Text, node: &Node) -> bool {
    ROW_KEYS.contains(&name.value.as_str()) && !matches!(node.value, Value::Map(_) | Value::Null)
}

fn report_outside(context: &Context<'_>, row: &Text, first: &Text, keys: &[Text]) {
    let names: Vec<&str> = keys.iter().map(|key| key.value.as_str()).collect();
    let diagnostic = Diagnostic::new(Code::MissingKey, format!("nothing stands below `{}`", row.value));
    let diagnostic = diagnostic.at(row.at, "").at(first.at, "this begins in the same column");
    context.sink.push(
        diagnostic.help(format!("indent {} further than `{}`", list(&names), row.value)).hides([row.value.clone()]),
    );
}

/// Whether this is a section of the file: it holds maps, or a list, where a row would have a type.
fn is_section(name: &Text, node: &Node) -> bool {
    let is_type = |key: &Node| matches!(&key.value, Value::Scalar(Scalar::Text(text)) if text == "type");
    SECTIONS.contains(&name.value.as_str())
        && match &node.value {
            Value::List(_) => true,
            Value::Map(entries) => {
                let maps = entries.iter().all(|(_, value)| matches!(value.value, Value::Map(_)));
                maps && !entries.is_empty() && !entries.iter().any(|(key, _)| is_type(key))
            }
            _ => false,
        }
}

fn report_section(context: &Context<'_>, what: &str, name: &Text, node: &Node) {
    let message = format!("`{}` stands among the rows of `{what}`", name.value);
    let help = format!("begin `{}:` in the first column", name.value);
    context.sink.push(Diagnostic::new(Code::UnknownKey, message).at(name.at, "").help(help).hides(node.words()));
}
