//! A body as Python has it: a handle behind a lock, so that threads can share it.
//!
//! Whatever can take long lets other threads run meanwhile.

use std::sync::{Mutex, PoisonError, RwLock, TryLockError};

use joint_meeting::{
    Charter as Core, JointMeeting, Language, Submission,
    cancel::is_cancelled,
    journal::Head,
    time::Calendar,
    wire::{self, Day, MalformedError, Moment, Question, Span},
};
use pyo3::prelude::*;

use crate::{
    Json, OwnedJson,
    charter::PyCharter,
    error::{self, Error, Result},
    fork, signal,
};

/// A body.
#[pyclass(frozen, name = "Body", module = "joint_meeting._core")]
pub(crate) struct PyBody {
    body: RwLock<JointMeeting>,
    /// A head that its journal had: the next one is found from it.
    head: Mutex<Option<Head>>,
    language: Language,
}

impl PyBody {
    fn of(body: JointMeeting, language: Language) -> Self {
        Self { body: RwLock::new(body), head: Mutex::default(), language }
    }

    /// The language of its words.
    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// Something that can take long. A signal ends it.
    pub(crate) fn read<T: Send>(
        &self,
        py: Python<'_>,
        ask: impl FnOnce(&JointMeeting) -> T + Send,
    ) -> Result<T> {
        signal::unless_raised(py, || Ok(ask(&*self.body.read().map_err(|_| Error::LeftInTheMiddle)?)))
    }

    /// The head of its journal, as it stands.
    pub(crate) fn head(&self, body: &JointMeeting) -> Head {
        let kept = || self.head.lock().unwrap_or_else(PoisonError::into_inner);
        let last = kept().clone();
        let head = body.head(last.as_ref());
        *kept() = Some(head.clone());
        head
    }

    /// Something short; only if another thread is at it, others may run while this one waits.
    fn glance<T: Send>(&self, py: Python<'_>, ask: impl FnOnce(&JointMeeting) -> T + Send) -> Result<T> {
        match self.body.try_read() {
            Ok(body) => Ok(ask(&body)),
            Err(TryLockError::WouldBlock) => self.read(py, ask),
            Err(TryLockError::Poisoned(_)) => Err(Error::LeftInTheMiddle),
        }
    }

    fn write<T: Send>(&self, py: Python<'_>, act: impl FnOnce(&mut JointMeeting) -> T + Send) -> Result<T> {
        match self.body.try_write() {
            Ok(mut body) => Ok(act(&mut body)),
            Err(TryLockError::WouldBlock) => {
                fork::detach(py, || Ok(act(&mut *self.body.write().map_err(|_| Error::LeftInTheMiddle)?)))
            }
            Err(TryLockError::Poisoned(_)) => Err(Error::LeftInTheMiddle),
        }
    }

    /// Every one is read before the first is performed. Accepted or refused, each has its answer. A signal ends it between
    /// two of them.
    fn perform_each(
        &self,
        py: Python<'_>,
        read: impl FnOnce() -> std::result::Result<Vec<Submission>, MalformedError> + Send,
    ) -> Result<Vec<String>> {
        signal::unless_raised(py, || {
            let all = read()?;
            let mut body = self.body.write().map_err(|_| Error::LeftInTheMiddle)?;
            let one = |it: Submission| {
                let decision = body.decide(&it);
                if let Ok(entry) = &decision {
                    body.apply(entry.clone())?;
                }
                Ok(wire::to_string(&wire::Decision::from(decision)))
            };
            all.into_iter().take_while(|_| !is_cancelled()).map(one).collect()
        })
    }

    fn perform_on(&self, body: &mut JointMeeting, submission: Submission) -> Result<String> {
        match body.perform(submission) {
            Ok(entry) => Ok(wire::to_string(entry)),
            Err(refusal) => Err(Error::refused(&refusal, body, self.language)),
        }
    }
}

fn cores(charters: &[Py<PyCharter>]) -> Vec<Core> {
    charters.iter().map(|it| it.get().0.clone()).collect()
}

#[pymethods]
impl PyBody {
    #[new]
    fn new(charters: Vec<Py<PyCharter>>, language: Json<'_>) -> Result<Self> {
        Ok(Self::of(JointMeeting::new(cores(&charters))?, error::language(language.0)?))
    }

    #[staticmethod]
    fn replay(
        py: Python<'_>,
        charters: Vec<Py<PyCharter>>,
        journal: Json<'_>,
        checked: bool,
        head: Option<Json<'_>>,
        calendar: Option<Json<'_>>,
        language: Json<'_>,
    ) -> Result<Self> {
        let (charters, language) = (cores(&charters), error::language(language.0)?);
        let head = head.map(|it| wire::from_str(it.0)).transpose()?;
        let calendar = calendar.map(|it| wire::calendar(it.0)).transpose()?.unwrap_or_else(Calendar::known);
        let body = signal::unless_raised(py, || {
            if checked {
                return Ok(JointMeeting::replay_checked_by(charters, calendar, journal.0, head.as_ref())?);
            }
            if let Some(head) = &head {
                joint_meeting::journal::verify(journal.0, Some(head))?;
            }
            Ok(JointMeeting::replay_by(charters, calendar, journal.0)?)
        })?;
        Ok(Self::of(body, language))
    }

    fn with_calendar(&self, py: Python<'_>, calendar: Json<'_>) -> Result<Self> {
        let calendar = wire::calendar(calendar.0)?;
        Ok(Self::of(self.read(py, Clone::clone)?.with_calendar(calendar), self.language))
    }

