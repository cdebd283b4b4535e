//! Descriptions of our own, and what they say: one table for each kind of fact.

use tablature_transcribe::prose::{Described, Fact, Format, Kind, Separator, read};

use crate::{facts, max, min, named, values};

#[test]
fn lists_of_values_in_all_their_spellings() {
    let cases = [
        ("颜色。枚举值：red，blue", "red blue"),
        ("颜色。枚举值[\"red\", \"blue\"]", "red blue"),
        ("颜色，取值：“red”、“blue”。", "red blue"),
        ("颜色，有效值为 red 和 blue", "red blue"),
        ("颜色，可选值：'red','blue'，更多见说明", "red blue"),
        ("颜色：red|blue|green", "red blue green"),
        ("限定枚举值：\"red\" / \"blue\"/\"green\"；列表最多5个", "red blue green"),
        ("颜色：red（红），blue（蓝），默认red", "red blue"),
        ("颜色。red:红, blue:蓝", "red blue"),
        ("颜色。红：red，蓝：blue，默认返回所有", "red blue"),
        ("颜色(红:'red', 蓝:'blue')", "red blue"),
        ("颜色，枚举值为: red, 红; blue, 蓝", "red blue"),
        ("颜色。枚举值：\n\n > red，红；\n\n > blue，蓝；", "red blue"),
        ("颜色。取值范围：-   red：红。\n-   blue：蓝，也就是\n\n默认值：red", "red blue"),
        ("颜色，有效值为 red 和 blue\nred: 红\nblue: 蓝", "red blue"),
        ("颜色，支持 red (红) 或 blue (蓝)", "red blue"),
        ("颜色，值可以是 red/blue， 默认为 red", "red blue"),
        ("颜色：支持 \"red\"，\"blue\" 两种", "red blue"),
        ("取值：-   red：红。\n-   blue：蓝。\n\n说明：当Mode的值为a时，必须指定该参数。", "red blue"),
        ("颜色，有效值为 red，blue 和 green 等", "red blue green +"),
        ("灯的颜色 red:红｜blue:蓝｜green:绿", "red blue green"),
        ("灯/盏的颜色 red：红，blue：蓝\nred：暖", "red blue"),
        ("是否点亮（Yes：是，No：否）", "Yes No"),
        ("颜色 red: 红, 但不亮 blue: 蓝 green: 绿", "red blue green"),
        ("颜色，支持的有：\n* Size=red：红\n* Size=blue：蓝", "red blue"),
        ("颜色。枚举值\n- Red 红色\n- Blue 蓝色\n\n默认：Red", "Red Blue"),
        ("颜色。枚举值：\n> Red，红；\n> Blue，蓝；\n> Green为绿(内测阶段)\n默认为红", "Red Blue Green"),
        ("颜色，枚举值：Red -> 红；Blue -> 蓝。\nRed只在白天使用；默认为：\"Red\"", "Red Blue"),
        ("颜色，有效值为：red, blue。\n若是白天，可选 blue", "red blue"),
        ("颜色，枚举值：\n浅红(Red) | Blue(Blue)", "Red Blue"),
        ("灯，颜色（nm）：\n- custom\n- 480\n- 650", "custom 480 650"),
        ("颜色，red或者blue", "red blue"),
        ("灯的颜色。\"red\" 或 \"blue\"", "red blue"),
        ("Red,Blue,Green", "Red Blue Green"),
        ("方式:Fast 快速,Slow 慢速;", "Fast Slow"),
        ("灯，格式：\n- long\n- short", "long short"),
        ("灯，唯一值：red", "red"),
        ("灯，目前支持red-5.6、blue-5.7", "red-5.6 blue-5.7"),
        ("灯。red-红 blue-蓝", "red blue"),
        ("灯，red/blue/green，默认red", "red blue green"),
        ("灯：red，blue，默认: blue", "red blue"),
        ("灯。可能值：-   red：红。\n-   Not-red：别的。", "red Not-red"),
        ("当天黑的时候所用的颜色，有效值有 red - 红， blue - 蓝。", "red blue"),
        ("颜色：Red， Blue 默认返回所有", "Red Blue"),
        ("Red , Blue, Green 默认: Red", "Red Blue Green"),
        ("系统。取值范围：\n- Red\n- Deep Blue 7\n- Pale Blue（默认）", "Red Deep Blue 7 Pale Blue"),
        ("Colour. Valid values: `red` and `blue`.", "red blue"),
        ("Colour. Values: \"red\" or \"blue\".", "red blue"),
        ("Colour. Valid values:\n- red: warm.\n- blue: cold.", "red blue"),
        ("Colour. Deep red: red, Pale blue: blue. All by default.", "red blue"),
        ("Colour, enumeration values: red, warm; blue, cold", "red blue"),
    ];
    for (text, expected) in cases {
        assert_eq!(values(Kind::Text, text), expected, "{text}");
    }
    for text in [
        "开关。0：关；1：开",
        "开关，0-关，1-开",
        "开关（0关闭，1打开）",
        "若为0，表示关；若为1，表示开。",
        "0 关闭 1 打开",
        "Whether: 0 off, 1 on",
        "开关状态 0：关 1：开",
        "开关，说明如下：0-关/停/其他；1-开",
        "灯的开关 0 关 1 开",
        "灯的状态: 0-关 1-开",
        "灯的状态0:关，1：开",
        "是否为rack 0：否 1：是",
    ] {
        assert_eq!(values(Kind::Integer, text), "0 1", "{text}");
    }
    assert_eq!(values(Kind::Integer, "目前只支持Size=0。"), "0");
    assert_eq!(values(Kind::Integer, "状态：0 关；1 开；-1 坏"), "0 1 -1");
    assert_eq!(values(Kind::Integer, "状态。-1：坏，0：关，1：开"), "-1 0 1");
}

