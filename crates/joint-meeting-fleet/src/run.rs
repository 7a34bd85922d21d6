//! Work from one file to another: batch by batch, with as many threads as are wanted, until all is done or somebody stops it.

use std::{
    fmt,
    path::PathBuf,
    sync::{Arc, atomic::AtomicBool},
};

use arrow_array::{Array, RecordBatch};
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::{
    batch::answer_batch_unless,
    charters::FleetCharters,
    input::{FleetInput, FleetReading},
    output::FleetWriting,
    terms::{error::FleetError, question::FleetQuestion},
};

/// So many bodies are in memory at a time, unless another number is said.
const BATCH: usize = 1024;

/// A question that is asked of all bodies of a place, and the file to which the answer goes.
///
/// ```
/// # use joint_meeting::time::Period;
/// # use joint_meeting_fleet::{FleetInput, FleetQuestion, FleetRun};
/// # use joint_meeting_store::{CharterSource, Sqlite, create};
/// # let folder = std::env::temp_dir().join(format!("joint-meeting-fleet-run-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder).unwrap();
/// # let (records, audit) = (folder.join("records.db"), folder.join("audit.csv"));
/// # let store = Sqlite::open(&records).unwrap();
/// # create(&store, &"nankai-dogs".parse().unwrap(), &[CharterSource::bundled("nankai-dog-2022").unwrap()]).unwrap();
/// let question = FleetQuestion::audit(Period::year(2023).unwrap(), "2024-01-15".parse()?);
/// let ran = FleetRun::new(FleetInput::at(&records)?, &audit, question)
///     .progress(|it| eprintln!("{} bodies", it.bodies))
///     .run()?;
/// assert_eq!((ran.so_far.bodies, ran.so_far.unread, ran.stopped), (1, 0, false));
/// # drop(store);
/// # std::fs::remove_dir_all(folder).unwrap();
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct FleetRun<'r> {
    input: FleetInput,
    output: PathBuf,
    question: FleetQuestion,
    charters: FleetCharters,
    batch: usize,
    threads: Option<usize>,
    skip: u64,
    progress: Box<dyn FnMut(FleetProgress) + 'r>,
    stop: Arc<AtomicBool>,
}

/// How far the work has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct FleetProgress {
    /// So many bodies were asked.
    pub bodies: u64,
    /// So many of them could not be read.
    pub unread: u64,
    /// So many rows were written.
    pub rows: u64,
}

/// How the work has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FleetRan {
    /// What was done.
    pub so_far: FleetProgress,
    /// Whether somebody has stopped it. What was done until then is written: another run goes on when it
    /// [skips](FleetRun::skip) as many bodies as were asked, with those that this one had skipped.
    pub stopped: bool,
    /// The file: the one that was wanted or, where the work was stopped, one whose name ends in `.part`.
    pub output: PathBuf,
}

impl<'r> FleetRun<'r> {
    /// A run by the charters that come with the library, and those that the input has.
    pub fn new(input: FleetInput, output: impl Into<PathBuf>, question: FleetQuestion) -> Self {
        Self {
            input,
            output: output.into(),
            question,
            charters: FleetCharters::bundled(),
            batch: BATCH,
            threads: None,
            skip: 0,
            progress: Box::new(|_| {}),
            stop: Arc::default(),
        }
    }

    /// By other charters.
    #[must_use]
    pub fn charters(self, charters: FleetCharters) -> Self {
        Self { charters, ..self }
    }

    /// With so many bodies in memory at a time, one at least.
    #[must_use]
    pub fn batch(self, bodies: usize) -> Self {
        Self { batch: bodies.max(1), ..self }
    }

    /// With so many threads instead of one for each core.
    #[must_use]
    pub fn threads(self, threads: usize) -> Self {
        Self { threads: Some(threads.max(1)), ..self }
    }

    /// Without the first bodies, which a run before that was stopped has asked.
    #[must_use]
    pub fn skip(self, bodies: u64) -> Self {
        Self { skip: bodies, ..self }
    }

    /// Says after each batch how far the work has come.
    #[must_use]
    pub fn progress(self, progress: impl FnMut(FleetProgress) + 'r) -> Self {
        Self { progress: Box::new(progress), ..self }
    }

    /// Stops as soon as this is true: a batch that is not done is not written.
    #[must_use]
    pub fn stop(self, stop: Arc<AtomicBool>) -> Self {
        Self { stop, ..self }
    }

    /// Does the work.
    ///
    /// # Errors
    /// The input cannot be read or lacks a column, or the output cannot be written; nothing is left of it then.
    pub fn run(mut self) -> Result<FleetRan, FleetError> {
        let threads = ThreadPoolBuilder::new().num_threads(self.threads.unwrap_or(0)).build();
        let threads = threads.map_err(|why| FleetError::Failed { why: why.to_string() })?;
        let mut reading = self.input.read(self.batch, self.skip)?;
        let mut writing = FleetWriting::begin(self.output, &self.question)?;
        let mut work = Work {
            question: &self.question,
            charters: self.charters,
            threads: &threads,
            stop: &self.stop,
            so_far: FleetProgress::default(),
        };
        match work.all(&mut reading, &mut writing, &mut self.progress) {
            Ok(()) => {
                let output = writing.finish(true)?;
                Ok(FleetRan { so_far: work.so_far, stopped: false, output })
            }
            Err(FleetError::Stopped) => {
                let output = writing.finish(false)?;
                Ok(FleetRan { so_far: work.so_far, stopped: true, output })
            }
            Err(why) => {
                writing.abandon();
                Err(why)
            }
        }
    }
}

impl fmt::Debug for FleetRun<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { input, output, question, batch, threads, skip, .. } = self;
        f.debug_struct("FleetRun")
            .field("input", input)
            .field("output", output)
            .field("question", question)
            .field("batch", batch)
            .field("threads", threads)
            .field("skip", skip)
            .finish_non_exhaustive()
    }
}

struct Work<'w> {
    question: &'w FleetQuestion,
    charters: FleetCharters,
    threads: &'w ThreadPool,
    stop: &'w AtomicBool,
    so_far: FleetProgress,
}

impl Work<'_> {
    fn all(
        &mut self,
        reading: &mut FleetReading,
        writing: &mut FleetWriting,
        progress: &mut dyn FnMut(FleetProgress),
    ) -> Result<(), FleetError> {
        while let Some(batch) = reading.next(&mut self.charters)? {
            let answer = self
                .threads
                .install(|| answer_batch_unless(&batch, &self.charters, self.question, self.stop))?;
            writing.write(&answer)?;
            self.so_far.bodies += batch.num_rows() as u64;
            self.so_far.rows += answer.num_rows() as u64;
            self.so_far.unread += unread(&answer);
            progress(self.so_far);
        }
        Ok(())
    }
}

/// How many rows tell of a body that cannot be read.
fn unread(answer: &RecordBatch) -> u64 {
    answer.column_by_name("error").map_or(0, |it| (it.len() - it.null_count()) as u64)
}
