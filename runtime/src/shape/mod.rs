//! Shapes: what the documents say about the fields of a record, as constant data.

mod check;
mod field;
mod rule;

pub(crate) use self::check::Limit;
pub use self::check::{Basis, Check};
pub use self::field::Field;
pub(crate) use self::field::ListStyle;
pub use self::rule::Rule;
pub(crate) use self::rule::{Condition, RuleKind};

/// The facts of one record: its names, its fields in the documented order, its rules.
///
/// ```
/// use tablature_runtime as rt;
///
/// static SHAPE: rt::Shape = rt::Shape::new("Tag", "aliyun/ecs/DescribeImages.yaml", "request Tag.n", &[
///     rt::Field::new("Key", "key").required(),
///     rt::Field::new("Value", "value"),
/// ]);
/// assert_eq!(SHAPE.fields().len(), 2);
/// ```
#[derive(Debug)]
pub struct Shape {
    name: &'static str,
    spec: &'static str,
    at: &'static str,
    fields: &'static [Field],
    rules: &'static [Rule],
}

impl Shape {
    /// A shape without rules. `name` is the Rust name of the struct, `spec` the spec file relative to the specs folder,
    /// `at` the section of that file (`request`, `request Tag.n`, `response`, `type Image`).
    pub const fn new(name: &'static str, spec: &'static str, at: &'static str, fields: &'static [Field]) -> Self {
        Self { name, spec, at, fields, rules: &[] }
    }

    /// Adds the conditions between fields.
    #[must_use]
    pub const fn rules(mut self, rules: &'static [Rule]) -> Self {
        self.rules = rules;
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
    pub const fn fields(&self) -> &'static [Field] {
        self.fields
    }

    pub(crate) const fn all_rules(&self) -> &'static [Rule] {
        self.rules
    }

    /// Position of the field with this wire name or alias.
    ///
    /// Answers mostly arrive in the documented order, so the caller passes the position that is expected next.
    #[inline]
    pub(crate) fn position(&self, name: &str, expected: usize) -> Option<usize> {
        match self.fields.get(expected) {
            Some(field) if is_same(field.wire(), name) => Some(expected),
            _ => self.search(name, expected),
        }
    }

    /// Mostly some fields were left out, so that the search begins where the next one was expected.
    fn search(&self, name: &str, expected: usize) -> Option<usize> {
        let (before, after) = self.fields.split_at(expected.min(self.fields.len()));
        let find = |fields: &[Field]| fields.iter().position(|field| field.wire() == name);
        let by_name = find(after).map(|position| before.len() + position).or_else(|| find(before));
        by_name.or_else(|| self.fields.iter().position(|field| field.all_aliases().contains(&name)))
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
