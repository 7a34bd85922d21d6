//! Processes that are killed, that find the disk full, and that race: nothing acknowledged is lost, and each number is won once.
//!
//! `KILLS`, `RACERS` and `DISKS` say how often each is tried.
#![cfg(unix)]

mod common;

use std::{
    fs,
    process::Command,
    sync::mpsc,
    thread,
    time::{Duration, SystemTime},
};

use common::{Chance, Folder, clerk, in_memory, matter, name, nankai, places::Any, rounds, seed, year};
use joint_meeting_store::{File, Held, Sqlite, StoreError, SystemDisk, create, export, verify};

/// The clerk of the other tests, in a process of its own.
#[test]
fn a_clerk() {
    clerk::work();
}

/// Each kind of store that is at hand: its name, and where it is.
fn stores(folder: &Folder) -> Vec<(&'static str, String)> {
    let at = |kind: &str, name: &str| format!("{kind}|{}", folder.path().join(name).display());
    vec![("File", at("file", "store")), ("Sqlite", at("sqlite", "store.db"))]
}

/// Of a folder, what a kill left of a line is kept aside.
fn mended(at: &str) -> Any {
    if let Some(folder) = at.strip_prefix("file|") {
        File::open(folder).unwrap().repair(&name("dogs")).unwrap();
    }
    clerk::open(at)
}

#[test]
fn a_process_that_is_killed_loses_nothing_it_has_acknowledged() {
    let mut chance = Chance::new(seed());
    let folder = Folder::new();
    let whole = in_memory(&year()).journal().0.into_bytes();
    for (kind, first) in stores(&folder) {
        let mut at = first.clone();
        create(&clerk::open(&at), &name("dogs"), &[nankai()]).unwrap();
        let (mut acknowledged, mut torn, mut years, kills) = (0, 0, 0, rounds("KILLS", 12));
        for _ in 0..kills {
            let mut it = clerk::start(&at, "append").spawn().unwrap();
            let (tell, told) = mpsc::channel();
            let lines = clerk::heard(&mut it);
            let hears = thread::spawn(move || {
                lines.filter_map(|it| it.parse::<usize>().ok()).inspect(|it| _ = tell.send(*it)).last()
            });
            let _ = told.recv();
            thread::sleep(Duration::from_micros(chance.below(40_000) as u64));
            it.kill().unwrap();
            it.wait().unwrap();
            acknowledged = hears.join().unwrap().unwrap_or(acknowledged);
            let before = at
                .strip_prefix("file|")
                .map(|it| fs::read(format!("{it}/bodies/dogs/journal.jsonl")).unwrap());
            torn += usize::from(before.is_some_and(|it| !it.ends_with(b"\n")));
            let store = mended(&at);
            let kept = export(&store, &name("dogs")).unwrap().journal;
            assert!(whole.starts_with(&kept), "{kind}: what is kept is the beginning of the year");
            let count = Held::open(&store, &name("dogs")).unwrap().body().entries().len();
            assert!(count >= acknowledged, "{kind}: {count} kept, {acknowledged} acknowledged");
            if kept.len() == whole.len() {
                // The year is over: another begins, elsewhere.
                (years, acknowledged) = (years + 1, 0);
                at = format!("{first}-{years}");
                create(&clerk::open(&at), &name("dogs"), &[nankai()]).unwrap();
            }
        }
        let verified = verify(&clerk::open(&at), &name("dogs"), None).unwrap();
        println!(
            "{kind}: {kills} kills, {years} years and {acknowledged} entries acknowledged, {} kept, {torn} torn lines",
            verified.head.count
        );
        assert!(years + acknowledged > 0);
    }
}

#[test]
fn of_processes_that_race_exactly_one_wins_each_number() {
    let folder = Folder::new();
    for (kind, at) in stores(&folder) {
        race(kind, &at);
    }
    #[cfg(feature = "postgres")]
    if let Some(cluster) = common::cluster::another() {
        let place = cluster.database();
        race("Postgres", &format!("postgres|{}", cluster.config(&place.name)));
    }
}

/// On one body and on many.
fn race(kind: &str, at: &str) {
    let (racers, store) = (rounds("RACERS", 8), clerk::open(at));
    const MANY: usize = 10;
    for it in 0..MANY {
        create(&store, &name(&format!("body-{it}")), &[nankai()]).unwrap();
        Held::open(&store, &name(&format!("body-{it}"))).unwrap().perform(&year()[0]).unwrap().unwrap();
    }
    for (bodies, count) in [(1, rounds("ENTRIES", 6)), (MANY, rounds("ENTRIES", 2))] {
        let before: Vec<u32> = store.heads(None, MANY).unwrap().iter().map(|(_, it)| it.count).collect();
        let clerks: Vec<_> = (0..racers)
            .map(|it| {
                clerk::start(at, &format!("race {bodies} {count} of{bodies}-clerk{it}")).spawn().unwrap()
            })
            .collect();
        let (mut entered, mut shared) = (0, 0);
        for mut it in clerks {
            let heard = clerk::heard(&mut it).last().unwrap_or_else(|| panic!("{kind}: a clerk failed"));
            let (one, other) = heard.split_once(' ').unwrap();
            (entered, shared) =
                (entered + one.parse::<usize>().unwrap(), shared + other.parse::<usize>().unwrap());
            assert!(it.wait().unwrap().success());
        }
        // The first round has entered what the second tries again in the first body.
        let again = if bodies == 1 { 0 } else { count.min(rounds("ENTRIES", 6)) };
        assert_eq!((entered, shared), (racers * bodies * count, bodies * count - again), "{kind}");
        let mut after = 0;
        for (it, before) in before.iter().enumerate().take(bodies) {
            let verified = verify(&store, &name(&format!("body-{it}")), None).unwrap();
            assert_eq!(verified.breaches, [], "{kind}");
            after += verified.head.count - before;
        }
        assert_eq!(after as usize, entered + shared, "{kind}");
        println!("{kind}: {racers} processes on {bodies}: {entered} and {shared} entries");
    }
}

