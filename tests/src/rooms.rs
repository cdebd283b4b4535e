//! The rooms of the house, and which may know which: the walls that `ARCHITECTURE.md` describes.

/// A room of a house, and the other rooms there that it may know.
pub struct Room {
    /// Name of its file or folder.
    pub name: &'static str,
    /// Names of those.
    pub may_know: &'static [&'static str],
}

/// A folder with rooms.
pub struct House {
    /// Where it is.
    pub folder: &'static str,
    /// What is in it.
    pub rooms: &'static [Room],
    /// Packages and parts of the standard library, and the only rooms that may use them.
    pub used_only_by: &'static [(&'static str, &'static [&'static str])],
}

/// All houses.
pub const HOUSES: &[House] = &[
    House { folder: "codegen/src/", rooms: ROOMS, used_only_by: PURE },
    House { folder: "transcribe/src/", rooms: ROOMS_OF_TRANSCRIBE, used_only_by: PURE },
    House { folder: "diff/src/", rooms: ROOMS_OF_DIFF, used_only_by: PURE },
    House { folder: "mock/src/", rooms: ROOMS_OF_MOCK, used_only_by: USED_IN_MOCK },
    House { folder: "runtime/src/", rooms: ROOMS_OF_RUNTIME, used_only_by: USED_IN_RUNTIME },
];

/// Data moves one way: text -> spec -> model -> Rust IR -> tokens -> text.
const ROOMS: &[Room] = &[
    Room { name: "source", may_know: &[] },
    Room { name: "vocabulary", may_know: &["source"] },
    Room { name: "parallel", may_know: &[] },
    Room { name: "kept", may_know: &[] },
    Room { name: "diag", may_know: &["source"] },
    Room { name: "spec", may_know: &["kept", "source", "vocabulary"] },
    Room { name: "load", may_know: &["kept", "source", "vocabulary", "parallel", "diag", "spec"] },
    Room { name: "model", may_know: &["kept", "source", "vocabulary"] },
    Room { name: "resolve", may_know: &["kept", "source", "vocabulary", "parallel", "diag", "spec", "model"] },
    Room { name: "check", may_know: &["kept", "source", "vocabulary", "parallel", "diag", "model"] },
    Room { name: "facts", may_know: &["source", "vocabulary", "diag", "model"] },
    Room { name: "rust", may_know: &[] },
    Room { name: "lower", may_know: &["vocabulary", "parallel", "model", "rust"] },
    Room { name: "emit", may_know: &["parallel", "rust"] },
    // It prints what `emit` hands over.
    Room { name: "print", may_know: &["emit"] },
];

/// Data moves one way: text -> page -> drafts -> specs.
const ROOMS_OF_TRANSCRIBE: &[Room] = &[
    Room { name: "dialect", may_know: &["draft"] },
    Room { name: "names", may_know: &["dialect"] },
    Room { name: "page", may_know: &["dialect"] },
    Room { name: "draft", may_know: &["page"] },
    Room { name: "fingerprint", may_know: &[] },
    Room { name: "report", may_know: &["fingerprint", "page"] },
    Room { name: "rows", may_know: &["dialect", "names", "page", "draft", "report"] },
    Room { name: "prose", may_know: &[] },
    Room { name: "score", may_know: &["prose"] },
    Room { name: "constrain", may_know: &["names", "page", "draft", "report", "prose"] },
    Room { name: "choose", may_know: &["report", "rows"] },
    Room { name: "write", may_know: &["names", "draft"] },
    Room { name: "provider", may_know: &["draft", "write"] },
    Room { name: "merge", may_know: &["fingerprint", "names", "page", "draft", "write"] },
    Room { name: "audit", may_know: &["dialect", "fingerprint", "names", "page", "draft", "report", "rows"] },
    Room { name: "paging", may_know: &["dialect", "draft", "report", "write"] },
    Room { name: "contradictions", may_know: &["draft", "report"] },
    Room { name: "addresses", may_know: &["rows"] },
    Room { name: "examples", may_know: &["dialect", "names", "draft", "report", "write", "provider"] },
];

/// Two states -> changes -> verdicts -> reports.
const ROOMS_OF_DIFF: &[Room] = &[
    Room { name: "state", may_know: &[] },
    Room { name: "change", may_know: &["rules"] },
    Room { name: "compare", may_know: &["state", "change", "rules"] },
    Room { name: "rules", may_know: &[] },
    Room { name: "version", may_know: &["rules", "report"] },
    Room { name: "accept", may_know: &["change"] },
    Room { name: "report", may_know: &["rules", "version", "accept"] },
];

