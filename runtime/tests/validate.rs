//! Every check and rule, at its edge and one step past it.

mod sample;

use sample::{CreateHost, Policy, State, Tag};
use serde_json::json;
use tablature_runtime::{self as rt, Basis};

fn violations(change: impl FnOnce(&mut CreateHost)) -> Vec<String> {
    let mut request = CreateHost::new("a");
    change(&mut request);
    match request.validate() {
        Ok(()) => Vec::new(),
        Err(violations) => violations.iter().map(ToString::to_string).collect(),
    }
}

fn with_size(size: i64) -> Vec<String> {
    violations(|request| {
        request.image_ids = rt::list(["x"]);
        request.size = Some(size);
    })
}

fn one(text: &str) -> Vec<String> {
    vec![text.to_owned()]
}

#[test]
fn times_are_of_the_documented_form() {
    let until = |text: &str| violations(|request| request.until = Some(text.into()));
    assert!(until("2026-01-01T00:00Z").is_empty());
    let words = "Until must be a time of the form YYYY-MM-DDThh:mm:ssZ, but is \"soon\" \
                 (stated in the text around the table)";
    assert_eq!(until("soon"), one(words));
}

#[test]
fn bounds_of_numbers() {
    assert_eq!(with_size(10), with_size(100));
    assert!(with_size(10).is_empty());
    assert_eq!(with_size(0), one("Size must be at least 10, but is 0"));
    assert_eq!(with_size(110), one("Size must be at most 100, but is 110 (stated in the text around the table)"));
    assert_eq!(with_size(15), one("Size must be a multiple of 10, but is 15"));
    let ratio = |ratio| {
        violations(|request| {
            request.charge = Some("Year".into());
            request.ratio = Some(ratio);
        })
    };
    assert!(ratio(1.5).is_empty() && ratio(0.001).is_empty());
    assert_eq!(ratio(0.0), one("Ratio must be greater than 0, but is 0"));
    assert_eq!(ratio(1.6), one("Ratio must be at most 1.5, but is 1.6"));
    assert_eq!(ratio(f64::NAN).len(), 2);
}

#[test]
fn values_of_enums_and_lists() {
    assert!(violations(|request| request.charge = Some("Year".into())).is_empty());
    assert_eq!(
        violations(|request| request.charge = Some("Day".into())),
        one("Charge must be \"Month\" or \"Year\", but is \"Day\"")
    );
    assert_eq!(
        violations(|request| request.state = vec![State::Normal, 3.into()]),
        one("State.2 must be 1 or 2, but is 3")
    );
    assert!(violations(|request| request.host_ids = rt::list(["a", "b", "c"])).is_empty());
    assert_eq!(
        violations(|request| request.host_ids = rt::list(["a", "b", "c", "d"])),
        one("HostId must have at most 3 entries, but is a list of 4")
    );
    assert_eq!(
        violations(|request| request.host_ids = rt::list(["a,b"])),
        one("HostId must not hold a comma, because commas separate its values, but is \"a,b\"")
    );
}

