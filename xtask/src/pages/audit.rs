//! `cargo xtask audit`: where pages contradict themselves.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use tablature_codegen::source::SourceFile;
use tablature_transcribe::audit::{Audited, Decisions, Severity, audit, human, json, sarif};
use tablature_transcribe::dialect::{Dialect, dialect};
use tablature_transcribe::{PageFile, Settings};

use super::files::{self, Wanted};
use super::{specs, transcribe};
use crate::arguments::{Audit, AuditFormat};
use crate::console::{self, count};
use crate::failure::{Failure, Status};
use crate::place;

pub(crate) fn run(arguments: &Audit) -> Result<Status, Failure> {
    let folder = arguments.specs.clone().unwrap_or_else(|| place::repository().join("specs"));
    let mut batches = Vec::new();
    for place in &arguments.pages {
        let provider = provider_of(place, arguments.provider.as_deref(), &folder)?;
        batches.push(read(place, &provider, &folder)?);
    }
    let specs = arguments.specs.as_deref().map(|folder| crate::specs::read(Some(folder))).transpose()?;
    let files = specs.as_ref().map_or(&[][..], |specs| &specs.files);
    let pages: Vec<Audited<'_>> = batches.iter().flat_map(|batch| batch.audited(files)).collect();
    match arguments.format {
        AuditFormat::Human => {
            let color = console::output_has_color();
            let shown = |page: &Audited<'_>| human(&open(page, arguments.notes), color);
            console::print(&pages.iter().map(shown).collect::<String>())?;
            console::print(&summary(&pages, arguments.notes))?;
        }
        AuditFormat::Json => console::print(&pages.iter().map(json).collect::<String>())?,
        AuditFormat::Sarif => console::print(&sarif(&pages))?,
    }
    Ok(if of(&pages, Severity::Error) == 0 { Status::Done } else { Status::Faulty })
}

/// Pages of one provider, as they were read.
struct Batch {
    dialect: Dialect,
    pages: Vec<PageFile>,
    readings: Vec<tablature_transcribe::rows::Reading>,
    common: BTreeSet<String>,
}

impl Batch {
    /// What is found, with what these specs have decided of it.
    fn audited(&self, specs: &[SourceFile]) -> Vec<Audited<'_>> {
        let decisions = Decisions::of(&self.dialect.provider, specs, 1);
        let pages = self.pages.iter().zip(&self.readings);
        let mut found: Vec<_> =
            pages.map(|(page, reading)| audit(&page.path, &page.text, reading, &self.dialect, &self.common)).collect();
        found.iter_mut().for_each(|page| decisions.note(page));
        found
    }
}

fn read(place: &PathBuf, provider: &str, described: &Path) -> Result<Batch, Failure> {
    let yaml = specs::provider(described, provider)?;
    let dialect = specs::dialect(described, provider, yaml.as_deref())?;
    let common = yaml.map(|yaml| tablature_transcribe::common(provider, &yaml)).unwrap_or_default();
    let wanted = Wanted { places: std::slice::from_ref(place), service: Some("pages"), list: None };
    let mut pages = files::read(&wanted)?;
    let folder = if place.is_dir() { place.clone() } else { place.parent().map(Path::to_path_buf).unwrap_or_default() };
    for page in &mut pages.pages {
        page.path = folder.join(&page.path).to_string_lossy().into_owned();
    }
    for line in &pages.skipped {
        console::warn(&format!("{line}\n"));
    }
    let readings = transcribe::read(&pages, &dialect, &Settings::default()).readings;
    Ok(Batch { dialect, pages: pages.pages, readings, common })
}

/// Whose pages they are: as was said, or by the folder that bears a provider's name.
fn provider_of(place: &Path, named: Option<&str>, specs: &Path) -> Result<String, Failure> {
    let is_provider = |part: &String| dialect(part).is_some() || specs.join(part).join("provider.yaml").is_file();
    let mut parts = place.iter().rev().map(|part| part.to_string_lossy().into_owned()).filter(is_provider);
    named.map(str::to_owned).or_else(|| parts.next()).ok_or_else(|| {
        let shown = place::shown(place);
        Failure::misused(format!("{shown}: whose pages are these? --provider says it"))
    })
}

/// What is there for the eye: nothing that is decided, and notes when they are wanted.
fn open<'p>(page: &Audited<'p>, notes: bool) -> Audited<'p> {
    let mut page = page.clone();
    page.findings.retain(|finding| finding.decision.is_none() && (notes || finding.severity != Severity::Note));
    page
}

fn of(pages: &[Audited<'_>], severity: Severity) -> usize {
    let findings = pages.iter().flat_map(|page| &page.findings);
    findings.filter(|finding| finding.decision.is_none() && finding.severity == severity).count()
}

/// How many there are of each kind, those that matter most first.
fn summary(pages: &[Audited<'_>], notes: bool) -> String {
    let mut kinds: BTreeMap<(Severity, &str), usize> = BTreeMap::new();
    let findings = pages.iter().flat_map(|page| &page.findings);
    for finding in findings.filter(|finding| finding.decision.is_none()) {
        *kinds.entry((finding.severity, finding.kind.id)).or_default() += 1;
    }
    let line =
        |((severity, kind), number): (&(Severity, &str), &usize)| format!("{number:6}  {:8} {kind}\n", severity.name());
    let text: String = kinds.iter().map(line).collect();
    let decided = pages.iter().flat_map(|page| &page.findings).filter(|finding| finding.decision.is_some()).count();
    let decided = if decided == 0 { String::new() } else { format!("; {decided} more decided by the specs") };
    let hidden = if notes { "" } else { " (--notes shows them)" };
    text + &format!(
        "{}: {}, {}, {}{hidden}{decided}\n",
        count(pages.len(), "page"),
        count(of(pages, Severity::Error), "error"),
        count(of(pages, Severity::Warning), "warning"),
        count(of(pages, Severity::Note), "note"),
    )
}
