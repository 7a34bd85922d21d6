//! Founding: the superior's approval, and what the acts on the charter of a body share.
//!
//! What a charter file is, is in `charter`; what happens to it in the life of a body is here.

pub(crate) mod adopt;
pub(crate) mod adopt_charter;
pub(crate) mod amend_charter;
pub(crate) mod choose_law;
pub(crate) mod choose_reading;
pub(crate) mod common;
pub(crate) mod dissolve;
pub(crate) mod reading;

use crate::{
    charter::settings::choices::Decider,
    kernel::{
        finding::Finding,
        rule::{Check, ensure},
        view::Ask,
    },
    terms::{
        id::{Text, UnitId},
        record::record,
        time::{Date, Time, start_of},
        words::Role,
    },
};

record! {
    /// The superior's approval (批准), as a paper that the act rests on. It has to be dated no later than the day of
    /// the act.
    pub struct Approval {
        /// Who approved.
        pub by: Text,
        /// The number of the paper.
        optional pub number: Option<Text>,
        /// Its date.
        pub on: Date,
    }
}

/// The roles of which one records what these decided on the charter.
pub(crate) fn recorders(by: &[Decider]) -> Vec<Role> {
    let recorder = |it: &Decider| match it {
        Decider::Convener => Role::Convener,
        Decider::LeadUnit => Role::LeadUnit,
        Decider::Meeting | Decider::Plenary | Decider::Superior | Decider::Reissue => Role::Office,
    };
    by.iter().map(recorder).collect()
}

impl Ask<'_> {
    fn start_of(&self, date: Date) -> Time {
        start_of(date, self.charter.offset())
    }

    /// Checks that one of the deciders has decided, as far as the actor's role shows it.
    fn decided(&self, by: &[Decider]) -> Check {
        self.needs(&recorders(by), None)
    }

    /// Checks that the superior's approval is there, and was given by that day.
    fn approved(&self, approval: Option<&Approval>) -> Check {
        let Some(approval) = approval else {
            return Err(Finding::Missing { what: vec!["approval".to_owned()] });
        };
        let earliest = self.start_of(approval.on);
        ensure(approval.on <= self.today(), || Finding::TooEarly { earliest })
    }

    /// Checks that each of the units has agreed.
    fn agreed_by<'u>(&self, agreed: &[UnitId], units: impl Iterator<Item = &'u UnitId>) -> Check {
        let missing: Vec<UnitId> = units.filter(|it| !agreed.contains(it)).cloned().collect();
        ensure(missing.is_empty(), || Finding::MissingUnits { units: missing })
    }
}
