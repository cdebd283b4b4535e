//! The command line.

pub(crate) mod diff;
mod help;
mod pages;

use std::net::IpAddr;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, value_parser};

/// What is to be done.
#[derive(Debug)]
pub(crate) enum Command {
    Gen(Gen),
    Check(Check),
    Show(Show),
    Diff(diff::Diff),
    Rules,
    Cost(Cost),
    Mock(Mock),
    Vectors(Vectors),
    Transcribe(Transcribe),
    Corpus(Corpus),
    Audit(Audit),
    Ci,
}

#[derive(Debug)]
pub(crate) struct Gen {
    /// Folder of the specs, if not `specs/` of this repository.
    pub(crate) specs: Option<PathBuf>,
    /// Folder to write to, if not `generated/` of this repository.
    pub(crate) out: Option<PathBuf>,
    /// Whether nothing may be written.
    pub(crate) check: bool,
}

#[derive(Debug)]
pub(crate) struct Check {
    /// Folder of the specs, if not `specs/` of this repository.
    pub(crate) specs: Option<PathBuf>,
    pub(crate) format: Format,
}

#[derive(Debug)]
pub(crate) struct Show {
    /// What to show, if not everything.
    pub(crate) selection: Option<String>,
    /// Folder of the specs, if not `specs/` of this repository.
    pub(crate) specs: Option<PathBuf>,
    pub(crate) json: bool,
}

#[derive(Debug)]
pub(crate) struct Cost {
    /// How many actions to make up.
    pub(crate) actions: usize,
    /// How many times to build each crate.
    pub(crate) rounds: usize,
    /// Whether the crates are left where they are.
    pub(crate) keep: bool,
}

#[derive(Debug)]
pub(crate) struct Mock {
    /// Port to listen on; any that is free, if none is named.
    pub(crate) port: u16,
    /// Address to listen on, if not loopback.
    pub(crate) listen: Option<IpAddr>,
    /// Keys that may sign, as `ID=SECRET`.
    pub(crate) keys: Vec<String>,
    /// Folder of the specs, if not `specs/` of this repository.
    pub(crate) specs: Option<PathBuf>,
}

#[derive(Debug)]
pub(crate) struct Vectors {
    /// The file of cases.
    pub(crate) file: PathBuf,
}

#[derive(Debug)]
#[cfg_attr(not(feature = "pages"), expect(dead_code, reason = "only the program with the readers looks inside"))]
pub(crate) struct Transcribe {
    /// Pages, and folders of pages.
    pub(crate) pages: Vec<PathBuf>,
    /// Whose pages they are.
    pub(crate) provider: String,
    /// The service of all of them, if it is not that of their folders.
    pub(crate) service: Option<String>,
    /// A list of the pages to read.
    pub(crate) list: Option<PathBuf>,
    /// Folder of the specs.
    pub(crate) into: PathBuf,
    /// Whether the specs are right where they differ from the pages, and all that was told has been looked at.
    pub(crate) settled: bool,
    /// Whether what earlier runs told is to be told again.
    pub(crate) all: bool,
}

#[derive(Debug)]
#[cfg_attr(not(feature = "pages"), expect(dead_code, reason = "only the program with the readers looks inside"))]
pub(crate) struct Corpus {
    /// A folder with a folder of pages for each provider.
    pub(crate) folder: PathBuf,
    /// How many times over the pages are read as well, to see how the time grows.
    pub(crate) times: Vec<usize>,
}

#[derive(Debug)]
#[cfg_attr(not(feature = "pages"), expect(dead_code, reason = "only the program with the readers looks inside"))]
pub(crate) struct Audit {
    /// Pages, and folders of pages.
    pub(crate) pages: Vec<PathBuf>,
    /// Whose pages they are, if their folder does not say it.
    pub(crate) provider: Option<String>,
    /// How findings are printed.
    pub(crate) format: AuditFormat,
    /// Whether notes are printed for the eye, too.
    pub(crate) notes: bool,
    /// Folder of the specs whose errata decide what is found.
    pub(crate) specs: Option<PathBuf>,
}

/// How the findings of an audit are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AuditFormat {
    /// With both places quoted, for the eye.
    Human,
    /// One JSON object a line.
    Json,
    /// SARIF 2.1.0, for code hosts.
    Sarif,
}

/// How diagnostics are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// With the lines of the spec, for the eye.
    Human,
    /// One JSON object a line.
    Json,
    /// Workflow commands of GitHub Actions.
    Github,
}

