//! What specs have decided: the errata of the actions that a page documents.

use std::collections::BTreeMap;

use tablature_codegen::source::SourceFile;

use super::{Audited, Finding};

/// Decisions, by action, what they are about, and the attribute.
#[derive(Clone, Debug, Default)]
pub struct Decisions(BTreeMap<(String, String, String), String>);

impl Decisions {
    /// Those in the specs of a provider. What is wrong with them is for `check` to say.
    pub fn of(provider: &str, specs: &[SourceFile], threads: usize) -> Self {
        let (model, _) = tablature_codegen::read(specs, threads);
        let services =
            model.providers.iter().filter(|known| known.name.value == provider).flat_map(|known| &known.services);
        let mut decisions = BTreeMap::new();
        for action in services.flat_map(|service| &service.actions) {
            if action.examples.iter().any(|example| example.repaired.is_some()) {
                let key = (action.name.value.clone(), "example".to_owned(), "json".to_owned());
                decisions.insert(key, format!("{}: an example is repaired", action.path));
            }
            for erratum in &action.errata {
                let Some(attribute) = &erratum.attribute else { continue };
                let doc = erratum.doc.as_deref().unwrap_or("decided");
                for (about, _) in &erratum.about {
                    let key = (action.name.value.clone(), plain(&about.value), attribute.value.clone());
                    decisions.insert(key, format!("{}: {doc}", action.path));
                }
            }
        }
        Self(decisions)
    }

    /// Notes at each finding what was decided about it.
    pub fn note(&self, page: &mut Audited<'_>) {
        for finding in &mut page.findings {
            finding.decision = self.about(finding);
        }
    }

    fn about(&self, finding: &Finding) -> Option<String> {
        let about = if finding.row.is_empty() { "example".to_owned() } else { plain(&finding.row) };
        // A finding about an object with nothing but undocumented fields stands for errata about its fields.
        let is_about =
            |place: &str| place.strip_prefix(&about).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        let mut decisions = self.0.iter().filter(|((action, ..), _)| *action == finding.action);
        let decides = |place: &str, attribute: &str| {
            let inside = attribute == "undocumented" || *place == about;
            inside && is_about(place) && finding.kind.attributes.contains(&attribute)
        };
        decisions.find(|((_, place, attribute), _)| decides(place, attribute)).map(|(_, decision)| decision.clone())
    }
}

/// A place without the marks of lists.
fn plain(about: &str) -> String {
    about.replace("[]", "")
}
