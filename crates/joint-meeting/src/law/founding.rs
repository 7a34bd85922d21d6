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
    state::decision::AgendaItem,
    terms::{
        id::{Text, UnitId},
        record::record,
        time::{Date, Time, start_of},
        words::{ItemKind, Role},
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

    /// Checks that one of the deciders has decided, as the actor's role shows and, of a meeting, the agreed matter on the
    /// rules of the body.
    fn decided(&self, by: &[Decider], item: Option<&AgendaItem>) -> Check {
        let roles = recorders(by);
        self.decides(&roles)?;
        let agreed = item.filter(|it| it.is_agreed() && it.kind == ItemKind::Rules);
        let decided = |(it, role): (&Decider, &Role)| {
            let shown = match it {
                Decider::Meeting => agreed.is_some(),
                Decider::Plenary => agreed.is_some_and(|it| it.settled_at_plenary(self.state.meetings())),
                _ => true,
            };
            shown && self.decides(&[*role]).is_ok()
        };
        ensure(by.iter().zip(&roles).any(decided), || Finding::Missing {
            what: vec!["agreed_matter".to_owned()],
        })
    }

    /// Checks that the actor holds one of the roles, for the lead unit as its head: its liaison officer does not decide.
    pub(crate) fn decides(&self, roles: &[Role]) -> Check {
        let (by, on) = (self.by, self.today());
        let holds = |role: &Role| match role {
            Role::LeadUnit => self.heads_lead_unit(by, on),
            role => self.holds(*role, by, None, on),
        };
        ensure(roles.iter().any(holds), || Finding::NeedsRole { roles: roles.to_vec(), unit: None })
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
