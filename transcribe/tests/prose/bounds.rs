//! Bounds in words: signs of numbers, fixed lengths, what is left out of a range.

use tablature_transcribe::prose::{Fact, Kind};

use crate::{facts, max, min, named};

fn unit(symbol: &str) -> Fact {
    Fact::Unit(symbol.into())
}

#[test]
fn numbers_that_are_positive_or_not_negative() {
    let cases = [
        ("灯的数量，正整数", vec![min("1")]),
        ("跳过多少，默认0，非负整数", vec![Fact::Default("0".into()), min("0")]),
        ("A positive integer.", vec![min("1")]),
        ("亮度，正整数，最大 90", vec![min("1"), max("90")]),
        ("亮度，正整数或 0", vec![]),
        ("亮度，正整数，-1 为最亮", vec![]),
        ("非负载灯的数量", vec![]),
        ("不是正整数", vec![]),
    ];
    for (text, expected) in cases {
        assert_eq!(facts(Kind::Integer, text), expected, "{text}");
    }
}

#[test]
fn ranges_of_numbers() {
    let above = |number: &str| Fact::Min { number: number.into(), inclusive: false };
    let below = |number: &str| Fact::Max { number: number.into(), inclusive: false };
    let cases = [
        ("A value greater than 5 and less than 90.", vec![above("5"), below("90")]),
        ("孔，范围 1~900（不含 80）", vec![min("1"), max("900")]),
        ("孔，范围 1~900（不含 900）", vec![]),
        ("缓存，取值 10 到 90 字节", vec![min("10"), max("90"), unit("B")]),
        ("灭灯时刻，与点灯时刻的间隔不超过 30 天", vec![]),
        ("闪烁间隔，不超过 30 秒", vec![max("30"), unit("s")]),
        ("Pause in seconds, default 5", vec![unit("s"), Fact::Default("5".into())]),
        ("Shelf in May.", vec![]),
        ("亮度，取值 10-90，0 不限制", vec![max("90")]),
        ("亮度，1 为最高，90 为最低", vec![]),
        ("结果，大于 0 表示没点亮", vec![]),
        ("亮度，取值 10-90，0为不限", vec![max("90")]),
        ("亮度：0：无；1-5档", vec![min("0"), max("5")]),
        ("带宽，最大 5M", vec![max("5"), unit("Mbps")]),
        ("灯讯多快，单位Mbs", vec![unit("Mbps")]),
        ("亮多久，最长 5m", vec![max("5")]),
    ];
    for (text, expected) in cases {
        assert_eq!(facts(Kind::Integer, text), expected, "{text}");
    }
}

#[test]
fn lengths_of_texts() {
    let cases = [
        ("编号，长度为32位", vec![Fact::MaxLength(32)]),
        ("固定长度 8 个字符", vec![Fact::MinLength(8), Fact::MaxLength(8)]),
        ("编号，长度固定为 8 位", vec![Fact::MinLength(8), Fact::MaxLength(8)]),
        ("编号，长度为8位或16位", vec![]),
        ("密钥，长度为256位", vec![]),
        ("编号，长度为8位以上", vec![Fact::MinLength(8)]),
        ("灯名，20字以内", vec![Fact::MaxLength(20)]),
        ("暗号，须 8 位以上且包含数字", vec![Fact::MinLength(8)]),
        ("灯名，不超过20个字符以内", vec![Fact::MaxLength(20)]),
        ("灯亮30天以内", vec![]),
        ("灯群的网段，掩码 16 至 29 位", vec![]),
    ];
    for (text, expected) in cases {
        assert_eq!(facts(Kind::Text, text), expected, "{text}");
    }
    assert_eq!(named("Items.n", Kind::Text, "灯，50个以内"), [Fact::MaxItems(50)]);
}

#[test]
fn seconds_since_1970() {
    let seconds = [Fact::Format(tablature_transcribe::prose::Format::UnixSeconds)];
    assert_eq!(facts(Kind::Integer, "点灯时刻，自1970年1月1日起的秒数"), seconds);
    assert_eq!(facts(Kind::Integer, "Seconds since 1970."), seconds);
}
