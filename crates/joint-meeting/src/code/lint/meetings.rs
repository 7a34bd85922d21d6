//! The lints on meetings: kinds that are never called, powers that no kind has, key periods.

use crate::{
    charter::{
        readings::{LiaisonPowers, Reading},
        settings::{
            SettingKey,
            choices::{Decider, Power, PriorStep, Succession},
        },
    },
    code::lint::{Facts, Spot},
    kernel::word::word,
    terms::words::MeetingKind,
};

impl Facts<'_> {
    /// Whether meetings of the kind may do something, by any reading that is open.
    pub(crate) fn may(&self, kind: MeetingKind, power: Power, also: Power) -> bool {
        match self.settings.powers.fixed().and_then(|it| it.get(&kind)) {
            Some(powers) => powers.contains(&power) || powers.contains(&also),
            None if kind == MeetingKind::Liaison && power == Power::Agree => {
                let agree = LiaisonPowers::Agree as u8;
                let stand = self.charter.reading(LiaisonPowers::KEY);
                stand.is_some_and(|it| it.option == agree || it.open.contains(&agree))
            }
            None => true,
        }
    }

    fn any_may(&self, also: Power) -> bool {
        let mut called = MeetingKind::ALL.iter().filter(|it| self.is_called(**it));
        called.any(|it| self.may(*it, Power::Agree, also))
    }

    /// What a setting of the charter's own says of kinds of meeting that cannot be called.
    fn uncalled<'k>(
        &self,
        setting: SettingKey,
        kinds: impl IntoIterator<Item = &'k MeetingKind>,
    ) -> Vec<Spot> {
        let own = self.charter.file().clauses.iter().any(|it| it.sets.contains_key(setting.name()));
        let uncalled = kinds.into_iter().filter(|it| own && !self.is_called(**it));
        uncalled.map(|it| (self.place(setting), format!("{setting}.{}", word(it)))).collect()
    }
}

pub(crate) fn duty_nobody_can_fulfil(facts: &Facts<'_>) -> Vec<Spot> {
    let settings = facts.settings;
    let of_kind =
        |setting, fixed: bool, kind: MeetingKind| facts.at(setting, fixed && !facts.is_called(kind), setting);
    let hears = settings.plenary_hears.fixed().is_some_and(|it| !it.is_empty());
    let mut found =
        of_kind(SettingKey::PlenaryCadence, settings.plenary_cadence.fixed().is_some(), MeetingKind::Plenary);
    found.extend(of_kind(SettingKey::PlenaryHears, hears, MeetingKind::Plenary));
    found.extend(of_kind(
        SettingKey::LiaisonCadence,
        settings.liaison_cadence.fixed().is_some(),
        MeetingKind::Liaison,
    ));
    found.extend(facts.uncalled(SettingKey::ReportAt, settings.report_at.fixed().into_iter().flatten()));
    found
}

pub(crate) fn never_called(facts: &Facts<'_>) -> Vec<Spot> {
    let settings = facts.settings;
    let mut found = facts
        .uncalled(SettingKey::Presiding, settings.presiding.fixed().into_iter().flat_map(|it| it.keys()));
    found.extend(
        facts.uncalled(
            SettingKey::NoticeDays,
            settings.notice_days.fixed().into_iter().flat_map(|it| it.keys()),
        ),
    );
    found.extend(
        facts.uncalled(
            SettingKey::PriorSteps,
            settings.prior_steps.fixed().into_iter().flat_map(|it| it.keys()),
        ),
    );
    found.extend(
        facts.uncalled(SettingKey::Powers, settings.powers.fixed().into_iter().flat_map(|it| it.keys())),
    );
    found.extend(facts.uncalled(
        SettingKey::Invitation,
        settings.invitation.fixed().into_iter().flat_map(|it| &it.meetings),
    ));
    found.extend(
        facts.uncalled(SettingKey::Paths, settings.paths.fixed().into_iter().flat_map(|it| it.keys())),
    );
    found
}

pub(crate) fn request_open_to_nobody(facts: &Facts<'_>) -> Vec<Spot> {
    let right = facts.settings.request_right.fixed();
    let none = right.is_some_and(|it| !it.member_units && !it.superior);
    let waits = right.is_none()
        && facts.is_called(MeetingKind::Thematic)
        && facts.claimed.contains("meeting.thematic_answers_a_request");
    facts.at(
        SettingKey::RequestRight,
        none || waits,
        if waits { "thematic" } else { SettingKey::RequestRight.name() },
    )
}

pub(crate) fn prior_step_impossible(facts: &Facts<'_>) -> Vec<Spot> {
    let steps = facts.settings.prior_steps.fixed().into_iter().flatten();
    let of_liaison = |it: &PriorStep| matches!(it, PriorStep::LiaisonMeeting | PriorStep::LiaisonDiscussion);
    let asks = steps.filter(|(_, steps)| steps.iter().any(of_liaison));
    let asks = asks.filter(|_| !facts.is_called(MeetingKind::Liaison));
    asks.map(|(kind, _)| (facts.place(SettingKey::PriorSteps), word(kind))).collect()
}

pub(crate) fn invitation_of_nobody(facts: &Facts<'_>) -> Vec<Spot> {
    let invitation = facts.settings.invitation.fixed();
    let wrong = invitation.is_some_and(|it| it.meetings.is_empty() || (!it.units && !it.experts));
    facts.at(SettingKey::Invitation, wrong, "")
}

pub(crate) fn reserved_but_not_agreed(facts: &Facts<'_>) -> Vec<Spot> {
    let reserved = facts.settings.reserved_to_plenary.fixed().is_some_and(|it| !it.is_empty());
    let agrees = facts.may(MeetingKind::Plenary, Power::Agree, Power::Agree);
    facts.at(SettingKey::ReservedToPlenary, reserved && !agrees, "")
}

pub(crate) fn no_power_to(facts: &Facts<'_>) -> Vec<Spot> {
    let settings = facts.settings;
    let mut found = Vec::new();
    for change in [&settings.member_change, &settings.liaison_change] {
        let confirms = change.fixed() == Some(&Succession::Confirm);
        found.extend(facts.at(change.key(), confirms && !facts.any_may(Power::ConfirmMembers), change.key()));
    }
    if let Some(by) = settings.amendment.fixed() {
        let plenary = facts.is_called(MeetingKind::Plenary)
            && facts.may(MeetingKind::Plenary, Power::Agree, Power::Amend);
        let can = |it: &Decider| match it {
            Decider::Meeting => facts.any_may(Power::Amend),
            Decider::Plenary => plenary,
            _ => true,
        };
        let wrong = !by.is_empty() && !by.iter().any(can);
        found.extend(facts.at(SettingKey::Amendment, wrong, SettingKey::Amendment));
    }
    found
}

pub(crate) fn key_period_never_declared(facts: &Facts<'_>) -> Vec<Spot> {
    let declared = facts.settings.key_periods.fixed().is_some_and(|it| !it.is_empty());
    let closer = facts.cadences().filter(|(_, it)| !declared && it.in_key_period.is_some());
    closer.map(|(setting, _)| (facts.place(setting), setting.to_string())).collect()
}

pub(crate) fn key_period_without_effect(facts: &Facts<'_>) -> Vec<Spot> {
    let declared = facts.settings.key_periods.fixed().is_some_and(|it| !it.is_empty());
    let closer = facts.cadences().any(|(_, it)| it.in_key_period.is_some());
    facts.at(SettingKey::KeyPeriods, declared && !closer, "")
}
