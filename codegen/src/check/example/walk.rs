//! The values of an example's answer, each with its row.

use std::collections::{BTreeMap, BTreeSet};

use super::super::scope::RowRef;
use crate::model::{Action, Example, Kind, Place, Row};
use crate::source::{At, Spanned};
use crate::vocabulary::{Data, Required, Text};

/// What an answer holds.
#[derive(Default)]
pub(in super::super) struct Answer<'m> {
    pub(in super::super) found: Vec<Found<'m>>,
    /// Fields that no table has: the way to them, their names, and the table that was looked at.
    pub(in super::super) strays: Vec<Stray<'m>>,
    /// Fields that are always there, and objects without them.
    pub(in super::super) lacking: Vec<(Place, At)>,
}

/// A value of a row.
pub(in super::super) struct Found<'m> {
    pub(in super::super) place: Place,
    /// The name under which it was found: the row's, or an alias.
    pub(in super::super) name: &'m Text,
    pub(in super::super) value: &'m Spanned<Data>,
    pub(in super::super) layer: Layer,
}

/// A field without a row.
pub(in super::super) struct Stray<'m> {
    pub(in super::super) path: String,
    pub(in super::super) name: &'m Text,
    pub(in super::super) owner: Option<usize>,
    pub(in super::super) value: &'m Data,
    /// The row whose list was to stand beside it, in the same wrapper.
    pub(in super::super) wrapped: Option<&'m Row>,
}

/// Which part of a list a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Layer {
    /// The object around a wrapped list.
    Wrapper,
    /// The list.
    List,
    /// An entry of the list, or a value that is not in a list.
    Value,
}

impl Found<'_> {
    pub(in super::super) fn row(&self) -> RowRef<'static> {
        RowRef::Response(self.place)
    }
}

/// The rows of every table by name and alias.
pub(super) struct Tables<'m> {
    action: &'m Action,
    names: BTreeMap<Option<usize>, BTreeMap<&'m str, usize>>,
}

impl<'m> Tables<'m> {
    pub(super) fn new(action: &'m Action) -> Self {
        let types = action.types.iter().enumerate().map(|(index, kind)| (Some(index), names(&kind.rows)));
        Self { action, names: std::iter::once((None, names(&action.response))).chain(types).collect() }
    }

    pub(super) fn read(&self, example: &'m Example) -> Answer<'m> {
        let mut answer = Answer::default();
        if let Some(Spanned { value: Data::Object(fields), at }) = &example.response {
            self.object(None, "", fields, *at, &mut answer);
        }
        answer
    }

    fn object(
        &self,
        owner: Option<usize>,
        before: &str,
        fields: &'m [(Text, Spanned<Data>)],
        at: At,
        answer: &mut Answer<'m>,
    ) {
        let names = &self.names[&owner];
        let rows = owner.map_or(&self.action.response, |owner| &self.action.types[owner].rows);
        let mut seen = BTreeSet::new();
        for (name, value) in fields {
            let dot = if before.is_empty() { "" } else { "." };
            let Some(index) = names.get(name.value.as_str()).copied() else {
                answer.strays.push(Stray {
                    path: format!("{before}{dot}{}", name.value),
                    name,
                    owner,
                    value: &value.value,
                    wrapped: None,
                });
                continue;
            };
            seen.insert(index);
            let path = format!("{before}{dot}{}", rows[index].name.value);
            self.field(&rows[index], Place { owner, row: index }, &path, name, value, answer);
        }
        let lacking =
            rows.iter().enumerate().filter(|(index, row)| row.required == Required::Yes && !seen.contains(index));
        answer.lacking.extend(lacking.map(|(row, _)| (Place { owner, row }, at)));
    }

    fn field(
        &self,
        row: &'m Row,
        place: Place,
        path: &str,
        name: &'m Text,
        value: &'m Spanned<Data>,
        answer: &mut Answer<'m>,
    ) {
        let mut found = |value, layer| answer.found.push(Found { place, name, value, layer });
        if !row.list {
            found(value, Layer::Value);
            self.inside(row, path, value, answer);
            return;
        }
        let (list, path) = match (&row.item, &value.value) {
            (None, _) => (value, format!("{path}[]")),
            (Some(item), Data::Object(fields)) => {
                found(value, Layer::Wrapper);
                let strays = fields.iter().filter(|(name, _)| name.value != item.value);
                answer.strays.extend(strays.map(|(name, value)| Stray {
                    path: format!("{path}.{}", name.value),
                    name,
                    owner: place.owner,
                    value: &value.value,
                    wrapped: Some(row),
                }));
                let Some((_, list)) = fields.iter().find(|(name, _)| name.value == item.value) else { return };
                (list, format!("{path}.{}[]", item.value))
            }
            (Some(_), _) => return found(value, Layer::Wrapper),
        };
        answer.found.push(Found { place, name, value: list, layer: Layer::List });
        let Data::List(entries) = &list.value else { return };
        for entry in entries {
            answer.found.push(Found { place, name, value: entry, layer: Layer::Value });
            self.inside(row, &path, entry, answer);
        }
    }

    fn inside(&self, row: &Row, path: &str, value: &'m Spanned<Data>, answer: &mut Answer<'m>) {
        if let (Kind::Type(owner), Data::Object(fields)) = (row.kind, &value.value) {
            self.object(Some(owner), path, fields, value.at, answer);
        }
    }
}

fn names(rows: &[Row]) -> BTreeMap<&str, usize> {
    let aliases = rows
        .iter()
        .enumerate()
        .flat_map(|(index, row)| row.aliases.iter().map(move |alias| (alias.value.as_str(), index)));
    let own = rows.iter().enumerate().map(|(index, row)| (row.name.value.as_str(), index));
    aliases.chain(own).collect()
}
