//! Wire names -> Rust names. The only place that uses heck.

use std::collections::{BTreeMap, BTreeSet};

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

use crate::rust::RustName;

/// Keywords of every edition, and names that cannot be used as they are. All of them get an underscore.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Names that methods of the structs have, own and derived: a setter of such a name would stand in their way. A setter
/// that is called like an operator would be taken for one.
const METHODS: &[&str] = &[
    "new",
    "validate",
    "parameters",
    "clone",
    "clone_from",
    "clone_into",
    "eq",
    "ne",
    "fmt",
    "default",
    "into",
    "try_into",
    "to_owned",
    "to_string",
    "type_id",
    "add",
    "sub",
    "mul",
    "div",
    "rem",
    "bitand",
    "bitor",
    "bitxor",
    "shl",
    "shr",
];

/// Names of the prelude and of the runtime that generated code writes without a path.
const TYPES: &[&str] = &[
    "Self",
    "Option",
    "Some",
    "None",
    "Result",
    "Ok",
    "Err",
    "Box",
    "String",
    "Vec",
    "ToString",
    "ToOwned",
    "Clone",
    "Copy",
    "Send",
    "Sync",
    "Sized",
    "Drop",
    "Fn",
    "FnMut",
    "FnOnce",
    "Iterator",
    "IntoIterator",
    "Extend",
    "DoubleEndedIterator",
    "ExactSizeIterator",
    "Default",
    "PartialEq",
    "Eq",
    "PartialOrd",
    "Ord",
    "AsRef",
    "AsMut",
    "Into",
    "From",
    "TryFrom",
    "TryInto",
    "FromIterator",
    "Debug",
    "Hash",
    "Unpin",
    "Future",
    "IntoFuture",
    "AsyncFn",
    "AsyncFnMut",
    "AsyncFnOnce",
    // A constructor of the type's own name is a fault of style.
    "New",
];

/// File names that some systems keep for themselves, and names of modules that generated code writes without a path.
const MODULES: &[&str] = &[
    "con",
    "prn",
    "aux",
    "nul",
    "com1",
    "com2",
    "com3",
    "com4",
    "lpt1",
    "lpt2",
    "lpt3",
    "mod",
    "lib",
    "main",
    "rt",
    "runtime",
    "time",
    "decode_lenient",
    "decode_with_drift",
    "decode",
    "tablature_runtime",
    "outcome",
];

/// Constants that stand beside the tables and defaults.
const CONSTANTS: &[&str] = &["VALUES", "SERVICE", "PROVIDER"];

/// Han characters that the compiler takes for another one of them; they are written by number.
const TWINS: &str = "倂値啓囗塡士墫嬀帲戸晩杮榝潙硏絶朌胊胐脁脧腁膧蔿虁詽讏豣趆跥躛輧郞鎭隷鹂黒";

/// Han characters that the compiler takes for those of another script, in a name that has no others.
const LOOK_ALIKES: &str = "一丿二工口力夕卜八";

/// The names of one scope: each is given once.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
    /// The last number that was put behind a name.
    numbers: BTreeMap<String, usize>,
}

impl Names {
    /// A name for a type. The wishes are tried in turn; then the last one gets a number.
    pub(super) fn type_name(&mut self, wishes: &[String]) -> RustName {
        self.first_free(wishes.iter().map(|wish| fit(camel(wish), "Type", TYPES, &[])))
    }

    /// A name for a field and its setter.
    pub(super) fn field(&mut self, wire: &str) -> RustName {
        self.first_free(std::iter::once(fit(snake(wire), "field", KEYWORDS, METHODS)))
    }

    /// A name for a field that has no setter.
    pub(super) fn plain_field(&mut self, wire: &str) -> RustName {
        self.first_free(std::iter::once(fit(snake(wire), "field", KEYWORDS, &[])))
    }

    /// A name for a module and its file: the compiler looks for files by ASCII names only.
    pub(super) fn module(&mut self, wire: &str) -> RustName {
        let spelled = |character: char| if is_han(character) { numbered(character) } else { character.to_string() };
        let plain: String = wire.chars().map(spelled).collect();
        self.first_free(std::iter::once(fit(snake(&plain), "module", KEYWORDS, MODULES)))
    }

    /// A name for a constant.
    pub(super) fn constant(&mut self, wire: &str) -> RustName {
        let name = fit(ascii_words(wire, true).to_shouty_snake_case(), "VALUE", &[], CONSTANTS);
        // Without letters that have a case, a constant and an argument would have one name.
        let plain = name == snake(wire);
        self.first_free(std::iter::once(if plain { format!("VALUE_{name}") } else { name }))
    }

    /// A name for the feature of a provider, or of one of its services: names of folders are fit as they are, but two
    /// of them may meet when they are joined.
    pub(super) fn feature(&mut self, provider: &str, service: Option<&str>) -> String {
        let name = service.map_or_else(|| provider.to_owned(), |service| format!("{provider}-{service}"));
        self.first_free(std::iter::once(fit(name, "feature", &["default", "call", "client", "blocking"], &[])))
            .as_str()
            .to_owned()
    }

    /// A name for a variant. Values that differ only in case are told apart by it.
    pub(super) fn variant(&mut self, wire: &str, label: Option<&str>) -> RustName {
        let name = camel(label.unwrap_or(wire));
        let shape = match wire {
            _ if wire.chars().any(char::is_lowercase) && wire.chars().any(char::is_uppercase) => "Mixed",
            _ if wire.chars().any(char::is_lowercase) => "Lower",
            _ => "Upper",
        };
        let told_apart = format!("{name}{shape}");
        self.first_free([name, told_apart].into_iter().map(|name| fit(name, "Value", &["Self", "Unknown"], &[])))
    }

