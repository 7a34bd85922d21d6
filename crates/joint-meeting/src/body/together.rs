//! Several submissions at once: all or none, or only tried.

use serde::Serialize;

use crate::{
    body::JointMeeting,
    kernel::refusal::Refusal,
    registry::entry::{Entry, Submission},
    terms::cancel::is_cancelled,
};

/// One of several submissions is refused, and with it all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("submission {index} of those handed in together is {refusal}")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct OneRefusedError {
    /// Its place among them, counted from zero.
    pub index: usize,
    /// Why it is refused, on the state after those before it.
    pub refusal: Refusal,
}

impl JointMeeting {
    /// May all of these be done, one after the other? Each is decided on the state after those before it. Changes nothing.
    ///
    /// The entries are what a host stores, together, and then gives to [`JointMeeting::apply`] one by one.
    ///
    /// # Errors
    /// The first that is refused.
    pub fn decide_all(&self, submissions: &[Submission]) -> Result<Vec<Entry>, OneRefusedError> {
        one_after_another(&mut self.clone(), submissions.to_vec())
    }

    /// Performs all of these or none: a sheet of signatures, the list of a founding.
    ///
    /// # Errors
    /// The first that is refused; nothing has changed.
    pub fn perform_all(&mut self, submissions: Vec<Submission>) -> Result<Vec<Entry>, OneRefusedError> {
        let mut then = self.clone();
        let entries = one_after_another(&mut then, submissions)?;
        *self = then;
        Ok(entries)
    }

    /// What would become of these, one after the other: the decision on each, on the state after those before it that would be
    /// accepted. Changes nothing.
    ///
    /// ```
    /// # use joint_meeting::{Charter, JointMeeting, Submission, act::OpenMeeting, id, time};
    /// let body = JointMeeting::new([Charter::bundled("nankai-dog-2022")?])?;
    /// let opening = Submission::new(OpenMeeting::new(id!("m1")), id!("p1"), time!("2022-06-30T09:00:00+08:00"));
    /// assert!(body.what_if(vec![opening]).iter().all(Result::is_err));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn what_if(&self, submissions: Vec<Submission>) -> Vec<Result<Entry, Refusal>> {
        let mut then = self.clone();
        let tried = submissions.into_iter().take_while(|_| !is_cancelled());
        tried.map(|it| then.perform(it).cloned()).collect()
    }
}

/// Performs submissions up to the first that is refused.
fn one_after_another(
    body: &mut JointMeeting,
    submissions: Vec<Submission>,
) -> Result<Vec<Entry>, OneRefusedError> {
    let one = |(index, it)| match body.perform(it) {
        Ok(entry) => Ok(entry.clone()),
        Err(refusal) => Err(OneRefusedError { index, refusal }),
    };
    submissions.into_iter().enumerate().map(one).collect()
}
