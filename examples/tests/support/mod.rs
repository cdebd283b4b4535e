//! The examples beside a fake cloud.

use std::process::Command;

use tablature_mock::Cloud;

const PROVIDERS: [&str; 5] = ["aliyun", "qingcloud", "tencent", "ucloud", "ucloudstack"];

/// None of the regions that the programs ask when the environment names none.
pub(crate) const REGION: &str = "a-region";

/// A program with the keys and the addresses of a fake cloud in its environment.
pub(crate) fn command(cloud: &Cloud, program: &str) -> Command {
    let mut command = Command::new(program);
    for provider in PROVIDERS {
        let name = |what: &str| format!("TABLATURE_{}_{what}", provider.to_uppercase());
        command.env(name("ACCESS_KEY_ID"), cloud.key_id()).env(name("ACCESS_KEY_SECRET"), cloud.key_secret());
        command.env(name("REGION"), REGION);
        command.env(name("ENDPOINT"), cloud.endpoint(provider).expect("the provider exists"));
    }
    command
}
