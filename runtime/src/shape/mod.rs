//! Shapes: what the documents say about the fields of a record, as constant data.

mod check;
mod field;
mod rule;

use std::sync::OnceLock;

pub(crate) use self::check::Limit;
pub use self::check::{Basis, Check};
pub use self::field::Field;
pub(crate) use self::field::ListStyle;
pub use self::rule::Rule;
pub(crate) use self::rule::{Condition, RuleKind};

/// The facts of one record: its names, its fields in the documented order, its rules.
///
/// Most rows have nothing but their names, and generated crates hold many thousands of them. So the names are plain
/// texts, which cost the compiler next to nothing, and what else is known of a row is said apart; they are joined to
/// [`Field`]s when the shape is first used.
///
/// ```
/// use tablature_runtime as rt;
///
/// static SHAPE: rt::Shape =
///     rt::Shape::new("Tag", "aliyun/ecs/DescribeImages.yaml", "request Tag.n", &["Key", "Value"], "key value")
///         .details(&[rt::Field::of("Key").required()]);
/// assert!(SHAPE.fields()[0].is_required());
/// assert!(!SHAPE.fields()[1].is_required());
/// ```
#[derive(Debug)]
pub struct Shape {
    name: &'static str,
    spec: &'static str,
    at: &'static str,
    wires: &'static [&'static str],
    names: &'static str,
    details: &'static [Field],
    rules: &'static [Rule],
    always: &'static str,
    fields: OnceLock<Box<[Field]>>,
}

impl Shape {
    /// A shape of fields of which nothing but their names is known.
    ///
    /// `name` is the Rust name of the struct, `spec` the spec file relative to the specs folder, `at` the section of that
    /// file (`request`, `request Tag.n`, `response`, `type Image`). `wires` are the names in requests and answers in the
    /// documented order, `names` those of the struct's fields, with spaces between them.
    pub const fn new(
        name: &'static str,
        spec: &'static str,
        at: &'static str,
        wires: &'static [&'static str],
        names: &'static str,
    ) -> Self {
        Self { name, spec, at, wires, names, details: &[], rules: &[], always: "", fields: OnceLock::new() }
    }

    /// Adds what else is known of some of the fields, in the same order.
    #[must_use]
    pub const fn details(mut self, details: &'static [Field]) -> Self {
        self.details = details;
        self
    }

    /// Adds the conditions between fields.
    #[must_use]
    pub const fn rules(mut self, rules: &'static [Rule]) -> Self {
        self.rules = rules;
        self
    }

    /// Names those of the struct's fields that are documented as part of every answer, with spaces between them.
    #[must_use]
    pub const fn always(mut self, names: &'static str) -> Self {
        self.always = names;
        self
    }

    /// Rust name of the struct.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The spec file, relative to the specs folder.
    pub const fn spec(&self) -> &'static str {
        self.spec
    }

    /// The section of the spec file.
    pub const fn at(&self) -> &'static str {
        self.at
    }

    /// The fields in the documented order.
    #[inline]
    pub fn fields(&self) -> &[Field] {
        self.fields.get_or_init(|| field::joined(self.wires, self.names, self.details))
    }

    pub(crate) const fn all_rules(&self) -> &'static [Rule] {
        self.rules
    }

    /// Whether the field is documented as part of every answer.
    pub(crate) fn is_always_there(&self, field: &Field) -> bool {
        self.always.split_whitespace().any(|name| name == field.rust())
    }

    /// Position of the field with this wire name or alias.
    ///
    /// Answers mostly arrive in the documented order, so the caller passes the position that is expected next.
    #[inline]
    pub(crate) fn position(&self, name: &str, expected: usize) -> Option<usize> {
        match self.wires.get(expected) {
            Some(wire) if is_same(wire, name) => Some(expected),
            _ => self.search(name, expected),
        }
    }

    /// Mostly some fields were left out, so that the search begins where the next one was expected.
    fn search(&self, name: &str, expected: usize) -> Option<usize> {
        let (before, after) = self.wires.split_at(expected.min(self.wires.len()));
        let find = |name: &str, wires: &[&str]| wires.iter().position(|wire| *wire == name);
        let by_name = find(name, after).map(|position| before.len() + position).or_else(|| find(name, before));
        by_name.or_else(|| {
            let field = self.details.iter().find(|field| field.all_aliases().contains(&name))?;
            find(field.wire(), self.wires)
        })
    }
}

/// `==` for names, which are short: as two overlapping words, without a call.
#[inline]
fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    match one.len() {
        8..=16 => {
            one.first_chunk::<8>() == other.first_chunk::<8>() && one.last_chunk::<8>() == other.last_chunk::<8>()
        }
        4..=7 => one.first_chunk::<4>() == other.first_chunk::<4>() && one.last_chunk::<4>() == other.last_chunk::<4>(),
        _ => one == other,
    }
}

#[cfg(test)]
mod tests {
    use super::is_same;

    #[test]
    fn names_of_any_length_are_compared_to_the_last_letter() {
        for length in 0..40 {
            let name = "n".repeat(length);
            assert!(is_same(&name, &name.clone()));
            assert!(!is_same(&name, &format!("{name}n")));
            for position in 0..length {
                let mut other = name.clone();
                other.replace_range(position..=position, "m");
                assert!(!is_same(&name, &other), "{other}");
            }
        }
    }
}