impl Command {
    /// What the user asked for. Asked for help, or in a wrong way, the process ends here.
    pub(crate) fn from_command_line() -> Self {
        Self::from_matches(&command().get_matches())
    }

    fn from_matches(matches: &ArgMatches) -> Self {
        let path = |matches: &ArgMatches, name: &str| matches.get_one::<PathBuf>(name).cloned();
        let text = |matches: &ArgMatches, name: &str| matches.get_one::<String>(name).cloned();
        match matches.subcommand() {
            Some(("gen", matches)) => Self::Gen(Gen {
                specs: path(matches, "specs"),
                out: path(matches, "out"),
                check: matches.get_flag("check"),
            }),
            Some(("check", matches)) => Self::Check(Check {
                specs: path(matches, "specs"),
                format: Format::named(&text(matches, "format").unwrap_or_default()),
            }),
            Some(("show", matches)) => Self::Show(Show {
                selection: text(matches, "selection"),
                specs: path(matches, "specs"),
                json: matches.get_flag("json"),
            }),
            Some(("diff", matches)) => Self::Diff(diff::Diff::from_matches(matches)),
            Some(("rules", _)) => Self::Rules,
            Some(("cost", matches)) => Self::Cost(Cost {
                actions: number(matches, "actions"),
                rounds: number(matches, "rounds"),
                keep: matches.get_flag("keep"),
            }),
            Some(("transcribe", matches)) => Self::Transcribe(Transcribe {
                pages: matches.get_many::<PathBuf>("pages").into_iter().flatten().cloned().collect(),
                provider: text(matches, "provider").unwrap_or_default(),
                service: text(matches, "service"),
                list: path(matches, "pages-list"),
                into: path(matches, "into").unwrap_or_default(),
                settled: matches.get_flag("settled"),
                all: matches.get_flag("all"),
            }),
            Some(("audit", matches)) => Self::Audit(Audit {
                pages: matches.get_many::<PathBuf>("pages").into_iter().flatten().cloned().collect(),
                provider: text(matches, "provider"),
                format: match text(matches, "format").as_deref() {
                    Some("json") => AuditFormat::Json,
                    Some("sarif") => AuditFormat::Sarif,
                    _ => AuditFormat::Human,
                },
                notes: matches.get_flag("notes"),
                specs: path(matches, "specs"),
            }),
            Some(("corpus", matches)) => Self::Corpus(Corpus {
                folder: path(matches, "folder").unwrap_or_default(),
                times: matches.get_many("times").into_iter().flatten().copied().collect(),
            }),
            Some(("mock", matches)) => Self::Mock(Mock {
                port: matches.get_one("port").copied().unwrap_or(0),
                listen: matches.get_one("listen").copied(),
                keys: matches.get_many("key").into_iter().flatten().cloned().collect(),
                specs: path(matches, "specs"),
            }),
            Some(("vectors", matches)) => Self::Vectors(Vectors { file: path(matches, "file").unwrap_or_default() }),
            _ => Self::Ci,
        }
    }
}

/// A number that has a default.
fn number(matches: &ArgMatches, name: &str) -> usize {
    matches.get_one::<u64>(name).and_then(|number| usize::try_from(*number).ok()).unwrap_or(1)
}

impl Format {
    const NAMES: [&str; 3] = ["human", "json", "github"];

    fn named(name: &str) -> Self {
        match name {
            "json" => Self::Json,
            "github" => Self::Github,
            _ => Self::Human,
        }
    }
}

fn command() -> clap::Command {
    clap::Command::new("cargo xtask")
        .bin_name("cargo xtask")
        .about("The commands of this repository: from specs to Rust bindings")
        .after_help(help::EXIT_STATUS)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands([gen_command(), check_command(), show_command()])
        .subcommands([pages::transcribe_command(), pages::corpus_command(), pages::audit_command()])
        .subcommands([diff::command(), diff::rules_command()])
        .subcommands([mock_command(), cost_command(), vectors_command(), ci_command()])
}

fn gen_command() -> clap::Command {
    clap::Command::new("gen")
        .about("Write the bindings that the specs call for")
        .after_help(help::GEN)
        .arg(specs_argument())
        .arg(folder_argument("out").help("Folder to write to [default: generated/ of this repository]"))
        .arg(flag("check").help("Write nothing; list what differs, and fail if anything does"))
}

fn check_command() -> clap::Command {
    let format = Arg::new("format").long("format").value_name("FORMAT").default_value(Format::NAMES[0]);
    clap::Command::new("check")
        .about("Look for mistakes in the specs, without writing anything")
        .after_help(help::CHECK)
        .arg(specs_argument())
        .arg(format.value_parser(PossibleValuesParser::new(Format::NAMES)).help("How to print what was found"))
}

