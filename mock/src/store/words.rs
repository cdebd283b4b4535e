//! What names of actions and fields give away. APIs of this kind are made of the same words; here they are, as data.

/// How names of actions begin that list things.
pub(super) const LISTING: [&str; 4] = ["Describe", "List", "Get", "Query"];
/// How names of actions begin that create a thing.
pub(super) const CREATING: [&str; 1] = ["Create"];
/// How names of actions begin that remove things.
pub(super) const DELETING: [&str; 2] = ["Delete", "Remove"];
/// What parameters are called that search for a text; in the form of [`plain`].
pub(super) const SEARCHING: [&str; 4] = ["keyword", "searchword", "search", "searchkey"];

/// How states are called of things that are being made, the most fitting first; in the form of [`plain`].
pub(super) const BEING_MADE: [&str; 4] = ["making", "creating", "pending", "preparing"];
/// How states are called of things that can be used, the most fitting first; in the form of [`plain`].
pub(super) const READY: [&str; 5] = ["available", "ready", "active", "normal", "used"];

/// A name without what names of one thing differ in: capitals and separators. `image_id` and `ImageID` are `imageid`.
pub(super) fn plain(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// One of several: `images` is `image`.
pub(super) fn singular(plain: &str) -> String {
    match plain.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => plain.strip_suffix('s').filter(|stem| !stem.ends_with('s')).unwrap_or(plain).to_owned(),
    }
}

/// What an action is about, if its name begins with one of the words: `DescribeImages` lists an `image`.
pub(super) fn thing(action: &str, verbs: &[&str]) -> Option<String> {
    let rest = verbs.iter().find_map(|verb| action.strip_prefix(verb))?;
    Some(singular(&plain(rest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_apart() {
        assert_eq!(thing("DescribeImages", &LISTING).as_deref(), Some("image"));
        assert_eq!(thing("ListPolicies", &LISTING).as_deref(), Some("policy"));
        assert_eq!(thing("DeleteAddress", &DELETING).as_deref(), Some("address"));
        assert_eq!(thing("CreateImage", &LISTING), None);
        assert_eq!([plain("image_id"), plain("ImageID"), plain("ImageIDs")], ["imageid", "imageid", "imageids"]);
    }
}
