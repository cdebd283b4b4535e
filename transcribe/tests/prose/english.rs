//! What pages in English say in their own ways.

use tablature_transcribe::prose::{Described, Fact, Format, Kind, Separator, read};

use crate::{facts, max, min, named, values};

#[test]
fn lists_behind_a_title_of_one_word() {
    let cases = [
        (Kind::Text, "Colour: Red, Blue or Green.", "Red Blue Green"),
        (Kind::Integer, "Colour: 0, 1, 2 or 3", "0 1 2 3"),
        (Kind::Text, "red, blue or green", "red blue green"),
        (Kind::Text, "`in` for light that comes, `out` for light that goes. `in` by default.", "in out"),
        (Kind::Text, "Use `red` for lamps.", ""),
        (Kind::Text, "Kind of lamp: `red`, `blue`, and so on", "red blue +"),
        (Kind::Text, "The colour of lamps, `red` or `blue`.", "red blue"),
        (Kind::Text, "Colour of lamps, `red` / `blue`.", "red blue"),
        // What stands beside the value is a meaning, or the words go on.
        (Kind::Text, "on: bright", ""),
        (Kind::Text, "Colour: Red, Blue or what you like.", ""),
        (Kind::Text, "Colour, as `red` or `blue` lamps have it.", ""),
        (Kind::Text, "red, blue and green", ""),
    ];
    for (kind, text, expected) in cases {
        assert_eq!(values(kind, text), expected, "{text}");
    }
}

#[test]
fn values_that_are_called_like_rows() {
    assert_eq!(values(Kind::Text, "Allowed values: `Mode` | `Lamp`."), "Mode Lamp");
    assert_eq!(values(Kind::Text, "Allowed values: `Mode` | `Other`."), "");
    assert_eq!(values(Kind::Text, "Allowed values: Mode, Lamp."), "");
}

#[test]
fn how_many_a_list_holds() {
    let listed = |kind, text| {
        let row = Described { name: "Lamps", kind, list: true, required: None, request: true, text, siblings: &[] };
        let findings = read(&row);
        (findings.facts.into_iter().map(|found| found.fact).collect::<Vec<_>>(), findings.doubts.len())
    };
    assert_eq!(listed(Kind::Object, "Lamps to hang up. At most 8."), (vec![Fact::MaxItems(8)], 0));
    assert_eq!(listed(Kind::Object, "You can create up to 10."), (vec![Fact::MaxItems(10)], 0));
    assert_eq!(listed(Kind::Text, "IDs, not more than 3"), (vec![Fact::MaxItems(3)], 0));
    assert_eq!(listed(Kind::Text, "Names, not more than 3"), (vec![], 1));
    let joined = "IDs, separated by commas (,). You can specify up to 30.";
    assert_eq!(listed(Kind::Text, joined), (vec![Fact::Separated(Separator::Comma), Fact::MaxItems(30)], 0));
    let joined = "IDs of lamps; comma-separated";
    assert_eq!(listed(Kind::Text, joined), (vec![Fact::Separated(Separator::Comma)], 0));
    assert_eq!(named("Items.n", Kind::Text, "IDs of lamps. You can specify up to 30."), [Fact::MaxItems(30)]);
    assert_eq!(named("Items.n", Kind::Text, "灯的编号。最多可填写 10 个。"), [Fact::MaxItems(10)]);
}

#[test]
fn bounds() {
    let cases = [
        ("How bright, 1..90", vec![min("1"), max("90")]),
        ("A multiple of 10, from 20 up to 80.", vec![Fact::MultipleOf("10".into()), min("20"), max("80")]),
        ("Wait... 5 lamps", vec![]),
    ];
    for (text, expected) in cases {
        assert_eq!(facts(Kind::Integer, text), expected, "{text}");
    }
    // It may be the range of some lamps only.
    let text = "How bright (1-90)";
    let row = Described {
        name: "Size",
        kind: Kind::Integer,
        list: false,
        required: None,
        request: true,
        text,
        siblings: &[],
    };
    assert_eq!((read(&row).facts, read(&row).doubts.len()), (vec![], 2));
    assert_eq!(facts(Kind::Text, "Remark, max. length 25."), [Fact::MaxLength(25)]);
}

#[test]
fn what_is_assumed() {
    let default = |value: &str| vec![Fact::Default(value.into())];
    let cases = [
        ("Where light comes from. Defaults to 0.0.0.0/0.", default("0.0.0.0/0")),
        ("If this parameter is not specified, `red` is used.", default("red")),
        ("If omitted, \"red\" will be used.", default("red")),
        ("Colour. Default value: null.", vec![Fact::DefaultBehaviour(Some("empty"))]),
        ("The default shade is \"red\".", vec![]),
    ];
    for (text, expected) in cases {
        assert_eq!(facts(Kind::Text, text), expected, "{text}");
    }
}

#[test]
fn forms() {
    assert_eq!(facts(Kind::Text, "Must be a valid e-mail address."), [Fact::Format(Format::Email)]);
    assert_eq!(facts(Kind::Text, "Lamps in CIDR form"), [Fact::Format(Format::Cidr)]);
}
