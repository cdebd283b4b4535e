//! One change: what it is, where it stands, and its fingerprint.

use tablature_codegen::source::At;

use crate::rules::Rule;

/// A difference between two states of the specs.
#[derive(Clone, Debug)]
pub struct Change {
    /// What kind of change it is.
    pub rule: &'static Rule,
    /// What it is about.
    pub address: Address,
    /// What the documents said; none when there was nothing.
    pub before: Option<String>,
    /// What they say; none when there is nothing.
    pub after: Option<String>,
    /// Where the old state says so, if it does. Counts the files of the old state.
    pub old: Option<At>,
    /// Where the new state says so, if it does. Counts the files of the new state.
    pub new: Option<At>,
    /// What speaks for it, when the change is only the likeliest reading of what differs.
    pub guess: Option<String>,
    /// Why it was let through, when it was.
    pub accepted: Option<String>,
}

/// What a change is about: `aliyun/ecs/DescribeImages request PageSize max`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address {
    /// Provider, service and action, as far as they are named: `aliyun/ecs/DescribeImages`.
    pub path: String,
    /// What of it, under its name in the specs: `request PageSize`; empty for the whole.
    pub thing: String,
    /// Which property of the thing: `max`; empty for the whole.
    pub attribute: String,
}

impl std::fmt::Display for Address {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.path)?;
        for part in [&self.thing, &self.attribute].into_iter().filter(|part| !part.is_empty()) {
            write!(formatter, " {part}")?;
        }
        Ok(())
    }
}

impl Change {
    /// A change of a thing as a whole, which says neither what was nor what is.
    pub(crate) fn new(rule: &'static Rule, path: &str, thing: impl Into<String>) -> Self {
        let address = Address { path: path.to_owned(), thing: thing.into(), attribute: String::new() };
        Self { rule, address, before: None, after: None, old: None, new: None, guess: None, accepted: None }
    }

    pub(crate) fn attribute(mut self, name: impl Into<String>) -> Self {
        self.address.attribute = name.into();
        self
    }

    pub(crate) fn before(mut self, value: impl Into<String>) -> Self {
        self.before = Some(value.into());
        self
    }

    pub(crate) fn after(mut self, value: impl Into<String>) -> Self {
        self.after = Some(value.into());
        self
    }

    pub(crate) fn values(mut self, before: Option<String>, after: Option<String>) -> Self {
        (self.before, self.after) = (before, after);
        self
    }

    pub(crate) fn at(mut self, old: impl Into<Option<At>>, new: impl Into<Option<At>>) -> Self {
        (self.old, self.new) = (old.into(), new.into());
        self
    }

    pub(crate) fn guess(mut self, evidence: Option<String>) -> Self {
        self.guess = evidence;
        self
    }

    /// Sixteen hexadecimal digits that are the same on every machine for as long as rule, address and both values are.
    pub fn fingerprint(&self) -> String {
        let address = self.address.to_string();
        let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "\u{1}".to_owned());
        let parts = [self.rule.id, &address, &value(&self.before), &value(&self.after)];
        format!("{:016x}", fnv1a(parts.join("\0").as_bytes()))
    }
}

/// FNV-1a of 64 bits: small, and fixed for good, which the standard library's hashers are not.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::limit::RANGE_NARROWED;

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn a_fingerprint_depends_on_what_changed_and_on_nothing_else() {
        let change = || {
            Change::new(&RANGE_NARROWED, "aliyun/ecs/DescribeImages", "request PageSize")
                .attribute("max")
                .before("100")
                .after("50")
        };
        assert_eq!(change().address.to_string(), "aliyun/ecs/DescribeImages request PageSize max");
        assert_eq!(change().fingerprint(), change().at(At::node(3, 7), At::file(1)).fingerprint());
        assert_ne!(change().fingerprint(), change().after("51").fingerprint());
        assert_ne!(change().fingerprint(), Change { before: None, ..change() }.fingerprint());
    }
}
