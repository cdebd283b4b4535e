//! From API documentation specs to Rust bindings.
//!
//! A pure library: files come in as texts and go out as texts; it reads no disk, no clock and no environment.
//! Data moves one way, and each stage is a folder:
//!
//! ```text
//! text --load--> spec --resolve--> model --lower--> Rust IR --emit--> tokens --print--> text
//!                                    |
//!                                  check, facts
//! ```

pub mod check;
pub mod diag;
mod emit;
pub mod facts;
pub mod kept;
mod load;
mod lower;
pub mod model;
mod parallel;
mod print;
mod resolve;
mod rust;
pub mod source;
pub mod spec;
pub mod vocabulary;

use std::collections::BTreeMap;

use diag::{Code, Report, Sink};
use kept::{Kept, Outline};
use model::Model;
pub use print::MARKER;
use rust::{ActionModule, Crate};
use source::SourceFile;

/// How to run.
#[derive(Clone, Debug)]
pub struct Options {
    /// What the crate's manifest looks like.
    pub manifest: Manifest,
    /// Most threads to use. The output does not depend on it.
    pub threads: usize,
    /// Most actions of a provider that stand in one crate. The services of a larger one are crates of their own, which
    /// the crate shows under the same paths: the compiler reads one crate on one core.
    pub crate_size: usize,
}

impl Options {
    /// The usual size of a crate: some five seconds of work for `cargo check`.
    pub const CRATE_SIZE: usize = 200;
}

/// What the crate's manifest looks like.
#[derive(Clone, Debug)]
pub enum Manifest {
    /// A member of the workspace that has the runtime.
    Member,
    /// A crate of its own.
    Standalone {
        /// Path of the runtime's folder, as it is to stand in the manifest.
        runtime_path: String,
    },
}

/// What came out.
#[derive(Clone, Debug)]
pub struct Output {
    /// Texts by path, relative to the output folder.
    pub files: BTreeMap<String, String>,
    /// The file of each action, by the path of its spec.
    pub actions: BTreeMap<String, String>,
    /// What a later run has to know of a service to keep it, by the folder of its specs.
    pub outlines: BTreeMap<String, Outline>,
    /// Warnings; none of services that were kept.
    pub report: Report,
}

/// Specs -> the files of a crate, or everything that is wrong with the specs.
///
/// # Errors
///
/// The report, when a spec has an error.
///
/// # Panics
///
/// When an emitter wrote something that is no Rust, whatever the specs hold: a fault of this crate.
pub fn generate(files: &[SourceFile], options: &Options) -> Result<Output, Report> {
    generate_with(&Kept::default(), files, options)
}

/// [`generate`], with what is still true of an earlier run.
///
/// # Errors
///
/// The report, when a spec has an error.
///
/// # Panics
///
/// When an emitter wrote something that is no Rust, whatever the specs hold: a fault of this crate.
pub fn generate_with(kept: &Kept, files: &[SourceFile], options: &Options) -> Result<Output, Report> {
    let (model, report) = read_but(kept, files, options.threads);
    // Which name would be near to the unused one can be told only of all specs.
    if report.has(Code::PagingUnused) && !kept.services.is_empty() {
        let actions = Kept { actions: kept.actions.clone(), ..Kept::default() };
        return generate_with(&actions, files, options);
    }
    if report.has_errors() {
        return Err(report);
    }
    let krate = lower::lower(&model, options);
    let before = |action: &ActionModule| {
        let text = kept.actions.get(&action.spec)?;
        Some(Ok((action.path.clone(), text.clone())))
    };
    let mut texts: BTreeMap<String, String> = emit::emit(&krate, options.threads, before, print::print)
        .into_iter()
        .collect::<Result<_, _>>()
        .unwrap_or_else(|fault| panic!("emitted code is no Rust: {fault}"));
    let mut actions: BTreeMap<_, _> =
        krate.actions().map(|action| (action.spec.clone(), action.path.clone())).collect();
    let mut outlines = outlines(&model, &krate);
    for (folder, service) in &kept.services {
        texts.extend(service.files.clone());
        actions.extend(service.actions.clone());
        outlines.insert(folder.clone(), service.outline.clone());
    }
    Ok(Output { files: texts, actions, outlines, report })
}

/// The services that were read.
fn outlines(model: &Model, krate: &Crate) -> BTreeMap<String, Outline> {
    let mut outlines = BTreeMap::new();
    for provider in &model.providers {
        let modules = krate.providers.iter().find(|module| module.spec == provider.path);
        for module in modules.into_iter().flat_map(|module| &module.services) {
            if let Some(service) = provider.services.iter().find(|service| service.name.value == module.name) {
                let paging = check::usual_paging(&provider.paging, service);
                let folder = format!("{}/{}", provider.name.value, module.name);
                let (actions, listing) = (service.actions.len(), module.listing.clone());
                outlines.insert(folder, Outline { module: module.path.clone(), paging, actions, listing });
            }
        }
    }
    outlines
}

/// Reads and checks specs. The model is as complete as the mistakes allow.
pub fn read(files: &[SourceFile], threads: usize) -> (Model, Report) {
    read_but(&Kept::default(), files, threads)
}

fn read_but(kept: &Kept, files: &[SourceFile], threads: usize) -> (Model, Report) {
    let sink = Sink::default();
    let specs = load::load(kept, files, threads, &sink);
    let model = resolve::resolve(specs, threads, &sink);
    check::check(&model, threads, &sink);
    (model, sink.into_report(files))
}

/// Reads specs, and follows what they refer to, without judging them: what a diff needs of two states. The files may be
/// a part of a tree; those of a provider need its `provider.yaml`.
pub fn resolve(files: &[SourceFile], threads: usize) -> (Model, Report) {
    let sink = Sink::default();
    let model = resolve::resolve(load::load(&Kept::default(), files, threads, &sink), threads, &sink);
    (model, sink.into_report(files))
}

/// What things are called in the bindings, for those who have to know whether a program still compiles.
pub mod rust_names {
    pub use crate::lower::{exported_names, field_name, value_name};
}

/// All mistakes in the specs.
pub fn check(files: &[SourceFile]) -> Report {
    read(files, 1).1
}
