//! Puts requests of the cases below `features` to their validators: a program of the crate that is made of these. Each
//! line has an action, the parameters on the wire, and the rows that are violated.

use tablature::acme::{answers, enums, limits, lists, parameters, rules, structs};
use tablature::runtime::{Request, Violations, encode, validate};

/// Prints a request for every choice of values, where a parameter that is set can also be missing.
macro_rules! every {
    ($start:expr $(, $setter:ident: $values:expr)* $(,)?) => {{
        let mut requests = vec![$start];
        $(
            let values = $values;
            requests = requests.iter().flat_map(|request| {
                let set = values.iter().map(|value| request.clone().$setter(value.clone()));
                std::iter::once(request.clone()).chain(set).collect::<Vec<_>>()
            }).collect();
        )*
        requests.iter().for_each(print);
    }};
}

fn print<R: Request>(request: &R) {
    let (action, validated) = (R::ACTION, validate(request));
    let rows: Vec<&str> = rows(validated.as_ref().err()).collect();
    let parameters: Vec<[String; 2]> =
        encode::parameters(action, request).into_iter().map(|(name, value)| [name.into(), value.into()]).collect();
    println!("[{:?}, {:?}, {parameters:?}, {rows:?}]", action.service().name(), action.name());
}

fn rows(violations: Option<&Violations>) -> impl Iterator<Item = &str> {
    violations.into_iter().flat_map(Violations::iter).map(|violation| violation.row())
}

fn main() {
    limits();
    value_lists();
    between_rows();
    inner_structs();
    every_list();
    single_parameters();
}

fn limits() {
    use limits::{Allowed, Basis, Case, Items, Lengths, Numbers, Pattern};
    every!(Allowed::new(), verbose: [0, 1, 2], form: ["xml", "json", "XML", ""], loose: ["a", "b", ""]);
    every!(Basis::new(), told: [0, 1, 5, 6], shown: [10, 11], heard: ["abc", "abcd", "方方方", ""]);
    every!(Case::new(), zone: ["a-1", "A", "É", "方", ""], code: ["A-1", "a", "é", "方", ""]);
    let ids = |count, text: &str| vec![text.to_owned(); count];
    every!(Items::new(), ids: [ids(0, ""), ids(1, "abcde"), ids(20, "方方方方方"), ids(21, "a"), ids(2, "abcdef")]);
    let [long, longest] = [64, 63].map(|length| "方".repeat(length));
    every!(Lengths::new(), name: ["", "方", "ab", &longest, &long], note: ["", "x"], word: ["", "x"]);
    every!(
        Numbers::new(), size: [0, 1, 10, 15, 100, 110, -10], small: [9, 10, i64::MIN], open: [0, 1, 9, 10],
        rate: [0.49, 0.5, 0.999, 1.0], pi: [3.14, 3.15, -1e300],
    );
    every!(
        Pattern::new(), name: ["", "a", "A", "a-9", "a\u{e9}", "abcdefghij", "abcdefghijk", "a b"],
        id: ["b-1\"#`", "b-12\"#`", "b-\"#`", "xb-1\"#`", "b-1\"#`x", ""],
    );
}

fn value_lists() {
    use enums::{Alike, IntegerValues, Labels, OnInvalid, OnlySomewhere, OpenValues, TextValues};
    every!(Alike::new(), shape: ["Cube", "CUBE", "cuBe", "a.b", "方", ""]);
    every!(IntegerValues::new(), rank: [-1, 0, 5, 10]);
    every!(Labels::new(), rank: [1, 2, 3], sign: ["+", "plus", ""]);
    every!(OnInvalid::new(), hue: ["red", "blue", ""]);
    every!(OnlySomewhere::new(), rank: [0, 1, 2, 3], hue: ["red", "green", "blue"]);
    every!(OpenValues::new(), hue: ["red", "blue", ""]);
    ["red", "blue", ""].map(TextValues::new).iter().for_each(print);
}

