//! Questions as Python asks them: by threads of their own, while other threads of Python run, until a signal ends them.

use std::{
    panic,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
    thread,
    time::Duration,
};

use arrow_array::{RecordBatch, RecordBatchReader};
use joint_meeting::{
    Charter,
    answer::Verdict,
    time::{Date, Period},
};
use joint_meeting_fleet::{FleetAsk, FleetCharters, FleetError, FleetQuestion, answer_batch_unless, schema};
use pyo3::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::{capsule::wrong, columns::PyColumns, given::given};

/// How long no signal is looked for.
const PAUSE: Duration = Duration::from_millis(50);

/// Charters that were read once, for many calls.
#[pyclass(name = "Charters", frozen, module = "joint_meeting_fleet")]
pub(crate) struct PyFleetCharters(Arc<FleetCharters>);

#[pymethods]
impl PyFleetCharters {
    #[new]
    #[pyo3(signature = (*files))]
    fn new(files: Vec<String>) -> PyResult<Self> {
        let mut charters = FleetCharters::bundled();
        for file in files {
            charters.add(Charter::from_json(&file).map_err(wrong)?);
        }
        Ok(Self(Arc::new(charters)))
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __contains__(&self, digest: &str) -> bool {
        self.0.get(digest).is_some()
    }
}

/// Asks. Days are texts here, and a question has `from` and `to` where it is about a period, or a horizon.
#[pyfunction]
#[pyo3(signature = (data, charters, what, on, period, horizon_days, only, checked, threads))]
#[expect(clippy::too_many_arguments, reason = "the package beside it gives them names")]
pub(crate) fn ask(
    py: Python<'_>,
    data: &Bound<'_, PyAny>,
    charters: &Bound<'_, PyFleetCharters>,
    what: &str,
    on: &str,
    period: Option<(String, String)>,
    horizon_days: u32,
    only: Vec<String>,
    checked: bool,
    threads: usize,
) -> PyResult<PyColumns> {
    let day = |it: &str| it.parse::<Date>().map_err(|why| wrong(format!("`{it}`: {why}")));
    let on = day(on)?;
    let ask = match (what, period) {
        ("audit", Some((from, to))) => {
            FleetAsk::Audit { period: Period::of_question(day(&from)?, day(&to)?).map_err(wrong)?, on }
        }
        ("obligations", _) => FleetAsk::Obligations { on, horizon_days },
        ("charters", _) => FleetAsk::Charters { on },
        (other, _) => return Err(wrong(format!("`{other}` is not asked"))),
    };
    let mut question = FleetQuestion::new(ask);
    question.checked = checked;
    for it in only {
        let verdict = Verdict::ALL.iter().find(|verdict| verdict.word() == it);
        question.only.push(*verdict.ok_or_else(|| wrong(format!("`{it}` is no verdict")))?);
    }
    let reader = given(data)?;
    // Made for each call, so that none is left in a process that forks.
    let threads = ThreadPoolBuilder::new().num_threads(threads).build().map_err(wrong)?;
    let asking =
        Asking { question, charters: Arc::clone(&charters.get().0), threads, stop: AtomicBool::new(false) };
    let batches = asking.unless_raised(py, reader)?;
    Ok(PyColumns { schema: schema(ask), batches })
}

struct Asking {
    question: FleetQuestion,
    charters: Arc<FleetCharters>,
    threads: ThreadPool,
    stop: AtomicBool,
}

impl Asking {
    /// Does the work beside this thread, which looks for signals meanwhile.
    fn unless_raised(
        &self,
        py: Python<'_>,
        reader: Box<dyn RecordBatchReader + Send>,
    ) -> PyResult<Vec<RecordBatch>> {
        let mut raised = None;
        let answer = py.detach(|| {
            thread::scope(|scope| {
                let (working, over) = mpsc::channel::<()>();
                let beside = scope.spawn(move || {
                    let _working = working;
                    self.all(reader)
                });
                while over.recv_timeout(PAUSE) == Err(mpsc::RecvTimeoutError::Timeout) {
                    if raised.is_none()
                        && let Err(signal) = Python::attach(|py| py.check_signals())
                    {
                        self.stop.store(true, Ordering::Relaxed);
                        raised = Some(signal);
                    }
                }
                beside.join().unwrap_or_else(|why| panic::resume_unwind(why))
            })
        });
        match raised {
            Some(signal) => Err(signal),
            None => answer.map_err(wrong),
        }
    }

    fn all(&self, reader: Box<dyn RecordBatchReader + Send>) -> Result<Vec<RecordBatch>, FleetError> {
        let answer =
            |batch: &RecordBatch| answer_batch_unless(batch, &self.charters, &self.question, &self.stop);
        // What is asked of no body at all is looked at like the rest: whether the columns would do.
        let mut answers = vec![answer(&RecordBatch::new_empty(reader.schema()))?];
        for batch in reader {
            let batch = batch.map_err(|why| FleetError::Failed { why: why.to_string() })?;
            answers.push(self.threads.install(|| answer(&batch))?);
        }
        answers.retain(|it| it.num_rows() > 0);
        Ok(answers)
    }
}
