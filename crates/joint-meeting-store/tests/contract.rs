//! Every store keeps the contract: the same cases for all of them.

mod common;

use common::{
    Folder,
    places::{InFolder, InSqlite},
    suite,
};

#[test]
fn a_folder_keeps_the_contract() {
    suite::holds("File", || InFolder(Folder::new()));
}

#[test]
fn a_file_of_sqlite_keeps_the_contract() {
    suite::holds("Sqlite", || InSqlite(Folder::new()));
}
