//! The audit of a body together with the lower bodies beside it, each by its own charter and journal.
//!
//! What a lower body owes this one, and whether it was recorded here, is in `law::nesting`.

use serde::Serialize;

use crate::{
    body::JointMeeting,
    terms::{
        id::{CharterId, ChildId},
        period::Period,
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
    /// The lower bodies recorded by then that were not given.
    pub not_given: Vec<ChildId>,
}

/// The audit of a lower body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ChildAudit {
    /// Its charter.
    pub charter: CharterId,
    /// The name under which the body above has recorded it; none if it has not.
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
        let audits = children.iter().map(|it| {
            let charter = it.charter_on(on).id().clone();
            let recorded_as = recorded.iter().find(|(_, child)| child.charter == charter);
            let recorded_as = recorded_as.map(|(id, _)| id.clone());
            ChildAudit { charter, recorded_as, audit: it.audit(period, on) }
        });
        let given = |charter: &CharterId| children.iter().any(|it| it.charter_on(on).id() == charter);
        let not_given = recorded.iter().filter(|(_, it)| !given(&it.charter)).map(|(id, _)| id.clone());
        Ok(FamilyAudit {
            own: self.audit(period, on),
            children: audits.collect(),
            not_given: not_given.collect(),
        })
    }
}

crate::terms::chinese::in_words! { NotBelowError }
