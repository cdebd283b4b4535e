//! Parameters by the parts of their names.

use std::collections::BTreeMap;

use crate::recognise::Pairs;

/// No documented name has more parts. Longer ones are nobody's, and must not make deep trees.
const MOST_PARTS: usize = 16;

/// What was sent under a name, and under the names that go on from it.
#[derive(Debug, Default)]
pub(crate) struct Node {
    pub(crate) values: Vec<String>,
    pub(crate) inner: BTreeMap<String, Node>,
}

impl Node {
    pub(crate) fn of(pairs: &Pairs) -> Self {
        let mut root = Self::default();
        for (name, value) in pairs {
            if name.split('.').count() <= MOST_PARTS {
                let place =
                    name.split('.').fold(&mut root, |node, part| node.inner.entry(part.to_owned()).or_default());
                place.values.push(value.clone());
            }
        }
        root
    }

    /// What stands under numbers, in their order. One that is too large to count with comes last.
    pub(crate) fn numbered(&self) -> Vec<(u64, &Self)> {
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let parts = self.inner.iter().filter(|(part, _)| is_number(part));
        let mut found: Vec<(u64, &Self)> = parts.map(|(part, node)| (part.parse().unwrap_or(u64::MAX), node)).collect();
        found.sort_by_key(|(number, _)| *number);
        found
    }
}
