//! The pairs of an example's request, each with its row: `Tag.1.Key` is `Tag.n.Key`.

use std::collections::BTreeMap;

use super::super::scope::{RowRef, Scope};
use crate::model::{Action, Example, ListEncoding, Pair, Row};

/// A pair of a request.
pub(in super::super) struct Sent<'m> {
    pub(in super::super) pair: &'m Pair,
    /// Its row, if a table has it.
    pub(in super::super) row: Option<RowRef<'m>>,
    /// Whether its name ends in a number.
    pub(in super::super) form: Form,
    /// The lists on the way to it, by their names, and the numbers of the entries.
    pub(in super::super) numbers: Vec<(String, u64)>,
    /// Whether it was added to what the page shows.
    pub(in super::super) supplied: bool,
}

/// Whether the name of a pair ends in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Form {
    Plain,
    Numbered,
}

/// Rows by the names under which their pairs can come.
pub(super) struct Parameters<'m> {
    rows: BTreeMap<String, (RowRef<'m>, Form)>,
}

impl<'m> Parameters<'m> {
    pub(super) fn new(scope: &Scope<'m>, action: &'m Action) -> Self {
        let own = action.request.iter().enumerate().map(|(index, row)| (RowRef::Request(index), row));
        let common = scope.provider.common.iter().enumerate().map(|(index, row)| (RowRef::Common(index), row));
        let all: Vec<(RowRef<'m>, &Row)> = own.chain(common).collect();
        let mut rows = BTreeMap::new();
        for (side, row) in &all {
            let (base, _) = base(&row.name.value);
            let form = expected_form(row);
            rows.entry(named(&base, form)).or_insert((*side, form));
        }
        // A row may be sent in a way that is not its own; that is a finding about this row, and not an unknown name.
        for (side, row) in &all {
            for name in std::iter::once(&row.name).chain(&row.aliases) {
                let (base, _) = base(&name.value);
                for form in [Form::Plain, Form::Numbered] {
                    rows.entry(named(&base, form)).or_insert((*side, form));
                }
            }
        }
        Self { rows }
    }

    pub(super) fn read(&self, example: &'m Example) -> Vec<Sent<'m>> {
        let shown = example.request.iter().map(|pair| self.pair(pair, false));
        shown.chain(example.supply.iter().map(|pair| self.pair(pair, true))).collect()
    }

    fn pair(&self, pair: &'m Pair, supplied: bool) -> Sent<'m> {
        let (base, form) = base(&pair.name);
        let row = self.rows.get(&named(&base, form)).map(|(row, _)| *row);
        Sent { pair, row, form, numbers: numbers(&pair.name), supplied }
    }
}

/// How the pairs of a row are named.
pub(super) fn expected_form(row: &Row) -> Form {
    if row.list && matches!(row.encoding, ListEncoding::Indexed(_)) { Form::Numbered } else { Form::Plain }
}

fn named(base: &str, form: Form) -> String {
    match form {
        Form::Plain => base.to_owned(),
        Form::Numbered => format!("{base}.n"),
    }
}

/// The name with `n` for every number, without the one at its end.
pub(super) fn base(name: &str) -> (String, Form) {
    let mut parts: Vec<&str> = name
        .split('.')
        .enumerate()
        .map(|(index, part)| if index > 0 && is_number(part) { "n" } else { part })
        .collect();
    let numbered = parts.len() > 1 && parts.last() == Some(&"n");
    if numbered {
        parts.pop();
    }
    (parts.join("."), if numbered { Form::Numbered } else { Form::Plain })
}

fn is_number(part: &str) -> bool {
    matches!(part, "n" | "N" | "m" | "M") || (!part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

fn numbers(name: &str) -> Vec<(String, u64)> {
    let parts: Vec<&str> = name.split('.').collect();
    let numbered =
        parts.iter().enumerate().skip(1).filter_map(|(index, part)| Some((index, part.parse::<u64>().ok()?)));
    numbered.map(|(index, number)| (base(&parts[..index].join(".")).0, number)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_become_n() {
        assert_eq!(base("Tag.1.Key"), ("Tag.n.Key".to_owned(), Form::Plain));
        assert_eq!(base("ImageIDs.0"), ("ImageIDs".to_owned(), Form::Numbered));
        assert_eq!(base("images.N"), ("images".to_owned(), Form::Numbered));
        assert_eq!(base("1"), ("1".to_owned(), Form::Plain));
        assert_eq!(numbers("A.1.B.20"), [("A".to_owned(), 1), ("A.n.B".to_owned(), 20)]);
    }
}
