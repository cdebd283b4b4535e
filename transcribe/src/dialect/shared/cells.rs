//! What stands in cells: types, yes and no, and how rows are drawn below others.

use crate::dialect::{Spelling, Words};
use crate::draft::Kind;

pub(in crate::dialect) static REQUIRED: Words<bool> = &[
    (
        &[
            "yes",
            "是",
            "true",
            "y",
            "必选",
            "必填",
            "必须",
            "必需",
            "必传",
            "必要",
            "√",
            "✓",
            "✔",
            "required",
            "mandatory",
            "must",
            "m",
        ],
        true,
    ),
    (
        &[
            "no",
            "否",
            "false",
            "n",
            "可选",
            "选填",
            "选传",
            "非必选",
            "非必填",
            "非必须",
            "非必需",
            "非必传",
            "不必选",
            "不必填",
            "不必须",
            "×",
            "✗",
            "✕",
            "optional",
            "not required",
            "not mandatory",
            "non-required",
            "o",
        ],
        false,
    ),
];

/// Beginnings of cells that say: in some cases only.
pub(in crate::dialect) static SOMETIMES: &[&str] =
    &["条件", "有条件", "视情况", "部分", "conditional", "depends", "sometimes"];

/// The same as a letter.
pub(in crate::dialect) static SHORT_SOMETIMES: &[&str] = &["c", "m/o", "cm"];

/// What stands in cells that say nothing.
pub(in crate::dialect) static NOTHING: &[&str] = &["-", "--", "—", "/", "无", "none", "n/a", "na", "nil"];

/// What draws the branch from a row to the one that it is part of. Blanks are of the kinds that pages show.
pub(in crate::dialect) static BRANCHES: &[char] = &[
    '└', '├', '─', '│', '┗', '┣', '━', '┃', '∟', '↳', '→', '»', '>', '-', '–', '—', '+', '·', '•', '\u{a0}',
    '\u{2002}', '\u{2003}', '\u{3000}',
];

pub(in crate::dialect) static TYPES: Words<Spelling> = &[
    (
        &[
            "string",
            "str",
            "text",
            "char",
            "varchar",
            "timestamp",
            "datetime",
            "date",
            "time",
            "enum",
            "字符串",
            "字符",
            "文本",
            "字符型",
            "字符串型",
            "字符串类型",
            "时间",
            "时间戳",
            "日期",
            "枚举",
            "json string",
            "jsonstring",
            "file",
        ],
        Spelling::Kind(Kind::Text),
    ),
    (
        &[
            "int",
            "integer",
            "long",
            "short",
            "uint",
            "int32",
            "int64",
            "uint32",
            "uint64",
            "unsigned int",
            "bigint",
            "整型",
            "整数",
            "整形",
            "整数型",
            "整数类型",
            "长整型",
            "短整型",
            "无符号整型",
            "uint8",
            "uint16",
            "int8",
            "int16",
            "long int",
            "longint",
            "tinyint",
        ],
        Spelling::Kind(Kind::Integer),
    ),
    (
        &[
            "float",
            "double",
            "float32",
            "float64",
            "decimal",
            "number",
            "浮点",
            "浮点类型",
            "双精度",
            "双精度浮点",
            "单精度",
            "小数",
            "数值",
            "浮点型",
            "浮点数",
        ],
        Spelling::Kind(Kind::Float),
    ),
    (&["bool", "boolean", "布尔", "布尔类型", "布尔型", "布尔值"], Spelling::Kind(Kind::Boolean)),
    (
        &[
            "object",
            "dict",
            "dictionary",
            "map",
            "json",
            "struct",
            "hash",
            "obj",
            "结构体",
            "字典",
            "jsonobject",
            "json object",
            "对象类型",
            "hashmap",
            "对象",
        ],
        Spelling::Kind(Kind::Object),
    ),
    (&["any", "mixed", "interface"], Spelling::Kind(Kind::Unknown)),
    (
        &[
            "array",
            "list",
            "repeatlist",
            "set",
            "arr",
            "jsonarray",
            "json array",
            "数组类型",
            "数组型",
            "集合",
            "数组",
            "列表",
        ],
        Spelling::List,
    ),
];
