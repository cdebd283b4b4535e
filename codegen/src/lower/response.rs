//! The struct of an answer, and the models inside of it.

use super::docs::{DocsBuilder, code, said};
use super::names::Names;
use super::row_docs;
use super::scope::Scope;
use crate::model::{Action, Direction, Kind, Place, Required, Row, Target};
use crate::rust::{Docs, Field, FieldFacts, Item, Presence, Role, RustName, Struct};

pub(super) fn structs(action: &Action, scope: &Scope) -> Vec<Item> {
    let mut items = Vec::new();
    let mut docs = DocsBuilder::default();
    docs.markdown(&format!("Answer to [`{}`].", scope.request.as_str()));
    items.push(record(action, scope, docs.build(), &scope.response, None, "response"));
    for (index, kind) in action.types.iter().enumerate() {
        let mut docs = DocsBuilder::default();
        match said(&kind.doc) {
            Some(doc) => docs.text(doc),
            None => docs.markdown(&format!("The type {} of the page.", code(&kind.name))),
        };
        items.push(record(
            action,
            scope,
            docs.build(),
            &scope.types[index],
            Some(index),
            &format!("type {}", kind.name.value),
        ));
    }
    items
}

fn record(action: &Action, scope: &Scope, docs: Docs, name: &RustName, owner: Option<usize>, at: &str) -> Item {
    let rows = owner.map_or(&action.response, |owner| &action.types[owner].rows);
    let mut names = Names::default();
    let fields = rows
        .iter()
        .enumerate()
        .map(|(index, row)| field(action, scope, row, Place { owner, row: index }, names.plain_field(&row.name)))
        .collect();
    Item::Struct(Struct {
        docs,
        name: name.clone(),
        role: Role::Record,
        many_arguments: false,
        fields,
        constants: Vec::new(),
        spec: action.path.clone(),
        at: at.to_owned(),
        rules: Vec::new(),
    })
}

/// Nothing in an answer is relied on: what is documented as always present can be missing all the same.
fn field(action: &Action, scope: &Scope, row: &Row, place: Place, name: RustName) -> Field {
    Field {
        docs: row_docs::docs(action, row, Direction::Response, &Target::Response(place)),
        name,
        wire: row.name.value.clone(),
        kind: scope.kind(row.kind, row.list, place.owner),
        presence: if row.list { Presence::List } else { Presence::Maybe },
        facts: FieldFacts {
            always: row.required == Required::Yes,
            secret: row.secret,
            may_be_empty: row.empty.is_some(),
            open: matches!(row.kind, Kind::Enum(index) if action.enums[index].open),
            item: row.item.as_ref().map(|item| item.value.clone()),
            aliases: row.aliases.iter().map(|alias| alias.value.clone()).collect(),
            ..FieldFacts::default()
        },
    }
}
