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

/// The address that a documented call goes to, without its parameters: none when a part of it is left to the reader.
pub(crate) fn address(call: &str) -> Option<String> {
    let call = call.trim_start();
    let (scheme, rest) = call.split_once("://").filter(|(scheme, _)| matches!(*scheme, "http" | "https"))?;
    let whole = rest.get(..rest.find(|next: char| next == '?' || next.is_whitespace())?)?;
    let (host, path) = whole.split_once('/').unwrap_or((whole, ""));
    let is_host =
        host.contains('.') && host.bytes().all(|letter| letter.is_ascii_alphanumeric() || b".-:".contains(&letter));
    let is_path = path.bytes().all(|letter| letter.is_ascii_alphanumeric() || b"/._-".contains(&letter));
    (is_host && is_path).then(|| format!("{scheme}://{host}/{path}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_name_their_address() {
        for (call, expected) in [
            ("https://api.example.com/?Action=GetBox", Some("https://api.example.com/")),
            (" http://api.example.com\n?Action=GetBox", Some("http://api.example.com/")),
            ("https://box.example.com/v2/index.php?Action=GetBox", Some("https://box.example.com/v2/index.php")),
            ("https://<host>/?Action=GetBox", None),
            ("https://api.{region}.example.com/?Action=GetBox", None),
            ("https://localhost/?Action=GetBox", None),
            ("Action=GetBox&Address=https://a.example.com/?x", None),
            ("https://api.example.com/", None),
        ] {
            assert_eq!(address(call).as_deref(), expected, "{call}");
        }
    }

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
