//! A YAML text as a tree of which every part knows its bytes, for tools that change specs where they stand.

use std::collections::BTreeMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use super::locate::ByteIndex;

/// Deeper nesting than this has no spec.
const DEEPEST: usize = 64;

/// A value of a YAML text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its bytes, without the blanks around it. A block ends with its last value.
    pub bytes: Range<usize>,
    /// Whether it stands in brackets or braces. False for texts and numbers.
    pub flow: bool,
    /// What it is.
    pub value: Value,
}

/// What a node is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text, as it reads without quotes.
    Text(String),
    /// Number, truth value or nothing, as it is written.
    Literal(String),
    /// Values in order.
    List(Vec<Node>),
    /// Keys and their values, in order.
    Map(Vec<Entry>),
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key as it reads.
    pub key: String,
    /// The bytes of the key.
    pub key_bytes: Range<usize>,
    /// The value.
    pub node: Node,
}

impl Entry {
    /// The bytes of key and value.
    pub fn bytes(&self) -> Range<usize> {
        self.key_bytes.start..self.node.bytes.end.max(self.key_bytes.end)
    }
}

impl Node {
    /// Reads a text. None, when it is not one YAML document, or holds what specs must not: anchors, tags, keys that
    /// are no texts.
    pub fn read(text: &str) -> Option<Self> {
        let mut reader = Reader { text, bytes: ByteIndex::new(text), open: Vec::new(), root: None };
        let mut parser = Parser::new_from_str(text);
        let mut documents = 0;
        loop {
            match parser.next_event()?.ok()? {
                (Event::StreamEnd, _) => return reader.root,
                (Event::DocumentStart(_), _) => {
                    documents += 1;
                    (documents == 1).then_some(())?;
                }
                (event, span) => reader.event(&event, span)?,
            }
        }
    }

    /// The entries of a map; none of anything else.
    pub fn entries(&self) -> &[Entry] {
        if let Value::Map(entries) = &self.value { entries } else { &[] }
    }

    /// The values of a list; none of anything else.
    pub fn items(&self) -> &[Self] {
        if let Value::List(items) = &self.value { items } else { &[] }
    }

    /// The entry of a map with this key.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries().iter().find(|entry| entry.key == key)
    }

    /// The value of a map at this key.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.entry(key).map(|entry| &entry.node)
    }

    /// The values of a map by key, for many look-ups.
    pub fn index(&self) -> BTreeMap<&str, &Self> {
        self.entries().iter().map(|entry| (entry.key.as_str(), &entry.node)).collect()
    }

    /// A text or a literal.
    pub fn text(&self) -> Option<&str> {
        if let Value::Text(text) | Value::Literal(text) = &self.value { Some(text) } else { None }
    }

    /// Whether two nodes say the same, however they are written. The order of keys says nothing.
    pub fn says(&self, other: &Self) -> bool {
        match (&self.value, &other.value) {
            (Value::Text(left), Value::Text(right)) | (Value::Literal(left), Value::Literal(right)) => left == right,
            (Value::List(left), Value::List(right)) => {
                left.len() == right.len() && left.iter().zip(right).all(|(left, right)| left.says(right))
            }
            (Value::Map(left), Value::Map(right)) if left.len() == right.len() => {
                let others = other.index();
                left.iter().all(|entry| others.get(entry.key.as_str()).is_some_and(|node| entry.node.says(node)))
            }
            _ => false,
        }
    }
}

/// Whether a text without quotes is none.
fn is_literal(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "true" | "false") || text.parse::<f64>().is_ok()
}

/// A collection that has not ended yet, with the key that waits for its value.
struct Open {
    node: Node,
    key: Option<(String, Range<usize>)>,
}

struct Reader<'t> {
    text: &'t str,
    bytes: ByteIndex<'t>,
    open: Vec<Open>,
    root: Option<Node>,
}

