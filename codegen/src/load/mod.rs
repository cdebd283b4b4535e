//! YAML text -> spec. What cannot be read becomes a diagnostic; the rest is read all the same.

mod action;
mod advice;
mod fields;
mod form;
mod hidden;
mod layout;
mod node;
mod parts;
mod provider;
mod reader;
mod row;
mod syntax;
mod types;

use crate::diag::{Code, Diagnostic, Sink};
use crate::kept::{Kept, service_folder};
use crate::parallel;
use crate::source::{At, LARGEST, SourceFile, Spot};
use crate::spec::Specs;
use reader::Context;

/// Reads all files but those of services that are kept, on up to `threads` threads.
pub(crate) fn load(kept: &Kept, files: &[SourceFile], threads: usize, sink: &Sink) -> Specs {
    let is_kept =
        |file: &SourceFile| service_folder(&file.path).is_some_and(|folder| kept.services.contains_key(folder));
    let to_read: Vec<(u32, &SourceFile)> = (0..).zip(files).filter(|(_, file)| !is_kept(file)).collect();
    let loaded = parallel::map(&to_read, threads, |_, (index, file)| load_file(*index, file, sink));
    let outlines = kept.services.iter().map(|(folder, service)| (folder.clone(), service.outline.clone()));
    let mut specs = Specs { kept: outlines.collect(), ..Specs::default() };
    for (one, (_, file)) in loaded.into_iter().zip(to_read) {
        match one {
            Some(Loaded::Provider(provider)) => specs.providers.push(*provider),
            Some(Loaded::Action(action)) => specs.actions.push(*action),
            None => specs.unread.push(file.path.clone()),
        }
    }
    specs
}

enum Loaded {
    Provider(Box<crate::spec::ProviderSpec>),
    Action(Box<crate::spec::ActionSpec>),
}

/// Files that a YAML reader would complain of in words of its own.
fn no_content(text: &str) -> Option<(&'static str, &'static str)> {
    if text.starts_with('\u{feff}') {
        return Some(("the file begins with a byte order mark", "save it as UTF-8 without one"));
    }
    let is_empty = text.lines().map(str::trim).all(|line| line.is_empty() || line.starts_with('#'));
    is_empty
        .then_some(("the file is empty", "an action's file begins with `action: …`, a provider's with `provider: …`"))
}

fn load_file(index: u32, file: &SourceFile, sink: &Sink) -> Option<Loaded> {
    let context = Context { file: index, sink };
    let segments = file.path.split('/').count();
    let is_provider = file.path.ends_with("/provider.yaml") && segments == 2;
    if !is_provider && segments != 3 {
        let diagnostic =
            Diagnostic::new(Code::StrayFile, format!("`{}` is neither a provider's nor an action's file", file.path));
        let help = "specs stand at `<provider>/provider.yaml` and `<provider>/<service>/<Action>.yaml`";
        sink.push(diagnostic.at(At::file(index), "").help(help));
        return None;
    }
    if file.text.len() > LARGEST {
        let diagnostic =
            Diagnostic::new(Code::TooLarge, format!("the file has {} bytes; {LARGEST} is the most", file.text.len()));
        sink.push(diagnostic.at(At::file(index), "").help("a spec is one action; split the file"));
        return None;
    }
    if let Some((message, help)) = no_content(&file.text) {
        sink.push(Diagnostic::new(Code::Syntax, message).at(At::file(index), "").help(help));
        return None;
    }
    if let Some(diagnostic) = beyond_values(&file.text, index) {
        sink.push(diagnostic);
        return None;
    }
    let root = match node::parse(&file.text) {
        Ok(root) => root,
        Err(error) => {
            sink.push(syntax::diagnostic(&error, index, &file.text));
            return None;
        }
    };
    if !matches!(root.value, node::Value::Map(_)) {
        sink.push(context.misshapen(&root, &file.path, "a map of keys", form::SPEC));
        return None;
    }
    Some(if is_provider {
        Loaded::Provider(Box::new(provider::provider(&context, &file.path, &root)))
    } else {
        Loaded::Action(Box::new(action::action(&context, &file.path, &root)))
    })
}

/// What YAML can say beyond values, and specs do not.
fn beyond_values(text: &str, file: u32) -> Option<Diagnostic> {
    let at = |(line, column)| At { file, spot: Spot::Line(line, column) };
    if let Some(place) = node::anchor_line(text) {
        let help = "write the value out where it is needed, or put the text in quotes";
        return Some(
            Diagnostic::new(Code::Anchor, "the file uses a YAML anchor or alias").at(at(place), "").help(help),
        );
    }
    let place = node::core_tag_line(text)?;
    let help = "write the plain value; specs use no tags";
    Some(Diagnostic::new(Code::Tag, "the file uses a YAML tag").at(at(place), "a tag").help(help))
}
