//! The obstacle course: names that could stand in the way of generated code, each in every place that has a name.
//! What is generated compiles without a warning, and its own tests send and read every one of them.

use std::collections::BTreeSet;
use std::fs;

use tablature_codegen::source::SourceFile;
use tablature_tests::cargo::Crate;
use tablature_tests::tree;
use tablature_tests::yaml::{Spec, provider, quoted};

/// The names of `cases/obstacles/names.txt`, without repetition.
fn names() -> Vec<String> {
    let text = fs::read_to_string(tree::cases("obstacles").join("names.txt")).expect("the names can be read");
    let mut seen = BTreeSet::new();
    let names = text.lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
    names.filter(|name| seen.insert((*name).to_owned())).map(str::to_owned).collect()
}

/// Names of parameters nest at dots, and have no empty part.
fn is_flat(name: &str) -> bool {
    !name.contains('.')
}

/// Names of providers and services.
fn is_folder(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.len() <= 60
        && name.chars().all(|one| one.is_ascii_lowercase() || one.is_ascii_digit() || matches!(one, '-' | '_'))
}

fn is_action(name: &str) -> bool {
    name.starts_with(char::is_alphabetic)
        && name.len() <= 120
        && name.chars().all(|one| one.is_alphanumeric() || matches!(one, '-' | '_'))
}

/// Every name as a parameter and as a field, alone and inside of a struct; of several types.
fn rows(names: &[String]) -> Vec<SourceFile> {
    let mut flat = Spec::new("Parameters");
    let mut pairs = Vec::new();
    let mut answer = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let (kind, sent, found) =
            [("string", "v", "\"v\""), ("int", "-7", "-7"), ("bool", "true", "true"), ("float", "0.5", "0.5")]
                [index % 4];
        if is_flat(name) {
            flat.add("request", name, &format!("{{ type: {kind} }}"));
            pairs.push(format!("{name}={sent}"));
        }
        flat.add("response", name, &format!("{{ type: {kind} }}"));
        answer.push(format!("{}: {found}", quoted(name)));
    }
    flat.example(&pairs, &format!("{{ {} }}", answer.join(", ")));
    let mut required = Spec::new("Required");
    let mut nested = Spec::new("Nested");
    let (mut required_pairs, mut nested_pairs) = (Vec::new(), Vec::new());
    for name in names.iter().filter(|name| is_flat(name) && name.len() < 190) {
        required.add("request", name, "{ type: string, required: true }");
        required_pairs.push(format!("{name}=v"));
        if !matches!(name.as_str(), "n" | "N" | "m" | "M") && !name.bytes().all(|byte| byte.is_ascii_digit()) {
            nested.add("request", &format!("Outer.n.{name}"), "{ type: int, default: 4 }");
            nested_pairs.push(format!("Outer.1.{name}=1"));
            nested.add("request", &format!("In.{name}"), "{ type: int }");
        }
    }
    required.example(&required_pairs, "{}");
    nested.example(&nested_pairs, "{}");
    [flat, required, nested].map(|spec| spec.file("course/rows")).into()
}

