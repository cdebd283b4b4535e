//! A folder of made-up specs, an output folder, and the command run on them.

#![allow(dead_code, reason = "each test file uses a part")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// `specs/` and `out/` in a temporary folder.
pub(crate) struct Bench {
    folder: TempDir,
}

/// What a run of the command did.
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) output: String,
    pub(crate) errors: String,
}

impl Run {
    /// Asserts the exit status; shows what was printed if it is another.
    pub(crate) fn exits(self, status: i32) -> Self {
        assert_eq!(self.status, status, "output:\n{}\nerrors:\n{}", self.output, self.errors);
        self
    }

    /// Asserts that standard output holds this.
    pub(crate) fn says(self, text: &str) -> Self {
        assert!(self.output.contains(text), "no {text:?} in the output:\n{}\nerrors:\n{}", self.output, self.errors);
        self
    }

    /// Asserts that standard error holds this.
    pub(crate) fn complains(self, text: &str) -> Self {
        assert!(self.errors.contains(text), "no {text:?} in the errors:\n{}\noutput:\n{}", self.errors, self.output);
        self
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            status: output.status.code().expect("the command was not killed"),
            output: String::from_utf8(output.stdout).expect("output is UTF-8"),
            errors: String::from_utf8(output.stderr).expect("errors are UTF-8"),
        }
    }
}

impl Bench {
    /// Two services of one provider, with two actions and one.
    pub(crate) fn new() -> Self {
        let bench = Self::empty();
        bench.provider("alpha", &["disk", "vm"]);
        bench.action("alpha", "disk", "ListDisks", "Lists disks.");
        bench.action("alpha", "vm", "ListImages", "Lists images.");
        bench.action("alpha", "vm", "ListMachines", "Lists machines.");
        bench
    }

    /// An empty folder of specs.
    pub(crate) fn empty() -> Self {
        let bench = Self { folder: tempfile::tempdir().expect("a temporary folder") };
        fs::create_dir(bench.specs()).expect("the specs folder");
        bench
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn specs(&self) -> PathBuf {
        self.path("specs")
    }

    pub(crate) fn out(&self) -> PathBuf {
        self.path("out")
    }

    /// Writes a file below the temporary folder.
    pub(crate) fn write(&self, path: &str, contents: impl AsRef<[u8]>) {
        let file = self.path(path);
        fs::create_dir_all(file.parent().expect("a parent")).expect("its folder");
        fs::write(file, contents).expect("a file");
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub(crate) fn provider(&self, provider: &str, services: &[&str]) {
        self.provider_in("specs", provider, services);
    }

    /// The same in another folder of specs.
    pub(crate) fn provider_in(&self, specs: &str, provider: &str, services: &[&str]) {
        self.write(&format!("{specs}/{provider}/provider.yaml"), provider_text(provider, services));
    }

    pub(crate) fn action(&self, provider: &str, service: &str, action: &str, doc: &str) {
        self.write(&format!("specs/{provider}/{service}/{action}.yaml"), action_text(action, doc));
    }

    /// The command, in the temporary folder.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.current_dir(self.folder.path()).args(arguments);
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.command(arguments).output().expect("the command starts").into()
    }

    /// `gen` from `specs/` into `out/`.
    pub(crate) fn generate(&self, more: &[&str]) -> Run {
        self.run(&[&["gen", "--specs", "specs", "--out", "out"], more].concat())
    }

    /// Everything in the output folder.
    pub(crate) fn tree(&self) -> BTreeMap<String, Vec<u8>> {
        tree(&self.out())
    }

    /// Names of what stands beside the specs and the output, hidden things included.
    pub(crate) fn neighbours(&self) -> Vec<String> {
        let names = fs::read_dir(self.folder.path()).expect("the folder");
        let names = names.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
        names.filter(|name| name != "specs" && name != "out").collect()
    }
}

/// All files below a folder, by relative path.
pub(crate) fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("it is below").to_string_lossy().into_owned();
                files.insert(name, fs::read(&path).expect("a file"));
            }
        }
    }
    files
}

fn provider_text(provider: &str, services: &[&str]) -> String {
    let mut text = format!(
        "provider: {provider}\ntitle: A made-up cloud\ndoc: Stands for any provider.\n\
         source: {{ page: Overview, transcribed: 2026-11-21 }}\n\
         method: GET\nsigning: {{ scheme: qingcloud }}\naction_parameter: action\nlist_base: 1\n\
         status: {{ field: ret_code, success: 0, message: message }}\nservices:\n"
    );
    for service in services {
        text += &format!(
            "  {service}: {{ title: Service {service}, doc: A part of the cloud., \
             endpoint: \"https://api.example.com/{service}/\", version: \"1\" }}\n"
        );
    }
    text
}

/// An action with a parameter, an answer, and a given description.
pub(crate) fn action_text(action: &str, doc: &str) -> String {
    format!(
        "action: {action}\ndoc: {doc}\nsource: {{ page: {action}, transcribed: 2026-11-21 }}\n\
         request:\n  zone: {{ type: string, required: true, doc: Zone to look in. }}\n  \
         limit: {{ type: int, default: 20, max: 100, doc: Page size. }}\n\
         response:\n  total_count: {{ type: int, doc: How many there are in all. }}\n"
    )
}
