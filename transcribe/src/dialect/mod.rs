//! How providers write their pages: which words head sections and columns, how types and requirements are spelt.
//!
//! All of it is data. A page is read with the words of its provider first and with those that all providers share
//! after them; one that needs no words of its own needs no entry in `providers.rs`, either.

mod providers;
mod shared;

pub use providers::{DIALECTS, dialect, usual};

use crate::draft::Kind;

/// The words of one provider.
#[derive(Clone, Debug)]
pub struct Dialect {
    /// Name of the provider, as its folder of specs has it.
    pub provider: String,
    /// Language of its pages that are not in English: `zh`.
    pub language: &'static str,
    /// The parameter that names the action.
    pub action_parameter: String,
    /// Whether examples are made by a program, which also shows fields that the provider keeps to itself. Such fields
    /// are reported, and do not become rows.
    pub generated_examples: bool,
    /// Required parameters that examples hide behind a word for all common ones, each with a value for tests.
    pub hidden: &'static [(&'static str, &'static str)],
    /// Headings, in addition to the shared ones.
    pub sections: Words<Section>,
    /// Heads of columns, in addition to the shared ones.
    pub columns: Words<Column>,
    /// Types, in addition to the shared ones.
    pub types: Words<Spelling>,
}

/// Words and what they stand for. Words are as [`normal`] makes them.
pub type Words<T> = &'static [(&'static [&'static str], T)];

/// What a section of a page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// What the action does.
    Description,
    /// Parameters that every action has.
    Common,
    /// Parameters.
    Request,
    /// The answer.
    Response,
    /// Fields of an entry of the list that is answered.
    ResponseItem,
    /// Structures that rows refer to.
    Models,
    /// Error codes.
    Errors,
    /// Examples, not yet said of what.
    Example,
    /// A documented call.
    ExampleRequest,
    /// A documented answer.
    ExampleResponse,
    /// Something that holds no facts about parameters.
    Other,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// Names of parameters or fields.
    Name,
    /// Types.
    Type,
    /// Whether they are required.
    Required,
    /// Whether they can be left out: the contrary.
    Optional,
    /// Descriptions.
    Description,
    /// Example values.
    Example,
    /// What is assumed when nothing is sent.
    Default,
    /// Which values there are, or between which bounds.
    Values,
    /// How long a text can be: a range, or the longest.
    Length,
    /// Something that no row of a spec has: a number, where in the call it stands.
    Aside,
    /// Error codes.
    Code,
    /// HTTP status of errors.
    Http,
    /// Messages of errors in the provider's words.
    Message,
    /// What an error means.
    Meaning,
}

/// What a row has to do with turning pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turning {
    /// How many entries stand before the page.
    Offset,
    /// How many entries a page behind an offset has.
    Limit,
    /// The number of the page.
    Page,
    /// How many entries a numbered page has.
    Size,
    /// How many entries there are on all pages.
    Total,
    /// A mark that an answer gives for the page behind it.
    Token,
}

/// What a type's name says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// A type.
    Kind(Kind),
    /// A list; the type of its entries stands elsewhere or nowhere.
    List,
}

impl Dialect {
    /// What a section with this heading is about.
    pub fn section(&self, heading: &str) -> Option<Section> {
        let heading = normal(heading);
        let known = |heading: &str| find(&[self.sections, shared::SECTIONS], heading);
        let mut rest = before_brackets(&heading);
        let found = known(&heading).or_else(|| known(rest)).or_else(|| in_two_languages(&heading, known));
        std::iter::once(found)
            .chain(std::iter::from_fn(|| {
                rest = shared::SUFFIXES.iter().find_map(|suffix| rest.strip_suffix(suffix))?.trim();
                Some(known(rest))
            }))
            .find_map(|found| found)
            .or_else(|| find_misspelt(&[self.sections, shared::SECTIONS], &heading))
    }

    /// What a column with this head holds.
    pub fn column(&self, head: &str) -> Option<Column> {
        let head = normal(head);
        let known = |head: &str| find(&[self.columns, shared::COLUMNS], head);
        known(&head)
            .or_else(|| known(before_brackets(&head)))
            .or_else(|| in_two_languages(&head, known))
            .or_else(|| find_misspelt(&[self.columns, shared::COLUMNS], &head))
    }

