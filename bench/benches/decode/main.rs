//! How fast an answer with 100 images becomes a record, beside serde's derives on structs of the same shape.
//!
//! The three ways take turns, round by round, since a shared machine is now fast and now slow; the median of the
//! rounds counts.

mod derived;

use std::hint::black_box;
use std::time::Instant;

use serde_json::{Value, json};
use tablature::ucloud::uhost::DescribeImageResponse;
use tablature_bench::median;

const ROUNDS: usize = 300;
const WARM_UP: usize = 20;

type Way = (&'static str, fn(&str));

fn main() {
    let body = answer(100);
    agree(&body);
    let ways: [Way; 3] = [("records", records), ("derives, from_slice", from_slice), ("derives, from_str", from_str)];
    let mut times = ways.map(|_| Vec::with_capacity(ROUNDS));
    // A profiler counts instructions, for which a few rounds of one way are enough.
    let one = std::env::var("DECODE_ONLY").ok();
    for round in 0..ROUNDS + WARM_UP {
        for ((name, decode), times) in ways.iter().zip(&mut times) {
            if one.as_deref().is_some_and(|one| one != *name) {
                continue;
            }
            let start = Instant::now();
            decode(black_box(&body));
            if round >= WARM_UP {
                times.push(start.elapsed().as_secs_f64());
            }
        }
    }
    report(&ways, times, body.len());
}

fn report(ways: &[Way], times: [Vec<f64>; 3], size: usize) {
    println!("an answer of 100 images, {:.1} kB; median of {ROUNDS} interleaved rounds\n", size as f64 / 1e3);
    println!("| | µs | MB/s | of records |\n|---|---|---|---|");
    let mut records = None;
    for ((name, _), mut times) in ways.iter().zip(times).filter(|(_, times)| !times.is_empty()) {
        let time = median(&mut times);
        let of = *records.get_or_insert(time) / time;
        println!("| {name} | {:.1} | {:.0} | {of:.2} |", time * 1e6, size as f64 / time / 1e6);
    }
}

fn records(body: &str) {
    black_box(tablature::decode::<DescribeImageResponse>(body.as_bytes()).expect("the answer is as documented"));
}

fn from_slice(body: &str) {
    black_box(serde_json::from_slice::<derived::Answer>(body.as_bytes()).expect("the answer fits"));
}

fn from_str(body: &str) {
    black_box(serde_json::from_str::<derived::Answer>(body).expect("the answer fits"));
}

/// Both ways must read the same, or the comparison says nothing.
fn agree(body: &str) {
    let record: DescribeImageResponse = tablature::decode(body.as_bytes()).expect("the answer is as documented");
    let derived: derived::Answer = serde_json::from_str(body).expect("the answer fits");
    let original: Value = serde_json::from_str(body).expect("it is JSON");
    assert_eq!(serde_json::to_value(record).expect("a record is a map"), original);
    assert_eq!(serde_json::to_value(derived).expect("a struct is a map"), original);
}

/// The members stand in the documented order, as they do in real answers.
fn answer(images: usize) -> String {
    let all: Vec<String> = (0..images).map(image).collect();
    let (head, all) = (r#""RetCode":0,"Action":"DescribeImageResponse""#, all.join(","));
    format!(r#"{{{head},"TotalCount":{images},"ImageSet":[{all}]}}"#)
}

/// Every fourth one is an industry image, which has more fields.
fn image(number: usize) -> String {
    let industry = number.is_multiple_of(4);
    let text = |text: &str| Some(json!(text));
    let only_industry = |text: &str| industry.then(|| json!(text));
    let members = [
        ("Zone", text("hk-02")),
        ("ImageId", Some(json!(format!("uimage-{number:08x}")))),
        ("ImageName", Some(json!(format!("CentOS 7.{number} 64bit with drivers")))),
        ("OsType", text(if number.is_multiple_of(3) { "Windows" } else { "Linux" })),
        ("OsName", text("CentOS 7.6 x86_64")),
        ("ImageType", text(if industry { "Business" } else { "Base" })),
        ("Features", Some(json!(["NetEnhanced_Ultra", "HotPlug", "CloudInit"]))),
        ("FuncType", only_industry("gpu")),
        ("IntegratedSoftware", only_industry("CUDA 12.2, cuDNN 8.9")),
        ("Vendor", only_industry("Example Ltd.")),
        ("Links", only_industry("https://images.example/introduction")),
        ("State", text("Available")),
        ("ImageDescription", text("An image with the usual software, kept up to date every month.")),
        ("CreateTime", Some(json!(1_575_517_353 + number))),
        ("ImageSize", Some(json!(20 + number))),
        ("MinimalCPU", text("Amd/Auto")),
        ("MaintainEol", text("2029/05/31")),
        ("DataSnapshotIds", Some(json!([format!("snap-{number:06x}a"), format!("snap-{number:06x}b")]))),
        ("SupportedGPUTypes", Some(json!(["2080", "3090"]))),
        ("SceneCategories", Some(json!(["Featured"]))),
        ("PrimarySoftware", only_industry("PyTorch 2.1")),
    ];
    let members = members.into_iter().filter_map(|(name, value)| Some(format!("\"{name}\":{}", value?)));
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}
