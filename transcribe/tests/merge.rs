//! A page that changed, and a spec that people worked on: what each of them did is there afterwards.

use proptest::prelude::*;
use tablature_transcribe::merge::{Merged, Severity, merge};

/// What was read of the page before.
const BEFORE: &str = "\
action: SetThing
source: { page: p.md, language: en }

request:
  Zone: { type: string, required: false }
  Size: { type: int, required: true, max: 20 }
  Mode: { type: Mode, required: false }
  Ids.n: { type: string, required: false }

response:
  Code: { type: int }

enums:
  Mode:
    values:
      fast: {}
      slow: {}

rules:
  - requires: { given: Zone, needs: [Mode] }

described:
  request Ids.n: \"00aa\"
";

/// The page changes in one place, the spec in another; what becomes of the spec, and what is left to people.
struct Case {
    why: &'static str,
    page: &'static [(&'static str, &'static str)],
    people: &'static [(&'static str, &'static str)],
    expected: &'static [(&'static str, &'static str)],
    conflict: &'static str,
}

const CASES: &[Case] = &[
    Case {
        why: "a value is replaced where it stands",
        page: &[("max: 20", "max: 30")],
        people: &[(
            "  Size: { type: int, required: true, max: 20 }",
            "  # How large.\n  Size: {type: int, max: 20, required: true} # GB?",
        )],
        expected: &[("max: 20", "max: 30")],
        conflict: "",
    },
    Case {
        why: "a value list that the page comes to have says nothing against what people say of its values",
        page: &[
            ("enums:\n", "enums:\n  Zone:\n    values:\n      east: {}\n"),
            ("Zone: { type: string", "Zone: { type: Zone"),
        ],
        people: &[
            ("enums:\n", "enums:\n  Zone: { east: Where the sun rises. }\n"),
            ("Zone: { type: string", "Zone: { type: Zone"),
        ],
        expected: &[],
        conflict: "",
    },
    Case {
        why: "a key that comes where another one goes stands between blanks as that did",
        page: &[("Mode: { type: Mode, required: false }", "Mode: { type: string, allowed: [slow] }")],
        people: &[],
        expected: &[("Mode: { type: Mode, required: false }", "Mode: { type: string, allowed: [slow] }")],
        conflict: "",
    },
    Case {
        why: "a page that is named with its folder is the page that it was",
        page: &[("page: p.md", "page: things/p.md"), ("max: 20", "max: 30")],
        people: &[],
        expected: &[("max: 20", "max: 30")],
        conflict: "",
    },
    Case {
        why: "a page of another name is another page",
        page: &[("page: p.md", "page: things/pp.md")],
        people: &[],
        expected: &[("page: p.md", "page: things/pp.md")],
        conflict: "",
    },
    Case {
        why: "where both changed, nothing is overwritten",
        page: &[
            ("max: 20", "max: 30"),
            ("Zone: { type: string, required: false", "Zone: { type: string, required: true"),
        ],
        people: &[("max: 20", "max: 25")],
        expected: &[("Zone: { type: string, required: false", "Zone: { type: string, required: true")],
        conflict: "request Size: `max`: the page says 30 now (it said 20), the spec says 25",
    },
    Case {
        why: "keys come and go in a block, too",
        page: &[("required: true, max: 20", "max: 20, unit: GB")],
        people: &[(
            "  Size: { type: int, required: true, max: 20 }",
            "  Size:\n    type: int\n    required: true\n    max: 20 # mine",
        )],
        expected: &[("    required: true\n    max: 20 # mine\n", "    max: 20 # mine\n    unit: GB\n")],
        conflict: "",
    },
    Case {
        why: "a row that nobody touched goes, with its value list and its rule",
        page: &[
            ("  Mode: { type: Mode, required: false }\n", ""),
            ("\nenums:\n  Mode:\n    values:\n      fast: {}\n      slow: {}\n", ""),
            ("\nrules:\n  - requires: { given: Zone, needs: [Mode] }\n", ""),
        ],
        people: &[("Zone: { type: string, required: false }", "Zone: { type: string, required: false, doc: Where. }")],
        expected: &[
            ("  Mode: { type: Mode, required: false }\n", ""),
            ("\nenums:\n  Mode:\n    values:\n      fast: {}\n      slow: {}\n", ""),
            ("\nrules:\n  - requires: { given: Zone, needs: [Mode] }\n", ""),
        ],
        conflict: "",
    },
    Case {
        why: "a row that somebody described stays",
        page: &[("  Size: { type: int, required: true, max: 20 }\n", "")],
        people: &[("max: 20 }", "max: 20, doc: How large. }")],
        expected: &[],
        conflict: "request: `Size` is no longer on the page",
    },
    Case {
        why: "a new row stands where the page has it",
        page: &[("  Mode: {", "  Speed: { type: int }\n  Mode: {")],
        people: &[("max: 20 }", "max: 20, doc: How large. } # large\n  # How:")],
        expected: &[("# large\n", "# large\n  Speed: { type: int }\n")],
        conflict: "",
    },
    Case {
        why: "a row that is called otherwise keeps what people wrote",
        page: &[("Ids.n: {", "Ids.N: {"), ("request Ids.n", "request Ids.N")],
        people: &[(
            "  Ids.n: { type: string, required: false }",
            "  Ids.n:\n    type: string\n    required: false\n    doc: Which.",
        )],
        expected: &[("Ids.n:\n", "Ids.N:\n")],
        conflict: "",
    },
    Case {
        why: "rules of people follow a row that is called otherwise",
        page: &[("Ids.n: {", "Ids.N: {"), ("request Ids.n", "request Ids.N")],
        people: &[(
            "  - requires: { given: Zone, needs: [Mode] }\n",
            "  - requires: { given: Zone, needs: [Mode] }\n  - only_when: { field: Zone, is: { Ids.n: a } }\n",
        )],
        expected: &[("  Ids.n: {", "  Ids.N: {"), ("is: { Ids.n: a }", "is: { Ids.N: a }")],
        conflict: "",
    },
    Case {
        why: "examples of people send a row as it is called now",
        page: &[("  Ids.n: {", "  Names.n: {"), ("request Ids.n", "request Names.n")],
        people: &[("\nrules:", "\nexamples:\n  - request: [Ids.1=a, Ids=b]\n\nrules:")],
        expected: &[("  Ids.n: {", "  Names.n: {"), ("[Ids.1=a, Ids=b]", "[\"Names.1=a\", Ids=b]")],
        conflict: "",
    },
    Case {
        why: "a value joins a list that people described, in their form and under their name",
        page: &[("      fast: {}\n", "      fast: {}\n      faster: {}\n")],
        people: &[
            ("type: Mode", "type: Speed"),
            ("  Mode:\n    values:\n      fast: {}\n      slow: {}", "  Speed: { fast: Quick., slow: Lame. }"),
        ],
        expected: &[("fast: Quick., ", "fast: Quick., faster: {}, ")],
        conflict: "",
    },
    Case {
        why: "a value that people described is not taken away",
        page: &[("      slow: {}\n", "")],
        people: &[("      slow: {}", "      slow: { doc: Lame. }")],
        expected: &[],
        conflict: "enums Mode values: `slow` is no longer on the page",
    },
    Case {
        why: "a rule that people reworded stays",
        page: &[("\nrules:\n  - requires: { given: Zone, needs: [Mode] }\n", "")],
        people: &[("needs: [Mode] }", "needs: [Mode], doc: Really. }")],
        expected: &[],
        conflict: "rules: the page no longer gives",
    },
    Case {
        why: "a new section follows the one before it",
        page: &[("\ndescribed:", "\nerrors:\n  - { code: \"1\" }\n\ndescribed:")],
        people: &[("needs: [Mode] }", "needs: [Mode] } # so it is")],
        expected: &[("# so it is\n", "# so it is\n\nerrors:\n  - { code: \"1\" }\n")],
        conflict: "",
    },
    Case {
        why: "other words, another order, another mark: nothing changes",
        page: &[
            ("  Zone: { type: string, required: false }\n", ""),
            (
                "required: true, max: 20 }\n",
                "required: true, max: 20 }\n  Zone: { required: false, type: \"string\" }\n",
            ),
            ("00aa", "00bb"),
        ],
        people: &[],
        expected: &[],
        conflict: "",
    },
    Case {
        why: "what people took out stays out",
        page: &[("max: 20", "max: 20, unit: GB")],
        people: &[("  Zone: { type: string, required: false }\n", ""), (", max: 20", "")],
        expected: &[("Size: { type: int, required: true", "Size: { type: int, required: true, unit: GB")],
        conflict: "",
    },
];

