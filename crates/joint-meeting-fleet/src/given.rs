//! The columns of a batch as they come: bodies with their journals and charters, in whatever types texts come in.

use std::str;

use arrow_array::{
    Array, BinaryArray, BinaryViewArray, LargeBinaryArray, LargeStringArray, RecordBatch, StringArray,
    StringViewArray, cast::AsArray,
};
use arrow_schema::DataType;

use crate::terms::error::FleetError;

/// The column with the name of a body.
const BODY: &str = "body";
/// The column with the text of its journal.
const JOURNAL: &str = "journal";
/// The column with its charter, which may be missing.
const CHARTER: &str = "charter";
/// The column that says why a journal could not be had, which may be missing.
const ERROR: &str = "error";

/// The types of texts.
const TEXTS: &str = "utf8, large_utf8 or utf8_view";
/// The types of a journal.
const BYTES: &str = "utf8, large_utf8, utf8_view, binary, large_binary or binary_view";

/// Whether there are the columns that there have to be.
pub(crate) fn has_what_is_needed(names: &[String]) -> Result<(), FleetError> {
    let missing = [BODY, JOURNAL].into_iter().find(|needed| names.iter().all(|it| it != needed));
    missing.map_or(Ok(()), |column| Err(FleetError::NoColumn { column, has: names.to_vec() }))
}

/// Whether a column is looked at.
#[cfg(feature = "files")]
pub(crate) fn is_read(name: &str) -> bool {
    [BODY, JOURNAL, CHARTER, ERROR].contains(&name)
}

/// The bodies of a batch.
pub(crate) struct GivenColumns<'b> {
    body: Bytes<'b>,
    journal: Bytes<'b>,
    charter: Option<Bytes<'b>>,
    error: Option<Bytes<'b>>,
    len: usize,
}

/// A body of a batch.
#[derive(Clone, Copy)]
pub(crate) struct GivenBody<'b> {
    pub(crate) name: Option<&'b str>,
    pub(crate) journal: Option<&'b [u8]>,
    pub(crate) charter: Option<&'b str>,
    pub(crate) error: Option<&'b str>,
}

impl<'b> GivenColumns<'b> {
    /// The columns of a batch.
    ///
    /// # Errors
    /// A column is missing, or holds something else than texts.
    pub(crate) fn of(batch: &'b RecordBatch) -> Result<Self, FleetError> {
        let names: Vec<String> = batch.schema().fields().iter().map(|it| it.name().clone()).collect();
        has_what_is_needed(&names)?;
        let column = |name, accepted| column(batch, name, accepted).transpose();
        Ok(Self {
            body: column(BODY, TEXTS)?.unwrap_or(Bytes::Nothing),
            journal: column(JOURNAL, BYTES)?.unwrap_or(Bytes::Nothing),
            charter: column(CHARTER, TEXTS)?,
            error: column(ERROR, TEXTS)?,
            len: batch.num_rows(),
        })
    }

    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// The body in a row.
    pub(crate) fn body(&self, row: usize) -> GivenBody<'b> {
        let text = |it: &Bytes<'b>| it.at(row).and_then(|it| str::from_utf8(it).ok());
        GivenBody {
            name: text(&self.body),
            journal: self.journal.at(row),
            charter: self.charter.as_ref().and_then(text),
            error: self.error.as_ref().and_then(text),
        }
    }
}

/// The column of a name, if there is one.
fn column<'b>(
    batch: &'b RecordBatch,
    name: &'static str,
    accepted: &'static str,
) -> Option<Result<Bytes<'b>, FleetError>> {
    let array = batch.column_by_name(name)?.as_ref();
    let text = matches!(array.data_type(), DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View);
    let wrong = || FleetError::ColumnType { column: name, found: array.data_type().to_string(), accepted };
    Some(match Bytes::of(array) {
        Some(it) if text || accepted == BYTES => Ok(it),
        // A column in which nothing is said has the type of nothing.
        Some(Bytes::Nothing) => Ok(Bytes::Nothing),
        _ => Err(wrong()),
    })
}

/// A column of texts or bytes.
enum Bytes<'b> {
    Nothing,
    Text(&'b StringArray),
    LargeText(&'b LargeStringArray),
    TextView(&'b StringViewArray),
    Binary(&'b BinaryArray),
    LargeBinary(&'b LargeBinaryArray),
    BinaryView(&'b BinaryViewArray),
}

impl<'b> Bytes<'b> {
    fn of(array: &'b dyn Array) -> Option<Self> {
        Some(match array.data_type() {
            DataType::Null => Self::Nothing,
            DataType::Utf8 => Self::Text(array.as_string_opt()?),
            DataType::LargeUtf8 => Self::LargeText(array.as_string_opt()?),
            DataType::Utf8View => Self::TextView(array.as_string_view_opt()?),
            DataType::Binary => Self::Binary(array.as_binary_opt()?),
            DataType::LargeBinary => Self::LargeBinary(array.as_binary_opt()?),
            DataType::BinaryView => Self::BinaryView(array.as_binary_view_opt()?),
            _ => return None,
        })
    }

    /// What stands in a row, if anything.
    fn at(&self, row: usize) -> Option<&'b [u8]> {
        macro_rules! value {
            ($array:expr) => {
                $array.is_valid(row).then(|| $array.value(row).as_ref())
            };
        }
        match self {
            Self::Nothing => None,
            Self::Text(it) => value!(it),
            Self::LargeText(it) => value!(it),
            Self::TextView(it) => value!(it),
            Self::Binary(it) => value!(it),
            Self::LargeBinary(it) => value!(it),
            Self::BinaryView(it) => value!(it),
        }
    }
}