#[test]
fn what_is_no_list_of_values() {
    let cases = [
        "颜色，例如：red，blue",
        "颜色，如 red、blue 等",
        "The colour, such as red or blue.",
        "按 Mode、Other 搜索",
        "颜色。数组长度可以是0；见说明",
        "red：此字段无意义；blue：此字段为蓝的深浅",
        "地址，格式：n1:ip1,n2:ip2",
        "颜色。枚举值：red、浅蓝色、green",
        "当 Mode 为 a 时，枚举值：red，blue",
        "颜色。枚举值：\n- red\n- dark blue\n- green",
        "日期，取值：2020-01-02",
        "信息\nuser_id: 标识\nuser_name：名称，Mode：模式",
    ];
    for text in cases {
        assert_eq!(values(Kind::Text, text), "", "{text}");
    }
    assert_eq!(values(Kind::Integer, "返回码，0：成功，其他值：失败"), "");
    assert_eq!(values(Kind::Integer, "大小，取值范围[1,100]"), "");
    assert_eq!(values(Kind::Boolean, "true开启，false关闭"), "");
}

#[test]
fn defaults_are_literals_or_behaviours() {
    let literal = |text: &str| vec![Fact::Default(text.to_owned())];
    let cases = [
        (Kind::Integer, "条数，默认为20", literal("20")),
        (Kind::Integer, "条数，默认 50 条", literal("50")),
        (Kind::Boolean, "是否开启。默认值：False", literal("false")),
        (Kind::Text, "业务组 默认：Default", literal("Default")),
        (Kind::Text, "默认为 Fast 快速模式", literal("Fast")),
        (Kind::Text, "默认 Fast 快速模式", vec![Fact::DefaultBehaviour(None)]),
        (Kind::Text, "By default, all kinds are shown.", vec![Fact::DefaultBehaviour(Some("all"))]),
        (Kind::Text, "The kind; all kinds are shown by default.", vec![Fact::DefaultBehaviour(Some("all"))]),
        (Kind::Integer, "查看时给出的条数，默认值为 10", literal("10")),
        (Kind::Integer, "按月付费时，默认为1", vec![]),
        (Kind::Integer, "The number, 1 by default", literal("1")),
        (Kind::Integer, "The number. Default: 1,000.", literal("1000")),
        (Kind::Boolean, "灯。true：开，false：关（默认）", literal("false")),
        (Kind::Integer, "（IKEv2 默认为 0）", vec![]),
        (Kind::Integer, "CPU，Size默认为4", literal("4")),
        (Kind::Text, "默认值为Red, 红", literal("Red")),
        (Kind::Text, "默认是：10|5|2|5", literal("10|5|2|5")),
        (Kind::Integer, "数量。默认 3 节点", literal("3")),
        (Kind::Integer, "数量。默认 3 节点一组", vec![Fact::DefaultBehaviour(None)]),
        (Kind::Integer, "按月付费时要填的，默认为1", vec![]),
        (Kind::Text, "星期，默认 3,7 (周三，周日)", literal("3,7")),
        (Kind::Text, "Defaults to \"abc\".", literal("abc")),
        (Kind::Text, "不传则默认不修改", vec![Fact::DefaultBehaviour(Some("nothing is changed"))]),
        (Kind::Text, "The default is to return all types.", vec![Fact::DefaultBehaviour(Some("all"))]),
        (Kind::Integer, "时长：默认30天,单位：秒(s)", vec![Fact::Unit("s".into())]),
        (Kind::Integer, "如果Mode为a，默认为0", vec![]),
        (Kind::Integer, "外网默认1，内网默认2", vec![]),
    ];
    for (kind, text, expected) in cases {
        assert_eq!(facts(kind, text), expected, "{text}");
    }
    assert!(facts(Kind::Text, "计费。a：按年，b：按月。默认按月").contains(&Fact::Default("b".into())));
}

