//! YAML text -> a tree of numbered nodes. The only place that knows serde_yaml.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error as _, MapAccess, SeqAccess, VariantAccess, Visitor};

use crate::spec::Scalar;

/// A node and its number: keys and values are counted in document order, from 0.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) number: u32,
    pub(super) value: Value,
}

#[derive(Clone, Debug)]
pub(super) enum Value {
    Null,
    Scalar(Scalar),
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
    /// A value with a tag (`!name`), which the language has no use for.
    Tagged,
}

impl Node {
    /// Everything that may be a name in it: keys and values.
    pub(super) fn words(&self) -> Vec<String> {
        match &self.value {
            Value::Null | Value::Tagged => Vec::new(),
            Value::Scalar(scalar) => vec![scalar.wire()],
            Value::List(nodes) => nodes.iter().flat_map(Self::words).collect(),
            Value::Map(entries) => {
                entries.iter().flat_map(|(key, value)| [key.words(), value.words()].concat()).collect()
            }
        }
    }
}

/// Why a text is no YAML: the parser's words, and where, when it says so (line and column from 1).
pub(super) struct SyntaxError {
    pub(super) message: String,
    pub(super) place: Option<(u32, u32)>,
}

/// Specs hold some thousand nodes; a million is a mistake or an attack.
const MOST_NODES: u32 = 1_000_000;

pub(super) fn parse(text: &str) -> Result<Node, SyntaxError> {
    let mut count = 0;
    NodeSeed { count: &mut count }.deserialize(serde_yaml::Deserializer::from_str(text)).map_err(|error| SyntaxError {
        place: error.location().map(|location| (location.line() as u32, location.column() as u32)),
        message: error.to_string(),
    })
}

struct NodeSeed<'c> {
    count: &'c mut u32,
}

impl<'de> DeserializeSeed<'de> for NodeSeed<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        let number = *self.count;
        if number >= MOST_NODES {
            return Err(D::Error::custom(format_args!("more than {MOST_NODES} values in one file")));
        }
        *self.count += 1;
        Ok(Node { number, value: deserializer.deserialize_any(NodeVisitor { count: self.count })? })
    }
}

struct NodeVisitor<'c> {
    count: &'c mut u32,
}

impl<'de> Visitor<'de> for NodeVisitor<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a YAML value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Scalar(Scalar::Boolean(value)))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Scalar(Scalar::Integer(value)))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Scalar(i64::try_from(value).map_or_else(|_| Scalar::Text(value.to_string()), Scalar::Integer)))
    }

    // Beyond what a number of the language can be; whoever takes a number says so.
    fn visit_i128<E>(self, value: i128) -> Result<Value, E> {
        Ok(Value::Scalar(Scalar::Text(value.to_string())))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Value, E> {
        Ok(Value::Scalar(Scalar::Text(value.to_string())))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Scalar(Scalar::Float(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::Scalar(Scalar::Text(value.to_owned())))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::Scalar(Scalar::Text(value)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Value, A::Error> {
        let mut nodes = Vec::new();
        while let Some(node) = sequence.next_element_seed(NodeSeed { count: self.count })? {
            nodes.push(node);
        }
        Ok(Value::List(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = map.next_key_seed(NodeSeed { count: self.count })? {
            entries.push((key, map.next_value_seed(NodeSeed { count: self.count })?));
        }
        Ok(Value::Map(entries))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Value, A::Error> {
        let ((), variant) = data.variant_seed(Ignored)?;
        variant.newtype_variant_seed(Ignored)?;
        Ok(Value::Tagged)
    }
}

/// Reads a value without keeping it; what follows in the file is not looked at, since a tag is an error anyway.
struct Ignored;

impl<'de> DeserializeSeed<'de> for Ignored {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_ignored_any(serde::de::IgnoredAny).map(|_| ())
    }
}

/// Whether the text uses anchors or aliases, and on which line. Aliases can make a small file expand without bound,
/// so the text is asked before it is read; the slow question is only put to texts that hold the characters for it.
pub(super) fn anchor_line(text: &str) -> Option<(u32, u32)> {
    use saphyr_parser::Event;

    if !marks(text, b"&*") {
        return None;
    }
    first_event(text, |event| match event {
        Event::Alias(_) => true,
        Event::Scalar(_, _, anchor, _) | Event::SequenceStart(anchor, _) | Event::MappingStart(anchor, _) => {
            *anchor != 0
        }
        _ => false,
    })
}

/// Whether the text has a tag of YAML's own, `!!str`, and where: the reader of values follows them without a word.
pub(super) fn core_tag_line(text: &str) -> Option<(u32, u32)> {
    use saphyr_parser::Event;

    if !marks(text, b"!") {
        return None;
    }
    first_event(text, |event| match event {
        Event::Scalar(_, _, _, Some(tag)) | Event::SequenceStart(_, Some(tag)) | Event::MappingStart(_, Some(tag)) => {
            tag.is_yaml_core_schema()
        }
        _ => false,
    })
}

/// Whether one of the characters stands where a value can begin, with something behind it.
fn marks(text: &str, characters: &[u8]) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().any(|(index, byte)| {
        let before = index.checked_sub(1).map_or(b'\n', |index| bytes[index]);
        let after = bytes.get(index + 1).copied().unwrap_or(b' ');
        characters.contains(byte)
            && matches!(before, b' ' | b'\t' | b'\r' | b'\n' | b'[' | b'{' | b',' | b':' | b'-' | b'?')
            && !after.is_ascii_whitespace()
    })
}

/// Line and column of the first part of the text that is such.
fn first_event(text: &str, wanted: impl Fn(&saphyr_parser::Event<'_>) -> bool) -> Option<(u32, u32)> {
    let mut parser = saphyr_parser::Parser::new_from_str(text);
    while let Some(Ok((event, span))) = parser.next_event() {
        if wanted(&event) {
            return Some((span.start.line() as u32, span.start.col() as u32 + 1));
        }
        if matches!(event, saphyr_parser::Event::StreamEnd) {
            break;
        }
    }
    None
}
