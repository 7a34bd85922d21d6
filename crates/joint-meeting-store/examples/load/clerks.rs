//! Clerks at once on a thousand bodies: threads of one process, and processes.

use std::{
    process::{Command, Stdio},
    sync::Mutex,
    thread,
    time::{Duration, Instant},
};

use joint_meeting_store::{BodyName, Held, OpenBodies, create, verify_all};

use crate::{
    common::{Chance, Folder, clerk, cluster::another, matter, name, nankai, year},
    row, timed,
};

const BODIES: usize = 1000;

pub(crate) fn measure(seconds: u64) {
    let folder = Folder::new();
    at_once("Sqlite", &format!("sqlite|{}", folder.path().join("load.db").display()), seconds);
    if let Some(cluster) = another() {
        let place = cluster.database();
        at_once("Postgres", &format!("postgres|{}", cluster.config(&place.name)), seconds);
    }
}

fn body(ix: usize) -> BodyName {
    name(&format!("body-{ix}"))
}

fn at_once(kind: &str, at: &str, seconds: u64) {
    let store = clerk::open(at);
    for ix in 0..BODIES {
        create(&store, &body(ix), &[nankai()]).unwrap();
        Held::open(&store, &body(ix)).unwrap().perform(&year()[0]).unwrap().unwrap();
    }
    for (processes, threads) in [(1, 8), (4, 8)] {
        let start = |it: usize| {
            let mut command = Command::new(std::env::current_exe().unwrap());
            let clerk = format!("p{processes}-{it}");
            command.args(["worker", at, &clerk, &threads.to_string(), &seconds.to_string()]);
            command.stdout(Stdio::piped()).spawn().unwrap()
        };
        let clerks: Vec<_> = (0..processes).map(start).collect();
        let mut all: Vec<f64> = Vec::new();
        let (mut conflicts, mut memory) = (0.0, 0.0_f64);
        for it in clerks {
            let said = String::from_utf8(it.wait_with_output().unwrap().stdout).unwrap();
            let mut lines = said.lines();
            let head: Vec<f64> = lines.next().unwrap().split(' ').map(|it| it.parse().unwrap()).collect();
            (conflicts, memory) = (conflicts + head[0], memory.max(head[1]));
            all.extend(lines.map(|it| it.parse::<f64>().unwrap()));
        }
        all.sort_by(f64::total_cmp);
        let at = |part: f64| all[((all.len() - 1) as f64 * part) as usize];
        let who =
            format!("{kind}: {processes} process(es) of {threads} threads on {BODIES} bodies, {seconds} s");
        let rate = format!("{:.0} appends a second", all.len() as f64 / seconds as f64);
        row(
            &who,
            rate,
            format!(
                "p50 {:.1} ms, p99 {:.1} ms, {conflicts} conflicts, {memory:.0} MB a process at most",
                at(0.5),
                at(0.99)
            ),
        );
    }
    let (took, bodies) = timed(|| verify_all(&store, |_, it| assert_eq!(it.unwrap().breaches, [])).unwrap());
    row(
        &format!("{kind}: {bodies} bodies verified after that, none with a fault"),
        format!("{took:.1} s"),
        "",
    );
}

/// What one process does. Prints how often another was first and its memory, then how long each act took, in milliseconds.
pub(crate) fn work(at: &str, clerk: &str, threads: usize, seconds: u64) {
    let bodies = OpenBodies::new(clerk::open(at), BODIES);
    let until = Instant::now() + Duration::from_secs(seconds);
    let (times, conflicts) = (Mutex::new(Vec::new()), Mutex::new(0));
    thread::scope(|scope| {
        for thread in 0..threads {
            let (bodies, times, conflicts) = (&bodies, &times, &conflicts);
            scope.spawn(move || {
                let mut chance = Chance::new(clerk.bytes().map(u64::from).sum::<u64>() * 64 + thread as u64);
                let (mut own, mut first) = (Vec::new(), 0);
                while Instant::now() < until {
                    let wanted = matter(&format!("{clerk}-{thread}-{}", own.len()));
                    let (took, more) = timed(|| {
                        bodies.with(&body(chance.below(BODIES)), |held| {
                            let before = held.conflicts();
                            held.perform(&wanted)?.unwrap();
                            Ok(held.conflicts() - before)
                        })
                    });
                    first += more.unwrap();
                    own.push(took * 1e3);
                }
                times.lock().unwrap().extend(own);
                *conflicts.lock().unwrap() += first;
            });
        }
    });
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|it| it.strip_prefix("VmHWM:")).unwrap_or_default();
    let kilobytes: f64 = peak.trim().trim_end_matches(" kB").parse().unwrap_or(0.0);
    println!("{} {:.1}", conflicts.lock().unwrap(), kilobytes / 1e3);
    times.lock().unwrap().iter().for_each(|it| println!("{it:.3}"));
}
