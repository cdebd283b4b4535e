//! The names of an action's module.

use std::collections::{BTreeMap, BTreeSet};

use super::names::Names;
use crate::model::{Action, Field, FieldKind, Kind, Nesting, TimeForm};
use crate::rust::{RustName, Type};

/// What each documented thing is called in Rust.
pub(super) struct Scope {
    pub(super) request: RustName,
    pub(super) response: RustName,
    pub(super) types: Vec<RustName>,
    pub(super) enums: Vec<RustName>,
    /// Structs of a request, by the full name of the field that holds them.
    pub(super) parameters: BTreeMap<String, RustName>,
    /// Variants of each enum, in the order of its values.
    pub(super) variants: Vec<Vec<RustName>>,
    /// Rows of tables, and the tables.
    pub(super) tables: Vec<(RustName, RustName)>,
    /// The documented error codes.
    pub(super) errors: RustName,
    boxed: BTreeSet<(usize, usize)>,
}

impl Scope {
    pub(super) fn new(action: &Action) -> Self {
        let mut names = Names::default();
        let own = |suffix: &str| vec![format!("{}{suffix}", action.name.value)];
        let request = names.type_name(&own(""));
        let response = names.type_name(&own("Response"));
        let documented = |name: &str| vec![name.to_owned(), format!("{name}Type")];
        let types = action.types.iter().map(|kind| names.type_name(&documented(&kind.name))).collect();
        let enums = action.enums.iter().map(|kind| names.type_name(&documented(&kind.name))).collect();
        let mut parameters = BTreeMap::new();
        name_parameters(&action.fields, "", &mut names, &mut parameters);
        let mut constants = Names::default();
        let tables = action
            .tables
            .iter()
            .map(|table| (names.type_name(&documented(&table.row_name)), constants.constant(&table.name)))
            .collect();
        let variants = action.enums.iter().map(variants).collect();
        let errors = names.type_name(&own("ErrorCode"));
        // A list between two types is room enough.
        let boxed = Nesting::of(action, |row| !row.list).cycles();
        Self { request, response, types, enums, parameters, variants, tables, errors, boxed }
    }

    /// All types and constants of the module.
    pub(super) fn exported(&self) -> impl Iterator<Item = &RustName> {
        let tables = self.tables.iter().flat_map(|(row, table)| [row, table]);
        let types = [&self.request, &self.response].into_iter().chain(&self.types).chain(&self.enums);
        types.chain(self.parameters.values()).chain(tables)
    }

    /// The Rust type of a row's value, or of its entries. `owner` is the type that the row stands in.
    pub(super) fn kind(&self, kind: Kind, list: bool, owner: Option<usize>) -> Type {
        match kind {
            Kind::Text => Type::Text,
            Kind::Integer => Type::Integer,
            Kind::Float => Type::Float,
            Kind::Boolean => Type::Boolean,
            Kind::Any | Kind::Object => Type::Json,
            Kind::Time(TimeForm::Iso8601) => Type::Time("UtcTime"),
            Kind::Time(TimeForm::Local) => Type::Time("LocalTime"),
            Kind::Time(TimeForm::UnixSeconds) => Type::Time("UnixTime"),
            Kind::Time(TimeForm::Date) => Type::Time("Date"),
            Kind::Enum(index) => Type::Enum(self.enums[index].clone()),
            Kind::Type(index) => {
                let boxed = !list && owner.is_some_and(|owner| self.boxed.contains(&(owner, index)));
                Type::Struct(self.types[index].clone(), boxed)
            }
        }
    }
}

fn variants(one: &crate::model::Enum) -> Vec<RustName> {
    let mut names = Names::default();
    one.values.iter().map(|value| variant(value, one.integer, &mut names)).collect()
}

pub(super) fn variant(value: &crate::model::EnumValue, integer: bool, names: &mut Names) -> RustName {
    let wire = value.value.value.wire();
    let numbered = integer.then(|| format!("Value{}", wire.replace('-', "Minus")));
    names.variant(&wire, value.label.as_ref().map(|label| label.value.as_str()).or(numbered.as_deref()))
}

/// `Disks.n.Type` makes a struct `Disk`; where that name is taken, the struct around it goes before.
fn name_parameters(fields: &[Field], around: &str, names: &mut Names, parameters: &mut BTreeMap<String, RustName>) {
    for field in fields {
        let FieldKind::Struct(_, inner) = &field.kind else { continue };
        let own = if field.list { singular(&field.name) } else { field.name.clone() };
        let name = names.type_name(&[own.clone(), format!("{around}_{own}"), format!("{own}Parameter")]);
        parameters.insert(field.full_name.clone(), name);
        name_parameters(inner, &own, names, parameters);
    }
}

fn singular(name: &str) -> String {
    match name {
        _ if name.len() > 4 && name.ends_with("ies") => format!("{}y", &name[..name.len() - 3]),
        _ if name.len() > 2
            && name.ends_with('s')
            && !name.ends_with("ss")
            && !name.ends_with("us")
            && !name.ends_with("is") =>
        {
            name[..name.len() - 1].to_owned()
        }
        _ => name.to_owned(),
    }
}
