//! One cold build: CPU time, most memory, size of the library.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use super::crates::Crate;
use crate::failure::{Doing as _, Failure};

/// How often the compiler's memory is looked at. The figure is a high-water mark, so that only its last rise can be
/// missed.
const LOOK: Duration = Duration::from_millis(20);

/// What is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    Check,
    Debug,
    Release,
}

impl Mode {
    pub(super) const ALL: [Self; 3] = [Self::Check, Self::Debug, Self::Release];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Debug => "debug build",
            Self::Release => "release build",
        }
    }

    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Check => &["check"],
            Self::Debug => &["build"],
            Self::Release => &["build", "--release"],
        }
    }

    /// Where the library is, below the target folder.
    fn folder(self) -> &'static str {
        if self == Self::Release { "release" } else { "debug" }
    }
}

/// What a build took.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Figures {
    /// CPU seconds of cargo and the compiler; where the system does not tell, seconds on the clock.
    pub(super) seconds: f64,
    /// Most memory of the compiler, in MB; 0 where the system does not tell.
    pub(super) memory: f64,
    /// Size of the library, in MB; 0 for a check.
    pub(super) library: f64,
}

impl Figures {
    /// The middle of each figure.
    pub(super) fn median(runs: &[Self]) -> Self {
        let middle = |figure: fn(&Self) -> f64| {
            let mut values: Vec<f64> = runs.iter().map(figure).collect();
            tablature_bench::median(&mut values)
        };
        Self {
            seconds: middle(|run| run.seconds),
            memory: middle(|run| run.memory),
            library: middle(|run| run.library),
        }
    }
}

impl Crate {
    /// Builds everything that the crate needs, by building it without its content.
    pub(super) fn build_dependencies(&self, mode: Mode) -> Result<(), Failure> {
        self.set_root("//! Nothing yet.\n")?;
        self.cargo(mode).map(drop)
    }

    /// Builds the crate itself, from nothing.
    pub(super) fn build(&self, mode: Mode) -> Result<Figures, Failure> {
        self.set_root(&self.root)?;
        let (before, start) = (children_seconds(), Instant::now());
        let memory = self.cargo(mode)?;
        let seconds = match (before, children_seconds()) {
            (Some(before), Some(after)) => after - before,
            _ => start.elapsed().as_secs_f64(),
        };
        let library = self.target.join(mode.folder()).join(format!("lib{}.rlib", self.name));
        let size = if mode == Mode::Check { 0 } else { fs::metadata(&library).doing("find", &library)?.len() };
        Ok(Figures { seconds, memory, library: size as f64 / 1e6 })
    }

    /// Cargo takes a file for changed when it is younger than the last build.
    fn set_root(&self, text: &str) -> Result<(), Failure> {
        let root = self.folder.join("src/lib.rs");
        fs::write(&root, text).doing("write", &root)
    }

    /// Most memory of the compiler, in MB.
    fn cargo(&self, mode: Mode) -> Result<f64, Failure> {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(mode.arguments()).args(self.features).arg("--quiet").current_dir(&self.folder).stdin(Stdio::null());
        cargo.env("CARGO_INCREMENTAL", "0").env("CARGO_TARGET_DIR", &self.target).env_remove("RUSTFLAGS");
        let mut running = cargo.spawn().doing("run cargo in", &self.folder)?;
        let (status, memory) = watched(&mut running).doing("wait for cargo in", &self.folder)?;
        if !status.success() {
            return Err(Failure::faulty(format!("{} of {} failed", mode.name(), self.name)));
        }
        Ok(memory)
    }
}

fn watched(cargo: &mut Child) -> std::io::Result<(ExitStatus, f64)> {
    let mut most = 0.0_f64;
    loop {
        if let Some(status) = cargo.try_wait()? {
            return Ok((status, most));
        }
        for child in children(cargo.id()) {
            most = most.max(memory(child).unwrap_or_default());
        }
        std::thread::sleep(LOOK);
    }
}

/// The children of a process: each of its threads may have some.
fn children(process: u32) -> Vec<u32> {
    let threads = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let texts = threads.filter_map(|thread| fs::read_to_string(thread.path().join("children")).ok());
    texts.flat_map(|text| text.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<u32>>()).collect()
}

/// The most memory that a process has had, in MB.
fn memory(process: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: f64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kibibytes * 1024.0 / 1e6)
}

/// CPU seconds of all processes that this one has started and that have ended, and of theirs.
fn children_seconds() -> Option<f64> {
    /// Linux counts in hundredths for every program, whatever the clock of the kernel.
    const TICKS_A_SECOND: f64 = 100.0;
    let stat = fs::read_to_string(Path::new("/proc/self/stat")).ok()?;
    // The name, in brackets, may hold anything; the children's times are the 14th and 15th field after it.
    let (_, fields) = stat.rsplit_once(')')?;
    let times: Vec<f64> = fields.split_whitespace().skip(13).take(2).filter_map(|time| time.parse().ok()).collect();
    (times.len() == 2).then(|| times.iter().sum::<f64>() / TICKS_A_SECOND)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_taken_for_each_figure() {
        let run = |seconds, memory| Figures { seconds, memory, library: 1.0 };
        let median = Figures::median(&[run(3.0, 10.0), run(1.0, 30.0), run(2.0, 20.0)]);
        assert_eq!((median.seconds, median.memory, median.library), (2.0, 20.0, 1.0));
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn linux_tells_what_processes_use() {
        assert!(children_seconds().is_some());
        assert!(memory(std::process::id()).is_some_and(|megabytes| megabytes > 0.5));
    }
}
