//! Reading a map key by key: what is missing, unknown, double or without a value becomes a diagnostic, and reading goes on.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::node::{Node, Value};
use super::reader::Context;
use super::{advice, form};
use crate::diag::{Code, Diagnostic};
use crate::source::{At, Spanned};
use crate::spec::{Scalar, Text};

/// The fields of a map with fixed keys.
pub(super) struct Fields<'s, 'n> {
    context: Context<'s>,
    node: &'n Node,
    what: &'n str,
    entries: Vec<(Text, &'n Node, Cell<bool>)>,
    /// What is to be said of keys that are not there, unless an unknown key turns out to be one of them.
    missing: RefCell<Vec<(String, Diagnostic)>>,
}

impl<'s, 'n> Fields<'s, 'n> {
    pub(super) fn new(context: Context<'s>, node: &'n Node, what: &'n str, form: &str) -> Self {
        let entries = named(&context, node, what, form, Holds::Keys);
        Self {
            context,
            node,
            what,
            entries: entries.into_iter().map(|(name, node)| (name, node, Cell::new(false))).collect(),
            missing: RefCell::default(),
        }
    }

    /// Whether this is a map at all; that it is none has been reported then.
    pub(super) fn is_map(&self) -> bool {
        matches!(self.node.value, Value::Map(_) | Value::Null)
    }

    /// The value of a key, if it is there. A key without a value counts as absent, and is reported as such.
    pub(super) fn optional(&self, key: &str) -> Option<&'n Node> {
        self.value(key, || "give it a value, or remove the key".to_owned())
    }

    /// The value of a key that must be there. What is no map at all has been reported as that.
    pub(super) fn required(&self, key: &str) -> Option<&'n Node> {
        let needed = || form::needed(key);
        if self.is_map() && !self.has(key) {
            let diagnostic = Diagnostic::new(Code::MissingKey, format!("`{}` lacks `{key}`", self.what));
            let at = self.context.at(self.node);
            self.expect(key, diagnostic.at(at, "").help(format!("add `{}`", needed())));
        }
        self.value(key, || format!("give it a value: `{}`", needed()))
    }

    /// Reports a key that is not there in words of its own.
    pub(super) fn expect(&self, key: &str, missing: Diagnostic) {
        if self.is_map() && !self.has(key) {
            self.missing.borrow_mut().push((key.to_owned(), missing));
        }
    }

    fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|(name, ..)| name.value == key)
    }

    fn value(&self, key: &str, help: impl FnOnce() -> String) -> Option<&'n Node> {
        let (name, node, used) = self.entries.iter().find(|(name, ..)| name.value == key)?;
        used.set(true);
        if matches!(node.value, Value::Null) {
            let diagnostic = Diagnostic::new(Code::EmptyValue, format!("`{key}` has no value"));
            self.context.sink.push(diagnostic.at(name.at, "nothing follows").help(help()));
            return None;
        }
        Some(node)
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

    /// Reports every key that nobody asked for, and every key that is missing. Whether all keys are known.
    pub(super) fn finish(self, valid: &[&str]) -> bool {
        let mut clean = true;
        let mut missing = self.missing.take();
        for (name, node, _) in self.entries.iter().filter(|(_, _, used)| !used.get()) {
            if valid.contains(&name.value.as_str()) {
                continue;
            }
            clean = false;
            let advice = advice::key(&name.value, node, valid);
            missing.retain(|(key, _)| advice.meant != Some(key));
            let message = format!("unknown key `{}` in `{}`", name.value, self.what);
            let diagnostic = Diagnostic::new(Code::UnknownKey, message).at(name.at, "").help(advice.help);
            // What stands below an unknown key of the file itself may be all of its rows.
            let is_file = valid.contains(&"action") || valid.contains(&"provider");
            let is_section = is_file && matches!(node.value, Value::Map(_) | Value::List(_));
            let names = node.words().into_iter().chain([name.trim().to_owned()]);
            self.context.sink.push(if is_section { diagnostic.hides(names) } else { diagnostic });
        }
        missing.into_iter().for_each(|(_, diagnostic)| self.context.sink.push(diagnostic));
        clean
    }
}

/// What the names of a map are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// Keys of the language.
    Keys,
    /// Names of rows, which others refer to.
    Rows,
    /// Names of other things that are referred to.
    Things,
}

/// Names of a map with free keys, each once.
pub(super) fn named<'n>(
    context: &Context<'_>,
    node: &'n Node,
    what: &str,
    form: &str,
    holds: Holds,
) -> Vec<(Text, &'n Node)> {
    let map = match &node.value {
        Value::Map(entries) => entries.as_slice(),
        Value::Null => &[],
        _ => {
            let wrong = context.misshapen(node, what, "a map", form);
            context.sink.push(if holds == Holds::Keys { wrong } else { wrong.hides(node.words()) });
            &[]
        }
    };
    let mut entries: Vec<(Text, &Node)> = Vec::with_capacity(map.len());
    let mut first: BTreeMap<Cow<'n, str>, At> = BTreeMap::new();
    for (key, value) in map {
        let Some(name) = context.text(key, what) else { continue };
        match first.get(name.value.as_str()) {
            Some(place) => duplicate(context, holds, &name, *place),
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

fn duplicate(context: &Context<'_>, holds: Holds, name: &Text, first: At) {
    let (code, help) = match holds {
        Holds::Rows => (Code::DuplicateRow, "remove one of them, or give it the name that the page has"),
        Holds::Keys | Holds::Things => (Code::DuplicateKey, "keep one of them"),
    };
    let diagnostic = Diagnostic::new(code, format!("`{}` stands twice", name.value));
    context.sink.push(diagnostic.at(name.at, "again here").at(first, "first here").help(help));
}
