//! From Parquet and from stores, to Parquet, CSV and workbooks.

use std::{fs, path::Path};

use joint_meeting::{Language, answer::Verdict};
use joint_meeting_fleet::{FleetCharters, FleetError, FleetInput, FleetQuestion, FleetRun, answer_batch};
use joint_meeting_store::{CharterSource, File, Sqlite, Store};
use joint_meeting_tables::{SheetCell, SheetRow, sheets};

use crate::common::{batch, bodies, day, folder, questions, read_parquet, rows, write_parquet, year};

#[test]
fn parquet_in_and_out_is_the_batch_in_and_out() {
    let (folder, bodies) = (folder("parquet"), bodies(60));
    let given = folder.join("bodies.parquet");
    write_parquet(&given, &[batch(&bodies[..23]), batch(&bodies[23..])]);
    for question in questions() {
        let expected = answer_batch(&batch(&bodies), &FleetCharters::bundled(), &question).unwrap();
        for (size, threads) in [(1, 2), (16, 1), (1000, 2)] {
            let out = folder.join("answer.parquet");
            let mut seen = Vec::new();
            let ran = FleetRun::new(FleetInput::at(&given).unwrap(), &out, question.clone())
                .batch(size)
                .threads(threads)
                .progress(|it| seen.push(it.bodies))
                .run()
                .unwrap();
            assert_eq!((ran.so_far.bodies, ran.so_far.unread, ran.stopped), (60, 0, false));
            assert_eq!(ran.output, out);
            assert_eq!(ran.so_far.rows, expected.num_rows() as u64);
            assert_eq!((seen.len(), seen.last()), (60_usize.div_ceil(size), Some(&60)));
            assert_eq!(read_parquet(&out), rows(&expected));
        }
    }
    let left: Vec<_> = fs::read_dir(&folder).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "nothing is left under another name: {left:?}");
}

fn fill(store: &impl Store, bodies: &[conformance::fleets::FleetBody]) {
    for it in bodies {
        let charters = FleetCharters::bundled();
        let id = charters.get(&it.charter).unwrap().digest().to_owned();
        let name = joint_meeting::charters::ALL
            .iter()
            .map(|(name, _)| *name)
            .find(|name| joint_meeting::Charter::bundled(name).unwrap().digest() == id)
            .unwrap();
        let source = CharterSource::bundled(name).unwrap();
        store.create(&it.name.parse().unwrap(), &[source], &it.journal).unwrap();
    }
}

#[test]
fn stores_say_the_same_as_a_file() {
    let (folder, bodies) = (folder("stores"), bodies(20));
    let (database, shared) = (folder.join("records.db"), folder.join("records"));
    fill(&Sqlite::open(&database).unwrap(), &bodies);
    fs::create_dir_all(&shared).unwrap();
    fill(&File::open(&shared).unwrap(), &bodies);
    // One body is damaged in the folder.
    let damaged = walk(&shared).into_iter().find(|it| fs::read_to_string(it).unwrap() == bodies[5].journal);
    let damaged = damaged.expect("a folder keeps journals byte for byte");
    fs::write(&damaged, bodies[5].journal.trim_end()).unwrap();

    let question = &questions()[0];
    let expected = rows(&answer_batch(&batch(&bodies), &FleetCharters::bundled(), question).unwrap());
    let of_damaged = |it: &&String| it.starts_with(&bodies[5].name);
    for (place, bad) in [(&database, false), (&shared, true)] {
        let out = folder.join("answer.parquet");
        let ran = FleetRun::new(FleetInput::at(place).unwrap(), &out, question.clone())
            .charters(FleetCharters::new())
            .batch(7)
            .run()
            .unwrap();
        assert_eq!((ran.so_far.bodies, ran.so_far.unread), (20, u64::from(bad)), "{}", place.display());
        let found = read_parquet(&out);
        let good = |it: &&String| !bad || !of_damaged(it);
        assert!(found.iter().filter(good).eq(expected.iter().filter(good)));
        if bad {
            let told: Vec<&String> = found.iter().filter(of_damaged).collect();
            assert!(
                told.len() == 1 && told[0].contains("|store: ") || told[0].contains("|journal: "),
                "{told:?}"
            );
        }
    }
    assert!(matches!(FleetInput::at(folder.join("nowhere.db")), Err(FleetError::Store(_))));
}

fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    let mut left = vec![folder.to_path_buf()];
    while let Some(it) = left.pop() {
        for it in fs::read_dir(it).unwrap().map(|it| it.unwrap().path()) {
            if it.is_dir() { left.push(it) } else { files.push(it) }
        }
    }
    files.retain(|it| fs::read_to_string(it).is_ok());
    files
}

#[test]
fn csv_and_a_workbook_have_the_same_rows() {
    let (folder, bodies) = (folder("tables"), bodies(12));
    let given = folder.join("bodies.parquet");
    write_parquet(&given, &[batch(&bodies)]);
    let unmet = FleetQuestion::audit(year(), day("2023-01-15")).only([Verdict::Unmet]).said_in(Language::Zh);
    let expected = answer_batch(&batch(&bodies), &FleetCharters::bundled(), &unmet).unwrap();
    for name in ["answer.csv", "answer.xlsx"] {
        let out = folder.join(name);
        FleetRun::new(FleetInput::at(&given).unwrap(), &out, unmet.clone()).batch(5).run().unwrap();
        let read = sheets(&fs::read(&out).unwrap()).unwrap();
        let cell = |row: &SheetRow, column| match row.cell(column) {
            Some(SheetCell::Text(it)) => it.clone(),
            Some(SheetCell::Number(it)) => it.to_string(),
            _ => String::new(),
        };
        let written: Vec<Vec<String>> =
            read[0].rows.iter().map(|row| (0..5).map(|it| cell(row, it)).collect()).collect();
        assert_eq!(written.len(), 1 + expected.num_rows(), "{name}");
        let heads = if name.ends_with("csv") {
            ["body", "charter", "version"]
        } else {
            ["联席会议", "制度", "制度版本"]
        };
        assert!(written[0].iter().take(3).eq(&heads), "{:?}", written[0]);
        for (row, said) in written[1..].iter().zip(rows(&expected)) {
            assert!(said.starts_with(&row[0]) && said.contains(&row[3]), "{name}: {row:?} {said}");
        }
        // People read the workbook, programs the other.
        let verdict = read[0].rows[1].cell(11).map(SheetCell::text);
        assert_eq!(
            verdict.as_deref(),
            Some(if name.ends_with("csv") { "unmet" } else { Verdict::Unmet.text(Language::Zh) })
        );
    }
}

#[test]
fn what_cannot_be_written_or_read_is_told() {
    let (folder, bodies) = (folder("wrong"), bodies(2));
    let given = folder.join("bodies.parquet");
    write_parquet(&given, &[batch(&bodies)]);
    let run = |input: &Path, out: &Path| {
        FleetRun::new(FleetInput::at(input).unwrap(), out, questions()[0].clone()).run().unwrap_err()
    };
    assert!(matches!(run(&given, &folder.join("answer.doc")), FleetError::Ending { .. }));
    assert!(matches!(run(&given, &folder.join("no/such/folder.csv")), FleetError::File { .. }));
    assert!(matches!(run(&folder.join("none.parquet"), &folder.join("a.csv")), FleetError::File { .. }));
    let bytes = fs::read(&given).unwrap();
    let cut = folder.join("cut.parquet");
    fs::write(&cut, &bytes[..bytes.len() / 2]).unwrap();
    assert!(matches!(run(&cut, &folder.join("a.csv")), FleetError::File { .. }));
    let other = folder.join("other.parquet");
    write_parquet(&other, &[batch(&bodies).project(&[0, 2]).unwrap()]);
    match run(&other, &folder.join("a.csv")) {
        FleetError::NoColumn { column, has } => assert_eq!((column, has.len()), ("journal", 2)),
        other => panic!("{other}"),
    }
    let left: Vec<_> = fs::read_dir(&folder).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(left.len(), 3, "no answer and no part of one: {left:?}");
}
