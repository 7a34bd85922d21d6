//! Tables and rosters across a border: what a host in another language hands over as JSON.
//!
//! Nothing is laid out or understood here. Errors name the place in the input.

use joint_meeting::wire::{self, MANY_MAX, MalformedError};
use serde::Deserialize;

use crate::{read::grid::SheetCell, table::Table};

/// Reads tables: `{"tables": [...]}`.
///
/// ```
/// use joint_meeting_tables::wire;
///
/// let tables = wire::tables(r#"{"tables": [{"title": "名单", "language": "zh", "columns": [], "rows": []}]}"#)?;
/// assert_eq!(tables[0].title, "名单");
/// assert_eq!(wire::tables(r#"{"tables": 1}"#).unwrap_err().path, "tables");
/// # Ok::<(), joint_meeting::wire::MalformedError>(())
/// ```
pub fn tables(json: &str) -> Result<Vec<Table>, MalformedError> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Handed {
        tables: Vec<Table>,
    }

    wire::from_str_within(json, MANY_MAX).map(|Handed { tables }| tables)
}

/// Reads the rows of a sheet, of which [`Sheet::of_rows`](crate::Sheet::of_rows) makes one: `{"rows": [["单位", null]]}`. Where there is nothing, the cell is empty.
///
/// ```
/// use joint_meeting_tables::{Sheet, wire};
///
/// let rows = wire::rows(r#"{"rows": [["单位", null, "姓名"], ["公安分局", 1, true]]}"#)?;
/// assert_eq!(rows[1].len(), 3);
/// assert_eq!(Sheet::of_rows("", rows)?.rows.len(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn rows(json: &str) -> Result<Vec<Vec<SheetCell>>, MalformedError> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Handed {
        rows: Vec<Vec<Option<SheetCell>>>,
    }

    let Handed { rows } = wire::from_str_within(json, MANY_MAX)?;
    let cell = |it: Option<SheetCell>| it.unwrap_or_else(|| SheetCell::Text(String::new()));
    Ok(rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect())
}