    fn first_free(&mut self, wishes: impl Iterator<Item = String>) -> RustName {
        let mut last = String::new();
        for wish in wishes {
            if self.taken.insert(wish.clone()) {
                return RustName::new(wish);
            }
            last = wish;
        }
        loop {
            let number = self.numbers.entry(last.clone()).or_insert(1);
            *number += 1;
            let name = format!("{last}{number}");
            if self.taken.insert(name.clone()) {
                return RustName::new(name);
            }
        }
    }
}

/// The type that marks a provider.
pub(super) fn marker(provider: &str) -> RustName {
    RustName::new(fit(camel(provider), "Provider", TYPES, &["Client", "BlockingClient", "ErrorCode"]))
}

/// A name made fit: never empty, never beginning with a digit, never a name that is kept for something else.
fn fit(name: String, otherwise: &str, kept: &[&str], also_kept: &[&str]) -> String {
    let name = if name.is_empty() || name == "_" { otherwise.to_owned() } else { name };
    let capital = otherwise.starts_with(char::is_uppercase);
    let name = match name.chars().next() {
        Some(first) if first.is_ascii_digit() => format!("{}{name}", if capital { "V" } else { "v" }),
        _ => name,
    };
    if kept.contains(&name.as_str()) || also_kept.contains(&name.as_str()) { format!("{name}_") } else { name }
}

fn camel(text: &str) -> String {
    ascii_words(text, false).to_upper_camel_case()
}

fn snake(text: &str) -> String {
    ascii_words(text, true).to_snake_case()
}

/// Prepares a wire name for heck: plural acronyms count as one word (`ImageIDs` is `image_ids`), so do `IPv4` and
/// `IPv6`, and, where case is lost, product names with one letter in front (`UHost` is `uhost`); characters that identifiers cannot hold become separators, and those of scripts without case are kept.
fn ascii_words(text: &str, joins_letters: bool) -> String {
    let mut words = String::with_capacity(text.len() + 4);
    let characters: Vec<char> = text.chars().collect();
    let alike = characters.iter().all(|character| !is_han(*character) || LOOK_ALIKES.contains(*character));
    let mut index = 0;
    while index < characters.len() {
        let run = characters[index..].iter().take_while(|character| character.is_ascii_uppercase()).count();
        let after = characters.get(index + run).copied();
        let ends = |offset: usize| {
            characters.get(index + run + offset).is_none_or(|character| !character.is_ascii_lowercase())
        };
        if run >= 2 && after == Some('s') && ends(1) {
            push_word(&mut words, &characters[index..=index + run]);
            index += run + 1;
        } else if run == 2
            && characters[index..index + 2] == ['I', 'P']
            && after == Some('v')
            && characters.get(index + 3).is_some_and(char::is_ascii_digit)
        {
            push_word(&mut words, &characters[index..=index + 3]);
            index += 4;
        } else if joins_letters && run == 2 && after.is_some_and(|character| character.is_ascii_lowercase()) {
            push_word(&mut words, &characters[index..index + 2]);
            words.pop();
            index += 2;
        } else if run > 0 {
            words.extend(&characters[index..index + run]);
            index += run;
        } else {
            let character = characters[index];
            match character {
                _ if TWINS.contains(character) || (alike && LOOK_ALIKES.contains(character)) => {
                    words.push_str(&numbered(character));
                }
                _ => words.push(if is_fit(character) { character } else { '_' }),
            }
            index += 1;
        }
    }
    words
}

fn push_word(words: &mut String, word: &[char]) {
    words.push('_');
    for (index, character) in word.iter().enumerate() {
        words.push(if index == 0 { character.to_ascii_uppercase() } else { character.to_ascii_lowercase() });
    }
    words.push('_');
}

/// A character as a word.
fn numbered(character: char) -> String {
    format!("_u{:04x}_", u32::from(character))
}

/// ASCII letters and digits, and Han characters in common use.
fn is_fit(character: char) -> bool {
    character.is_ascii_alphanumeric() || is_han(character)
}

fn is_han(character: char) -> bool {
    matches!(character, '\u{4e00}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(wire: &str) -> String {
        Names::default().field(wire).as_str().to_owned()
    }

    #[test]
    fn fields_read_like_rust() {
        for (wire, rust) in [
            ("ImageIDs", "image_ids"),
            ("unImgId", "un_img_id"),
            ("OSType", "os_type"),
            ("SupportedGPUTypes", "supported_gpu_types"),
            ("IPv6", "ipv6"),
            ("EnableIPv4Only", "enable_ipv4_only"),
            ("VMIDs", "vmids"),
            ("UHostIds", "uhost_ids"),
            ("CreateUDisk", "create_udisk"),
            ("VPCId", "vpc_id"),
            ("type", "type_"),
            ("Self", "self_"),
            ("new", "new_"),
            ("64bit", "v64bit"),
            ("镜像", "镜像"),
            ("a.b-c", "a_b_c"),
            ("../x", "x"),
            ("", "field"),
            ("add", "add_"),
            ("端口", "端口"),
            ("口", "u53e3"),
            ("士兵", "u58eb_兵"),
        ] {
            assert_eq!(field(wire), rust, "{wire}");
        }
    }

    #[test]
    fn neighbours_differ() {
        let mut names = Names::default();
        let variants: Vec<_> =
            ["Cube", "CUBE", "cube", "cuBE"].iter().map(|wire| names.variant(wire, None).as_str().to_owned()).collect();
        assert_eq!(variants, ["Cube", "CubeUpper", "CubeLower", "CuBe"]);
        let mut names = Names::default();
        assert_eq!([names.field("a_b"), names.field("aB")].map(|name| name.as_str().to_owned()), ["a_b", "a_b2"]);
    }
}
