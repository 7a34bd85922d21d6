//! A body that is held open: what is decided is stored before it is applied, and what others have stored is caught up with.

use std::sync::Arc;

use joint_meeting::{
    Entry, JointMeeting, OneRefusedError, Submission,
    answer::Refusal,
    journal::{Head, Journal},
    time::{Calendar, Time},
};

use crate::{
    contract::{
        Store,
        shelf::Shelf,
        whole::{damaged, text},
    },
    terms::{error::StoreError, line::NewLine, name::BodyName},
};

/// How often an act is decided again, because another was stored first, where nobody says so.
pub const TRIES: u32 = 200;

/// A body held open in a store.
///
/// ```
/// use joint_meeting::{Submission, act::{AdoptCharter, FirstHolder}, id, time};
/// use joint_meeting_store::{CharterSource, File, Held, create};
///
/// # let folder = std::env::temp_dir().join(format!("joint-meeting-held-{}", std::process::id()));
/// let (store, dogs) = (File::open(&folder)?, "dogs".parse()?);
/// create(&store, &dogs, &[CharterSource::bundled("nankai-dog-2022").unwrap()])?;
///
/// let mut held = Held::open(&store, &dogs)?;
/// let founding = AdoptCharter::new(id!("nankai-dog-2022"), 1, [FirstHolder::new(id!("deputy-head"), id!("p1"))]);
/// let founding = Submission::new(founding, id!("p1"), time!("2022-04-21T09:00:00+08:00"));
/// let entry = held.perform(&founding)?.unwrap(); // it is on the disk
/// assert_eq!((entry.no, held.head().count), (1, 1));
///
/// // A refusal is an answer: the body is founded already.
/// assert!(Held::open(&store, &dogs)?.perform(&founding)?.is_err());
/// # std::fs::remove_dir_all(folder).unwrap();
/// # Ok::<(), joint_meeting_store::StoreError>(())
/// ```
#[derive(Debug)]
pub struct Held<S> {
    store: S,
    name: BodyName,
    body: JointMeeting,
    journal: Journal,
    /// The table of working days, where it is not the one that comes with the library.
    calendar: Option<Arc<Calendar>>,
    /// What time it was said to be.
    now: Option<Time>,
    tries: u32,
    conflicts: u64,
}

impl<S: Store> Held<S> {
    /// Opens a body as its journal tells, by the table of working days that comes with the library.
    ///
    /// What the lines say is trusted; [`verify`](crate::verify) decides them again.
    pub fn open(store: S, body: &BodyName) -> Result<Self, StoreError> {
        Self::read(store, body, None)
    }

    /// The same by another table of working days.
    pub fn open_by(
        store: S,
        name: &BodyName,
        calendar: impl Into<Arc<Calendar>>,
    ) -> Result<Self, StoreError> {
        Self::read(store, name, Some(calendar.into()))
    }

    fn read(store: S, name: &BodyName, calendar: Option<Arc<Calendar>>) -> Result<Self, StoreError> {
        let (body, journal) = read(&store, name, calendar.as_ref())?;
        Ok(Self { store, name: name.clone(), body, journal, calendar, now: None, tries: TRIES, conflicts: 0 })
    }

    /// It gives up after so many times that another was first.
    #[must_use]
    pub fn tries(self, tries: u32) -> Self {
        Self { tries: tries.max(1), ..self }
    }

    /// The name under which it is kept.
    pub fn name(&self) -> &BodyName {
        &self.name
    }

    /// The body as far as it was read; it answers every question.
    pub fn body(&self) -> &JointMeeting {
        &self.body
    }

    /// Says what time it is, as [`JointMeeting::set_now`] does.
    pub fn set_now(&mut self, now: Time) {
        self.now = Some(now);
        self.body.set_now(now);
    }

    /// The body as it was known at a moment: from the entries recorded by then.
    pub fn as_of(&self, at: Time) -> JointMeeting {
        self.body.as_of(at)
    }

    /// How far its journal reaches, as far as it was read.
    pub fn head(&self) -> &Head {
        self.journal.head()
    }

    /// How often another was first with a number since the body was opened.
    pub fn conflicts(&self) -> u64 {
        self.conflicts
    }

    /// Decides, stores, applies. The entry is durable when it is handed over.
    ///
    /// A submission whose key was submitted before is the entry that it became. Where others have stored entries since, the body
    /// catches up and decides again, so that every entry was decided on all entries before it and a refusal is one of today.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if others were first every time, or why the store fails; a refusal is an answer.
    pub fn perform(&mut self, submission: &Submission) -> Result<Result<Entry, Refusal>, StoreError> {
        self.again(|body| body.decide(submission), |entry| std::slice::from_ref(entry))
    }

