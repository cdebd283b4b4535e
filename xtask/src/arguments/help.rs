//! What stands below the list of options.

pub(super) const EXIT_STATUS: &str = "\
Exit status:
  0  done
  1  the input has errors (all of them are shown), or the work could not be done
  2  the command was called in a wrong way";

pub(super) const GEN: &str = "\
Examples:
  cargo xtask gen                       after a change of the specs
  cargo xtask gen --check               in CI: do the bindings match the specs?
  cargo xtask gen --out ../my-bindings  a crate of its own that builds where it stands

Only files that changed are written. A run that fails, or is killed, leaves the folder as it was.
Files that `gen` did not write (no marker in their first line) are never changed or removed.
A crate outside of this repository finds the runtime by an absolute path in its Cargo.toml, which is right on this machine
only: point `tablature-runtime` there at git or at a copy of `runtime/` before you hand the crate on. Inside of the
repository the path is a relative one. A provider of many actions comes as a crate for each service, below the same folder:
whoever depends on the crate sees nothing of it, and cargo builds them side by side.

Exit status:
  0  done; with --check: nothing to do
  1  the specs have errors (all of them are shown); with --check: files differ
  2  the command was called in a wrong way, or --out holds things that `gen` did not write";

pub(super) const CHECK: &str = "\
Examples:
  cargo xtask check
  cargo xtask check --format json | jq .message
  cargo xtask check --format github     in a workflow: findings beside the lines of a pull request

Exit status:
  0  no errors (there may be warnings)
  1  the specs have errors (all of them are shown)
  2  the command was called in a wrong way";

pub(super) const SHOW: &str = "\
Examples:
  cargo xtask show                                everything
  cargo xtask show qingcloud                      a provider
  cargo xtask show qingcloud/iaas                 a service
  cargo xtask show qingcloud/iaas/DescribeImages  an action
  cargo xtask show DescribeImages                 the actions of this name, of all providers
  cargo xtask show iaas/DescribeImages --json     for programs: one fact a line

Exit status:
  0  done
  1  nothing has this name, or the specs have errors (all of them are shown)
  2  the command was called in a wrong way";

pub(super) const DIFF: &str = "\
Examples:
  cargo xtask diff main                          the specs on disk against a branch
  cargo xtask diff v0.1.0 v0.2.0 --format json   two releases, for programs
  cargo xtask diff ../old/specs specs            two folders
  cargo xtask diff main --fail-on api            in CI: fail when sources do not compile any more

Order, wording and formatting are no changes. Revisions are read from git's objects; a folder goes before a revision of
the same name. A change that was reviewed stands below `accepted` in provider.yaml, and fails nothing.
`cargo xtask rules` lists all kinds of changes, with their verdicts.

Exit status:
  0  done
  1  --fail-on found something, or one of the states has errors (all of them are shown)
  2  the command was called in a wrong way, or there is no such folder or revision";

pub(super) const COST: &str = "\
Examples:
  cargo xtask cost                          1,000 structs, three rounds: about a quarter of an hour
  cargo xtask cost --actions 40 --rounds 1  for a first idea

The same structs are built twice: as generated, and with serde's derives. A target that is missed is named, and is no
failure.

Exit status:
  0  done
  1  a crate does not build
  2  the command was called in a wrong way";

pub(super) const MOCK: &str = "\
Examples:
  cargo xtask mock                                 on a free port, with a key that it prints
  cargo xtask mock --port 4600 --key my-id=my-secret
  cargo xtask mock --listen 0.0.0.0                for other machines, too: whoever reaches it can use it

The first line that it prints is: listening on http://127.0.0.1:PORT
One port serves all providers. Send calls to it as to the provider, with the path of the provider's endpoint
(/v2/index.php, /iaas/, /), or /api for a provider of private clouds. It verifies signatures, checks parameters, lists the
documented examples, and remembers what is created. Faults, answers and what it holds are programmed over HTTP;
GET /__help tells how. It runs until it is told to stop, by Ctrl-C or a signal that
terminates.

Exit status:
  0  it was told to stop
  1  the specs have errors (all of them are shown), or the port cannot be had
  2  the command was called in a wrong way";

pub(super) const VECTORS: &str = "\
Example:
  cargo xtask vectors vectors.json

The file holds a list of cases, each an object:
  id              what the case is called
  provider        tencent, aliyun, qingcloud, ucloud or ucloudstack
  method          GET or POST
  signed_host     host, with the port if there is one; needed where it is signed
  path            needed where it is signed
  credentials     {\"id\": …, \"secret\": …}; what differs is shown, so use made-up keys
  flat_params     a list of [name, value], signed exactly as they are
  string_to_sign  what is expected
  signature       what is expected

Exit status:
  0  every case is reproduced
  1  something differs, or the file holds something else (all of it is shown)
  2  the command was called in a wrong way";

pub(super) const TRANSCRIBE: &str = "\
Examples:
  cargo xtask transcribe describe_image.md --provider ucloud --service uhost --into specs
  cargo xtask transcribe ../pages/ucloud --provider ucloud --pages ../pages/LIVE.txt --into ../specs

What was read, what was guessed and what was not understood is printed with file, line and column; what is left to you stands
last. Guesses are told once, and pages that say what they said are counted; --all lists both again. Into a spec that is there, what changed on the page since it was read last is merged; what
people changed stays, and where both did, both are shown. --settled says that the specs are right in all of that, and that
what was not understood has been added by hand where it had to be. provider.yaml is taken from this repository when the
folder has none.

Exit status:
  0  done
  1  something was not understood, or is left to you to settle; everything else was written
  2  the command was called in a wrong way";

pub(super) const AUDIT: &str = "\
Examples:
  cargo xtask audit ../pages/ucloud
  cargo xtask audit describe_image.md --provider ucloud --format sarif > findings.sarif
  cargo xtask audit ../pages/ucloud --specs specs

With --specs, what an erratum of the action decides is counted and not printed; JSON names the decision, and SARIF has it
suppressed. The kinds of findings, and what they mean, stand in AUDIT.md.

Exit status:
  0  no finding is an error that is not decided
  1  there are errors
  2  the command was called in a wrong way";

pub(super) const CORPUS: &str = "\
Examples:
  cargo xtask corpus ../shared/corpus
  cargo xtask corpus ../shared/corpus --times 1,10,100

Below DIR stands a folder for each provider. Of each, the pages that its LIVE_PAGES.txt names, or all, are read. Where
the view of a provider's SDK lies beside (DIR/../truth/<provider>.json), the specs are compared with it.

Exit status:
  0  done
  1  the specs that come out have errors
  2  the command was called in a wrong way";
