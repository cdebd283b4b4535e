//! What must hold of a resolved model: a table of rules, one file for each or for a close family.

mod alias;
mod allowed;
mod constant;
mod coverage;
mod default;
mod encoding;
mod endpoint;
mod enumeration;
mod erratum;
mod error;
mod example;
mod failure;
mod in_item;
mod limit;
mod nesting;
mod numbered;
mod paging;
mod pattern;
mod proposal;
mod request_type;
mod rule;
mod scope;
mod table;
mod values;

use crate::diag::Sink;
use crate::model::Model;
use crate::parallel;
pub(crate) use paging::used as usual_paging;
use scope::Scope;

/// One thing that must hold. It is put to each provider's own file, and to each action.
struct Rule {
    /// Its name, after which its file is named.
    name: &'static str,
    /// What it looks at.
    looks_at: &'static str,
    /// Reports whatever breaks it.
    run: fn(&Scope<'_>),
}

/// All rules.
const RULES: &[Rule] = &[
    Rule { name: "limit", looks_at: "bounds of rows: their types, order and steps", run: limit::run },
    Rule { name: "pattern", looks_at: "patterns of rows and columns", run: pattern::run },
    Rule { name: "allowed", looks_at: "allowed values of rows", run: allowed::run },
    Rule { name: "default", looks_at: "defaults and secrets of rows", run: default::run },
    Rule {
        name: "constant",
        looks_at: "rows with one value only, and the one that names the action",
        run: constant::run,
    },
    Rule { name: "in_item", looks_at: "rows that are needed in each entry of a list", run: in_item::run },
    Rule { name: "numbered", looks_at: "numbers in the names of parameters", run: numbered::run },
    Rule { name: "request_type", looks_at: "types of parameters", run: request_type::run },
    Rule { name: "nesting", looks_at: "types inside of types", run: nesting::run },
    Rule { name: "encoding", looks_at: "ways in which lists of objects travel", run: encoding::run },
    Rule { name: "alias", looks_at: "other names of rows", run: alias::run },
    Rule { name: "paging", looks_at: "rows that turn pages", run: paging::run },
    Rule { name: "enumeration", looks_at: "values and labels of enums", run: enumeration::run },
    Rule { name: "rule", looks_at: "conditions between parameters", run: rule::run },
    Rule { name: "error", looks_at: "error codes", run: error::run },
    Rule { name: "failure", looks_at: "what codes mean", run: failure::run },
    Rule { name: "table", looks_at: "reference tables", run: table::run },
    Rule { name: "endpoint", looks_at: "addresses", run: endpoint::run },
    Rule { name: "example", looks_at: "documented calls, beside the tables", run: example::run },
    Rule { name: "erratum", looks_at: "errata, beside the tables and the examples", run: erratum::run },
];

/// Name of every rule, and what it looks at; for the papers.
pub fn rules() -> impl Iterator<Item = (&'static str, &'static str)> {
    RULES.iter().map(|rule| (rule.name, rule.looks_at))
}

/// Puts every rule to every provider and every action.
pub(crate) fn check(model: &Model, threads: usize, sink: &Sink) {
    let mut subjects = Vec::new();
    for provider in &model.providers {
        subjects.push((provider, None));
        subjects.extend(
            provider.services.iter().flat_map(|service| &service.actions).map(|action| (provider, Some(action))),
        );
    }
    parallel::map(&subjects, threads, |_, (provider, action)| {
        let scope = Scope::new(provider, *action, sink);
        for rule in RULES {
            (rule.run)(&scope);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::RULES;

    #[test]
    fn rules_have_names_of_their_own() {
        let mut names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), RULES.len());
        assert!(RULES.iter().all(|rule| !rule.looks_at.is_empty()));
    }
}
