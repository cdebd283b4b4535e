//! The providers. A new one is an entry here.

use std::sync::LazyLock;

use super::{Column, Dialect, Section};

/// How a provider writes that needs no words of its own; an entry names what differs.
///
/// # Examples
///
/// ```
/// use tablature_transcribe::dialect::usual;
///
/// assert_eq!(usual("example", "Action").required("yes"), Some((true, true)));
/// ```
pub fn usual(provider: &str, action_parameter: &str) -> Dialect {
    Dialect {
        provider: provider.to_owned(),
        language: "zh",
        action_parameter: action_parameter.to_owned(),
        generated_examples: false,
        hidden: &[],
        sections: &[],
        columns: &[],
        types: &[],
    }
}

/// All providers that have an entry.
pub static DIALECTS: LazyLock<[Dialect; 5]> = LazyLock::new(|| {
    [
        Dialect {
            sections: &[(&["子节点"], Section::Models), (&["节点名"], Section::Other)],
            ..usual("aliyun", "Action")
        },
        Dialect {
            hidden: &[("zone", "pek3a")],
            sections: &[(&["response item", "response items"], Section::ResponseItem)],
            ..usual("qingcloud", "action")
        },
        Dialect {
            sections: &[(&["输入"], Section::ExampleRequest), (&["输出"], Section::ExampleResponse)],
            columns: &[(&["错误码数值"], Column::Code)],
            ..usual("tencent", "Action")
        },
        Dialect { generated_examples: true, ..usual("ucloud", "Action") },
        usual("ucloudstack", "Action"),
    ]
});

/// The words of a provider, when it has some of its own.
pub fn dialect(provider: &str) -> Option<&'static Dialect> {
    DIALECTS.iter().find(|dialect| dialect.provider == provider)
}
