//! The duty to report documents to the superior, and whom the charter names as superiors.
//!
//! The act that issues a document is in `issue_document`.

use crate::{
    charter::{Charter, settings::SettingKey},
    kernel::{
        duty::{Found, Instance, or_not_applicable},
        finding::Finding,
        resolver::since,
        rule::{Duty, Rule},
        transition,
        view::View,
        word::word,
    },
    law::document::dated,
    state::document::FormalDocument,
    terms::{
        act_kind::ActKind,
        id::{DocumentId, Text},
        words::{Role, Step},
    },
};

pub(crate) const REPORTED_UP: Duty = Duty {
    rule: Rule::law("document.reported_up", "文件抄报上级", "documents are reported to the superior")
        .needs(&[SettingKey::ReportUp, SettingKey::Paths, SettingKey::StepDays]),
    gives: crate::law::document::duties::BY_STEP,
    look: |view, _, period| {
        let targets = view.settings().report_up.fixed();
        let documents = view.state.documents().documents.iter();
        let owed = documents
            .filter(|(_, it)| it.end().is_none() || !it.reported_up.is_empty())
            .filter(|(_, it)| it.reports_up || targets.is_some())
            .map(|(id, it)| (reported_up(view, id, it, targets.map_or(&[][..], |it| it)), it.issued))
            .filter(|(it, issued)| it.concerns(issued.at.date(), period));
        let all: Vec<Instance> = owed.map(|(it, _)| it).collect();
        let anywhere = view.settings().paths.fixed().into_iter().flatten();
        if all.is_empty()
            && targets.is_none()
            && !anywhere.into_iter().any(|(_, it)| it.contains(&Step::ReportUp))
        {
            return vec![Instance::of_role(Role::Office, Found::Silent { entries: Vec::new() })];
        }
        or_not_applicable(all)
    },
};

pub(crate) fn reported_up(
    view: &View<'_>,
    id: &DocumentId,
    document: &FormalDocument,
    targets: &[Text],
) -> Instance {
    let missing: Vec<String> = document.not_yet_told(targets).map(ToString::to_string).collect();
    let entries: Vec<u32> =
        [document.issued.no].into_iter().chain(document.reported_up.values().map(|it| it.no)).collect();
    let found = match document.reported_up.values().map(|it| it.at).max() {
        Some(at) if missing.is_empty() => Found::Done { at, entries },
        _ => {
            let what = if missing.is_empty() { vec![word(&Step::ReportUp)] } else { missing };
            Found::Open { finding: Finding::Missing { what }, entries }
        }
    };
    let instance = Instance::of_role(Role::Office, found)
        .about(id)
        .owed_to(Role::Superior)
        .fulfilled_by(&[ActKind::ReportUp]);
    let instance = instance.part_of(transition::of_document(id, view.state.documents()));
    match document.minutes.as_ref().and_then(|it| view.state.documents().minutes.get(it)) {
        Some(minutes) => dated(view, minutes, Step::ReportUp, instance),
        None => instance.undated(),
    }
}

/// The superiors to whom documents are reported, where the charter names them.
pub(crate) fn superiors(charter: &Charter) -> &[Text] {
    charter.settings().report_up.fixed().map_or(&[], |it| it)
}

since! { FormalDocument(issued.at); }
