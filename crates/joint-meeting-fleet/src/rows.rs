//! The rows as they go: which columns an answer has, and how rows become a batch.
//!
//! Numbers have a sign: Apache Spark knows no others.

use std::sync::Arc;

use arrow_array::{
    ArrayRef, RecordBatch,
    builder::{BooleanBuilder, Date32Builder, Int64Builder, ListBuilder, StringBuilder},
    types::Date32Type,
};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use joint_meeting::time::Date;

use crate::terms::{error::FleetError, question::FleetAsk};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    Text,
    Number,
    Day,
    Flag,
    Numbers,
    Texts,
}

/// The columns of an answer.
pub(crate) type Columns = &'static [(&'static str, Holds)];

const AUDIT: Columns = &[
    ("body", Holds::Text),
    ("charter", Holds::Text),
    ("version", Holds::Number),
    ("clause", Holds::Text),
    ("at", Holds::Text),
    ("clause_verdict", Holds::Text),
    ("rule", Holds::Text),
    ("bearer", Holds::Text),
    ("unit", Holds::Text),
    ("role", Holds::Text),
    ("subject", Holds::Text),
    ("verdict", Holds::Text),
    ("due", Holds::Day),
    ("entries", Holds::Numbers),
    ("finding", Holds::Text),
    ("error", Holds::Text),
];

const OWED: Columns = &[
    ("body", Holds::Text),
    ("charter", Holds::Text),
    ("version", Holds::Number),
    ("clause", Holds::Text),
    ("at", Holds::Text),
    ("rule", Holds::Text),
    ("bearer", Holds::Text),
    ("unit", Holds::Text),
    ("role", Holds::Text),
    ("subject", Holds::Text),
    ("verdict", Holds::Text),
    ("due", Holds::Day),
    ("safe", Holds::Day),
    ("provisional", Holds::Flag),
    ("overdue", Holds::Flag),
    ("fulfilled_by", Holds::Texts),
    ("finding", Holds::Text),
    ("error", Holds::Text),
];

const CHARTERS: Columns = &[
    ("body", Holds::Text),
    ("charter", Holds::Text),
    ("version", Holds::Number),
    ("digest", Holds::Text),
    ("entries", Holds::Number),
    ("last", Holds::Day),
    ("bundled", Holds::Text),
    ("differs", Holds::Flag),
    ("clauses", Holds::Texts),
    ("settings", Holds::Texts),
    ("readings", Holds::Texts),
    ("rules", Holds::Texts),
    ("error", Holds::Text),
];

/// The columns of the answer to a question.
pub(crate) fn columns(ask: FleetAsk) -> Columns {
    match ask {
        FleetAsk::Audit { .. } => AUDIT,
        FleetAsk::Obligations { .. } => OWED,
        FleetAsk::Charters { .. } => CHARTERS,
    }
}

/// The schema of the answer to a question. Every column may be null.
pub fn schema(ask: FleetAsk) -> SchemaRef {
    let list = |of| DataType::List(Arc::new(Field::new("item", of, true)));
    let field = |(name, holds): &(&str, Holds)| {
        let of = match holds {
            Holds::Text => DataType::Utf8,
            Holds::Number => DataType::Int64,
            Holds::Day => DataType::Date32,
            Holds::Flag => DataType::Boolean,
            Holds::Numbers => list(DataType::Int64),
            Holds::Texts => list(DataType::Utf8),
        };
        Field::new(*name, of, true)
    };
    Arc::new(Schema::new(columns(ask).iter().map(field).collect::<Vec<_>>()))
}

/// What stands in one column of one row.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Cell<'c> {
    Nothing,
    Text(&'c str),
    Number(i64),
    Day(Date),
    Flag(bool),
    Numbers(&'c [u32]),
    Texts(&'c [&'c str]),
}

impl<'c> Cell<'c> {
    /// A text, where there is one.
    pub(crate) fn maybe(text: Option<&'c str>) -> Self {
        text.map_or(Self::Nothing, Self::Text)
    }

