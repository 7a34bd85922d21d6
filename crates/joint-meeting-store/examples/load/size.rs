//! Very many bodies in one file of SQLite: opening one must not depend on how many there are.

use std::fs;

use joint_meeting_store::{BodyName, Held, Sqlite, Store, for_each_head};

use crate::{
    common::{Chance, Folder, in_memory, name, nankai, year},
    row, timed,
};

const ENTRIES: usize = 20;

pub(crate) fn measure(bodies: u64) {
    let folder = Folder::new();
    let path = folder.path().join("many.db");
    let store = Sqlite::open(&path).unwrap();
    let journal = in_memory(&year()[..ENTRIES]).journal().0;
    let body = |ix: u64| -> BodyName { name(&format!("body-{:08x}", ix.wrapping_mul(0x9E37_79B9) as u32)) };
    let charters = [nankai()];
    let (mut done, mut chance) = (0, Chance::new(1));
    for many in [100, 10_000, bodies] {
        let (took, ()) =
            timed(|| (done..many).for_each(|it| store.create(&body(it), &charters, &journal).unwrap()));
        let rate = (many - done) as f64 / took;
        done = done.max(many);
        let mut opens: Vec<f64> = (0..200)
            .map(|_| {
                let one = body(chance.below(many as usize) as u64);
                timed(|| assert_eq!(Held::open(&store, &one).unwrap().head().count as usize, ENTRIES)).0 * 1e6
            })
            .collect();
        opens.sort_by(f64::total_cmp);
        row(
            &format!("one of {many} bodies of {ENTRIES} entries in a file of SQLite, opened"),
            format!("{:.0} µs", opens[100]),
            format!("p99 {:.0} µs; brought in at {rate:.0} bodies a second", opens[198]),
        );
    }
    let mut count = 0;
    let (took, ()) = timed(|| for_each_head(&store, |_, _| count += 1).unwrap());
    let size = fs::metadata(&path).unwrap().len() as f64 / 1e6;
    row(
        &format!("the heads of {count} bodies"),
        format!("{took:.2} s"),
        format!("the file has {size:.0} MB"),
    );
}
