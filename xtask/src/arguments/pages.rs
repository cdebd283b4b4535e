//! The commands that read pages.

use std::path::PathBuf;

use clap::{Arg, ArgAction, value_parser};

use super::{folder_argument, help};

pub(super) fn transcribe_command() -> clap::Command {
    let pages = Arg::new("pages").value_name("PAGE").required(true).num_args(1..).value_parser(value_parser!(PathBuf));
    let provider = Arg::new("provider").long("provider").value_name("P").required(true);
    let service = Arg::new("service").long("service").value_name("S");
    let list = Arg::new("pages-list").long("pages").value_name("FILE").value_parser(value_parser!(PathBuf));
    let settled = Arg::new("settled").long("settled").action(ArgAction::SetTrue);
    let all = Arg::new("all").long("all").action(ArgAction::SetTrue);
    clap::Command::new("transcribe")
        .about("Read pages of documentation into specs")
        .after_help(help::TRANSCRIBE)
        .arg(pages.help("Pages, and folders of pages"))
        .arg(provider.help("Whose pages they are: the name of the provider's folder of specs"))
        .arg(service.help("The service they belong to [default: the folder directly below the one that was named]"))
        .arg(list.help("A list of the pages to read, one a line, relative to the folder"))
        .arg(folder_argument("into").required(true).help("Folder of specs to write to"))
        .arg(settled.help("The specs are right, whatever the pages say and whatever of them was not understood"))
        .arg(all.help("List also pages that say what they said, and tell again what earlier runs have told"))
}

pub(super) fn corpus_command() -> clap::Command {
    let folder = Arg::new("folder").value_name("DIR").required(true).value_parser(value_parser!(PathBuf));
    let times = Arg::new("times").long("times").value_name("N").value_delimiter(',').value_parser(value_parser!(usize));
    clap::Command::new("corpus")
        .about("What transcription comes to over folders of pages; writes nothing")
        .after_help(help::CORPUS)
        .arg(folder.help("A folder with a folder of pages for each provider"))
        .arg(times.help("Read the pages N times over, too, and print the time of each run"))
}

pub(super) fn audit_command() -> clap::Command {
    let pages = Arg::new("pages").value_name("PAGE").required(true).num_args(1..).value_parser(value_parser!(PathBuf));
    let provider = Arg::new("provider").long("provider").value_name("P");
    let format = Arg::new("format").long("format").value_parser(["human", "json", "sarif"]).default_value("human");
    let notes = Arg::new("notes").long("notes").action(ArgAction::SetTrue);
    clap::Command::new("audit")
        .about("Where pages of documentation contradict themselves")
        .after_help(help::AUDIT)
        .arg(pages.help("Pages, and folders of pages"))
        .arg(provider.help("Whose pages they are [default: the folder in the path that bears a provider's name]"))
        .arg(format.help("How to print the findings"))
        .arg(notes.help("Print notes for the eye, too"))
        .arg(folder_argument("specs").help(
            "Folder of specs, where providers are described; what their errata have decided is no longer an error",
        ))
}
