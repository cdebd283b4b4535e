//! One case: a call, and the signature that it is known to have.

use std::collections::BTreeMap;

use serde_json::value::RawValue;
use tablature_runtime::sign::Credentials;
use tablature_runtime::{Method, Scheme};

/// How the providers that a file may name sign their calls.
const SCHEMES: [(&str, Scheme); 5] = [
    ("tencent", Scheme::TencentV2),
    ("aliyun", Scheme::AliyunRpc),
    ("qingcloud", Scheme::Qingcloud),
    ("ucloud", Scheme::Ucloud),
    ("ucloudstack", Scheme::Ucloud),
];

/// A call, and what its signature has to be.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) provider: String,
    pub(crate) scheme: Scheme,
    pub(crate) method: Method,
    pub(crate) host: String,
    pub(crate) path: String,
    pub(crate) credentials: Credentials,
    pub(crate) parameters: Vec<(String, String)>,
    pub(crate) string_to_sign: String,
    pub(crate) signature: String,
}

impl Case {
    /// What is wrong is told in a way that fits behind the number of the case.
    pub(crate) fn read(raw: &RawValue) -> Result<Self, String> {
        let fields = Fields::read(raw).ok_or_else(|| ": it is not an object".to_owned())?;
        let id = fields.text("id").map_err(|fault| format!(": {fault}"))?;
        Self::from_fields(&fields, &id).map_err(|fault| format!(" (`{}`): {fault}", id.escape_debug()))
    }

    fn from_fields(fields: &Fields<'_>, id: &str) -> Result<Self, String> {
        let provider = fields.text("provider")?;
        let scheme = scheme(&provider)?;
        let signs_host = matches!(scheme, Scheme::TencentV2);
        let signs_path = matches!(scheme, Scheme::TencentV2 | Scheme::Qingcloud);
        let place = |key: &str, needed: bool| if needed { fields.text(key) } else { fields.text_if_any(key) };
        let keys = fields
            .get("credentials")
            .and_then(|raw| Fields::read(raw).ok_or_else(|| "`credentials` is not an object".to_owned()))?;
        Ok(Self {
            id: id.to_owned(),
            scheme,
            method: method(&fields.text("method")?)?,
            host: place("signed_host", signs_host)?,
            path: place("path", signs_path)?,
            credentials: Credentials::new(keys.text_if_any("id")?, keys.text("secret")?),
            parameters: parameters(fields.get("flat_params")?)?,
            string_to_sign: fields.text("string_to_sign")?,
            signature: fields.text("signature")?,
            provider,
        })
    }
}

fn scheme(provider: &str) -> Result<Scheme, String> {
    let found = SCHEMES.iter().find(|(name, _)| *name == provider).map(|(_, scheme)| *scheme);
    found.ok_or_else(|| {
        let known: Vec<&str> = SCHEMES.iter().map(|(name, _)| *name).collect();
        format!("the provider `{}` is none of {}", provider.escape_debug(), known.join(", "))
    })
}

fn method(word: &str) -> Result<Method, String> {
    match word.to_ascii_uppercase().as_str() {
        "GET" => Ok(Method::Get),
        "POST" => Ok(Method::Post),
        _ => Err(format!("the method `{}` is neither GET nor POST", word.escape_debug())),
    }
}

fn parameters(raw: &RawValue) -> Result<Vec<(String, String)>, String> {
    let fault = || "`flat_params` is not a list".to_owned();
    let pairs: Vec<&RawValue> = serde_json::from_str(raw.get()).map_err(|_| fault())?;
    let read = |(index, pair): (usize, &&RawValue)| {
        let fault = |_| format!("`flat_params`: entry {} is not a pair of Unicode texts", index + 1);
        serde_json::from_str::<(String, String)>(pair.get()).map_err(fault)
    };
    pairs.iter().enumerate().map(read).collect()
}

/// The fields of an object. Faults name the field and show no value, because a value may be a secret.
struct Fields<'a>(BTreeMap<String, &'a RawValue>);

impl<'a> Fields<'a> {
    fn read(raw: &'a RawValue) -> Option<Self> {
        serde_json::from_str(raw.get()).ok().map(Self)
    }

    fn get(&self, key: &str) -> Result<&'a RawValue, String> {
        self.0.get(key).copied().ok_or_else(|| format!("`{key}` is missing"))
    }

    fn text(&self, key: &str) -> Result<String, String> {
        let raw = self.get(key)?.get();
        serde_json::from_str(raw).map_err(|_| match raw.starts_with('"') {
            true => format!("`{key}` is no Unicode text"),
            false => format!("`{key}` is not a text"),
        })
    }

    /// Empty for what is missing or null.
    fn text_if_any(&self, key: &str) -> Result<String, String> {
        match self.0.get(key) {
            Some(raw) if raw.get() != "null" => self.text(key),
            _ => Ok(String::new()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"{"id": "a", "provider": "tencent", "method": "post", "path": "/", "signed_host": "h",
        "credentials": {"id": "k", "secret": "hidden"}, "flat_params": [["a", "b"]], "more": 1,
        "string_to_sign": "s", "signature": "g"}"#;

    fn fault(text: &str) -> String {
        let raw = serde_json::from_str(text).expect("JSON");
        Case::read(raw).expect_err("something is wrong")
    }

    #[test]
    fn a_case_arrives() {
        let case = Case::read(serde_json::from_str(GOOD).expect("JSON")).expect("it is right");
        assert_eq!((case.id.as_str(), case.scheme, case.method), ("a", Scheme::TencentV2, Method::Post));
        assert_eq!(case.parameters, [("a".to_owned(), "b".to_owned())]);
    }

    #[test]
    fn faults_name_case_and_field() {
        let changed = |from: &str, to: &str| fault(&GOOD.replace(from, to));
        assert_eq!(fault("[]"), ": it is not an object");
        assert_eq!(fault("{}"), ": `id` is missing");
        assert_eq!(changed("tencent", "nobody").split(" is none of").next(), Some(" (`a`): the provider `nobody`"));
        assert_eq!(changed("post", "PUT"), " (`a`): the method `PUT` is neither GET nor POST");
        assert_eq!(changed("\"h\"", "null"), " (`a`): `signed_host` is not a text");
        assert_eq!(changed("\"hidden\"", "[\"hidden\"]"), " (`a`): `secret` is not a text");
        assert_eq!(changed("\"s\"", "\"\\ud800\""), " (`a`): `string_to_sign` is no Unicode text");
        assert_eq!(changed("[[\"a\", \"b\"]]", "{}"), " (`a`): `flat_params` is not a list");
        for pair in ["[\"a\"]", "[\"a\", 1]", "[\"a\", \"b\", \"c\"]", "\"ab\"", "[\"a\", \"\\udc00\"]"] {
            let entry = changed("[\"a\", \"b\"]", pair);
            assert_eq!(entry, " (`a`): `flat_params`: entry 1 is not a pair of Unicode texts", "{pair}");
        }
        let deep = format!("{{\"id\": {}{}}}", "[".repeat(10_000), "]".repeat(10_000));
        assert_eq!(fault(&deep), ": `id` is not a text");
    }

    #[test]
    fn what_is_not_signed_may_be_missing() {
        let text = GOOD.replace("tencent", "aliyun").replace("\"h\"", "null").replace("\"path\"", "\"way\"");
        assert!(Case::read(serde_json::from_str(&text).expect("JSON")).is_ok());
    }
}
