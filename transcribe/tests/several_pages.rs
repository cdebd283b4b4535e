//! What stands on one page and is meant on another.

use tablature_transcribe::dialect::dialect;
use tablature_transcribe::{Job, Outcome, PageFile, Settings, transcribe};

/// A page of a service.
fn page(service: &str, path: &str, text: &str) -> PageFile {
    PageFile { path: path.to_owned(), service: service.to_owned(), text: text.to_owned() }
}

fn read(pages: &[PageFile]) -> Outcome {
    transcribe(&Job {
        pages,
        dialect: dialect("aliyun").unwrap_or_else(|| panic!("no dialect")),
        settings: &Settings::default(),
        is_live: None,
        threads: 2,
        on_page: &|| {},
    })
}

const ACTION: &str = "# DescribeShelves\n\n## 返回参数\n\n|名称|类型|描述|\n|-|-|-|\n|Shelves|[ShelfType](../ShelfType.md#)|货架|\n\n\
    ## 示例\n\n**JSON格式**\n\n```\n{ \"Shelves\": { \"Shelf\": [{ \"ShelfId\": \"a\", \"Room\": { \"Name\": \"b\" } }] } }\n```\n";

/// A page that defines a structure with these rows.
fn structure(name: &str, rows: &str) -> String {
    format!("# {name} {{#{name} .reference}}\n\n## 节点名\n\nShelf\n\n## 子节点\n\n|名称|类型|描述|\n|-|-|-|\n{rows}\n")
}

fn spec(outcome: &Outcome) -> &str {
    outcome.specs.get("aliyun/s/DescribeShelves.yaml").map_or("", String::as_str)
}

fn notes(pages: &[PageFile], outcome: &Outcome) -> String {
    pages.iter().zip(&outcome.readings).map(|(page, reading)| reading.notes.shown(&page.path, &page.text)).collect()
}

#[test]
fn structures_stand_on_pages_of_their_own() {
    let shelf = structure("ShelfType", "|ShelfId|String|编号|\n|Room|RoomType|房间|\n|Width|Integer|宽度，最大值：90|");
    let room = structure("RoomType", "|Name|String|名字|");
    let pages = [page("s", "a.md", ACTION), page("s", "ShelfType.md", &shelf), page("s", "RoomType.md", &room)];
    let outcome = read(&pages);
    let expected = "types:\n  ShelfType:\n    ShelfId: { type: string }\n    Room: { type: RoomType }\n    \
        Width: { type: int, max: 90 }\n  RoomType:\n    Name: { type: string }\n";
    assert!(spec(&outcome).contains(expected), "{}", spec(&outcome));
    assert!(spec(&outcome).contains("Shelves: { type: [ShelfType], item: Shelf }"), "{}", spec(&outcome));
    let notes = notes(&pages, &outcome);
    assert!(notes.contains("a.md:7:2: read: `ShelfType` is defined on ShelfType.md\n"), "{notes}");
    assert!(!notes.contains("not understood"), "{notes}");
}

#[test]
fn the_same_service_goes_first_and_nothing_is_chosen_at_random() {
    let (one, other) = (structure("ShelfType", "|One|String|x|"), structure("ShelfType", "|Other|String|x|"));
    let pages = [page("s", "a.md", ACTION), page("s", "b.md", &one), page("t", "c.md", &other)];
    assert!(spec(&read(&pages)).contains("    One: { type: string }\n"));
    let pages = [page("s", "a.md", ACTION), page("t", "b.md", &one), page("t", "c.md", &other)];
    let outcome = read(&pages);
    assert!(!spec(&outcome).contains("One:") && !spec(&outcome).contains("Other:"), "{}", spec(&outcome));
    let notes = notes(&pages, &outcome);
    assert!(
        notes.contains("not understood: `ShelfType` is defined in 2 places, each in its own way; none is taken"),
        "{notes}"
    );
}