    /// A day, where there is one.
    pub(crate) fn maybe_day(day: Option<Date>) -> Self {
        day.map_or(Self::Nothing, Self::Day)
    }
}

/// FleetRows that are being put together.
pub(crate) struct FleetRows {
    schema: SchemaRef,
    columns: Vec<BuildingColumn>,
    len: usize,
}

enum BuildingColumn {
    Text(StringBuilder),
    Number(Int64Builder),
    Day(Date32Builder),
    Flag(BooleanBuilder),
    Numbers(ListBuilder<Int64Builder>),
    Texts(ListBuilder<StringBuilder>),
}

impl FleetRows {
    pub(crate) fn new(ask: FleetAsk) -> Self {
        let building = |(_, holds): &(&str, Holds)| match holds {
            Holds::Text => BuildingColumn::Text(StringBuilder::new()),
            Holds::Number => BuildingColumn::Number(Int64Builder::new()),
            Holds::Day => BuildingColumn::Day(Date32Builder::new()),
            Holds::Flag => BuildingColumn::Flag(BooleanBuilder::new()),
            Holds::Numbers => BuildingColumn::Numbers(ListBuilder::new(Int64Builder::new())),
            Holds::Texts => BuildingColumn::Texts(ListBuilder::new(StringBuilder::new())),
        };
        Self { schema: schema(ask), columns: columns(ask).iter().map(building).collect(), len: 0 }
    }

    /// Adds a row: a cell for each column, in their order. What is missing at the end, or has another type, is null.
    pub(crate) fn push(&mut self, row: &[Cell<'_>]) {
        for (ix, column) in self.columns.iter_mut().enumerate() {
            column.push(row.get(ix).copied().unwrap_or(Cell::Nothing));
        }
        self.len += 1;
    }

    /// Adds the row of a body that cannot be read.
    pub(crate) fn push_error(&mut self, body: Option<&str>, why: &str) {
        let last = self.columns.len().saturating_sub(1);
        for (ix, column) in self.columns.iter_mut().enumerate() {
            column.push(match ix {
                0 => Cell::maybe(body),
                ix if ix == last => Cell::Text(why),
                _ => Cell::Nothing,
            });
        }
        self.len += 1;
    }

    pub(crate) fn finish(mut self) -> Result<RecordBatch, FleetError> {
        let columns = self.columns.iter_mut().map(BuildingColumn::finish).collect();
        RecordBatch::try_new(self.schema, columns).map_err(|why| FleetError::Failed { why: why.to_string() })
    }
}

impl BuildingColumn {
    fn push(&mut self, cell: Cell<'_>) {
        match (self, cell) {
            (Self::Text(to), Cell::Text(it)) => to.append_value(it),
            (Self::Text(to), _) => to.append_null(),
            (Self::Number(to), Cell::Number(it)) => to.append_value(it),
            (Self::Number(to), _) => to.append_null(),
            (Self::Day(to), Cell::Day(it)) => to.append_value(Date32Type::from_naive_date(it.into())),
            (Self::Day(to), _) => to.append_null(),
            (Self::Flag(to), Cell::Flag(it)) => to.append_value(it),
            (Self::Flag(to), _) => to.append_null(),
            (Self::Numbers(to), Cell::Numbers(all)) => {
                all.iter().for_each(|it| to.values().append_value(i64::from(*it)));
                to.append(true);
            }
            (Self::Numbers(to), _) => to.append(false),
            (Self::Texts(to), Cell::Texts(all)) => {
                all.iter().for_each(|it| to.values().append_value(it));
                to.append(true);
            }
            (Self::Texts(to), _) => to.append(false),
        }
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            Self::Text(it) => Arc::new(it.finish()),
            Self::Number(it) => Arc::new(it.finish()),
            Self::Day(it) => Arc::new(it.finish()),
            Self::Flag(it) => Arc::new(it.finish()),
            Self::Numbers(it) => Arc::new(it.finish()),
            Self::Texts(it) => Arc::new(it.finish()),
        }
    }
}
