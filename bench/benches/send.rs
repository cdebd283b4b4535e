//! What the client costs on the way: calls by `send` beside the same exchanges by bare reqwest, both against the fake
//! cloud in this process.
//!
//! Bare reqwest is handed an address that was signed beforehand, and reads the body without looking at it; `send` builds,
//! validates, signs, sends, judges and decodes. The two take turns, round by round; the median of the rounds counts.

use std::time::Instant;

use tablature::ucloudstack::Client;
use tablature::ucloudstack::image::DescribeImage;
use tablature_bench::median;
use tablature_mock::Cloud;

const ROUNDS: usize = 60;
const WARM_UP: usize = 5;
const CALLS: usize = 50;

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let cloud = Cloud::start().expect("loopback is there");
    let endpoint = cloud.endpoint("ucloudstack").expect("the provider exists");
    let client = Client::new(cloud.credentials()).endpoint(endpoint).build().expect("a client");
    // Nothing is encrypted on loopback, but reqwest asks who would do it.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let bare = reqwest::Client::builder().no_proxy().build().expect("a client");
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS + WARM_UP {
        let send = runtime.block_on(sent(&client));
        let alone = runtime.block_on(exchanged(&client, &bare));
        if round >= WARM_UP {
            ours.push(send);
            theirs.push(alone);
        }
    }
    let (send, alone) = (median(&mut ours), median(&mut theirs));
    println!("median of {ROUNDS} interleaved rounds of {CALLS} calls, one after the other\n");
    println!("| | calls a second |\n|---|---|");
    println!("| `client.send` | {:.0} |\n| reqwest alone | {:.0} |", 1.0 / send, 1.0 / alone);
    println!("\n{:.0} % of the throughput", alone / send * 100.0);
}

fn request() -> DescribeImage {
    DescribeImage::new("cn").limit(20)
}

/// Seconds that a call takes.
async fn sent(client: &Client) -> f64 {
    let begin = Instant::now();
    for _ in 0..CALLS {
        client.send(&request()).await.expect("the call works");
    }
    begin.elapsed().as_secs_f64() / CALLS as f64
}

/// Seconds that the same exchange takes without the client.
async fn exchanged(client: &Client, bare: &reqwest::Client) -> f64 {
    let prepared = client.prepare(&request()).expect("the request is valid");
    let url = prepared.url();
    let begin = Instant::now();
    for _ in 0..CALLS {
        let mut call = bare.get(&url).timeout(prepared.timeout());
        for (name, value) in prepared.headers() {
            call = call.header(name, value);
        }
        let answer = call.send().await.expect("an answer comes");
        assert!(answer.status().is_success());
        std::hint::black_box(answer.bytes().await.expect("all of it comes"));
    }
    begin.elapsed().as_secs_f64() / CALLS as f64
}
