//! The answers of the units asked about minutes: whose consents and signatures are there, and who must still give theirs.

use crate::{
    charter::readings::CountersignOrder,
    kernel::view::View,
    state::document::{ConsentReply, Minutes},
    terms::{
        deed::Deed,
        id::UnitId,
        time::{Date, Time, day_after, start_of},
    },
};

impl View<'_> {
    /// When the consent to the present version of a unit that was asked was there, or which units must still consent:
    /// by its answer or that of a unit in its place, or by silence where the charter takes that for consent.
    pub(super) fn consent_of(&self, minutes: &Minutes, unit: &UnitId) -> Result<Deed, Vec<UnitId>> {
        self.said_consent_of(minutes, unit).or_else(|missing| {
            let mut silent = true;
            self.state.membership().follow(
                (unit, minutes.drafted.at.date()),
                self.vantage(),
                |unit, _, _| {
                    silent &= !minutes.consents.contains_key(unit);
                    silent
                },
            );
            silent.then(|| self.deemed(minutes)).flatten().ok_or(missing)
        })
    }

    /// The same, where silence does not count.
    fn said_consent_of(&self, minutes: &Minutes, unit: &UnitId) -> Result<Deed, Vec<UnitId>> {
        self.answer(unit, minutes.drafted.at.date(), &|unit, since| {
            self.own_consent(minutes, unit).filter(|it| since.precedes(*it))
        })
    }

    /// What a unit itself has consented by: its answer, or its signature where one sheet serves both.
    fn own_consent(&self, minutes: &Minutes, unit: &UnitId) -> Option<Deed> {
        let answer = minutes.consents.get(unit);
        match answer.map(|it| it.reply) {
            Some(ConsentReply::Consents) => return answer.map(|it| it.given),
            Some(ConsentReply::WantsChanges) => return None,
            Some(ConsentReply::Declines | ConsentReply::Withdrawn) | None => {}
        }
        let signature = minutes.signatures.get(unit).filter(|it| it.signed);
        let later = signature.filter(|it| answer.is_none_or(|answer| answer.given.no < it.given.no));
        later.filter(|_| self.reading::<CountersignOrder>() == CountersignOrder::OneSheet).map(|it| it.given)
    }

    /// When the signature of a unit that was asked was there, or which units must still sign.
    pub(super) fn signature_of(&self, minutes: &Minutes, unit: &UnitId) -> Result<Deed, Vec<UnitId>> {
        self.answer(unit, minutes.drafted.at.date(), &|unit, since| {
            let signature = minutes.signatures.get(unit).filter(|it| it.signed);
            signature.map(|it| it.given).filter(|it| since.precedes(*it))
        })
    }

    /// Whether a unit may answer this version so: once, but who declined may come round, and who took the consent back may
    /// answer anew, not before.
    pub(super) fn may_answer(&self, minutes: &Minutes, unit: &UnitId, reply: ConsentReply, at: Time) -> bool {
        let own = minutes.consents.get(unit);
        match own.map(|it| (it.reply, it.given.at)) {
            Some((ConsentReply::WantsChanges, _)) => false,
            Some((ConsentReply::Declines, given)) => reply != ConsentReply::Declines && given <= at,
            Some((ConsentReply::Withdrawn, given)) => given <= at,
            _ => {
                let wants_changes = |it: &UnitId| {
                    minutes.consents.get(it).is_some_and(|it| it.reply == ConsentReply::WantsChanges)
                };
                let since = minutes.drafted.at.date();
                self.may_still(unit, (&minutes.consent_of, since), own.is_some(), |it| {
                    wants_changes(it) || self.said_consent_of(minutes, it).is_ok()
                })
            }
        }
    }

    /// Whether a unit may sign this version, or refuse to: once, but who refused may come round, and who took the signature
    /// back may sign or refuse anew, not before.
    pub(super) fn may_sign(&self, minutes: &Minutes, unit: &UnitId, signs: bool, at: Time) -> bool {
        let own = minutes.signatures.get(unit);
        match own.filter(|it| !it.signed) {
            Some(it) => (signs || it.withdrawn) && it.given.at <= at,
            None => {
                let asked = (minutes.countersign_of.as_slice(), minutes.drafted.at.date());
                self.may_still(unit, asked, own.is_some(), |it| self.signature_of(minutes, it).is_ok())
            }
        }
    }

    /// The units of those asked that must still answer at a moment, each once.
    fn missing<'m>(
        &self,
        asked: impl IntoIterator<Item = &'m UnitId>,
        since: Date,
        at: Time,
        answer: impl Fn(&UnitId) -> Result<Deed, Vec<UnitId>>,
    ) -> Vec<UnitId> {
        let mut missing = Vec::new();
        for unit in asked {
            let units = match answer(unit) {
                Ok(it) if it.at <= at => continue,
                Ok(_) => self.answering([unit], since),
                Err(units) => units,
            };
            missing.extend(units.into_iter().filter(|it| !missing.contains(it)).collect::<Vec<_>>());
        }
        missing
    }

    /// The moment from which silence counts as consent, where the charter says so.
    pub(crate) fn deemed(&self, minutes: &Minutes) -> Option<Deed> {
        let days = *self.settings().deemed_consent.fixed()?;
        let Deed { at: drafted, no } = minutes.drafted;
        let last = self.calendar().working_days_after(drafted.date(), days).date;
        Some(Deed { at: start_of(day_after(last), self.charter.offset()), no })
    }

    /// The units whose consent to the present version is missing at a moment.
    pub(crate) fn unconsented(&self, minutes: &Minutes, at: Time) -> Vec<UnitId> {
        let since = minutes.drafted.at.date();
        self.missing(&minutes.consent_of, since, at, |it| self.consent_of(minutes, it))
    }

    /// The units whose signature under the present version is missing at a moment.
    pub(super) fn unsigned(&self, minutes: &Minutes, at: Time) -> Vec<UnitId> {
        let since = minutes.drafted.at.date();
        self.missing(&minutes.countersign_of, since, at, |it| self.signature_of(minutes, it))
    }
}
