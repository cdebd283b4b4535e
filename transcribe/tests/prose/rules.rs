//! Rows that go together, or with some values of one another.

use tablature_transcribe::prose::{Fact, Kind};

use crate::facts;

#[test]
fn rows_that_have_to_be_sent_along() {
    let along = || vec![Fact::Requires(vec!["Other".into()])];
    let cases = [
        ("灯的编号（需与Other同时指定）", along()),
        ("必须和 Other 一起使用", along()),
        ("指定该参数时必须同时指定 Other", along()),
        ("使用该参数时，Other 为必填", along()),
        ("Must be given together with Other.", along()),
        ("不需要与 Other 同时指定", vec![]),
        ("可与 Other 同时指定", vec![]),
        ("需同时指定 Other", along()),
        ("天黑时需同时指定 Other", vec![]),
        ("Mode 为 a 时，必须同时指定 Other", vec![]),
    ];
    for (text, expected) in cases {
        assert_eq!(facts(Kind::Text, text), expected, "{text}");
    }
}

#[test]
fn rows_that_some_values_need() {
    let needs = |text: &str| {
        let needs = |fact: Fact| match fact {
            Fact::Needs { row, values } => Some(format!("{row} {}", values.join(" "))),
            _ => None,
        };
        facts(Kind::Text, text).into_iter().filter_map(needs).collect::<Vec<String>>().join(" & ")
    };
    let cases = [
        ("种类，枚举值：Red、Blue。种类为Blue时，Other不能为空", "Other Blue"),
        ("种类，支持 Red 和 Blue 两种。当指定类型为 Blue，需指定灯的ID: Other", "Other Blue"),
        ("灯，near 或 far。当使用 far 时需指定 Other", "Other far"),
        ("种类，枚举值：Red、Blue。种类为Blue时，Other不必填", ""),
        ("种类，枚举值：Red、Blue。种类为Green时，Other必填", ""),
        ("种类，枚举值：Red、Blue。Mode为Blue时，Other必填", ""),
    ];
    for (text, expected) in cases {
        assert_eq!(needs(text), expected, "{text}");
    }
}

#[test]
fn one_of_both_has_to_be_sent() {
    let either = || vec![Fact::AtLeastOne(vec!["Size".into(), "Other".into()])];
    let cases = [
        ("灯名(如果Size不填写，Other必须填写)", either()),
        ("灯名，Other 为空时，Size 必填", either()),
        ("灯名(Size和Other必传其一)", either()),
        ("Other 不填时，Size 不必填", vec![]),
        ("Mode 为 a 且 Other 不填时，Size 必填", vec![]),
    ];
    for (text, expected) in cases {
        assert_eq!(facts(Kind::Text, text), expected, "{text}");
    }
}

#[test]
fn at_most_one_is_not_exactly_one() {
    let one = || vec![Fact::AtMostOne(vec!["Size".into(), "Other".into()])];
    for text in
        ["Only one of Size and Other can be given.", "Size 和 Other 只能填写其中一个", "Size和Other只能选择其一"]
    {
        assert_eq!(facts(Kind::Text, text), one(), "{text}");
    }
}
