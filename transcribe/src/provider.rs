//! `provider.yaml`: what specs need not say because it does, and the services that it has to list.

use std::collections::BTreeSet;

use tablature_codegen::source::{Entry, Node, SourceFile};
use tablature_codegen::vocabulary::{Required as Word, Text};

use crate::draft::Required;
use crate::write::Settings;
use crate::write::yaml::scalar;

/// What a `provider.yaml` says, as far as specs depend on it. A file with mistakes says nothing.
pub fn known(provider: &str, text: &str) -> Settings {
    let file = SourceFile { path: format!("{provider}/provider.yaml"), text: text.to_owned() };
    let (model, _) = tablature_codegen::read(&[file], 1);
    let Some(provider) = model.providers.first() else { return Settings::default() };
    let response = match provider.unmarked.response {
        Word::Yes => Required::Yes,
        Word::No => Required::No,
        _ => Required::Unknown,
    };
    let usual = &provider.paging;
    let names = [
        ("offset", &usual.offset),
        ("limit", &usual.limit),
        ("page", &usual.page),
        ("size", &usual.size),
        ("total", &usual.total),
    ];
    let named = |(key, name): (&'static str, &Option<Text>)| Some((key, name.as_ref()?.value.clone()));
    Settings {
        response,
        transcribed: None,
        paging: names.into_iter().filter_map(named).collect(),
        common: provider.common.iter().map(|row| row.name.value.clone()).collect(),
        provider: Some(text.to_owned()),
    }
}

/// Whether a `provider.yaml` has no mistakes that `check` would name errors.
pub fn is_sound(provider: &str, text: &str) -> bool {
    let file = SourceFile { path: format!("{provider}/provider.yaml"), text: text.to_owned() };
    let (_, found) = tablature_codegen::read(&[file], 1);
    !found.has_errors()
}

/// The parameter that names the action, as a `provider.yaml` says.
pub fn action_parameter(provider: &str, text: &str) -> Option<String> {
    let file = SourceFile { path: format!("{provider}/provider.yaml"), text: text.to_owned() };
    let (model, _) = tablature_codegen::read(&[file], 1);
    model.providers.into_iter().next().map(|provider| provider.action_parameter)
}

/// The names of the parameters that a `provider.yaml` gives to every call. A file with mistakes gives none.
pub fn common(provider: &str, text: &str) -> BTreeSet<String> {
    let file = SourceFile { path: format!("{provider}/provider.yaml"), text: text.to_owned() };
    let (model, _) = tablature_codegen::read(&[file], 1);
    model.providers.iter().flat_map(|provider| &provider.common).map(|row| row.name.value.clone()).collect()
}

/// The text of a `provider.yaml` that lists these services beside its own.
pub fn with_services<'s>(text: &str, services: impl IntoIterator<Item = &'s str>) -> String {
    with_endpoints(text, services.into_iter().map(|service| (service, None)))
}

/// As [`with_services`]; those that are new come with the address of their calls, where it is known. A text that is not YAML
/// stays as it is.
pub fn with_endpoints<'s>(text: &str, services: impl IntoIterator<Item = (&'s str, Option<&'s str>)>) -> String {
    let Some(root) = Node::read(text) else { return text.to_owned() };
    let listing = root.entries().iter().find(|entry| entry.key == "services");
    let known = listing.map_or(&[][..], |listing| listing.node.entries());
    let mut seen: BTreeSet<&str> = known.iter().map(|entry| entry.key.as_str()).collect();
    let new: Vec<String> = services
        .into_iter()
        .filter(|(service, _)| seen.insert(service))
        .map(|(service, endpoint)| {
            let endpoint = endpoint.map(|endpoint| format!(" endpoint: {} ", scalar(endpoint)));
            format!("{}: {{{}}}", scalar(service), endpoint.unwrap_or_default())
        })
        .collect();
    if new.is_empty() { text.to_owned() } else { insert(text, listing, &new) }
}

