//! Papers of what is past: what was sent does not change, whatever is recorded or corrected later.
//!
//! Of which entry a paper is made is settled in `make::moment`, what is remarked beside it in `make::remarks`.

use joint_meeting::{Act, ActKind, JointMeeting, Past, answer::Breach, sorted::Map};

use crate::{
    make,
    paper::{Paper, PaperKnown},
    sources::Sources,
    terms::{error::PaperError, wanted::Wanted},
};

/// Entries that were corrected, each with the last correction.
type Corrected = Vec<(u32, u32)>;

/// The past of a body, for papers that are made one after another. Papers in the order of their entries cost one walk
/// through the journal together, and papers of today none.
#[derive(Debug)]
pub(crate) struct Then<'b> {
    today: &'b JointMeeting,
    known: Option<Past<'b>>,
    read: Option<Past<'b>>,
    /// What is against the charter, and an entry tells of.
    told: Option<Vec<Breach>>,
}

impl<'b> Then<'b> {
    pub(crate) fn of(today: &'b JointMeeting) -> Self {
        Self { today, known: None, read: None, told: None }
    }

    /// Makes a paper: of what was known when it went out with an entry, if it did, and otherwise of what is known. What is
    /// still to go out and rests on something recorded against the charter is a draft.
    pub(crate) fn paper(
        &mut self,
        sources: &Sources<'_>,
        wanted: &Wanted,
        moment: Option<u32>,
    ) -> Result<(Paper, PaperKnown), PaperError> {
        let told = self.told.take().unwrap_or_else(|| self.today.told_breaches());
        let made = self.made_with(sources, wanted, (moment, &told));
        self.told = Some(told);
        made
    }

    fn made_with(
        &mut self,
        sources: &Sources<'_>,
        wanted: &Wanted,
        (moment, told): (Option<u32>, &[Breach]),
    ) -> Result<(Paper, PaperKnown), PaperError> {
        let Some(moment) = moment.or_else(|| make::moment(self.today, wanted)) else {
            let mut made = make::paper(sources, wanted)?;
            let why = make::told_against(sources, wanted, (u32::MAX, told))?;
            if !why.is_empty() {
                sources.words.make_draft(&mut made.0, why)?;
            }
            return Ok(made);
        };
        let (mut made, corrected, made_of) = if moment < self.today.state().count() {
            self.as_sent(sources, wanted, moment)?
        } else {
            (make::paper(sources, wanted)?, Vec::new(), "corrected")
        };
        made.0.remarks = make::remarks(sources, wanted, (moment, told), (made_of, &corrected))?;
        Ok(made)
    }

    /// The paper, the corrections by which it would read otherwise, and the remark that says of what it is made.
    fn as_sent(
        &mut self,
        sources: &Sources<'_>,
        wanted: &Wanted,
        moment: u32,
    ) -> Result<((Paper, PaperKnown), Corrected, &'static str), PaperError> {
        let body = self.known.get_or_insert_with(|| self.today.past_as_known()).up_to(moment);
        let head = self.today.head_up_to(moment);
        let as_known = make::paper(&Sources { body, head: head.clone(), ..sources.clone() }, wanted);
        let corrected = corrected_since(self.today, moment);
        if corrected.is_empty() {
            return Ok((as_known?, corrected, "corrected"));
        }
        // A name that a correction gave to something else meant another paper then.
        let meant_another = make::moment(body, wanted).is_some_and(|it| it != moment);
        let body = self.read.get_or_insert_with(|| self.today.past_as_read()).up_to(moment);
        let as_read = make::paper(&Sources { body, head, ..sources.clone() }, wanted);
        match (as_known, as_read) {
            (Ok(sent), Ok(read)) if sent.0 == read.0 => Ok((sent, Vec::new(), "corrected")),
            // What was entered under another name has no paper from then: this one is made of what reads so today.
            (sent, Ok(read)) if meant_another || sent.is_err() => Ok((read, corrected, "made_of_corrected")),
            (Ok(sent), _) => Ok((sent, corrected, "corrected")),
            (Err(why), _) => Err(why),
        }
    }
}

/// The entries up to one that were corrected after it.
fn corrected_since(body: &JointMeeting, no: u32) -> Corrected {
    let mut last = Map::new();
    for correction in body.done(ActKind::CorrectRecord).map(|it| it.no).filter(|it| *it > no) {
        let Some(Act::CorrectRecord(act)) = body.entry(correction).map(|it| &it.act) else { continue };
        for it in act.changes.iter().filter(|it| it.no <= no) {
            // A correction that was struck changes nothing.
            if body.corrected_by(it.no).contains(&correction) {
                last.insert(it.no, correction);
            }
        }
    }
    last.into_iter().collect()
}
