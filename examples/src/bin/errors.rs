//! What can go wrong with a call, and what a program makes of it. Calls Alibaba Cloud four times: with a request that
//! breaks the documents' word, with a wrong secret, at an address where nobody listens, and as it should be.

use tablature::aliyun::ecs::DescribeImages;
use tablature::aliyun::ecs::describe_images::DescribeImagesErrorCode;
use tablature::aliyun::{Aliyun, Client};
use tablature::runtime::client::Builder;
use tablature::{Credentials, Error, Retries};
use tablature_examples::{Failure, builder, region};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let keys = Credentials::from_env_for("aliyun")?;
    let region = region::<Aliyun>("cn-hangzhou");
    let begin =
        |keys: &Credentials| -> Builder<Aliyun> { builder(keys.clone(), &region).retries(Retries::new().attempts(2)) };
    let request = DescribeImages::new(&region);

    let client = begin(&keys).build()?;
    call("a page that is too long", &client, &request.clone().page_size(1000)).await;

    let stranger = begin(&Credentials::new(keys.id(), "not-the-secret")).build()?;
    call("a wrong secret", &stranger, &request).await;

    let nowhere = begin(&keys).endpoint("http://127.0.0.1:1").build()?;
    call("nobody listens", &nowhere, &request).await;

    call("as it should be", &client, &request).await;
    Ok(())
}

async fn call(what: &str, client: &Client, request: &DescribeImages) {
    match client.send(request).await {
        Ok(answer) => println!("{what}: {} images on this page", answer.images.len()),
        Err(error) => println!("{what}: {error}\n  -> {}", advice(&error)),
    }
}

/// What a program would do now. The message of the error says for people what happened.
fn advice(error: &Error) -> String {
    if let Some(violations) = error.violations() {
        let parameters: Vec<&str> = violations.iter().map(|violation| violation.name()).collect();
        return format!("correct the request: {}", parameters.join(", "));
    }
    // Documented codes are an open enum.
    if let Some(code) = error.code_as::<DescribeImagesErrorCode>().filter(DescribeImagesErrorCode::is_known) {
        return format!("the documents know this code: {code}");
    }
    match error {
        _ if error.is_auth() => "ask for other keys".to_owned(),
        _ if error.is_clock_skew() => "set the clock".to_owned(),
        _ if error.is_not_found() => "go on without it".to_owned(),
        _ if error.is_throttled() => "slow down; it was tried twice already".to_owned(),
        _ if error.is_retryable() && !error.may_have_arrived() => "try again: nothing was sent".to_owned(),
        _ if error.is_retryable() => "try again, since the call changes nothing".to_owned(),
        _ => format!("tell the provider's support the request ID {}", error.request_id().unwrap_or("(none)")),
    }
}
