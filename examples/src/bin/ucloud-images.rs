//! Lists the images of UCloud for Linux, and says where the answers differ from the documents.

use tablature::ucloud::uhost::{DescribeImage, OsType};
use tablature::ucloud::{Client, Ucloud};
use tablature::{Credentials, DriftCollector};
use tablature_examples::{Failure, builder, text};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let drift = DriftCollector::new();
    let client: Client = builder::<Ucloud, _>(Credentials::from_env_for("ucloud")?).drift(&drift).build()?;
    let mut images = client.items(DescribeImage::new("cn-bj2").os_type(OsType::Linux).limit(100));
    while let Some(image) = images.next().await.transpose()? {
        println!("{}  {}  {}", text(image.image_id), text(image.image_name), text(image.state));
    }
    match drift.report() {
        report if report.is_empty() => println!("all as documented"),
        report => println!("not as documented:\n{report}"),
    }
    Ok(())
}
