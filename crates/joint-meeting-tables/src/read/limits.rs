//! How much of a file is read.

/// The largest file that is read, in bytes.
pub const FILE_MAX: usize = 32 * 1024 * 1024;

/// The most rows that a sheet may have.
pub const ROWS_MAX: u32 = 100_000;

/// The most columns that a sheet may have.
pub const COLUMNS_MAX: u32 = 256;

/// The most cells with something in them that a file may have.
pub const CELLS_MAX: usize = 1_000_000;
