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
/// Most rows have nothing but their names, and generated crates hold many thousands of them. So the names are plain
/// texts, which cost the compiler next to nothing, and what else is known of a row is said apart; they are joined to
/// [`Field`]s where they are used. It is plain data, made without a call, because a constant that is computed costs the
/// compiler several times as much.
///
/// ```
/// use tablature_runtime as rt;
///
/// const SHAPE: rt::Shape = rt::Shape {
///     name: "Tag",
///     spec: "aliyun/ecs/DescribeImages.yaml",
///     at: "request Tag.n",
///     wires: &["Key", "Value"],
///     names: "key value",
///     details: &[rt::Field::of("Key").required()],
///     rules: &[],
///     always: &[],
/// };
/// let required: Vec<bool> = SHAPE.fields().map(|field| field.is_required()).collect();
/// assert_eq!(required, [true, false]);
/// ```
#[derive(Debug)]
pub struct Shape {
    /// Rust name of the struct.
    pub name: &'static str,
    /// The spec file, relative to the specs folder.
    pub spec: &'static str,
    /// The section of that file: `request`, `request Tag.n`, `response`, `type Image`.
    pub at: &'static str,
    /// The names in requests and answers, in the documented order.
    pub wires: &'static [&'static str],
    /// The names of the struct's fields in the same order, with spaces between them.
    pub names: &'static str,
    /// What else is known of some of the fields, in the same order.
    pub details: &'static [Field],
    /// The conditions between fields.
    pub rules: &'static [Rule],
    /// Those of the struct's fields that are documented as part of every answer: texts of names with spaces between them.
    pub always: &'static [&'static str],
}

impl Shape {
    /// The fields in the documented order.
    #[inline]
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        self.rows()
            .enumerate()
            .map(|(position, (wire, known))| known.copied().unwrap_or(Field::of(wire)).named(self.names, position))
    }

    /// The names in requests and answers, each with what else is known of the field. No field is put together for that.
    #[inline]
    pub(crate) fn rows(&self) -> impl Iterator<Item = (&'static str, Option<&'static Field>)> {
        let mut details = self.details;
        self.wires.iter().map(move |wire| {
            let known = details.split_first().filter(|(next, _)| is_same(next.wire(), wire));
            (
                *wire,
                known.map(|(next, others)| {
                    details = others;
                    next
                }),
            )
        })
    }

    /// The field at this position.
    pub(crate) fn field(&self, position: usize) -> Option<Field> {
        let field = self.detail(position).copied().or_else(|| self.wires.get(position).map(|wire| Field::of(wire)));
        field.map(|field| field.named(self.names, position))
    }

    /// What else is known of the field at this position, if anything is.
    #[inline]
    pub(crate) fn detail(&self, position: usize) -> Option<&'static Field> {
        if self.details.is_empty() {
            return None;
        }
        let wire = self.wires.get(position)?;
        self.details.iter().find(|field| is_same(field.wire(), wire))
    }

    /// Whether the other is about the same struct. The compiler may have made more than one copy of a shape.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        std::ptr::eq(self, other) || (self.at == other.at && self.spec == other.spec && self.name == other.name)
    }

    /// Whether the field at this position is documented as part of every answer.
    pub(crate) fn is_always_there(&self, position: usize) -> bool {
        self.names.split_whitespace().nth(position).is_some_and(|field| self.is_named_as_always(field))
    }

    fn is_named_as_always(&self, field: &str) -> bool {
        self.always.iter().flat_map(|names| names.split(' ')).any(|name| name == field)
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