/// The system lets no file grow further; a clerk goes on until the store fails.
#[test]
fn a_disk_that_is_full_takes_nothing_that_was_acknowledged() {
    let whole = in_memory(&year()).journal().0.into_bytes();
    let mut chance = Chance::new(seed());
    let (mut tried, mut torn) = (0, 0);
    for round in 0..rounds("DISKS", 6) {
        let folder = Folder::new();
        for (kind, at) in stores(&folder) {
            create(&clerk::open(&at), &name("dogs"), &[nankai()]).unwrap();
            // In blocks of 512 bytes; SQLite has some tables and the charter to begin with.
            let blocks = if kind == "File" { 8 + chance.below(200) } else { 700 + chance.below(300) };
            let start = clerk::start(&at, "append");
            let mut limited = Command::new("/bin/sh");
            limited.args(["-c", &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"")]);
            limited.arg(start.get_program()).args(start.get_args());
            limited.envs(start.get_envs().filter_map(|(key, value)| Some((key, value?))));
            let mut it = limited.stdout(std::process::Stdio::piped()).spawn().unwrap();
            let heard: Vec<String> = clerk::heard(&mut it).collect();
            it.wait().unwrap();
            let acknowledged =
                heard.iter().filter_map(|it| it.parse::<usize>().ok()).next_back().unwrap_or(0);
            let is_full = heard.last().is_some_and(|it| it.starts_with("stopped failed"));
            assert!(is_full || acknowledged == year().len(), "{kind}, round {round}: {:?}", heard.last());
            tried += usize::from(is_full);
            let journal = folder.path().join("store/bodies/dogs/journal.jsonl");
            torn += usize::from(kind == "File" && !fs::read(journal).unwrap().ends_with(b"\n"));
            let store = mended(&at);
            let kept = export(&store, &name("dogs")).unwrap().journal;
            assert!(whole.starts_with(&kept), "{kind}");
            let mut held = Held::open(&store, &name("dogs")).unwrap();
            let count = held.body().entries().len();
            assert!(count >= acknowledged, "{kind}: {count} kept, {acknowledged} acknowledged");
            // With room again it goes on to the same bytes.
            held.perform_all(&year()[count..]).unwrap().unwrap();
            assert_eq!(export(&store, &name("dogs")).unwrap().journal, whole, "{kind}");
        }
    }
    println!("{tried} full disks, {torn} torn lines");
    assert!(tried > 0);
}

/// Neither what files say of their time nor what clerks do makes a store wait for ever, take what is another's, or lose its order.
#[test]
fn clocks_that_are_apart_change_nothing() {
    let (folder, dogs) = (Folder::new(), name("dogs"));
    let at = folder.path().join("store");
    let millis = Duration::from_millis;
    let disk = || SystemDisk::default().patience(millis(150)).leases(millis(400));
    create(&File::open_on(&at, disk()).unwrap(), &dogs, &[nankai()]).unwrap();
    Held::open(File::open_on(&at, disk()).unwrap(), &dogs).unwrap().perform(&year()[0]).unwrap().unwrap();
    let lease = at.join("bodies/dogs/lease");
    let year_long = Duration::from_secs(365 * 86_400);
    #[expect(clippy::disallowed_methods, reason = "the time of a file is put a year off")]
    let now = SystemTime::now();
    for time in [now - year_long, now + year_long] {
        fs::write(&lease, "another machine").unwrap();
        fs::File::options().write(true).open(&lease).unwrap().set_modified(time).unwrap();
        let mut held = Held::open(File::open_on(&at, disk()).unwrap(), &dogs).unwrap();
        assert!(
            matches!(held.perform(&matter("c")), Err(StoreError::Busy { .. })),
            "it is not taken, however old it looks"
        );
        let patient = File::open_on(&at, disk().patience(Duration::from_secs(20))).unwrap();
        let item = matter(if time < now { "a" } else { "b" });
        Held::open(patient, &dogs).unwrap().perform(&item).unwrap().unwrap();
    }
    // One host is an hour ahead. The other hears that its time has passed, which is an answer; nothing is out of order.
    let store = Sqlite::open(folder.path().join("clocks.db")).unwrap();
    create(&store, &dogs, &[nankai()]).unwrap();
    let (mut ahead, mut behind) = (Held::open(&store, &dogs).unwrap(), Held::open(&store, &dogs).unwrap());
    ahead.perform(&year()[0]).unwrap().unwrap();
    let time = |it: &str| it.parse::<joint_meeting::time::Time>().unwrap();
    let (mut early, mut late) = (0, 0);
    for minute in 0..20 {
        let told = |item: String, at: String| {
            let mut it = matter(&item);
            it.at = time(&at);
            it
        };
        let first = told(format!("ahead-{minute}"), format!("2022-05-09T10:{minute:02}:00+08:00"));
        late += usize::from(ahead.perform(&first).unwrap().is_ok());
        let mut second = told(format!("behind-{minute}"), format!("2022-05-09T09:{minute:02}:00+08:00"));
        early += usize::from(behind.perform(&second).unwrap().is_ok());
        // What happened earlier can be entered later.
        second.recorded_at = Some(first.at);
        behind.perform(&second).unwrap().unwrap();
    }
    assert_eq!((late, early), (20, 0));
    let held = Held::open(&store, &dogs).unwrap();
    assert!(held.body().entries().is_sorted_by_key(|it| it.recorded_at));
    assert_eq!(verify(&store, &dogs, None).unwrap().breaches, []);
}
