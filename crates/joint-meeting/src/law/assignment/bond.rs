//! When a task binds a unit: from its written consent on, and not at all once it has declined.

use crate::{
    kernel::{
        duty::Found,
        finding::{Finding, Standing},
        view::View,
    },
    state::{
        decision::AgendaItem,
        document::{ConsentReply, Minutes},
        meeting::Meeting,
    },
    terms::{
        act_kind::ActKind,
        deed::Deed,
        id::{ItemId, PersonId, UnitId},
        time::Time,
    },
};

/// How a unit stands to a task under a matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Bond {
    /// The task binds the unit from a moment on.
    Bound(Time),
    /// The unit took part in the decision, and is still asked for its written consent.
    Provisional,
    /// The unit declined to consent or to sign.
    Declined,
    /// The unit neither took part in the decision nor consented.
    Outside,
}

impl Bond {
    /// What is found of a unit that has not done something: nothing is owed by a unit that declined, and nothing yet by one
    /// that has still to consent.
    pub(super) fn of_what_is(self, found: Found) -> Found {
        match (found, self) {
            (Found::Open { .. }, Self::Declined) => Found::NotApplicable,
            (Found::Open { entries, .. }, Self::Provisional | Self::Outside) => {
                let finding = Finding::state(Standing::NotConsented, &[Standing::Consented]);
                Found::Waiting { finding, entries }
            }
            (found, _) => found,
        }
    }

    /// Whether the office can give the unit a task.
    pub(crate) fn can_be_tasked(self) -> bool {
        matches!(self, Self::Bound(_) | Self::Provisional)
    }
}

impl View<'_> {
    /// How a unit stands to a task under a matter, for itself or for a unit in whose place it stands.
    pub(crate) fn bond(&self, id: &ItemId, item: &AgendaItem, unit: &UnitId) -> Bond {
        let since = item.settled.unwrap_or(item.put).at.date();
        let before = item.undertaken.keys().chain(&item.binds).filter(|it| *it != unit);
        let before = before.filter(|it| self.is_answering(unit, [*it], since));
        let all = std::iter::once(unit).chain(before);
        all.map(|it| self.bond_of(id, item, it)).min().unwrap_or(Bond::Outside)
    }

    /// How a unit stands to it by its own word or, where it gave none, by that of the units in its place.
    pub(crate) fn bond_of(&self, id: &ItemId, item: &AgendaItem, unit: &UnitId) -> Bond {
        let own = self.own_bond(id, item, unit);
        if matches!(own, Bond::Bound(_) | Bond::Declined) {
            return own;
        }
        let heirs = self.in_place_of(unit, item.settled.unwrap_or(item.put).at.date());
        let theirs = heirs.into_iter().filter(|it| *it != unit).map(|it| self.own_bond(id, item, it));
        theirs.filter(|it| matches!(it, Bond::Bound(_) | Bond::Declined)).min().unwrap_or(own)
    }

    /// How a unit stands to it by its own word. What was only clarified puts no new duty on anyone.
    ///
    /// The room is the first gate and paper the second: where the minutes need the consent or the signature of the unit,
    /// the task binds it from that answer on. Where they need neither, the decision itself binds.
    fn own_bond(&self, id: &ItemId, item: &AgendaItem, unit: &UnitId) -> Bond {
        if let Some(at) = item.undertaken.get(unit) {
            return Bond::Bound(*at);
        }
        let meeting = item.meeting.as_ref().and_then(|it| self.state.meetings().meetings.get(it));
        let (Some(Deed { at: agreed, .. }), Some(meeting), true) = (item.settled, meeting, item.is_agreed())
        else {
            return Bond::Outside;
        };
        let minutes = meeting.minutes.as_ref().and_then(|it| self.state.documents().minutes.get(it));
        let minutes = minutes.filter(|it| it.items.contains(id));
        let took_part = item.binds.contains(unit);
        match minutes.and_then(|it| self.answer_of(it, unit)) {
            Some(bond) => bond,
            None if took_part && self.is_asked_in_writing(meeting, id, minutes, unit) => Bond::Provisional,
            None if took_part => Bond::Bound(agreed),
            None => Bond::Outside,
        }
    }

    /// What the written answers of a unit to the present version make of it; none where there is no answer by which a
    /// unit binds or frees itself. The last word counts.
    fn answer_of(&self, minutes: &Minutes, unit: &UnitId) -> Option<Bond> {
        let speaks = |by: &PersonId, given: Deed| self.bound_unit(by, unit, ActKind::Consent, given);
        let answer = minutes.consents.get(unit).filter(|it| speaks(&it.by, it.given));
        let declined = answer.filter(|it| it.reply == ConsentReply::Declines).map(|it| it.given.no);
        let signature = minutes.signatures.get(unit);
        let refused = signature.filter(|it| !it.signed && !it.withdrawn).map(|it| it.given.no);
        let signed = signature.filter(|it| it.signed).map(|it| it.given);
        let taken_back = answer.filter(|it| it.reply == ConsentReply::Withdrawn).map(|it| it.given.no);
        let taken_back = taken_back.max(signature.filter(|it| it.withdrawn).map(|it| it.given.no));
        let replied = minutes.consents.contains_key(unit);
        let consented = match answer {
            Some(it) => (it.reply == ConsentReply::Consents).then_some(it.given),
            None if replied => None,
            // The charter takes silence for consent.
            None => minutes.consent_of.contains(unit).then(|| self.deemed(minutes)).flatten(),
        };
        let bound: Vec<Deed> = signed.into_iter().chain(consented).collect();
        let no = declined.max(refused);
        if no > bound.iter().map(|it| it.no).max() {
            return Some(Bond::Declined);
        }
        // Who took a word back is bound by none that was given before.
        let no = no.max(taken_back);
        bound.into_iter().filter(|it| Some(it.no) > no).map(|it| it.at).min().map(Bond::Bound)
    }

    /// Whether the minutes need the consent or the signature of the unit, or will when they are drafted.
    fn is_asked_in_writing(
        &self,
        meeting: &Meeting,
        id: &ItemId,
        minutes: Option<&Minutes>,
        unit: &UnitId,
    ) -> bool {
        if let Some(minutes) = minutes {
            return minutes.consent_of.contains(unit) || minutes.countersign_of.contains(unit);
        }
        let (items, path) = (std::slice::from_ref(id), self.path(meeting.kind).unwrap_or_default());
        self.consent_asked_of(meeting, items, &path).contains(unit)
            || self.countersign_asked_of(meeting, items, &path).contains(unit)
    }
}
