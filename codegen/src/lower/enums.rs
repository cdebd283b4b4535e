//! Open enums.

use super::docs::{DocsBuilder, code, escaped, said};
use super::scope::Scope;
use crate::model::{self, Action, Basis, Direction, Scalar};
use crate::rust::{Docs, Enum, Item, RustName, Variant};

pub(super) fn enums(action: &Action, scope: &Scope) -> Vec<Item> {
    action
        .enums
        .iter()
        .enumerate()
        .map(|(index, one)| lowered(one, &scope.enums[index], &scope.variants[index]))
        .collect()
}

fn lowered(one: &model::Enum, name: &RustName, variants: &[RustName]) -> Item {
    let docs = enum_docs(one);
    if !one.integer {
        return Item::TextEnum(Enum { docs, name: name.clone(), variants: each(one, variants, Scalar::wire) });
    }
    let integer = |scalar: &Scalar| if let Scalar::Integer(number) = scalar { *number } else { 0 };
    Item::IntegerEnum(Enum { docs, name: name.clone(), variants: each(one, variants, integer) })
}

fn each<T>(one: &model::Enum, variants: &[RustName], wire: impl Fn(&Scalar) -> T) -> Vec<Variant<T>> {
    one.values
        .iter()
        .zip(variants)
        .map(|(value, name)| Variant { docs: variant_docs(value), name: name.clone(), wire: wire(&value.value.value) })
        .collect()
}

fn enum_docs(one: &model::Enum) -> Docs {
    let mut docs = DocsBuilder::default();
    match said(&one.doc) {
        Some(doc) => docs.text(doc),
        None => docs.markdown(&format!("The values {} of the page.", code(&one.name))),
    };
    if one.open {
        docs.markdown("The page names these values as examples: there may be others.");
    }
    match one.basis {
        Basis::Table => {}
        Basis::Prose => drop(docs.markdown("The values stand in the text, not in a table.")),
        Basis::Example => drop(docs.markdown("The values are known from an example.")),
        Basis::Traffic => drop(docs.markdown("The values are known from real calls.")),
    }
    docs.build()
}

fn variant_docs(value: &model::EnumValue) -> Docs {
    let mut docs = DocsBuilder::default();
    let wire = code(&value.value.value.wire());
    docs.markdown(&said(&value.doc).map_or_else(|| format!("{wire}."), |doc| format!("{wire}: {}", escaped(doc))));
    match value.only {
        Some(Direction::Request) => drop(docs.markdown("Only in requests.")),
        Some(Direction::Response) => drop(docs.markdown("Only in answers.")),
        None => {}
    }
    if !value.except.is_empty() {
        let regions: Vec<String> = value.except.iter().map(|region| escaped(region)).collect();
        docs.markdown(&format!("Not available in {}.", regions.join(", ")));
    }
    if let Some(deprecated) = &value.deprecated {
        docs.markdown(&super::provider::deprecation(deprecated));
    }
    docs.build()
}
