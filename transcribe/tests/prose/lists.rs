//! Lists of values that only their form or what stands behind them gives away, and what merely looks like one.

use tablature_transcribe::prose::Kind;

use crate::{facts, values};

#[test]
fn what_stands_behind_tells() {
    let cases = [
        ("颜色，red、blue、green 三者之一", "red blue green"),
        ("颜色，取值为 Red、Blue 或 Green 之一", "Red Blue Green"),
        ("颜色：Red | Blue，不填时默认 Blue", "Red Blue"),
        ("颜色，Red或者Blue，不传默认Red", "Red Blue"),
        ("颜色（red/blue），默认 red", "red blue"),
        ("灯序，rise 渐亮，fall 渐暗，默认 fall", "rise fall"),
        ("灯序，rise 渐亮，fall 渐暗", ""),
        ("颜色：RED、BLUE、DEEP（夜里）", "RED BLUE DEEP"),
        ("颜色，取值：A、B。Mode 为 A 时，Other 必填", "A B"),
        ("灯，near 或 far，默认所有", "near far"),
        ("IP 列表，20个以内", ""),
        ("挂法，Hall：hook，Attic：nail", ""),
        ("挂牌，k1=v1,k2=v2", ""),
        ("LED 数量，灯 号", ""),
        ("LED 数量，LCD 尺寸", ""),
        ("Bright 亮灯计费, Dark 按夜计费", "Bright Dark"),
        ("灯，可以是 ID 或 Name", ""),
        ("灯序，枚举值：rise 渐亮\nwave 指数", "rise wave"),
        ("灯，Near | Far，挂好后不可改", "Near Far"),
        ("种类，Lamp 支持 a7、b7；Shade 支持 c9、d9", ""),
        ("灯。取值范围：none：非I/O灯；fast：I/O灯。默认值：none", "none fast"),
        ("从 Mode 或 Other 之一得到", ""),
        ("颜色，枚举值，Red:红,Blue:蓝。大灯和小灯只支持Red。", "Red Blue"),
        ("颜色，枚举值，Red:红,Blue:蓝。Lamp和Shade只支持Red类型。", "Red Blue"),
        ("颜色，枚举值，Red:红,Blue:蓝。Green和Grey:别的", ""),
    ];
    for (text, expected) in cases {
        assert_eq!(values(Kind::Text, text), expected, "{text}");
    }
}

#[test]
fn numbers_and_their_meanings() {
    let cases = [
        ("是否点亮，0 否，1 是，默认 0", "0 1"),
        ("0表示暗，1表示亮，其他值无效", "0 1"),
        ("0表示暗，其他值表示亮", ""),
        ("灯数，取值 0 表示不限", ""),
        ("灯芯数，支持 1、2、4 核", "1 2 4"),
        ("灯数，1 或 3", "1 3"),
        ("是否点亮，1 需要，0 不需要，默认 0", "1 0"),
        ("亮度。取值：0：关；1-90：那么亮", ""),
        ("亮几天。取值：-1：永远；1~900：那么多天。默认值：-1", ""),
        ("灭灯的时候是否通知，0：不通知；1：通知", "0 1"),
    ];
    for (text, expected) in cases {
        assert_eq!(values(Kind::Integer, text), expected, "{text}");
    }
}

#[test]
fn english_words_that_are_no_values() {
    for text in [
        "The lamp can be moved.",
        "The lamp can be lit or moved.",
        "Up to 5 tags can be attached.",
        "The value can be empty.",
    ] {
        assert_eq!(facts(Kind::Text, text), [], "{text}");
    }
    assert_eq!(values(Kind::Text, "Colour. Can be red or blue."), "red blue");
    assert_eq!(values(Kind::Text, "Colour. The value can be red or blue."), "red blue");
}

#[test]
fn lists_behind_a_title_in_other_letters() {
    let cases = [
        ("灯的颜色(\"red\", \"blue\")", "red blue"),
        ("灯的颜色 \"red\", \"blue\", \"deep green\"", "red blue deep green"),
        ("灯的颜色。Red，Blue，Green", "Red Blue Green"),
        ("灯的颜色， red, blue, green", "red blue green"),
        // What stands for things, examples, and what goes on.
        ("灯的尺寸， CPU, GPU, MEM", ""),
        ("灯，如 \"red\", \"blue\"", ""),
        ("灯的颜色(\"red\", \"blue\")，不可改", ""),
        ("灯的颜色， red, blue, green 都有", ""),
    ];
    for (text, expected) in cases {
        assert_eq!(values(Kind::Text, text), expected, "{text}");
    }
}
