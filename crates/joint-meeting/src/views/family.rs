//! The audit of a body together with the lower bodies beside it, each by its own charter and journal.
//!
//! What a lower body owes this one, and whether it was recorded here, is in `law::nesting`.

use serde::Serialize;

use crate::{
    body::JointMeeting,
    state::{nesting::Child, thing::Things},
    terms::{
        id::{CharterId, ChildId, Text},
        period::Period,
        sorted::Set,
        time::Date,
    },
    views::audit::Audit,
};

/// The audits of a body and of lower bodies. What a lower body broke is in its own audit and in no other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FamilyAudit {
    /// The body's own, as [`JointMeeting::audit`] gives it.
    pub own: Audit,
    /// An audit for each lower body given, in that order.
    pub children: Vec<ChildAudit>,
    /// The lower bodies recorded by then, and not ended before the period, that none of those given is known to be.
    pub not_given: Vec<ChildId>,
}

/// The audit of a lower body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ChildAudit {
    /// Its charter.
    pub charter: CharterId,
    /// The name under which the body above has recorded it; none if it has not, or if nothing tells which of several that
    /// work under one charter it is.
    pub recorded_as: Option<ChildId>,
    /// Its audit.
    pub audit: Audit,
}

/// A body that does not stand below this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[error("`{charter}` names {} as the charter above it, not `{above}`", match .parent {
    Some(it) => format!("`{it}`"),
    None => "none".to_owned(),
})]
#[non_exhaustive]
pub struct NotBelowError {
    /// The charter of the body given.
    pub charter: CharterId,
    /// The parent it names.
    pub parent: Option<CharterId>,
    /// The charter of this body.
    pub above: CharterId,
}

impl JointMeeting {
    /// Judges this body and lower bodies for a period, as seen on a day.
    ///
    /// # Errors
    /// If the charter of one of them does not name this body's charter as its parent.
    pub fn audit_family(
        &self,
        children: &[&Self],
        period: Period,
        on: Date,
    ) -> Result<FamilyAudit, NotBelowError> {
        let above = self.charter_on(on).id();
        for child in children {
            let file = child.charter_on(on).file();
            if file.parent.as_ref() != Some(above) {
                let (charter, parent) = (file.id.clone(), file.parent.clone());
                return Err(NotBelowError { charter, parent, above: above.clone() });
            }
        }
        let known = self.happened_by(on);
        let recorded = &known.state().nesting.children;
        let told: Vec<Option<&ChildId>> =
            children.iter().map(|it| it.recorded_in(recorded, children)).collect();
        let audits = children.iter().zip(&told).map(|(child, id)| {
            // Two bodies cannot be the same one.
            let once = told.iter().filter(|it| *it == id).count() == 1;
            ChildAudit {
                charter: child.charter_on(on).id().clone(),
                recorded_as: id.filter(|_| once).cloned(),
                audit: child.audit(period, on),
            }
        });
        let audits: Vec<ChildAudit> = audits.collect();
        let given = |id: &&ChildId| audits.iter().any(|it| it.recorded_as.as_ref() == Some(*id));
        let stood = recorded.iter().filter(|(_, it)| it.to().is_none_or(|to| to >= period.from));
        let not_given = stood.map(|(id, _)| id).filter(|id| !given(id)).cloned().collect();
        Ok(FamilyAudit { own: self.audit(period, on), children: audits, not_given })
    }

    /// Which of the lower bodies recorded above this one is. Where several work under its charter, the unit that set it up
    /// and its first day tell them apart; none if they do not.
    fn recorded_in<'r>(&self, recorded: &'r Things<ChildId, Child>, beside: &[&Self]) -> Option<&'r ChildId> {
        let charter = |it: &Self| it.charters().first().map(|it| it.id().clone());
        let own = charter(self)?;
        let under = recorded.iter().filter(|(_, it)| it.charter == own);
        let mut left: Vec<(&ChildId, &Child)> = under.collect();
        let alone = beside.iter().filter(|it| charter(it).as_ref() == Some(&own)).count() == 1;
        if let ([(id, _)], true) = (left.as_slice(), alone) {
            return Some(id);
        }
        let units = self.state().membership.units.values();
        let names: Set<&Text> = units.flat_map(|it| it.names.values()).collect();
        let first = self.state().founding.versions.keys().next();
        let set_up_here = |it: &Child| names.contains(&it.set_up_by);
        let began_then = |it: &Child| first == Some(&it.from);
        if left.iter().any(|(_, it)| set_up_here(it)) {
            left.retain(|(_, it)| set_up_here(it));
        }
        if left.len() > 1 {
            left.retain(|(_, it)| began_then(it));
        }
        match left.as_slice() {
            [(id, it)] if set_up_here(it) || began_then(it) => Some(id),
            _ => None,
        }
    }
}

crate::terms::chinese::in_words! { NotBelowError }
