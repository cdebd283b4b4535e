//! Where the calls of a service go, as the examples on its pages show.

use std::collections::{BTreeMap, BTreeSet};

use crate::PageFile;
use crate::rows::Reading;

/// The address of each service whose documented calls all go to one.
pub(crate) fn of_services(pages: &[PageFile], readings: &[Reading]) -> BTreeMap<String, String> {
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (page, reading) in pages.iter().zip(readings) {
        let examples = reading.drafts.iter().flat_map(|draft| &draft.examples);
        found.entry(&page.service).or_default().extend(examples.filter_map(|example| example.address.as_deref()));
    }
    let agreed = |(service, addresses): (&str, BTreeSet<&str>)| Some((service.to_owned(), agreed(&addresses)?));
    found.into_iter().filter_map(agreed).collect()
}

/// The one address, and the encrypted one of two that are the same otherwise.
fn agreed(addresses: &BTreeSet<&str>) -> Option<String> {
    let bare: BTreeSet<&str> =
        addresses.iter().filter_map(|address| address.split_once("://")).map(|(_, at)| at).collect();
    let address = addresses.last().filter(|_| bare.len() == 1)?;
    Some((*address).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_service_has_the_address_that_its_pages_agree_on() {
        for (addresses, expected) in [
            (&["http://a.example.com/", "https://a.example.com/"][..], Some("https://a.example.com/")),
            (&["https://a.example.com/", "https://b.example.com/"], None),
            (&[], None),
        ] {
            assert_eq!(agreed(&addresses.iter().copied().collect()).as_deref(), expected, "{addresses:?}");
        }
    }
}
