//! Makes an image of a virtual machine, waits until it can be used, and deletes it again: `create-image VMID`.
//!
//! Here the client blocks, and needs no async runtime.

use std::process::ExitCode;
use std::thread::sleep;
use std::time::Duration;

use tablature::ucloudstack::BlockingClient;
use tablature::ucloudstack::image::{CreateCustomImage, DeleteCustomImage, DescribeImage, ImageInfo, ImageStatus};
use tablature_examples::{Failure, client};

/// Seconds between two looks grow up to this.
const LONGEST_WAIT: u64 = 30;

fn main() -> Result<ExitCode, Failure> {
    let Some(machine) = std::env::args().nth(1) else {
        eprintln!("usage: create-image VMID");
        return Ok(ExitCode::from(2));
    };
    let (client, region): (BlockingClient, String) = client("cn")?;

    // A call that changes something is never sent twice once it may have arrived: no second image comes of it.
    let request = CreateCustomImage::new(&region, machine, "tablature-example").image_description("Will be deleted.");
    let Some(id) = client.send(&request)?.image_id else {
        println!("made an image, but was not told its ID");
        return Ok(ExitCode::FAILURE);
    };
    println!("made {id}");

    let is_ready = wait(&client, &region, &id);
    // Whatever became of it, and of the waiting, it costs money as long as it is there.
    client.send(&DeleteCustomImage::new(&region, &id))?;
    println!("deleted {id}");
    Ok(if is_ready? { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Looks until the image is neither being made nor imported. False when it takes too long, or there is none.
fn wait(client: &BlockingClient, region: &str, id: &str) -> Result<bool, Failure> {
    for seconds in 1..=LONGEST_WAIT {
        let Some(image) = client.items(DescribeImage::new(region).image_ids([id])).next() else { return Ok(false) };
        let ImageInfo { image_status, .. } = image?;
        match image_status {
            Some(ImageStatus::Making | ImageStatus::Uploading) => sleep(Duration::from_secs(seconds)),
            Some(status) => {
                println!("{id} is {status}");
                return Ok(status == ImageStatus::Used);
            }
            None => return Ok(false),
        }
    }
    Ok(false)
}
