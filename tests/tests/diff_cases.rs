//! Every rule of the diff, with a change that it is about and one that it is not: what is found, and whether the verdict
//! on the API is what the generated code says.

use std::collections::BTreeSet;

use libtest_mimic::{Arguments, Failed, Trial};
use tablature_diff::rules::{Api, all, find};
use tablature_tests::diff_case::{self, Case, Pair};
use tablature_tests::surface::surface;
use tablature_tests::tree;

fn main() {
    let cases = diff_case::all();
    let mut trials = vec![Trial::test("every_rule_has_a_case_and_every_case_a_rule", {
        let names: BTreeSet<String> = cases.iter().map(|case| case.rule.clone()).collect();
        move || {
            let rules: BTreeSet<String> = all().iter().map(|rule| rule.id.to_owned()).collect();
            if names == rules { Ok(()) } else { Err(format!("{:?}", names.symmetric_difference(&rules)).into()) }
        }
    })];
    for case in cases {
        let Case { rule, positive, negative, .. } = case;
        let other = rule.clone();
        trials.push(Trial::test(format!("{rule}::positive"), move || check(&positive, &rule, true)));
        trials.push(Trial::test(format!("{other}::negative"), move || check(&negative, &other, false)));
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

fn check(pair: &Pair, rule: &str, is_about_it: bool) -> Result<(), Failed> {
    let found = found(pair)?;
    let lines: Vec<String> = found.iter().map(|(line, _)| line.clone()).collect();
    let mut expected = pair.expected.clone();
    expected.sort();
    if lines != expected {
        return Err(format!("found:\n{}\nexpected:\n{}", lines.join("\n"), expected.join("\n")).into());
    }
    if lines.iter().any(|line| line.starts_with(&format!("{rule}: "))) != is_about_it {
        return Err(format!("the case is about another rule than {rule}").into());
    }
    let verdict = found.iter().map(|(_, api)| *api).max().unwrap_or(Api::Same);
    let (old, new) = (surface(&tree::generate(&pair.old)), surface(&tree::generate(&pair.new)));
    let lost: Vec<&String> = old.difference(&new).collect();
    let won: Vec<&String> = new.difference(&old).collect();
    let truth = match (lost.is_empty(), won.is_empty()) {
        (false, _) => Api::Breaks,
        (true, false) => Api::Adds,
        (true, true) => Api::Same,
    };
    if verdict != truth {
        let message = format!("the verdict is {verdict:?}, the bindings say {truth:?}\nlost: {lost:#?}\nwon: {won:#?}");
        return Err(message.into());
    }
    Ok(())
}

/// The changes, as `rule: address`, sorted, with the verdict on the API of each.
fn found(pair: &Pair) -> Result<Vec<(String, Api)>, Failed> {
    let diff = tablature_diff::diff(&pair.old, &pair.new, 1).map_err(|error| Failed::from(error.to_string()))?;
    let mut lines: Vec<(String, Api)> = diff
        .changes
        .iter()
        .map(|change| (format!("{}: {}", change.rule.id, change.address), change.rule.api))
        .collect();
    lines.sort();
    for (line, _) in &lines {
        let id = line.split(':').next().unwrap_or_default();
        find(id).ok_or_else(|| format!("{id} is no rule"))?;
    }
    Ok(lines)
}
