//! The lints on who can act: roles, their holders, and the steps that wait for them.

use crate::{
    charter::{
        file::Force,
        readings::{Caller, LiaisonPresiding, Reading},
        settings::{
            SettingKey,
            choices::{Decider, Delegate, Office},
        },
    },
    code::lint::{Facts, Spot},
    kernel::word::word,
    terms::{
        act_kind::ActKind,
        words::{MeetingKind, Role},
    },
};

/// A step, and the roles of which one may take it.
struct RoleStep {
    setting: SettingKey,
    about: String,
    roles: Vec<Role>,
    /// Those of the roles that the charter itself names.
    said: Vec<Role>,
}

impl RoleStep {
    /// A step for which the charter names the roles, and perhaps a reading more.
    fn new(setting: SettingKey, about: impl ToString, said: &[Role], more: &[Role]) -> Self {
        let roles = said.iter().chain(more).copied().collect();
        Self { setting, about: about.to_string(), roles, said: said.to_vec() }
    }
}

/// The rules that ask for roles which no setting names; for roles that a setting names, see [`steps`].
const OF_ROLES: &[(&str, &[Role])] = &[
    ("actor.is_office", &[Role::Office]),
    ("actor.is_convener", &[Role::Convener]),
    ("request.answered_by_office_or_convener", &[Role::Office, Role::Convener]),
    ("group.formed_by_office_or_convener", &[Role::Office, Role::Convener]),
];

/// The duties that each member unit bears.
const OF_MEMBER_UNITS: &[&str] = &[
    "member.named",
    "liaison.named",
    "contact.kept",
    "data.shared",
    "guidance.given",
    "guidance.brings_in_the_grassroots",
    "register.set_up",
    "register.complete",
    "report.yearly",
    "report.at_meetings",
    "report.whole_at_meetings",
];

