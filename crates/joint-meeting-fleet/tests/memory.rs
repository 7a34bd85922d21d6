//! Memory does not grow with the number of bodies: ten times as many take as much as a few.

#![cfg(target_os = "linux")]

use std::{fs, path::Path, sync::Arc};

use arrow_array::{ArrayRef, RecordBatch, StringArray};
use conformance::fleets::Fleet;
use joint_meeting_fleet::{FleetInput, FleetQuestion, FleetRun};
use parquet::arrow::ArrowWriter;

const FEW: usize = 2_000;
const MANY: usize = 20_000;
/// So much more may be in memory at once, in kB. The journals of the many are a hundred times that.
const MORE: u64 = 24_000;

#[test]
fn ten_times_as_many_bodies_take_as_much_memory() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("memory");
    fs::create_dir_all(&folder).unwrap();
    let (few, many) = (folder.join("few.parquet"), folder.join("many.parquet"));
    let fleet = Fleet::new(3, 1);
    let journals: Vec<String> = (0..64).map(|it| fleet.body(it).journal).collect();
    let bytes = write(&many, &journals, MANY);
    write(&few, &journals, FEW);
    assert!(bytes as u64 / 1000 > 10 * MORE, "{bytes} bytes of journals");

    let run = |input: &Path| {
        let question = FleetQuestion::charters("2022-12-31".parse().unwrap());
        let out = folder.join("answer.parquet");
        let run = FleetRun::new(FleetInput::at(input).unwrap(), &out, question).batch(256).threads(2).run();
        run.unwrap().so_far.bodies
    };
    assert_eq!(run(&few), FEW as u64);
    let after_few = peak();
    assert_eq!(run(&many), MANY as u64);
    let after_many = peak();
    assert!(after_many <= after_few + MORE, "{after_few} kB, then {after_many} kB");
}

/// Writes so many bodies, of which the journals are repeated, and gives the bytes of all journals.
fn write(path: &Path, journals: &[String], count: usize) -> usize {
    let mut writer = None;
    let mut bytes = 0;
    for from in (0..count).step_by(500) {
        let numbers = from..count.min(from + 500);
        let names: StringArray = numbers.clone().map(|it| Some(format!("body-{it}"))).collect();
        let texts: StringArray = numbers.map(|it| Some(&journals[it % journals.len()])).collect();
        bytes += texts.values().len();
        let columns: [(&str, ArrayRef); 2] = [("body", Arc::new(names)), ("journal", Arc::new(texts))];
        let batch = RecordBatch::try_from_iter(columns).unwrap();
        let writer = writer.get_or_insert_with(|| {
            ArrowWriter::try_new(fs::File::create(path).unwrap(), batch.schema(), None).unwrap()
        });
        writer.write(&batch).unwrap();
        // The pages that wait are no part of what is measured.
        writer.flush().unwrap();
    }
    writer.unwrap().close().unwrap();
    bytes
}

/// The most memory that this process had, in kB.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|it| it.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}
