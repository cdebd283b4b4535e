//! The rules: every kind of change, and whom it breaks. One file an area; `diff/RULES.md` is printed from them.

pub(crate) mod action;
pub(crate) mod answer;
pub(crate) mod condition;
pub(crate) mod default;
pub(crate) mod enumeration;
pub(crate) mod fact;
pub(crate) mod limit;
pub(crate) mod parameter;
pub(crate) mod provider;
pub(crate) mod shape;
pub(crate) mod table;

use std::fmt::Write as _;

/// A kind of change.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name, for good: scripts and accepted changes may rely on it.
    pub id: &'static str,
    /// Which way the message goes that it is about.
    pub direction: Direction,
    /// What part of the documents it is about.
    pub area: &'static str,
    /// What it does to a running program.
    pub wire: Wire,
    /// What it does to the source of a program.
    pub api: Api,
    /// Where the changelog says it.
    pub section: Section,
    /// What changed and what follows, in a sentence or two.
    pub explanation: &'static str,
}

/// Which way the message goes that a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// To the provider.
    Request,
    /// From the provider.
    Response,
    /// The call as a whole.
    Call,
}

impl Direction {
    /// `request`, `response`, `call`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Response => "response",
            Self::Call => "call",
        }
    }
}

/// What a change does to a program that runs and is not built again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wire {
    /// It does not notice.
    Unnoticed,
    /// The same call has another effect, or the same answer another meaning.
    Otherwise,
    /// Calls that were right are refused, or answers cannot be used as before.
    Fails,
}

impl Wire {
    /// `unnoticed`, `otherwise`, `fails`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unnoticed => "unnoticed",
            Self::Otherwise => "otherwise",
            Self::Fails => "fails",
        }
    }
}

/// What a change does to the Rust API, by Cargo's semver rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Api {
    /// Nothing but documentation and data.
    Same,
    /// It offers more; what compiled still compiles.
    Adds,
    /// Something that compiled does not.
    Breaks,
}

impl Api {
    /// `same`, `adds`, `breaks`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Adds => "adds",
            Self::Breaks => "breaks",
        }
    }
}

/// A section of a changelog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// New features.
    Added,
    /// Changes of what was there.
    Changed,
    /// What will be gone one day.
    Deprecated,
    /// What is gone.
    Removed,
}

impl Section {
    /// Its heading.
    pub fn name(self) -> &'static str {
        match self {
            Self::Added => "Added",
            Self::Changed => "Changed",
            Self::Deprecated => "Deprecated",
            Self::Removed => "Removed",
        }
    }
}

/// `Direction "area": NAME "id" Wire Api Section "explanation";`
macro_rules! rules {
    ($area:literal: $($name:ident $id:literal $direction:ident $wire:ident $api:ident $section:ident $explanation:literal;)*) => {
        $(
            pub(crate) static $name: $crate::rules::Rule = $crate::rules::Rule {
                id: $id,
                direction: $crate::rules::Direction::$direction,
                area: $area,
                wire: $crate::rules::Wire::$wire,
                api: $crate::rules::Api::$api,
                section: $crate::rules::Section::$section,
                explanation: $explanation,
            };
        )*
        pub(super) static ALL: &[&$crate::rules::Rule] = &[$(&$name),*];
    };
}
pub(crate) use rules;

/// All rules, area by area.
pub fn all() -> Vec<&'static Rule> {
    let areas = [
        provider::ALL,
        action::ALL,
        parameter::ALL,
        shape::ALL,
        limit::ALL,
        default::ALL,
        condition::ALL,
        enumeration::ALL,
        answer::ALL,
        table::ALL,
        fact::ALL,
    ];
    areas.concat()
}

/// The rule of a name.
pub fn find(id: &str) -> Option<&'static Rule> {
    all().into_iter().find(|rule| rule.id == id)
}

/// The table that `diff/RULES.md` holds.
pub fn document() -> String {
    let mut text = String::from(
        "# Rules\n\nPrinted by `cargo xtask rules`; written by `UPDATE_EXPECT=1 cargo test -p tablature-diff`, from the \
         tables in `src/rules`.\n\n**Wire** is what happens to a program that runs and is not built again: it `fails`, it \
         behaves `otherwise`, or the change goes `unnoticed`. **API** is what happens to a program that is built against \
         the next bindings, by Cargo's semver rules: the change `breaks` it, `adds` something, or leaves the API the \
         `same`.\n",
    );
    let mut area = "";
    for rule in all() {
        if rule.area != area {
            area = rule.area;
            let _ = write!(text, "\n## {area}\n\n| rule | direction | wire | API | |\n|---|---|---|---|---|\n");
        }
        let Rule { id, direction, wire, api, explanation, .. } = rule;
        let (direction, wire, api) = (direction.name(), wire.name(), api.name());
        let _ = writeln!(text, "| `{id}` | {direction} | {wire} | {api} | {explanation} |");
    }
    text
}

/// The table for the eye.
pub fn table() -> String {
    let mut text = String::new();
    let mut area = "";
    let width = all().iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    for rule in all() {
        if rule.area != area {
            area = rule.area;
            let _ = writeln!(text, "\n{area}");
        }
        let Rule { id, direction, wire, api, explanation, .. } = rule;
        let (direction, wire, api) = (direction.name(), wire.name(), api.name());
        let _ = writeln!(text, "  {id:width$}  {direction:8}  wire {wire:9}  api {api:6}  {explanation}");
    }
    let _ = writeln!(text, "\n{} rules", all().len());
    text
}
