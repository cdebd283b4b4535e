//! Addresses that calls can be sent to.

use super::scope::Scope;
use crate::diag::Code;
use crate::vocabulary::Text;

pub(super) fn run(scope: &Scope<'_>) {
    let endpoints: Vec<&Text> = match scope.action {
        Some(action) => action.endpoint.iter().collect(),
        None => scope.provider.services.iter().filter_map(|service| service.endpoint.as_ref()).collect(),
    };
    for endpoint in endpoints {
        if let Some(fault) = fault(&endpoint.value) {
            let message = format!("`{}` {fault}", endpoint.value);
            scope.report(
                Code::Endpoint,
                message,
                (endpoint.at, ""),
                "write the whole address without parameters: `https://api.example.com/`",
            );
        }
    }
}

/// What is wrong with the address, if anything.
fn fault(endpoint: &str) -> Option<&'static str> {
    let Some(rest) = endpoint.strip_prefix("https://").or_else(|| endpoint.strip_prefix("http://")) else {
        return Some("does not begin with `https://` or `http://`");
    };
    if endpoint.chars().any(|character| character.is_whitespace() || character.is_control()) {
        return Some("has blanks in it");
    }
    if rest.contains(['?', '#']) {
        return Some("has parameters; those belong to the rows");
    }
    let authority = rest.split('/').next().unwrap_or("");
    if authority.contains('@') {
        return Some("names a user; credentials never stand in specs");
    }
    let (host, port) = match authority.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((host, port)) => (host, port.strip_prefix(':')),
        None => authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port))),
    };
    let fit = |character: char| character.is_ascii_alphanumeric() || matches!(character, '.' | '-' | ':');
    if host.is_empty() || !host.chars().all(fit) {
        return Some("has no host that can be called");
    }
    port.is_some_and(|port| port.parse::<u16>().is_err()).then_some("has a port that is none")
}

#[cfg(test)]
mod tests {
    use super::fault;

    #[test]
    fn addresses() {
        for good in ["https://api.example.com", "http://127.0.0.1:8080/v2/index.php", "https://[::1]:443/"] {
            assert_eq!(fault(good), None, "{good}");
        }
        for bad in [
            "api.example.com",
            "ftp://a/",
            "https://",
            "https:///x",
            "https://a b/",
            "https://u:p@a/",
            "https://a:port/",
            "https://a/?x=1",
            "https://a:99999/",
            "https://-\u{e9}/",
        ] {
            assert!(fault(bad).is_some(), "{bad}");
        }
    }
}
