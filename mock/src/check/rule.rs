//! Conditions between parameters.

use tablature_codegen::model::{Action, Condition, Field, Kind, Rule, RuleKind, rule_owner, segments};

use super::Violated;
use crate::read::{Content, Given, Tree};

/// Puts a rule to the request, or to each entry of the list that it is about.
pub(super) fn check(action: &Action, rule: &Rule, tree: &Tree, found: &mut Vec<Violated>) {
    let way = rule_owner(action, rule);
    for (prefix, tree) in owners(&way, tree) {
        let subject = Subject { action, rule, depth: way.len(), tree, prefix };
        found.extend(subject.broken().map(|(row, text)| subject.violated(row, text)));
    }
}

/// The structs at the end of a way through lists, with what their names begin with.
fn owners<'t>(way: &[&Field], tree: &'t Tree) -> Vec<(String, &'t Tree)> {
    way.iter().fold(vec![(String::new(), tree)], |owners, field| {
        let given = owners.iter().filter_map(|(_, tree)| tree.get(&field.name));
        let entries = given.flat_map(|given| &given.entries);
        let inner = entries.filter_map(|entry| match &entry.content {
            Content::Fields(tree) => Some((format!("{}.", entry.name), tree)),
            Content::Text(_) => None,
        });
        inner.collect()
    })
}

/// One struct that a rule is put to.
struct Subject<'a> {
    action: &'a Action,
    rule: &'a Rule,
    /// How many parts of the rows' names lead to the struct.
    depth: usize,
    tree: &'a Tree,
    prefix: String,
}

impl Subject<'_> {
    /// The rows that break the rule, and what they break.
    fn broken(&self) -> impl Iterator<Item = (usize, String)> + use<> {
        let name = |row: usize| &self.action.request[row].name.value;
        let given = |row: &usize| self.is_given(*row);
        let broken: Vec<(usize, String)> = match &self.rule.kind {
            RuleKind::Requires(first, others) if given(first) => {
                let missing = others.iter().filter(|row| !given(row));
                missing.map(|row| (*row, format!("must be given together with {}", name(*first)))).collect()
            }
            RuleKind::Forbids(first, others) if given(first) => {
                let present = others.iter().filter(|row| given(row));
                present.map(|row| (*row, format!("must not be given together with {}", name(*first)))).collect()
            }
            RuleKind::AtMostOne(rows) => self.count(rows, 0, 1),
            RuleKind::ExactlyOne(rows) => self.count(rows, 1, 1),
            RuleKind::AtLeastOne(rows) => self.count(rows, 1, usize::MAX),
            RuleKind::OnlyWhen(row, conditions) if given(row) && !self.hold(conditions) => {
                vec![(*row, "may be given only under a condition that is not met".to_owned())]
            }
            RuleKind::NeededWhen(row, conditions) if !given(row) && self.hold(conditions) => {
                vec![(*row, "must be given under a condition that is met".to_owned())]
            }
            _ => Vec::new(),
        };
        broken.into_iter()
    }

    /// A number of rows that is out of bounds is put down to the first that is given or, when none is, to the first.
    fn count(&self, rows: &[usize], least: usize, most: usize) -> Vec<(usize, String)> {
        let names = || rows.iter().map(|row| self.action.request[*row].name.as_str()).collect::<Vec<_>>().join(", ");
        let mut given = rows.iter().filter(|row| self.is_given(**row));
        let count = given.clone().count();
        let blamed = given.next().or(rows.first()).copied();
        let rule = if count < least { "one must be given of" } else { "must be the only one given of" };
        let is_broken = count < least || count > most;
        blamed.filter(|_| is_broken).map(|row| (row, format!("{rule} {}", names()))).into_iter().collect()
    }

    fn hold(&self, conditions: &[Condition]) -> bool {
        conditions.iter().all(|condition| {
            let row = &self.action.request[condition.row];
            let sent = self.find(condition.row).and_then(text).filter(|_| !row.list);
            let plain = |text: &str| match row.kind {
                Kind::Integer => text.parse().map_or_else(|_| text.to_owned(), |number: i64| number.to_string()),
                Kind::Boolean => text.to_ascii_lowercase(),
                _ => text.to_owned(),
            };
            let assumed = || row.default.as_ref().map(|default| default.value.wire());
            let value = sent.map(plain).or_else(assumed);
            value.is_some_and(|value| condition.values.iter().any(|one| one.value.wire() == value))
        })
    }

    fn is_given(&self, row: usize) -> bool {
        self.find(row).is_some()
    }

    /// What a row was set to, in this struct or in a struct inside of it.
    fn find(&self, row: usize) -> Option<&Given> {
        let parts = segments(&self.action.request[row].name)?;
        let (last, way) = parts.get(self.depth..)?.split_last()?;
        let owner = way.iter().try_fold(self.tree, |tree, part| {
            tree.get(&part.name)?.entries.iter().find_map(|entry| match &entry.content {
                Content::Fields(tree) => Some(tree),
                Content::Text(_) => None,
            })
        })?;
        owner.get(&last.name)
    }

    fn violated(&self, row: usize, rule: String) -> Violated {
        let row_name = &self.action.request[row].name.value;
        let parts = segments(row_name).unwrap_or_default();
        let inner: Vec<&str> = parts.iter().skip(self.depth).map(|part| part.name.as_str()).collect();
        let name = format!("{}{}", self.prefix, inner.join("."));
        Violated {
            row: row_name.clone(),
            name,
            value: None,
            rule,
            basis: self.rule.basis,
            missing: !self.is_given(row),
        }
    }
}

fn text(given: &Given) -> Option<&str> {
    given.entries.last().and_then(|entry| match &entry.content {
        Content::Text(text) => Some(text.as_str()),
        Content::Fields(_) => None,
    })
}
