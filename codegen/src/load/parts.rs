//! What actions and providers have in common.

use super::action::each;
use super::fields::{Fields, Holds, named};
use super::form;
use super::node::{Node, Value};
use super::reader::Context;
use super::row::deprecation;
use crate::diag::{Code, Diagnostic};
use crate::spec::*;

pub(super) fn source(context: &Context<'_>, fields: &Fields<'_, '_>) -> Source {
    let Some(node) = fields.optional("source") else { return Source::default() };
    let fields = Fields::new(*context, node, "source", form::SOURCE);
    let source = Source {
        page: fields.text("page"),
        section: fields.text("section"),
        url: fields.text("url"),
        language: fields.text("language"),
        transcribed: fields.text("transcribed"),
    };
    if let Some(day) = source.transcribed.as_ref().filter(|day| !is_day(&day.value)) {
        let diagnostic = Diagnostic::new(Code::BadDate, format!("`{}` is not a day", day.value));
        context.sink.push(diagnostic.at(day.at, "").help("write it as YYYY-MM-DD"));
    }
    fields.finish(&["page", "section", "url", "language", "transcribed"]);
    source
}

fn is_day(text: &str) -> bool {
    let numbers: Vec<&str> = text.split('-').collect();
    let [year, month, day] = numbers[..] else { return false };
    let digits = |text: &str, length| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(year, 4)
        && digits(month, 2)
        && digits(day, 2)
        && ("01"..="12").contains(&month)
        && ("01"..="31").contains(&day)
}

pub(super) fn deprecated(context: &Context<'_>, fields: &Fields<'_, '_>) -> Option<Deprecation> {
    fields.optional("deprecated").map(|node| deprecation(context, node))
}

pub(super) fn unmarked(context: &Context<'_>, fields: &Fields<'_, '_>) -> Unmarked {
    let Some(node) = fields.optional("unmarked") else { return Unmarked::default() };
    let fields = Fields::new(*context, node, "unmarked", form::UNMARKED);
    let unmarked = Unmarked {
        request: fields.word("request", &Required::NAMES),
        response: fields.word("response", &Required::NAMES),
    };
    fields.finish(&["request", "response"]);
    unmarked
}

pub(super) fn paging(context: &Context<'_>, fields: &Fields<'_, '_>) -> Option<PagingSpec> {
    let node = fields.optional("paging")?;
    let fields = Fields::new(*context, node, "paging", form::PAGING);
    let paging = PagingSpec {
        at: Some(context.at(node)),
        items: fields.text("items"),
        total: fields.text("total"),
        offset: fields.text("offset"),
        limit: fields.text("limit"),
        page: fields.text("page"),
        size: fields.text("size"),
    };
    let is_map = fields.is_map();
    fields.finish(&["items", "total", "offset", "limit", "page", "size"]);
    is_map.then_some(paging)
}

pub(super) fn errors(context: &Context<'_>, fields: &Fields<'_, '_>) -> Vec<ErrorSpec> {
    each(context, fields, "errors", form::ERRORS, error)
}

fn error(context: &Context<'_>, node: &Node) -> Option<ErrorSpec> {
    let fields = Fields::new(*context, node, "errors", form::ERROR);
    let code = fields.required("code").and_then(|node| context.text(node, "code"));
    let http = fields.integer("http");
    let message = fields.text("message");
    let doc = fields.text("doc");
    let field = fields.text("field");
    let basis = fields.word("basis", &Basis::NAMES).map(|basis| basis.value);
    fields.finish(&["code", "http", "message", "doc", "field", "basis"]);
    Some(ErrorSpec { code: code?, http, message, doc, field, basis })
}

pub(super) fn errata(context: &Context<'_>, fields: &Fields<'_, '_>) -> Vec<ErratumSpec> {
    each(context, fields, "errata", form::ERRATA, |context, node| Some(erratum(context, node)))
}

/// Reports a part of an erratum that is there, and says nothing.
fn report_empty(context: &Context<'_>, part: Option<&Node>, what: &str, help: &str) {
    let is_empty = |node: &&Node| match &node.value {
        Value::Map(entries) => entries.is_empty(),
        Value::List(entries) => entries.is_empty(),
        _ => false,
    };
    if let Some(node) = part.filter(is_empty) {
        let diagnostic = Diagnostic::new(Code::ErratumIncomplete, format!("the erratum {what}"));
        context.sink.push(diagnostic.at(context.at(node), "").help(help));
    }
}

fn erratum(context: &Context<'_>, node: &Node) -> ErratumSpec {
    let fields = Fields::new(*context, node, "errata", form::ERRATUM);
    let says = fields.required("says");
    let about = fields.required("about");
    report_empty(context, about, "is about nothing", "write `about: response PATH`, or another place of the spec");
    report_empty(context, says, "names no place", "say what each place says: `says: { table: …, example: … }`");
    let says = says.map(|node| named(context, node, "says", form::SAYS, Holds::Keys)).unwrap_or_default();
    let spec = ErratumSpec {
        at: context.at(node),
        about: about.map(|node| context.texts(node, "about")).unwrap_or_default(),
        attribute: fields.required("attribute").and_then(|node| context.text(node, "attribute")),
        says: says.into_iter().map(|(place, node)| (place, context.data(node, "says"))).collect(),
        decision: fields.required("decision").map(|node| context.data(node, "decision")),
        doc: fields.text("doc"),
    };
    fields.finish(&["about", "attribute", "says", "decision", "doc"]);
    spec
}
