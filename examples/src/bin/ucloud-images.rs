//! Lists the images of UCloud, and says where the answers differ from the documents.

use tablature::ucloud::uhost::DescribeImage;
use tablature::ucloud::{Client, Ucloud};
use tablature::{Credentials, DriftCollector};
use tablature_examples::{Failure, builder, region, text};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let drift = DriftCollector::new();
    let region = region::<Ucloud>("cn-bj2");
    let client: Client = builder(Credentials::from_env_for("ucloud")?, &region).drift(&drift).build()?;
    let mut images = client.items(DescribeImage::new(region).limit(100));
    while let Some(image) = images.next().await.transpose()? {
        println!("{}  {}  {}", text(image.image_id), text(image.os_type), text(image.image_name));
    }
    match drift.report() {
        report if report.is_empty() => println!("all as documented"),
        report => println!("not as documented:\n{report}"),
    }
    Ok(())
}
