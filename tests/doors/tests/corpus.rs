//! What must hold at every door holds of the input to begin with, of its neighbours, and of all that a fuzzer has found.

use std::{collections::BTreeSet, fs};

use doors::{
    Door, corpus, holds,
    keep::{BYTES_MAX, DOOR_BYTES_MAX, KEPT_MAX},
    mutate::Pool,
    seeds::seeds,
};

fn kept(door: Door) -> BTreeSet<Vec<u8>> {
    let Ok(files) = fs::read_dir(corpus(door)) else { return BTreeSet::new() };
    files.map(|it| fs::read(it.expect("it can be listed").path()).expect("it can be read")).collect()
}

fn all_hold(doors: &[Door]) {
    for &door in doors {
        let (seeds, kept) = (seeds(door), kept(door));
        assert!(!seeds.is_empty(), "{} has nothing to begin with", door.name());
        seeds.iter().chain(&kept).for_each(|it| holds(door, it));
        println!("{}: {} to begin with, {} kept", door.name(), seeds.len(), kept.len());
    }
}

#[test]
fn acts_hold() {
    all_hold(&[Door::Submission, Door::Submissions, Door::Entry]);
}

#[test]
fn questions_hold() {
    all_hold(&[Door::Question]);
}

#[test]
fn journals_hold() {
    all_hold(&[Door::Head, Door::Journal]);
}

#[test]
fn what_an_author_writes_holds() {
    all_hold(&[Door::Calendar, Door::Charter, Door::OfficialText]);
}

#[test]
fn papers_hold() {
    all_hold(&[Door::Papers, Door::Office, Door::Words, Door::Paper, Door::Known]);
}

/// A few changes of each kind of input, the same in every run. `NEIGHBOURS` says how many for each.
#[test]
fn neighbours_hold() {
    let each: u64 = std::env::var("NEIGHBOURS").map_or(1, |it| it.parse().expect("a number"));
    for door in Door::ALL {
        let pool = Pool::of(door);
        let seeds: Vec<Vec<u8>> = seeds(door).into_iter().collect();
        let few = seeds.iter().step_by(seeds.len().div_ceil(40));
        let changed = few.enumerate().flat_map(|(ix, it)| {
            let pool = &pool;
            (0..each).filter_map(move |seed| pool.change(door, it, seed * 1_000 + ix as u64))
        });
        let tried = changed.map(|it| holds(door, &it)).count();
        println!("{}: {tried} neighbours", door.name());
    }
}

#[test]
fn of_every_door_something_is_kept_and_it_is_small() {
    for door in Door::ALL {
        let lengths: Vec<usize> = kept(door).iter().map(Vec::len).collect();
        assert!(!lengths.is_empty(), "{}: nothing is kept", door.name());
        assert!(lengths.len() <= KEPT_MAX, "{}: {} are kept", door.name(), lengths.len());
        assert!(lengths.iter().all(|it| *it <= BYTES_MAX), "{}: one is long", door.name());
        assert!(lengths.iter().sum::<usize>() <= DOOR_BYTES_MAX, "{}: they are long", door.name());
    }
}
