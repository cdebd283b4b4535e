//! One field of a record.

use super::{Basis, Check};

/// How a list travels in a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ListStyle {
    /// `Name.1`, `Name.2`, counted from the base.
    Indexed(u8),
    /// `Name=a,b`.
    Comma,
    /// `Name=a&Name=b`.
    Repeated,
}

impl ListStyle {
    /// Unless the documents say otherwise.
    pub(crate) const USUAL: Self = Self::Indexed(1);
}

/// What the documents say about one field.
///
/// ```
/// use tablature_runtime::{Check, Field};
///
/// const FIELD: Field = Field::of("ImageId").comma().checks(&[Check::max_items(100)]);
/// assert_eq!(FIELD.wire(), "ImageId");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Field {
    wire: &'static str,
    names: &'static str,
    position: usize,
    documented: &'static str,
    item: Option<&'static str>,
    assumed: Option<&'static str>,
    aliases: &'static [&'static str],
    checks: &'static [Check],
    list: ListStyle,
    required: bool,
    secret: bool,
    may_be_empty: bool,
    open: bool,
    basis: Basis,
}

impl Field {
    /// An optional field of which nothing else is known. `wire` is its name in requests and answers.
    ///
    /// A list is numbered from 1 unless one of the list methods says otherwise. The name of the struct's field is the
    /// same, until the field is part of a [`Shape`](super::Shape).
    pub const fn of(wire: &'static str) -> Self {
        Self {
            wire,
            names: wire,
            position: 0,
            documented: wire,
            item: None,
            assumed: None,
            aliases: &[],
            checks: &[],
            list: ListStyle::USUAL,
            required: false,
            secret: false,
            may_be_empty: false,
            open: false,
            basis: Basis::Table,
        }
    }

    /// The field of the struct, as one of its names.
    #[inline]
    pub(super) const fn named(mut self, names: &'static str, position: usize) -> Self {
        self.names = names;
        self.position = position;
        self
    }

    /// The name of the row, when the page writes it in another way: `imageIds.n` for a list that travels as `imageIds.0`.
    #[must_use]
    pub const fn documented(mut self, name: &'static str) -> Self {
        self.documented = name;
        self
    }

    /// The field must be given.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The field holds a secret: its value never shows.
    #[must_use]
    pub const fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    /// An empty text has a documented meaning here: it is never a violation, nor an unknown value.
    #[must_use]
    pub const fn may_be_empty(mut self) -> Self {
        self.may_be_empty = true;
        self
    }

    /// The documents name some of the values only: others are no difference from them.
    #[must_use]
    pub const fn open(mut self) -> Self {
        self.open = true;
        self
    }

    /// Where the row comes from; without it, it is the table.
    #[must_use]
    pub const fn basis(mut self, basis: Basis) -> Self {
        self.basis = basis;
        self
    }

    /// The list travels as one text joined with commas.
    #[must_use]
    pub const fn comma(mut self) -> Self {
        self.list = ListStyle::Comma;
        self
    }

    /// The list travels as one parameter of the same name for each entry.
    #[must_use]
    pub const fn repeated(mut self) -> Self {
        self.list = ListStyle::Repeated;
        self
    }

    /// The entries of the list are numbered, beginning with `base`.
    #[must_use]
    pub const fn indexed(mut self, base: u8) -> Self {
        self.list = ListStyle::Indexed(base);
        self
    }

    /// The list is wrapped: `{"Images": {"Image": [...]}}` has the item name `Image`.
    #[must_use]
    pub const fn item(mut self, name: &'static str) -> Self {
        self.item = Some(name);
        self
    }

    /// What the provider assumes when nothing is sent. Rules look at it; it is never sent.
    #[must_use]
    pub const fn assumed(mut self, value: &'static str) -> Self {
        self.assumed = Some(value);
        self
    }

    /// Other names under which answers were seen to carry the field.
    #[must_use]
    pub const fn aliases(mut self, names: &'static [&'static str]) -> Self {
        self.aliases = names;
        self
    }

    /// What a value has to fulfil. For a list, what each entry has to fulfil, and how many there may be.
    #[must_use]
    pub const fn checks(mut self, checks: &'static [Check]) -> Self {
        self.checks = checks;
        self
    }

    /// Name in requests and answers.
    pub const fn wire(&self) -> &'static str {
        self.wire
    }

    /// Name of the documented row.
    pub const fn documented_name(&self) -> &'static str {
        self.documented
    }

    /// Whether the documents name some of the values only.
    pub const fn is_open(&self) -> bool {
        self.open
    }

    /// Where the row comes from.
    pub const fn row_basis(&self) -> Basis {
        self.basis
    }

    /// Name of the struct's field.
    pub fn rust(&self) -> &'static str {
        self.names.split_whitespace().nth(self.position).unwrap_or(self.wire)
    }

    /// Whether the field must be given.
    pub const fn is_required(&self) -> bool {
        self.required
    }

    /// Whether the value never shows.
    pub const fn is_secret(&self) -> bool {
        self.secret
    }

    pub(crate) const fn item_name(&self) -> Option<&'static str> {
        self.item
    }

    pub(crate) const fn assumed_value(&self) -> Option<&'static str> {
        self.assumed
    }

    pub(crate) const fn all_aliases(&self) -> &'static [&'static str] {
        self.aliases
    }

    pub(crate) const fn all_checks(&self) -> &'static [Check] {
        self.checks
    }

    pub(crate) const fn list_style(&self) -> ListStyle {
        self.list
    }

    pub(crate) const fn allows_empty(&self) -> bool {
        self.may_be_empty
    }
}
