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

use diag::{Report, Sink};
use model::Model;
pub use print::MARKER;
use rust::ActionModule;
use source::SourceFile;

/// How to run.
#[derive(Clone, Debug)]
pub struct Options {
    /// What the crate's manifest looks like.
    pub manifest: Manifest,
    /// Most threads to use. The output does not depend on it.
    pub threads: usize,
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
    /// Warnings.
    pub report: Report,
}

/// Texts of the files of actions, by the path of their spec.
pub type Kept = BTreeMap<String, String>;

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
    generate_with(&Kept::new(), files, options)
}

/// [`generate`], with the files of some actions as they came out before.
///
/// What is kept must have been made by this very generator from the same spec, beside the same providers and under the
/// same set of paths: then its file could only come out the same. All specs are read and checked as ever.
///
/// # Errors
///
/// The report, when a spec has an error.
///
/// # Panics
///
/// When an emitter wrote something that is no Rust, whatever the specs hold: a fault of this crate.
pub fn generate_with(kept: &Kept, files: &[SourceFile], options: &Options) -> Result<Output, Report> {
    let (model, report) = read(files, options.threads);
    if report.has_errors() {
        return Err(report);
    }
    let standalone = match &options.manifest {
        Manifest::Member => None,
        Manifest::Standalone { runtime_path } => Some(runtime_path.as_str()),
    };
    let krate = lower::lower(&model, standalone, options.threads);
    let kept = |action: &ActionModule| kept.get(&action.spec).map(|text| Ok((action.path.clone(), text.clone())));
    let printed = emit::emit(&krate, options.threads, kept, print::print);
    let files = printed
        .into_iter()
        .collect::<Result<_, _>>()
        .unwrap_or_else(|fault| panic!("emitted code is no Rust: {fault}"));
    let actions = krate.actions().map(|action| (action.spec.clone(), action.path.clone())).collect();
    Ok(Output { files, actions, report })
}

/// Reads and checks specs. The model is as complete as the mistakes allow.
pub fn read(files: &[SourceFile], threads: usize) -> (Model, Report) {
    let sink = Sink::default();
    let specs = load::load(files, threads, &sink);
    let model = resolve::resolve(specs, threads, &sink);
    check::check(&model, threads, &sink);
    (model, sink.into_report())
}

/// Reads specs, and follows what they refer to, without judging them: what a diff needs of two states. The files may be
/// a part of a tree; those of a provider need its `provider.yaml`.
pub fn resolve(files: &[SourceFile], threads: usize) -> (Model, Report) {
    let sink = Sink::default();
    let model = resolve::resolve(load::load(files, threads, &sink), threads, &sink);
    (model, sink.into_report())
}

/// What things are called in the bindings, for those who have to know whether a program still compiles.
pub mod rust_names {
    pub use crate::lower::{exported_names, field_name, value_name};
}

/// All mistakes in the specs.
pub fn check(files: &[SourceFile]) -> Report {
    read(files, 1).1
}
