//! The valid name that was probably meant.

/// The candidate nearest to what was written, if any is near enough: a slip, another case, or other separators.
pub fn nearest<'n>(found: &str, candidates: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let plain = simplified(found);
    candidates
        .into_iter()
        .filter(|candidate| !candidate.is_empty())
        .map(|candidate| (distance(&plain, &simplified(candidate)), candidate))
        .filter(|(distance, candidate)| *distance <= (candidate.chars().count().min(found.chars().count()) + 1) / 3)
        .min_by(|left, right| left.0.cmp(&right.0).then(left.1.cmp(right.1)))
        .map(|(_, candidate)| candidate)
}

/// Long names are hostile or far off; either way they are not worth a quadratic comparison.
fn distance(left: &str, right: &str) -> usize {
    const LONGEST: usize = 100;
    if left.len() > LONGEST || right.len() > LONGEST {
        return usize::MAX;
    }
    strsim::damerau_levenshtein(left, right)
}

fn simplified(name: &str) -> String {
    name.chars().filter(|character| !matches!(character, '_' | '-' | ' ')).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_are_recognised() {
        let valid = ["required", "request", "max_items", "ImageId"];
        assert_eq!(nearest("requred", valid), Some("required"));
        assert_eq!(nearest("maxItems", valid), Some("max_items"));
        assert_eq!(nearest("imageid", valid), Some("ImageId"));
        assert_eq!(nearest("colour", valid), None);
        assert_eq!(nearest("Page", ["Name"]), None);
    }
}