/// A call is recognised, verified, read, checked and answered.
const ROOMS_OF_MOCK: &[Room] = &[
    Room { name: "answer", may_know: &["check", "read", "recognise", "store"] },
    Room { name: "check", may_know: &["read", "recognise", "scheme"] },
    Room {
        name: "cloud",
        may_know: &[
            "answer",
            "check",
            "error",
            "fault",
            "log",
            "nonces",
            "read",
            "recognise",
            "scheme",
            "server",
            "store",
            "verify",
            "world",
        ],
    },
    Room { name: "error", may_know: &[] },
    Room { name: "fault", may_know: &["answer", "error", "recognise", "world"] },
    Room { name: "log", may_know: &["recognise", "verify"] },
    Room { name: "nonces", may_know: &[] },
    Room { name: "read", may_know: &["recognise", "world"] },
    Room { name: "recognise", may_know: &["scheme", "world"] },
    Room { name: "scheme", may_know: &[] },
    Room { name: "server", may_know: &["answer", "cloud", "error", "fault", "log", "read", "recognise"] },
    Room { name: "store", may_know: &["answer", "read", "world"] },
    Room { name: "verify", may_know: &["nonces", "recognise", "scheme"] },
    Room { name: "world", may_know: &["error", "store"] },
];

/// Values and what is known of their rows are below, what is done with them above, and clients on top.
const ROOMS_OF_RUNTIME: &[Room] = &[
    Room { name: "enums", may_know: &[] },
    Room { name: "text", may_know: &[] },
    Room { name: "time", may_know: &["text", "record", "decode"] },
    Room { name: "shape", may_know: &["time"] },
    Room { name: "record", may_know: &["enums", "time", "shape"] },
    Room { name: "facts", may_know: &["record"] },
    Room { name: "debug", may_know: &["text", "record"] },
    Room { name: "serialize", may_know: &["record"] },
    Room { name: "drift", may_know: &["text", "decode"] },
    Room { name: "decode", may_know: &["text", "time", "shape", "record", "drift"] },
    Room { name: "encode", may_know: &["shape", "record", "facts"] },
    Room { name: "validate", may_know: &["text", "shape", "record", "encode"] },
    Room { name: "macros", may_know: &["validate"] },
    Room { name: "example", may_know: &["shape", "record", "facts", "serialize", "drift", "decode", "encode"] },
    Room { name: "sign", may_know: &["text", "facts", "encode"] },
    Room {
        name: "client",
        may_know: &["text", "shape", "record", "facts", "drift", "decode", "encode", "validate", "sign"],
    },
];

/// Of pure libraries: no disk, no clock, no environment.
const PURE: &[(&str, &[&str])] = &[
    ("pulldown_cmark", &["page"]),
    ("html5gum", &["page"]),
    ("serde_yaml", &["load"]),
    ("heck", &["lower"]),
    ("quote", &["emit"]),
    ("proc_macro2", &["emit", "print"]),
    ("prettyplease", &["print"]),
    ("syn", &["print"]),
    ("annotate_snippets", &["audit", "diag"]),
    ("saphyr_parser", &["load", "source"]),
    ("std::fs", &[]),
    ("std::env", &[]),
    ("std::process", &[]),
    ("std::net", &[]),
    ("std::time", &[]),
];

const USED_IN_RUNTIME: &[(&str, &[&str])] = &[
    ("reqwest", &["client"]),
    ("rustls", &["client"]),
    ("tokio", &["client"]),
    ("http", &["client"]),
    ("backon", &["client"]),
    ("hmac", &["sign"]),
    ("sha1", &["sign"]),
    ("sha2", &["sign"]),
    ("std::env", &["sign"]),
    ("std::net", &["client"]),
    ("std::fs", &[]),
    ("std::process", &[]),
];

const USED_IN_MOCK: &[(&str, &[&str])] = &[
    ("axum", &["server"]),
    ("hyper", &["server"]),
    ("tokio", &["server"]),
    ("std::net", &["cloud", "error", "server"]),
    ("std::env", &[]),
    ("std::fs", &[]),
    ("std::process", &[]),
];