#[test]
fn ranges_of_numbers() {
    let above = |number: &str| Fact::Min { number: number.into(), inclusive: false };
    let cases = [
        ("端口，取值范围[1-65535]", vec![min("1"), max("65535")]),
        ("端口，范围：【1，11】", vec![min("1"), max("11")]),
        ("条数, (0, 1000]", vec![above("0"), max("1000")]),
        ("纬度：-90\\~90", vec![min("-90"), max("90")]),
        ("最小值：16\n最大值：2160", vec![min("16"), max("2160")]),
        ("个数，不超过20", vec![max("20")]),
        ("个数，必须大于0", vec![above("0")]),
        ("Must be between 1 and 200.", vec![min("1"), max("200")]),
        ("Valid values: 1 to 100.", vec![min("1"), max("100")]),
        ("1-10个月或1-10年，传0代表到月底", vec![min("0"), max("10")]),
        ("0表示关闭，可选值：30-3600。", vec![max("3600")]),
        ("甲类范围[1-200]，乙类范围[1-800]", vec![min("1")]),
        ("保留天数 1\\~30 天", vec![min("1"), max("30"), Fact::Unit("d".into())]),
        ("保留天数 1\\~30 天，-1表示永久", vec![]),
        ("与Mode的差值不超过24", vec![]),
        ("Mode大于0时可选", vec![]),
        ("(Other-Mode) < 100", vec![]),
        ("快速型最小为500，其余见说明", vec![]),
        ("免费： 100； 付费： 200 - 300", vec![]),
        ("比例范围是[50,100]，流量为1000的倍数", vec![]),
        ("天数，1-30，-1表示永久", vec![max("30")]),
        ("天数，取值范围1-30，999表示永久", vec![min("1")]),
        ("取值：-1或1~1000。-1：不限制", vec![max("1000")]),
        ("取值：0或1~1000", vec![min("0"), max("1000")]),
        ("权重 1 至 100，默认 1", vec![min("1"), max("100"), Fact::Default("1".into())]),
        ("可用端口为 1 - 65535", vec![min("1"), max("65535")]),
        ("Minimum value of 1. Maximum value of 65,535.", vec![min("1"), max("65535")]),
        ("端口，最大65,535", vec![]),
        ("At most 2^16.", vec![]),
        ("取值范围：1~2³¹", vec![]),
        ("大小，20≤Size≤500", vec![min("20"), max("500")]),
        ("0 < Size <= 500", vec![above("0"), max("500")]),
        ("Between 0 and 1 (exclusive).", vec![]),
        ("取值范围：1~100，不含100", vec![]),
        ("1 to 100; 1 to 200 for others.", vec![min("1")]),
        ("取值范围：1～100，包含 1 和 100。", vec![min("1"), max("100")]),
        ("端口。甲类取值 1~65535，乙类取值 -1", vec![max("65535")]),
        ("取值范围：1~20，30，40，50", vec![]),
        ("Up to 100 (500 for some accounts).", vec![]),
        ("条数，最大 100（另有约定时最大 500）", vec![]),
        ("大小，20-500；SSD 20-1000", vec![min("20")]),
        ("Between 1 and 5; 0 disables it.", vec![min("0"), max("5")]),
        ("建议取值 1~10", vec![]),
        ("Recommended: 1 to 10.", vec![]),
        ("起始位置, [0, ∞)", vec![min("0")]),
        ("优先级 1~10 默认值为 5", vec![min("1"), max("10"), Fact::Default("5".into())]),
        ("一次最多购买5台", vec![max("5")]),
        ("保留(天)，最长7天", vec![Fact::Unit("d".into()), max("7")]),
        ("Valid values: [0, 100].", vec![min("0"), max("100")]),
        ("取值必须大于等于 4 且不超过 10", vec![min("4"), max("10")]),
    ];
    for (text, expected) in cases {
        assert_eq!(facts(Kind::Integer, text), expected, "{text}");
    }
}

