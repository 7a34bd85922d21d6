//! One question asked of a batch of bodies, by as many threads as there are, in the order in which the bodies came.

use std::sync::atomic::{AtomicBool, Ordering};

use arrow_array::RecordBatch;
use arrow_select::concat::concat_batches;
use joint_meeting::time::{Date, Period};
use rayon::prelude::*;

use crate::{
    ask::ask,
    charters::FleetCharters,
    given::GivenColumns,
    rows::{FleetRows, schema},
    terms::{error::FleetError, question::FleetQuestion},
};

/// So many bodies one thread takes at a time: few, because one can be a hundred times as busy as another.
const TAKEN: usize = 16;

/// Asks every body of a batch.
///
/// The batch has a column `body` with names and a column `journal` with the texts of journals, byte for byte. A column `charter`
/// names, where it is not null, the charter of a body by its id, or all its versions by their digests with blanks between. A column
/// `error`, where it is not null, says why a journal could not be had. Other columns are not looked at.
///
/// The rows come in the order of the bodies, whatever thread found them. A body that cannot be read has one row, whose column `error`
/// says why, and stops nothing.
///
/// # Errors
/// A column is missing or of another type.
pub fn answer_batch(
    batch: &RecordBatch,
    charters: &FleetCharters,
    question: &FleetQuestion,
) -> Result<RecordBatch, FleetError> {
    answer_batch_unless(batch, charters, question, &AtomicBool::new(false))
}

/// The same, unless somebody says meanwhile that it is to stop.
///
/// # Errors
/// The same, and [`FleetError::Stopped`].
pub fn answer_batch_unless(
    batch: &RecordBatch,
    charters: &FleetCharters,
    question: &FleetQuestion,
    stop: &AtomicBool,
) -> Result<RecordBatch, FleetError> {
    let given = GivenColumns::of(batch)?;
    let parts: Result<Vec<RecordBatch>, FleetError> = (0..given.len().div_ceil(TAKEN))
        .into_par_iter()
        .map(|part| {
            let mut rows = FleetRows::new(question.ask);
            for row in (part * TAKEN..given.len()).take(TAKEN) {
                if stop.load(Ordering::Relaxed) {
                    return Err(FleetError::Stopped);
                }
                ask(given.body(row), charters, question, &mut rows);
            }
            rows.finish()
        })
        .collect();
    concat_batches(&schema(question.ask), &parts?).map_err(|why| FleetError::Failed { why: why.to_string() })
}

/// Whether the bodies of a batch kept their charters in a period, as seen on a day: see [`answer_batch`].
///
/// ```
/// use std::sync::Arc;
///
/// use arrow_array::{ArrayRef, RecordBatch, StringArray, cast::AsArray};
/// use joint_meeting::{JointMeeting, time::Period};
/// use joint_meeting_fleet::{FleetCharters, audit_batch};
///
/// let (journal, _) = JointMeeting::bundled("nankai-dog-2022")?.journal();
/// let texts = |all: [&str; 2]| Arc::new(StringArray::from(all.to_vec())) as ArrayRef;
/// let batch = RecordBatch::try_from_iter([("body", texts(["a", "b"])), ("journal", texts([&journal, "torn"]))])?;
/// let audit = audit_batch(&batch, &FleetCharters::bundled(), Period::year(2023).unwrap(), "2024-01-15".parse()?)?;
/// let errors = audit.column_by_name("error").unwrap().as_string::<i32>();
/// assert_eq!(errors.value(audit.num_rows() - 1), "journal: line 1 of the journal: torn: the line has no end");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// A column is missing or of another type.
pub fn audit_batch(
    batch: &RecordBatch,
    charters: &FleetCharters,
    period: Period,
    on: Date,
) -> Result<RecordBatch, FleetError> {
    answer_batch(batch, charters, &FleetQuestion::audit(period, on))
}

/// What the bodies of a batch owe on a day, and what is due within so many days: see [`answer_batch`].
///
/// # Errors
/// A column is missing or of another type.
pub fn obligations_batch(
    batch: &RecordBatch,
    charters: &FleetCharters,
    on: Date,
    horizon_days: u32,
) -> Result<RecordBatch, FleetError> {
    answer_batch(batch, charters, &FleetQuestion::obligations(on, horizon_days))
}

/// Which charter is in force in each body of a batch on a day, and how it differs from the one that comes with the library: see
/// [`answer_batch`].
///
/// # Errors
/// A column is missing or of another type.
pub fn charters_batch(
    batch: &RecordBatch,
    charters: &FleetCharters,
    on: Date,
) -> Result<RecordBatch, FleetError> {
    answer_batch(batch, charters, &FleetQuestion::charters(on))
}
