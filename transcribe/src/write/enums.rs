//! Value lists get names: that of the row that has them. Rows with the same values share one.

use std::collections::BTreeMap;

use super::yaml::{Value, entry, scalar};
use crate::draft::{Draft, Property, Row, Values};

/// The value lists of a draft.
pub(super) struct Enums {
    enums: Vec<Enum>,
    /// Which list a row has, by where the row stands.
    rows: BTreeMap<(usize, String), usize>,
}

/// A value list.
pub(super) struct Enum {
    name: String,
    values: Values,
    open: bool,
}

impl Enums {
    /// Names the value lists.
    pub(super) fn of(draft: &Draft) -> Self {
        let mut named = Self { enums: Vec::new(), rows: BTreeMap::new() };
        for (_, row) in draft.rows() {
            let Some((values, open)) = values(row) else { continue };
            let wish = crate::names::model(&row.name);
            let same = |known: &Enum| known.values == *values && known.open == open && known.name.starts_with(&wish);
            let index = named.enums.iter().position(same).unwrap_or_else(|| {
                let name = named.free_name(draft, &wish);
                named.enums.push(Enum { name, values: values.clone(), open });
                named.enums.len() - 1
            });
            named.rows.insert((row.at.start, row.name.clone()), index);
        }
        named
    }

    /// The name of a row's value list.
    pub(super) fn name(&self, row: &Row) -> Option<&str> {
        values(row)?;
        let index = self.rows.get(&(row.at.start, row.name.clone()))?;
        self.enums.get(*index).map(|known| known.name.as_str())
    }

    /// All of them, in the order of the rows.
    pub(super) fn all(&self) -> impl Iterator<Item = &Enum> {
        self.enums.iter()
    }

    fn free_name(&self, draft: &Draft, wish: &str) -> String {
        let taken = |name: &str| {
            self.enums.iter().any(|known| known.name == name) || draft.models.iter().any(|model| model.name == name)
        };
        let mut names = std::iter::once(wish.to_owned()).chain((2..).map(|number| format!("{wish}{number}")));
        names.find(|name| !taken(name)).unwrap_or_default()
    }
}

impl Enum {
    /// The entry below `enums`.
    pub(super) fn text(&self) -> String {
        let open = if self.open { "    open: true\n" } else { "" };
        let values: String = self.values.iter().map(|(value, label)| self.value(value, label.as_deref())).collect();
        format!("  {}:\n{open}    values:\n{values}", scalar(&self.name))
    }

    fn value(&self, value: &str, label: Option<&str>) -> String {
        let map: Vec<_> = label.map(|label| ("label", Value::text(label))).into_iter().collect();
        let number = self.values.iter().all(|(value, _)| value.parse::<i64>().is_ok());
        if number { format!("      {value}: {}\n", super::yaml::flow_map(&map)) } else { entry(6, value, &map) }
    }
}

fn values(row: &Row) -> Option<(&Values, bool)> {
    row.constraints.iter().find_map(|constraint| match &constraint.property {
        Property::Values(values, open) => Some((values, *open)),
        _ => None,
    })
}