fn changed(text: &str, changes: &[(&str, &str)]) -> String {
    changes.iter().fold(text.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "`{from}` is not in\n{text}");
        text.replacen(from, to, 1)
    })
}

/// The spec as it was written when the page was read first.
fn spec() -> String {
    BEFORE.split("\ndescribed:").next().unwrap_or_default().to_owned()
}

fn conflicts(merged: &Merged) -> String {
    let conflicts = merged.findings.iter().filter(|finding| finding.severity == Severity::Conflict);
    conflicts.map(|finding| finding.text.as_str()).collect::<Vec<_>>().join("\n")
}

#[test]
fn both_sides_are_kept() {
    for case in CASES {
        let (page, ours) = (changed(BEFORE, case.page), changed(&spec(), case.people));
        let merged = merge(Some(BEFORE), &page, &ours);
        let text = merged.spec.clone().unwrap_or_else(|| ours.clone());
        assert_eq!(text, changed(&ours, case.expected), "{}\n{:?}", case.why, merged.findings);
        assert_eq!(merged.spec.is_none(), case.expected.is_empty(), "{}", case.why);
        let told = conflicts(&merged);
        assert_eq!(told.is_empty(), case.conflict.is_empty(), "{}: {told}", case.why);
        assert!(told.contains(case.conflict), "{}: {told}", case.why);
        // Once is enough.
        let again = merge(Some(BEFORE), &page, &text);
        assert_eq!((again.spec.clone(), conflicts(&again)), (None, told), "{}", case.why);
    }
}

