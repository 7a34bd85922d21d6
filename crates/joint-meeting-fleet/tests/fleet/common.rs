//! Bodies for the tests, and answers as texts that can be compared.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use arrow_array::{
    Array, ArrayRef, LargeStringArray, RecordBatch, StringArray,
    cast::AsArray,
    types::{Date32Type, Int64Type},
};
use arrow_schema::DataType;
use conformance::fleets::{Fleet, FleetBody};
use joint_meeting::time::{Date, Period};
use joint_meeting_fleet::FleetQuestion;
use parquet::arrow::{ArrowWriter, arrow_reader::ParquetRecordBatchReaderBuilder};

/// The bodies of the tests.
pub(crate) fn bodies(count: u64) -> Vec<FleetBody> {
    let fleet = Fleet::new(7, 1);
    (0..count).map(|it| fleet.body(it)).collect()
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(crate) fn year() -> Period {
    Period::year(2022).unwrap()
}

/// The questions that are asked in every way.
pub(crate) fn questions() -> Vec<FleetQuestion> {
    let on = day("2022-11-20");
    vec![
        FleetQuestion::audit(year(), day("2023-01-15")),
        FleetQuestion::obligations(on, 60),
        FleetQuestion::charters(on),
    ]
}

/// Bodies as a batch.
pub(crate) fn batch(bodies: &[FleetBody]) -> RecordBatch {
    let texts =
        |of: fn(&FleetBody) -> &str| Arc::new(bodies.iter().map(of).map(Some).collect::<StringArray>());
    let journals = bodies.iter().map(|it| Some(it.journal.as_str())).collect::<LargeStringArray>();
    let columns: [(&str, ArrayRef); 3] = [
        ("body", texts(|it| &it.name)),
        ("journal", Arc::new(journals)),
        ("charter", texts(|it| &it.charter)),
    ];
    RecordBatch::try_from_iter(columns).unwrap()
}

/// The rows of a batch, each as a text.
pub(crate) fn rows(batch: &RecordBatch) -> Vec<String> {
    let row = |ix| batch.columns().iter().map(|it| cell(it, ix)).collect::<Vec<_>>().join("|");
    (0..batch.num_rows()).map(row).collect()
}

/// What stands in a cell.
fn cell(column: &ArrayRef, row: usize) -> String {
    if column.is_null(row) {
        return "∅".to_owned();
    }
    match column.data_type() {
        DataType::Utf8 => column.as_string::<i32>().value(row).to_owned(),
        DataType::Int64 => column.as_primitive::<Int64Type>().value(row).to_string(),
        DataType::Date32 => {
            Date32Type::to_naive_date_opt(column.as_primitive::<Date32Type>().value(row)).unwrap().to_string()
        }
        DataType::Boolean => column.as_boolean().value(row).to_string(),
        DataType::List(_) => {
            let all = column.as_list::<i32>().value(row);
            (0..all.len()).map(|it| cell(&all, it)).collect::<Vec<_>>().join(" ")
        }
        other => panic!("no answer has a column of {other}"),
    }
}

/// One column of a batch, each cell as a text.
pub(crate) fn column(batch: &RecordBatch, name: &str) -> Vec<String> {
    let column = batch.column_by_name(name).unwrap();
    (0..batch.num_rows()).map(|it| cell(column, it)).collect()
}

/// A folder of a test, empty.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fleet").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

pub(crate) fn write_parquet(path: &Path, batches: &[RecordBatch]) {
    let mut writer =
        ArrowWriter::try_new(fs::File::create(path).unwrap(), batches[0].schema(), None).unwrap();
    batches.iter().for_each(|it| writer.write(it).unwrap());
    writer.close().unwrap();
}

/// The rows of a file.
pub(crate) fn read_parquet(path: &Path) -> Vec<String> {
    let file = ParquetRecordBatchReaderBuilder::try_new(fs::File::open(path).unwrap()).unwrap();
    file.build().unwrap().flat_map(|it| rows(&it.unwrap())).collect()
}
