//! The walls of the house: which room may know which. Read from `use` lines, written-out paths and manifests; the rooms
//! stand in [`tablature_tests::rooms`].

use tablature_tests::house;
use tablature_tests::rooms::{HOUSES, House, Room};
use tablature_tests::rust::named_paths;

/// The package in a folder, and the packages of this repository that it may know.
struct Package {
    folder: &'static str,
    may_know: &'static [&'static str],
    /// What its tests and benchmarks may know beside it.
    tests_may_know: &'static [&'static str],
}

/// `xtask` does not know `tablature`, the generated bindings, so that it can mend bindings that do not compile.
const PACKAGES: &[Package] = &[
    Package { folder: "codegen", may_know: &[], tests_may_know: &[] },
    Package { folder: "runtime", may_know: &[], tests_may_know: &[] },
    Package { folder: "generated", may_know: &["tablature-runtime"], tests_may_know: &[] },
    Package {
        folder: "xtask",
        may_know: &[
            "tablature-bench",
            "tablature-codegen",
            "tablature-diff",
            "tablature-mock",
            "tablature-runtime",
            "tablature-transcribe",
        ],
        tests_may_know: &[],
    },
    Package { folder: "diff", may_know: &["tablature-codegen"], tests_may_know: &[] },
    Package { folder: "transcribe", may_know: &["tablature-codegen"], tests_may_know: &[] },
    Package { folder: "mock", may_know: &["tablature-codegen", "tablature-runtime"], tests_may_know: &["tablature"] },
    // Only what users have: the bindings.
    Package { folder: "examples", may_know: &["tablature"], tests_may_know: &["tablature-mock"] },
    Package {
        folder: "bench",
        may_know: &[],
        tests_may_know: &["tablature", "tablature-codegen", "tablature-diff", "tablature-mock", "tablature-runtime"],
    },
    Package {
        folder: "tests",
        may_know: &[
            "tablature",
            "tablature-bench",
            "tablature-codegen",
            "tablature-diff",
            "tablature-mock",
            "tablature-runtime",
            "tablature-transcribe",
        ],
        tests_may_know: &[],
    },
];

/// Packages that a folder must not use, because what they are for is no business of it.
const FOREIGN: &[(&str, &[&str])] = &[
    ("mock", &["clap", "quote", "reqwest", "serde_yaml", "syn"]),
    ("xtask", &["axum", "heck", "hyper", "prettyplease", "proc-macro2", "quote", "serde_yaml", "syn", "tokio"]),
    ("runtime", &["serde_yaml", "quote", "syn", "proc-macro2", "heck", "clap"]),
    ("generated", &["serde", "serde_json", "serde_derive"]),
];

/// What a file names that its room must not know, a line each.
fn breaches(path: &str, source: &str) -> Vec<String> {
    let Some(house) = HOUSES.iter().find(|house| path.starts_with(house.folder)) else { return Vec::new() };
    let (rooms, inside) = (house.rooms, path.trim_start_matches(house.folder));
    let inside = inside.trim_end_matches(".rs").trim_end_matches("/mod");
    let module: Vec<&str> = inside.split('/').collect();
    let Some(room) = rooms.iter().find(|room| room.name == module[0]) else {
        return vec![format!("{path}: `{}` is no room of the table in this test", module[0])];
    };
    let mut found = Vec::new();
    for named in named_paths(source) {
        let at = format!("{path}:{}: `{}`", named.line, named.path);
        if let Some(other) =
            room_of(&named.path, &module, rooms).filter(|other| *other != room.name && !room.may_know.contains(other))
        {
            found.push(format!("{at}: the room `{}` must not know the room `{other}`", room.name));
        }
        for (package, users) in house.used_only_by {
            if names(&named.path, package) && !users.contains(&room.name) {
                found.push(format!("{at}: only {users:?} may use `{package}`, not the room `{}`", room.name));
            }
        }
    }
    found
}

/// The room that a path leads to, from a module of this crate; none when it leads out of the crate.
fn room_of(path: &str, module: &[&str], rooms: &[Room]) -> Option<&'static str> {
    let mut segments = path.split("::").peekable();
    let first = match segments.peek().copied() {
        Some("crate") => {
            segments.next();
            segments.next()
        }
        Some("super") => {
            let mut depth = module.len();
            while segments.next_if_eq(&"super").is_some() {
                depth = depth.saturating_sub(1);
            }
            if depth == 0 { segments.next() } else { module.first().copied() }
        }
        _ => None,
    };
    rooms.iter().map(|room| room.name).find(|name| Some(*name) == first)
}

