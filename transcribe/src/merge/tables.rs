//! Where rows stand in a spec.

use tablature_codegen::source::Node;

/// The tables of a spec: `request`, `response`, and `types <name>` for each type.
pub(super) fn tables(node: &Node) -> Vec<(String, &Node)> {
    let own = ["request", "response"].into_iter().filter_map(|name| Some((name.to_owned(), node.get(name)?)));
    let types = node.get("types").map(Node::entries).unwrap_or_default();
    own.chain(types.iter().map(|entry| (format!("types {}", entry.key), rows(&entry.node)))).collect()
}

/// The rows of a type, in its short form or its long one.
pub(super) fn rows(node: &Node) -> &Node {
    node.get("rows").unwrap_or(node)
}

/// The values of a value list, in its short form or its long one.
pub(super) fn values(node: &Node) -> &Node {
    node.get("values").unwrap_or(node)
}
