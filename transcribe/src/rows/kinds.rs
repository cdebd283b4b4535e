//! What a cell says of a row's type: `array[[*X*](#X)]`, `array<string>`, `Array of Strings`, `String List`, `int`.

use crate::dialect::{Dialect, Spelling, half_width};
use crate::draft::Kind;
use crate::page::Cell;

/// A type as a cell has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Type {
    /// The type, of an entry if it is a list. The name of a model is as the page prints it.
    pub(super) kind: Kind,
    /// Whether it is a list.
    pub(super) list: bool,
    /// Whether it says that there may be no value.
    pub(super) nullable: bool,
    /// Whether the cell was understood.
    pub(super) understood: bool,
}

/// What stands around the type of a list's entries.
const WRAPPERS: &[(&str, &str)] = &[
    ("array[", "]"),
    ("array<", ">"),
    ("array(", ")"),
    ("list[", "]"),
    ("list<", ">"),
    ("list(", ")"),
    ("set<", ">"),
    ("array [", "]"),
    ("array of ", " objects"),
    ("list of ", " objects"),
    ("array of ", ""),
    ("array ", ""),
    ("list of ", ""),
    ("[]", ""),
    ("", "[]"),
    ("", " array"),
    ("", " list"),
    ("", "数组"),
    ("", "列表"),
];

/// What stands around a type to say that there may be no value.
const NULLABLE: &[(&str, &str)] =
    &[("", " | null"), ("", "|null"), ("", " or null"), ("", "/null"), ("", "?"), ("null | ", ""), ("nullable ", "")];

/// The longest name of a type, in bytes, with all that stands around it: each part is taken off by itself.
const LONGEST: usize = 256;

/// Reads a cell.
pub(super) fn read(cell: &Cell, dialect: &Dialect) -> Type {
    let text: String = cell.trimmed().chars().map(half_width).filter(|c| !matches!(c, '\\' | '*' | '`')).collect();
    let mut read = of(&unlinked(text.trim()), dialect);
    if super::literals::values(cell).is_some() {
        read = Type { kind: Kind::Text, list: false, nullable: false, understood: true };
    }
    // A link into the page leads to a structure, also when a type is called like that.
    let local = cell.links.first().is_some_and(|link| link.target.starts_with('#') && link.target.len() > 1);
    if let Some(name) = linked(cell).filter(|_| local || matches!(read.kind, Kind::Model(_))) {
        read.kind = Kind::Model(name);
    }
    read
}

/// Whether a cell is the name of a type that is no model's.
pub(super) fn is_known(cell: &Cell, dialect: &Dialect) -> bool {
    let read = read(cell, dialect);
    read.understood && (!matches!(read.kind, Kind::Model(_)) || read.list || linked(cell).is_some())
}

fn of(text: &str, dialect: &Dialect) -> Type {
    let plain = |kind| Type { kind, list: false, nullable: false, understood: true };
    if text.len() > LONGEST {
        return Type { understood: false, ..plain(Kind::Unknown) };
    }
    match dialect.spelling(text) {
        Some(Spelling::Kind(kind)) => return plain(kind),
        Some(Spelling::List) => return Type { list: true, ..plain(Kind::Unknown) },
        None => {}
    }
    let lower = text.to_ascii_lowercase();
    for (before, after) in WRAPPERS {
        let Some(rest) = lower.strip_prefix(before).and_then(|rest| rest.strip_suffix(after)) else { continue };
        let inner = text.get(before.len()..before.len() + rest.len()).unwrap_or_default().trim();
        let linked = inner.strip_prefix('[').and_then(|inner| inner.strip_suffix(']'));
        let inner = of(linked.unwrap_or(inner).trim(), dialect);
        // A list of lists has no name in the spec language.
        let kind = if inner.list { Kind::Unknown } else { inner.kind };
        return Type { list: true, understood: inner.understood, ..plain(kind) };
    }
    if lower.starts_with("map[") || lower.starts_with("map<") {
        return plain(Kind::Object);
    }
    if let Some(inner) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'))
        && let Some(Spelling::Kind(kind)) = dialect.spelling(inner)
    {
        return Type { list: true, ..plain(kind) };
    }
    if let Some((outer, _)) = remarked(text)
        && outer.ends_with([']', '>'])
    {
        return of(outer, dialect);
    }
    if let Some((outer, remark)) = remarked(text)
        && let Some(Spelling::Kind(kind)) = dialect.spelling(outer)
    {
        let is_model = kind == Kind::Object && crate::names::is_name(remark) && dialect.spelling(remark).is_none();
        return plain(if is_model { Kind::Model(remark.to_owned()) } else { kind });
    }
    if let Some(rest) = NULLABLE.iter().find_map(|(before, after)| lower.strip_prefix(before)?.strip_suffix(after)) {
        let start = lower.find(rest).unwrap_or_default();
        let read = of(text.get(start..start + rest.len()).unwrap_or_default().trim(), dialect);
        return Type { nullable: true, ..read };
    }
    let name = text.trim_matches(['[', ']', '"']).trim();
    if crate::names::is_name(name) && name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return plain(Kind::Model(name.to_owned()));
    }
    Type { understood: false, ..plain(Kind::Unknown) }
}