/// Whether a path begins with this package or module, or is its macro.
fn names(path: &str, package: &str) -> bool {
    path == package || path == format!("{package}!") || path.starts_with(&format!("{package}::"))
}

#[test]
fn no_room_knows_what_it_must_not() {
    let files: Vec<_> = HOUSES.iter().flat_map(|one| house::files(one.folder.trim_end_matches('/'), &["rs"])).collect();
    let rooms = files.iter().filter(|path| !path.ends_with("src/lib.rs"));
    let found: Vec<String> = rooms.flat_map(|path| breaches(path, &house::text(path))).collect();
    assert!(found.is_empty(), "a wall is broken:\n{}", found.join("\n"));
}

#[test]
fn every_room_of_the_table_exists() {
    for House { folder: house, rooms, .. } in HOUSES {
        let files = house::files(house.trim_end_matches('/'), &["rs"]);
        for room in *rooms {
            let (file, folder) = (format!("{house}{}.rs", room.name), format!("{house}{}/", room.name));
            let exists = files.iter().any(|path| *path == file || path.starts_with(&folder));
            assert!(exists, "there is no room `{house}{}`", room.name);
        }
    }
}

#[test]
fn a_broken_wall_is_seen() {
    let broken = |path, source| breaches(path, source).len();
    assert_eq!(broken("codegen/src/emit/field.rs", "use crate::rust::Field;\nuse quote::quote;\n"), 0);
    assert_eq!(broken("codegen/src/emit/field.rs", "use crate::model::Row;"), 1);
    assert_eq!(broken("codegen/src/emit/field.rs", "use super::super::model::Row;"), 1);
    assert_eq!(broken("codegen/src/emit/mod.rs", "use super::model::Row;"), 1);
    assert_eq!(broken("codegen/src/check/rule/size.rs", "use super::super::scope::Scope;"), 0);
    assert_eq!(broken("codegen/src/lower/names.rs", "let tokens = quote! { fn };"), 1);
    assert_eq!(broken("codegen/src/lower/names.rs", "let tokens = quote::quote! { fn };"), 1);
    assert_eq!(broken("codegen/src/resolve/row.rs", "fn read(text: &str) -> serde_yaml::Value {"), 1);
    assert_eq!(broken("codegen/src/check/row.rs", "use std::{collections::BTreeMap, fs};"), 1);
    assert_eq!(broken("codegen/src/elsewhere/row.rs", ""), 1);
    assert_eq!(broken("transcribe/src/rows/models.rs", "use crate::write::yaml::scalar;"), 1);
    let told = breaches("codegen/src/emit/field.rs", "\nuse crate::model::Row;");
    assert_eq!(
        told,
        ["codegen/src/emit/field.rs:2: `crate::model::Row`: the room `emit` must not know the room `model`"]
    );
}

/// The packages that a manifest depends on: for its tests and benchmarks alone, or for everything else.
fn dependencies(manifest: &str, for_tests: bool) -> Vec<String> {
    let mut found = Vec::new();
    let mut counts = false;
    for line in manifest.lines().map(str::trim) {
        if let Some(section) = line.strip_prefix('[') {
            let section = section.trim_end_matches(']');
            counts = section.ends_with("dependencies") && section.ends_with("dev-dependencies") == for_tests;
        } else if let Some((name, _)) = line.split_once('=').filter(|_| counts && !line.starts_with('#')) {
            found.push(name.trim().trim_end_matches(".workspace").to_owned());
        }
    }
    found
}

fn is_ours(package: &str) -> bool {
    package == "tablature" || package.starts_with("tablature-")
}

#[test]
fn packages_depend_only_on_what_they_may_know() {
    for Package { folder, may_know, tests_may_know } in PACKAGES {
        let Some(manifest) = house::text_if_any(&format!("{folder}/Cargo.toml")) else { continue };
        for name in dependencies(&manifest, false).iter().filter(|name| is_ours(name)) {
            assert!(may_know.contains(&name.as_str()), "{folder}/Cargo.toml: {folder} must not know {name}");
        }
        for name in dependencies(&manifest, true).iter().filter(|name| is_ours(name)) {
            let known = may_know.contains(&name.as_str()) || tests_may_know.contains(&name.as_str());
            assert!(known, "{folder}/Cargo.toml: even the tests of {folder} must not know {name}");
        }
    }
    for (folder, foreign) in FOREIGN {
        for name in dependencies(&house::text(&format!("{folder}/Cargo.toml")), false) {
            assert!(!foreign.contains(&name.as_str()), "{folder}/Cargo.toml: {name} is no business of {folder}");
        }
    }
}

