//! Documented answers, which people have edited: a comma is missing, or there is one too many, or text follows.

use serde_json::Value;

use crate::draft::Json;
use crate::page::Text;

/// Reads the answer in a text, from its first bracket on.
pub(super) fn read(text: &Text) -> Option<Json> {
    let source = text.as_str();
    let start = source.find(['{', '['])?;
    let body = source.get(start..)?;
    let json = |value: Value, repaired| value.is_object().then(|| Json { value, text: text.clone(), repaired });
    if let Some(value) = first_value(body) {
        return json(value, None);
    }
    first_value(&mended(body)).and_then(|value| json(value, Some("commas were put in or taken out")))
}

fn first_value(text: &str) -> Option<Value> {
    serde_json::Deserializer::from_str(text).into_iter::<Value>().next()?.ok()
}

/// The text with a comma between any two values that have none, and without those in front of a closing bracket.
fn mended(text: &str) -> String {
    let mut mended = String::with_capacity(text.len() + 8);
    let mut last = Token::Open;
    let mut comma = false;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' => string_length(rest),
            '{' | '[' | '}' | ']' | ',' | ':' => 1,
            _ if first.is_whitespace() => first.len_utf8(),
            _ => rest.find(|c: char| c.is_whitespace() || "{}[],:\"".contains(c)).unwrap_or(rest.len()),
        };
        let (token, after) = rest.split_at(length);
        rest = after;
        let kind = match first {
            _ if first.is_whitespace() => {
                mended.push_str(token);
                continue;
            }
            ',' => {
                comma = last == Token::Value;
                continue;
            }
            '{' | '[' => Token::Open,
            ':' => Token::Colon,
            _ => Token::Value,
        };
        let closes = matches!(first, '}' | ']');
        if !closes && kind != Token::Colon && last == Token::Value || comma && !closes {
            mended.push(',');
        }
        comma = false;
        mended.push_str(token);
        last = kind;
    }
    mended
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Token {
    Open,
    Colon,
    Value,
}

/// Length of the string at the beginning, its quotation marks included.
pub(crate) fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_pen_are_mended() {
        for (text, json) in [
            (r#"{"a": {"b": 1} "c": [1, 2,], }"#, r#"{"a":{"b":1},"c":[1,2]}"#),
            ("{\"a\": \"x\"\n\"b\": true}", r#"{"a":"x","b":true}"#),
            (r#"{"a": 1} tail"#, r#"{"a":1}"#),
        ] {
            let value = first_value(text).or_else(|| first_value(&mended(text))).map(|value| value.to_string());
            assert_eq!(value.as_deref(), Some(json), "{text}");
        }
    }
}
