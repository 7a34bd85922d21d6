//! Cases of many bodies, and of many who use a store at once.

use std::{
    sync::{
        Arc, Barrier,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use joint_meeting_store::{Held, OpenBodies, create, export, for_each_head, verify, verify_all};

use super::Case;
use crate::common::{in_memory, matter, name, nankai, places::Place, year};

pub(super) const CASES: &[Case] = &[
    ("of threads that race on one body exactly one wins each number", one_body),
    ("threads on bodies of their own do not disturb each other", many_bodies),
    ("a body that two begin at once is begun once", begun_at_once),
    ("heads come in pages, in the order of their names", pages),
    ("a body that is damaged is found among those that are not", one_is_damaged),
    ("a copy is made while others write, and each body in it is whole", backup),
    ("as many bodies are held open as there is room for", opened),
];

fn one_body(place: &dyn Place) {
    const RACERS: usize = 4;
    const EACH: usize = 8;
    let (store, dogs, founding) = (place.open(), name("dogs"), &year()[..1]);
    create(&store, &dogs, &[nankai()]).unwrap();
    Held::open(&store, &dogs).unwrap().perform_all(founding).unwrap().unwrap();
    let start = Barrier::new(RACERS);
    let entered: usize = thread::scope(|scope| {
        let racers: Vec<_> = (0..RACERS)
            .map(|racer| {
                let (store, start, dogs) = (place.open(), &start, &dogs);
                scope.spawn(move || {
                    let mut held = Held::open(store, dogs).unwrap();
                    start.wait();
                    let mut entered = 0;
                    for ix in 0..EACH {
                        held.perform(&matter(&format!("own-{racer}-{ix}"))).unwrap().unwrap();
                        entered +=
                            usize::from(held.perform(&matter(&format!("shared-{ix}"))).unwrap().is_ok());
                    }
                    entered
                })
            })
            .collect();
        racers.into_iter().map(|it| it.join().unwrap()).sum()
    });
    assert_eq!(entered, EACH, "what all try is entered once");
    let verified = verify(&store, &dogs, None).unwrap();
    assert_eq!((verified.head.count as usize, verified.breaches.len()), (1 + RACERS * EACH + EACH, 0));
}

fn many_bodies(place: &dyn Place) {
    let submissions = &year()[..12];
    thread::scope(|scope| {
        for thread in 0..4 {
            let store = place.open();
            scope.spawn(move || {
                for it in 0..3 {
                    let body = name(&format!("body-{thread}-{it}"));
                    create(&store, &body, &[nankai()]).unwrap();
                    let mut held = Held::open(&store, &body).unwrap();
                    submissions.iter().for_each(|it| _ = held.perform(it).unwrap().unwrap());
                }
            });
        }
    });
    let expected = in_memory(submissions).journal();
    let mut found = 0;
    let store = place.open();
    verify_all(&store, |body, it| {
        assert_eq!(it.unwrap().head, expected.1, "{body}");
        assert_eq!(export(&store, body).unwrap().journal, expected.0.as_bytes());
        found += 1;
    })
    .unwrap();
    assert_eq!(found, 12);
}

fn begun_at_once(place: &dyn Place) {
    let start = Barrier::new(4);
    let begun: usize = thread::scope(|scope| {
        let threads: Vec<_> = (0..4)
            .map(|_| {
                let (store, start) = (place.open(), &start);
                scope.spawn(move || {
                    start.wait();
                    usize::from(create(&store, &name("dogs"), &[nankai()]).is_ok())
                })
            })
            .collect();
        threads.into_iter().map(|it| it.join().unwrap()).sum()
    });
    assert_eq!(begun, 1);
    assert_eq!(verify(&place.open(), &name("dogs"), None).unwrap().head.count, 0);
}

fn pages(place: &dyn Place) {
    let store = place.open();
    let mut names: Vec<_> = (0..20).map(|it| name(&format!("b{}-{it}", it % 3))).collect();
    names.push(name("养犬"));
    names.iter().for_each(|it| create(&store, it, &[nankai()]).unwrap());
    names.sort();
    let mut listed = Vec::new();
    for_each_head(&store, |it, head| {
        assert_eq!(head.count, 0);
        listed.push(it.clone());
    })
    .unwrap();
    assert_eq!(listed, names);
    let (mut paged, mut last) = (Vec::new(), None);
    loop {
        let page = store.heads(last.as_ref(), 6).unwrap();
        assert!(page.len() <= 6);
        let Some((name, _)) = page.last() else { break };
        last = Some(name.clone());
        paged.extend(page.into_iter().map(|(it, _)| it));
    }
    assert_eq!(paged, names);
}

fn one_is_damaged(place: &dyn Place) {
    let store = place.open();
    for it in ["a", "b", "c"] {
        create(&store, &name(it), &[nankai()]).unwrap();
        Held::open(&store, &name(it)).unwrap().perform_all(&year()[..3]).unwrap().unwrap();
    }
    place.damage("b", 2, "\"no\":2", "\"no\":9");
    let (mut whole, mut damaged) = (Vec::new(), Vec::new());
    let count = verify_all(&store, |body, found| match found {
        Ok(_) => whole.push(body.to_string()),
        Err(why) => damaged.push((body.to_string(), why.kind())),
    });
    assert_eq!((count.unwrap(), damaged), (3, vec![("b".to_owned(), "journal")]));
    assert_eq!(whole, ["a", "c"]);
    assert_eq!(store.bodies(Some(&name("a")), 1).unwrap(), [name("b")]);
}

fn backup(place: &dyn Place) {
    let (store, submissions) = (place.open(), year());
    for it in ["a", "b"] {
        create(&store, &name(it), &[nankai()]).unwrap();
        Held::open(&store, &name(it)).unwrap().perform_all(&submissions[..30]).unwrap().unwrap();
    }
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut held = Held::open(place.open(), &name("b")).unwrap();
            for it in &submissions[30..] {
                if done.load(Ordering::Relaxed) {
                    break;
                }
                held.perform(it).unwrap().unwrap();
            }
        });
        place.open().backup(&place.elsewhere()).unwrap();
        done.store(true, Ordering::Relaxed);
    });
    let again = store.backup(&place.elsewhere());
    assert!(again.is_err(), "what is there is not written over");
    let copy = place.open_backup(&place.elsewhere());
    let bodies = verify_all(&copy, |_, it| assert!(it.unwrap().head.count >= 30)).unwrap();
    assert_eq!(bodies, 2);
    assert_eq!(export(&copy, &name("a")).unwrap(), export(&store, &name("a")).unwrap());
    let (copied, whole) = (export(&copy, &name("b")).unwrap(), export(&store, &name("b")).unwrap());
    assert!(whole.journal.starts_with(&copied.journal));
    // A copy is a store.
    let mut held = Held::open(&copy, &name("a")).unwrap();
    held.perform(&submissions[30]).unwrap().unwrap();
}

