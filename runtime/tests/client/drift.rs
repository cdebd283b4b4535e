//! Drift over the answers of a client.

use tablature_runtime::DriftKind;
use tablature_runtime::client::DriftCollector;

use crate::acme::ListBoxes;
use crate::fake::{Fake, builder, json};

#[test]
fn differences_are_collected_over_calls() {
    let collector = DriftCollector::new();
    let fake = Fake::in_turn(vec![
        json(200, r#"{"Code": "0", "Boxes": [{"Id": 1, "Colour": "red"}]}"#),
        json(200, r#"{"Code": 0, "Boxes": [{"Id": 2, "Colour": "blue"}], "Total": "many"}"#),
    ]);
    let client = builder(&fake).drift(&collector).build().unwrap();
    assert!(client.send(&ListBoxes::default()).is_ok());
    assert!(client.send(&ListBoxes::default()).is_err(), "a mismatch is an error, and is collected, too");
    let report = collector.report();
    let found: Vec<_> =
        report.entries().iter().map(|drift| (drift.kind(), drift.row(), drift.spec(), drift.count())).collect();
    assert_eq!(
        found,
        [
            (DriftKind::Coercion, "Code", "acme/box/Box.yaml", 1),
            (DriftKind::UnknownField, "Colour", "acme/box/Box.yaml", 2),
            (DriftKind::Mismatch, "Total", "acme/box/Box.yaml", 1),
        ]
    );
    assert!(report.to_string().contains("(acme/box/Box.yaml, type Box, Colour), 2 times"), "{report}");
    assert_eq!(report.to_json()["drift"][1]["at"], "type Box");
    assert_eq!(serde_json::to_value(&report).unwrap(), report.to_json());
    assert_eq!(collector.take().entries().len(), 3);
    assert!(collector.report().is_empty());
}
