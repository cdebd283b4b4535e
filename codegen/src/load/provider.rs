//! A provider's file.

use super::action::each;
use super::node::Node;
use super::parts::{deprecated, errata, errors, paging, source, unmarked};
use super::reader::{Context, Fields, named};
use super::row::rows;
use crate::diag::Code;
use crate::source::Spanned;
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
    let fields = Fields::new(*context, node, "provider.yaml");
    let services = fields
        .required("services")
        .map(|node| named(context, node, "services", Code::DuplicateKey))
        .unwrap_or_default();
    let spec = ProviderSpec {
        file: context.file,
        path: path.to_owned(),
        provider: fields.required("provider").and_then(|node| context.text(node, "provider")),
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
        accepted: each(context, &fields, "accepted", accepted),
        notes: fields.texts("notes"),
        remarks: fields.texts("remarks"),
    };
    fields.finish(PROVIDER_KEYS);
    spec
}

fn scheme(context: &Context<'_>, node: &Node) -> Option<Spanned<Scheme>> {
    let fields = Fields::new(*context, node, "signing");
    let scheme = fields.required("scheme").and_then(|node| context.word(node, "scheme", &Scheme::NAMES));
    fields.finish(&["scheme"]);
    scheme
}

fn status(context: &Context<'_>, node: &Node) -> StatusSpec {
    let fields = Fields::new(*context, node, "status");
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
    let fields = Fields::new(*context, node, "failures");
    let codes = |key: &str| fields.optional(key).map(|node| context.scalars(node, key)).unwrap_or_default();
    let basis = fields.word("basis", &Basis::NAMES);
    let codes = FailureClass::NAMES.iter().map(|(key, class)| (*class, codes(key))).collect();
    fields.finish(&["throttled", "transient", "auth", "not_found", "clock_skew", "basis"]);
    FailuresSpec { codes, basis }
}

fn accepted(context: &Context<'_>, node: &Node) -> Option<Accepted> {
    let fields = Fields::new(*context, node, "accepted");
    let text = |key: &str| fields.required(key).and_then(|node| context.text(node, key));
    let (change, fingerprint, reason) = (text("change"), text("fingerprint"), text("reason"));
    fields.finish(&["change", "fingerprint", "reason"]);
    Some(Accepted { at: context.at(node), change: change?, fingerprint: fingerprint?, reason: reason? })
}

fn service(context: &Context<'_>, name: Text, node: &Node) -> ServiceSpec {
    let what = name.value.clone();
    let fields = Fields::new(*context, node, &what);
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
