//! Constraints out of descriptions: values, defaults, bounds, units, formats and conditions, in Chinese and English.
//!
//! A description is evened out (`text`), cut into tokens in which the cue words are already found (`cues`, `tokens`),
//! and read by one reader for each kind of fact. Each reader hands over candidates; `resolve` weighs them: where two
//! disagree, or a condition stands around them, the outcome is a doubt and no fact, since a wrong constraint blocks a
//! valid call.

mod bounds;
mod callers;
mod companions;
mod conditions;
mod cues;
mod defaults;
mod deprecation;
mod enums;
mod facts;
mod formats;
mod indices;
mod intervals;
mod measure_doubts;
mod measures;
mod numbers;
mod reading;
mod resolve;
mod separators;
mod signs;
mod special;
mod steps;
mod text;
mod text_bounds;
mod texts;
mod tokens;
mod units;
mod unread;
mod unset;
mod yaml;

pub use self::facts::{Described, Doubt, Fact, Findings, Format, Found, Kind, Separator, Value};
use self::reading::Reading;
pub use self::yaml::{format_name, line};

/// Descriptions longer than this are not read: no table's cell is.
const LONGEST: usize = 12_000;

/// Reads a row's description.
///
/// ```
/// use tablature_transcribe::prose::{read, Described, Fact, Kind};
///
/// let text = "Page size. Default: 20, at most 100.";
/// let row = Described { name: "Limit", kind: Kind::Integer, list: false, required: None, request: true, text, siblings: &[] };
/// let facts: Vec<Fact> = read(&row).facts.into_iter().map(|found| found.fact).collect();
/// assert_eq!(facts, [Fact::Default("20".into()), Fact::Max { number: "100".into(), inclusive: true }]);
/// ```
pub fn read(row: &Described) -> Findings {
    if row.text.len() > LONGEST {
        let why = "the description is longer than 12,000 bytes, so that none of its constraints is in the spec";
        let line_to_add = "a type of its own below `enums`, or bounds".to_owned();
        return Findings { facts: Vec::new(), doubts: vec![Doubt { at: 0..0, line_to_add, why }] };
    }
    let reading = Reading::new(row);
    if reading.says_nothing() {
        return Findings::default();
    }
    let lists = enums::find(&reading);
    let mut candidates = enums::candidates(&reading, &lists);
    candidates.extend(defaults::candidates(&reading, &lists));
    candidates.extend(unset::candidates(&reading, &candidates));
    candidates.extend(measures::candidates(&reading, &lists));
    candidates.extend(signs::candidates(&reading, &candidates));
    candidates.extend(steps::candidates(&reading));
    candidates.extend(units::candidates(&reading, &lists, &candidates));
    candidates.extend(formats::candidates(&reading));
    candidates.extend(texts::candidates(&reading));
    candidates.extend(separators::candidates(&reading));
    candidates.extend(conditions::candidates(&reading));
    candidates.extend(companions::candidates(&reading, &lists));
    candidates.extend(callers::candidates(&reading));
    candidates.extend(deprecation::candidates(&reading, &lists));
    let unread = unread::doubts(&reading, &candidates);
    let mut findings = resolve::resolve(&reading, candidates);
    findings.doubts.extend(unread);
    findings
}

/// Whether a text about an action advises against it.
///
/// # Examples
///
/// ```
/// use tablature_transcribe::prose::advises_against;
///
/// assert!(advises_against("This action is deprecated."));
/// assert!(!advises_against("Lists deprecated boats."));
/// ```
pub fn advises_against(text: &str) -> bool {
    let kind = Kind::Unknown;
    let row = Described { name: "", kind, list: false, required: None, request: false, text, siblings: &[] };
    text.len() <= LONGEST && deprecation::of_action(&Reading::new(&row))
}
