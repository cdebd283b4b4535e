//! Lists the images of QingCloud with a client that blocks: an iterator over all pages.

use tablature::qingcloud::BlockingClient;
use tablature::qingcloud::iaas::DescribeImages;
use tablature_examples::{Failure, client, text};

fn main() -> Result<(), Failure> {
    let (client, zone): (BlockingClient, String) = client("pek3")?;
    for image in client.items(DescribeImages::new(zone).limit(100)) {
        let image = image?;
        println!("{}  {}  {}", text(image.image_id), text(image.image_name), text(image.status));
    }
    Ok(())
}
