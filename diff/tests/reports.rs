//! The reports: complete, safe, and the same in every run.

use tablature_codegen::source::SourceFile;
use tablature_diff::report::{Context, github, human, json, markdown};
use tablature_diff::{Diff, Verdict, diff};

const OLD: &str = "request:
  Limit: { type: int, max: 100, default: 20 }
  Name: { type: string }
";

const NEW: &str = "request:
  Limit: { type: int, max: 50, default: 10 }
  Name: { type: string }
  Zone: { type: string }
";

fn state(action: &str, accepted: &str) -> Vec<SourceFile> {
    let provider = format!(
        "provider: acme\nmethod: GET\nsigning: {{ scheme: ucloud }}\naction_parameter: Action\nservices: {{ box: {{}} }}\n{accepted}"
    );
    let action = format!("action: ListThings\n{action}");
    vec![SourceFile::new("acme/provider.yaml", provider), SourceFile::new("acme/box/ListThings.yaml", action)]
}

fn compared(accepted: &str) -> Diff {
    diff(&state(OLD, ""), &state(NEW, accepted), 1).unwrap()
}

fn context() -> Context {
    let [old, new] = ["main:specs", "specs"].map(str::to_owned);
    Context { old: old.clone(), new: new.clone(), old_root: old, new_root: new, version: "0.1.0".to_owned() }
}

fn print(found: &Diff, address: &str) -> String {
    let change = found.changes.iter().find(|change| change.address.to_string().ends_with(address)).unwrap();
    change.fingerprint()
}

#[test]
fn the_terminal_shows_the_lines() {
    let text = human(&compared(""), &context(), false);
    for part in [
        "breaking[request-range-narrowed]: acme/box/ListThings request Limit max: 100 -> 50",
        "behaviour[request-default-changed]: acme/box/ListThings request Limit default: 20 -> 10",
        "compatible[request-parameter-added]: acme/box/ListThings request Zone\n",
        "specs/acme/box/ListThings.yaml:3:28",
        "main:specs/acme/box/ListThings.yaml:3:28",
        "main:specs -> specs: 3 changes in 1 place: 1 breaking, 1 behavioural, 1 compatible\n",
        "next version of the bindings: 0.1.0 -> 0.1.1\n",
    ] {
        assert!(text.contains(part), "{part}\n---\n{text}");
    }
}

#[test]
fn every_key_of_the_json_report_is_documented() {
    let schema = include_str!("../SCHEMA.md");
    let report: serde_json::Value = serde_json::from_str(&json(&compared(""), &context())).unwrap();
    let keys = report.as_object().unwrap().keys().chain(report["changes"][0].as_object().unwrap().keys());
    for key in keys {
        assert!(schema.contains(&format!("`{key}`")), "diff/SCHEMA.md does not say what `{key}` is");
    }
    assert_eq!(report["verdict"], "breaking");
    assert_eq!(report["changes"][0]["new_place"]["line"], 3);
    assert_eq!(report["version"]["next"], "0.1.1");
}

#[test]
fn a_comment_is_short_and_complete() {
    let text = markdown(&compared(""), &context());
    let (top, folded) = text.split_once("<details>").unwrap();
    assert!(top.contains("**breaking on the wire** `request Limit max`: `100` → `50`"), "{top}");
    assert!(!top.contains("Zone") && !folded.contains("by kind"), "{text}");
    assert!(folded.contains("`acme/box/ListThings request Zone`") && folded.contains("## [0.1.1]"), "{folded}");
    let many: String = (0..4_000).map(|number| format!("  Parameter{number}: {{ type: string }}\n")).collect();
    let many = diff(&state(&format!("request:\n{many}"), ""), &state("request: {}\n", ""), 1).unwrap();
    let text = markdown(&many, &context());
    assert!(text.len() < 65_536 && text.contains("do not fit into a comment"), "{} bytes", text.len());
    assert!(text.contains("| `request-parameter-removed` | otherwise | breaks | 4000 |"), "{text}");
}

#[test]
fn annotations_name_file_and_line() {
    let text = github(&compared(""), &context());
    let error = "::error file=specs/acme/box/ListThings.yaml,line=3,col=28,title=request-range-narrowed::";
    assert!(text.starts_with(error), "{text}");
    assert_eq!(text.lines().filter(|line| line.starts_with("::")).count(), 3);
}

#[test]
fn an_accepted_change_is_shown_with_its_reason() {
    let print = print(&compared(""), "request Limit max");
    let entry = |fingerprint: &str| {
        format!(
            "accepted:\n  - {{ change: acme/box/ListThings request Limit max, fingerprint: \"{fingerprint}\", reason: Announced a year ago. }}\n"
        )
    };
    let found = compared(&entry(&print));
    assert_eq!((found.open().count(), found.stale.len()), (2, 0));
    assert_eq!(found.verdict(), Verdict::Breaking, "the compiler and the provider have accepted nothing");
    for text in [
        human(&found, &context(), false),
        markdown(&found, &context()),
        json(&found, &context()),
        github(&found, &context()),
    ] {
        assert!(text.contains("Announced a year ago."), "{text}");
    }
    let stale = compared(&entry("0123456789abcdef"));
    assert_eq!((stale.open().count(), stale.stale.len()), (3, 1));
    assert!(stale.stale[0].message().contains(&print), "{}", stale.stale[0].message());
    let same = diff(&state(NEW, &entry(&print)), &state(NEW, &entry(&print)), 1).unwrap();
    assert_eq!((same.changes.len(), same.stale.len()), (0, 1));
    assert!(human(&same, &context(), false).contains("stale[accepted]"));
    assert!(same.stale[0].was_accepted && !stale.stale[0].was_accepted);
    assert!(markdown(&same, &context()).contains("> 1 accepted change that both states accept"));
    assert!(github(&same, &context()).starts_with("::notice ") && github(&stale, &context()).contains("::warning "));
}

#[test]
fn texts_of_pages_stay_texts() {
    let [old, new] = ["a|b`c", "<!-- x --> @all ::error::"]
        .map(|text| state(&format!("request:\n  Name: {{ type: string, default: \"{text}\" }}\n"), ""));
    let found = diff(&old, &new, 1).unwrap();
    let text = markdown(&found, &context());
    assert!(text.contains("<code>a&#124;b&#96;c</code> → `<!-- x --> @all ::error::`"), "{text}");
    assert_eq!(github(&found, &context()).lines().count(), 1);
    let long =
        state(&format!("request:\n  Name: {{ type: string, default: \"\\e[2J{}\" }}\n", "|".repeat(100_000)), "");
    let found = diff(&old, &long, 1).unwrap();
    for text in [human(&found, &context(), false), github(&found, &context()), markdown(&found, &context())] {
        let told = text.lines().filter(|line| line.contains("request Name default"));
        assert!(told.clone().count() > 0 && told.clone().all(|line| line.len() < 3_000), "{text}");
        assert!(!told.collect::<String>().contains('\u{1b}'));
    }
    assert!(markdown(&found, &context()).len() < 65_536);
}

#[test]
fn a_state_with_errors_is_named() {
    let broken = state("request:\n  Name: { typ: string }\n", "");
    let unreadable = diff(&state(OLD, ""), &broken, 1).unwrap_err();
    assert_eq!(unreadable.side, tablature_diff::Side::New);
    let text = unreadable.to_string();
    assert!(text.contains("`type`") && !text.contains("warning"), "{text}");
}
