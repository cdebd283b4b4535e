//! Which parameters can stand beside each other: a name is either a value or holds others.

use std::collections::BTreeMap;

use tablature_codegen::model::segments;

use super::{Kind, Row};

/// What stands under a name.
enum Shape {
    /// A value; an object may turn out to hold others.
    Value { open: bool },
    /// Others; and whether a row is about them as a whole.
    Fields { described: bool },
}

/// The parameters so far, by their names without numbers.
#[derive(Default)]
pub(crate) struct Shapes {
    shapes: BTreeMap<String, Shape>,
}

impl Shapes {
    /// Takes a row in, if it fits those before it.
    pub(crate) fn takes(&mut self, row: &Row) -> bool {
        let Some(segments) = segments(&row.name) else { return false };
        let Some((last, above)) = segments.split_last() else { return false };
        let mut path = String::new();
        for segment in above {
            path = join(&path, &segment.name);
            match self.shapes.get_mut(&path) {
                Some(Shape::Value { open: false }) => return false,
                Some(shape @ Shape::Value { .. }) => *shape = Shape::Fields { described: true },
                Some(Shape::Fields { .. }) => {}
                None => {
                    self.shapes.insert(path.clone(), Shape::Fields { described: false });
                }
            }
        }
        match self.shapes.get_mut(&join(&path, &last.name)) {
            Some(Shape::Fields { described }) if row.kind == Kind::Object => !std::mem::replace(described, true),
            Some(_) => false,
            None => {
                let open = matches!(row.kind, Kind::Object | Kind::Unknown);
                self.shapes.insert(join(&path, &last.name), Shape::Value { open });
                true
            }
        }
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}