/// Every name as a type of an answer, as a struct of a request, as an enum and as a value.
fn types(names: &[String]) -> Vec<SourceFile> {
    let basic = ["string", "int", "float", "bool", "any", "object"];
    let names: Vec<&String> = names.iter().filter(|name| !basic.contains(&name.as_str())).collect();
    let mut types = Spec::new("Types");
    let mut enums = Spec::new("Enums");
    let mut structs = Spec::new("Structs");
    let (mut pairs, mut answer) = (Vec::new(), Vec::new());
    for (index, name) in names.iter().enumerate() {
        types.add("response", &format!("Field{index}"), &format!("{{ type: {} }}", quoted(name)));
        types.add(
            "types",
            name,
            &format!("{{ rows: {{ {}: {{ type: string }}, Same: {{ type: [{}] }} }} }}", quoted(name), quoted(name)),
        );
        answer.push(format!("Field{index}: {{ {}: v, Same: [{{ {}: w }}] }}", quoted(name), quoted(name)));
        enums.add("response", &format!("Field{index}"), &format!("{{ type: {} }}", quoted(name)));
        let values = if index % 2 == 0 { "{ a: A., b: B. }" } else { "{ 1: One., -1: Less. }" };
        enums.add("enums", name, values);
        if is_flat(name) && name.len() < 90 && !name.bytes().all(|byte| byte.is_ascii_digit()) {
            structs.add("request", &format!("{name}.n.{name}"), "{ type: string }");
            structs.add("request", &format!("{name}.n.Key"), "{ type: string, required: in_item }");
            pairs.extend([format!("{name}.1.{name}=v"), format!("{name}.1.Key=k")]);
        }
    }
    types.example(&[], &format!("{{ {} }}", answer.join(", ")));
    structs.example(&pairs, "{}");
    [types, enums, structs].map(|spec| spec.file("course/types")).into()
}

