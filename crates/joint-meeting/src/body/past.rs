//! The past of a body, entry by entry: what was known when an entry was made, or what is known today of the time until then.
//!
//! What was known at a moment, and what had happened by a day, is in `replay`.

use crate::{
    body::JointMeeting,
    kernel::kept::Kept,
    terms::{cancel::is_cancelled, time::Time},
};

/// The past of a body, up to one of its entries. Going on is cheap, going back begins anew.
///
/// ```
/// use joint_meeting::{Charter, JointMeeting, wire};
///
/// let mut body = JointMeeting::new([Charter::bundled("nankai-dog-2022")?])?;
/// for line in [
///     r#"{"act": {"type": "adopt_charter", "charter": "nankai-dog-2022", "version": 1,
///         "holders": [{"post": "deputy-head", "person": "p1"}, {"post": "order-head", "person": "p2"}]},
///         "by": "p1", "at": "2022-04-21T09:00:00+08:00"}"#,
///     r#"{"act": {"type": "rename_unit", "unit": "health", "name": "区卫健委", "basis": "机构改革", "from": "2022-04-22"},
///         "by": "p2", "at": "2022-05-06T09:00:00+08:00"}"#,
/// ] {
///     body.perform(wire::from_str(line)?).unwrap();
/// }
/// let (health, day) = ("health".parse()?, "2022-04-25".parse()?);
/// let name = |it: &JointMeeting| it.unit(&health).and_then(|it| it.name(day)).map(ToString::to_string);
/// assert_ne!(name(body.past_as_known().up_to(1)), name(&body));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Past<'b> {
    of: &'b JointMeeting,
    then: JointMeeting,
    /// How many entries were looked at.
    seen: usize,
    /// Whether entries read as they do today.
    as_read: bool,
}

impl JointMeeting {
    /// What was known when each entry was made: without what was recorded or corrected since.
    pub fn past_as_known(&self) -> Past<'_> {
        Past { of: self, then: self.empty(), seen: 0, as_read: false }
    }

    /// What is known today of the time until each entry: the entries up to it, with all that was corrected since.
    pub fn past_as_read(&self) -> Past<'_> {
        Past { as_read: true, ..self.past_as_known() }
    }

    /// The body as it was known at a moment: from the entries recorded by then.
    #[must_use]
    pub fn as_of(&self, at: Time) -> Self {
        let known = self.entries.iter().take_while(|it| it.recorded_at <= at).last();
        let mut past = self.past_as_known();
        past.up_to(known.map_or(0, |it| it.no));
        let decided = self.decided.min(past.then.entries.len());
        let breaches = self.breaches.iter().filter(|it| it.no <= past.then.state.count());
        Self { decided, breaches: breaches.cloned().collect(), kept: Kept::default(), ..past.then }
    }
}

impl Past<'_> {
    /// The body up to the entry of that number, and with it.
    pub fn up_to(&mut self, no: u32) -> &JointMeeting {
        if self.then.entries.last().is_some_and(|it| it.no > no) {
            (self.then, self.seen) = (self.of.empty(), 0);
        }
        let rest = self.of.entries.get(self.seen..).unwrap_or_default();
        let rest = rest.get(..rest.partition_point(|it| it.no <= no)).unwrap_or_default();
        self.seen += rest.len();
        if !self.as_read {
            self.then.take_over(rest.iter().cloned());
            return &self.then;
        }
        for recorded in rest.iter().take_while(|_| !is_cancelled()) {
            if let Some(entry) = self.of.corrections.read(recorded) {
                let version = self.then.version_for(&entry.act, entry.at);
                self.then.fold_recorded(entry.clone(), version);
            }
            self.then.spend(recorded, self.of);
        }
        &self.then
    }
}
