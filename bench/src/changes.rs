//! A second state of made-up specs, in which one row of a hundred is another one, and what a diff has to say of it.

use crate::{PROVIDER, SERVICE};

/// A changed state, and its changes.
pub struct Changed {
    /// The files: path below the specs folder, and text.
    pub files: Vec<(String, String)>,
    /// `rule: address` of each change, sorted.
    pub changes: Vec<String>,
}

/// One row of a hundred.
const STRIDE: usize = 100;

/// Changes one row of a hundred, each in one way.
pub fn changed(files: &[(String, String)]) -> Changed {
    let mut changed = Changed { files: Vec::new(), changes: Vec::new() };
    let mut rows = 0;
    for (path, text) in files {
        let action = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".yaml");
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let places: Vec<usize> = (0..lines.len()).filter(|index| name(&lines[*index]).is_some()).collect();
        // The places differ from action to action, so that all kinds of rows have their turn.
        let wanted = |number: usize| number % STRIDE == (number / STRIDE * 37) % (STRIDE / 2);
        let chosen: Vec<usize> =
            places.iter().enumerate().filter(|(index, _)| wanted(rows + index)).map(|(_, line)| *line).collect();
        rows += places.len();
        for line in chosen.into_iter().rev() {
            let thing = format!("{} {}", section(&lines, line), name(&lines[line]).unwrap_or_default());
            if let Some((rule, attribute)) = change(&mut lines, line, rows) {
                let attribute = if attribute.is_empty() { String::new() } else { format!(" {attribute}") };
                changed.changes.push(format!("{rule}: {PROVIDER}/{SERVICE}/{action} {thing}{attribute}"));
            }
        }
        changed.files.push((path.clone(), lines.join("\n") + "\n"));
    }
    changed.changes.sort();
    changed
}

/// The name of the row that stands in a line.
fn name(line: &str) -> Option<&str> {
    let (name, rest) = line.split_once(": { type: ")?;
    rest.ends_with('}').then(|| name.trim_start())
}

/// What the row belongs to: `request`, `response`, `type Disk`.
fn section(lines: &[String], line: usize) -> String {
    let indent = if lines[line].starts_with("    ") { "  " } else { "" };
    let heads = lines[..line].iter().rev();
    let is_head =
        |text: &&String| text.strip_prefix(indent).is_some_and(|rest| rest.ends_with(':') && !rest.starts_with(' '));
    let head = heads.into_iter().find(is_head).map_or("", |head| head.trim().trim_end_matches(':'));
    if indent.is_empty() { head.to_owned() } else { format!("type {head}") }
}

/// Changes a row; the rule and the attribute of the change. Rows that others lean on are left as they are.
fn change(lines: &mut Vec<String>, line: usize, number: usize) -> Option<(&'static str, &'static str)> {
    let text = lines[line].clone();
    let is_request = section(lines, line) == "request";
    let leans = ["Machines:", "TotalCount:", "Offset:", "Disks:", "Network:", "Limit:"];
    if leans.iter().any(|name| text.trim_start().starts_with(name)) {
        lines[line] = text.replace(" }", ", deprecated: { reason: Old. } }");
        return Some(("deprecated", "deprecated"));
    }
    let next_is_row = lines.get(line + 1).is_some_and(|next| name(next).is_some());
    match (number % 5, is_request) {
        (0, _) => {
            lines.remove(line);
            Some((if is_request { "request-parameter-removed" } else { "response-field-removed" }, ""))
        }
        (1, true) if text.contains("type: string,") => {
            lines[line] = text.replace(" }", ", max_length: 9 }");
            Some(("request-size-narrowed", "max_length"))
        }
        (2, true) if !text.contains("required") => {
            lines[line] = text.replace(" }", ", required: true }");
            Some(("request-became-required", "required"))
        }
        (3, false) if text.contains("type: string,") && !text.contains("format") => {
            lines[line] = text.replace("type: string,", "type: bool,");
            Some(("response-type-converted", "type"))
        }
        (4, _) if next_is_row && !text.contains("required") => {
            lines.swap(line, line + 1);
            // Of two neighbours that change places, the first one is said to have moved.
            Some(("row-moved", "place"))
        }
        _ => {
            lines[line] = text.replace(" }", ", unit: GB }");
            Some(("fact-stated", "unit"))
        }
    }
}