impl Facts<'_> {
    /// Whether anybody can hold a role under this charter.
    fn can_be_held(&self, role: Role) -> bool {
        let settings = self.settings;
        if let Some(roles) = settings.acting_in_place_of(role) {
            return roles.iter().any(|it| *it != role && settings.has_role(*it));
        }
        match role {
            Role::ChiefConvener | Role::Convener | Role::DeputyConvener | Role::OfficeDirector => {
                settings.has_role(role)
            }
            // Where only the seat of the office is known, whoever acts for that unit holds the role.
            Role::Office => settings.has_role(role) || self.can_be_held(Role::LeadUnit),
            Role::LeadUnit => settings.has_role(role) || self.can_be_held(Role::Convener),
            Role::MemberUnit | Role::Member | Role::LiaisonOfficer | Role::ResponsiblePerson => {
                self.has_members()
            }
            Role::PresidingPerson | Role::Superior => false,
        }
    }

    /// The options of a reading that may come into effect.
    fn options<R: Reading>(&self) -> Vec<R> {
        let stand = self.charter.reading(R::KEY);
        let open = stand.map_or(&[][..], |it| &it.open);
        let own = stand.map_or(0, |it| it.option);
        let all = if open.is_empty() { vec![own] } else { open.to_vec() };
        all.into_iter().map(R::from_option).collect()
    }

    /// Whom the charter names to call a kind of meeting, and who may by any open reading.
    fn callers(&self, kind: MeetingKind) -> (Vec<Role>, Vec<Role>) {
        let said = self.settings.callers.fixed().and_then(|it| it.get(&kind)).map_or(&[][..], |it| it);
        let by_lead = self.options().into_iter().flat_map(|it| match it {
            Caller::OfficeWithApproval => vec![Role::Office, Role::Convener],
            Caller::LeadUnit => vec![Role::LeadUnit],
        });
        let more = match (said, kind) {
            ([], MeetingKind::Liaison) => vec![Role::Office],
            _ if said.is_empty() || said.contains(&Role::LeadUnit) => by_lead.collect(),
            _ => Vec::new(),
        };
        (said.to_vec(), more)
    }

    /// Whom the charter names to preside over a kind of meeting or, where it names nobody, who does so by any open
    /// reading.
    fn presiding(&self, kind: MeetingKind) -> (Vec<Role>, Vec<Role>) {
        let all = self.settings.presiding.fixed();
        let said =
            |kind| all.and_then(|it| it.get(&kind)).map(|it| it.by.clone()).filter(|it| !it.is_empty());
        if let Some(roles) = said(kind) {
            return (roles, Vec::new());
        }
        let seated = matches!(self.settings.office.fixed(), Some(Office::Seated { .. }));
        let roles = match kind {
            MeetingKind::Liaison => self
                .options()
                .into_iter()
                .map(|it| match it {
                    LiaisonPresiding::OfficeDirector if seated => Role::OfficeDirector,
                    _ => Role::Convener,
                })
                .collect(),
            _ => said(MeetingKind::Plenary).unwrap_or_else(|| vec![Role::Convener]),
        };
        (Vec::new(), roles)
    }

    /// The steps that wait for a role.
    fn steps(&self) -> Vec<RoleStep> {
        let settings = self.settings;
        let mut steps = Vec::new();
        let claims = |rule: &str| self.claimed.contains(rule);
        let by_post = |kind| {
            let presiding = settings.presiding.fixed().and_then(|it| it.get(&kind));
            presiding.is_some_and(|it| !it.posts.is_empty())
        };
        for kind in MeetingKind::ALL.iter().copied().filter(|it| self.is_called(*it)) {
            for (setting, rule, (said, more)) in [
                (SettingKey::Callers, "meeting.called_by_whoever_may", self.callers(kind)),
                (SettingKey::Presiding, "meeting.presided_by_whoever_may", self.presiding(kind)),
            ] {
                // Where a post presides, somebody can be named to it.
                let by_post =
                    by_post(kind) || (kind != MeetingKind::Liaison && by_post(MeetingKind::Plenary));
                let waits = setting == SettingKey::Callers || !by_post;
                if waits && (!said.is_empty() || claims(rule)) {
                    let about = format!("{setting}.{}", word(&kind));
                    steps.push(RoleStep::new(setting, about, &said, &more));
                }
            }
        }
        for (setting, roles) in [
            (SettingKey::AgendaApproval, settings.agenda_approval.fixed()),
            (SettingKey::KeyPeriods, settings.key_periods.fixed()),
            (SettingKey::Interpretation, settings.interpretation.fixed()),
            (SettingKey::Vacancy, settings.vacancy.fixed()),
            (SettingKey::EntrustedCallers, settings.entrusted_callers.fixed().filter(|it| !it.is_empty())),
            (
                SettingKey::RequestRight,
                settings.request_right.fixed().map(|it| &it.decided_by).filter(|it| !it.is_empty()),
            ),
            (
                SettingKey::Escalation,
                settings.escalation.fixed().map(|it| &it.by).filter(|it| !it.is_empty()),
            ),
            (
                SettingKey::Invitation,
                settings.invitation.fixed().map(|it| &it.by).filter(|it| !it.is_empty()),
            ),
        ] {
            steps.extend(roles.map(|roles| RoleStep::new(setting, setting, roles, &[])));
        }
        if let Some(by) = settings.amendment.fixed() {
            let role = |it: &Decider| match it {
                Decider::Convener => Role::Convener,
                Decider::LeadUnit => Role::LeadUnit,
                Decider::Meeting | Decider::Plenary | Decider::Superior | Decider::Reissue => Role::Office,
            };
            let roles: Vec<Role> = by.iter().map(role).collect();
            steps.push(RoleStep::new(SettingKey::Amendment, SettingKey::Amendment, &roles, &[]));
        }
        if settings.dissolution.fixed().is_some() {
            let roles = [Role::LeadUnit, Role::Convener];
            steps.push(RoleStep::new(SettingKey::Dissolution, SettingKey::Dissolution, &[], &roles));
        }
        steps
    }

    /// The rules that ask for a role nobody can hold.
    fn dead_rules(&self) -> impl Iterator<Item = &'static str> {
        let dead = |roles: &[Role]| !roles.iter().any(|it| self.can_be_held(*it));
        OF_ROLES.iter().filter(move |(_, roles)| dead(roles)).map(|(rule, _)| *rule)
    }

    fn claimed_at(&self, rule: &str) -> Option<String> {
        self.charter.claimed_by(rule).next().map(|it| it.id.to_string())
    }
}