/// Puts new services behind those that are listed, written as those are.
fn insert(text: &str, listing: Option<&Entry>, new: &[String]) -> String {
    let mut listed = if text.ends_with('\n') { text.to_owned() } else { format!("{text}\n") };
    let block = |indent: &str| new.iter().map(|line| format!("{indent}{line}\n")).collect::<String>();
    let Some(listing) = listing else { return format!("{listed}services:\n{}", block("  ")) };
    match listing.node.entries() {
        [.., last] if listing.node.flow => listed.insert_str(last.bytes().end, &format!(", {}", new.join(", "))),
        [first, ..] => {
            let start = listed[..first.key_bytes.start].rfind('\n').map_or(0, |end| end + 1);
            let indent = listed[start..first.key_bytes.start].to_owned();
            let end = end_of_line(&listed, listing.bytes().end);
            listed.insert_str(end, &block(&indent));
        }
        // Nothing, or empty braces.
        [] => {
            let end = end_of_line(&listed, listing.bytes().end);
            listed.insert_str(end, &block("  "));
            let blanks = listed[..listing.node.bytes.start].trim_end_matches(' ').len();
            if listing.node.flow {
                listed.replace_range(blanks..listing.node.bytes.end, "");
            }
        }
    }
    listed
}

/// Where the line ends in which the byte before this one stands.
fn end_of_line(text: &str, from: usize) -> usize {
    if text[..from].ends_with('\n') {
        return from;
    }
    text[from..].find('\n').map_or(text.len(), |end| from + end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_service_is_listed() {
        for text in ["provider: x\nservices: {}\n", "provider: x\nservices:\n", "provider: x\nservices: {}"] {
            assert_eq!(with_services(text, ["a"]), "provider: x\nservices:\n  a: {}\n", "{text:?}");
        }
    }

    #[test]
    fn services_are_listed_once() {
        let text = "provider: x\n\nservices:\n  a:\n    title: A\n\nnotes: []\n";
        let listed = with_services(text, ["a", "b"]);
        assert_eq!(listed, "provider: x\n\nservices:\n  a:\n    title: A\n  b: {}\n\nnotes: []\n");
    }

    #[test]
    fn services_are_listed_as_people_list_them() {
        for (text, expected) in [
            ("services:\n  a: {}\n\n  b: {}\n", "services:\n  a: {}\n\n  b: {}\n  c: {}\n"),
            ("services:   # ours\n    a: {} # old\n# end\n", "services:   # ours\n    a: {} # old\n    c: {}\n# end\n"),
            ("services:\n  # none yet\nnotes: []\n", "services:\n  c: {}\n  # none yet\nnotes: []\n"),
            ("services: {} # none\n", "services: # none\n  c: {}\n"),
            ("services: { a: {} }\n", "services: { a: {}, c: {} }\n"),
            (
                "services:\n  a:\n    notes:\n      - |\n        text\n\nnotes: []\n",
                "services:\n  a:\n    notes:\n      - |\n        text\n  c: {}\n\nnotes: []\n",
            ),
            ("provider: x", "provider: x\nservices:\n  c: {}\n"),
            ("services:\n  \"c\": {}\n", "services:\n  \"c\": {}\n"),
            ("services: [\n", "services: [\n"),
        ] {
            assert_eq!(with_services(text, ["c"]), expected, "{text:?}");
            assert_eq!(with_services(&with_services(text, ["c"]), ["c"]), expected, "{text:?}, once more");
        }
    }

    #[test]
    fn only_what_is_new_gets_an_endpoint() {
        let text = "provider: x\n\nservices:\n  a: {}\n";
        let address = Some("https://api.example.com/");
        let listed = with_endpoints(text, [("a", address), ("b", address), ("c", None)]);
        let expected = "  a: {}\n  b: { endpoint: \"https://api.example.com/\" }\n  c: {}\n";
        assert_eq!(listed, format!("provider: x\n\nservices:\n{expected}"));
    }
}