fn opened(place: &dyn Place) {
    let bodies = Arc::new(OpenBodies::new(place.open(), 3));
    let names: Vec<_> = (0..8).map(|it| name(&format!("b{it}"))).collect();
    for it in &names {
        create(bodies.store(), it, &[nankai()]).unwrap();
        bodies.with(it, |held| Ok(held.perform(&year()[0])?.unwrap())).unwrap();
    }
    thread::scope(|scope| {
        for clerk in 0..4 {
            let (bodies, names) = (&bodies, &names);
            scope.spawn(move || {
                for round in 0..3 {
                    for it in names {
                        let wanted = matter(&format!("m{clerk}-{round}"));
                        bodies.with(it, |held| Ok(held.perform(&wanted)?.unwrap())).unwrap();
                    }
                }
            });
        }
    });
    assert!(bodies.len() <= 3 + 4, "{}", bodies.len());
    for it in &names {
        assert_eq!(verify(bodies.store(), it, None).unwrap().head.count, 1 + 4 * 3);
    }
    // After an error a body is read anew.
    let one = &names[0];
    let broken: Result<(), _> = bodies.with(one, |held| {
        Err(held
            .perform(&matter("x"))
            .map(|_| ())
            .map_or_else(|it| it, |()| "".parse::<joint_meeting_store::BodyName>().unwrap_err().into()))
    });
    assert!(broken.is_err());
    let count = bodies.with(one, |held| Ok(held.body().entries().len())).unwrap();
    assert_eq!(count, 1 + 4 * 3 + 1);
}