fn between_rows() {
    use rules::in_entries::{Disk, InEntries, Part};
    every!(
        rules::EveryRule::new(), id: ["b-1", ""], ids: [vec![], vec!["b-1"], vec![""]], name: ["n", ""],
        hue: ["red", "green", "blue", ""], size: [1],
    );
    // An entry in which nothing is set leaves no trace on the wire.
    let parts = [Part::new().name("n"), Part::new().id("i"), Part::new().name("n").id("i")];
    let disks = |part: &Part| {
        let disk = Disk::new().part([part.clone()]);
        [disk.clone(), disk.clone().id("d"), disk.clone().size(1), disk.id("d").size(1)]
    };
    let bare = [Disk::new().id("d"), Disk::new().size(1), Disk::new().id("d").size(1)];
    let disks: Vec<Disk> = parts.iter().flat_map(disks).chain(bare).collect();
    let pairs = disks.iter().flat_map(|one| disks.iter().map(|other| vec![one.clone(), other.clone()]));
    every!(InEntries::new(), disk: pairs.collect::<Vec<_>>(), zone: ["z"]);
}

fn inner_structs() {
    use structs::{container, in_item, list_of_structs, nested};
    let tag = in_item::Tag::new;
    every!(in_item::InItem::new(), tag: [vec![tag("a")], vec![tag(""), tag("b").value("")], vec![tag("a").value("b")]]);

    let lid = container::Lid::new;
    let tags = |count: usize| vec![container::Tag::new().key("k"); count];
    // A lid of which nothing is said is not sent.
    for lid in [lid(), lid().hue(""), lid().hue("red")] {
        every!(container::Container::new(lid), tag: [1, 2, 3].map(tags));
    }

    use list_of_structs::{Disk, Part};
    let tag = |value: &str| list_of_structs::Tag::new().key("k").value(value);
    every!(
        list_of_structs::ListOfStructs::new(),
        tag: [vec![tag(""); 5], vec![tag("a"); 6], vec![tag("0123456789")], vec![tag("a"), tag("0123456789a")]],
        disks: [
            vec![Disk::new().part([Part::new().size(1), Part::new().size(-1)])],
            vec![Disk::new(), Disk::new().part([Part::new().size(1)])],
            vec![Disk::new().part([Part::new(), Part::new().size(1), Part::new()]), Disk::new()],
        ],
    );

    let hinge = nested::Hinge::new().count(1);
    for wall in ["red", ""].map(nested::Wall::new) {
        every!(nested::Nested::new(wall), lid: [nested::Lid::new().hue(""), nested::Lid::new().hinge(hinge.clone())]);
    }
}

fn every_list() {
    every!(lists::Comma::new(), box_ids: [vec!["a"], vec!["a", "b"]], name: [vec!["a"; 3], vec!["a"; 4], vec![]]);
    every!(lists::FromZero::new(), box_ids: [vec!["a"], vec!["", "b"]]);
    every!(lists::OfEnums::new(), hue: [vec!["red", "green"], vec!["red", "blue"], vec![""]]);
    every!(lists::Repeated::new(), box_id: [vec!["a"], vec!["a", "b"], vec!["", "a,b"]]);
    for ids in [vec![], vec!["a", "b"], vec![""]] {
        every!(lists::Numbered::new(ids), sizes: [[1, -1]], names: [["a", ""]]);
    }
}

fn single_parameters() {
    use parameters::{Callers, CommonRepeated, Const, Defaults, Required, RequiredUnknown, Secret};
    every!(Callers::new(), owner: ["o", ""], tenant: [1]);
    every!(Const::new(), name: ["n", ""]);
    every!(Defaults::new(), name: [""], hue: ["red", "blue"], rank: [1, 3], dark: [true]);
    every!(RequiredUnknown::new(), name: ["n", ""]);
    every!(answers::NullableAndEmpty::new(), hue: ["red", "", "blue"]);
    ["north", "North", ""].map(CommonRepeated::new).iter().for_each(print);
    ["word", ""].map(Secret::new).iter().for_each(print);
    ["n", ""].map(|name| Required::new(name, 0)).iter().for_each(print);
}
