//! The lint on rules that no clause claims, though what the charter fixes is what they are there for.
//!
//! That a setting is fixed and none of the rules that ask for it is claimed, another lint says; here it is one value of a
//! setting that asks for one rule.

use crate::{
    charter::settings::{SettingKey, Settings},
    code::lint::{Facts, Spot},
};

/// A rule, the setting that it is there for, and whether the value asks for it.
type RuleAsked = (&'static str, SettingKey, fn(&Settings) -> bool);

const ASKED: &[RuleAsked] = &[
    ("charter.adopted_by_lead", SettingKey::LeadUnits, |it| {
        it.lead_units.fixed().is_some_and(|it| !it.is_empty())
    }),
    ("charter.creation_approved", SettingKey::Creation, |it| {
        it.creation.fixed().is_some_and(|it| it.approval)
    }),
    ("charter.creation_agreed", SettingKey::Creation, |it| {
        it.creation.fixed().is_some_and(|it| it.agreement)
    }),
    ("unit.addition_consented", SettingKey::UnitAddition, |it| {
        it.unit_addition.fixed().is_some_and(|it| it.unit_consents)
    }),
    ("unit.removal_consented", SettingKey::UnitRemoval, |it| {
        it.unit_removal.fixed().is_some_and(|it| it.unit_consents)
    }),
    ("member.has_rank", SettingKey::MemberNaming, |it| {
        it.member_naming.fixed().is_some_and(|it| !it.ranks.is_empty())
    }),
    ("member.has_portfolio", SettingKey::MemberNaming, |it| {
        it.member_naming.fixed().is_some_and(|it| it.portfolio)
    }),
    ("liaison.has_rank", SettingKey::LiaisonNaming, |it| {
        it.liaison_naming.fixed().is_some_and(|it| !it.ranks.is_empty())
    }),
    ("liaison.is_section_head", SettingKey::LiaisonNaming, |it| {
        it.liaison_naming.fixed().is_some_and(|it| it.section_head)
    }),
    ("liaison.has_qualities", SettingKey::LiaisonNaming, |it| {
        it.liaison_naming.fixed().is_some_and(|it| it.qualities)
    }),
    ("attendance.alternate_sent", SettingKey::Alternates, |it| {
        it.alternates.fixed().is_some_and(|it| it.must)
    }),
    ("presiding.delegated_by_its_holder", SettingKey::Presiding, |it| {
        it.presiding.fixed().is_some_and(|it| it.values().any(|it| it.delegate.is_some()))
    }),
    ("request.decided_by_whoever_may", SettingKey::RequestRight, |it| {
        it.request_right.fixed().is_some_and(|it| !it.decided_by.is_empty())
    }),
    ("request.meeting_called_where_owed", SettingKey::RequestRight, |it| {
        it.request_right.fixed().is_some_and(|it| it.superior || !it.thresholds.is_empty())
    }),
    ("decision.referred_by_whoever_may", SettingKey::Escalation, |it| {
        it.escalation.fixed().is_some_and(|it| !it.by.is_empty())
    }),
    ("decision.referred_matter_is_major", SettingKey::Escalation, |it| {
        it.escalation.fixed().is_some_and(|it| it.major_only)
    }),
    ("decision.is_not_for_the_superior", SettingKey::Escalation, |it| {
        it.escalation.fixed().is_some_and(|it| it.reserved)
    }),
    ("child.reported", SettingKey::Children, |it| it.children.fixed().is_some_and(|it| it.reported)),
];

pub(crate) fn rule_unclaimed(facts: &Facts<'_>) -> Vec<Spot> {
    let own = |key: SettingKey| {
        let mut clauses = facts.charter.file().clauses.iter();
        clauses.find(|it| it.sets.contains_key(key.name()))
    };
    let asked = ASKED.iter().filter(|(rule, _, asks)| !facts.claimed.contains(rule) && asks(facts.settings));
    asked.filter_map(|(rule, key, _)| Some((own(*key)?.id.to_string(), (*rule).to_owned()))).collect()
}
