//! Providers and their services.

use super::names::{folder_name, wire_name};
use super::row::{Surroundings, plain, row};
use super::scope::Scope;
use crate::diag::{Code, Diagnostic, Sink};
use crate::model::{ErrorCode, FailureClass, FailureCodes, Provider, Service, Status, Unmarked, UsualPaging};
use crate::source::{At, Spanned};
use crate::spec::{
    Basis, ErrorSpec, Fact, Method, PagingSpec, ProviderSpec, Required, Scalar, Scheme, ServiceSpec, StatusSpec, Text,
};

/// The provider. What its file lacks, or says in a way that nobody understands, has been reported; its actions are read
/// all the same.
pub(super) fn provider(spec: &ProviderSpec, folder: &str, sink: &Sink) -> Provider {
    let name = spec.provider.clone().unwrap_or_else(|| Text::new(folder.to_owned(), At::file(spec.file)));
    if folder_name(&name, "provider", sink) && name.value != folder {
        let diagnostic =
            Diagnostic::new(Code::PathMismatch, format!("provider `{}` stands in the folder `{folder}`", name.value));
        sink.push(diagnostic.at(name.at, "").help("give both the same name"));
    }
    let list_base = spec.list_base.clone().unwrap_or(Fact { value: 0, at: name.at, basis: None });
    if !(0..=1).contains(&list_base.value) {
        let diagnostic = Diagnostic::new(Code::ListBase, format!("lists cannot be numbered from {}", list_base.value));
        sink.push(diagnostic.at(list_base.at, "").help("write 0 or 1"));
    }
    let scope = Scope::basic();
    let unmarked = Unmarked {
        request: spec.unmarked.request.as_ref().map_or(Required::No, |required| required.value),
        response: spec.unmarked.response.as_ref().map_or(Required::Unknown, |required| required.value),
    };
    let around =
        Surroundings { scope: &scope, unmarked: unmarked.request, list_base: list_base.value, numbered_names: true };
    let mut provider = Provider {
        path: spec.path.clone(),
        title: plain(spec.title.as_ref()),
        doc: plain(spec.doc.as_ref()),
        source: spec.source.clone(),
        deprecated: spec.deprecated.clone(),
        method: spec.method.as_ref().map_or(Method::Get, |method| method.value),
        scheme: spec.scheme.as_ref().map_or(Scheme::NAMES[0].1, |scheme| scheme.value),
        action_parameter: spec.action_parameter.as_ref().map_or_else(String::new, |name| name.value.clone()),
        common: spec.common.iter().map(|common| row(common, &around, sink)).collect(),
        list_base,
        status: spec.status.as_ref().map(status).unwrap_or_default(),
        paging: spec.paging.as_ref().map(usual_paging).unwrap_or_default(),
        unmarked,
        errors: errors(&spec.errors, sink),
        failures: spec.failures.codes.iter().filter_map(|(class, specs)| failure_codes(*class, specs)).collect(),
        failures_basis: spec.failures.basis.as_ref().map_or(Basis::Table, |basis| basis.value),
        services: services(&spec.services, sink),
        errata: Vec::new(),
        accepted: spec.accepted.clone(),
        notes: spec.notes.iter().map(|note| note.value.clone()).collect(),
        remarks: spec.remarks.iter().map(|remark| remark.value.clone()).collect(),
        name,
    };
    provider.errata = super::errata::of_provider(&spec.errata, &provider, sink);
    provider
}

fn usual_paging(spec: &PagingSpec) -> UsualPaging {
    UsualPaging {
        offset: spec.offset.clone(),
        limit: spec.limit.clone(),
        page: spec.page.clone(),
        size: spec.size.clone(),
        total: spec.total.clone(),
    }
}

fn status(spec: &StatusSpec) -> Status {
    Status {
        field: plain(spec.field.as_ref()),
        success: spec.success.as_ref().map(|success| success.value),
        message: plain(spec.message.as_ref()),
        request_id: plain(spec.request_id.as_ref()),
        request_id_header: plain(spec.request_id_header.as_ref()),
        basis: spec.basis.as_ref().map(|basis| basis.value),
    }
}

fn failure_codes(class: FailureClass, specs: &[Spanned<Scalar>]) -> Option<FailureCodes> {
    let codes: Vec<Text> = specs.iter().map(|code| Spanned { value: code.value.wire(), at: code.at }).collect();
    (!codes.is_empty()).then_some(FailureCodes { class, codes })
}

fn services(specs: &[ServiceSpec], sink: &Sink) -> Vec<Service> {
    let mut services: Vec<Service> = specs
        .iter()
        .filter(|spec| folder_name(&spec.name, "service", sink))
        .map(|spec| Service {
            name: spec.name.clone(),
            title: plain(spec.title.as_ref()),
            doc: plain(spec.doc.as_ref()),
            endpoint: spec.endpoint.clone(),
            version: plain(spec.version.as_ref()),
            actions: Vec::new(),
            kept: None,
        })
        .collect();
    services.sort_by(|left, right| left.name.value.cmp(&right.name.value));
    services
}

pub(super) fn errors(specs: &[ErrorSpec], sink: &Sink) -> Vec<ErrorCode> {
    specs
        .iter()
        .filter(|spec| wire_name(&spec.code, "error code", sink))
        .map(|spec| ErrorCode {
            code: spec.code.clone(),
            http: spec.http.clone(),
            message: plain(spec.message.as_ref()),
            doc: plain(spec.doc.as_ref()),
            field: spec.field.clone(),
            basis: spec.basis.unwrap_or(Basis::Table),
        })
        .collect()
}
