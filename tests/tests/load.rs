//! Many calls at once, some of which go wrong: none is lost, none takes effect twice, and memory does not grow.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use peak_alloc::PeakAlloc;
use tablature::ucloudstack::Client;
use tablature::ucloudstack::image::{CreateCustomImage, DescribeImage};
use tablature::{Error, Retries};
use tablature_mock::{Cloud, Fault};
use tokio::sync::Mutex;

const CALLS: usize = 10_000;
const AT_ONCE: usize = 64;
/// One call in 95 meets each of these: five in a hundred in all.
const FAULTS: [&str; 5] = ["throttled", "unavailable", "http:503", "drop", "lose"];
/// How often all calls are made between the two looks at the memory in use. What connections hold at the moment of
/// a look differs by up to 3 MB; what is kept of each call would add up over so many.
const ROUNDS: usize = 5;
/// By how many bytes the memory in use may have grown in the end: a hundred bytes a call.
const GROWTH: usize = 100 * CALLS * ROUNDS;

/// Counts what is in use, of clients and fake cloud together.
#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;
/// One test at a time, so that none is measured with the memory of the other.
static ALONE: Mutex<()> = Mutex::const_new(());

const LISTING: &str = "ucloudstack/image/DescribeImage";

fn cloud() -> Cloud {
    let cloud = Cloud::start().expect("loopback is there");
    cloud.set_items(LISTING, []).expect("it lists images");
    cloud
}

/// From here on, one call in twenty goes wrong.
fn break_things(cloud: &Cloud) {
    for (number, fault) in (0..).zip(FAULTS) {
        let fault = Fault::new(fault.parse().expect("the fault exists"));
        cloud.fault(fault.skip(number * 19).every(95).always()).expect("it is planned");
    }
}

fn client(cloud: &Cloud) -> Client {
    let retries = Retries::new().attempts(8).first_delay(Duration::from_millis(5));
    let endpoint = cloud.endpoint("ucloudstack").expect("the provider exists");
    Client::new(cloud.credentials()).endpoint(endpoint).retries(retries).build().expect("a client")
}

/// Carries out all calls, so many at once, and gives what came of each by its number.
async fn all<T, F>(call: impl Fn(usize) -> F + Clone + Send + 'static) -> BTreeMap<usize, Result<T, Error>>
where
    T: Send + 'static,
    F: Future<Output = Result<T, Error>> + Send,
{
    let next = Arc::new(AtomicUsize::new(0));
    let mut workers = tokio::task::JoinSet::new();
    for _ in 0..AT_ONCE {
        let (next, call) = (Arc::clone(&next), call.clone());
        workers.spawn(async move {
            let mut results = Vec::new();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= CALLS {
                    return results;
                }
                results.push((number, call(number).await));
            }
        });
    }
    workers.join_all().await.into_iter().flatten().collect()
}

/// The number of calls that worked, and how long all took.
async fn list_all(client: &Client) -> (usize, Duration) {
    let (client, begin) = (client.clone(), Instant::now());
    let results = all(move |_| client.send(&DescribeImage::new("cn").limit(1))).await;
    (results.values().filter(|result| result.is_ok()).count(), begin.elapsed())
}

#[tokio::test]
#[ignore = "10,000 calls, many times over"]
async fn no_reading_call_is_lost_and_memory_stays_flat() {
    let _alone = ALONE.lock().await;
    let cloud = cloud();
    let client = client(&cloud);
    break_things(&cloud);
    // The first round fills what is bounded: the pool of connections, the records of the fake cloud.
    assert_eq!(list_all(&client).await.0, CALLS, "a call was lost");
    let (calls, before) = (cloud.call_count(), MEMORY.current_usage());
    let mut time = Duration::ZERO;
    for _ in 0..ROUNDS {
        let (worked, taken) = list_all(&client).await;
        assert_eq!(worked, CALLS, "a call was lost");
        time += taken;
    }
    let (after, made) = (MEMORY.current_usage(), CALLS * ROUNDS);
    let again = usize::try_from(cloud.call_count() - calls).expect("a small number") - made;
    assert!((made / 20..made / 15).contains(&again), "{again} calls were tried again");
    let rate = made as f64 / time.as_secs_f64();
    println!("{made} reading calls, {AT_ONCE} at once: {rate:.0} a second, {again} tried again, none lost");
    println!("memory in use: {} KiB before, {} KiB after", before >> 10, after >> 10);
    assert!(after < before + GROWTH, "{} KiB more", (after - before) >> 10);
}

#[tokio::test]
#[ignore = "10,000 calls"]
async fn no_changing_call_takes_effect_twice() {
    let _alone = ALONE.lock().await;
    let cloud = cloud();
    break_things(&cloud);
    let sender = client(&cloud);
    let results =
        all(move |number| sender.send(&CreateCustomImage::new("cn", "vm-1", format!("image {number}")))).await;
    assert_eq!(results.len(), CALLS, "a call was lost");
    assert_eq!(cloud.call_count(), CALLS as u64, "a call was sent twice");

    let mut made: BTreeMap<String, usize> = BTreeMap::new();
    for image in cloud.items(LISTING).expect("it lists images") {
        *made.entry(image["Name"].as_str().expect("it has a name").to_owned()).or_default() += 1;
    }
    let mut failed = 0;
    for (number, result) in &results {
        let times = made.get(&format!("image {number}")).copied().unwrap_or(0);
        match result {
            Ok(_) => assert_eq!(times, 1, "image {number} was reported to be made"),
            Err(error) => {
                assert!(
                    times == 0 || (times == 1 && error.may_have_arrived()),
                    "image {number}, {times} times: {error}"
                );
                failed += 1;
            }
        }
    }
    let unknown = made.values().sum::<usize>() + failed - CALLS;
    println!(
        "{CALLS} changing calls: {failed} failed, {unknown} of them after they took effect, none took effect twice"
    );
    let befallen: Vec<String> = cloud.calls().into_iter().filter_map(|call| call.fault).collect();
    assert!(befallen.len() >= CALLS / 20, "only {} faults", befallen.len());
    // Those that lost their answer took effect all the same.
    let lost = befallen.iter().filter(|fault| *fault == "lose").count();
    assert_eq!((failed, unknown), (befallen.len(), lost));
}