    fn set_now(&self, py: Python<'_>, now: Json<'_>) -> Result<()> {
        let Moment { at } = wire::from_str(now.0)?;
        self.write(py, |body| body.set_now(at))
    }

    fn perform(&self, py: Python<'_>, submission: Json<'_>) -> Result<String> {
        let submission = wire::from_str(submission.0)?;
        self.write(py, |body| self.perform_on(body, submission))?
    }

    fn check(&self, py: Python<'_>, submission: Json<'_>) -> Result<()> {
        let submission = wire::from_str(submission.0)?;
        self.glance(py, |body| {
            body.check(&submission).map_err(|it| Error::refused(&it, body, self.language))
        })?
    }

    fn decide(&self, py: Python<'_>, submission: Json<'_>) -> Result<String> {
        let submission = wire::from_str(submission.0)?;
        self.glance(py, |body| wire::to_string(&wire::Decision::from(body.decide(&submission))))
    }

    /// The entry to store and then to apply.
    fn decided(&self, py: Python<'_>, submission: Json<'_>) -> Result<String> {
        let submission = wire::from_str(submission.0)?;
        self.glance(py, |body| {
            let decision = body.decide(&submission);
            decision.map(|it| wire::to_string(&it)).map_err(|it| Error::refused(&it, body, self.language))
        })?
    }

    /// The entries of all of these, to store together and then to apply.
    fn decide_all(&self, py: Python<'_>, submissions: Vec<OwnedJson>) -> Result<Vec<String>> {
        self.read(py, |body| {
            let decided = body.decide_all(&wire::submissions_each(&submissions)?);
            decided
                .map(|all| all.iter().map(wire::to_string).collect())
                .map_err(|it| Error::one_refused(&it, body, self.language))
        })?
    }

    fn apply(&self, py: Python<'_>, entry: Json<'_>) -> Result<()> {
        let entry = wire::from_str(entry.0)?;
        Ok(self.write(py, |body| body.apply(entry))??)
    }

    fn perform_list(&self, py: Python<'_>, submissions: Json<'_>) -> Result<Vec<String>> {
        self.perform_each(py, || wire::submissions(submissions.0))
    }

    fn perform_many(&self, py: Python<'_>, submissions: Vec<OwnedJson>) -> Result<Vec<String>> {
        self.perform_each(py, || wire::submissions_each(&submissions))
    }

    fn perform_all(&self, py: Python<'_>, submissions: Vec<OwnedJson>) -> Result<Vec<String>> {
        signal::unless_raised(py, || {
            let all = wire::submissions_each(&submissions)?;
            let mut body = self.body.write().map_err(|_| Error::LeftInTheMiddle)?;
            let done = body.perform_all(all);
            done.map(|all| all.iter().map(wire::to_string).collect())
                .map_err(|it| Error::one_refused(&it, &body, self.language))
        })
    }

    fn format(&self, py: Python<'_>) -> Result<u32> {
        self.glance(py, JointMeeting::format)
    }

    fn upgrade(&self, py: Python<'_>) -> Result<Self> {
        Ok(Self::of(self.read(py, Clone::clone)?.upgrade(), self.language))
    }

    /// The answer, its words, and how many entries it rests on.
    fn ask(&self, py: Python<'_>, question: Json<'_>) -> Result<(String, Vec<String>, usize)> {
        let question: Question = wire::from_str(question.0)?;
        let answer = |body: &JointMeeting| (question.answer(body, &[self.language]), body.entries().len());
        let (answer, count) = self.read(py, answer)?;
        let answer = answer?;
        Ok((answer.json, answer.words.into_iter().flatten().collect(), count))
    }

    fn audit_family(&self, py: Python<'_>, children: Vec<Py<Self>>, question: Json<'_>) -> Result<String> {
        let Span { period, on } = wire::from_str(question.0)?;
        let copy = |it: &Py<Self>| it.get().read(py, Clone::clone);
        // Copies, so that never two locks are held at once.
        let children = children.iter().map(copy).collect::<Result<Vec<JointMeeting>>>()?;
        let children: Vec<&JointMeeting> = children.iter().collect();
        let family = self.read(py, |body| body.audit_family(&children, period, on))??;
        Ok(wire::to_string(&family))
    }

    fn touched_by(
        &self,
        py: Python<'_>,
        before: &PyCharter,
        after: &PyCharter,
        on: Json<'_>,
    ) -> Result<String> {
        let Day { on } = wire::from_str(on.0)?;
        self.read(py, |body| wire::to_string(&body.touched_by(&before.0.diff(&after.0), on)))
    }

    fn as_of(&self, py: Python<'_>, at: Json<'_>) -> Result<Self> {
        let Moment { at } = wire::from_str(at.0)?;
        Ok(Self::of(self.read(py, |body| body.as_of(at))?, self.language))
    }

    fn journal(&self, py: Python<'_>) -> Result<(String, String)> {
        self.read(py, |body| {
            let (text, head) = body.journal();
            (text, wire::to_string(&head))
        })
    }

    fn count(&self, py: Python<'_>) -> Result<usize> {
        self.glance(py, |body| body.entries().len())
    }

    fn equals(&self, py: Python<'_>, other: &Self) -> Result<bool> {
        if std::ptr::eq(self, other) {
            return Ok(true);
        }
        let other = other.read(py, Clone::clone)?;
        self.read(py, |body| *body == other)
    }
}
