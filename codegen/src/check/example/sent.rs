//! The pairs of an example's request, each with its row: `Tag.1.Key` is `Tag.n.Key`.

use super::super::scope::{RowRef, Scope};
use crate::model::{Calls, Example, Form, Pair, Parameter, base, is_number};

/// A pair of a request.
pub(in super::super) struct Sent<'m> {
    pub(in super::super) pair: &'m Pair,
    /// Its row, if a table has it.
    pub(in super::super) row: Option<RowRef<'m>>,
    /// Whether its name ends in a number.
    pub(in super::super) form: Form,
    /// The numbers in its name.
    pub(in super::super) numbers: Vec<Number>,
    /// Whether it was added to what the page shows.
    pub(in super::super) supplied: bool,
}

/// A number in the name of a pair.
#[derive(Debug, PartialEq, Eq)]
pub(in super::super) struct Number {
    /// The name in front of it.
    pub(in super::super) list: String,
    /// The number; a letter stands for the first.
    pub(in super::super) number: u64,
    /// The number of the list's first entry.
    pub(in super::super) first: u64,
}

/// The pairs of an example.
pub(super) fn read<'m>(scope: &Scope<'m>, calls: &Calls<'m>, example: &'m Example) -> Vec<Sent<'m>> {
    let shown = example.request.iter().map(|pair| (pair, false));
    let pairs = shown.chain(example.supply.iter().map(|pair| (pair, true)));
    pairs
        .map(|(pair, supplied)| {
            let row = calls.parameter(&pair.name).map(|parameter| match parameter {
                Parameter::Own(row) => RowRef::Request(row),
                Parameter::Common(row) => RowRef::Common(row),
            });
            let firsts = row.and_then(|row| scope.row(row)).map_or(Vec::new(), |row| calls.bases(row));
            Sent { pair, row, form: base(&pair.name).1, numbers: numbers(&pair.name, &firsts), supplied }
        })
        .collect()
}

fn numbers(name: &str, firsts: &[u64]) -> Vec<Number> {
    let dots = name.match_indices('.').map(|(dot, _)| dot);
    let parts = dots.map(|dot| (&name[..dot], name[dot + 1..].split('.').next().unwrap_or_default()));
    let numbered = parts.filter(|(_, part)| is_number(part)).enumerate();
    numbered
        .map(|(index, (list, part))| {
            let first = firsts.get(index).copied().unwrap_or_default();
            Number { list: list.to_owned(), number: part.parse().unwrap_or(first), first }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_entries() {
        let shown =
            |name| numbers(name, &[1, 0]).into_iter().map(|one| (one.list, one.number, one.first)).collect::<Vec<_>>();
        assert_eq!(shown("A.1.B.20"), [("A".to_owned(), 1, 1), ("A.1.B".to_owned(), 20, 0)]);
        assert_eq!(shown("A.n.B.N"), [("A".to_owned(), 1, 1), ("A.n.B".to_owned(), 0, 0)]);
        assert_eq!(shown("A.B"), []);
    }
}
