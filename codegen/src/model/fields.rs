//! The parameters of a request as a tree: `Tag.n.Key` is the field `Key` of an entry of the list `Tag`.

use super::{ListEncoding, Row};

/// A part of a parameter's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The part, without a number behind it.
    pub name: String,
    /// Whether a number follows.
    pub list: bool,
    /// What the page writes for the number: `n`, `N`, `0`.
    pub mark: Option<String>,
}

/// Splits a parameter's name at its dots; a part that stands for a number marks the part before it as a list.
/// Two numbers in a row, or a number in front, give nothing: no list of lists can be said in that way.
pub fn segments(name: &str) -> Option<Vec<Segment>> {
    let mut segments: Vec<Segment> = Vec::new();
    for part in name.split('.') {
        match segments.last_mut() {
            Some(last) if is_number(part) => {
                if std::mem::replace(&mut last.list, true) {
                    return None;
                }
                last.mark = Some(part.to_owned());
            }
            None if is_number(part) && name.contains('.') => return None,
            _ if part.is_empty() => return None,
            _ => segments.push(Segment { name: part.to_owned(), list: false, mark: None }),
        }
    }
    Some(segments)
}

/// Pages write the number of an entry as `n`, `N`, `m`, `M`, or give one: `0`.
fn is_number(part: &str) -> bool {
    matches!(part, "n" | "N" | "m" | "M") || (!part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A field of a request, or of a struct inside of it.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its part of the wire name.
    pub name: String,
    /// The name up to here, with `n` for every number: `Tag.n`.
    pub full_name: String,
    /// What the page writes for the number of an entry: `n`, `N`, `0`.
    pub mark: Option<String>,
    /// Whether it is a list.
    pub list: bool,
    /// How the list travels.
    pub encoding: ListEncoding,
    /// What it holds.
    pub kind: FieldKind,
}

/// What a field holds.
#[derive(Clone, Debug)]
pub enum FieldKind {
    /// A value: index of the request's row.
    Value(usize),
    /// A struct. The row that documents it as a whole, if there is one, and its fields.
    Struct(Option<usize>, Vec<Field>),
}

/// Puts rows into the tree. Gives the indices of rows that do not fit: a value where a struct stands, or the reverse.
pub(crate) fn tree(rows: &[Row], numbered: ListEncoding) -> (Vec<Field>, Vec<usize>) {
    let mut fields = Vec::new();
    let mut misfits = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        if row.constant.is_some() {
            continue;
        }
        let placed =
            segments(&row.name).is_some_and(|segments| insert(&mut fields, &segments, "", index, rows, numbered));
        if !placed {
            misfits.push(index);
        }
    }
    (fields, misfits)
}

fn insert(
    fields: &mut Vec<Field>,
    segments: &[Segment],
    before: &str,
    index: usize,
    rows: &[Row],
    numbered: ListEncoding,
) -> bool {
    let row = &rows[index];
    let Some((first, rest)) = segments.split_first() else { return false };
    let dot = if before.is_empty() { "" } else { "." };
    let full_name = format!("{before}{dot}{}{}", first.name, if first.list { ".n" } else { "" });
    let found = fields.iter_mut().position(|field| field.name == first.name);
    if rest.is_empty() {
        return match found.map(|position| &mut fields[position].kind) {
            // A container that is documented after its fields.
            Some(FieldKind::Struct(documented @ None, _)) if row.kind == super::Kind::Object => {
                *documented = Some(index);
                true
            }
            Some(_) => false,
            None => {
                let encoding = if row.list { row.encoding } else { numbered };
                fields.push(Field {
                    name: first.name.clone(),
                    full_name,
                    mark: first.mark.clone(),
                    list: row.list || first.list,
                    encoding,
                    kind: FieldKind::Value(index),
                });
                true
            }
        };
    }
    let position = found.unwrap_or_else(|| {
        fields.push(Field {
            name: first.name.clone(),
            full_name: full_name.clone(),
            mark: first.mark.clone(),
            list: first.list,
            encoding: numbered,
            kind: FieldKind::Struct(None, Vec::new()),
        });
        fields.len() - 1
    });
    let field = &mut fields[position];
    field.list |= first.list;
    if let FieldKind::Value(container) = field.kind {
        if !matches!(rows[container].kind, super::Kind::Object | super::Kind::Any) {
            return false;
        }
        field.kind = FieldKind::Struct(Some(container), Vec::new());
    }
    let FieldKind::Struct(_, children) = &mut field.kind else { return false };
    insert(children, rest, &full_name, index, rows, numbered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_split_at_dots_and_numbers() {
        let shown = |name| {
            segments(name).map(|parts| {
                parts
                    .iter()
                    .map(|part| format!("{}{}", part.name, if part.list { "[]" } else { "" }))
                    .collect::<Vec<_>>()
            })
        };
        assert_eq!(shown("Tag.n.Key").unwrap(), ["Tag[]", "Key"]);
        assert_eq!(
            shown("Source.N.MySQLNode.SSLSecurity.SSLCert").unwrap(),
            ["Source[]", "MySQLNode", "SSLSecurity", "SSLCert"]
        );
        assert_eq!(shown("images.0").unwrap(), ["images[]"]);
        assert_eq!(shown("n").unwrap(), ["n"]);
        assert_eq!(shown("A.n.m"), None);
        assert_eq!(shown("n.A"), None);
        assert_eq!(shown("A..B"), None);
    }
}
