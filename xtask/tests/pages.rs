//! `transcribe` and `corpus`: folders of pages, lists of them, and what is left as it is.

mod support;

use support::Bench;

/// A page of an action, with a parameter and a field.
fn page(action: &str) -> String {
    format!(
        "# A boat - {action}\n\n### 请求参数\n\n| 参数名 | 类型 | 必填 |\n|--|--|--|\n| BoatId | string | Yes |\n\n\
         ### 响应字段\n\n| 字段名 | 类型 |\n|--|--|\n| RetCode | int |\n"
    )
}

fn transcribe(bench: &Bench, more: &[&str]) -> support::Run {
    bench.run(&[&["transcribe", "pages", "--provider", "ucloud", "--into", "specs"], more].concat())
}

#[test]
fn a_folder_becomes_specs_that_check_accepts() {
    let bench = Bench::empty();
    bench.write("pages/boat-api/move_boat.md", page("MoveBoat"));
    bench.write("pages/boat-api/index.md", "# 索引\n");
    transcribe(&bench, &[])
        .exits(0)
        .says("boat-api/move_boat.md: MoveBoat: 1 parameter, 1 field, 0 types\n")
        .says("boat-api/index.md:1:1: read: no action is documented here\n")
        .says("1 action, 1 new");
    assert!(bench.read("specs/ucloud/boat/MoveBoat.yaml").contains("  BoatId: { type: string, required: true }\n"));
    bench.run(&["check", "--specs", "specs"]).exits(0);
    transcribe(&bench, &[]).exits(0).says("1 action, 0 new");
}

#[test]
fn a_new_service_has_the_address_that_its_examples_call() {
    let bench = Bench::empty();
    let provider =
        "provider: ucloud\nmethod: GET\nsigning: { scheme: ucloud }\naction_parameter: Action\nservices: {}\n";
    bench.write("specs/ucloud/provider.yaml", provider);
    let call = "### 请求示例\n\n```\nhttps://api.boats.example/?Action=MoveBoat\n&BoatId=1\n```\n\n### 响应字段";
    bench.write("pages/boat-api/move_boat.md", page("MoveBoat").replace("### 响应字段", call));
    bench.write("pages/ship-api/move_ship.md", page("MoveShip"));
    transcribe(&bench, &[])
        .exits(0)
        .says("ucloud/provider.yaml: no address of calls is known for ship; add `endpoint`");
    let services = "services:\n  boat: { endpoint: \"https://api.boats.example/\" }\n  ship: {}\n";
    assert!(bench.read("specs/ucloud/provider.yaml").ends_with(services));
    let again = transcribe(&bench, &[]).exits(0);
    assert!(!again.output.contains("no address"), "it is told once:\n{}", again.output);
}

#[test]
fn a_default_of_a_required_parameter_is_decided_and_warned_of_only_where_a_person_wrote_it() {
    const WARNING: &str = "warning[default-required]";
    let bench = Bench::empty();
    let text = page("MoveBoat").replace("| 必填 |\n|--|--|--|", "| 必填 | 描述 |\n|--|--|--|--|");
    bench.write("pages/boat-api/move_boat.md", text.replace("| string | Yes |", "| int | Yes | 默认为 7 |"));
    let again = ["check", "--specs", "specs"];
    transcribe(&bench, &[]).exits(0).says("guess: `BoatId` is required, and its description names a default, `7`");
    let run = bench.run(&again).exits(0);
    assert!(!run.errors.contains(WARNING) && !run.output.contains(WARNING), "{}{}", run.errors, run.output);
    let wrong =
        bench.read("specs/ucloud/boat/MoveBoat.yaml").replace("required: true }", "required: true, default: 8 }");
    bench.write("specs/ucloud/boat/MoveBoat.yaml", wrong.replace("decision: none", "decision: 8"));
    let run = bench.run(&again).exits(0);
    assert!(run.errors.contains(WARNING) || run.output.contains(WARNING), "{}{}", run.errors, run.output);
}

