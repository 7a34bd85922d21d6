//! The lints on the way from a decision to a document, and on the close of work.

use crate::{
    charter::{
        readings::{DueDay, Reading},
        settings::{SettingKey, choices::Power},
    },
    code::lint::{Facts, Spot},
    kernel::word::word,
    terms::words::{Carrier, MeetingKind, Step},
};

impl<'c> Facts<'c> {
    fn paths(&self) -> impl Iterator<Item = (&'c MeetingKind, &'c Vec<Step>)> {
        self.settings.paths.fixed().into_iter().flatten()
    }

    fn is_on_a_path(&self, step: Step) -> bool {
        self.paths().any(|(_, it)| it.contains(&step))
    }

    fn carried_by_lead(&self) -> bool {
        matches!(self.settings.carrier.fixed(), Some(Carrier::LeadUnit | Carrier::Joint))
    }

    /// One finding for each path that is wrong.
    fn wrong_paths(&self, wrong: impl Fn(MeetingKind, &[Step]) -> bool) -> Vec<Spot> {
        let paths = self.paths().filter(|(kind, path)| wrong(**kind, path));
        paths.map(|(kind, _)| (self.place(SettingKey::Paths), word(kind))).collect()
    }
}

pub(crate) fn approval_without_convener(facts: &Facts<'_>) -> Vec<Spot> {
    let convener = facts.settings.conveners.fixed().is_some_and(|it| !it.is_empty());
    facts.wrong_paths(|_, path| !convener && path.contains(&Step::ConvenerApprove))
}

pub(crate) fn consent_to_nothing(facts: &Facts<'_>) -> Vec<Spot> {
    let asks = |path: &[Step]| path.iter().any(|it| matches!(it, Step::Consent | Step::Countersign));
    facts.wrong_paths(|kind, path| asks(path) && !facts.may(kind, Power::Agree, Power::Agree))
}

pub(crate) fn path_in_disorder(facts: &Facts<'_>) -> Vec<Spot> {
    // Consent, countersigning and the convener's approval may come in any order.
    let place = |step: &Step| match step {
        Step::Draft => 0,
        Step::Consent | Step::Countersign | Step::ConvenerApprove => 1,
        Step::Number => 2,
        Step::Issue => 3,
        Step::ReportUp => 4,
    };
    facts.wrong_paths(|_, path| {
        let twice = path.iter().enumerate().any(|(ix, it)| path.iter().take(ix).any(|before| before == it));
        twice || !path.is_sorted_by_key(place) || path.first() != Some(&Step::Draft)
    })
}

pub(crate) fn number_without_series(facts: &Facts<'_>) -> Vec<Spot> {
    let series = facts.settings.series.fixed().is_some_and(|it| !it.is_empty());
    facts.at(SettingKey::Series, facts.is_on_a_path(Step::Number) && !series, "")
}

pub(crate) fn carrier_without_lead(facts: &Facts<'_>) -> Vec<Spot> {
    let lead = facts.settings.lead_units.fixed().is_some_and(|it| !it.is_empty());
    let ordered = facts.settings.issue_order.fixed().is_some_and(|it| !it.is_empty());
    let sponsored = facts.settings.sponsor.fixed().is_some();
    let joint = facts.settings.carrier.fixed() == Some(&Carrier::Joint);
    let known = lead || sponsored || (joint && ordered);
    facts.at(SettingKey::Carrier, facts.carried_by_lead() && !known, "")
}

pub(crate) fn series_of_another_unit(facts: &Facts<'_>) -> Vec<Spot> {
    let lead = facts.settings.lead_units.fixed().map_or(&[][..], |it| it);
    let series = facts.settings.series.fixed().map_or(&[][..], |it| it);
    let strange = !series.is_empty() && !lead.is_empty() && !series.iter().any(|it| lead.contains(&it.unit));
    facts.at(SettingKey::Series, facts.carried_by_lead() && strange, "")
}

pub(crate) fn own_name_forbidden(facts: &Facts<'_>) -> Vec<Spot> {
    let body = facts.settings.carrier.fixed() == Some(&Carrier::Body);
    facts.at(SettingKey::Carrier, body && facts.settings.own_name.fixed() == Some(&false), "")
}

pub(crate) fn seal_not_used(facts: &Facts<'_>) -> Vec<Spot> {
    let body = facts.settings.carrier.fixed() == Some(&Carrier::Body);
    facts.at(SettingKey::Seal, body && facts.settings.seal.fixed() == Some(&true), "")
}

pub(crate) fn deemed_consent_without_step(facts: &Facts<'_>) -> Vec<Spot> {
    let deemed = facts.settings.deemed_consent.fixed().is_some();
    facts.at(SettingKey::DeemedConsent, deemed && !facts.is_on_a_path(Step::Consent), "")
}

pub(crate) fn days_for_no_step(facts: &Facts<'_>) -> Vec<Spot> {
    let days = facts.settings.step_days.fixed().into_iter().flat_map(|it| it.keys());
    let unused = days.filter(|it| !facts.is_on_a_path(**it));
    unused.map(|it| (facts.place(SettingKey::StepDays), word(it))).collect()
}

pub(crate) fn copy_to_nobody(facts: &Facts<'_>) -> Vec<Spot> {
    let named = facts.settings.report_up.fixed().is_some_and(|it| !it.is_empty());
    facts.at(SettingKey::ReportUp, facts.is_on_a_path(Step::ReportUp) && !named, "")
}

pub(crate) fn close_of_work_unknown(facts: &Facts<'_>) -> Vec<Spot> {
    let in_effect = facts.charter.reading(DueDay::KEY).map(|it| it.option);
    let wrong = in_effect == Some(DueDay::CloseOfWork as u8) && facts.settings.report_due.fixed().is_some();
    facts.at(SettingKey::CloseOfWork, wrong && facts.settings.close_of_work.fixed().is_none(), "")
}
