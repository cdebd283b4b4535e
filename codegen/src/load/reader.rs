//! Reading a map key by key: what is missing, unknown, double or of the wrong type becomes a diagnostic, and reading goes on.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeMap;

use super::node::{Node, Value};
use crate::diag::{Code, Diagnostic, Sink};
use crate::source::{At, Spanned};
use crate::spec::{Basis, Data, Fact, Scalar, Text};

/// The file being read, and where findings go.
#[derive(Clone, Copy)]
pub(super) struct Context<'s> {
    pub(super) file: u32,
    pub(super) sink: &'s Sink,
}

impl Context<'_> {
    pub(super) fn at(&self, node: &Node) -> At {
        At::node(self.file, node.number)
    }

    pub(super) fn wrong(&self, node: &Node, what: &str, expected: &str) {
        let found = match &node.value {
            Value::Null => "nothing",
            Value::Scalar(scalar) => scalar.kind(),
            Value::List(_) => "a list",
            Value::Map(_) => "a map",
            Value::Tagged => {
                let diagnostic = Diagnostic::new(Code::Tag, format!("`{what}` has a YAML tag"));
                self.sink.push(diagnostic.at(self.at(node), "a tag").help("write the plain value; specs use no tags"));
                return;
            }
        };
        let diagnostic = Diagnostic::new(Code::WrongType, format!("`{what}` should be {expected}"));
        self.sink.push(diagnostic.at(self.at(node), format!("this is {found}")).help(format!("write {expected}")));
    }

    /// The entries of a map, and a diagnostic when it is something else. Nothing at all is an empty map.
    pub(super) fn map<'n>(&self, node: &'n Node, what: &str) -> &'n [(Node, Node)] {
        match &node.value {
            Value::Map(entries) => entries,
            Value::Null => &[],
            _ => {
                self.wrong(node, what, "a map");
                &[]
            }
        }
    }

    /// The entries of a list; a single value counts as a list of one.
    pub(super) fn list<'n>(&self, node: &'n Node, what: &str) -> &'n [Node] {
        match &node.value {
            Value::List(nodes) => nodes,
            Value::Null => &[],
            Value::Scalar(_) => std::slice::from_ref(node),
            _ => {
                self.wrong(node, what, "a list");
                &[]
            }
        }
    }

    pub(super) fn scalar(&self, node: &Node, what: &str) -> Option<Spanned<Scalar>> {
        match &node.value {
            Value::Scalar(Scalar::Float(number)) if !number.is_finite() => {
                self.wrong(node, what, "a finite number");
                None
            }
            Value::Scalar(scalar) => Some(Spanned::new(scalar.clone(), self.at(node))),
            _ => {
                self.wrong(node, what, "a single value");
                None
            }
        }
    }

    /// A text; numbers and truth values count as what they look like, except where that would lose digits.
    pub(super) fn text(&self, node: &Node, what: &str) -> Option<Text> {
        match &node.value {
            Value::Scalar(Scalar::Float(_)) => {
                let diagnostic = Diagnostic::new(Code::UnquotedNumber, format!("`{what}` should be a text"));
                self.sink.push(
                    diagnostic
                        .at(self.at(node), "YAML reads this as a number")
                        .help("put it in quotes, so that no digit is lost"),
                );
                None
            }
            Value::Scalar(scalar) => {
                let text = scalar.wire();
                super::hidden::report(self, node, what, &text);
                Some(Spanned::new(text, self.at(node)))
            }
            _ => {
                self.wrong(node, what, "a text");
                None
            }
        }
    }

    pub(super) fn boolean(&self, node: &Node, what: &str) -> Option<Spanned<bool>> {
        match &node.value {
            Value::Scalar(Scalar::Boolean(value)) => Some(Spanned::new(*value, self.at(node))),
            _ => {
                self.wrong(node, what, "`true` or `false`");
                None
            }
        }
    }

    pub(super) fn integer(&self, node: &Node, what: &str) -> Option<Spanned<i64>> {
        match &node.value {
            Value::Scalar(Scalar::Integer(value)) => Some(Spanned::new(*value, self.at(node))),
            _ => {
                self.wrong(node, what, "a whole number");
                None
            }
        }
    }

    /// One of a fixed set of words.
    pub(super) fn word<T: Copy>(&self, node: &Node, what: &str, words: &[(&'static str, T)]) -> Option<Spanned<T>> {
        let text = self.text(node, what)?;
        if let Some((_, value)) = words.iter().find(|(word, _)| *word == text.value) {
            return Some(Spanned::new(*value, text.at));
        }
        let diagnostic = Diagnostic::new(Code::UnknownWord, format!("`{}` is not a value of `{what}`", text.value));
        self.sink.push(diagnostic.at(text.at, "").suggest(&text.value, words.iter().map(|(word, _)| *word)));
        None
    }

    pub(super) fn texts(&self, node: &Node, what: &str) -> Vec<Text> {
        self.list(node, what).iter().filter_map(|node| self.text(node, what)).collect()
    }

    pub(super) fn scalars(&self, node: &Node, what: &str) -> Vec<Spanned<Scalar>> {
        self.list(node, what).iter().filter_map(|node| self.scalar(node, what)).collect()
    }

    /// A constraint: the bare value, or `{ value, basis }`.
    pub(super) fn fact<T>(
        &self,
        node: &Node,
        what: &'static str,
        read: impl Fn(&Self, &Node) -> Option<T>,
    ) -> Option<Fact<T>> {
        let at = self.at(node);
        let Value::Map(_) = &node.value else {
            return Some(Fact { value: read(self, node)?, at, basis: None });
        };
        let map = Fields::new(*self, node, what);
        let basis = map.optional("basis").and_then(|node| self.word(node, "basis", &Basis::NAMES));
        let value = map.required("value").and_then(|node| read(self, node));
        map.finish(&["value", "basis"]);
        Some(Fact { value: value?, at, basis: basis.map(|basis| basis.value) })
    }

    pub(super) fn data(&self, node: &Node, what: &str) -> Spanned<Data> {
        let data = match &node.value {
            Value::Null => Data::Null,
            Value::Scalar(_) => self.scalar(node, what).map_or(Data::Null, |scalar| Data::Scalar(scalar.value)),
            Value::List(nodes) => Data::List(nodes.iter().map(|node| self.data(node, what)).collect()),
            Value::Map(entries) => Data::Object(
                entries
                    .iter()
                    .filter_map(|(key, value)| Some((self.text(key, what)?, self.data(value, what))))
                    .collect(),
            ),
            Value::Tagged => {
                self.wrong(node, what, "plain data");
                Data::Null
            }
        };
        Spanned::new(data, self.at(node))
    }
}

/// The fields of a map with fixed keys.
pub(super) struct Fields<'s, 'n> {
    context: Context<'s>,
    node: &'n Node,
    what: &'n str,
    entries: Vec<(Text, &'n Node, Cell<bool>)>,
}

impl<'s, 'n> Fields<'s, 'n> {
    pub(super) fn new(context: Context<'s>, node: &'n Node, what: &'n str) -> Self {
        let entries = named(&context, node, what, Code::DuplicateKey);
        Self {
            context,
            node,
            what,
            entries: entries.into_iter().map(|(name, node)| (name, node, Cell::new(false))).collect(),
        }
    }

    /// The value of a key, if it is there. A key without a value counts as absent, and is reported as such.
    pub(super) fn optional(&self, key: &str) -> Option<&'n Node> {
        let (name, node, used) = self.entries.iter().find(|(name, ..)| name.value == key)?;
        used.set(true);
        if matches!(node.value, Value::Null) {
            let diagnostic = Diagnostic::new(Code::EmptyValue, format!("`{key}` has no value"));
            self.context
                .sink
                .push(diagnostic.at(name.at, "nothing follows").help("give it a value, or remove the key"));
            return None;
        }
        Some(node)
    }

    /// The value of a key that must be there.
    pub(super) fn required(&self, key: &str) -> Option<&'n Node> {
        if !self.entries.iter().any(|(name, ..)| name.value == key) {
            let diagnostic = Diagnostic::new(Code::MissingKey, format!("`{}` lacks `{key}`", self.what));
            self.context.sink.push(diagnostic.at(self.context.at(self.node), "").help(format!("add `{key}: …`")));
            return None;
        }
        self.optional(key)
    }

    pub(super) fn text(&self, key: &str) -> Option<Text> {
        self.optional(key).and_then(|node| self.context.text(node, key))
    }

    pub(super) fn texts(&self, key: &str) -> Vec<Text> {
        self.optional(key).map(|node| self.context.texts(node, key)).unwrap_or_default()
    }

    pub(super) fn boolean(&self, key: &str) -> Option<Spanned<bool>> {
        self.optional(key).and_then(|node| self.context.boolean(node, key))
    }

    pub(super) fn integer(&self, key: &str) -> Option<Spanned<i64>> {
        self.optional(key).and_then(|node| self.context.integer(node, key))
    }

    pub(super) fn word<T: Copy>(&self, key: &str, words: &[(&'static str, T)]) -> Option<Spanned<T>> {
        self.optional(key).and_then(|node| self.context.word(node, key, words))
    }

    /// Reports every key that nobody asked for. Whether there was none.
    pub(super) fn finish(self, valid: &[&str]) -> bool {
        let mut clean = true;
        for (name, ..) in self.entries.iter().filter(|(_, _, used)| !used.get()) {
            if valid.contains(&name.value.as_str()) {
                continue;
            }
            clean = false;
            let diagnostic =
                Diagnostic::new(Code::UnknownKey, format!("unknown key `{}` in `{}`", name.value, self.what));
            let diagnostic = diagnostic.at(name.at, "");
            let elsewhere = ELSEWHERE.iter().find(|(key, here, _)| *key == name.value && valid.contains(here));
            self.context.sink.push(match elsewhere {
                Some((.., help)) => diagnostic.help(*help),
                None => diagnostic.suggest(&name.value, valid.iter().copied()),
            });
        }
        clean
    }
}

/// Keys that people look for where another one is valid, and what to write instead.
const ELSEWHERE: [(&str, &str, &str); 1] = [(
    "enum",
    "allowed",
    "name the enum under `enums`, and write its name as the `type`; for values without a meaning, write `allowed: [a, b]`",
)];

/// Names of a map with free keys, each once.
pub(super) fn named<'n>(context: &Context<'_>, node: &'n Node, what: &str, code: Code) -> Vec<(Text, &'n Node)> {
    let map = context.map(node, what);
    let mut entries: Vec<(Text, &Node)> = Vec::with_capacity(map.len());
    let mut first: BTreeMap<Cow<'n, str>, At> = BTreeMap::new();
    for (key, value) in map {
        let Some(name) = context.text(key, what) else { continue };
        match first.get(name.value.as_str()) {
            Some(place) => duplicate(context, code, &name, *place),
            None => {
                let known = match &key.value {
                    Value::Scalar(Scalar::Text(text)) => Cow::Borrowed(text.as_str()),
                    _ => Cow::Owned(name.value.clone()),
                };
                first.insert(known, name.at);
                entries.push((name, value));
            }
        }
    }
    entries
}

fn duplicate(context: &Context<'_>, code: Code, name: &Text, first: At) {
    let diagnostic = Diagnostic::new(code, format!("`{}` stands twice", name.value));
    context.sink.push(diagnostic.at(name.at, "again here").at(first, "first here").help("keep one of them"));
}
