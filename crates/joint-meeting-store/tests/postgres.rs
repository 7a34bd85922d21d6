//! PostgreSQL keeps the contract, and loses nothing when the server is stopped or crashes in the middle.
#![cfg(all(unix, feature = "postgres"))]

mod common;

use std::{
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

use common::{
    Chance,
    cluster::{another, cluster},
    name, nankai,
    places::Place,
    rounds, seed, suite,
};
use joint_meeting::{Submission, text};
use joint_meeting_store::{Held, Postgres, Store as _, StoreError, create, verify};

#[test]
fn postgresql_keeps_the_contract() {
    if let Some(cluster) = cluster() {
        suite::holds("Postgres", || cluster.database());
    }
}

#[test]
fn a_database_is_opened_by_its_address_and_named_without_the_password() {
    let Some(cluster) = cluster() else { return };
    let place = cluster.database();
    let address = place.address();
    let store = Postgres::at(&address).unwrap();
    let dogs = name("dogs");
    create(&store, &dogs, &[nankai()]).unwrap();
    assert!(address.contains("secret") && !store.place().contains("secret"), "{}", store.place());
    let reader = Postgres::at_read_only(&address).unwrap();
    assert_eq!(Held::open(&reader, &dogs).unwrap().head().count, 0);
    assert!(matches!(create(&reader, &name("cats"), &[nankai()]), Err(StoreError::ReadOnly { .. })));
    for wrong in ["postgresql://127.0.0.1:nothing/records", "postgresql://?x=y"] {
        assert!(matches!(Postgres::at(wrong), Err(StoreError::Failed { .. })), "{wrong}");
    }
}

/// Clerks who submit until they are told that it is stored, with a key, while the server is stopped and crashes.
#[test]
fn a_server_that_is_stopped_or_crashes_loses_nothing_that_was_acknowledged() {
    const CLERKS: usize = 4;
    let Some(cluster) = another() else { return };
    let place = cluster.database();
    let (store, dogs) = (place.open(), name("dogs"));
    create(&store, &dogs, &[nankai()]).unwrap();
    Held::open(&store, &dogs).unwrap().perform(&common::year()[0]).unwrap().unwrap();
    let mut chance = Chance::new(seed());
    let done = AtomicBool::new(false);
    let restarts = rounds("RESTARTS", 3);
    let stores: Vec<_> = (0..CLERKS).map(|_| place.open()).collect();
    let (acknowledged, unsure, failed) = thread::scope(|scope| {
        let clerks: Vec<_> = stores
            .iter()
            .enumerate()
            .map(|(clerk, store)| {
                let (dogs, done) = (&dogs, &done);
                scope.spawn(move || submit_until_stored(clerk, store, dogs, done))
            })
            .collect();
        for round in 0..restarts {
            thread::sleep(Duration::from_millis(100 + chance.below(300) as u64));
            cluster.stop(if round % 2 == 0 { "QUIT" } else { "INT" });
            thread::sleep(Duration::from_millis(chance.below(200) as u64));
            cluster.start();
        }
        thread::sleep(Duration::from_millis(200));
        done.store(true, Ordering::Relaxed);
        clerks
            .into_iter()
            .map(|it| it.join().unwrap())
            .fold((0, 0, 0), |a, b| (a.0 + b.0, a.1 + b.1, a.2 + b.2))
    });
    println!(
        "{restarts} restarts, {acknowledged} acknowledged, {unsure} times not known, {failed} times no server"
    );
    let found = verify(&store, &dogs, None).unwrap();
    assert_eq!(found.breaches, []);
    // Each was submitted until it was acknowledged, so that more or fewer would be doubled or lost.
    assert_eq!(found.head.count as usize, 1 + acknowledged);
    assert!(acknowledged > CLERKS);
}

fn submit_until_stored(
    clerk: usize,
    store: &common::places::Any,
    dogs: &joint_meeting_store::BodyName,
    done: &AtomicBool,
) -> (usize, usize, usize) {
    let (mut acknowledged, mut unsure, mut failed) = (0, 0, 0);
    let mut held = None;
    while !done.load(Ordering::Relaxed) {
        let item = format!("m{clerk}-{acknowledged}");
        let wanted: Submission =
            common::matter(&item).key(joint_meeting::id::Text::try_from(item.as_str()).unwrap_or(text!("k")));
        loop {
            let mut body = match held.take().map_or_else(|| Held::open(store, dogs), Ok) {
                Ok(it) => it,
                Err(_) => {
                    failed += 1;
                    thread::sleep(Duration::from_millis(20));
                    continue;
                }
            };
            match body.perform(&wanted) {
                Ok(answer) => {
                    answer.unwrap();
                    acknowledged += 1;
                    held = Some(body);
                    break;
                }
                Err(StoreError::Unsure { .. }) => unsure += 1,
                Err(StoreError::Failed { .. }) => failed += 1,
                Err(why) => panic!("{why}"),
            }
        }
    }
    (acknowledged, unsure, failed)
}
