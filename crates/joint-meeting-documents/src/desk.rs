//! The desk at which papers are made, checked and gathered, which ties the makers and the checks together.
//!
//! Which facts a paper has is settled in `make`, what is asked of it in `check`, and how it is written in `write`.

use joint_meeting::{
    JointMeeting,
    cancel::is_cancelled,
    journal::Head,
    sorted::Map,
    time::{Date, Period},
};

use crate::{
    calendar::PaperCalendar,
    check::{PaperFinding, check_with},
    make,
    paper::{Filed, Paper, PaperKnown},
    sources::Sources,
    terms::{error::PaperError, given::Given, wanted::Wanted},
    then::Then,
    words::PaperWords,
};

/// Where papers are made.
#[derive(Clone, Debug)]
pub struct Desk<'b> {
    sources: Sources<'b>,
}

impl<'b> Desk<'b> {
    /// A desk for a body as it stands.
    pub fn new(body: &'b JointMeeting, words: &'b PaperWords, given: &'b Given) -> Self {
        Self::at(body, words, given, body.head(None))
    }

    /// A desk for a body whose head of the journal is known, which takes longer to find than most papers take to make.
    pub fn at(body: &'b JointMeeting, words: &'b PaperWords, given: &'b Given, head: Head) -> Self {
        Self { sources: Sources { body, today: body, words, given, head, with_numbers: true } }
    }

    /// The head of the journal from which papers are made here.
    pub fn head(&self) -> &Head {
        &self.sources.head
    }

    /// Makes a paper. A paper that the rules on documents do not allow to go out becomes a draft, whoever asks for it.
    ///
    /// A paper that went out is made of what was known then, and says so if entries that it rests on were corrected since. If
    /// anything was recorded since, this walks through the journal up to the entry by which it went out.
    ///
    /// # Errors
    /// A name that means nothing, something that has not happened, or a field that nobody has.
    pub fn paper(&self, wanted: &Wanted) -> Result<Paper, PaperError> {
        self.looked_at(wanted, None, &mut self.then())
    }

    /// What the journal knows of a paper that is not printed on it. Of papers that are no formal document it knows
    /// nothing.
    ///
    /// # Errors
    /// A name that means nothing.
    pub fn known(&self, wanted: &Wanted) -> Result<PaperKnown, PaperError> {
        Ok(self.then().paper(&self.sources, wanted, None)?.1)
    }

    /// Makes a paper and looks at it by every row, with all that the journal knows.
    ///
    /// # Errors
    /// Those of [`Desk::paper`].
    pub fn check(&self, wanted: &Wanted) -> Result<Vec<PaperFinding>, PaperError> {
        let (paper, known) = self.then().paper(&self.sources, wanted, None)?;
        Ok(check_with(&paper, &known))
    }

    /// All papers of a year, for whoever inspects it: an index, then each paper, then the audit as seen on a day.
    ///
    /// # Errors
    /// Those of [`Desk::paper`].
    pub fn evidence(&self, year: i32, on: Date) -> Result<Vec<Filed>, PaperError> {
        let planned = make::evidence(&self.sources, year, on)?;
        // In the order of their entries they cost one walk through the journal.
        let mut in_order: Vec<(usize, make::Planned)> = planned.into_iter().enumerate().collect();
        in_order.sort_by_key(|(_, it)| it.moment);
        let mut then = self.then();
        let mut made = Map::new();
        for (place, it) in in_order.into_iter().take_while(|_| !is_cancelled()) {
            let paper = self.looked_at(&it.wanted, it.moment, &mut then)?;
            made.insert(place, Filed { name: it.name, paper });
        }
        let mut filed: Vec<Filed> = made.into_values().collect();
        filed.insert(0, make::index(&self.sources, year, on, &filed)?);
        Ok(filed)
    }

    /// The dates of a period, as they stand on a day: meetings, what is owed and what was done. What is still owed from
    /// before the period is among them if the day lies in the period.
    ///
    /// # Errors
    /// A field that nobody has.
    pub fn calendar(&self, period: Period, on: Date) -> Result<PaperCalendar, PaperError> {
        make::calendar(&self.sources, period, on)
    }

    fn then(&self) -> Then<'b> {
        Then::of(self.sources.body)
    }

    /// Makes a paper, as a draft if the rules on documents do not allow it to go out.
    fn looked_at(
        &self,
        wanted: &Wanted,
        moment: Option<u32>,
        then: &mut Then<'_>,
    ) -> Result<Paper, PaperError> {
        let sources = Sources { with_numbers: false, ..self.sources.clone() };
        let (mut paper, known) = then.paper(&sources, wanted, moment)?;
        // A paper that is a draft by its nature says what is open; it need not be whole.
        if paper.draft.is_none() || matches!(wanted, Wanted::Issue(_)) {
            let words = self.sources.words;
            let found = check_with(&paper, &known);
            let why: Vec<String> =
                found.iter().filter(|it| it.stops()).map(|it| it.render(words.language())).collect();
            if !why.is_empty() {
                words.make_draft(&mut paper, why)?;
            }
        }
        Ok(paper)
    }
}
