//! A process that keeps a body in a file, for the tests that kill it or let several race: `clerk append FILE`, which enters the
//! scenario's year and says after each entry that it is kept, and `clerk race FILE NAME COUNT`.

use std::{
    env,
    io::{Write, stdout},
    path::Path,
};

use conformance::kept::{Disk, Host, OnFile, matter, year};
use joint_meeting::{Charter, Entry, JointMeeting, journal::Journal};

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["append", file] => append(Path::new(file)),
        ["race", file, name, count] => race(Path::new(file), name, count.parse().expect("a count")),
        _ => panic!("clerk append FILE | clerk race FILE NAME COUNT"),
    }
}

/// Goes on where the file ends.
fn append(path: &Path) {
    let (charter, submissions) = year();
    let mut host =
        Host::open(&charter, OnFile::open(path).expect("the file opens")).expect("the journal is whole");
    let kept = host.body.entries().len();
    for submission in &submissions[kept..] {
        let no = host.submit(submission).expect("the disk works").expect("the year is accepted");
        let mut out = stdout();
        writeln!(out, "{no}").and_then(|()| out.flush()).expect("the parent listens");
    }
}

/// Enters so many matters of its own, and tries as many that every other process tries as well. Decides alone, and writes
/// under a lock, if nobody has written since: that is what the expected number is for. Prints how many of each were entered.
fn race(path: &Path, name: &str, count: usize) {
    let (charter, _) = year();
    let mut disk = OnFile::open(path).expect("the file opens");
    let (mut own, mut shared, mut second) = (0, 0, 0);
    let mut seen = disk.read().expect("it can be read");
    let mut body = replay(&charter, &seen);
    for ix in 0..count {
        for (matter_name, entered) in
            [(format!("{name}-{ix}"), &mut own), (format!("shared-{ix}"), &mut shared)]
        {
            let wanted = matter(&matter_name, "2022-05-09T09:00:00+08:00");
            loop {
                let decided = body.decide(&wanted);
                disk.lock().expect("locks are there");
                let now = disk.read().expect("it can be read");
                let is_first = now.len() == seen.len();
                if let (true, Ok(entry)) = (is_first, &decided) {
                    disk.append(line(&body, entry).as_bytes())
                        .and_then(|()| disk.sync())
                        .expect("the disk works");
                    seen = disk.read().expect("it can be read");
                }
                disk.unlock().expect("locks are there");
                match decided {
                    Ok(entry) if is_first => {
                        body.apply(entry).expect("the number is the next");
                        *entered += 1;
                        break;
                    }
                    // Whoever was refused by what stands in the file is refused.
                    Err(_) if is_first => break,
                    decided => {
                        // What was decided on an older state does not go into a newer one.
                        body = replay(&charter, &now);
                        seen = now;
                        second += 1;
                        assert!(decided.is_err() || body.apply(decided.expect("it is one")).is_err());
                    }
                }
            }
        }
    }
    println!("{own} {shared} {second}");
}

fn replay(charter: &Charter, kept: &[u8]) -> JointMeeting {
    JointMeeting::replay_checked([charter.clone()], kept, None).expect("the journal is whole")
}

fn line(body: &JointMeeting, entry: &Entry) -> String {
    Journal::resume(body.head(None)).write(entry)
}
