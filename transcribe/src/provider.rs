//! `provider.yaml`: what specs need not say because it does, and the services that it has to list.

use std::collections::BTreeSet;

use tablature_codegen::source::SourceFile;
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

/// As [`with_services`]; those that are new come with the address of their calls, where it is known.
pub fn with_endpoints<'s>(text: &str, services: impl IntoIterator<Item = (&'s str, Option<&'s str>)>) -> String {
    let mut listed = text.to_owned();
    if let Some(empty) = text.lines().find(|line| line.split_whitespace().eq(["services:", "{}"])) {
        listed = text.replacen(&format!("\n{empty}"), "\nservices:", 1);
    }
    if !listed.ends_with('\n') {
        listed.push('\n');
    }
    for (service, endpoint) in services {
        let key = scalar(service);
        let Some(start) = listed.find("\nservices:\n").map(|at| at + "\nservices:\n".len()) else { continue };
        let body = listed.get(start..).unwrap_or_default();
        let own: usize = body.split_inclusive('\n').take_while(|line| line.starts_with(' ')).map(str::len).sum();
        let known = body.get(..own).unwrap_or_default().lines().any(|line| {
            line.strip_prefix("  ")
                .and_then(|line| line.strip_prefix(key.as_str()))
                .is_some_and(|rest| rest.starts_with(':'))
        });
        if !known {
            let endpoint = endpoint.map(|endpoint| format!(" endpoint: {} ", scalar(endpoint)));
            listed.insert_str(start + own, &format!("  {key}: {{{}}}\n", endpoint.unwrap_or_default()));
        }
    }
    listed
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
    fn only_what_is_new_gets_an_endpoint() {
        let text = "provider: x\n\nservices:\n  a: {}\n";
        let address = Some("https://api.example.com/");
        let listed = with_endpoints(text, [("a", address), ("b", address), ("c", None)]);
        let expected = "  a: {}\n  b: { endpoint: \"https://api.example.com/\" }\n  c: {}\n";
        assert_eq!(listed, format!("provider: x\n\nservices:\n{expected}"));
    }
}
