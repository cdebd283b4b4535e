//! What failures mean, and what may be tried again after them.

/// What a failure means to the caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FailureClass {
    /// Too many calls.
    Throttled,
    /// A fault that passes by itself.
    Transient,
    /// The keys are refused, or may not do this.
    Auth,
    /// What the call names does not exist.
    NotFound,
    /// The time of the call is not the provider's time.
    ClockSkew,
}

impl FailureClass {
    /// All of them, by the name that the spec language uses.
    pub const NAMES: [(&'static str, Self); 5] = [
        ("throttled", Self::Throttled),
        ("transient", Self::Transient),
        ("auth", Self::Auth),
        ("not_found", Self::NotFound),
        ("clock_skew", Self::ClockSkew),
    ];

    /// Its name in the spec language.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, class)| *class == self).map_or("", |(name, _)| name)
    }
}

/// Verbs that actions begin with which change nothing.
const READING_VERBS: [&str; 7] = ["Describe", "Get", "List", "Query", "Search", "Inquiry", "Count"];

/// Whether an action of this name only reads, as far as its verb promises.
pub fn only_reads(action: &str) -> bool {
    let begins_word = |rest: &str| rest.chars().next().is_none_or(|next| !next.is_lowercase());
    READING_VERBS.iter().any(|verb| action.strip_prefix(verb).is_some_and(begins_word))
}

#[cfg(test)]
mod tests {
    use super::only_reads;

    #[test]
    fn the_first_word_tells_what_only_reads() {
        for name in ["DescribeImages", "GetMonitor", "List", "InquiryPrice", "Query_2"] {
            assert!(only_reads(name), "{name}");
        }
        for name in ["CreateImage", "Listen", "Getaway", "describeImages", "ModifyList", ""] {
            assert!(!only_reads(name), "{name}");
        }
    }
}
