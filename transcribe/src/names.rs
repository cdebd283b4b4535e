//! Names of actions, parameters, fields and models, as pages write them.

use std::ops::Range;

use tablature_codegen::source::is_hidden;

use crate::dialect::half_width;

/// Whether a text can be the name of a parameter, a field or a model.
pub(crate) fn is_name(text: &str) -> bool {
    text.len() <= 160
        && text.starts_with(|first: char| first.is_ascii_alphanumeric() || matches!(first, '_' | '$' | '@'))
        && text.chars().all(is_part)
}

fn is_part(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '_' | '-' | '.' | '[' | ']' | '$' | '@' | ':' | '/')
}

/// Whether a key is the name of a field. Keys such as `snap-1` are values.
pub(crate) fn is_field(name: &str) -> bool {
    is_name(name) && !name.contains(['-', '.', '/', ':']) && !name.starts_with(|first: char| first.is_ascii_digit())
}

/// Whether a text looks like the name of an action: `DescribeImages`.
pub(crate) fn is_action(text: &str) -> bool {
    text.len() >= 4
        && text.len() <= 100
        && text.starts_with(|first: char| first.is_ascii_uppercase())
        && text.contains(|character: char| character.is_ascii_lowercase())
        && text.chars().all(|character| character.is_ascii_alphanumeric() || character == '_')
}

/// The name in a cell, and whether it was written as it is: without blanks, brackets or remarks around it.
pub(crate) fn in_cell(cell: &str) -> Option<(String, bool)> {
    let seen = cell.trim().chars().filter(|character| *character == '\n' || !is_hidden(*character));
    let text: String = seen.map(half_width).collect();
    let text = text.trim_matches(['`', '"', '\'', '*', '~']).trim();
    if is_name(text) {
        return Some((tidy(text), true));
    }
    let end = text.find(|character: char| !is_part(character))?;
    let (name, rest) = text.split_at(end);
    // `größe` is a word that cannot be sent; what letters without case say behind a name is a remark.
    if rest.starts_with(|next: char| next.is_lowercase() || next.is_uppercase()) {
        return None;
    }
    let rest = rest.trim_start();
    let remark = rest.starts_with(['(', '*', ';', '<', '^', '\n']) || !rest.is_ascii();
    (is_name(name) && remark && !name.ends_with('.')).then(|| (tidy(name), false))
}

/// A name with list marks as specs write them: `Ids[]` is `Ids.n`, and so are `Ids[0]` and `Ids.`, which has lost its letter.
fn tidy(name: &str) -> String {
    let lost = name.ends_with('.') && !name.ends_with("..");
    let name = name.trim_end_matches(['.', ':', '-']);
    let name = if lost { format!("{name}.n") } else { name.to_owned() };
    let mut name = name.replace("[n]", ".n").replace("[N]", ".N").replace("[]", ".n");
    while let Some(at) = index(&name) {
        name.replace_range(at, ".n");
    }
    name.replace("..", ".")
}

/// The first number of an entry in brackets: `[0]`.
pub(crate) fn index(name: &str) -> Option<Range<usize>> {
    name.match_indices('[').find_map(|(start, _)| {
        let inner = name.get(start + 1..)?.split(']').next()?;
        let end = start + inner.len() + 2;
        (!inner.is_empty() && inner.bytes().all(|byte| byte.is_ascii_digit()) && end <= name.len())
            .then_some(start..end)
    })
}

/// The words of a text that can be names, with their places.
pub(crate) fn words(text: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    let is_word = |character: char| character.is_ascii_alphanumeric() || matches!(character, '_' | '.' | '-');
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text.get(rest..)?.find(is_word)?;
        let length = text.get(start..)?.find(|character| !is_word(character)).unwrap_or(text.len() - start);
        rest = start + length;
        let word = text.get(start..rest)?;
        let bare = word.trim_matches(['.', '-']);
        let start = start + (word.len() - word.trim_start_matches(['.', '-']).len());
        Some((bare, start..start + bare.len()))
    })
    .filter(|(word, _)| !word.is_empty())
}

/// A name for a model, after the row that holds it: `imageSet` is `ImageSet`.
pub(crate) fn model(row: &str) -> String {
    let last = row.split('.').rfind(|part| !is_mark(part)).unwrap_or(row);
    let mut name = String::with_capacity(last.len());
    let mut upper = true;
    for character in last.chars() {
        if !character.is_ascii_alphanumeric() {
            upper = true;
        } else if std::mem::take(&mut upper) {
            name.extend(character.to_uppercase());
        } else {
            name.push(character);
        }
    }
    if name.starts_with(|first: char| first.is_ascii_alphabetic()) { name } else { format!("Item{name}") }
}

/// Whether a part of a name stands for the number of an entry: `n`, `N`, `m`, `0`.
pub(crate) fn is_mark(part: &str) -> bool {
    matches!(part, "n" | "N" | "m" | "M") || (!part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The parts of a name that are no marks, and whether a mark follows each.
pub(crate) fn parts(name: &str) -> Vec<(&str, bool)> {
    let mut parts: Vec<(&str, bool)> = Vec::new();
    for part in name.split('.').filter(|part| !part.is_empty()) {
        match parts.last_mut() {
            Some((_, list)) if is_mark(part) => *list = true,
            _ => parts.push((part, false)),
        }
    }
    parts
}

/// A name without marks and numbers of entries: `Tag.n.Key` is `Tag.Key`.
pub(crate) fn unmarked(name: &str) -> String {
    parts(name).into_iter().map(|(part, _)| part).collect::<Vec<_>>().join(".")
}

/// The address of a heading on its own page, as sites make it: `#response-item`.
pub(crate) fn anchor(heading: &str) -> String {
    heading.trim().trim_end_matches(':').to_lowercase().split_whitespace().collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_cells() {
        for (cell, name) in [
            ("Disks.N.Size", Some(("Disks.N.Size", true))),
            (" `Zone` ", Some(("Zone", true))),
            ("Ids[]", Some(("Ids.n", true))),
            ("Disks[0].Ids[12]", Some(("Disks.n.Ids.n", true))),
            ("Disks[x1]", Some(("Disks[x1]", true))),
            ("Disks[1", Some(("Disks[1", true))),
            ("Zone（可选）", Some(("Zone", false))),
            ("two words", None),
            ("内存", None),
            ("größe", None),
            ("Size大小", Some(("Size", false))),
            ("", None),
        ] {
            assert_eq!(in_cell(cell), name.map(|(name, plain)| (name.to_owned(), plain)), "{cell}");
        }
    }

    #[test]
    fn words_have_places() {
        let found: Vec<_> = words("其中 imageSet、b.c 的构成:").collect();
        assert_eq!(found, [("imageSet", 7..15), ("b.c", 18..21)]);
        assert_eq!(parts("Tag.n.Key"), [("Tag", true), ("Key", false)]);
        assert_eq!(model("data.eip_set"), "EipSet");
    }
}
