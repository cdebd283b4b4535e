//! Documented calls: what is sent, and what is answered.

use super::sections::{Content, Part};
use super::{endpoints, json};
use crate::dialect::Section;
use crate::draft::{Example, Pair};
use crate::page::Text;
use crate::report::{Notes, Weight};

/// Most pairs of a documented call that are looked at; what sends more is no example.
const MOST_PAIRS: usize = 1_000;

/// What is said of an answer that cannot be read.
pub(crate) const NOT_JSON: &str = "the example is not JSON that could be read";

/// The examples of an action. An answer belongs to the call before it.
pub(super) fn examples(sections: &[Part<'_>], notes: &mut Notes) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    for part in sections.iter().filter(|part| is_example(part.section)) {
        let Content::Shown(text) = &part.content else { continue };
        let text = &beginning(text);
        if is_call(text) {
            let (request, abridged) = (pairs(text), is_abridged(text));
            let address = endpoints::address(text.as_str());
            examples.push(Example { address, request, abridged, at: part.at.clone(), ..Example::default() });
        } else if is_json(text) {
            let Some(answer) = json::read(text) else {
                notes.say(Weight::NotUnderstood, part.at.start, NOT_JSON);
                continue;
            };
            match examples.last_mut().filter(|example| example.response.is_none()) {
                Some(example) => {
                    example.at.end = example.at.end.max(part.at.end);
                    example.response = Some(answer);
                }
                None => examples.push(Example { response: Some(answer), at: part.at.clone(), ..Example::default() }),
            }
        }
    }
    examples
}

fn is_example(section: Section) -> bool {
    matches!(section, Section::Example | Section::ExampleRequest | Section::ExampleResponse)
}

/// The text from the line on with which a call or an answer begins: there may be words before it.
fn beginning(text: &Text) -> Text {
    let mut start = 0;
    for line in text.as_str().split_inclusive('\n') {
        let bare = line.trim_start();
        if bare.starts_with(['{', '[', '&', '?']) || bare.starts_with("http") || is_body(bare) {
            return text.part(start..text.as_str().len());
        }
        start += line.len();
    }
    text.clone()
}

fn is_call(text: &Text) -> bool {
    let text = text.as_str().trim_start();
    (text.starts_with("http")
        || is_body(text)
        || text.starts_with('&')
        || text.starts_with('?')
        || text.contains("://"))
        && text.contains(['?', '&'])
        && text.contains('=')
}

/// Whether a line is nothing but pairs, as calls have them in their bodies: `Action=SetThing&Name=a`.
fn is_body(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default().trim();
    let named = line.split_once('=').is_some_and(|(name, rest)| crate::names::is_name(name) && rest.contains('&'));
    named && !line.contains([' ', '?'])
}

fn is_json(text: &Text) -> bool {
    text.as_str().trim_start().starts_with(['{', '['])
}

/// The pairs of a call, decoded. What stands for the common parameters is no pair.
fn pairs(text: &Text) -> Vec<Pair> {
    let source = text.as_str();
    let start = source.find('?').map_or(0, |at| at + 1);
    let mut pairs = Vec::new();
    let mut at = start;
    for pair in source.get(start..).unwrap_or_default().split(['&', '\n']).take(MOST_PAIRS) {
        let range = at..at + pair.len();
        at = range.end + 1;
        let Some((name, value)) = without_protocol(pair.trim()).split_once('=') else { continue };
        let name = decoded(name.trim());
        if crate::names::is_name(&name) {
            pairs.push(Pair { name, value: decoded(value.trim()), at: text.range(range) });
        }
    }
    pairs
}

/// The last pair of a line `GET /?Action=SetThing&Name=a HTTP/1.1`, without what follows the address there.
fn without_protocol(pair: &str) -> &str {
    pair.rsplit_once(" HTTP/").filter(|(_, version)| !version.contains(' ')).map_or(pair, |(pair, _)| pair.trim_end())
}

/// Whether a word without a value stands among the pairs: for the parameters that all calls have.
fn is_abridged(text: &Text) -> bool {
    let mut pairs = text.as_str().split(['?', '&', '\n']).map(str::trim).skip(1);
    pairs.any(|pair| !pair.is_empty() && !pair.contains('='))
}

/// Text without `%20` and the like; what is no such thing stays.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut index = 0;
    while let Some(byte) = bytes.get(index) {
        let code = bytes.get(index + 1..index + 3).filter(|_| *byte == b'%');
        let code = code.and_then(|code| u8::from_str_radix(std::str::from_utf8(code).ok()?, 16).ok());
        decoded.push(code.unwrap_or(*byte));
        index += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::TextBuilder;

    #[test]
    fn the_protocol_is_no_part_of_a_call() {
        assert_eq!(without_protocol("Name=a HTTP/1.1"), "Name=a");
        assert_eq!(without_protocol("Name=a b"), "Name=a b");
        assert_eq!(without_protocol("Name=by HTTP/1.1 only"), "Name=by HTTP/1.1 only");
    }

    #[test]
    fn pairs_are_decoded() {
        let mut builder = TextBuilder::default();
        let text = "https://a.example/?Action=SetThing\n  &Name=a%20b\n&<common>\n&Ids.1=x=y";
        builder.push(text, 100..100 + text.len());
        let pairs: Vec<_> =
            pairs(&builder.build()).into_iter().map(|pair| (pair.name, pair.value, pair.at.start)).collect();
        let expected = [("Action", "SetThing", 119), ("Name", "a b", 138), ("Ids.1", "x=y", 160)];
        assert_eq!(pairs, expected.map(|(name, value, at)| (name.to_owned(), value.to_owned(), at)));
    }
}
