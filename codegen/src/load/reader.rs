//! Reading a value: what is of the wrong type, or none of the words that a key takes, becomes a diagnostic, and reading goes on.

use super::advice::{self, truth};
use super::fields::Fields;
use super::form;
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
        self.sink.push(self.mistyped(node, what, expected, format!("write {expected}")));
    }

    /// A value that is no map, or no list, where one belongs. `form` shows how it is written.
    pub(super) fn misshapen(&self, node: &Node, what: &str, expected: &str, form: &str) -> Diagnostic {
        self.mistyped(node, what, expected, format!("write `{}`", form::named(form, what)))
    }

    /// A value of another type than its key takes.
    pub(super) fn mistyped(&self, node: &Node, what: &str, expected: &str, help: String) -> Diagnostic {
        let found = match &node.value {
            Value::Null => "nothing",
            Value::Scalar(scalar) => scalar.kind(),
            Value::List(_) => "a list",
            Value::Map(_) => "a map",
            Value::Tagged => {
                let diagnostic = Diagnostic::new(Code::Tag, format!("`{what}` has a YAML tag"));
                return diagnostic.at(self.at(node), "a tag").help("write the plain value; specs use no tags");
            }
        };
        let diagnostic = Diagnostic::new(Code::WrongType, format!("`{what}` should be {expected}"));
        diagnostic.at(self.at(node), format!("this is {found}")).help(help)
    }

    /// The entries of a map, and a diagnostic when it is something else. Nothing at all is an empty map.
    pub(super) fn map<'n>(&self, node: &'n Node, what: &str, form: &str) -> &'n [(Node, Node)] {
        match &node.value {
            Value::Map(entries) => entries,
            Value::Null => &[],
            _ => {
                self.sink.push(self.misshapen(node, what, "a map", form));
                &[]
            }
        }
    }

    /// The entries of a list; a single value counts as a list of one.
    pub(super) fn list<'n>(&self, node: &'n Node, what: &str, form: &str) -> &'n [Node] {
        match &node.value {
            Value::List(nodes) => nodes,
            Value::Null => &[],
            Value::Scalar(_) => std::slice::from_ref(node),
            _ => {
                self.sink.push(self.misshapen(node, what, "a list", form));
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
            Value::List(_) if matches!(what, "default" | "min" | "max") => {
                let help = if what == "default" {
                    "say it in words, with `default_is: …`"
                } else {
                    "write `min: …` and `max: …`, each with its number"
                };
                let help = help.to_owned();
                self.sink.push(self.mistyped(node, what, "a single value", help));
                None
            }
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
            // `- Note: this matters` is a map for YAML, and a sentence for its author.
            Value::Map(entries) if entries.len() == 1 => {
                let help = "put a text with `: ` in it in quotes".to_owned();
                self.sink.push(self.mistyped(node, what, "a text", help));
                None
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
            Value::Scalar(Scalar::Text(text)) => {
                let instead = truth(text).unwrap_or("`true` or `false`");
                self.sink.push(self.mistyped(node, what, "`true` or `false`", format!("write {instead}")));
                None
            }
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
                self.not_a_number(node, what, "a whole number");
                None
            }
        }
    }

    /// Reports a value that is no number of the kind that is expected.
    pub(super) fn not_a_number(&self, node: &Node, what: &str, expected: &str) {
        let instead = match &node.value {
            Value::Scalar(Scalar::Text(text)) => advice::number(what, text),
            _ => None,
        };
        let help = instead.unwrap_or_else(|| format!("write {expected}"));
        self.sink.push(self.mistyped(node, what, expected, help));
    }

    /// One of a fixed set of words.
    pub(super) fn word<T: Copy>(&self, node: &Node, what: &str, words: &[(&'static str, T)]) -> Option<Spanned<T>> {
        let text = self.text(node, what)?;
        if let Some((_, value)) = words.iter().find(|(word, _)| *word == text.value) {
            return Some(Spanned::new(*value, text.at));
        }
        let diagnostic = Diagnostic::new(Code::UnknownWord, format!("`{}` is not a value of `{what}`", text.value));
        let diagnostic = diagnostic.at(text.at, "");
        let takes = |one: &str| words.iter().any(|(word, _)| *word == one);
        let truth = truth(&text.value).filter(|_| takes("true")).map(|truth| format!("write {truth}"));
        self.sink.push(match truth.or_else(|| advice::word(what, &text.value).map(str::to_owned)) {
            Some(help) => diagnostic.help(help),
            None => diagnostic.suggest(&text.value, words.iter().map(|(word, _)| *word)),
        });
        None
    }

    pub(super) fn texts(&self, node: &Node, what: &str) -> Vec<Text> {
        self.list(node, what, form::LIST).iter().filter_map(|node| self.text(node, what)).collect()
    }

    pub(super) fn scalars(&self, node: &Node, what: &str) -> Vec<Spanned<Scalar>> {
        self.list(node, what, form::LIST).iter().filter_map(|node| self.scalar(node, what)).collect()
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
        let map = Fields::new(*self, node, what, form::FACT);
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
