//! The entry of `errata` that would settle a contradiction, ready to be pasted.

use super::scope::{RowRef, Scope};
use crate::model::{ListEncoding, Row, kind_name};
use crate::vocabulary::Scalar;

/// What the two sides of a contradiction say, as they are written in a spec, and what the spec takes.
pub(super) struct Sides<'s> {
    pub(super) table: &'s str,
    pub(super) example: &'s str,
    pub(super) decision: &'s str,
}

/// A row that the table has and the example has not.
pub(super) const MISSING: Sides<'static> = Sides { table: "present", example: "absent", decision: "kept" };

/// What to add to `errata`, with the whole entry.
pub(super) fn erratum(scope: &Scope<'_>, side: RowRef<'_>, attribute: &str, sides: &Sides<'_>) -> String {
    let Sides { table, example, decision } = sides;
    entry(scope, side, attribute, &format!("table: {table}, example: {example}"), decision)
}

/// The same for places that are not table and example.
pub(super) fn entry(scope: &Scope<'_>, side: RowRef<'_>, attribute: &str, says: &str, decision: &str) -> String {
    let about = written(&about(scope, side));
    format!(
        "add to `errata`: `- {{ about: {about}, attribute: {attribute}, says: {{ {says} }}, decision: {decision} }}`"
    )
}

fn about(scope: &Scope<'_>, side: RowRef<'_>) -> String {
    let name = || scope.row(side).map_or("", |row| &row.name.value);
    match side {
        RowRef::Request(_) => format!("request {}", name()),
        RowRef::Common(_) => format!("common {}", name()),
        RowRef::Response(place) => format!("response {}", scope.path(place).unwrap_or_else(name)),
        RowRef::Absent(path) => format!("response {path}"),
    }
}

/// A text as it is written inside of braces: in quotes, where it would be something else without.
pub(super) fn written(text: &str) -> String {
    let plain = text.starts_with(char::is_alphabetic)
        && !text.ends_with(' ')
        && text.chars().all(|one| one.is_alphanumeric() || matches!(one, ' ' | '_' | '-' | '.' | '/'))
        && !matches!(text.to_ascii_lowercase().as_str(), "true" | "false" | "null");
    if plain { text.to_owned() } else { serde_json::Value::from(text).to_string() }
}

/// A value as it is written inside of braces.
pub(super) fn written_value(value: &Scalar) -> String {
    match value {
        Scalar::Text(text) => written(text),
        other => other.wire(),
    }
}

/// The type of a row, in the words of the spec language; what counts for an erratum comes first.
pub(super) fn type_words(scope: &Scope<'_>, row: &Row) -> Vec<String> {
    let name = kind_name(row.kind, scope.action);
    // Pages give the basic type of a row whose values they list, and the type of one entry of a row with a number in its name.
    let basic = scope.enumeration(row.kind).map(|list| if list.integer { "int" } else { "string" });
    let single = !row.list || row.name.value.contains('.');
    let names = || std::iter::once(name).chain(basic);
    let singles = names().filter(|_| single).map(str::to_owned);
    singles.chain(names().filter(|_| row.list).map(|name| format!("[{name}]"))).collect()
}

/// The ways in which errata name how a row travels.
pub(super) fn list_words(row: &Row) -> Vec<String> {
    if !row.list {
        return vec!["single".to_owned()];
    }
    match row.encoding {
        ListEncoding::Comma => vec!["comma".to_owned()],
        ListEncoding::Repeated => vec!["repeated".to_owned()],
        ListEncoding::Indexed(base) => vec!["indexed".to_owned(), format!("{{ base: {base} }}")],
    }
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn what_would_be_read_otherwise_is_quoted() {
        for text in ["request Tag.n.Key", "img-1", "yes/no"] {
            assert_eq!(written(text), text);
        }
        for text in ["", "8", "true", "NULL", "a: b", "Things[].Size", "a, b", "-x", "*", "a "] {
            assert_eq!(written(text), format!("\"{text}\""));
        }
        assert_eq!(written("a\"b\n"), r#""a\"b\n""#);
    }
}
