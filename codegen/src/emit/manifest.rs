//! `Cargo.toml`.

use super::{Content, Source};
use crate::rust::{Dependency, Home, Manifest};

const SHARED: &str =
    "version.workspace = true\nedition.workspace = true\nrust-version.workspace = true\nlicense.workspace = true\n";
/// Files of a part that are called `build.rs`, or lie in a folder `tests`, are modules and nothing that cargo finds by itself.
const NOTHING_FOUND: &str =
    "build = false\nautobins = false\nautoexamples = false\nautotests = false\nautobenches = false\n";
const OWN: &str = "version = \"0.1.0\"\nedition = \"2024\"\nrust-version = \"1.89\"\nlicense = \"MIT OR Apache-2.0\"\n";

pub(super) fn manifest(manifest: &Manifest) -> Source {
    let (name, description) = (quoted(&manifest.name), quoted(&manifest.description));
    let mut text = format!("[package]\nname = {name}\ndescription = {description}\n");
    text.push_str(&match &manifest.home {
        Home::Repository => format!("{SHARED}repository.workspace = true\n"),
        Home::Bindings | Home::Own { has_parts: true, .. } => format!("{SHARED}publish = false\n"),
        Home::Own { has_parts: false, .. } => format!("{OWN}publish = false\n"),
    });
    text.push_str(&match &manifest.root {
        Some(root) => format!("{NOTHING_FOUND}\n[lib]\npath = {}\n", quoted(root)),
        None => "\n[package.metadata.docs.rs]\nall-features = true\n".to_owned(),
    });
    text.push_str("\n[dependencies]\n");
    text.push_str(&match &manifest.home {
        Home::Own { runtime_path, has_parts: false } => runtime_at(runtime_path),
        _ => "tablature-runtime.workspace = true\n".to_owned(),
    });
    manifest.dependencies.iter().for_each(|one| text.push_str(&dependency(one)));
    if !manifest.features.is_empty() {
        text.push_str("\n[features]\n");
    }
    for (feature, others) in &manifest.features {
        let others: Vec<String> = others.iter().map(|other| quoted(other)).collect();
        // A dot in a bare key would begin a table.
        let key = if feature.contains('.') { quoted(feature) } else { feature.clone() };
        text.push_str(&format!("{key} = [{}]\n", others.join(", ")));
    }
    text.push_str(&workspace(&manifest.home));
    Source { path: manifest.path.clone(), spec: None, content: Content::Text(text) }
}

fn runtime_at(path: &str) -> String {
    format!("tablature-runtime = {{ path = {} }}\n", quoted(path))
}

fn dependency(one: &Dependency) -> String {
    let optional = if one.optional { ", optional = true" } else { "" };
    format!("{} = {{ path = {}{optional} }}\n", one.name, quoted(&one.path))
}

/// What a manifest says of the workspace around it.
fn workspace(home: &Home) -> String {
    match home {
        Home::Repository => "\n[lints]\nworkspace = true\n".to_owned(),
        Home::Bindings => String::new(),
        Home::Own { has_parts: false, .. } => "\n# A crate of its own, wherever it stands.\n[workspace]\n".to_owned(),
        Home::Own { runtime_path, has_parts: true } => format!(
            "\n# A workspace of its own, wherever it stands: a service is a crate, and its folder has a manifest.\n[workspace]\n\n[workspace.package]\n{OWN}\n[workspace.dependencies]\n{}",
            runtime_at(runtime_path)
        ),
    }
}

/// A TOML text; serde_json writes the same escapes.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
