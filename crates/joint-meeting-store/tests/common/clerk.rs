//! Clerks in processes of their own: a test program starts itself again, with what the clerk does in a variable.

use std::{
    env,
    io::{BufRead, BufReader, Write, stdout},
    process::{Child, Command, Stdio},
    sync::Arc,
};

use joint_meeting_store::{BodyName, File, Held, Sqlite};

use super::{matter, name, places::Any, year};

/// A process that does some work at a store: `append`, or `race BODIES COUNT NAME`.
pub fn start(at: &str, work: &str) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", "a_clerk", "--nocapture", "--test-threads=1"]);
    command.env("CLERK_AT", at).env("CLERK", work).stdout(Stdio::piped());
    command
}

/// A store as a clerk is told of it.
pub fn open(at: &str) -> Any {
    let (kind, place) = at.split_once('|').unwrap();
    match kind {
        "file" => Arc::new(File::open(place).unwrap()),
        "sqlite" => Arc::new(Sqlite::open(place).unwrap()),
        #[cfg(all(unix, feature = "postgres"))]
        "postgres" => {
            let config = place.to_owned();
            let connect = move || postgres::Client::connect(&config, postgres::NoTls);
            Arc::new(joint_meeting_store::Postgres::open("records", connect).unwrap())
        }
        other => panic!("no store `{other}`"),
    }
}

/// What this process does if it was started as a clerk: to be called by a test `a_clerk` of the program.
pub fn work() {
    let (Ok(at), Ok(work)) = (env::var("CLERK_AT"), env::var("CLERK")) else { return };
    match work.split(' ').collect::<Vec<_>>()[..] {
        ["append"] => append(&at),
        ["race", bodies, count, own] => race(&at, bodies.parse().unwrap(), count.parse().unwrap(), own),
        _ => panic!("nobody can `{work}`"),
    }
}

/// Tells who has started it; each line begins with a mark, since the test program says things of its own.
fn say(what: &str) {
    let mut out = stdout();
    writeln!(out, "\n=> {what}").and_then(|()| out.flush()).unwrap();
}

/// What a clerk has said, as far as it got.
pub fn heard(clerk: &mut Child) -> impl Iterator<Item = String> + use<> {
    let lines = BufReader::new(clerk.stdout.take().unwrap()).lines().map_while(Result::ok);
    lines.filter_map(|it| it.strip_prefix("=> ").map(str::to_owned))
}

/// Goes on with the year where the body ends, and says after each entry that it is kept.
fn append(at: &str) {
    let mut held = Held::open(open(at), &name("dogs")).unwrap();
    let submissions = year();
    for it in &submissions[held.body().entries().len()..] {
        match held.perform(it) {
            Ok(answer) => say(&answer.unwrap().no.to_string()),
            Err(why) => return say(&format!("stopped {}", why.kind())),
        }
    }
}

/// Enters in each of some bodies so many matters of its own, and tries as many that every other clerk tries as well.
fn race(at: &str, bodies: usize, count: usize, own: &str) {
    let store = open(at);
    let names: Vec<BodyName> = (0..bodies).map(|it| name(&format!("body-{it}"))).collect();
    let mut held: Vec<_> = names.iter().map(|it| Held::open(&store, it).unwrap()).collect();
    let (mut entered, mut shared) = (0, 0);
    for ix in 0..count {
        for body in &mut held {
            body.perform(&matter(&format!("{own}-{ix}"))).unwrap().unwrap();
            entered += 1;
            shared += usize::from(body.perform(&matter(&format!("shared-{ix}"))).unwrap().is_ok());
        }
    }
    say(&format!("{entered} {shared}"));
}
