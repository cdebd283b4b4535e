//! `Cargo.toml`.

use super::{Content, Source};
use crate::rust::Manifest;

pub(super) fn manifest(manifest: &Manifest) -> Source {
    let mut text = String::from(
        "[package]\nname = \"tablature\"\ndescription = \"Typed and validated bindings for cloud APIs that exist as documentation pages only\"\n",
    );
    text.push_str(match &manifest.standalone {
        None => "version.workspace = true\nedition.workspace = true\nrust-version.workspace = true\nlicense.workspace = true\nrepository.workspace = true\n",
        Some(_) => "version = \"0.1.0\"\nedition = \"2024\"\nrust-version = \"1.89\"\nlicense = \"MIT OR Apache-2.0\"\npublish = false\n",
    });
    text.push_str("\n[package.metadata.docs.rs]\nall-features = true\n\n[dependencies]\n");
    text.push_str(&match &manifest.standalone {
        None => "tablature-runtime.workspace = true\n".to_owned(),
        Some(path) => format!("tablature-runtime = {{ path = {} }}\n", quoted(path)),
    });
    text.push_str("\n[features]\n");
    for (feature, others) in &manifest.features {
        let others: Vec<String> = others.iter().map(|other| quoted(other)).collect();
        // A dot in a bare key would begin a table.
        let key = if feature.contains('.') { quoted(feature) } else { feature.clone() };
        text.push_str(&format!("{key} = [{}]\n", others.join(", ")));
    }
    text.push_str(match &manifest.standalone {
        None => "\n[lints]\nworkspace = true\n",
        Some(_) => "\n# A crate of its own, wherever it stands.\n[workspace]\n",
    });
    Source { path: "Cargo.toml".to_owned(), spec: None, content: Content::Text(text) }
}

/// A TOML text; serde_json writes the same escapes.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