#[test]
fn texts() {
    assert_eq!(violations(|request| request.zone = "A".into()), one("Zone must be in lower case, but is \"A\""));
    assert_eq!(violations(|request| request.zone = String::new()), one("Zone must not be empty, but is \"\""));
    for fine in ["", "a", "abc"] {
        assert!(violations(|request| request.r#type = Some(fine.into())).is_empty(), "{fine}");
    }
    for wrong in ["abcd", "a1", "a\n"] {
        assert_eq!(violations(|request| request.r#type = Some(wrong.into())).len(), 1, "{wrong}");
    }
    assert!(violations(|request| request.tag = vec![Tag::new("äöüß")]).is_empty(), "characters, not bytes");
}

#[test]
fn nested_names_are_concrete_and_documented() {
    let mut request = CreateHost::new("a");
    request.tag = vec![Tag::new("a"), Tag::new("abcde")];
    request.policy = Some(Policy {
        name: None,
        fallback: Some(Box::new(Policy { name: None, fallback: None, hours: vec![23, 24] })),
        hours: Vec::new(),
    });
    let violations = request.validate().unwrap_err();
    let [key, hour] = violations.as_slice() else { panic!("{violations}") };
    assert_eq!((key.name(), key.row(), key.value()), ("Tag.2.Key", "Tag.n.Key", Some("\"abcde\"")));
    assert_eq!((key.rule(), key.basis()), ("must have at most 4 characters", Basis::Table));
    assert_eq!((hour.name(), hour.row()), ("Policy.Fallback.Hour.1", "Policy.Fallback.Hour.n"));
    assert_eq!(
        violations.to_string(),
        "Tag.2.Key must have at most 4 characters, but is \"abcde\"\n\
         Policy.Fallback.Hour.1 must be less than 24, but is 24"
    );
    let json = serde_json::to_value(&violations).unwrap();
    let rule = "must have at most 4 characters";
    let first = json!({"name": "Tag.2.Key", "row": "Tag.n.Key", "value": "\"abcde\"", "rule": rule, "basis": "table"});
    assert_eq!((&json[0], &json[1]["row"]), (&first, &json!("Policy.Fallback.Hour.n")));
}

#[test]
fn secrets_are_hidden() {
    let mut request = CreateHost::new("a");
    request.password = Some("hunter2".into());
    let violations = request.validate().unwrap_err();
    assert_eq!(violations.to_string(), "Password must have at least 8 characters, but is [redacted]");
    assert!(!format!("{violations:?}{request:?}{request:#?}").contains("hunter2"));
    assert_eq!(serde_json::to_value(&violations).unwrap()[0]["value"], "[redacted]");
    request.password = Some("hunter22".into());
    request.validate().unwrap();
}

#[test]
fn rules_between_rows_of_the_sample() {
    assert_eq!(violations(|request| request.size = Some(10)), one("ImageIDs must be given together with Size"));
    assert_eq!(
        violations(|request| {
            request.host_ids = rt::list(["h"]);
            request.names = rt::list(["n"]);
        }),
        one("HostId must be the only one given of HostId and Name")
    );
    // What the provider assumes for a row that is not given counts.
    let only = "Ratio may be given only when Charge is Year (stated in the text around the table)";
    assert_eq!(violations(|request| request.ratio = Some(1.0)), one(only));
}

/// Three fields `A`, `B`, `C`, under the rules of the test.
struct Three {
    shape: &'static rt::Shape,
    values: [Option<String>; 3],
}

impl rt::Record for Three {
    fn shape(&self) -> &'static rt::Shape {
        self.shape
    }

    fn values(&self, visitor: &mut dyn rt::ValueVisitor) {
        let [a, b, c] = &self.values;
        visitor.visit(&[a, b, c]);
    }
}

macro_rules! under {
    ($rule:expr, $given:literal) => {{
        const SHAPE: rt::Shape = rt::Shape {
            name: "Three",
            spec: "a/b/C.yaml",
            at: "request",
            wires: &["A", "B", "C"],
            names: "a b c",
            details: &[rt::Field::of("C").assumed("x")],
            rules: &[$rule],
            always: &[],
        };
        let value = |name: &str| $given.contains(name).then(|| "x".to_owned());
        let three = Three { shape: &SHAPE, values: [value("A"), value("B"), value("C")] };
        rt::validate(&three).err().map(|violations| violations.to_string()).unwrap_or_default()
    }};
}

#[test]
fn each_rule() {
    assert_eq!(under!(rt::Rule::requires("A", &["B", "C"]), "A B C"), "");
    assert_eq!(under!(rt::Rule::requires("A", &["B", "C"]), ""), "");
    assert_eq!(under!(rt::Rule::requires("A", &["B", "C"]), "A C"), "B must be given together with A");
    assert_eq!(under!(rt::Rule::forbids("A", &["B"]), "A C"), "");
    assert_eq!(under!(rt::Rule::forbids("A", &["B"]), "A B"), "B must not be given together with A");
    assert_eq!(under!(rt::Rule::at_most_one(&["A", "B"]), ""), "");
    assert_eq!(under!(rt::Rule::at_most_one(&["A", "B"]), "A"), "");
    assert_eq!(under!(rt::Rule::at_most_one(&["A", "B"]), "A B"), "A must be the only one given of A and B");
    assert_eq!(under!(rt::Rule::exactly_one(&["A", "B"]), "B"), "");
    assert_eq!(under!(rt::Rule::exactly_one(&["A", "B"]), "A B"), "A must be the only one given of A and B");
    assert_eq!(under!(rt::Rule::exactly_one(&["A", "B"]), ""), "A must be given, or one of the others: A or B");
    assert_eq!(under!(rt::Rule::at_least_one(&["A", "B"]), "A B"), "");
    assert_eq!(under!(rt::Rule::at_least_one(&["A", "B"]), "C"), "A must be given, or one of the others: A or B");
    assert_eq!(under!(rt::Rule::only_when("A", &[("B", &["x", "y"])]), "A B"), "");
    assert_eq!(under!(rt::Rule::only_when("A", &[("B", &["y"])]), "A B"), "A may be given only when B is y");
    assert_eq!(under!(rt::Rule::only_when("A", &[("B", &["x"])]), "A"), "A may be given only when B is x");
    assert_eq!(under!(rt::Rule::only_when("A", &[("C", &["x"])]), "A"), "", "the assumed value counts");
    assert_eq!(under!(rt::Rule::needed_when("A", &[("B", &["x"])]), "A B"), "");
    assert_eq!(under!(rt::Rule::needed_when("A", &[("B", &["x"])]), ""), "");
    assert_eq!(under!(rt::Rule::needed_when("A", &[("B", &["x"])]), "B"), "A must be given when B is x");
    assert_eq!(under!(rt::Rule::requires("No", &["Such"]), "A B C"), "");
}

macro_rules! checked {
    ($check:expr, $value:expr) => {{
        struct One<T>(Option<T>);
        impl<T: rt::Type> rt::Record for One<T> {
            fn shape(&self) -> &'static rt::Shape {
                const SHAPE: rt::Shape = rt::Shape {
                    name: "One",
                    spec: "a/b/C.yaml",
                    at: "request",
                    wires: &["A"],
                    names: "a",
                    details: &[rt::Field::of("A").checks(&[$check])],
                    rules: &[],
                    always: &[],
                };
                &SHAPE
            }
            fn values(&self, visitor: &mut dyn rt::ValueVisitor) {
                visitor.visit(&[&self.0]);
            }
        }
        rt::validate(&One(Some($value))).is_ok()
    }};
}

#[test]
fn each_check_at_its_edge_and_past_it() {
    use rt::Check;
    assert!(checked!(Check::min(3), 3_i64) && !checked!(Check::min(3), 2_i64));
    assert!(checked!(Check::max(3), 3_i64) && !checked!(Check::max(3), 4_i64));
    assert!(checked!(Check::above(3), 4_i64) && !checked!(Check::above(3), 3_i64));
    assert!(checked!(Check::below(3), 2_i64) && !checked!(Check::below(3), 3_i64));
    assert!(checked!(Check::max(i64::MAX), i64::MAX) && checked!(Check::min(i64::MIN), i64::MIN));
    assert!(checked!(Check::min(3), 3.0) && !checked!(Check::min(3), 2.99));
    assert!(checked!(Check::below(3), 2.99) && !checked!(Check::below(3), 3.0));
    assert!(checked!(Check::min_float(0.5), 0.5) && !checked!(Check::min_float(0.5), 0.49));
    assert!(checked!(Check::above_float(0.5), 0.51) && !checked!(Check::above_float(0.5), 0.5));
    assert!(checked!(Check::below_float(0.5), 0.49) && !checked!(Check::below_float(0.5), 0.5));
    assert!(checked!(Check::max_float(0.5), 0_i64) && !checked!(Check::max_float(0.5), 1_i64));
    assert!(checked!(Check::multiple_of(5), -10_i64) && !checked!(Check::multiple_of(5), 11_i64));
    assert!(checked!(Check::multiple_of(-1), i64::MIN), "no overflow");
    let text = str::to_owned;
    assert!(checked!(Check::min_length(2), text("éé")) && !checked!(Check::min_length(2), text("é")));
    assert!(checked!(Check::max_length(2), text("éé")) && !checked!(Check::max_length(2), text("ééé")));
    assert!(checked!(Check::upper_case(), text("A1-")) && !checked!(Check::upper_case(), text("Aa")));
    assert!(checked!(Check::lower_case(), text("a1-")) && !checked!(Check::lower_case(), text("aA")));
    assert!(checked!(Check::one_of(&["a"]), text("a")) && !checked!(Check::one_of(&["a"]), text("A")));
    let joined = |value: &str| checked!(Check::one_of(&["a", "b", ""]), text(value));
    assert!(joined("a,b") && joined("a,") && !joined("a,c") && !joined("a, b") && !joined("a;b"));
    assert!(checked!(Check::one_of_int(&[0]), 0_i64) && !checked!(Check::one_of_int(&[0]), 1_i64));
}

#[derive(Clone)]
struct Disk {
    id: Option<String>,
}
rt::parameter!(Disk, "request Disk.n", "sample/host/Attach.yaml" { id = "Id" });

#[derive(Clone)]
struct Attach {
    disks: Vec<Disk>,
    boot: Disk,
    spare: Option<Disk>,
}
rt::parameter!(Attach, "request", "sample/host/Attach.yaml" {
    disks = "Disk" [indexed(1)],
    boot = "Boot" [required()],
    spare = "Spare",
});

/// What is sent of an entry has its number, so that an empty one leaves a gap; behind the last one, nothing is missing.
#[test]
fn what_sends_nothing_is_not_given() {
    let disk = |id: &str| Disk { id: (!id.is_empty()).then(|| id.to_owned()) };
    let says = |disks: &[&str], boot: &str| {
        let attach =
            Attach { disks: disks.iter().map(|id| disk(id)).collect(), boot: disk(boot), spare: Some(disk("")) };
        rt::validate(&attach)
            .map_or_else(|found| found.as_slice().iter().map(ToString::to_string).collect(), |()| vec![])
    };
    let gap =
        |number: usize| format!("Disk.{number} must hold something, because the entries behind it keep their numbers");
    assert_eq!(says(&["a", "b"], "c"), [""; 0]);
    assert_eq!(says(&["", ""], "c"), [""; 0]);
    assert_eq!(says(&["", "a", "", "b", ""], "c"), [gap(1), gap(3)]);
    assert_eq!(says(&["a"], ""), ["Boot must be given"]);
}
