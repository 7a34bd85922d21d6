//! What a body is asked grows with it as it should: twice as much costs about twice as much, of every kind of thing.
//!
//! How bodies grow stands in `growth.json`; `cargo xtask bench worst` measures all of them up to a hundred thousand.

use std::time::Duration;

use conformance::growth::{Growths, questions, timed};

#[test]
fn every_act_and_every_question_is_grown_or_bounded() {
    let growths = Growths::read();
    assert_eq!(growths.forgotten(), Vec::<&str>::new(), "say in growth.json how it grows");
    let first = growths.kinds.first().expect("there are kinds");
    assert_eq!(
        questions::forgotten(&growths.begin(first).body),
        Vec::<String>::new(),
        "ask it of what has grown"
    );
}

#[test]
fn every_kind_grows() {
    let growths = Growths::read();
    for kind in &growths.kinds {
        let mut growing = growths.begin(kind);
        for _ in 0..40 {
            if let Err((act, why)) = growing.grow() {
                panic!("{}: after {}: {act}: {why:?}", kind.name, growing.count);
            }
        }
    }
}

/// What once took four times as long for twice as much.
const WERE_QUADRATIC: &[(&str, &[&str])] = &[
    ("requests without an answer", &["audit", "obligations", "calendar as .ics"]),
    ("requests granted", &["audit", "obligations"]),
    ("versions of minutes", &["audit"]),
    ("positions on one item", &["audit"]),
    ("persons on one post", &["audit", "a refused act", "replay, checked"]),
    ("documents", &["paper: document"]),
    ("units ended", &["audit", "obligations", "calendar as .ics"]),
    ("units admitted", &["obligations"]),
    ("members of one unit", &["options"]),
    ("assignments under one matter", &["paper: assignments"]),
];

#[test]
fn what_was_quadratic_is_so_no_longer() {
    const SIZES: [u32; 2] = [600, 2400];
    // Linear work would take four times as long, quadratic work sixteen times.
    const AT_MOST: f64 = 9.0;
    const TRIES: usize = 3;
    let growths = Growths::read();
    for (name, asked) in WERE_QUADRATIC {
        let kind = growths.kinds.iter().find(|it| it.name == *name).expect("there is such a kind");
        let mut growing = growths.begin(kind);
        let mut bodies = Vec::new();
        for size in SIZES {
            while growing.count < size {
                growing.grow().unwrap_or_else(|(act, why)| panic!("{name}: {act}: {why:?}"));
            }
            bodies.push(growing.body.clone());
        }
        for question in *asked {
            let took = |ix: usize| -> Duration {
                let all = questions::all(&bodies[ix], &growing.charter);
                let (_, answer) = all.iter().find(|(it, _)| it == question).expect("it is asked");
                timed(Duration::from_millis(40), answer)
            };
            let ratio = || took(1).as_secs_f64() / took(0).as_secs_f64();
            let best = (0..TRIES).map(|_| ratio()).find(|it| *it <= AT_MOST);
            assert!(
                best.is_some(),
                "{name}, {question}: four times as much takes more than {AT_MOST} times as long"
            );
        }
    }
}

/// Of what there can be any number, and an act looks at one of them or none.
const LOOKED_UP: &[&str] = &[
    "persons on one post, one after the other",
    "times to which one meeting was put off",
    "people who were to preside over one meeting",
    "times to which one assignment was extended",
    "returns of one assignment",
    "powers of attorney of one unit",
    "changes of member notified",
    "members of one unit who left",
    "corrections of one document, and those to whom it is sent on",
];

#[test]
fn an_act_costs_the_same_however_many_there_were_before() {
    const SIZES: [u32; 2] = [1000, 12_000];
    // To look at every one of them would take up to twelve times as long.
    const AT_MOST: f64 = 3.0;
    const TRIES: usize = 3;
    let growths = Growths::read();
    for name in LOOKED_UP {
        let kind = growths.kinds.iter().find(|it| it.name == *name).expect("there is such a kind");
        let mut growing = growths.begin(kind);
        let mut asked = Vec::new();
        for size in SIZES {
            while growing.count < size {
                growing.grow().unwrap_or_else(|(act, why)| panic!("{name}: {act}: {why:?}"));
            }
            let (mut body, mut next) = (growing.body.clone(), growing.next());
            let last = next.pop().expect("it has an act");
            next.into_iter().for_each(|it| assert!(body.perform(it).is_ok(), "{name}"));
            asked.push((body, last));
        }
        let took = |ix: usize| -> Duration {
            let (body, next) = &asked[ix];
            timed(Duration::from_millis(100), || usize::from(body.check(next).is_ok()))
        };
        let ratio = || took(1).as_secs_f64() / took(0).as_secs_f64();
        let ratios: Vec<f64> = (0..TRIES).map(|_| ratio()).collect();
        println!("{name}: {ratios:.2?}");
        let best = ratios.iter().copied().fold(f64::INFINITY, f64::min);
        assert!(
            best <= AT_MOST,
            "{name}: an act after {} takes {best:.1} times as long as after {}",
            SIZES[1],
            SIZES[0]
        );
    }
}