#[test]
fn a_broken_manifest_is_seen() {
    let manifest = "[dependencies]\n# a comment = 1\ntablature.workspace = true\n\n[dev-dependencies]\nserde = \"1\"\n";
    assert_eq!(dependencies(manifest, false), ["tablature"]);
    assert_eq!(dependencies(manifest, true), ["serde"]);
    assert_eq!(dependencies("[target.'cfg(unix)'.dependencies]\nlibc = \"1\"\n", false), ["libc"]);
}

#[test]
fn every_package_of_the_workspace_stands_in_the_table() {
    let workspace = house::text("Cargo.toml");
    let members = workspace.lines().find(|line| line.starts_with("members")).unwrap_or_default();
    for member in members.split('"').skip(1).step_by(2) {
        assert!(
            PACKAGES.iter().any(|package| package.folder == member),
            "{member} is no package of the table in this test"
        );
    }
}

#[test]
fn code_names_no_package_of_ours_that_it_may_not_know() {
    for Package { folder, may_know, .. } in PACKAGES {
        // What `emit` quotes is not its own code.
        let files = house::files(&format!("{folder}/src"), &["rs"]);
        for path in files.iter().filter(|path| !path.starts_with("codegen/src/emit/")) {
            for named in named_paths(&house::text(path)) {
                let package = named.path.split("::").next().unwrap_or("").replace('_', "-");
                let is_known = may_know.contains(&package.as_str()) || package == format!("tablature-{folder}");
                assert!(!is_ours(&package) || is_known, "{path}:{}: {folder} must not know {package}", named.line);
            }
        }
    }
}

/// What the fake cloud may take from the runtime. Not what checks requests: it reads the documents on its own.
const TAKEN_BY_THE_MOCK: [&str; 4] = ["sign", "jiff", "Method", "Scheme"];

#[test]
fn the_fake_cloud_reads_the_documents_on_its_own() {
    for path in house::files("mock/src", &["rs"]) {
        for named in named_paths(&house::text(&path)) {
            let Some(taken) = named.path.strip_prefix("tablature_runtime::") else { continue };
            let part = taken.split("::").next().unwrap_or_default();
            assert!(TAKEN_BY_THE_MOCK.contains(&part), "{path}:{}: the fake cloud must not know {part}", named.line);
        }
    }
}

/// A package that the runtime uses, and the only part of it that may name it.
const OF_THE_RUNTIME: &[(&str, &str)] = &[
    ("reqwest", "runtime/src/client/reqwest/"),
    ("rustls", "runtime/src/client/reqwest/"),
    ("webpki_roots", "runtime/src/client/reqwest/"),
    ("tokio", "runtime/src/client/reqwest/"),
    ("std::net::TcpStream", "runtime/src/client/reqwest/"),
    ("backon", "runtime/src/client/retries.rs"),
    ("futures_core", "runtime/src/client/pages/"),
    ("base64", "runtime/src/sign/"),
    ("hmac", "runtime/src/sign/"),
    ("sha1", "runtime/src/sign/"),
    ("sha2", "runtime/src/sign/"),
];

#[test]
fn what_the_runtime_uses_is_known_where_it_is_needed_only() {
    for path in house::files("runtime/src", &["rs"]) {
        for named in named_paths(&house::text(&path)) {
            for (package, room) in OF_THE_RUNTIME.iter().filter(|(package, _)| names(&named.path, package)) {
                assert!(path.starts_with(room), "{path}:{}: only {room} may use `{package}`", named.line);
            }
        }
    }
}

#[test]
fn specs_know_nothing_of_rust() {
    for path in house::files("specs", &["yaml"]) {
        for (index, line) in house::text(&path).lines().enumerate() {
            for word in
                ["Option<", "Vec<", "String::", "i64", "u64", "struct ", "enum::", "#[", "::new", "rustdoc", "serde"]
            {
                assert!(!line.contains(word), "{path}:{}: `{word}` is Rust", index + 1);
            }
        }
    }
}
