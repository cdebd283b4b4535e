//! A provider's file.

use super::action::each;
use super::fields::{Fields, Holds, named};
use super::form;
use super::node::Node;
use super::parts::{deprecated, errata, errors, paging, source, unmarked};
use super::reader::Context;
use super::row::rows;
use crate::diag::{Code, Diagnostic};
use crate::source::{At, Spanned};
use crate::spec::*;

const PROVIDER_KEYS: &[&str] = &[
    "provider",
    "title",
    "doc",
    "source",
    "deprecated",
    "method",
    "signing",
    "action_parameter",
    "list_base",
    "status",
    "paging",
    "unmarked",
    "common",
    "errors",
    "failures",
    "services",
    "errata",
    "accepted",
    "notes",
    "remarks",
];

pub(super) fn provider(context: &Context<'_>, path: &str, node: &Node) -> ProviderSpec {
    let fields = Fields::new(*context, node, "provider.yaml", form::SPEC);
    let provider = fields.required("provider").and_then(|node| context.text(node, "provider"));
    let at = provider.as_ref().map_or(context.at(node), |name| name.at);
    let services = fields.required("services");
    let services =
        services.map(|node| named(context, node, "services", &form::services(node), Holds::Things)).unwrap_or_default();
    let spec = ProviderSpec {
        file: context.file,
        path: path.to_owned(),
        provider,
        title: fields.text("title"),
        doc: fields.text("doc"),
        source: source(context, &fields),
        deprecated: deprecated(context, &fields),
        method: fields.word("method", &Method::NAMES),
        scheme: fields.required("signing").and_then(|node| scheme(context, node)),
        action_parameter: fields.required("action_parameter").and_then(|node| context.text(node, "action_parameter")),
        list_base: fields
            .optional("list_base")
            .and_then(|node| context.fact(node, "list_base", |c, n| Some(c.integer(n, "list_base")?.value))),
        status: fields.optional("status").map(|node| status(context, node)),
        paging: paging(context, &fields),
        unmarked: unmarked(context, &fields),
        common: fields.optional("common").map(|node| rows(context, node, "common")).unwrap_or_default(),
        errors: errors(context, &fields),
        failures: fields.optional("failures").map(|node| failures(context, node)).unwrap_or_default(),
        services: services.into_iter().map(|(name, node)| service(context, name, node)).collect(),
        errata: errata(context, &fields),
        accepted: each(context, &fields, "accepted", form::LIST, accepted),
        notes: fields.texts("notes"),
        remarks: fields.texts("remarks"),
    };
    for unsaid in unsaid(at) {
        fields.expect(unsaid.0, unsaid.1);
    }
    fields.finish(PROVIDER_KEYS);
    spec
}

/// Facts that are taken for granted when they are not said: a page seldom says them, and a wrong guess shows only in calls.
fn unsaid(at: At) -> [(&'static str, Diagnostic); 3] {
    [
        ("method", "calls are sent with `GET`", "write `method: GET`, or `method: POST`"),
        (
            "list_base",
            "the first entry of a list has the number 0",
            "write `list_base: 0`, or `list_base: 1`; where the pages do not say it, `list_base: { value: 0, basis: traffic }`",
        ),
        (
            "status",
            "the HTTP status alone tells whether a call succeeded",
            "write `status: { field: RetCode, success: 0, message: Message }`, with the names that answers have for them",
        ),
    ]
    .map(|(key, taken, help)| {
        let message = format!("`provider.yaml` does not say `{key}`, so that {taken}");
        (key, Diagnostic::new(Code::ProviderDefault, message).at(at, "").help(help))
    })
}

fn scheme(context: &Context<'_>, node: &Node) -> Option<Spanned<Scheme>> {
    let fields = Fields::new(*context, node, "signing", &form::signing(node));
    let scheme = fields.required("scheme").and_then(|node| context.word(node, "scheme", &Scheme::NAMES));
    fields.finish(&["scheme"]);
    scheme
}

fn status(context: &Context<'_>, node: &Node) -> StatusSpec {
    let fields = Fields::new(*context, node, "status", form::STATUS);
    let status = StatusSpec {
        field: fields.required("field").and_then(|node| context.text(node, "field")),
        success: fields.integer("success"),
        message: fields.text("message"),
        request_id: fields.text("request_id"),
        request_id_header: fields.text("request_id_header"),
        basis: fields.word("basis", &Basis::NAMES),
    };
    fields.finish(&["field", "success", "message", "request_id", "request_id_header", "basis"]);
    status
}

fn failures(context: &Context<'_>, node: &Node) -> FailuresSpec {
    let fields = Fields::new(*context, node, "failures", form::FAILURES);
    let codes = |key: &str| fields.optional(key).map(|node| context.scalars(node, key)).unwrap_or_default();
    let basis = fields.word("basis", &Basis::NAMES);
    let codes = FailureClass::NAMES.iter().map(|(key, class)| (*class, codes(key))).collect();
    fields.finish(&["throttled", "transient", "auth", "not_found", "clock_skew", "basis"]);
    FailuresSpec { codes, basis }
}

fn accepted(context: &Context<'_>, node: &Node) -> Option<Accepted> {
    let fields = Fields::new(*context, node, "accepted", form::ACCEPTED);
    let text = |key: &str| fields.required(key).and_then(|node| context.text(node, key));
    let (change, fingerprint, reason) = (text("change"), text("fingerprint"), text("reason"));
    fields.finish(&["change", "fingerprint", "reason"]);
    Some(Accepted { at: context.at(node), change: change?, fingerprint: fingerprint?, reason: reason? })
}

fn service(context: &Context<'_>, name: Text, node: &Node) -> ServiceSpec {
    let what = name.value.clone();
    let fields = Fields::new(*context, node, &what, form::SERVICE);
    let spec = ServiceSpec {
        name,
        title: fields.text("title"),
        doc: fields.text("doc"),
        endpoint: fields.text("endpoint"),
        version: fields.text("version"),
    };
    fields.finish(&["title", "doc", "endpoint", "version"]);
    spec
}
