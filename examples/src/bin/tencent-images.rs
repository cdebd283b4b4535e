//! Lists the images of Tencent Cloud answer by answer, where more than the entries is wanted: here, how many there are.

use tablature::tencent::Client;
use tablature::tencent::cvm::DescribeImages;
use tablature_examples::{Failure, client, text};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let (client, region): (Client, String) = client("ap-guangzhou")?;
    let mut pages = client.pages(DescribeImages::new().limit(100));
    while let Some(page) = pages.next().await {
        let page = page?;
        println!("{region} has {} images; these are {} of them:", text(page.total_count), page.image_set.len());
        for image in page.image_set {
            println!("{}  {}  {}", text(image.un_img_id), text(image.image_name), text(image.status));
        }
    }
    Ok(())
}
