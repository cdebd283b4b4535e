//! The example at the root of the crate: everything that an action lists, printed.

use crate::rust::{
    ActionModule, Builder, Docs, Expression, Item, ProviderFacts, ProviderModule, Role, ServiceModule, Struct,
};

/// A request of this service that a client can list all pages of, without more settings than keys: as an expression,
/// `DescribeImages::new("cn-hangzhou")`. What its constructor wants comes from a documented call.
pub(super) fn request(service: &ServiceModule, provider: &ProviderFacts) -> Option<String> {
    service.actions.iter().filter(|_| !service.endpoint.is_empty()).find_map(|action| {
        action.items.iter().find(|item| matches!(item, Item::Paging(_)))?;
        let request = action.items.iter().find_map(|item| match item {
            Item::Struct(item) if matches!(item.role, Role::Request(_)) => Some(item),
            _ => None,
        })?;
        let is_row = |(name, _): &(String, _)| request.fields.iter().any(|field| field.wire == *name);
        let arguments = arguments(request, action).filter(|_| provider.required.iter().all(is_row))?;
        let module = if action.exports.contains(&request.name) { "" } else { &format!("{}::", action.module.as_str()) };
        Some(format!("{module}{}::new({arguments})", request.name.as_str()))
    })
}

/// What stands between the parentheses of the constructor, if a documented call says so in plain texts.
fn arguments(request: &Struct, action: &ActionModule) -> Option<String> {
    if !request.fields.iter().any(crate::rust::Field::is_argument) {
        return Some(String::new());
    }
    let calls = action.items.iter().filter_map(|item| match item {
        Item::Examples(examples) => Some(examples),
        _ => None,
    });
    calls.flatten().filter_map(|example| example.request.as_ref()).find_map(|(call, _)| plain_texts(call))
}

fn plain_texts(call: &Builder) -> Option<String> {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    let texts = call.arguments.iter().map(|argument| match argument {
        Expression::Text(text) if text.chars().all(is_plain) => Some(format!("\"{text}\"")),
        _ => None,
    });
    Some(texts.collect::<Option<Vec<_>>>()?.join(", "))
}

/// A program that sends the first such request, as a paragraph; nothing where there is none.
pub(super) fn example(providers: &[ProviderModule]) -> Docs {
    let mut services =
        providers.iter().flat_map(|provider| provider.services.iter().map(move |service| (provider, service)));
    let found = services.find_map(|(provider, service)| Some((provider, service, service.listing.as_ref()?)));
    let Some((provider, service, request)) = found else { return Docs::default() };
    let (home, module, feature) = (provider.module.as_str(), service.module.as_str(), &service.feature);
    Docs(vec![
        String::new(),
        format!("With the features `{feature}` and `client`, and keys in `TABLATURE_ACCESS_KEY_ID` and"),
        "`TABLATURE_ACCESS_KEY_SECRET`:".to_owned(),
        String::new(),
        "```no_run".to_owned(),
        format!("# #[cfg(all(feature = \"{feature}\", feature = \"client\"))] mod program {{"),
        format!("use tablature::{{Credentials, {home}}};"),
        String::new(),
        "async fn list() -> Result<(), Box<dyn std::error::Error>> {".to_owned(),
        format!("    let client = {home}::Client::new(Credentials::from_env()?).build()?;"),
        format!("    let mut entries = client.items({home}::{module}::{request});"),
        "    while let Some(entry) = entries.next().await {".to_owned(),
        "        println!(\"{:?}\", entry?);".to_owned(),
        "    }".to_owned(),
        "    Ok(())".to_owned(),
        "}".to_owned(),
        "# }".to_owned(),
        "```".to_owned(),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rust::RustName;

    #[test]
    fn only_texts_that_end_nothing_stand_in_the_example() {
        let shown = |arguments: Vec<Expression>| {
            plain_texts(&Builder { name: RustName::new("ListBoxes"), arguments, setters: Vec::new() })
        };
        let text = |text: &str| Expression::Text(text.to_owned());
        assert_eq!(shown(vec![text("cn-1"), text("a_b.c")]).as_deref(), Some("\"cn-1\", \"a_b.c\""));
        for strange in ["\"", "\\", "```", "a\nb", "a\tb", "# x"] {
            assert_eq!(shown(vec![text("cn-1"), text(strange)]), None, "{strange}");
        }
        assert_eq!(shown(vec![Expression::Integer(1)]), None);
    }
}