#[test]
fn lengths_and_numbers_of_entries() {
    let cases = [
        ("Size", "名称，长度为1-63位。", vec![Fact::MinLength(1), Fact::MaxLength(63)]),
        ("Size", "名称，限定字符长度：[0-255]", vec![Fact::MinLength(0), Fact::MaxLength(255)]),
        ("Size", "名称，不超过64个字节", vec![Fact::MaxLength(64)]),
        ("Size", "名称，限定长度 255", vec![Fact::MaxLength(255)]),
        ("Size", "名称，长度限制100", vec![Fact::MaxLength(100)]),
        ("Size", "名称，[2,128]个字符", vec![Fact::MinLength(2), Fact::MaxLength(128)]),
        ("Size", "It can be up to 256 characters in length.", vec![Fact::MaxLength(256)]),
        ("Size", "文件大小不超过4 MB", vec![]),
        ("Tag.n.Key", "键。n的取值范围：[1, 20]，最多支持64个字符", vec![Fact::MaxItems(20), Fact::MaxLength(64)]),
        ("Tag.n.Key", "键；数组长度至少为1，不超过20个", vec![Fact::MinItems(1), Fact::MaxItems(20)]),
        ("Items.n", "标识，最多100个", vec![Fact::MaxItems(100)]),
        ("Tag.n.Key", "标记名，n 从1开始，最大为 8。", vec![Fact::MaxItems(8)]),
        ("Tag.n.Key", "标记名，n从0开始计数，最大为8", vec![Fact::MaxItems(9)]),
        ("Tag.n.Key", "名称，n从1开始，最多16个字符", vec![Fact::MaxLength(16)]),
        ("Items.n", "标识，n从0开始，最多16个", vec![Fact::MaxItems(16)]),
        ("Items.n", "标识，最大长度为1", vec![]),
        ("Items.n", "You can specify at most 20 IDs.", vec![Fact::MaxItems(20)]),
        ("Items.n", "标识，最长8个字符", vec![Fact::MaxLength(8)]),
        ("Size", "Name of a lamp. At most 50 lamps.", vec![]),
        ("Items.n", "标识，最多支持 100 对。", vec![Fact::MaxItems(100)]),
        ("Items.n", "标识。一次最多删除100个", vec![Fact::MaxItems(100)]),
        ("Size", "分页(默认：10，最大100)", vec![Fact::Default("10".into()), max("100")]),
        ("Size", "自定义压缩率：\n最小值：0\n最大值：51", vec![min("0"), max("51")]),
        ("Items.n", "标识，最大值是50", vec![]),
    ];
    for (name, text, expected) in cases {
        assert_eq!(named(name, Kind::Text, text), expected, "{text}");
    }
}

