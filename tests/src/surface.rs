//! What a generated crate offers to programs: every public name with its type, a line each. Two surfaces tell what
//! Cargo's semver rules call a breaking change, as far as generated code goes.

use std::collections::BTreeSet;

use quote::ToTokens;
use syn::{Fields, ImplItem, Item, UseTree, Visibility};
use tablature_codegen::Output;

/// The lines of all files.
///
/// # Panics
///
/// When a file is no Rust.
pub fn surface(output: &Output) -> BTreeSet<String> {
    let mut lines = BTreeSet::new();
    for (path, text) in &output.files {
        if path == "Cargo.toml" {
            let features = text.split("[features]").nth(1).unwrap_or_default().split("\n[").next().unwrap_or_default();
            lines.extend(
                features.lines().filter_map(|line| line.split_once(" = ")).map(|(name, _)| format!("feature {name}")),
            );
        } else if path.ends_with(".rs") {
            let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
            let module = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
            file.items.iter().for_each(|item| item_lines(module, item, &mut lines));
        }
    }
    lines
}

fn item_lines(module: &str, item: &Item, lines: &mut BTreeSet<String>) {
    let mut add = |line: String| {
        lines.insert(format!("{module} {line}"));
    };
    match item {
        Item::Struct(item) if is_public(&item.vis) => {
            add(format!("struct {} {}", item.ident, derives(&item.attrs)));
            if let Fields::Named(fields) = &item.fields {
                for field in fields.named.iter().filter(|field| is_public(&field.vis)) {
                    let name = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
                    add(format!("{}.{name}: {}", item.ident, text(&field.ty)));
                }
            }
        }
        Item::Enum(item) if is_public(&item.vis) => {
            add(format!("enum {} {}", item.ident, derives(&item.attrs)));
            item.variants.iter().for_each(|variant| add(format!("{}::{}", item.ident, variant.ident)));
        }
        Item::Impl(item) => {
            let of = text(&item.self_ty);
            match &item.trait_ {
                Some((_, name, _)) => {
                    add(format!("{} for {of}", text(name)));
                    for inner in &item.items {
                        if let ImplItem::Type(inner) = inner {
                            add(format!("{} for {of}: {} = {}", text(name), inner.ident, text(&inner.ty)));
                        }
                    }
                }
                None => item.items.iter().filter_map(inherent).for_each(|line| add(format!("{of}::{line}"))),
            }
        }
        Item::Static(item) if is_public(&item.vis) => add(format!("static {}: {}", item.ident, text(&item.ty))),
        Item::Use(item) if is_public(&item.vis) => used(&item.tree, &mut |name| add(format!("use {name}"))),
        Item::Mod(item) if is_public(&item.vis) => add(format!("mod {}", item.ident)),
        Item::Macro(item) => {
            // `rt::text_enum!(Name { … })`: which kind of thing it is, not what is in it.
            let name = item.mac.tokens.clone().into_iter().next().map(|token| token.to_string()).unwrap_or_default();
            add(format!("{}! {name}", text(&item.mac.path)));
        }
        _ => {}
    }
}

/// A public function or constant of a type. The names of arguments are nobody's business.
fn inherent(item: &ImplItem) -> Option<String> {
    match item {
        ImplItem::Fn(item) if is_public(&item.vis) => {
            let kinds = item.sig.inputs.iter().map(|input| match input {
                syn::FnArg::Receiver(receiver) => text(receiver),
                syn::FnArg::Typed(argument) => text(&argument.ty),
            });
            let kinds: Vec<String> = kinds.collect();
            Some(format!("{}({}) {}", item.sig.ident, kinds.join(", "), text(&item.sig.output)))
        }
        ImplItem::Const(item) if is_public(&item.vis) => Some(format!("{}: {}", item.ident, text(&item.ty))),
        _ => None,
    }
}

fn used(tree: &UseTree, add: &mut impl FnMut(String)) {
    match tree {
        UseTree::Path(path) => used(&path.tree, add),
        UseTree::Name(name) => add(name.ident.to_string()),
        UseTree::Rename(rename) => add(rename.rename.to_string()),
        UseTree::Glob(_) => add("*".to_owned()),
        UseTree::Group(group) => group.items.iter().for_each(|tree| used(tree, add)),
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn derives(attributes: &[syn::Attribute]) -> String {
    attributes.iter().filter(|attribute| attribute.path().is_ident("derive")).map(text).collect()
}

fn text(tokens: &impl ToTokens) -> String {
    tokens.to_token_stream().to_string()
}
