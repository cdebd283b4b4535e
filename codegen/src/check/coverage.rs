//! Which contradictions have an erratum.

use std::collections::BTreeMap;

use super::scope::RowRef;
use crate::model::{Erratum, Target};
use crate::vocabulary::{Data, Scalar};

/// Errata by row and attribute.
pub(super) struct Coverage<'m> {
    entries: BTreeMap<(RowRef<'m>, &'m str), Vec<&'m Erratum>>,
}

impl<'m> Coverage<'m> {
    pub(super) fn new(errata: &'m [Erratum]) -> Self {
        let mut entries: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for erratum in errata {
            let Some(attribute) = &erratum.attribute else { continue };
            for row in erratum.about.iter().filter_map(|(_, target)| row_ref(target.as_ref()?)) {
                entries.entry((row, attribute.value.as_str())).or_default().push(erratum);
            }
        }
        Self { entries }
    }

    /// Whether an erratum speaks of this attribute of the row.
    pub(super) fn has(&self, row: RowRef<'_>, attribute: &str) -> bool {
        !self.about(row, attribute).is_empty()
    }

    /// Whether an erratum says that an example shows this.
    pub(super) fn has_shown(&self, row: RowRef<'_>, attribute: &str, shown: &str) -> bool {
        self.about(row, attribute)
            .iter()
            .any(|erratum| claims(erratum).is_none_or(|claims| claims.iter().any(|claim| claim == shown)))
    }

    fn about<'a>(&'a self, row: RowRef<'a>, attribute: &'a str) -> &'a [&'m Erratum] {
        self.entries.get(&(row, attribute)).map_or(&[], Vec::as_slice)
    }
}

/// The row that a target is, if it is one.
pub(super) fn row_ref(target: &Target) -> Option<RowRef<'_>> {
    match target {
        Target::Request(index) => Some(RowRef::Request(*index)),
        Target::Common(index) => Some(RowRef::Common(*index)),
        Target::Response(place) => Some(RowRef::Response(*place)),
        Target::Absent(name) => Some(RowRef::Absent(name)),
        Target::Action | Target::Example | Target::Enum(_) | Target::Error(_) | Target::Table(_) => None,
    }
}

/// What the erratum says that the examples show, as texts; none when it says nothing of them.
pub(super) fn claims(erratum: &Erratum) -> Option<Vec<String>> {
    let (_, shown) = erratum.says.iter().find(|(place, _)| place.value == "example")?;
    Some(match &shown.value {
        Data::List(values) => values.iter().map(|value| plain(&value.value)).collect(),
        one => vec![plain(one)],
    })
}

/// Data as a short text, to be compared and to be shown.
pub(super) fn plain(data: &Data) -> String {
    match data {
        Data::Null => "null".to_owned(),
        Data::Scalar(scalar) => scalar.wire(),
        Data::List(values) => {
            format!("[{}]", values.iter().map(|value| plain(&value.value)).collect::<Vec<_>>().join(", "))
        }
        Data::Object(fields) => {
            let fields: Vec<String> =
                fields.iter().map(|(name, value)| format!("{}: {}", name.value, plain(&value.value))).collect();
            format!("{{ {} }}", fields.join(", "))
        }
    }
}

/// The kind of a JSON value, in the words of errata.
pub(super) fn json_kind(data: &Data) -> &'static str {
    match data {
        Data::Null => "null",
        Data::Scalar(Scalar::Text(_)) => "string",
        Data::Scalar(Scalar::Integer(_)) => "int",
        Data::Scalar(Scalar::Float(_)) => "float",
        Data::Scalar(Scalar::Boolean(_)) => "bool",
        Data::List(_) => "list",
        Data::Object(_) => "object",
    }
}
