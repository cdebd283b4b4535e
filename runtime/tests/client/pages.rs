//! Pages: all entries once, and an end in every case.

use std::sync::Arc;

use tablature_runtime::Paged;
use tablature_runtime::client::{HttpRequest, TransportError};

use crate::acme::{Acme, Boxes, ListBoxes, ListPages};
use crate::fake::{Fake, asynchronous, client, json};

fn number(request: &HttpRequest, name: &str) -> Option<i64> {
    let url = request.url();
    url.split(['?', '&']).find_map(|pair| pair.strip_prefix(&format!("{name}="))?.parse().ok())
}

fn page(ids: impl IntoIterator<Item = i64>, total: Option<i64>) -> String {
    let boxes: Vec<String> = ids.into_iter().map(|id| format!(r#"{{"Id": {id}}}"#)).collect();
    let total = total.map_or(String::new(), |total| format!(r#""Total": {total}, "#));
    format!(r#"{{"Code": 0, {total}"Boxes": [{}]}}"#, boxes.join(", "))
}

/// So many boxes, numbered from 0; at most `cap` on a page.
fn boxes(count: i64, cap: i64, total: bool, numbered: bool) -> Arc<Fake> {
    Fake::new(move |_, request| {
        let size = number(request, "Size").unwrap_or(20).min(cap);
        let start = number(request, "Start");
        let first = if numbered { (start.unwrap_or(1) - 1) * size } else { start.unwrap_or(0) };
        json(200, &page(first..(first + size).min(count).max(first), total.then_some(count)))
    })
}

fn ids<R: Paged<Provider = Acme, Item = crate::acme::Box_>>(fake: &Arc<Fake>, request: R) -> Vec<i64> {
    client(fake).items(request).map(|one| one.unwrap().id.unwrap()).collect()
}

#[test]
fn all_entries_come_once_in_few_calls() {
    // How many there are, how many a page takes, whether the answer says how many there are, and the calls it takes.
    for (count, size, total, calls) in [
        (25, Some(10), true, 3),
        (25, Some(10), false, 3),
        (30, Some(10), true, 3),
        (30, Some(10), false, 4),
        (0, Some(10), true, 1),
        (0, None, false, 1),
        (45, None, true, 3),
        (45, None, false, 4),
        (5, Some(10), false, 1),
    ] {
        for numbered in [false, true] {
            let fake = boxes(count, 100, total, numbered);
            let found = if numbered {
                ids(&fake, ListPages { start: None, size })
            } else {
                ids(&fake, ListBoxes { start: None, size })
            };
            assert_eq!(found, (0..count).collect::<Vec<_>>());
            assert_eq!(fake.asked().len(), calls, "{count} by {size:?}, {total}, {numbered}");
        }
    }
}

#[test]
fn pages_shorter_than_asked_for_do_not_end_what_has_more() {
    let fake = boxes(250, 50, true, false);
    assert_eq!(ids(&fake, ListBoxes { start: None, size: Some(100) }).len(), 250);
    assert_eq!(fake.asked().len(), 5);
}

#[test]
fn a_list_can_begin_in_the_middle() {
    let fake = boxes(25, 100, true, false);
    assert_eq!(ids(&fake, ListBoxes { start: Some(12), size: Some(10) }), (12..25).collect::<Vec<_>>());
    let fake = boxes(25, 100, true, true);
    assert_eq!(ids(&fake, ListPages { start: Some(2), size: Some(10) }), (10..25).collect::<Vec<_>>());
    let fake = boxes(25, 100, true, true);
    assert_eq!(ids(&fake, ListPages { start: Some(9), size: Some(10) }), Vec::<i64>::new());
}

#[test]
fn a_total_may_change_under_way() {
    let growing = Fake::new(|attempt, _| {
        let attempt = i64::try_from(attempt).unwrap();
        let first = attempt * 10;
        json(200, &page(first..first + 10, Some((20 + attempt * 5).min(30))))
    });
    assert_eq!(ids(&growing, ListBoxes { start: None, size: Some(10) }).len(), 30);
    let shrinking = Fake::new(|attempt, _| match attempt {
        0 => json(200, &page(0..10, Some(100))),
        1 => json(200, &page(10..15, Some(15))),
        _ => panic!("all is there"),
    });
    assert_eq!(ids(&shrinking, ListBoxes { start: None, size: Some(10) }).len(), 15);
    let wrong = Fake::new(|attempt, _| json(200, &page(if attempt == 0 { 0..10 } else { 0..0 }, Some(1_000_000))));
    assert_eq!(ids(&wrong, ListBoxes { start: None, size: Some(10) }).len(), 10);
    assert_eq!(wrong.asked().len(), 2);
}

#[test]
fn a_page_number_that_is_none_is_refused_like_any_other() {
    let fake = Fake::in_turn(vec![json(200, &page([], Some(0)))]);
    let first = ListPages { start: Some(i64::MIN), size: Some(100) };
    assert_eq!(client(&fake).items(first).count(), 0);
    assert_eq!(number(&fake.asked()[0], "Start"), Some(i64::MIN));
}

#[test]
fn a_server_that_repeats_a_page_is_not_asked_for_ever() {
    let same = Fake::new(|_, _| json(200, &page(0..10, Some(100))));
    assert_eq!(ids(&same, ListBoxes { start: None, size: Some(10) }).len(), 10);
    assert_eq!(same.asked().len(), 2);
    // Behind the end, the last page comes again; elsewhere, the first.
    for behind in [10..20, 0..10] {
        let last =
            Fake::new(move |attempt, _| json(200, &page([0..10, 10..20, behind.clone()][attempt].clone(), None)));
        assert_eq!(ids(&last, ListPages { start: None, size: Some(10) }).len(), 20);
    }
}

#[test]
fn numbers_without_room_for_more_end_a_list() {
    let fake = Fake::new(|attempt, _| json(200, &page([attempt as i64], None)));
    assert_eq!(ids(&fake, ListBoxes { start: Some(i64::MAX), size: None }), [0]);
}

#[test]
fn an_error_is_the_last_word() {
    let fake = Fake::new(|attempt, _| match attempt {
        0 => json(200, &page(0..2, Some(9))),
        _ => json(200, r#"{"Code": "BadKey"}"#),
    });
    let found: Vec<_> = client(&fake).items(ListBoxes::default()).collect();
    assert_eq!((found.len(), found[2].as_ref().unwrap_err().is_auth()), (3, true));
    assert_eq!(client(&fake).pages(ListBoxes { start: None, size: Some(101) }).count(), 1, "violations, too");
}

#[test]
fn whole_answers_come_page_by_page() {
    let fake = boxes(30, 10, false, false);
    let pages: Vec<Boxes> =
        client(&fake).pages(ListBoxes { start: None, size: Some(10) }).map(Result::unwrap).collect();
    assert_eq!(pages.iter().map(|page| page.boxes.len()).collect::<Vec<_>>(), [10, 10, 10]);
    let empty = boxes(0, 10, true, false);
    assert_eq!(client(&empty).pages(ListBoxes::default()).count(), 1, "an empty answer is an answer");
}

#[tokio::test]
async fn streams_give_the_same() {
    let fake = boxes(25, 100, true, false);
    let client = asynchronous(&fake);
    let mut items = client.items(ListBoxes { start: None, size: Some(10) });
    let mut found = Vec::new();
    while let Some(item) = items.next().await {
        found.push(item.unwrap().id.unwrap());
    }
    assert_eq!(found, (0..25).collect::<Vec<_>>());
    assert!(items.next().await.is_none() && fake.asked().len() == 3);
    let mut pages = client.pages(ListBoxes { start: None, size: Some(10) });
    assert_eq!(pages.next().await.unwrap().unwrap().boxes.len(), 10);
    let broken = Fake::in_turn(vec![Err(TransportError::interrupted("reset"))]);
    let mut items = asynchronous(&broken).items(ListBoxes::default());
    assert!(items.next().await.unwrap().is_err());
    assert!(items.next().await.is_none());
}