impl Reader<'_> {
    fn event(&mut self, event: &Event<'_>, span: Span) -> Option<()> {
        match event {
            Event::Scalar(text, style, 0, None) => {
                let bytes = self.scalar(span);
                let literal = *style == ScalarStyle::Plain && is_literal(text);
                let value = if literal { Value::Literal(text.to_string()) } else { Value::Text(text.to_string()) };
                self.add(Node { bytes, flow: false, value })
            }
            Event::MappingStart(0, None) => self.begin(span, Value::Map(Vec::new())),
            Event::SequenceStart(0, None) => self.begin(span, Value::List(Vec::new())),
            Event::MappingEnd | Event::SequenceEnd => {
                let mut node = self.open.pop()?.node;
                if node.flow {
                    // The parser counts blanks and a comment behind the brace to it.
                    node.bytes.end = self.bytes.range(span).start + 1;
                }
                self.add(node)
            }
            Event::Nothing | Event::StreamStart | Event::DocumentEnd => Some(()),
            _ => None,
        }
    }

    /// The bytes of a scalar. Nothing at all stands right behind its key.
    fn scalar(&mut self, span: Span) -> Range<usize> {
        let range = self.bytes.range(span);
        let shown = self.text.get(range.clone()).unwrap_or_default();
        let start = range.start + (shown.len() - shown.trim_start().len());
        if shown.trim().is_empty() {
            let key = self.open.last().and_then(|open| open.key.as_ref());
            let at = key.map_or(range.start, |(_, bytes)| bytes.end + 1);
            return at..at;
        }
        start..start + shown.trim().len()
    }

    fn begin(&mut self, span: Span, value: Value) -> Option<()> {
        let start = self.bytes.range(span).start;
        let flow = self.text.get(start..).is_some_and(|rest| rest.starts_with(['{', '[']));
        self.open.push(Open { node: Node { bytes: start..start, flow, value }, key: None });
        (self.open.len() <= DEEPEST).then_some(())
    }

    /// Puts a value, or a key, into the collection that is open.
    fn add(&mut self, node: Node) -> Option<()> {
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node);
            return Some(());
        };
        open.node.bytes.end = open.node.bytes.end.max(node.bytes.end);
        match &mut open.node.value {
            Value::List(items) => items.push(node),
            Value::Map(entries) => match open.key.take() {
                Some((key, key_bytes)) => entries.push(Entry { key, key_bytes, node }),
                None => open.key = Some((node.text()?.to_owned(), node.bytes)),
            },
            Value::Text(_) | Value::Literal(_) => return None,
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, path: &[&str]) -> String {
        let root = Node::read(text).unwrap_or_else(|| panic!("{text}"));
        let node = path.iter().try_fold(&root, |node, key| node.get(key));
        node.map_or_else(String::new, |node| text[node.bytes.clone()].to_owned())
    }

    #[test]
    fn every_value_knows_its_bytes() {
        let text = "# first\na: 1 # one\n中: { b: [x, 'y z'], c: {} }\nd:\n  e: \"f\"\n  g:\n    - h\n    - { i: j }\n\nk: |\n  l\n  m\nn:\no: p\nq: [r, s]  # why\nt: {} # yet\n";
        for (path, bytes) in [
            (&["a"][..], "1"),
            (&["中"], "{ b: [x, 'y z'], c: {} }"),
            (&["中", "b"], "[x, 'y z']"),
            (&["d"], "e: \"f\"\n  g:\n    - h\n    - { i: j }"),
            (&["d", "g"], "- h\n    - { i: j }"),
            (&["n"], ""),
            (&["o"], "p"),
            (&["q"], "[r, s]"),
            (&["t"], "{}"),
        ] {
            assert_eq!(shown(text, path), bytes, "{path:?}");
        }
        assert!(shown(text, &["k"]).ends_with("l\n  m"), "{}", shown(text, &["k"]));
    }

    #[test]
    fn what_specs_must_not_hold_is_not_read() {
        for text in ["a: &b 1\nc: *b\n", "a: !x 1\n", "[a]: 1\n", "a: [", "--- a\n--- b\n", &"[".repeat(999)] {
            assert_eq!(Node::read(text), None, "{text}");
        }
    }

    #[test]
    fn saying_the_same_is_not_looking_the_same() {
        let says = |left, right| Node::read(left).zip(Node::read(right)).is_some_and(|(left, right)| left.says(&right));
        assert!(says("{ a: 1, b: \"x\" }", "b: x\na: 1\n"));
        assert!(!says("{ a: 1 }", "{ a: 2 }"));
        assert!(!says("[a, b]", "[b, a]"));
        assert!(!says("a: 20", "a: \"20\""));
    }
}