fn show_command() -> clap::Command {
    let selection = "A provider, a service, an action, or a path of them such as provider/service/Action";
    clap::Command::new("show")
        .about("Show the facts of an action as tables, in the order of its page")
        .after_help(help::SHOW)
        .arg(Arg::new("selection").value_name("SERVICE[/ACTION]").help(selection))
        .arg(specs_argument())
        .arg(flag("json").help("One JSON object a line, for programs"))
}

fn cost_command() -> clap::Command {
    clap::Command::new("cost")
        .about("Measure what the bindings of made-up actions cost to build")
        .after_help(help::COST)
        .arg(number_argument("actions", "200").help("How many actions; 200 have 1,000 structs"))
        .arg(number_argument("rounds", "3").help("How many times to build each crate; the median counts"))
        .arg(flag("keep").help("Leave the crates below target/cost"))
}

fn mock_command() -> clap::Command {
    let option = |name: &'static str, value: &'static str| Arg::new(name).long(name).value_name(value);
    let key =
        option("key", "ID=SECRET").action(ArgAction::Append).help("A key that may sign; may be given several times");
    clap::Command::new("mock")
        .about("Run a fake cloud that behaves as the specs say")
        .after_help(help::MOCK)
        .arg(option("port", "N").value_parser(value_parser!(u16)).help("Port to listen on [default: any that is free]"))
        .arg(key)
        .arg(
            option("listen", "ADDR")
                .value_parser(value_parser!(IpAddr))
                .help("Address to listen on [default: 127.0.0.1]"),
        )
        .arg(specs_argument())
}

fn vectors_command() -> clap::Command {
    let file = Arg::new("file").value_name("FILE").required(true).value_parser(value_parser!(PathBuf));
    clap::Command::new("vectors")
        .about("Check the signers against calls with known signatures")
        .after_help(help::VECTORS)
        .arg(file.help("A JSON list of cases"))
}

fn ci_command() -> clap::Command {
    clap::Command::new("ci")
        .about("Run everything that has to pass before a change is merged (.ci/run)")
        .after_help(help::EXIT_STATUS)
}

fn specs_argument() -> Arg {
    folder_argument("specs").help("Folder of the specs [default: specs/ of this repository]")
}

fn folder_argument(name: &'static str) -> Arg {
    Arg::new(name).long(name).value_name("DIR").value_parser(value_parser!(PathBuf))
}

fn number_argument(name: &'static str, default: &'static str) -> Arg {
    let numbers = value_parser!(u64).range(1..=10_000);
    Arg::new(name).long(name).value_name("N").default_value(default).value_parser(numbers)
}

fn flag(name: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        command().debug_assert();
    }

    #[test]
    fn arguments_arrive() {
        let parsed = |line: &[&str]| {
            Command::from_matches(&command().try_get_matches_from(line).unwrap_or_else(|error| panic!("{error}")))
        };
        let Command::Gen(generate) = parsed(&["xtask", "gen", "--specs", "a", "--check"]) else { panic!("not gen") };
        assert_eq!((generate.specs, generate.out, generate.check), (Some("a".into()), None, true));
        for name in Format::NAMES {
            let Command::Check(check) = parsed(&["xtask", "check", "--format", name]) else { panic!("not check") };
            assert_eq!(format!("{:?}", check.format).to_lowercase(), name);
        }
        let Command::Show(show) = parsed(&["xtask", "show", "a/b", "--json"]) else { panic!("not show") };
        assert_eq!((show.selection.as_deref(), show.json), (Some("a/b"), true));
        let Command::Cost(cost) = parsed(&["xtask", "cost", "--actions", "10"]) else { panic!("not cost") };
        assert_eq!((cost.actions, cost.rounds, cost.keep), (10, 3, false));
        let Command::Vectors(vectors) = parsed(&["xtask", "vectors", "f.json"]) else { panic!("not vectors") };
        assert_eq!(vectors.file, PathBuf::from("f.json"));
        let line = ["xtask", "mock", "--port", "4600", "--key", "a=b", "--key", "c=d", "--listen", "0.0.0.0"];
        let Command::Mock(mock) = parsed(&line) else { panic!("not mock") };
        assert_eq!(
            (mock.port, mock.keys, mock.listen),
            (4600, vec!["a=b".into(), "c=d".into()], "0.0.0.0".parse().ok())
        );
        assert!(matches!(parsed(&["xtask", "ci"]), Command::Ci));
    }
}