/// A type, and what stands in brackets behind it: a size, another word for it, a structure.
fn remarked(text: &str) -> Option<(&str, &str)> {
    let (name, remark) = text.strip_suffix(')')?.split_once('(')?;
    Some((name.trim(), remark.trim()))
}

/// The text without what is left of links whose address Markdown does not take for one: `[X](a b.md)` is `X`.
fn unlinked(text: &str) -> String {
    let Some((before, address)) = text.split_once("](") else { return text.to_owned() };
    match (before.rsplit_once('['), address.split_once(')')) {
        (Some((front, name)), Some((_, rest))) => format!("{front}{name}{rest}"),
        _ => text.to_owned(),
    }
}

/// The name that a link in the cell shows.
fn linked(cell: &Cell) -> Option<String> {
    let link = cell.links.first()?;
    let name = cell.text.as_str().get(link.part.clone())?.trim();
    crate::names::is_name(name).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_type_is_as_long_as_a_page() {
        let dialect = crate::dialect::dialect("ucloud").unwrap_or_else(|| panic!("no dialect"));
        for long in [format!("string{}", "/null".repeat(100_000)), format!("{}string", "array of ".repeat(100_000))] {
            assert!(!of(&long, dialect).understood);
        }
    }

    #[test]
    fn spellings_of_types() {
        let dialect = crate::dialect::dialect("ucloud").unwrap_or_else(|| panic!("no dialect"));
        let model = |name: &str| Kind::Model(name.to_owned());
        for (text, kind, list) in [
            ("string", Kind::Text, false),
            ("Int", Kind::Integer, false),
            ("float64", Kind::Float, false),
            ("array[string]", Kind::Text, true),
            ("array<string>", Kind::Text, true),
            ("array of Strings", Kind::Text, true),
            ("String List", Kind::Text, true),
            ("Array[object]", Kind::Object, true),
            ("Array", Kind::Unknown, true),
            ("array[UHostSet]", model("UHostSet"), true),
            ("array<[ImageInfo]>", model("ImageInfo"), true),
            ("array[[ImageInfo]]", model("ImageInfo"), true),
            ("array[array[int]]", Kind::Unknown, true),
            ("List<List<String>>", Kind::Unknown, true),
            ("UHostSet", model("UHostSet"), false),
            ("[]int", Kind::Integer, true),
            ("[string]", Kind::Text, true),
            ("[Disk]", model("Disk"), false),
            ("varchar(32)", Kind::Text, false),
            ("Integer(Long)", Kind::Integer, false),
            ("Object(Disk)", model("Disk"), false),
            ("Array of Key objects", model("Key"), true),
            ("array[string] (csv)", Kind::Text, true),
            ("string | null", Kind::Text, false),
            ("Disk?", model("Disk"), false),
            ("字符串数组", Kind::Text, true),
            ("map[string]string", Kind::Object, false),
            ("a b c", Kind::Unknown, false),
        ] {
            let read = of(text, dialect);
            assert_eq!((read.kind, read.list), (kind, list), "{text}");
        }
    }
}