#[test]
fn what_a_person_wrote_stays() {
    let bench = Bench::empty();
    bench.write("pages/boat-api/move_boat.md", page("MoveBoat"));
    transcribe(&bench, &[]).exits(0);
    let text = bench.read("specs/ucloud/boat/MoveBoat.yaml") + "\nnotes: [Mind the tide.]\n";
    bench.write("specs/ucloud/boat/MoveBoat.yaml", text.clone());
    transcribe(&bench, &[]).exits(0).says("1 action, 0 new, 0 changed");
    assert_eq!(bench.read("specs/ucloud/boat/MoveBoat.yaml"), text);
}

#[test]
fn gaps_are_told_with_their_place_and_the_rest_is_written() {
    let bench = Bench::empty();
    bench.write("pages/boat-api/move_boat.md", page("MoveBoat").replace("| RetCode | int |", "| RetCode | no type |"));
    bench.write("pages/boat-api/sail_boat.md", page("SailBoat"));
    bench.write("pages/boat-api/sail_boat_b.md", page("SinkBoat"));
    bench.write("pages/boat-api/sink_boat_c.md", page("SinkBoat"));
    transcribe(&bench, &[])
        .exits(1)
        .says("boat-api/move_boat.md:13:13: not understood: `no type` is not a known type")
        .says("boat-api/sink_boat_c.md:1:12: not understood: `SinkBoat` also stands on boat-api/sail_boat_b.md")
        .says("2 actions, 2 new");
    bench.write("list.txt", "boat-api/sail_boat.md\nboat-api/lost.md\n");
    transcribe(&bench, &["--pages", "list.txt"])
        .exits(1)
        .says("boat-api/lost.md: is on the list, but there is no such page");
}

/// The file that CONTRIBUTING.md tells maintainers of a new provider to begin with.
fn documented_provider() -> &'static str {
    const PAPER: &str = include_str!("../../CONTRIBUTING.md");
    let block = PAPER.split("```yaml\n").nth(1).and_then(|rest| rest.split("```").next());
    block.unwrap_or_else(|| panic!("CONTRIBUTING.md shows no provider.yaml"))
}

#[test]
fn a_new_provider_needs_nothing_but_its_own_file() {
    let bench = Bench::empty();
    bench.write("pages/vm/move_boat.md", page("MoveBoat"));
    let run = |more: &[&str]| {
        bench.run(&[&["transcribe", "pages", "--provider", "example", "--into", "specs"], more].concat())
    };
    run(&[]).exits(2).complains("specs/example/provider.yaml first");
    bench.write("specs/example/provider.yaml", "provider: example\nsigning: { scheme: none }\n");
    run(&[]).exits(1).complains("cargo xtask check --specs specs");
    bench.write("specs/example/provider.yaml", documented_provider());
    run(&[]).exits(0).says("MoveBoat: 1 parameter");
    bench.run(&["check", "--specs", "specs"]).exits(0).says("no errors");
    assert!(bench.read("specs/example/provider.yaml").contains("\nservices:\n  vm: {}\n"));
}

#[test]
fn wrong_usage_is_told() {
    let bench = Bench::empty();
    bench.write("page.md", page("MoveBoat"));
    let run = |arguments: &[&str]| bench.run(arguments).exits(2);
    run(&["transcribe", "page.md", "--provider", "ucloud", "--into", "specs"]).complains("--service");
    run(&["transcribe", "page.md", "--provider", "nobody", "--into", "specs"]).complains("known are aliyun");
    run(&["transcribe", "none.md", "--provider", "ucloud", "--service", "s", "--into", "specs"])
        .complains("there is no");
    for service in ["", "Boats", "../../boats"] {
        run(&["transcribe", "page.md", "--provider", "ucloud", "--service", service, "--into", "specs"])
            .complains("cannot be the name of a service");
    }
    run(&["corpus", "specs"]).complains("no folder of a known provider");
}

#[test]
fn a_corpus_is_counted() {
    let bench = Bench::empty();
    bench.write("corpus/ucloud/boat-api/move_boat.md", page("MoveBoat"));
    bench.write("truth/ucloud.json", r#"{"MoveBoat": {"page": "boat-api/x.md", "request": [], "response": []}}"#);
    bench
        .run(&["corpus", "corpus"])
        .exits(0)
        .says("ucloud: 1 page (0 without an action, 0 not read), 1 action, 2 rows")
        .says("1 of the SDK's 1 actions");
}
