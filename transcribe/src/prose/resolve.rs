//! Weighs what the readers found: of several answers to one question none is certain.

use std::collections::BTreeMap;

use super::facts::{Doubt, Fact, Findings, Found, Separator};
use super::reading::{Candidate, ONLY_SOMETIMES, Reading};
use super::{special, yaml};

/// The findings of a description.
pub(super) fn resolve(reading: &Reading, mut candidates: Vec<Candidate>) -> Findings {
    if candidates.is_empty() {
        return Findings::default();
    }
    drop_bounds(&mut candidates);
    open_in_any_case(reading, &mut candidates);
    merge_lists(&mut candidates);
    doubt_several(&mut candidates);
    doubt_wide_steps(&mut candidates);
    doubt_lone_numbers(&mut candidates);
    special::allow(reading, &mut candidates);
    doubt_contradictions(&mut candidates);
    candidates.sort_by_key(|candidate| candidate.tokens.start);
    let mut findings = Findings::default();
    for candidate in candidates {
        let at = reading.text.origin(reading.bytes(candidate.tokens));
        let Some(why) = candidate.doubt else {
            if !findings.facts.iter().any(|found| found.fact == candidate.fact) {
                findings.facts.push(Found { fact: candidate.fact, at });
            }
            continue;
        };
        let line_to_add = yaml::line(&candidate.fact);
        if !findings.doubts.iter().any(|doubt| doubt.line_to_add == line_to_add) {
            findings.doubts.push(Doubt { at, line_to_add, why });
        }
    }
    findings
}

/// The question that a fact answers. Facts with the same question must agree.
fn question(fact: &Fact) -> Option<&'static str> {
    Some(match fact {
        Fact::Allowed { .. } => "allowed",
        Fact::Default(_) => "default",
        Fact::Min { .. } => "min",
        Fact::Max { .. } => "max",
        Fact::MinLength(_) => "min_length",
        Fact::MaxLength(_) => "max_length",
        Fact::MinItems(_) => "min_items",
        Fact::MaxItems(_) => "max_items",
        Fact::MultipleOf(_) => "multiple_of",
        Fact::ItemMin(_) => "item_min",
        Fact::ItemMax(_) => "item_max",
        _ => return None,
    })
}

/// `1 to 100, 1 and 100 included`: the ends of a range are no list of values.
fn drop_bounds(candidates: &mut Vec<Candidate>) {
    let ends: Vec<String> = candidates
        .iter()
        .filter_map(|candidate| match &candidate.fact {
            Fact::Min { number, .. } | Fact::Max { number, .. } => Some(number.clone()),
            _ => None,
        })
        .collect();
    candidates.retain(|candidate| match &candidate.fact {
        Fact::Allowed { values, .. } => ends.len() < 2 || !values.iter().all(|value| ends.contains(&value.wire)),
        _ => true,
    });
}

/// Values that may be written with other capital letters are not all that is accepted.
fn open_in_any_case(reading: &Reading, candidates: &mut [Candidate]) {
    const SAYS: &[&str] =
        &["case-insensitive", "case insensitive", "not case-sensitive", "不区分大小写", "大小写不敏感"];
    let text = reading.text.even.to_ascii_lowercase();
    if !SAYS.iter().any(|words| text.contains(words)) {
        return;
    }
    for candidate in candidates {
        if let Fact::Allowed { open, .. } = &mut candidate.fact {
            *open = true;
        }
    }
}

/// A list that is given twice counts once, in the order of the first and with the meanings of both.
fn merge_lists(candidates: &mut Vec<Candidate>) {
    let lists: Vec<usize> =
        (0..candidates.len()).filter(|at| matches!(candidates[*at].fact, Fact::Allowed { .. })).collect();
    let [first, second] = lists[..] else { return };
    let other = match &candidates[second].fact {
        Fact::Allowed { values, .. } => values.clone(),
        _ => return,
    };
    let Fact::Allowed { values, .. } = &mut candidates[first].fact else { return };
    let again = |wire: &str| other.iter().find(|known| known.wire == wire);
    if values.len() == other.len() && values.iter().all(|value| again(&value.wire).is_some()) {
        for value in values {
            value.label = value.label.take().or_else(|| again(&value.wire).and_then(|known| known.label.clone()));
        }
        candidates.remove(second);
    }
}