    /// What the name of a type says, when it is no model's.
    pub fn spelling(&self, name: &str) -> Option<Spelling> {
        let name = normal(name);
        let known = |name: &str| find(&[self.types, shared::TYPES], name);
        known(&name).or_else(|| known(name.strip_suffix('s')?))
    }

    /// Whether the cell says yes or no; a word more behind it, and the answer is not the whole truth.
    pub fn required(&self, cell: &str) -> Option<(bool, bool)> {
        let cell = normal(cell);
        if let Some(required) = find(&[shared::REQUIRED], &cell) {
            return Some((required, true));
        }
        if shared::SOMETIMES.iter().any(|word| cell.starts_with(word))
            || shared::SHORT_SOMETIMES.contains(&cell.as_str())
        {
            return Some((true, false));
        }
        let word = cell.split([' ', ',', '(', ';']).next()?;
        let rest = cell.strip_prefix(word)?;
        (!rest.is_empty()).then(|| find(&[shared::REQUIRED], word)).flatten().map(|required| (required, false))
    }
}

/// Whether a character draws a line from a row to the row that it is part of.
pub(crate) fn is_branch(character: char) -> bool {
    shared::BRANCHES.contains(&character)
}

/// Whether a cell says nothing.
pub(crate) fn is_nothing(cell: &str) -> bool {
    let says = cell.contains(|character: char| character.is_alphanumeric());
    let cell = normal(cell);
    // A number alone is taken for that of a heading, and says something here.
    cell.is_empty() && !says || shared::NOTHING.contains(&cell.as_str())
}

/// A heading without the remark behind it: `请求参数 (request)`.
fn before_brackets(heading: &str) -> &str {
    heading.split('(').next().map(str::trim).filter(|before| !before.is_empty()).unwrap_or(heading)
}

/// What words mean that stand in two languages beside each other, `名称 Name`, when both mean the same.
fn in_two_languages<T: PartialEq>(words: &str, known: impl Fn(&str) -> Option<T>) -> Option<T> {
    let (ours, other): (String, String) = words.chars().partition(char::is_ascii);
    let known = |words: &str| known(words.trim_matches([' ', '/', '(', ')', '-']));
    if ours.is_empty() || other.is_empty() {
        None
    } else {
        known(&ours).filter(|ours| known(&other).as_ref() == Some(ours))
    }
}

/// How usual a name is for a row that turns pages; 0 is the most usual one, none is no such name.
pub(crate) fn turning(name: &str, what: Turning) -> Option<usize> {
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let (names, _) = shared::TURNING.iter().find(|(_, meaning)| *meaning == what)?;
    names.iter().position(|known| name.eq_ignore_ascii_case(known))
}

/// Whether a name for a row that turns pages is one that other rows have more often.
pub(crate) fn is_mostly_of_others(name: &str) -> bool {
    shared::MOSTLY_OTHERS.iter().any(|other| name.eq_ignore_ascii_case(other))
}

/// Whether the words are a title of the host that serves an action.
pub(crate) fn is_host_title(words: &str) -> bool {
    shared::HOSTS.contains(&normal(words).as_str())
}

fn find<T: Clone>(tables: &[Words<T>], word: &str) -> Option<T> {
    let mut entries = tables.iter().flat_map(|table| table.iter());
    entries.find(|(words, _)| words.contains(&word)).map(|(_, meaning)| meaning.clone())
}

/// Shortest words in which a slip of one letter is forgiven: in shorter ones it makes other words.
const SHORTEST_MISSPELT: usize = 8;

/// The same of a word with a slip in it: `descripton`, `requst parameters`.
fn find_misspelt<T: Clone>(tables: &[Words<T>], word: &str) -> Option<T> {
    let long = |word: &str| word.len() >= SHORTEST_MISSPELT;
    if !long(word) || !word.is_ascii() {
        return None;
    }
    let alike =
        |known: &str| known.len().abs_diff(word.len()) < 2 && known.as_bytes().first() == word.as_bytes().first();
    let slip = |known: &&str| long(known) && alike(known) && strsim::osa_distance(known, word) == 1;
    let mut entries = tables.iter().flat_map(|table| table.iter());
    entries.find(|(words, _)| words.iter().any(slip)).map(|(_, meaning)| meaning.clone())
}

