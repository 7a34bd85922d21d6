//! What a fleet answers: the same as its bodies one by one, whatever the batches, the threads, the types of columns and the places.

mod bad;
mod common;
mod files;
mod same;
mod stopped;
