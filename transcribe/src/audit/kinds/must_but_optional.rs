//! Rows that the table calls optional and whose description says that they must be sent.

use super::{Finding, Kind, Severity, Subject};
use crate::draft::Required;

pub(super) const KIND: Kind = Kind {
    id: "must-but-optional",
    severity: Severity::Warning,
    explanation: "A row's description says that it must be sent, and its table says that it need not.",
    attributes: &["required"],
    find,
};

/// Words that say it, and what may stand around them in their clause.
const MUST: &[&str] =
    &["必填", "必传", "必选", "必须填写", "必须指定", "必须传", "must be specified", "required", "mandatory"];
const AROUND: &[&str] =
    &["该", "此", "本", "参数", "字段", "项", "为", "是", "的", "this", "the", "parameter", "field", "it", "is", "a"];

/// Words that take it back, or say it for some case only, anywhere in the sentence.
const SOMETIMES: &[&str] = &[
    "时", "如", "若", "当", "则", "选一", "至少", "情况", "仅", "只有", "非", "if ", "when ", "unless", "only",
    "either",
];

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let optional = subject.draft.request.iter().filter(|row| row.required == Required::No);
    let found = optional.filter_map(|row| {
        let text = &row.cells.description.as_ref()?.text;
        let word = said(text.as_str())?;
        let message = format!("`{}` is optional in the table, but its description says that it must be sent", row.name);
        let table = row.cells.required.as_ref().unwrap_or(&row.cells.name).text.trimmed().at();
        Some(
            Finding::new(&KIND, format!("request {}", row.name), message)
                .at(text.range(word), "the description")
                .at(table, "the table: optional"),
        )
    });
    found.collect()
}

/// The words that say it for every case: a clause that says nothing else, in a sentence without a condition.
fn said(text: &str) -> Option<std::ops::Range<usize>> {
    let mut start = 0;
    for sentence in text.split_inclusive(['。', '；', ';', '\n', '.']) {
        let lower = sentence.to_ascii_lowercase();
        let unusual = lower.replace("当前", "");
        if !SOMETIMES.iter().any(|word| unusual.contains(word)) {
            let mut at = start;
            for clause in lower.split_inclusive(|mark: char| "。；;\n.，,、：:()（）[]【】".contains(mark)) {
                if is_all(clause) {
                    let lead = clause.len() - clause.trim_start().len();
                    let bare = clause.trim_end_matches(|last: char| !last.is_alphanumeric());
                    return Some(at + lead..at + bare.len());
                }
                at += clause.len();
            }
        }
        start += sentence.len();
    }
    None
}

fn is_all(clause: &str) -> bool {
    let bare = clause.trim_matches(|mark: char| !mark.is_alphanumeric());
    MUST.iter().any(|must| {
        bare.split_once(must).is_some_and(|(before, behind)| {
            let rest = AROUND.iter().fold(format!("{before} {behind}"), |rest, word| {
                if word.is_ascii() {
                    rest.split(' ').filter(|part| part != word).collect::<Vec<_>>().join(" ")
                } else {
                    rest.replace(word, "")
                }
            });
            rest.trim().is_empty()
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_said_of_every_case_counts() {
        for (text, expected) in [
            ("名称，必填", true),
            ("名称。该参数必须指定。默认为空", true),
            ("The name. It is required.", true),
            ("名称，非必填", false),
            ("类型为甲时必填", false),
            ("Required if the type is a.", false),
            ("【必填项】表示当前名称。", true),
            ("名称和编号二选一必填", false),
            ("名称，国内为必填参数", false),
            ("【绑定时，此参数必填】名称", false),
            ("甲、乙必须填写1个及以上", false),
        ] {
            assert_eq!(said(text).is_some(), expected, "{text}");
        }
    }
}