pub(crate) fn step_nobody_may_take(facts: &Facts<'_>) -> Vec<Spot> {
    let rules = facts.dead_rules().filter_map(|it| Some((facts.claimed_at(it)?, it.to_owned())));
    let steps = facts.steps().into_iter();
    let dead = steps.filter(|it| !it.roles.iter().any(|it| facts.can_be_held(*it)));
    rules.chain(dead.map(|it| (facts.place(it.setting), it.about))).collect()
}

pub(crate) fn role_without_holder(facts: &Facts<'_>) -> Vec<Spot> {
    let mut found = Vec::new();
    for step in facts.steps() {
        let dead = |it: &&Role| !facts.can_be_held(**it);
        // Where no role is held, nobody may take the step at all.
        if !step.roles.iter().all(|it| dead(&it)) {
            let spot = |role: &Role| (facts.place(step.setting), format!("{} {role}", step.about));
            found.extend(step.said.iter().filter(dead).map(spot));
        }
    }
    found
}

pub(crate) fn duty_nobody_bears(facts: &Facts<'_>) -> Vec<Spot> {
    let duties = OF_MEMBER_UNITS.iter().filter(|_| !facts.has_members());
    duties.filter_map(|it| Some((facts.claimed_at(it)?, (*it).to_owned()))).collect()
}

pub(crate) fn office_forbidden_but_named(facts: &Facts<'_>) -> Vec<Spot> {
    if facts.settings.office.fixed() != Some(&Office::Forbidden) {
        return Vec::new();
    }
    let names = |it: &RoleStep| it.said.iter().any(|it| matches!(it, Role::Office | Role::OfficeDirector));
    let steps = facts.steps().into_iter().filter(|it| it.setting != SettingKey::Amendment && names(it));
    steps.map(|it| (facts.place(it.setting), it.about)).collect()
}

pub(crate) fn delegate_nobody_is(facts: &Facts<'_>) -> Vec<Spot> {
    let mut found = Vec::new();
    for (kind, presiding) in facts.settings.presiding.fixed().into_iter().flatten() {
        let role = match presiding.delegate {
            Some(Delegate::DeputyConvener) => Role::DeputyConvener,
            Some(Delegate::Convener) => Role::Convener,
            _ => continue,
        };
        if !facts.can_be_held(role) {
            found.push((
                facts.place(SettingKey::Presiding),
                format!("{}.{} {role}", SettingKey::Presiding, word(kind)),
            ));
        }
    }
    found
}

pub(crate) fn lead_is_no_member(facts: &Facts<'_>) -> Vec<Spot> {
    let is_whole = facts.units().is_some() && !facts.settings.names_members_later();
    let Some(members) = facts.settings.members.fixed().filter(|_| is_whole) else {
        return Vec::new();
    };
    let leads = facts.settings.lead_units.fixed().into_iter().flatten();
    let strange = leads.filter(|it| !members.contains(it));
    strange.map(|it| (facts.place(SettingKey::LeadUnits), it.to_string())).collect()
}

pub(crate) fn alternates_forbidden_yet_asked(facts: &Facts<'_>) -> Vec<Spot> {
    let alternates = facts.settings.alternates.fixed();
    let wrong = alternates.is_some_and(|it| !it.allowed && (it.same_rank || it.same_unit || it.must));
    facts.at(SettingKey::Alternates, wrong, "")
}

pub(crate) fn served_by_nobody(facts: &Facts<'_>) -> Vec<Spot> {
    let dead: Vec<&str> = facts.dead_rules().filter(|it| facts.claimed.contains(it)).collect();
    let is_dead =
        |act: &str| ActKind::named(act).is_some_and(|it| it.rules().iter().any(|rule| dead.contains(rule)));
    let functions = facts.charter.clauses().iter().filter(|it| it.force == Force::Function);
    functions
        .flat_map(|clause| clause.served_by.iter().map(move |act| (clause, act)))
        .filter(|(_, act)| is_dead(act))
        .map(|(clause, act)| (clause.id.to_string(), act.clone()))
        .collect()
}