#[test]
fn a_spec_that_people_wrote_is_only_compared() {
    let page = changed(BEFORE, &[("max: 20", "max: 30"), ("  Zone: {", "  Area: {")]);
    let merged = merge(None, &page, &spec());
    assert_eq!(merged.spec, None);
    let told = conflicts(&merged);
    for part in [
        "`Area` is on the page, but not in the spec",
        "`Zone` is in the spec, but not on the page",
        "`max`: the page says 30, the spec says 20",
    ] {
        assert!(told.contains(part), "{told}");
    }
    let same = merge(None, BEFORE, &changed(&spec(), &[("max: 20", "max: 20, doc: How large.")]));
    assert!(same.findings.is_empty() && same.spec.is_none(), "{:?}", same.findings);
}

#[test]
fn what_cannot_be_edited_is_left_alone() {
    for spec in ["a: [", "a: &b 1\nc: *b\n", "--- a\n--- b\n"] {
        let merged = merge(Some(BEFORE), BEFORE, spec);
        assert!(merged.spec.is_none() && merged.has_conflicts(), "{spec}");
    }
    assert!(merge(Some("a: ["), BEFORE, &spec()).has_conflicts());
}

/// A page's rows: for each of eight names whether it is there, and its limit.
fn page(rows: &[(bool, u8)]) -> String {
    let row = |(index, (there, max)): (usize, &(bool, u8))| {
        if *there { format!("  R{index}: {{ type: int, max: {max} }}\n") } else { String::new() }
    };
    let rows: String = rows.iter().enumerate().map(row).collect();
    format!("action: A\n\nrequest:\n  First: {{ type: int }}\n{rows}")
}

