//! Which row a pair of an example belongs to: `Tag.1.Key` is `Tag.n.Key`.

use std::collections::BTreeMap;

use super::{ListEncoding, Row, is_number};

/// Whether the name of a pair ends in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// It does not.
    Plain,
    /// It does: the pair is an entry of a list.
    Numbered,
}

impl Form {
    /// How the pairs of a row are named.
    pub fn of(row: &Row) -> Self {
        if row.list && matches!(row.encoding, ListEncoding::Indexed(_)) { Self::Numbered } else { Self::Plain }
    }
}

/// The row of a pair: an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parameter {
    /// Into the request's rows.
    Own(usize),
    /// Into the provider's rows.
    Common(usize),
}

/// Rows by the names under which their pairs can come.
#[derive(Clone, Debug)]
pub struct Parameters {
    rows: BTreeMap<String, Parameter>,
}

impl Parameters {
    /// The rows of a request, and those of every call; where both have a name, it is the request's.
    pub fn new(request: &[Row], common: &[Row]) -> Self {
        let own = request.iter().enumerate().map(|(index, row)| (Parameter::Own(index), row));
        let common = common.iter().enumerate().map(|(index, row)| (Parameter::Common(index), row));
        let all: Vec<(Parameter, &Row)> = own.chain(common).collect();
        let mut rows = BTreeMap::new();
        for (parameter, row) in &all {
            rows.entry(named(&base(&row.name.value).0, Form::of(row))).or_insert(*parameter);
        }
        // A row may be sent in a way that is not its own; that is a finding about this row, and not an unknown name.
        for (parameter, row) in &all {
            for name in std::iter::once(&row.name).chain(&row.aliases) {
                let (base, _) = base(&name.value);
                for form in [Form::Plain, Form::Numbered] {
                    rows.entry(named(&base, form)).or_insert(*parameter);
                }
            }
        }
        Self { rows }
    }

    /// The row of a pair of that name, if a table has it.
    pub fn find(&self, name: &str) -> Option<Parameter> {
        let (base, form) = base(name);
        self.rows.get(&named(&base, form)).copied()
    }
}

fn named(base: &str, form: Form) -> String {
    match form {
        Form::Plain => base.to_owned(),
        Form::Numbered => format!("{base}.n"),
    }
}

/// The name with `n` for every number, without the one at its end.
pub fn base(name: &str) -> (String, Form) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_become_n() {
        assert_eq!(base("Tag.1.Key"), ("Tag.n.Key".to_owned(), Form::Plain));
        assert_eq!(base("ImageIDs.0"), ("ImageIDs".to_owned(), Form::Numbered));
        assert_eq!(base("images.N"), ("images".to_owned(), Form::Numbered));
        assert_eq!(base("1"), ("1".to_owned(), Form::Plain));
    }
}
