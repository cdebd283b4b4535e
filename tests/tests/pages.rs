//! Lists that come page by page: against a fake cloud whose list changes, and without end to memory.

use std::sync::Arc;
use std::time::Duration;

use peak_alloc::PeakAlloc;
use serde_json::json;
use tablature::Credentials;
use tablature::runtime::client::{
    BlockingTransport, BoxFuture, Carrier, Client, Error, HttpRequest, HttpResponse, Transport, TransportError,
};
use tablature::ucloudstack::image::DescribeImage;
use tablature::ucloudstack::{BlockingClient, Ucloudstack};
use tablature_mock::{Answer, Cloud};

/// Counts what is in use.
#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const LISTING: &str = "ucloudstack/image/DescribeImage";

/// What comes of a list whose pages, in turn, have these images, and say that there are so many.
fn listed(pages: &[(std::ops::Range<u32>, u32)]) -> (Vec<String>, u64) {
    let cloud = Cloud::start().expect("loopback is there");
    for (numbers, total) in pages {
        let images: Vec<_> = numbers.clone().map(|number| json!({"ImageID": number.to_string()})).collect();
        let answer = Answer::json(json!({"RetCode": 0, "TotalCount": total, "Infos": images}));
        cloud.answer(LISTING, answer).expect("it is programmed");
    }
    let endpoint = cloud.endpoint(LISTING).expect("the action exists");
    let client = BlockingClient::new(cloud.credentials()).endpoint(endpoint).build().expect("a client");
    let images = client.items(DescribeImage::new("cn").limit(10));
    let ids = images.map(|image| image.expect("the call works").image_id.expect("there is an ID")).collect();
    (ids, cloud.call_count())
}

fn ids(numbers: std::ops::Range<u32>) -> Vec<String> {
    numbers.map(|number| number.to_string()).collect()
}

#[test]
fn lists_that_change_under_way_end() {
    for (name, pages, expected) in [
        ("short pages", &[(0..10, 25), (10..14, 25), (14..25, 25)][..], 25),
        ("it grows", &[(0..10, 15), (10..20, 22), (20..22, 22)], 22),
        ("it shrinks", &[(0..10, 30), (10..18, 18)], 18),
        ("it empties", &[(0..10, 30), (0..0, 0)], 10),
        ("nothing comes in spite of the total", &[(0..10, 30), (0..0, 30)], 10),
        ("the last page comes again", &[(0..10, 100), (10..20, 100), (10..20, 100)], 20),
        ("the first page comes again", &[(0..10, 100), (10..20, 100), (0..10, 100)], 20),
    ] {
        assert_eq!(listed(pages), (ids(0..expected), pages.len() as u64), "{name}");
    }
}

const ITEMS: usize = 25_000;
const A_PAGE: usize = 100;

/// A list of so many images, each of about a quarter of a KiB.
struct Long;

impl BlockingTransport for Long {
    fn exchange(&self, request: &HttpRequest) -> Result<HttpResponse, TransportError> {
        let url = request.url();
        let offset = url.split(['?', '&']).find_map(|pair| pair.strip_prefix("Offset="));
        let first = offset.map_or(0, |number| number.parse().expect("a number"));
        let image = |number: usize| format!(r#"{{"ImageID": "image-{number}", "ImageDescription": "{:200}"}}"#, "");
        let images: Vec<_> = (first..ITEMS.min(first + A_PAGE)).map(image).collect();
        let body = format!(r#"{{"RetCode": 0, "TotalCount": {ITEMS}, "Infos": [{}]}}"#, images.join(", "));
        Ok(HttpResponse::new(200, body.into_bytes()))
    }
}

impl Transport for Long {
    fn exchange<'a>(&'a self, request: &'a HttpRequest) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        Box::pin(async move { BlockingTransport::exchange(self, request) })
    }

    fn wait(&self, _: Duration) -> BoxFuture<'_, ()> {
        Box::pin(async {})
    }
}

fn client<T: Carrier + ?Sized>(transport: Arc<T>) -> Client<Ucloudstack, T> {
    let client = Client::<_, T>::new(Credentials::new("id", "secret")).endpoint("http://127.0.0.1:1/api");
    client.transport(transport).build().expect("a client")
}

fn blocking() -> BlockingClient {
    client::<dyn BlockingTransport>(Arc::new(Long))
}

fn asynchronous() -> Client<Ucloudstack, dyn Transport> {
    client::<dyn Transport>(Arc::new(Long))
}

/// By how many KiB memory grows over so many entries or pages, when they are let go or kept.
fn growth<T>(mut found: impl Iterator<Item = Result<T, Error>>, expected: usize, keep: bool) -> usize {
    let warm = found.by_ref().take(expected / 100).count();
    let before = MEMORY.current_usage();
    let (mut kept, mut count) = (Vec::new(), warm);
    for one in found.take(expected - warm) {
        let one = one.expect("the call works");
        count += 1;
        if keep {
            kept.push(one);
        }
    }
    assert_eq!(count, expected);
    MEMORY.current_usage().saturating_sub(before) >> 10
}

/// What is listed is let go at first. The measure is worth something: what is kept shows in it.
fn assert_flat<T, I: Iterator<Item = Result<T, Error>>>(what: &str, listed: impl Fn() -> I, expected: usize) {
    let grown = growth(listed(), expected, false);
    assert!(grown < 1 << 10, "{what}: {grown} KiB more after {expected}");
    let kept = growth(listed(), expected, true);
    assert!(kept > 8 << 10, "{what}: only {kept} KiB for {expected}");
}

#[test]
fn memory_does_not_grow_with_the_number_of_pages() {
    let request = || DescribeImage::new("cn").limit(100);
    let runtime = &tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    assert_flat("entries", || blocking().items(request()), ITEMS);
    assert_flat("pages", || blocking().pages(request()), ITEMS / A_PAGE);
    let entries = || {
        let mut entries = asynchronous().items(request());
        std::iter::from_fn(move || runtime.block_on(entries.next()))
    };
    assert_flat("a stream of entries", entries, ITEMS);
}