/// The spec of a page after people were there: what they write is marked.
fn edited(text: &str, edits: &[u8]) -> String {
    let line = |(line, edit): (&str, &u8)| match edit % 7 {
        1 if line.starts_with("  ") => line.replace(" }", &format!(", doc: mine{edit} }}")),
        2 => format!("{line} # mine{edit}"),
        3 if line.starts_with("  ") => format!("  # mine{edit}\n{line}"),
        4 if line.contains("max") => {
            format!("{}\n    doc: mine{edit}", line.replace(" { ", "\n    ").replace(", ", "\n    ").replace(" }", ""))
        }
        5 if line.starts_with("  ") => format!("{line}\n  Mine{edit}: {{ type: string }}"),
        _ => line.to_owned(),
    };
    let edits = edits.iter().cycle();
    text.lines().zip(edits).map(line).map(|line| line + "\n").collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_a_person_wrote_is_lost(
        before in proptest::collection::vec((any::<bool>(), 1..4u8), 8),
        now in proptest::collection::vec((any::<bool>(), 1..4u8), 8),
        edits in proptest::collection::vec(any::<u8>(), 1..14),
    ) {
        let (before, now) = (page(&before), page(&now));
        let ours = edited(&before, &edits);
        let merged = merge(Some(&before), &now, &ours);
        let text = merged.spec.clone().unwrap_or_else(|| ours.clone());
        for mine in ours.split([' ', ',', '\n']).filter(|word| word.to_lowercase().starts_with("mine")) {
            prop_assert!(text.matches(mine).count() >= ours.matches(mine).count(), "{mine} is lost\n{ours}\n{text}");
        }
        let again = merge(Some(&before), &now, &text);
        prop_assert_eq!(again.spec, None, "{}\n{}\n{}", before, now, text);
        if !merged.has_conflicts() {
            let now_rows: Vec<_> = now.lines().filter_map(|line| line.trim().split_once(": {").map(|(name, _)| name)).collect();
            for name in now_rows {
                let line = format!("  {name}:");
                prop_assert!(text.contains(&line), "{name} is missing\n{}", text);
            }
        }
    }

    #[test]
    fn any_texts_can_be_merged(pieces in proptest::collection::vec(0..PIECES.len(), 0..40), cut in 0..3usize) {
        let text: String = pieces.iter().map(|index| PIECES[*index]).collect();
        let (memory, page, spec) = match cut { 0 => (BEFORE, BEFORE, text.as_str()), 1 => (BEFORE, text.as_str(), BEFORE), _ => (text.as_str(), BEFORE, BEFORE) };
        merge(Some(memory), page, spec);
        merge(None, page, spec);
    }
}

/// Pieces of specs, put together at random.
const PIECES: &[&str] = &[
    "request:\n",
    "  a: { type: int }\n",
    "  b:\n",
    "    type: B\n",
    "types:\n",
    "  B:\n",
    "    c: { type: [B] }\n",
    "enums: {}\n",
    "rules:\n",
    "  - at_most_one: [a, b]\n",
    "  - x\n",
    "- y\n",
    "errata: [{ about: a, attribute: type }]\n",
    "# z\n",
    "    values: { 1: }\n",
    "? k\n: v\n",
    "\t",
    "'",
    "中: |\n  文\n",
    "\r\n",
    "{ a: [ { } ] }\n",
    "---\n",
    "described: 1\n",
    "  request: { rows: { rows: {} } }\n",
];

#[test]
fn what_turns_pages_from_now_on_is_proposed() {
    let page = changed(BEFORE, &[("\nrequest:", "paging: { items: Things }\n\nrequest:")]);
    let merged = merge(Some(BEFORE), &page, &spec());
    assert_eq!(merged.spec, None);
    let [found] = merged.findings.as_slice() else { panic!("{:?}", merged.findings) };
    assert_eq!(found.severity, Severity::Proposed);
    assert!(found.text.ends_with("if callers are to: paging: { items: Things }"), "{}", found.text);
    assert!(!merged.has_conflicts());
}

#[test]
fn what_names_a_row_within_a_type_follows_it() {
    let memory = "action: SetThing\n\nresponse:\n  Sets: { type: [Thing], item: Set }\n\ntypes:\n  Thing:\n    \
                  thingId: { type: string }\n    Old: { type: string }\n";
    let page = memory.replace("thingId", "ThingId");
    let people = |name: &str| {
        memory.replace("thingId", name).replace(
            "Old: { type: string }",
            &format!("Old: {{ type: string, deprecated: {{ reason: Slow., use: {name} }} }}"),
        ) + &format!(
            "\nerrata:\n  - about: [\"response Sets.Set[].{name}\", \"response Sets.Set[].Old\"]\n    attribute: doc\n"
        )
    };
    let merged = merge(Some(memory), &page, &people("thingId"));
    assert_eq!(merged.spec.as_deref(), Some(people("ThingId").as_str()));
    let texts: Vec<_> = merged.findings.iter().map(|finding| finding.text.split(':').next().unwrap_or("")).collect();
    assert_eq!(texts, ["types Thing", "errata", "deprecated"]);
}
