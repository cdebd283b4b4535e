//! The parameters of a request, one after the other, each with what it takes to send it.

use tablature_codegen::model::{Action, Field, FieldKind, Row};

/// A parameter, or a struct around parameters.
pub(super) struct Node<'m> {
    /// Its name without numbers: `Tag.Key`. Pages write `Tag.n.Key` and `Tag.N.Key` for one thing.
    pub(super) key: String,
    /// Its own part of the name: `Key`.
    pub(super) own: &'m str,
    /// Its name as the page writes it.
    pub(super) page: &'m str,
    /// The row that documents it; a struct may have none.
    pub(super) row: Option<&'m Row>,
    pub(super) list: bool,
    /// Whether it has fields of its own.
    pub(super) is_struct: bool,
    /// Whether it is needed where it stands.
    pub(super) needed: bool,
    /// The same for what it stands in, the outermost first; what has a row of its own is not counted.
    pub(super) needed_around: Vec<bool>,
    /// Keys of what it stands in, the outermost first.
    pub(super) around: Vec<String>,
}

/// Every parameter that a caller sets, in the order of the page. The one that names the action is not set.
pub(super) fn nodes<'m>(action: &'m Action, action_parameter: &str) -> Vec<Node<'m>> {
    let mut nodes = Vec::new();
    walk(action, &action.fields, (&[], &[]), &mut nodes);
    nodes.retain(|node| node.key != action_parameter);
    nodes
}

fn walk<'m>(action: &'m Action, fields: &'m [Field], around: (&[String], &[bool]), nodes: &mut Vec<Node<'m>>) {
    for field in fields {
        let (row, inner) = match &field.kind {
            FieldKind::Value(row) => (Some(*row), None),
            FieldKind::Struct(documented, inner) => (*documented, Some(inner)),
        };
        let key = around.0.last().map_or(field.name.clone(), |parent| format!("{parent}.{}", field.name));
        nodes.push(Node {
            key: key.clone(),
            own: &field.name,
            page: &field.page_name,
            row: row.and_then(|row| action.request.get(row)),
            list: field.list,
            is_struct: inner.is_some(),
            needed: field.needed,
            needed_around: around.1.to_vec(),
            around: around.0.to_vec(),
        });
        if let Some(inner) = inner {
            let keys = [around.0, &[key]].concat();
            let needed = if row.is_some() { around.1.to_vec() } else { [around.1, &[field.needed]].concat() };
            walk(action, inner, (&keys, &needed), nodes);
        }
    }
}
