//! The reader of prose against hand-labelled descriptions, where these are at hand.

use std::path::Path;

use tablature_transcribe::score::constraints::score;

/// The wire names of a page's table rows: the first cells of its pipe tables.
fn names(pages: &Path, page: &str) -> Vec<String> {
    let text = std::fs::read_to_string(pages.join(page)).unwrap_or_default();
    let cell = |line: &str| Some(line.strip_prefix('|')?.split('|').next()?.trim().trim_matches('*').to_owned());
    text.lines().filter_map(cell).filter(|name| name.is_ascii() && !name.starts_with(':')).collect()
}

#[test]
fn labelled_constraints_are_found_and_right() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let Ok(labelled) = std::fs::read_to_string(shared.join("truth/ucloud-constraints.json")) else {
        println!("skipped: there are no labelled descriptions beside the repository");
        return;
    };
    let figures = score(&labelled, &|page| names(&shared.join("corpus/ucloud"), page)).expect("the labels are JSON");
    println!("right {:.1} %, found {:.1} %\n{}", figures.precision(), figures.recall(), figures.differences.join("\n"));
    assert!(figures.labelled > 0);
    assert!(figures.precision() >= 98.0, "{:.1} % of the constraints found are right", figures.precision());
    assert!(figures.recall() >= 85.0, "{:.1} % of the labelled constraints are found", figures.recall());
}