fn doubt_several(candidates: &mut [Candidate]) {
    let mut answers: BTreeMap<&'static str, Vec<Fact>> = BTreeMap::new();
    for candidate in candidates.iter() {
        if let Some(question) = question(&candidate.fact) {
            let known = answers.entry(question).or_default();
            if !known.contains(&candidate.fact) {
                known.push(candidate.fact.clone());
            }
        }
    }
    for candidate in candidates.iter_mut() {
        let several =
            question(&candidate.fact).and_then(|question| answers.get(question)).is_some_and(|known| known.len() > 1);
        if several {
            candidate.doubt = candidate.doubt.or(Some("the text gives several, each for a case of its own"));
        }
    }
}

/// A step that is wider than the upper bound: the one is about another case than the other.
fn doubt_wide_steps(candidates: &mut [Candidate]) {
    let number = |text: &str| text.parse::<f64>().ok();
    let steps = candidates.iter().filter_map(|candidate| match &candidate.fact {
        Fact::MultipleOf(step) => number(step),
        _ => None,
    });
    let Some(widest) = steps.reduce(f64::max) else { return };
    let certain = candidates.iter().filter(|candidate| candidate.doubt.is_none());
    let narrow = certain.into_iter().find_map(|candidate| match &candidate.fact {
        Fact::Max { number: bound, .. } if number(bound).is_some_and(|bound| bound < widest) => {
            Some(candidate.tokens.clone())
        }
        _ => None,
    });
    let Some(narrow) = narrow else { return };
    for candidate in candidates {
        if candidate.tokens == narrow || matches!(candidate.fact, Fact::MultipleOf(_)) {
            candidate.doubt = candidate.doubt.or(Some(ONLY_SOMETIMES));
        }
    }
}

/// One number beside a range: `1 to 10; those paid monthly can be 0`.
fn doubt_lone_numbers(candidates: &mut [Candidate]) {
    let bound = |candidate: &Candidate| matches!(candidate.fact, Fact::Min { .. } | Fact::Max { .. });
    if !candidates.iter().any(bound) {
        return;
    }
    for candidate in candidates {
        if matches!(&candidate.fact, Fact::Allowed { values, .. } if values.len() == 1) {
            candidate.doubt = candidate.doubt.or(Some("a range is given, too"));
        }
    }
}

/// A default that the other constraints refuse.
fn doubt_contradictions(candidates: &mut [Candidate]) {
    let Some(default) = candidates.iter().find_map(|candidate| match (&candidate.fact, candidate.doubt) {
        (Fact::Default(default), None) => Some(default.clone()),
        _ => None,
    }) else {
        return;
    };
    let separated = candidates.iter().any(|candidate| matches!(candidate.fact, Fact::Separated(Separator::Comma)));
    let number = default.parse::<f64>().ok();
    let beyond = |bound: &str, outside: fn(f64, f64) -> bool| {
        number.zip(bound.parse().ok()).is_some_and(|(number, bound)| outside(number, bound))
    };
    for candidate in candidates.iter_mut() {
        let against = match &candidate.fact {
            Fact::Allowed { values, open } => !open && !separated && !values.iter().any(|value| value.wire == default),
            Fact::Min { number, .. } => beyond(number, |default, bound| default < bound),
            Fact::Max { number, .. } => beyond(number, |default, bound| default > bound),
            _ => false,
        };
        if against {
            candidate.doubt = candidate.doubt.or(Some("the default contradicts it"));
        }
    }
}
