//! The providers. A new one is an entry here.

use super::{Column, Dialect, Section};

/// All dialects.
pub static DIALECTS: &[Dialect] = &[
    Dialect {
        provider: "aliyun",
        language: "zh",
        sections: &[(&["子节点"], Section::Response), (&["节点名"], Section::Other)],
        columns: &[],
        types: &[],
    },
    Dialect {
        provider: "qingcloud",
        language: "zh",
        sections: &[(&["response item", "response items"], Section::ResponseItem)],
        columns: &[],
        types: &[],
    },
    Dialect {
        provider: "tencent",
        language: "zh",
        sections: &[
            (&["输入"], Section::ExampleRequest),
            (&["输出"], Section::ExampleResponse),
        ],
        columns: &[(&["错误码数值"], Column::Code)],
        types: &[],
    },
    Dialect { provider: "ucloud", language: "zh", sections: &[], columns: &[], types: &[] },
    Dialect { provider: "ucloudstack", language: "zh", sections: &[], columns: &[], types: &[] },
];

/// The words of a provider; of one without an entry, none.
pub fn dialect(provider: &str) -> Option<&'static Dialect> {
    DIALECTS.iter().find(|dialect| dialect.provider == provider)
}
