//! Which actions the user means.

use std::collections::BTreeSet;

use tablature_codegen::diag::nearest;
use tablature_codegen::source::SourceFile;

use crate::failure::Failure;

/// Provider, service, action.
type Name<'a> = [&'a str; 3];

/// A choice of actions.
pub(crate) enum Selection {
    /// Nothing was named.
    All,
    /// One path of one to three names.
    Path(Vec<String>),
}

impl Selection {
    /// Understands `qingcloud/iaas/DescribeImages` and each part of it: a provider, a service, an action, and two of
    /// them that follow each other. What fits several (`DescribeImages`) means all of these.
    pub(crate) fn new(text: Option<&str>, files: &[SourceFile]) -> Result<Self, Failure> {
        let Some(text) = text else { return Ok(Self::All) };
        let parts: Vec<String> = text.trim_matches('/').split('/').map(str::to_owned).collect();
        let selection = Self::Path(parts);
        let actions: Vec<Name<'_>> = files.iter().filter_map(|file| name(&file.path)).collect();
        if actions.iter().any(|[provider, service, action]| selection.holds(provider, service, action)) {
            return Ok(selection);
        }
        Err(Failure::faulty(unknown(text, &actions)))
    }

    /// Whether a fact of this action was asked for. What belongs to a whole service or provider has empty names
    /// instead, and is shown where all of it is.
    pub(crate) fn holds(&self, provider: &str, service: &str, action: &str) -> bool {
        let Self::Path(parts) = self else { return true };
        let name = [provider, service, action];
        let fits = |window: &[&str]| window.iter().copied().eq(parts.iter().map(String::as_str));
        name.windows(parts.len()).any(fits)
    }
}

/// The file's place says what is in it; `check` holds that the contents agree.
fn name(path: &str) -> Option<Name<'_>> {
    let parts: Vec<&str> = path.strip_suffix(".yaml")?.split('/').collect();
    parts.try_into().ok()
}

fn unknown(text: &str, actions: &[Name<'_>]) -> String {
    let ranges = [0..1, 0..2, 0..3, 1..2, 1..3, 2..3];
    let names: BTreeSet<String> =
        actions.iter().flat_map(|name| ranges.iter().map(|range| name[range.clone()].join("/"))).collect();
    let mut left: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut near = Vec::new();
    while let Some(found) = nearest(text, left.iter().copied()).filter(|_| near.len() < 3) {
        near.push(format!("`{found}`"));
        left.retain(|name| *name != found);
    }
    if near.is_empty() {
        let providers: BTreeSet<&str> = actions.iter().map(|[provider, ..]| *provider).collect();
        let providers: Vec<&str> = providers.into_iter().collect();
        return format!("nothing is called `{text}`; the providers are {}", providers.join(", "));
    }
    format!("nothing is called `{text}`; did you mean {}?", near.join(" or "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Vec<SourceFile> {
        ["a/provider.yaml", "a/vm/ListImages.yaml", "a/vm/ListDisks.yaml", "b/vm/ListImages.yaml"]
            .map(|path| SourceFile { path: path.into(), text: String::new() })
            .into()
    }

    fn chosen(text: &str) -> Vec<String> {
        let files = files();
        let selection = Selection::new(Some(text), &files).unwrap_or_else(|failure| panic!("{failure}"));
        let names = files.iter().filter_map(|file| name(&file.path));
        names.filter(|[a, b, c]| selection.holds(a, b, c)).map(|name| name.join("/")).collect()
    }

    #[test]
    fn every_part_of_a_name_selects() {
        assert_eq!(chosen("a").len(), 2);
        assert_eq!(chosen("a/vm").len(), 2);
        assert_eq!(chosen("vm").len(), 3);
        assert_eq!(chosen("vm/"), chosen("vm"));
        assert_eq!(chosen("ListImages"), ["a/vm/ListImages", "b/vm/ListImages"]);
        assert_eq!(chosen("vm/ListDisks"), ["a/vm/ListDisks"]);
        assert_eq!(chosen("b/vm/ListImages"), ["b/vm/ListImages"]);
    }

    #[test]
    fn an_unknown_name_is_answered_with_near_ones() {
        let message = |text: &str| match Selection::new(Some(text), &files()) {
            Ok(_) => panic!("`{text}` selects something"),
            Err(failure) => failure.to_string(),
        };
        assert!(message("ListImage").contains("did you mean `ListImages`"), "{}", message("ListImage"));
        assert!(message("a/vm/listdisk").contains("`a/vm/ListDisks`"));
        assert!(message("quite-another-thing").contains("the providers are a, b"));
        assert!(message("").contains("nothing is called"));
        assert!(message("a/b/c/d/e").contains("nothing is called"));
    }
}