/// A word without what does not tell words apart: case, marks of emphasis, numbers in front, colons behind, brackets
/// and commas of full width, more than one blank.
pub fn normal(word: &str) -> String {
    let half: String = word.chars().map(half_width).filter(|character| !matches!(character, '*' | '`')).collect();
    let words: Vec<_> = half.split_whitespace().collect();
    let joined = words.join(" ").to_lowercase();
    let unnumbered = joined.trim_start_matches(|first: char| first.is_ascii_digit() || NUMBERING.contains(&first));
    let named = if unnumbered.is_empty() || is_ordinal(&joined, unnumbered) { unnumbered } else { &joined };
    named.trim_matches(['_', ':', '.', ';', '?', ' ', '#', '¶']).to_owned()
}

/// What numbers of headings are made of, beside digits.
const NUMBERING: &[char] = &['.', '、', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/// Whether what was taken off the front of a heading is a number with a mark behind it: `2.1 x`, not `3des`.
fn is_ordinal(joined: &str, rest: &str) -> bool {
    let taken = joined.len() - rest.len();
    let number = joined.get(..taken).unwrap_or_default();
    let digits = number.ends_with(|last: char| last.is_ascii_digit());
    taken > 0
        && (number.ends_with(['.', '、'])
            || rest.starts_with(' ')
            || digits && rest.starts_with(|next: char| !next.is_ascii()))
}

/// Letters and marks of full width as their plain twins.
pub fn half_width(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        '\u{3000}' | '\u{a0}' => ' ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart_by_what_matters() {
        for (word, same) in [
            ("**Request Parameters**", "request parameters"),
            ("2. 输入参数", "输入参数"),
            ("2.1　请求（参数）：", "请求(参数)"),
            ("_Example Request_:", "example request"),
            ("三、请求参数", "请求参数"),
            ("一次性参数", "一次性参数"),
            ("Required?", "required"),
            ("Request Parameters¶", "request parameters"),
            ("1", ""),
            ("3des", "3des"),
        ] {
            assert_eq!(normal(word), same, "{word}");
        }
    }

    #[test]
    fn heads_stand_in_two_languages() {
        let dialect = dialect("qingcloud").unwrap_or_else(|| panic!("no dialect"));
        for (head, column) in [
            ("名称 Name", Some(Column::Name)),
            ("Description/描述", Some(Column::Description)),
            ("必选Required", Some(Column::Required)),
            ("类型 Name", None),
            ("灯 Name", None),
        ] {
            assert_eq!(dialect.column(head), column, "{head}");
        }
        assert_eq!(dialect.section("请求参数 Request Parameters"), Some(Section::Request));
        assert_eq!(dialect.section("请求 Parameters"), None);
    }

    #[test]
    fn slips_of_a_letter_are_forgiven_in_long_words() {
        let dialect = dialect("qingcloud").unwrap_or_else(|| panic!("no dialect"));
        assert_eq!(dialect.section("Requst Parameters"), Some(Section::Request));
        assert_eq!(dialect.section("Responce Parameters"), Some(Section::Response));
        assert_eq!(dialect.column("Paramter"), Some(Column::Name));
        assert_eq!(dialect.column("Descripiton"), Some(Column::Description));
        for other in ["Tipe", "Fied", "Inscription", "Requested"] {
            assert_eq!(dialect.column(other), None, "{other}");
        }
    }

    #[test]
    fn requirements_may_have_conditions() {
        let dialect = dialect("qingcloud").unwrap_or_else(|| panic!("no dialect"));
        assert_eq!(dialect.required("**Yes**"), Some((true, true)));
        assert_eq!(dialect.required("否"), Some((false, true)));
        assert_eq!(dialect.required("Yes only here"), Some((true, false)));
        assert_eq!(dialect.required("条件必选"), Some((true, false)));
        assert_eq!(dialect.required("perhaps"), None);
    }
}
