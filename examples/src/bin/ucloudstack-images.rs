//! Lists the images of an installation of UCloudStack, the largest first.
//!
//! Each installation has its own address: `TABLATURE_UCLOUDSTACK_ENDPOINT`.

use tablature::ucloudstack::BlockingClient;
use tablature::ucloudstack::image::DescribeImage;
use tablature_examples::{Failure, client, text};

fn main() -> Result<(), Failure> {
    let (client, region): (BlockingClient, String) = client("cn")?;
    let mut images = client.items(DescribeImage::new(region).limit(100)).collect::<Result<Vec<_>, _>>()?;
    images.sort_by_key(|image| std::cmp::Reverse(image.image_size));
    for image in images {
        println!("{}  {}  {} GB", text(image.image_id), text(image.name), text(image.image_size));
    }
    Ok(())
}
