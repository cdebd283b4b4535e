//! Lists the images of Alibaba Cloud: one line each, with ID, name and state.

use tablature::aliyun::{Client, ecs::DescribeImages};
use tablature_examples::{Failure, client, text};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let (client, region): (Client, String) = client("cn-hangzhou")?;
    let mut images = client.items(DescribeImages::new(region).page_size(100));
    while let Some(image) = images.next().await {
        let image = image?;
        println!("{}  {}  {}", text(image.image_id), text(image.image_name), text(image.status));
    }
    Ok(())
}
