//! The parameters of a request as a tree: `Tag.n.Key` is the field `Key` of an entry of the list `Tag`.

use super::{Action, ListEncoding, Required, Row, Rule};

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
pub(crate) fn is_number(part: &str) -> bool {
    matches!(part, "n" | "N" | "m" | "M") || (!part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A field of a request, or of a struct inside of it.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its part of the wire name.
    pub name: String,
    /// The name up to here, with `n` for every number: `Tag.n`.
    pub full_name: String,
    /// The name up to here, as the page writes it: `Disks.N`.
    pub page_name: String,
    /// What the page writes for the number of an entry: `n`, `N`, `0`.
    pub mark: Option<String>,
    /// Whether what it stands in means nothing without it: a row says so or, for a struct that no row documents, a row
    /// inside of it.
    pub needed: bool,
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

/// The structs that a parameter stands in, the outermost first.
pub fn containers<'f>(fields: &'f [Field], name: &str) -> Vec<&'f Field> {
    let parts = segments(name).unwrap_or_default();
    let mut inside = fields;
    let mut found = Vec::new();
    for part in parts.iter().take(parts.len().saturating_sub(1)) {
        let Some(field) = inside.iter().find(|field| field.name == part.name) else { break };
        let FieldKind::Struct(_, inner) = &field.kind else { break };
        found.push(field);
        inside = inner;
    }
    found
}

/// The fields on the way to the deepest list whose entries hold all rows of a rule; none when the request itself does.
/// That list's entries, or the request, are what the rule is put to.
pub fn rule_owner<'a>(action: &'a Action, rule: &Rule) -> Vec<&'a Field> {
    let (given, others) = rule.kind.rows();
    let mut ways =
        given.into_iter().chain(others).map(|row| containers(&action.fields, &action.request[row].name.value));
    let mut shared = ways.next().unwrap_or_default();
    for way in ways {
        let same = shared.iter().zip(&way).take_while(|(left, right)| std::ptr::eq(**left, **right)).count();
        shared.truncate(same);
    }
    let lists = shared.iter().rposition(|field| field.list).map_or(0, |last| last + 1);
    shared.truncate(lists);
    shared
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
            segments(&row.name).is_some_and(|segments| insert(&mut fields, &segments, ("", ""), index, rows, numbered));
        if !placed {
            misfits.push(index);
        }
    }
    for field in &mut fields {
        settle(field, rows);
    }
    (fields, misfits)
}

/// Decides what is needed, the inner fields first.
fn settle(field: &mut Field, rows: &[Row]) {
    let required = |row: usize| rows[row].required == Required::Yes;
    field.needed = match &mut field.kind {
        FieldKind::Value(row) => required(*row) || rows[*row].required == Required::InItem,
        FieldKind::Struct(documented, inner) => {
            inner.iter_mut().for_each(|field| settle(field, rows));
            documented.map_or_else(|| has_required(inner, rows), required)
        }
    };
}

fn has_required(fields: &[Field], rows: &[Row]) -> bool {
    fields.iter().any(|field| match &field.kind {
        FieldKind::Value(row) => rows[*row].required == Required::Yes,
        FieldKind::Struct(..) => field.needed,
    })
}

fn insert(
    fields: &mut Vec<Field>,
    segments: &[Segment],
    before: (&str, &str),
    index: usize,
    rows: &[Row],
    numbered: ListEncoding,
) -> bool {
    let row = &rows[index];
    let Some((first, rest)) = segments.split_first() else { return false };
    let dot = if before.0.is_empty() { "" } else { "." };
    let full_name = format!("{}{dot}{}{}", before.0, first.name, if first.list { ".n" } else { "" });
    let mark = first.mark.as_ref().map_or(String::new(), |mark| format!(".{mark}"));
    let page_name = format!("{}{dot}{}{mark}", before.1, first.name);
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
                    page_name,
                    mark: first.mark.clone(),
                    needed: false,
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
            page_name: page_name.clone(),
            mark: first.mark.clone(),
            needed: false,
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
    insert(children, rest, (&full_name, &page_name), index, rows, numbered)
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
