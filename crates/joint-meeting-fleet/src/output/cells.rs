//! The cells of a batch as tables have them: a list becomes its parts with blanks between.

use arrow_array::{
    Array,
    cast::AsArray,
    types::{Date32Type, Int64Type},
};
use arrow_schema::DataType;
use joint_meeting::time::Date;
use joint_meeting_tables::TableCell;

/// What stands in a row of a column of an answer.
pub(super) fn cell(column: &dyn Array, row: usize) -> TableCell {
    if column.is_null(row) {
        return TableCell::Empty;
    }
    match column.data_type() {
        DataType::Utf8 => column.as_string::<i32>().value(row).into(),
        DataType::Int64 => column.as_primitive::<Int64Type>().value(row).into(),
        DataType::Date32 => {
            let day = Date32Type::to_naive_date_opt(column.as_primitive::<Date32Type>().value(row));
            day.and_then(|it| Date::try_from(it).ok()).into()
        }
        DataType::Boolean => column.as_boolean().value(row).to_string().into(),
        DataType::List(_) => {
            let all = column.as_list::<i32>().value(row);
            let all: Vec<String> = (0..all.len()).map(|it| cell(&all, it).text()).collect();
            all.join(" ").into()
        }
        _ => TableCell::Empty,
    }
}