#[test]
fn steps_units_and_formats() {
    let cases = [
        (Kind::Integer, "步长: 10", vec![Fact::MultipleOf("10".into())]),
        (Kind::Integer, "必须是10GB的整数倍，单位GB", vec![Fact::MultipleOf("10".into()), Fact::Unit("GB".into())]),
        (Kind::Integer, "必须为1，其他值是2的倍数", vec![]),
        (Kind::Integer, "功率，以 10 为步长", vec![Fact::MultipleOf("10".into())]),
        (Kind::Integer, "带宽，以 Mbps 为单位", vec![Fact::Unit("Mbps".into())]),
        (Kind::Integer, "温度，-20~50", vec![min("-20"), max("50")]),
        (Kind::Integer, "大小（GB）", vec![Fact::Unit("GB".into())]),
        (
            Kind::Integer,
            "Unit: GiB. Must be a multiple of 10.",
            vec![Fact::Unit("GiB".into()), Fact::MultipleOf("10".into())],
        ),
        (Kind::Integer, "时间，unix时间戳", vec![Fact::Format(Format::UnixSeconds)]),
        (Kind::Integer, "时间戳，单位：ms", vec![Fact::Format(Format::UnixMilliseconds)]),
        (Kind::Text, "时间，格式见 ISO8601", vec![Fact::Format(Format::Iso8601)]),
        (Kind::Text, "日期，格式为YYYY-MM", vec![Fact::Pattern("[0-9]{4}-[0-9]{2}".into())]),
        (Kind::Text, "日期，格式为YYYY-MM-DD，如2020-02-02", vec![Fact::Pattern("[0-9]{4}-[0-9]{2}-[0-9]{2}".into())]),
        (Kind::Text, "编号，格式为 lamp-xxx", vec![]),
        (Kind::Text, "密码，需base64编码", vec![Fact::Format(Format::Base64)]),
        (Kind::Text, "内容，不需要base64编码", vec![]),
        (Kind::Text, "区域，注意要小写", vec![Fact::LowerCase]),
        (Kind::Text, "名称，必须小写字母开头", vec![]),
        (Kind::Text, "标记值。不允许为空字符串。", vec![Fact::MinLength(1)]),
        (Kind::Text, "标记值。允许为空字符串。", vec![Fact::MinLength(0)]),
        (Kind::Text, "多个标识用,隔开", vec![Fact::Separated(Separator::Comma)]),
        (Kind::Text, "Separate several with commas (,).", vec![Fact::Separated(Separator::Comma)]),
        (Kind::Text, "时刻，格式为 2011-07-11T11:07:00Z", vec![Fact::Format(Format::Iso8601)]),
        (Kind::Text, "时刻，格式：2011-07-11 11:07:00", vec![Fact::Format(Format::LocalTime)]),
        (Kind::Text, "时刻，例如 2011-07-11 11:07:00", vec![]),
    ];
    for (kind, text, expected) in cases {
        assert_eq!(facts(kind, text), expected, "{text}");
    }
}

