//! How the time of a transcription grows with the number of pages.

use std::time::Instant;

use tablature_transcribe::PageFile;
use tablature_transcribe::dialect::Dialect;
use tablature_transcribe::write::Settings;

use super::files::Pages;
use super::transcribe;
use crate::console::{self, count};
use crate::failure::Failure;

/// Reads the pages so many times over, as pages of so many services in one run, and prints what each page took.
pub(crate) fn run(pages: &Pages, dialect: &Dialect, settings: &Settings, times: &[usize]) -> Result<(), Failure> {
    for factor in times {
        let copies = (0..*factor).flat_map(|copy| {
            pages.pages.iter().map(move |page| PageFile { service: format!("{}-{copy}", page.service), ..page.clone() })
        });
        let repeated = Pages { pages: copies.collect(), live: pages.live.clone(), ..Pages::default() };
        let bytes: usize = repeated.pages.iter().map(|page| page.text.len()).sum();
        let start = Instant::now();
        let outcome = transcribe::read(&repeated, dialect, settings);
        let elapsed = start.elapsed();
        console::print(&format!(
            "  {factor} times: {}, {}, {} ms, {} ns a byte\n",
            count(repeated.pages.len(), "page"),
            count(outcome.specs.len(), "action"),
            elapsed.as_millis(),
            elapsed.as_nanos() / (bytes as u128).max(1),
        ))?;
    }
    Ok(())
}
