//! The providers. A new one is an entry here.

use super::{Column, Dialect, Section};

/// What most providers have in common; an entry names what differs.
const USUAL: Dialect = Dialect {
    provider: "",
    language: "zh",
    action_parameter: "Action",
    generated_examples: false,
    hidden: &[],
    sections: &[],
    columns: &[],
    types: &[],
};

/// All dialects.
pub static DIALECTS: &[Dialect] = &[
    Dialect {
        provider: "aliyun", sections: &[(&["子节点"], Section::Models), (&["节点名"], Section::Other)], ..USUAL
    },
    Dialect {
        provider: "qingcloud",
        action_parameter: "action",
        hidden: &[("zone", "pek3a")],
        sections: &[(&["response item", "response items"], Section::ResponseItem)],
        ..USUAL
    },
    Dialect {
        provider: "tencent",
        sections: &[(&["输入"], Section::ExampleRequest), (&["输出"], Section::ExampleResponse)],
        columns: &[(&["错误码数值"], Column::Code)],
        ..USUAL
    },
    Dialect { provider: "ucloud", generated_examples: true, ..USUAL },
    Dialect { provider: "ucloudstack", ..USUAL },
];

/// The words of a provider.
pub fn dialect(provider: &str) -> Option<&'static Dialect> {
    DIALECTS.iter().find(|dialect| dialect.provider == provider)
}
