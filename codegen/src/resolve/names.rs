//! Which names are fit to be used. Folder and action names become file names, so that they are held to more than row names.

use crate::diag::{Code, Diagnostic, Sink};
use crate::source::is_hidden;
use crate::spec::Text;

const LONGEST: usize = 200;

/// Names of providers and services: small letters, digits, `-`, `_` and single dots, a letter first.
pub(super) fn folder_name(name: &Text, what: &str, sink: &Sink) -> bool {
    let fit = name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.len() <= 60
        && !name.contains("..")
        && !name.ends_with('.')
        && name.chars().all(|character| {
            character.is_ascii_lowercase() || character.is_ascii_digit() || matches!(character, '-' | '_' | '.')
        });
    if !fit {
        report(name, what, "use small letters, digits, `-`, `_` and single dots, and begin with a letter", sink);
    }
    fit
}

/// Names of actions: letters, digits, `_`, `-` and `.`, a letter first.
pub(super) fn action_name(name: &Text, sink: &Sink) -> bool {
    let fit = name.starts_with(char::is_alphabetic)
        && name.len() <= 120
        && !name.contains("..")
        && name.chars().all(|character| character.is_alphanumeric() || matches!(character, '-' | '_' | '.'));
    if !fit {
        report(name, "action", "use letters, digits, `_`, `-` and single dots, and begin with a letter", sink);
    }
    fit
}

/// Names of rows, types, enums, tables and columns: anything that can be seen.
pub(super) fn wire_name(name: &Text, what: &str, sink: &Sink) -> bool {
    let fit = !name.is_empty() && name.trim() == name.value && name.len() <= LONGEST && !name.chars().any(is_hidden);
    if !fit {
        report(name, what, "names have 1 to 200 bytes, no blanks around them, and no control characters", sink);
    }
    fit
}

fn report(name: &Text, what: &str, help: &str, sink: &Sink) {
    let shown: String = name.chars().take(60).collect();
    let diagnostic =
        Diagnostic::new(Code::BadName, format!("`{shown}` cannot be the name of {} {what}", article(what)));
    let label = name
        .chars()
        .find(|character| is_hidden(*character))
        .map_or_else(String::new, |character| format!("it holds U+{:04X}, which cannot be seen", u32::from(character)));
    let meant: String = name.chars().filter(|character| !is_hidden(*character)).collect();
    let names = [name.value.clone(), meant.trim().to_owned()];
    sink.push(diagnostic.at(name.at, label).help(help).hides(names));
}

fn article(what: &str) -> &'static str {
    if what.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }
}