/// Every name as a value and as a label; and numbers at both ends.
fn values(names: &[String]) -> Vec<SourceFile> {
    let mut values = Spec::new("Words");
    let mut labels = Spec::new("Labels");
    values.add("request", "Word.n", "{ type: Word }");
    values.add("response", "Words", "{ type: [Word] }");
    labels.add("request", "Number", "{ type: Number, default: -9223372036854775808 }");
    labels.add("response", "Numbers", "{ type: [Number] }");
    let listed: Vec<String> = names.iter().map(|name| format!("{}: {{}}", quoted(name))).collect();
    values.add(
        "enums",
        "Word",
        &format!("{{ values: {{ {}, \"\": {{}}, \" \": {{}}, \"  \": {{}} }} }}", listed.join(", ")),
    );
    let pairs: Vec<String> =
        names.iter().enumerate().map(|(index, name)| format!("Word.{}={name}", index + 1)).collect();
    let answer: Vec<String> = names.iter().map(|name| quoted(name)).collect();
    values.example(&pairs, &format!("{{ Words: [{}] }}", answer.join(", ")));
    let mut seen = BTreeSet::new();
    let simple = |name: &String| {
        name.chars().filter(|one| one.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    let labelled = names
        .iter()
        .filter(|name| seen.insert(simple(name)))
        .enumerate()
        .map(|(index, name)| format!("{}: {{ label: {} }}", index as i64 - 50, quoted(name)));
    let labelled: Vec<String> =
        labelled.chain(["-9223372036854775808: {}", "9223372036854775807: {}"].map(str::to_owned)).collect();
    labels.add("enums", "Number", &format!("{{ values: {{ {} }} }}", labelled.join(", ")));
    labels.example(
        &["Number=9223372036854775807".to_owned()],
        "{ Numbers: [-50, -1, 0, 9223372036854775807, -9223372036854775808] }",
    );
    [values, labels].map(|spec| spec.file("course/values")).into()
}

/// Every name as a table and as a column.
fn tables(names: &[String]) -> Vec<SourceFile> {
    let mut tables = Spec::new("Tables");
    let columns: Vec<String> = names.iter().map(|name| format!("{}: {{ unique: true }}", quoted(name))).collect();
    let cells: Vec<String> = names.iter().map(|name| quoted(name)).collect();
    tables.add(
        "tables",
        "Everything",
        &format!("{{ columns: {{ {} }}, rows: [[{}]] }}", columns.join(", "), cells.join(", ")),
    );
    for name in names {
        if is_flat(name) {
            tables.add("request", name, "{ type: string, required: true }");
        }
        let row = quoted(&format!("{}Row", name.chars().take(40).collect::<String>()));
        tables.add("tables", name, &format!("{{ row: {row}, columns: {{ {}: {{}} }}, rows: [[x]] }}", quoted(name)));
    }
    let mut alone = Spec::new("镜像");
    alone.add("request", "镜像", "{ type: string, required: true }");
    alone.add("tables", "镜像", "{ columns: { 镜像: {} }, rows: [[x]] }");
    [tables, alone].map(|spec| spec.file("course/tables")).into()
}

/// Every name as an action, with types of the action's own name and of the names that come from it.
fn actions(names: &[String]) -> Vec<SourceFile> {
    let mut seen = BTreeSet::new();
    names
        .iter()
        .filter(|name| is_action(name) && seen.insert(name.to_lowercase()))
        .map(|name| {
            let mut spec = Spec::new(name);
            for (index, kind) in [name.clone(), format!("{name}Response"), "Tag".to_owned()].iter().enumerate() {
                if !["string", "int", "float", "bool", "any", "object"].contains(&kind.as_str()) {
                    spec.add("response", &format!("Field{index}"), &format!("{{ type: {} }}", quoted(kind)));
                    spec.add("types", kind, "{ Id: { type: string } }");
                }
            }
            spec.add("request", "Tag.n.Key", "{ type: string }");
            spec.add("request", &format!("{name}.Key"), "{ type: string }");
            spec.add("request", &format!("{name}Response.Key"), "{ type: string }");
            spec.file("course/actions")
        })
        .collect()
}

/// Every name as a provider with a service and an action of the same name.
fn providers(names: &[String]) -> Vec<SourceFile> {
    let folders = names.iter().filter(|name| is_folder(name));
    folders.flat_map(|name| [provider(name, &[name]), Spec::new(name).file(&format!("{name}/{name}"))]).collect()
}

/// One provider with every kind of name but those of folders and actions.
fn course(names: &[String]) -> Vec<SourceFile> {
    let mut files = vec![provider("course", &["rows", "types", "values"])];
    files.extend([rows(names), types(names), values(names)].into_iter().flatten());
    files
}

/// Names of tables, actions, services and providers.
fn rest(names: &[String]) -> Vec<SourceFile> {
    let mut files = vec![provider("course", &["tables", "actions"])];
    files.extend([tables(names), actions(names), providers(names)].into_iter().flatten());
    // Folders whose names run into each other when they are joined.
    files.extend([provider("join", &["b-c", "d"]), provider("join-b", &["c"])]);
    files.extend(["join/b-c", "join/d", "join-b/c"].map(|folder| Spec::new("Go").file(folder)));
    files
}

/// A crate that holds what the specs make, below the folder of build results.
fn written(name: &str, files: &[SourceFile]) -> Crate {
    Crate::write(env!("CARGO_TARGET_TMPDIR"), name, &tree::generate(files), &[])
}

/// The tests of the generated code build what the examples hold, encode it, and decode, encode and decode the answers.
#[test]
fn every_name_is_sent_and_read() {
    let names = names();
    let output = tree::generate(&course(&names));
    let shown = &output.files["src/course/rows/parameters.rs"];
    let (_, shown) = shown.split_once("mod tests").expect("the examples are tests");
    for name in names.iter().filter(|name| is_flat(name)) {
        assert!(shown.contains(&format!("{name:?},")) || !name.is_ascii(), "{name} is not sent");
    }
    written("obstacles", &course(&names)).cargo(&["test", "--quiet", "--lib"]);
}

#[test]
fn every_name_of_folders_and_actions_compiles() {
    written("obstacle-folders", &rest(&names())).cargo(&["check", "--quiet"]);
}

#[test]
#[ignore = "larger suite: lints and documents a large crate"]
fn nothing_is_said_against_any_name() {
    written("obstacles", &course(&names())).pass_everything();
    written("obstacle-folders", &rest(&names())).pass_everything();
}

/// The compiler has a warning of its own for crates whose only foreign letters look like others.
#[test]
fn a_crate_with_a_single_foreign_letter_works() {
    let mut spec = Spec::new("Go");
    spec.add("request", "口", "{ type: string }");
    written("foreign-letter", &[provider("course", &["rows"]), spec.file("course/rows")]).cargo(&["check", "--quiet"]);
}
