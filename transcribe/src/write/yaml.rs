//! YAML as specs are written in: block maps of rows, flow maps in a row.

use tablature_codegen::source::is_hidden;

/// Widest line; a row that is wider goes over several lines.
pub(super) const WIDTH: usize = 140;

/// A key's value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    /// Written as it is: a number, `true`, a list of such.
    Literal(String),
    /// Text, quoted when it has to be.
    Text(String),
    /// A list in brackets.
    List(Vec<Value>),
    /// A map in braces.
    Map(Map),
}

/// Keys and values, in order.
pub(crate) type Map = Vec<(&'static str, Value)>;

impl Value {
    /// A text.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A list of texts.
    pub(crate) fn texts<'t>(texts: impl IntoIterator<Item = &'t String>) -> Self {
        Self::List(texts.into_iter().map(|text| Self::text(text.as_str())).collect())
    }

    /// In one line, as it stands in braces or brackets.
    pub(crate) fn flow(&self) -> String {
        match self {
            Self::Literal(literal) => literal.clone(),
            Self::Text(text) => scalar(text),
            Self::List(values) => format!("[{}]", values.iter().map(Self::flow).collect::<Vec<_>>().join(", ")),
            Self::Map(map) => flow_map(map),
        }
    }
}

/// `{ type: string, required: true }`.
pub(crate) fn flow_map(map: &Map) -> String {
    if map.is_empty() {
        return "{}".to_owned();
    }
    let entries: Vec<_> = map.iter().map(|(key, value)| format!("{key}: {}", value.flow())).collect();
    format!("{{ {} }}", entries.join(", "))
}

/// A key with a map, in one line when it fits and in several when not.
pub(crate) fn entry(indent: usize, key: &str, map: &Map) -> String {
    let blank = " ".repeat(indent);
    let line = format!("{blank}{}: {}\n", scalar(key), flow_map(map));
    if line.chars().count() <= WIDTH {
        return line;
    }
    let lines: String = map.iter().map(|(key, value)| format!("{blank}  {key}: {}\n", value.flow())).collect();
    format!("{blank}{}:\n{lines}", scalar(key))
}

/// An entry of a list that is a map.
pub(crate) fn item(indent: usize, map: &Map) -> String {
    let blank = " ".repeat(indent);
    let line = format!("{blank}- {}\n", flow_map(map));
    if line.chars().count() <= WIDTH {
        return line;
    }
    let lines = map.iter().enumerate().map(|(index, (key, value))| {
        format!("{blank}{}{key}: {}\n", if index == 0 { "- " } else { "  " }, value.flow())
    });
    lines.collect()
}

/// A text as YAML reads it back, wherever it stands. What cannot be seen is left out.
pub(crate) fn scalar(text: &str) -> String {
    let text: String =
        text.chars().map(|c| if c == '\n' || c == '\t' { ' ' } else { c }).filter(|c| !is_hidden(*c)).collect();
    if is_plain(&text) {
        return text;
    }
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        if matches!(character, '"' | '\\') {
            quoted.push('\\');
        }
        quoted.push(character);
    }
    quoted.push('"');
    quoted
}

fn is_plain(text: &str) -> bool {
    const WORDS: &[&str] = &["true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf"];
    let first = |character: char| character.is_alphabetic() || character == '_';
    let inner = |character: char| character.is_alphanumeric() || "_-./+ ()（）、，。：".contains(character);
    text.starts_with(first)
        && text.trim() == text
        && text.chars().all(inner)
        && !WORDS.contains(&text.to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_quoted_when_they_have_to_be() {
        for (text, yaml) in [
            ("Tag.n.Key", "Tag.n.Key"),
            ("n", "\"n\""),
            ("No", "\"No\""),
            ("64bit", "\"64bit\""),
            ("a: b", "\"a: b\""),
            ("say \"x\" \\", "\"say \\\"x\\\" \\\\\""),
            ("a\u{200b}b", "ab"),
            ("", "\"\""),
        ] {
            assert_eq!(scalar(text), yaml);
        }
    }

    #[test]
    fn wide_rows_go_over_several_lines() {
        let map = vec![("type", Value::text("string")), ("max", Value::Literal("1".to_owned()))];
        assert_eq!(entry(2, "Name", &map), "  Name: { type: string, max: 1 }\n");
        let wide = vec![("type", Value::text("string")), ("default_is", Value::text("x".repeat(140)))];
        assert_eq!(
            entry(2, "Name", &wide),
            format!("  Name:\n    type: string\n    default_is: {}\n", "x".repeat(140))
        );
        assert_eq!(item(2, &map), "  - { type: string, max: 1 }\n");
    }
}
