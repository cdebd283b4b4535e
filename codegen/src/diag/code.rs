//! The list of mistakes. A code is stable: scripts and suppressions may rely on it.

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing can be generated until it is mended.
    Error,
    /// Worth a look.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

macro_rules! codes {
    ($($variant:ident $name:literal $severity:ident $doc:literal)*) => {
        /// Which mistake a diagnostic is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code {
            $(#[doc = $doc] $variant,)*
        }

        /// All codes.
        pub const CODES: &[Code] = &[$(Code::$variant,)*];

        impl Code {
            /// The stable name, as shown and as scripts see it.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// How much it matters.
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)* }
            }

            /// What the mistake is, in a sentence.
            pub fn explanation(self) -> &'static str {
                match self { $(Self::$variant => $doc,)* }
            }
        }
    };
}

codes! {
    Syntax "syntax" Error "The file is not YAML, or is nested too deeply."
    TooLarge "too-large" Error "The file, or the number of its types, is larger than any spec has reason to be."
    Anchor "anchor" Error "Anchors and aliases can make a small file expand without bound, and hide facts from the reader."
    Tag "tag" Error "YAML tags have no meaning in specs."
    StrayFile "stray-file" Error "The file stands where neither a provider's nor an action's file belongs."
    PathMismatch "path-mismatch" Error "The file's or the folder's name differs from the name inside."
    WrongType "wrong-type" Error "A key has a value of another type than it takes."
    UnknownKey "unknown-key" Error "The spec language has no such key here."
    MissingKey "missing-key" Error "A key that is always needed is not there."
    EmptyValue "empty-value" Error "A key stands without a value."
    DuplicateKey "duplicate-key" Error "A key stands twice in one map."
    DuplicateRow "duplicate-row" Error "A row stands twice in one table."
    UnknownWord "unknown-word" Error "A key that takes one of a few words has another."
    UnquotedNumber "unquoted-number" Error "A text that looks like a fraction loses digits unless it is quoted."
    BadDate "bad-date" Error "A day is not written as YYYY-MM-DD."
    BadName "bad-name" Error "A name holds characters that it cannot hold."
    NotAPair "not-a-pair" Error "A pair of an example has no equals sign."
    NoProvider "no-provider" Error "A folder has actions, but no `provider.yaml`."
    UnknownService "unknown-service" Error "An action stands in the folder of a service that `provider.yaml` does not list."
    ProviderDefault "provider-default" Warning "`provider.yaml` does not say a fact, and the usual one is taken."
    UnusedService "unused-service" Warning "`provider.yaml` lists a service that has no actions."
    DuplicateAction "duplicate-action" Error "Two actions of a service differ only in case."
    UnknownType "unknown-type" Error "A row has a type that is defined nowhere."
    TooDeep "too-deep" Error "So many types stand inside of each other that no compiler follows them."
    UnusedType "unused-type" Warning "No row has this type."
    UnusedEnum "unused-enum" Warning "No row has this enum."
    TypeNameTaken "type-name-taken" Error "Two types, or a type and an enum, have the same name, or one has the name of a basic type."
    UnknownRow "unknown-row" Error "A rule, paging or an erratum refers to something that is not there."
    RowShape "row-shape" Error "A parameter is a value in one row and holds other parameters in another."
    ListKeyWithoutList "list-key-without-list" Error "`list` or `item` stands on a row that is not a list."
    ListBase "list-base" Error "Lists are numbered from 0 or from 1."
    FormatType "format-type" Error "A format does not fit the row's type."
    PagingIncomplete "paging-incomplete" Error "`paging` lacks what turning pages needs."
    PagingType "paging-type" Error "A row that `paging` names has a type that cannot serve."
    PagingUnused "paging-unused" Warning "`provider.yaml` gives a usual name of paging that no action has."
    LimitType "limit-type" Error "A constraint does not fit the row's type."
    LimitOrder "limit-order" Error "A lower bound is above the upper bound."
    LimitStep "limit-step" Error "`multiple_of` is not positive."
    Pattern "pattern" Error "A pattern is not a regular expression that can be used."
    DefaultType "default-type" Error "A default is not of the row's type."
    DefaultOutside "default-outside" Error "A default breaks a constraint of its own row."
    DefaultRequired "default-required" Warning "A required row has a default, which can never be used."
    ConstantMismatch "constant-mismatch" Error "The parameter that names the action has another value than the action's name."
    ConstantMissing "constant-missing" Error "The parameter that names the action has no `const`."
    ConstantType "constant-type" Error "A constant is not of the row's type."
    AllowedType "allowed-type" Error "An allowed value is not of the row's type, or stands twice."
    InItemOutside "in-item-outside" Error "`required: in_item` stands on a row that is not part of a list of structs."
    ObjectEncoding "object-encoding" Error "A list of objects is said to travel joined or repeated, which only lists of single values can."
    EnumEmpty "enum-empty" Error "An enum has no values."
    EnumDuplicate "enum-duplicate" Error "A value stands twice in one enum."
    EnumMixed "enum-mixed" Error "An enum has whole numbers beside other values."
    EnumSlip "enum-slip" Warning "What is read as a value of an enum looks like a part of a description."
    EnumLabel "enum-label" Error "A label is also the label or the word of another value of the enum."
    AliasTaken "alias-taken" Error "An alias is the name of another row."
    RuleSize "rule-size" Error "A rule names too few rows, or a row twice."
    RuleImpossible "rule-impossible" Error "No call, or no useful call, can keep the rule."
    RuleRedundant "rule-redundant" Warning "Every call keeps the rule anyway."
    RuleValue "rule-value" Error "A rule compares a row with a value that it can never have."
    RuleAcrossList "rule-across-list" Error "A rule speaks of rows in entries of a list from outside of that list, or compares a list with single values."
    RequestType "request-type" Error "A parameter has a model as its type, whose rows have no names of their own in a request."
    NumberedName "numbered-name" Warning "The name of a parameter has a number where pages usually write `n`, and is read as if it had."
    ErrorDuplicate "error-duplicate" Error "An error code stands twice with the same message."
    ErrorStatus "error-status" Error "A documented HTTP status is not one."
    FailureCode "failure-code" Error "A code under `failures` is written in a way that no answer can match."
    FailureTwice "failure-twice" Error "A code stands twice under `failures`."
    TableWidth "table-width" Error "A row of a table has more or fewer values than there are columns."
    TableValue "table-value" Error "A value of a table does not match its column's pattern, or stands twice where it must not."
    TableRowTaken "table-row-taken" Error "The name of a table's row is already the name of a type, an enum or another table's row."
    Endpoint "endpoint" Error "An endpoint is not an address that calls can be sent to."
    ExampleRequest "example-request" Error "An example sends a parameter that the tables do not have, or lacks one that they require."
    ExampleField "example-field" Error "An example answer has a field that the tables do not have."
    ExampleType "example-type" Error "An example has a value of another type than the tables say."
    ExampleValue "example-value" Error "An example has a value outside of the documented ones."
    ExampleMissing "example-missing" Error "An example answer lacks a field that the table says is always there."
    ExampleRule "example-rule" Error "An example breaks a rule of its own page."
    ErratumStale "erratum-stale" Error "An erratum no longer applies."
    ErratumIncomplete "erratum-incomplete" Error "An erratum does not say what two places say."
    HiddenCharacter "hidden-character" Error "A text holds control or direction characters, which can hide what it says."
    SecretDefault "secret-default" Error "A secret has a default, or is shown in an example."
}
