//! Which models, value lists and rows of the old state are which of the new one.

use std::collections::BTreeMap;

use tablature_codegen::model::{Action, Kind, Row, base};

/// Indices of the new state by those of the old one. Models and value lists go by their names; where a name is gone, the
/// rows that referred to it say what took its place.
#[derive(Default)]
pub(super) struct Pairing {
    pub(super) types: BTreeMap<usize, usize>,
    pub(super) enums: BTreeMap<usize, usize>,
    /// Names of parameters that have another name now, without numbers: what refers to them has not changed.
    pub(super) parameters: Renames,
    /// The same of fields of the answer itself.
    pub(super) fields: Renames,
}

/// New names by old ones.
#[derive(Default)]
pub(super) struct Renames(BTreeMap<String, String>);

impl Renames {
    pub(super) fn add(&mut self, old: &Row, new: &Row) {
        self.0.insert(base(&old.name.value).0, base(&new.name.value).0);
    }

    /// What a row of the old state is called in the new one, without numbers.
    pub(super) fn current(&self, old: &str) -> String {
        let name = base(old).0;
        self.0.get(&name).cloned().unwrap_or(name)
    }
}

impl Pairing {
    pub(super) fn by_name(old: &Action, new: &Action) -> Self {
        let types = old.types.iter().map(|kind| &kind.name.value).enumerate();
        let enums = old.enums.iter().map(|kind| &kind.name.value).enumerate();
        let find_type = |name: &str| new.types.iter().position(|kind| kind.name.value == name);
        let find_enum = |name: &str| new.enums.iter().position(|kind| kind.name.value == name);
        Self {
            types: types.filter_map(|(index, name)| Some((index, find_type(name)?))).collect(),
            enums: enums.filter_map(|(index, name)| Some((index, find_enum(name)?))).collect(),
            ..Self::default()
        }
    }

    /// Learns from a row that refers to something else than before, unless both are known as something else.
    pub(super) fn learn(&mut self, old: &Row, new: &Row) {
        let (known, pair) = match (old.kind, new.kind) {
            (Kind::Type(old), Kind::Type(new)) => (&mut self.types, (old, new)),
            (Kind::Enum(old), Kind::Enum(new)) => (&mut self.enums, (old, new)),
            _ => return,
        };
        if !known.contains_key(&pair.0) && !known.values().any(|other| *other == pair.1) {
            known.insert(pair.0, pair.1);
        }
    }

    /// Whether both kinds are the same thing.
    pub(super) fn is_same(&self, old: Kind, new: Kind) -> bool {
        match (old, new) {
            (Kind::Type(old), Kind::Type(new)) => self.types.get(&old) == Some(&new),
            (Kind::Enum(old), Kind::Enum(new)) => self.enums.get(&old) == Some(&new),
            (old, new) => old == new,
        }
    }
}
