//! Lists the images of all five clouds in one table. All are asked at the same time, and a line says how far it is.
//!
//! A cloud without a key in the environment, or that fails, gets a line in place of its images. The exit status is 1 when no
//! cloud answered, and 0 otherwise.

use std::process::ExitCode;

use comfy_table::{ContentArrangement, Table, presets};
use indicatif::{ProgressBar, ProgressStyle};
use tablature::aliyun::{self, Aliyun};
use tablature::qingcloud::{self, Qingcloud};
use tablature::runtime::client::Client;
use tablature::runtime::{Paged, ProviderMarker};
use tablature::tencent::{self, Tencent};
use tablature::ucloud::{self, Ucloud};
use tablature::ucloudstack::{self, Ucloudstack};
use tablature_examples::{Failure, client, text};

/// ID, name, operating system, state, and when it was made.
type Row = [String; 5];

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let progress = ProgressBar::new_spinner().with_style(
        ProgressStyle::with_template("{spinner} {pos} images so far, the latest of {msg}").expect("it is a template"),
    );
    let aliyun = list::<Aliyun, _>(
        "cn-hangzhou",
        |region| aliyun::ecs::DescribeImages::new(region).page_size(100),
        |image| {
            [
                text(image.image_id),
                text(image.image_name),
                text(image.os_name),
                text(image.status),
                text(image.creation_time),
            ]
        },
        &progress,
    );
    let qingcloud = list::<Qingcloud, _>(
        "pek3",
        |zone| qingcloud::iaas::DescribeImages::new(zone).limit(100),
        |image| {
            [
                text(image.image_id),
                text(image.image_name),
                text(image.platform),
                text(image.status),
                text(image.create_time),
            ]
        },
        &progress,
    );
    let tencent = list::<Tencent, _>(
        "ap-guangzhou",
        |_| tencent::cvm::DescribeImages::new().limit(100),
        |image| {
            [
                text(image.un_img_id),
                text(image.image_name),
                text(image.os_name),
                text(image.status),
                text(image.create_time),
            ]
        },
        &progress,
    );
    let ucloud = list::<Ucloud, _>(
        "cn-bj2",
        |region| ucloud::uhost::DescribeImage::new(region).limit(100),
        |image| {
            [
                text(image.image_id),
                text(image.image_name),
                text(image.os_name),
                text(image.state),
                text(image.create_time),
            ]
        },
        &progress,
    );
    let ucloudstack = list::<Ucloudstack, _>(
        "cn",
        |region| ucloudstack::image::DescribeImage::new(region).limit(100),
        |image| {
            [
                text(image.image_id),
                text(image.name),
                text(image.os_name),
                text(image.image_status),
                text(image.create_time),
            ]
        },
        &progress,
    );
    let clouds: [(&str, Result<Vec<Row>, Failure>); 5] =
        tokio::join!(aliyun, qingcloud, tencent, ucloud, ucloudstack).into();
    progress.finish_and_clear();
    show(&clouds);
    if clouds.iter().any(|(_, fetched)| fetched.is_ok()) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The title of a provider, and all of its images.
async fn list<P, R>(
    usual_region: &str,
    request: fn(String) -> R,
    row: fn(R::Item) -> Row,
    progress: &ProgressBar,
) -> (&'static str, Result<Vec<Row>, Failure>)
where
    P: ProviderMarker,
    R: Paged<Provider = P>,
{
    let title = P::PROVIDER.title_text();
    let fetched = async {
        let (client, region): (Client<P>, String) = client(usual_region)?;
        let mut images = client.items(request(region));
        let mut rows = Vec::new();
        while let Some(image) = images.next().await {
            rows.push(row(image?));
            progress.set_message(title);
            progress.inc(1);
        }
        Ok(rows)
    };
    (title, fetched.await)
}

fn show(clouds: &[(&str, Result<Vec<Row>, Failure>)]) {
    let mut table = Table::new();
    table.load_preset(presets::UTF8_HORIZONTAL_ONLY).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_header(["Cloud", "ID", "Name", "System", "State", "Made"]);
    let mut count = 0;
    for (title, fetched) in clouds {
        for row in fetched.iter().flatten() {
            table.add_row([(*title).to_owned()].into_iter().chain(row.iter().cloned()));
            count += 1;
        }
    }
    println!("{table}\n{count} images");
    for (title, fetched) in clouds {
        if let Err(error) = fetched {
            println!("{title}: no images, because {error:?}");
        }
    }
}
