//! Words that pages of several providers share.

use super::{Column, Section, Spelling, Words};
use crate::draft::Kind;

pub(super) static SECTIONS: Words<Section> = &[
    (
        &["简介", "描述", "接口描述", "接口说明", "功能描述", "overview", "description", "api description"],
        Section::Description,
    ),
    (
        &["公共参数", "公共请求参数", "公共返回参数", "public parameters", "public parameter", "common parameters"],
        Section::Common,
    ),
    (
        &[
            "请求参数",
            "输入参数",
            "接口参数",
            "请求字段",
            "入参",
            "指令参数",
            "接口请求参数",
            "request parameters",
            "request parameter",
            "request fields",
            "request field",
            "input parameters",
            "parameters",
        ],
        Section::Request,
    ),
    (
        &[
            "响应字段",
            "响应参数",
            "返回参数",
            "返回字段",
            "返回数据",
            "返回结果",
            "返回值",
            "输出参数",
            "出参",
            "response field",
            "response fields",
            "response elements",
            "response element",
            "response parameters",
            "response parameter",
            "return parameters",
            "output parameters",
            "return fields",
        ],
        Section::Response,
    ),
    (
        &[
            "数据模型",
            "数据结构",
            "数据类型",
            "data model",
            "data models",
            "data structure",
            "data structures",
            "models",
        ],
        Section::Models,
    ),
    (
        &[
            "错误码",
            "错误码表",
            "错误代码",
            "业务错误码",
            "接口错误码",
            "error codes",
            "error code",
            "errors",
            "error code table",
        ],
        Section::Errors,
    ),
    (&["示例", "示例代码", "调用示例", "example", "examples", "sample", "samples"], Section::Example),
    (
        &[
            "请求示例",
            "请求样例",
            "示例请求",
            "request example",
            "example request",
            "request examples",
            "sample request",
            "请求",
        ],
        Section::ExampleRequest,
    ),
    (
        &[
            "响应示例",
            "返回示例",
            "正常返回示例",
            "返回样例",
            "响应样例",
            "示例响应",
            "response example",
            "example response",
            "response examples",
            "sample response",
            "返回",
            "响应",
        ],
        Section::ExampleResponse,
    ),
    (&["使用方法", "调试", "定义", "definition", "how to use", "相关产品", "使用说明"], Section::Other),
];

/// What stands before the host that serves an action.
pub(super) static HOSTS: &[&str] =
    &["接口请求域名", "接口访问域名", "请求域名", "访问域名", "接口域名", "域名", "endpoint", "request domain"];

/// What headings may have behind the word.
pub(super) static SUFFIXES: &[&str] = &["列表", "说明", "详情", "描述", "表", "如下", " list", " table"];

pub(super) static COLUMNS: Words<Column> = &[
    (
        &[
            "参数名",
            "参数名称",
            "字段名",
            "字段名称",
            "名称",
            "参数",
            "字段",
            "属性",
            "parameter name",
            "parameter",
            "field name",
            "field",
            "name",
            "parameters",
            "fields",
        ],
        Column::Name,
    ),
    (&["类型", "参数类型", "字段类型", "数据类型", "type", "data type", "types"], Column::Type),
    (
        &[
            "必填",
            "必选",
            "必须",
            "必需",
            "是否必选",
            "是否必填",
            "是否必须",
            "是否必需",
            "required",
            "mandatory",
            "is required",
        ],
        Column::Required,
    ),
    (
        &[
            "描述信息",
            "描述",
            "说明",
            "参数说明",
            "字段说明",
            "参数描述",
            "含义",
            "备注",
            "description",
            "description information",
            "descriptions",
            "notes",
            "note",
            "remarks",
            "details",
        ],
        Column::Description,
    ),
    (&["示例值", "示例", "样例", "example", "example value", "sample value"], Column::Example),
    (&["错误码", "错误代码", "返回码", "error code", "code", "errorcode"], Column::Code),
    (
        &["http状态码", "http 状态码", "httpcode", "http code", "http status", "http status code", "状态码"],
        Column::Http,
    ),
    (&["错误信息", "英文描述", "英文提示", "message", "error message"], Column::Message),
    (&["语义", "错误描述", "原因", "错误类型", "meaning"], Column::Meaning),
];

pub(super) static REQUIRED: Words<bool> = &[
    (&["yes", "是", "true", "y", "必选", "必填", "必须", "required"], true),
    (&["no", "否", "false", "n", "可选", "选填", "非必选", "非必填", "optional"], false),
];

pub(super) static TYPES: Words<Spelling> = &[
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
        ],
        Spelling::Kind(Kind::Integer),
    ),
    (&["float", "double", "float32", "float64", "decimal", "number", "浮点型", "浮点数"], Spelling::Kind(Kind::Float)),
    (&["bool", "boolean", "布尔型", "布尔值"], Spelling::Kind(Kind::Boolean)),
    (&["object", "dict", "dictionary", "map", "json", "struct", "hash", "obj", "对象"], Spelling::Kind(Kind::Object)),
    (&["any", "mixed", "interface"], Spelling::Kind(Kind::Unknown)),
    (&["array", "list", "repeatlist", "set", "arr", "数组", "列表"], Spelling::List),
];
