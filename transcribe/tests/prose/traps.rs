//! Descriptions that seem to state more than they do: what is refused for want of care blocks a valid call.

use tablature_transcribe::prose::{Fact, Kind};

use crate::{facts, max, min, named, values};

#[test]
fn lists_that_are_not_all_there_is() {
    let cases = [
        ("标识，取值：“auto”，“<address>”", ""),
        ("方式。枚举值：\"red\", 红; 否则 为蓝；", ""),
        ("版本。仅支持v2，传其他值表示旧版本", ""),
        ("语言，枚举值：\n > ”“: 默认红;\n > ”blue“: 蓝", ""),
        ("网络，可选小：1G，大：10G， 默认1G。专线可以选择25G。", ""),
        ("种类，取值：red：红；blue：蓝\n2. 夜里：green：绿", ""),
        ("区域，如下不需要：\n'red', 'blue', 'green'", ""),
        ("注意：\n- HTTPS\n- TLS", ""),
        ("举例：\nred\nblue", ""),
        ("JSON字符串，内有：\nred\nblue", ""),
        ("VPC，red或者blue", ""),
        ("版本说明：免费的固定为4节点，之后增加", ""),
        ("颜色，枚举值为：red, 红；blue，蓝，（需申请） green, 绿（需申请）。默认为红", "red blue green"),
        ("颜色。枚举值：\n > red，红；\n > blue，30天蓝，以后绿；默认：red", "red blue"),
        ("规则，枚举值：Red -> 红；Default -> 默认红，不传默认值Red", "Red Default"),
        ("系统，取值：Red|Blue|Deep Green 2003", "Red Blue Deep Green 2003"),
        ("类型。支持的有：\n* 1：红\n* 2：蓝", "1 2"),
    ];
    for (text, expected) in cases {
        assert_eq!(values(Kind::Text, text), expected, "{text}");
    }
    assert_eq!(values(Kind::Integer, "空间，不同型号有不同的可选值。100:[1,5],200:[5,9]"), "");
    assert_eq!(facts(Kind::Integer, "内存，支持：1-2,4,8"), []);
    assert_eq!(values(Kind::Integer, "枚举值：[0,20]"), "0 20");
    assert_eq!(values(Kind::Integer, "周期[1~10]，按月的资源可传值为0，表示到月底"), "");
    assert_eq!(named("Items.n", Kind::Text, "n为0 红色, 1蓝色, 2绿色"), []);
}

#[test]
fn defaults_of_something_else() {
    let literal = |text: &str| vec![Fact::Default(text.to_owned())];
    let cases = [
        (Kind::Text, "算法。解密时必填或使用默认 red。", vec![]),
        (Kind::Text, "时刻，默认 5:00~6:00", literal("5:00~6:00")),
        (Kind::Integer, "时刻，默认 5:00", vec![Fact::DefaultBehaviour(None)]),
        (Kind::Text, "网络, 默认为所在地的默认 NET", vec![Fact::DefaultBehaviour(None)]),
        (Kind::Text, "(按月非必填，默认为 0；按年必填。)", vec![]),
        (Kind::Text, "长短，默认5分钟，5分钟的只给一天", vec![]),
        (Kind::Integer, "多少秒，默认1小时，即3600", literal("3600")),
        (Kind::Integer, "份数，默认值为双份（即为2）", literal("2")),
    ];
    for (kind, text, expected) in cases {
        assert_eq!(facts(kind, text), expected, "{text}");
    }
    let named_like_a_row = facts(Kind::Text, "方式. 枚举值: \"Mode\", 甲; \"Else\", 乙. 默认为 \"Mode\".");
    assert!(named_like_a_row.contains(&Fact::Default("Mode".into())));
    let meant = facts(Kind::Text, "长短，one:1分钟 five：5分钟\n默认5分钟，可改");
    assert!(meant.contains(&Fact::Default("five".into())));
}

#[test]
fn units_of_bits_and_of_bytes() {
    let unit = |text: &str| facts(Kind::Integer, text);
    assert_eq!(unit("速度（单位为Mb/s）"), [Fact::Unit("Mbps".into())]);
    assert_eq!(unit("速度，单位：KB/s"), [Fact::Unit("KB/s".into())]);
    assert_eq!(unit("内存，单位为 Mi"), [Fact::Unit("MiB".into())]);
    assert_eq!(unit("大小，单位：字节 KB。取值范围：1~9"), [min("1"), max("9")]);
}

#[test]
fn separators_and_empty_texts_in_some_cases_only() {
    assert_eq!(facts(Kind::Text, "根据类型代表不同含义：\n* 甲：多个以 “|” 分隔。"), []);
    assert_eq!(facts(Kind::Text, "值。一旦传入该值，则不允许为空字符串"), [Fact::MinLength(1)]);
}

#[test]
fn the_row_of_the_same_list_is_meant() {
    use tablature_transcribe::prose::{Described, read};
    let siblings = ["Key", "Tag.n.Key", "Tag.n.Name"];
    let text = "名字，和Key互斥";
    let row = Described {
        name: "Tag.n.Name",
        kind: Kind::Text,
        list: false,
        required: None,
        request: true,
        text,
        siblings: &siblings,
    };
    let found: Vec<Fact> = read(&row).facts.into_iter().map(|found| found.fact).collect();
    assert_eq!(found, [Fact::AtMostOne(vec!["Tag.n.Name".into(), "Tag.n.Key".into()])]);
}
