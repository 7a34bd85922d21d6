//! One entry, a batch and the opening of a body, each held against what it rests on.

use std::{fs, io::Write, sync::Arc};

use joint_meeting::{JointMeeting, journal::Journal};
use joint_meeting_store::{File, Held, NewLine, Sqlite, Store, create};

use crate::{
    common::{
        Folder,
        cluster::{Cluster, another},
        in_memory, name, nankai, year,
    },
    row, timed,
};

/// So many times each is measured, in turn; the median counts.
const ROUNDS: usize = 9;
const SINGLE: usize = 64;
const BATCH: usize = 256;

/// Stores lines of a body past the contract, as durably: one by one, or all in one transaction.
type Raw<'r> = Box<dyn FnMut(&str, &[NewLine], bool) + 'r>;

pub(crate) fn measure() {
    let folder = Folder::new();
    let at = |it: &str| folder.path().join(it);
    fs::write(at("raw.jsonl"), "").unwrap();
    let mut raw = fs::File::options().append(true).open(at("raw.jsonl")).unwrap();
    let file = File::open(at("store")).unwrap();
    compare(
        "File",
        &file,
        Box::new(move |_, lines, together| {
            for it in lines {
                raw.write_all(it.text.as_bytes()).unwrap();
                raw.write_all(b"\n").unwrap();
                if !together {
                    raw.sync_data().unwrap();
                }
            }
            raw.sync_data().unwrap();
        }),
    );

    let mut raw = rusqlite::Connection::open(at("raw.db")).unwrap();
    raw.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
        CREATE TABLE entry (body TEXT, no INTEGER, line TEXT, digest TEXT, PRIMARY KEY (body, no)) STRICT, WITHOUT ROWID").unwrap();
    const INSERT: &str = "INSERT INTO entry VALUES (?1, ?2, ?3, ?4)";
    compare(
        "Sqlite",
        &Sqlite::open(at("store.db")).unwrap(),
        Box::new(move |body, lines, together| {
            // As who inserts again and again does, the statement is prepared once.
            if together {
                let all = raw.transaction().unwrap();
                let mut insert = all.prepare(INSERT).unwrap();
                lines.iter().for_each(|it| _ = insert.execute((body, it.no, &it.text, &it.digest)).unwrap());
                drop(insert);
                return all.commit().unwrap();
            }
            let mut insert = raw.prepare(INSERT).unwrap();
            lines.iter().for_each(|it| _ = insert.execute((body, it.no, &it.text, &it.digest)).unwrap());
        }),
    );

    if let Some(cluster) = another() {
        postgres(&cluster);
    }
}

fn postgres(cluster: &Cluster) {
    let place = cluster.database();
    let mut raw = cluster.client(&place.name).unwrap();
    raw.batch_execute(
        "CREATE TABLE raw (body text, no integer, line text, digest text, PRIMARY KEY (body, no))",
    )
    .unwrap();
    let insert = raw.prepare("INSERT INTO raw VALUES ($1, $2, $3, $4)").unwrap();
    let store: Arc<dyn Store> = crate::common::places::Place::open(&place);
    compare(
        "Postgres",
        &store,
        Box::new(move |body, lines, together| {
            if together {
                let mut all = raw.transaction().unwrap();
                lines.iter().for_each(|it| {
                    _ = all.execute(&insert, &[&body, &(it.no as i32), &it.text, &it.digest]).unwrap()
                });
                return all.commit().unwrap();
            }
            lines.iter().for_each(|it| {
                _ = raw.execute(&insert, &[&body, &(it.no as i32), &it.text, &it.digest]).unwrap()
            });
        }),
    );
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

fn compare(kind: &str, store: &impl Store, mut raw: Raw<'_>) {
    let submissions = &year()[..SINGLE + BATCH];
    let (body, mut lines) = (in_memory(submissions), Vec::new());
    let mut journal = Journal::begin(&body.charters()[0]).0;
    let mut heads = vec![journal.head().clone()];
    for it in body.entries() {
        lines.push(NewLine::next(&mut journal, it));
        heads.push(journal.head().clone());
    }
    let (mut singles, mut performs, mut raws, mut batches, mut raw_batches) =
        (vec![], vec![], vec![], vec![], vec![]);
    let (mut opens, mut replays) = (vec![], vec![]);
    for round in 0..ROUNDS {
        let dogs = name(&format!("dogs-{round}"));
        create(store, &dogs, &[nankai()]).unwrap();
        raws.push(timed(|| raw(dogs.as_str(), &lines[..SINGLE], false)).0);
        let single = |ix: usize| store.append(&dogs, &heads[ix], &lines[ix..=ix]).unwrap();
        singles.push(timed(|| (0..SINGLE).for_each(single)).0);
        raw_batches.push(timed(|| raw(dogs.as_str(), &lines[SINGLE..], true)).0);
        batches.push(timed(|| store.append(&dogs, &heads[SINGLE], &lines[SINGLE..]).unwrap()).0);
        let decided = name(&format!("decided-{round}"));
        create(store, &decided, &[nankai()]).unwrap();
        let mut held = Held::open(store, &decided).unwrap();
        performs.push(
            timed(|| submissions[..SINGLE].iter().for_each(|it| _ = held.perform(it).unwrap().unwrap())).0,
        );
        for _ in 0..8 {
            opens.push(timed(|| Held::open(store, &dogs).unwrap()).0);
            replays.push(
                timed(|| {
                    let stored = store.load(&dogs).unwrap();
                    JointMeeting::replay(
                        body.charters().to_vec(),
                        std::str::from_utf8(&stored.journal).unwrap(),
                    )
                    .unwrap()
                })
                .0,
            );
        }
    }
    let (raw, raw_batch) = (median(raws), median(raw_batches));
    let (single, batch, perform) = (median(singles), median(batches), median(performs));
    let rate = |count: usize, seconds: f64| format!("{:.0} a second", count as f64 / seconds);
    row(&format!("{kind}: one entry appended"), rate(SINGLE, single), format!("{:.2} of raw", raw / single));
    row(
        &format!("{kind}: one act decided, appended, applied"),
        rate(SINGLE, perform),
        format!("{:.2} of raw", raw / perform),
    );
    row(
        &format!("{kind}: a batch of {BATCH} appended"),
        rate(BATCH, batch),
        format!("{:.2} of raw", raw_batch / batch),
    );
    let (open, replay) = (median(opens), median(replays));
    row(
        &format!("{kind}: a body of {} entries opened", lines.len()),
        format!("{:.2} ms", open * 1e3),
        format!("{:.2} times reading and trusted replay", open / replay),
    );
}
