//! Makes fleets of invented bodies, asks them, and measures: `make`, `ask`, `parse`, `time`.
//!
//! ```text
//! fleet make bodies.parquet 2000 7        bodies by a seed, with journals of one year
//! fleet ask bodies.parquet out.parquet    the audit of all, every verdict
//! fleet parse bodies.parquet              reads every line of every journal as bare JSON
//! fleet time bodies.parquet out.parquet 2 the audit with so many threads, what is unmet or disputed, and how long it took
//! ```
//!
//! Of what took time, a line says how many bodies, entries and bytes there were, the seconds, those of the processor, and the most memory.

use std::{env, error::Error, fs, path::Path, sync::Arc, time::Instant};

use arrow_array::{ArrayRef, LargeStringArray, RecordBatch, StringArray, cast::AsArray};
use conformance::fleets::{Fleet, FleetBody};
use joint_meeting::{answer::Verdict, time::Period};
use joint_meeting_fleet::{FleetInput, FleetQuestion, FleetRun};
use parquet::{
    arrow::{ArrowWriter, arrow_reader::ParquetRecordBatchReaderBuilder},
    basic::{Compression, ZstdLevel},
    file::properties::WriterProperties,
};
use rayon::prelude::*;

type Done<T = ()> = Result<T, Box<dyn Error>>;

/// So many bodies are made at a time.
const BATCH: u64 = 512;

fn main() -> Done {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["make", to, count, seed] => make(Path::new(to), count.parse()?, seed.parse()?),
        ["ask", from, to] => run(from, to, audit()?, 2).map(|_| ()),
        ["parse", from] => timed("bare JSON", || parse(Path::new(from))),
        ["time", from, to, threads] => {
            let question = audit()?.only([Verdict::Unmet, Verdict::Disputed]);
            let threads = threads.parse()?;
            timed(&format!("audit, threads: {threads}"), || run(from, to, question, threads))
        }
        _ => Err("say make, ask, parse or time; the head of the source says how".into()),
    }
}

/// The year of the scenario, as seen when the next has begun.
fn audit() -> Done<FleetQuestion> {
    let year = Period::year(2022).ok_or("it is a year")?;
    Ok(FleetQuestion::audit(year, "2023-01-15".parse()?))
}

fn run(from: &str, to: &str, question: FleetQuestion, threads: usize) -> Done<String> {
    let ran = FleetRun::new(FleetInput::at(from)?, to, question).threads(threads).run()?;
    Ok(format!("{} bodies, {} unread, {} rows", ran.so_far.bodies, ran.so_far.unread, ran.so_far.rows))
}

fn make(to: &Path, count: u64, seed: u64) -> Done {
    let fleet = Fleet::new(seed, 1);
    let zstd = Compression::ZSTD(ZstdLevel::default());
    let properties = WriterProperties::builder().set_compression(zstd).set_dictionary_enabled(false).build();
    let mut writer: Option<ArrowWriter<fs::File>> = None;
    let (mut entries, mut bytes) = (0, 0);
    for from in (0..count).step_by(usize::try_from(BATCH)?) {
        let bodies: Vec<FleetBody> =
            (from..count.min(from + BATCH)).into_par_iter().map(|it| fleet.body(it)).collect();
        entries += bodies.iter().map(|it| it.entries).sum::<usize>();
        bytes += bodies.iter().map(|it| it.journal.len()).sum::<usize>();
        let batch = batch(&bodies)?;
        let writer = match &mut writer {
            Some(it) => it,
            none => {
                let begun =
                    ArrowWriter::try_new(fs::File::create(to)?, batch.schema(), Some(properties.clone()));
                none.insert(begun?)
            }
        };
        writer.write(&batch)?;
        writer.flush()?;
    }
    if let Some(writer) = writer {
        writer.close()?;
    }
    println!("{count} bodies, {entries} entries, {bytes} bytes of journals");
    Ok(())
}

fn batch(bodies: &[FleetBody]) -> Done<RecordBatch> {
    let names: StringArray = bodies.iter().map(|it| Some(&it.name)).collect();
    let journals: LargeStringArray = bodies.iter().map(|it| Some(&it.journal)).collect();
    let charters: StringArray = bodies.iter().map(|it| Some(&it.charter)).collect();
    let columns: [(&str, ArrayRef); 3] =
        [("body", Arc::new(names)), ("journal", Arc::new(journals)), ("charter", Arc::new(charters))];
    Ok(RecordBatch::try_from_iter(columns)?)
}

/// Every line as JSON of no type, by one thread.
fn parse(from: &Path) -> Done<String> {
    let (mut lines, mut fields) = (0_usize, 0);
    for batch in ParquetRecordBatchReaderBuilder::try_new(fs::File::open(from)?)?.build()? {
        let batch = batch?;
        let journals = batch.column_by_name("journal").ok_or("no journals")?.as_string::<i64>();
        for line in journals.iter().flatten().flat_map(str::lines) {
            let value: serde_json::Value = serde_json::from_str(line)?;
            fields += value.as_object().map_or(0, serde_json::Map::len);
            lines += 1;
        }
    }
    Ok(format!("{lines} lines, {fields} fields"))
}

/// Does it, and says what it took.
fn timed(what: &str, work: impl FnOnce() -> Done<String>) -> Done {
    let begun = Instant::now();
    let done = work()?;
    println!(
        "{what}: {done}; {:.2} s, {:.2} s of the processor, at most {} MB",
        begun.elapsed().as_secs_f64(),
        processor_seconds(),
        peak() / 1000
    );
    Ok(())
}

/// The time that all threads of this process had, where the system says it.
fn processor_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after = stat.rsplit(')').next().unwrap_or_default();
    let ticks = after.split_whitespace().skip(11).take(2).filter_map(|it| it.parse::<f64>().ok());
    ticks.sum::<f64>() / 100.0
}

/// The most memory that this process had, in kB, where the system says it.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|it| it.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or(0)
}