#[test]
fn rules_between_rows_and_rows_out_of_use() {
    let mode = || ("Mode".to_owned(), vec!["a".to_owned()]);
    let required = || Fact::RequiredWhen { field: mode().0, values: mode().1 };
    let only = || Fact::OnlyWhen { field: mode().0, values: mode().1 };
    let rows = |names: [&str; 2]| names.map(str::to_owned).to_vec();
    let cases = [
        ("当Mode为a时必填", vec![required()]),
        ("当 Mode 为 a 时，需要指定 Size", vec![required()]),
        ("Mode=a时，必传", vec![required()]),
        ("This field is required when Mode is a.", vec![required()]),
        ("指定Mode时必填", vec![Fact::RequiredWhen { field: "Mode".into(), values: vec![] }]),
        ("如果指定了大小，Mode 则为必选（可以多个）。", vec![Fact::Requires(vec!["Mode".into()])]),
        ("仅当Mode为a时有效", vec![only()]),
        ("当Mode为a时，该字段有意义", vec![only()]),
        ("当 Mode 为 a 时有效，且必填", vec![only(), required()]),
        ("Mode值等于a时此项必须", vec![required()]),
        ("Mode为a时必填，Mode为b时无需填写", vec![required()]),
        ("Mode为a时必填，不能为b", vec![]),
        ("Size和Mode两者必填一个", vec![Fact::AtLeastOne(rows(["Size", "Mode"]))]),
        ("当Mode为a时不生效", vec![]),
        ("在本字段和字段Mode中，仅需要其中1个字段即可", vec![Fact::ExactlyOne(rows(["Size", "Mode"]))]),
        ("Size和Mode至少传一个", vec![Fact::AtLeastOne(rows(["Size", "Mode"]))]),
        ("不可以与 Mode 同时传入", vec![Fact::AtMostOne(rows(["Size", "Mode"]))]),
        ("标识或组，和Mode、Other互斥", ["Mode", "Other"].map(|other| Fact::AtMostOne(rows(["Size", other]))).to_vec()),
        ("当Mode取值\"a\"时有效且需必填", vec![only(), required()]),
        ("标识（已废弃）", vec![Fact::Deprecated { successor: None }]),
        ("Kinds are A, B (deprecated), C.", vec![]),
        ("【待废弃】标识", vec![Fact::Deprecated { successor: None }]),
        ("【即将废弃，建议使用Other】", vec![Fact::Deprecated { successor: Some("Other".into()) }]),
        (
            "This parameter is deprecated. Use Other instead.",
            vec![Fact::Deprecated { successor: Some("Other".into()) }],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(facts(Kind::Text, text), expected, "{text}");
    }
}

#[test]
fn callers_and_calls_without_the_row() {
    let all = || Fact::DefaultBehaviour(Some("all"));
    let cases = [
        ("项目，子账号必须填写", vec![Fact::RequiredFor("sub-accounts")]),
        ("Required for sub-accounts.", vec![Fact::RequiredFor("sub-accounts")]),
        ("租户，仅admin操作时生效", vec![Fact::OnlyFor("administrators")]),
        ("租户，管理员操作时生效", vec![]),
        ("项目，不填写为默认项目", vec![Fact::DefaultBehaviour(Some("the default project"))]),
        ("名称，为空则返回所有灯", vec![all()]),
        ("名称，不填表示全部", vec![all()]),
        ("If not specified, all lamps are listed.", vec![all()]),
        ("名称，不传则取所有Mode之一", vec![Fact::DefaultBehaviour(None)]),
        ("名称，不能为空", vec![]),
        ("大小，不填则默认为5", vec![Fact::Default("5".into())]),
    ];
    for (text, expected) in cases {
        assert_eq!(facts(Kind::Text, text), expected, "{text}");
    }
}

#[test]
fn what_is_announced_and_not_found_is_a_doubt() {
    let cases = [
        ("名称，夜间必填", "required_for: …"),
        ("名称，仅夜间有效", "only_for: …"),
        ("名称，与编号互斥", "exactly_one: […], at_least_one: […] or at_most_one: […], among the rules"),
        ("颜色，枚举值：red红 blue蓝", "allowed: […]"),
        ("颜色，枚举值请参考灯的接口", ""),
        ("查询的灯，两者相差不超过24小时", "min_length: … or max_length: …"),
        ("一次最多查询的灯，默认20", ""),
        ("名称，包括必需参数的", ""),
        ("名称，以字母开头", "pattern: …"),
        ("The name. It can contain letters and digits.", "pattern: …"),
        ("标识，取值由多个组成 JSON 数组，形如[\"a\"]", ""),
        ("名称，其有效时间", ""),
        ("名称，可传多个", "type: […], list: repeated"),
        ("名称，此参数可重复传入", "type: […], list: repeated"),
        ("名称，不可重复", ""),
        ("名称，可以传多个，用逗号隔开", ""),
        ("The name. Repeat the parameter to give several.", "type: […], list: repeated"),
        ("The name. It may be given several times.", "type: […], list: repeated"),
    ];
    for (text, expected) in cases {
        let siblings = ["Size"];
        let row = Described {
            name: "Size",
            kind: Kind::Text,
            list: false,
            required: Some(false),
            request: true,
            text,
            siblings: &siblings,
        };
        let lines: Vec<String> = read(&row).doubts.into_iter().map(|doubt| doubt.line_to_add).collect();
        assert_eq!(lines.join(" & "), expected, "{text}");
    }
}

#[test]
fn names_with_numbers_say_how_a_list_travels() {
    let cases = [
        ("Size.n", "名称，可重复传入", ""),
        ("Size", "名称，可重复传入", "list: repeated"),
        ("Size", "名称，可传多个", ""),
    ];
    for (name, text, expected) in cases {
        let (kind, list) = (Kind::Text, true);
        let row = Described { name, kind, list, required: None, request: true, text, siblings: &[] };
        let lines: Vec<String> = read(&row).doubts.into_iter().map(|doubt| doubt.line_to_add).collect();
        assert_eq!(lines.join(" & "), expected, "{name}");
    }
}

/// A number `Size` with nothing beside it.
fn size(text: &str) -> Described<'_> {
    Described { name: "Size", kind: Kind::Integer, list: false, required: None, request: true, text, siblings: &[] }
}

#[test]
fn a_doubt_names_the_line_to_add() {
    let text = "普通盘：范围[1-200]；高速盘：范围[1-800]";
    let lines: Vec<String> = read(&size(text)).doubts.into_iter().map(|doubt| doubt.line_to_add).collect();
    assert_eq!(lines, ["max: 200", "max: 800"]);
}

#[test]
fn a_fact_remembers_its_words() {
    let text = "大小，**默认**为20，最大100";
    let words: Vec<&str> = read(&size(text)).facts.into_iter().map(|found| &text[found.at]).collect();
    assert_eq!(words, ["默认**为20", "最大100"]);
}
