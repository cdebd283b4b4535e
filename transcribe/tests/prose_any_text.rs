//! Any text may stand in a cell.

use proptest::prelude::*;
use tablature_transcribe::prose::{Described, Fact, Kind, read};

/// Texts made of what descriptions are made of, so that readers meet each other's cues.
fn described() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "默认",
        "默认值：",
        "枚举值",
        "取值范围",
        "最大",
        "长度",
        "当",
        "时",
        "必填",
        "有效",
        "为",
        "等",
        "例如",
        "单位：",
        "的倍数",
        "用逗号隔开",
        "default ",
        "valid values: ",
        "at most ",
        "such as ",
        "when ",
        "Type",
        "a",
        "b-1",
        "0",
        "100",
        "-5",
        "1.5",
        "GB",
        "个",
        "字符",
        ",",
        "，",
        "、",
        ":",
        "：",
        ";",
        "。",
        "\n",
        "- ",
        "> ",
        "(",
        ")",
        "[",
        "]",
        "【",
        "】",
        "\"",
        "“",
        "”",
        "`",
        "'",
        "|",
        "/",
        "~",
        "\\~",
        "-",
        "*",
        "**",
        "[x](y/z)",
        "<a href=\"x\">",
        "&lt;",
        "&",
        "<",
        "\u{200b}",
        "é",
        "🦀",
        " ",
        "  ",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn holds(text: &str, kind: Kind) {
    let siblings = ["Type", "a", "Tag.n.Key"];
    let row =
        Described { name: "Tag.n.Key", kind, list: false, required: None, request: true, text, siblings: &siblings };
    let findings = read(&row);
    for found in &findings.facts {
        assert!(text.get(found.at.clone()).is_some(), "{found:?} is no part of {text:?}");
        if let Fact::Allowed { values, .. } = &found.fact {
            let labels = values.iter().filter_map(|value| value.label.clone());
            assert!(
                labels.into_iter().all(|label| text.get(label).is_some()),
                "a label of {found:?} is no part of {text:?}"
            );
        }
    }
    assert!(findings.doubts.iter().all(|doubt| text.get(doubt.at.clone()).is_some()));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn any_text_is_read_and_every_finding_has_its_place(text in ".{0,200}") {
        holds(&text, Kind::Text);
    }

    #[test]
    fn any_mix_of_cues_is_read_and_every_finding_has_its_place(text in described()) {
        for kind in [Kind::Text, Kind::Integer, Kind::Boolean] {
            holds(&text, kind);
        }
    }
}

#[test]
fn a_text_of_nothing_but_one_thing_takes_no_longer_than_its_length() {
    for piece in [
        "枚举值:a,",
        "(",
        "[1,",
        "当a为",
        "默认",
        "\"",
        "1-",
        "a:b;",
        "\n",
        "最大",
        "a、",
        "[x](",
        "必填",
        "仅admin有效",
        "不传",
        "-1表示",
        "1-9或",
    ] {
        holds(&piece.repeat(12_000 / piece.len()), Kind::Integer);
        holds(&piece.repeat(12_000 / piece.len()), Kind::Text);
    }
}