    /// Performs all of these or none, in one transaction of the store.
    ///
    /// # Errors
    /// As [`Held::perform`].
    pub fn perform_all(
        &mut self,
        submissions: &[Submission],
    ) -> Result<Result<Vec<Entry>, OneRefusedError>, StoreError> {
        self.again(|body| body.decide_all(submissions), Vec::as_slice)
    }

    /// Applies what others have stored since, and says how many entries that were.
    pub fn catch_up(&mut self) -> Result<usize, StoreError> {
        let missed = match self.store.after(&self.name, self.journal.head()) {
            Err(StoreError::Rewritten { .. }) => return self.read_anew(),
            missed => missed?,
        };
        let mut count = 0;
        for line in missed.split_inclusive(|it| *it == b'\n') {
            let entry = self.journal.follow(line).map_err(|why| damaged(&self.store, &self.name, why))?;
            let number = entry.no;
            self.body.apply(entry).map_err(|_| self.conflict(number))?;
            count += 1;
        }
        Ok(count)
    }

    fn read_anew(&mut self) -> Result<usize, StoreError> {
        let before = self.head().count;
        (self.body, self.journal) = read(&self.store, &self.name, self.calendar.as_ref())?;
        if let Some(now) = self.now {
            self.body.set_now(now);
        }
        Ok(self.head().count.abs_diff(before).max(1) as usize)
    }

    /// Decides until it was decided on all that is stored.
    fn again<T, R>(
        &mut self,
        decide: impl Fn(&JointMeeting) -> Result<T, R>,
        entries: impl Fn(&T) -> &[Entry],
    ) -> Result<Result<T, R>, StoreError> {
        let mut tries = self.tries;
        loop {
            tries -= 1;
            let decided = match decide(&self.body) {
                Ok(it) => it,
                Err(refusal) if self.catch_up()? == 0 => return Ok(Err(refusal)),
                Err(_) if tries > 0 => continue,
                // What it was refused for may be gone with what others have stored.
                Err(_) => return Err(self.conflict(self.head().count + 1)),
            };
            match self.store_and_apply(entries(&decided)) {
                Err(StoreError::Conflict { .. }) if tries > 0 => {
                    self.conflicts += 1;
                    self.catch_up()?;
                }
                stored => return stored.map(|()| Ok(decided)),
            }
        }
    }

    /// Stores those of some entries that are new, and applies them.
    fn store_and_apply(&mut self, entries: &[Entry]) -> Result<(), StoreError> {
        let (mut written, mut lines, mut new) = (self.journal.clone(), Vec::new(), Vec::new());
        // Those that were submitted before, under their keys, have numbers that are taken.
        for entry in entries {
            if entry.no == written.head().count + 1 {
                lines.push(NewLine::next(&mut written, entry));
                new.push(entry);
            }
        }
        if lines.is_empty() {
            return Ok(());
        }
        match self.store.append(&self.name, self.journal.head(), &lines) {
            Err(why @ StoreError::Unsure { .. }) => return self.look(&lines, why),
            stored => stored?,
        }
        for entry in new {
            // Nobody else applies, and the store has seen that the number is the next.
            let number = entry.no;
            self.body.apply(entry.clone()).map_err(|_| self.conflict(number))?;
        }
        self.journal = written;
        Ok(())
    }

    /// Whether lines were stored, of which the store could not say so: they are there, or it stays unknown.
    fn look(&mut self, lines: &[NewLine], why: StoreError) -> Result<(), StoreError> {
        let Ok(after) = self.store.after(&self.name, self.head()) else { return Err(why) };
        let mut stored = after.split_inclusive(|it| *it == b'\n');
        let are_there = lines
            .iter()
            .all(|it| stored.next().is_some_and(|raw| raw == [it.text.as_bytes(), b"\n"].concat()));
        if !are_there {
            return Err(why);
        }
        self.catch_up().map(|_| ())
    }

    fn conflict(&self, entry: u32) -> StoreError {
        StoreError::Conflict { body: self.name.clone(), entry }
    }
}

/// A body as it is stored.
fn read(
    store: &impl Store,
    name: &BodyName,
    calendar: Option<&Arc<Calendar>>,
) -> Result<(JointMeeting, Journal), StoreError> {
    let stored = store.load(name)?;
    let charters = Shelf::charters(store, name, &stored.charters)?;
    let text = text(store, name, &stored.journal)?;
    let body = match calendar {
        Some(calendar) => JointMeeting::replay_by(charters, Arc::clone(calendar), text),
        None => JointMeeting::replay(charters, text),
    };
    Ok((body.map_err(|why| damaged(store, name, why))?, Journal::resume(stored.head)))
}
