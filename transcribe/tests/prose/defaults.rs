//! Defaults that are the meaning of a value, or a behaviour.

use tablature_transcribe::prose::{Fact, Kind};

use crate::facts;

/// The defaults that a text states.
fn defaults(kind: Kind, text: &str) -> Vec<Fact> {
    let is_default = |fact: &Fact| matches!(fact, Fact::Default(_) | Fact::DefaultBehaviour(_));
    facts(kind, text).into_iter().filter(is_default).collect()
}

#[test]
fn meanings_may_be_shortened() {
    let literal = |text: &str| vec![Fact::Default(text.to_owned())];
    let unknown = || vec![Fact::DefaultBehaviour(None)];
    let cases = [
        ("亮法。Warm：按夜里时长变暖；Cold：按电量变冷。默认为按时长变暖。", literal("Warm")),
        ("亮法。Red，按红光亮；Blue，按蓝光亮；默认为红亮", literal("Red")),
        ("方式：A：可调；B：不可调。默认为可调", literal("A")),
        ("方式：A：常亮灯；B：长亮灯。默认为亮灯", unknown()),
        ("类型，枚举值：Custom -> 另做的；Default -> 默认灯光", unknown()),
        ("类型，枚举值，A：红灯；B：蓝灯  默认不填写：红灯", unknown()),
        ("灯色，不填则默认该值为red", literal("red")),
        ("默认Red7  支持:Red7、Blue", literal("Red7")),
    ];
    for (text, expected) in cases {
        assert_eq!(defaults(Kind::Text, text), expected, "{text}");
    }
}

#[test]
fn behaviours() {
    let told = |words: &'static str| vec![Fact::DefaultBehaviour(Some(words))];
    assert_eq!(defaults(Kind::Text, "孔，不传为不限孔"), told("no limit"));
    assert_eq!(defaults(Kind::Text, "点灯时刻，默认为当前时间前一小时"), [Fact::DefaultBehaviour(None)]);
    assert_eq!(defaults(Kind::Text, "灯路，默认填非空的名字"), [Fact::DefaultBehaviour(None)]);
    assert_eq!(defaults(Kind::Text, "座位，不指定时系统将自动从空位分配"), told("assigned automatically"));
    assert_eq!(defaults(Kind::Text, "在各种灯下含义不同：\n* 红灯：名字，默认为自动分配\n* 蓝灯：高低"), []);
}
