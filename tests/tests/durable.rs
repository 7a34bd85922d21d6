//! What was acknowledged is kept: a file cut at any byte, a disk that fails at any operation, a loss of power, a process that is
//! killed, several that race.
//!
//! The hosts and the disks are in `src/kept.rs`, the processes in `src/bin/clerk.rs`. `KEPT=all` tries every byte of a year,
//! `CRASHES`, `KILLS` and `RACERS` say how often the others are tried.

use std::{
    fs,
    hash::{BuildHasher, Hasher, RandomState},
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

use conformance::{
    kept::{Disk, Failing, Host, KeptError, OnFile, rounds, year},
    rng::Rng,
};
use joint_meeting::{Charter, JointMeeting, Submission, journal};

/// Entries of the year with which most is tried.
const ENTRIES: usize = 24;

/// The year as it is kept without any failure, up to so many entries; and the body after each.
fn undisturbed(charter: &Charter, submissions: &[Submission]) -> (Vec<u8>, Vec<JointMeeting>) {
    let mut host = Host::open(charter, Failing::default()).unwrap();
    let mut bodies = vec![host.body.clone()];
    for it in submissions {
        host.submit(it).unwrap().unwrap();
        bodies.push(host.body.clone());
    }
    (host.into_disk().read().unwrap(), bodies)
}

/// Submits what is not yet kept, as somebody would who looks first.
fn go_on<D: Disk>(host: &mut Host<D>, submissions: &[Submission]) -> Result<(), KeptError> {
    let kept = host.body.entries().len();
    submissions[kept..].iter().try_for_each(|it| host.submit(it).map(|it| assert!(it.is_ok())))
}

fn a_file(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("joint-meeting-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    let _ = fs::remove_file(&path);
    path
}

/// A seed that is another each time, and printed.
fn seed() -> u64 {
    let of_chance = || RandomState::new().build_hasher().finish();
    let seed = std::env::var("SEED").ok().and_then(|it| it.parse().ok()).unwrap_or_else(of_chance);
    println!("SEED={seed}");
    seed
}

#[test]
fn a_journal_cut_at_any_byte_is_recovered_to_exactly_its_complete_lines() {
    let (charter, mut submissions) = year();
    if std::env::var("KEPT").is_err() {
        submissions.truncate(ENTRIES);
    }
    let (whole, bodies) = undisturbed(&charter, &submissions);
    let ends: Vec<usize> =
        whole.iter().enumerate().filter(|(_, it)| **it == b'\n').map(|(ix, _)| ix + 1).collect();
    for cut in 0..=whole.len() {
        let lines = ends.iter().filter(|it| **it <= cut).count();
        let mut host = Host::open(&charter, Failing::with(&whole[..cut])).unwrap();
        assert_eq!(host.body, bodies[lines.saturating_sub(1)], "cut at {cut}");
        let mut disk = host.into_disk();
        let kept = disk.read().unwrap();
        assert_eq!(kept, whole[..ends[lines.max(1) - 1]], "cut at {cut}");
        // To recover what is whole changes nothing.
        host = Host::open(&charter, disk.failing(2, 0)).unwrap();
        disk = host.into_disk().mended();
        assert_eq!(disk.read().unwrap(), kept, "cut at {cut}");
        // Every third goes on to the end, and has the same bytes.
        if cut % 3 == 0 {
            host = Host::open(&charter, disk).unwrap();
            go_on(&mut host, &submissions).unwrap();
            assert_eq!(host.into_disk().read().unwrap(), whole, "cut at {cut}");
        }
    }
    println!("{} cuts", whole.len() + 1);
}

#[test]
fn a_file_cut_at_any_byte_of_a_line_goes_on_from_the_line_before() {
    let (charter, submissions) = year();
    let submissions = &submissions[..6];
    let (whole, bodies) = undisturbed(&charter, submissions);
    let path = a_file("cut.jsonl");
    let last = whole[..whole.len() - 1].iter().rposition(|it| *it == b'\n').unwrap() + 1;
    for cut in last..whole.len() {
        fs::write(&path, &whole[..cut]).unwrap();
        let mut host = Host::open(&charter, OnFile::open(&path).unwrap()).unwrap();
        assert_eq!(host.body, bodies[submissions.len() - 1], "cut at {cut}");
        go_on(&mut host, submissions).unwrap();
        assert_eq!(fs::read(&path).unwrap(), whole, "cut at {cut}");
    }
    fs::remove_file(path).unwrap();
}

#[test]
fn whichever_operation_fails_nothing_is_acknowledged_that_is_not_kept() {
    let (charter, submissions) = year();
    let submissions = &submissions[..ENTRIES];
    let (whole, bodies) = undisturbed(&charter, submissions);
    let longest = whole.split(|it| *it == b'\n').map(<[u8]>::len).max().unwrap();
    let mut tried = 0;
    for nth in 1.. {
        let mut failed = false;
        for part in [0, 1, 2, 100, longest - 1, longest, usize::MAX] {
            let mut disk = Failing::default().failing(nth, part);
            let mut acknowledged = 0;
            if let Ok(mut host) = Host::open(&charter, &mut disk) {
                let failed = submissions.iter().find_map(|it| match host.submit(it) {
                    Ok(answer) => {
                        acknowledged = answer.unwrap() as usize;
                        None
                    }
                    Err(why) => Some(why),
                });
                assert_eq!(host.body, bodies[acknowledged], "operation {nth}, {part} bytes");
                if acknowledged == submissions.len() {
                    continue;
                }
                assert!(matches!(failed, Some(KeptError::Disk(_))));
                assert!(matches!(host.submit(&submissions[acknowledged]), Err(KeptError::Stopped)));
            }
            (failed, tried) = (true, tried + 1);
            let mut again = Host::open(&charter, disk.mended()).unwrap();
            let found = again.body.entries().len();
            assert!(found == acknowledged || found == acknowledged + 1, "operation {nth}, {part} bytes");
            assert_eq!(again.body, bodies[found], "operation {nth}, {part} bytes");
            go_on(&mut again, submissions).unwrap();
            assert_eq!(again.into_disk().read().unwrap(), whole, "operation {nth}, {part} bytes");
        }
        if !failed {
            break;
        }
    }
    println!("{tried} failures");
    assert!(tried > 7 * ENTRIES);
}

/// A loss of power takes what was not synced, or some of its sectors. What is left is recovered, or its last line, which nobody
/// was told is kept, is named as damaged; what was acknowledged is there.
#[test]
fn a_loss_of_power_takes_nothing_that_was_acknowledged() {
    let (charter, submissions) = year();
    let submissions = &submissions[..ENTRIES];
    let (_, bodies) = undisturbed(&charter, submissions);
    let (first, crashes) = (seed(), rounds("CRASHES", 1500));
    let (mut damaged, mut lost) = (0, 0);
    for seed in first..first + crashes as u64 {
        let mut rng = Rng::new(seed);
        let disk = Failing::default().failing(3 + rng.below(2 * ENTRIES), rng.below(900));
        let Ok(mut host) = Host::open(&charter, disk) else { continue };
        let acknowledged = submissions.iter().take_while(|it| host.submit(it).is_ok()).count();
        let mut disk = host.into_disk().crashed(&mut rng);
        let left = disk.read().unwrap();
        match journal::intact(&left) {
            Ok((whole, head)) => {
                let found = head.count as usize;
                assert!(
                    found == acknowledged || found == acknowledged + 1,
                    "seed {seed}: {found} of {acknowledged}"
                );
                let body = JointMeeting::replay_checked([charter.clone()], whole, Some(&head)).unwrap();
                assert_eq!((&body, body.breaches()), (&bodies[found], vec![]), "seed {seed}");
                lost += usize::from(whole.len() < left.len());
            }
            Err(why) => {
                assert_eq!(why.line, acknowledged + 2, "seed {seed}: {why}");
                let before: usize =
                    left.split_inclusive(|it| *it == b'\n').take(why.line - 1).map(<[u8]>::len).sum();
                let (_, head) = journal::intact(&left[..before]).unwrap();
                assert_eq!(head.count as usize, acknowledged, "seed {seed}");
                damaged += 1;
            }
        }
    }
    println!("{crashes} crashes: {lost} left a torn line, {damaged} a damaged one");
    assert!(crashes < 1500 || damaged > 0 && lost > 0);
}

/// What a process prints, as far as it gets.
fn numbers(clerk: &mut Child) -> Vec<usize> {
    let lines = BufReader::new(clerk.stdout.take().unwrap()).lines().map_while(Result::ok);
    lines.flat_map(|it| it.split(' ').map_while(|it| it.parse().ok()).collect::<Vec<_>>()).collect()
}

fn clerk(args: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_clerk")).args(args).stdout(Stdio::piped()).spawn().unwrap()
}

#[test]
fn a_process_that_is_killed_loses_nothing_it_has_acknowledged() {
    let (charter, submissions) = year();
    let (whole, _) = undisturbed(&charter, &submissions);
    let path = a_file("killed.jsonl");
    let mut rng = Rng::new(seed());
    let (mut acknowledged, mut kills, mut total) = (0, 0, 0);
    while kills < rounds("KILLS", 24) {
        let mut it = clerk(&["append", &path.to_string_lossy()]);
        let listening = it.stdout.take().unwrap();
        let (tell, told) = mpsc::channel();
        let heard = thread::spawn(move || {
            let lines = BufReader::new(listening).lines().map_while(Result::ok);
            lines.filter_map(|it| it.parse::<usize>().ok()).inspect(|it| _ = tell.send(*it)).last()
        });
        // It is killed when it is at work, or when it has ended.
        let _ = told.recv();
        thread::sleep(Duration::from_millis(rng.below(60) as u64));
        it.kill().unwrap();
        it.wait().unwrap();
        kills += 1;
        acknowledged = heard.join().unwrap().unwrap_or(acknowledged);
        let kept = fs::read(&path).unwrap();
        assert!(whole.starts_with(&kept), "what is kept is the beginning of the year");
        let count = kept.iter().filter(|it| **it == b'\n').count().saturating_sub(1);
        assert!(count >= acknowledged, "{count} entries kept, {acknowledged} acknowledged");
        if count == submissions.len() {
            fs::remove_file(&path).unwrap();
            total += count;
            acknowledged = 0;
        }
    }
    println!("{kills} kills among {} entries", total + acknowledged);
    assert!(total + acknowledged > kills);
    let _ = fs::remove_file(path);
}

#[test]
fn of_processes_that_race_exactly_one_wins_each_number() {
    let (charter, submissions) = year();
    let path = a_file("raced.jsonl");
    let mut host = Host::open(&charter, OnFile::open(&path).unwrap()).unwrap();
    for it in &submissions[..9] {
        host.submit(it).unwrap().unwrap();
    }
    let before = host.body.entries().len();
    let (racers, count) = (rounds("RACERS", 4), 12);
    let mut clerks: Vec<Child> = (0..racers)
        .map(|it| clerk(&["race", &path.to_string_lossy(), &format!("clerk{it}"), &count.to_string()]))
        .collect();
    let (mut own, mut shared, mut second) = (0, 0, 0);
    for it in &mut clerks {
        let [a, b, c] = numbers(it)[..] else { panic!("a clerk failed") };
        assert!(it.wait().unwrap().success());
        (own, shared, second) = (own + a, shared + b, second + c);
    }
    println!("{racers} processes, {} entries, {second} times another was first", own + shared);
    assert_eq!(
        (own, shared),
        (racers * count, count),
        "what all try is entered once, what one tries as well"
    );
    let kept = fs::read(&path).unwrap();
    let body = JointMeeting::replay_checked([charter], &kept, None).unwrap();
    assert_eq!(body.entries().len(), before + own + shared);
    assert_eq!(body.breaches(), vec![]);
    fs::remove_file(path).unwrap();
}
