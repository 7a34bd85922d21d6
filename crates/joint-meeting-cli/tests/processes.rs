//! Two clerks at once, a body whose papers are stopped half way, and answers for programs.
#![cfg(unix)]

mod common;

use std::{
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use common::{copy, folder, joint_meeting, said};

const NOW: &str = "2022-04-25 09:00";

fn founded(name: &str) -> std::path::PathBuf {
    let folder = folder(name);
    copy("docs/guide/secretary", &folder);
    copy("docs/guide/year", &folder);
    let args = ["new", "名单.csv", "--charter", "nankai-dog-2022", "--at", "2022-04-21 09:00", "--now", NOW];
    assert_eq!(said(&joint_meeting(&folder).args(args).output().unwrap()).0, 0);
    folder
}

#[test]
fn of_two_who_do_the_same_at_once_one_is_refused_and_both_are_told() {
    let folder = founded("at-once");
    let run =
        || joint_meeting(&folder).args(["do", "item.json", "--now", "2022-05-30 09:00"]).output().unwrap();
    let codes = thread::scope(|scope| {
        let both = [scope.spawn(run), scope.spawn(run)];
        let mut codes = both.map(|it| said(&it.join().unwrap()).0);
        codes.sort_unstable();
        codes
    });
    assert_eq!(codes, [0, 1]);
    let (code, out, _) =
        said(&joint_meeting(&folder).args(["journal", "--json", "--now", NOW]).output().unwrap());
    let answer: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, answer["answer"].as_array().unwrap().len()), (0, 13));
    assert_eq!((&answer["body"], &answer["on"]), (&"nankai-dog-2022".into(), &"2022-04-25".into()));
}

#[test]
fn whoever_stops_the_papers_leaves_none_half_written() {
    let folder = founded("stopped");
    let args = ["papers", "--year", "2022", "--format", "docx,html,txt,md", "-o", "papers", "--now", NOW];
    let whole = args.map(|it| if it == "papers" { "whole" } else { it });
    let whole = [&["papers"], &whole[1..]].concat();
    assert_eq!(said(&joint_meeting(&folder).args(whole).output().unwrap()).0, 0);
    // Now and then it is quicker than whoever stops it.
    let stopped = (0..50).any(|_| {
        let _ = fs::remove_dir_all(folder.join("papers"));
        let mut running = joint_meeting(&folder).args(args).stdout(Stdio::null()).spawn().unwrap();
        while fs::read_dir(folder.join("papers")).map_or(0, Iterator::count) == 0 {
            thread::sleep(Duration::from_micros(200));
        }
        Command::new("kill").args(["-INT", &running.id().to_string()]).status().unwrap();
        let code = running.wait().unwrap().code();
        assert!(matches!(code, Some(130 | 0)), "{code:?}");
        for it in fs::read_dir(folder.join("papers")).unwrap().map(|it| it.unwrap().path()) {
            let same = folder.join("whole").join(it.file_name().unwrap());
            assert_eq!(fs::read(&it).unwrap(), fs::read(same).unwrap(), "{}", it.display());
        }
        code == Some(130)
    });
    assert!(stopped, "it was never stopped");
}

/// Runs the command and gives its exit code with all that it said.
fn run(folder: &Path, args: &[&str]) -> (i32, String) {
    let (code, out, err) = said(&joint_meeting(folder).args(args).args(["--now", NOW]).output().unwrap());
    (code, out + &err)
}

#[test]
fn the_exit_code_says_what_kind_of_end_it_is() {
    let folder = founded("codes");
    fs::write(folder.join("none.db"), "这不是数据库".repeat(999)).unwrap();
    fs::write(folder.join("torn.json"), "[{").unwrap();
    let journal = folder.join("store/bodies/nankai-dog-2022/journal.jsonl");
    let found =
        ["new", "名单.csv", "--charter", "nankai-dog-2022", "--at", "2022-04-21 09:00", "--store", "store/"];
    assert_eq!(run(&folder, &found).0, 0);
    assert_eq!(run(&folder, &found).0, 5, "there is such a body");
    for (code, args) in [
        (0, &["who"][..]),
        (1, &["audit", "--year", "2022"]),
        (2, &["audit", "--year", "某年"]),
        (2, &["whoo"]),
        (2, &["who", "--on", "2022-02-30"]),
        (3, &["who", "--body", "cats"]),
        (3, &["do", "torn.json"]),
        (3, &["do", "nothing.json"]),
        (3, &["new", "torn.json", "--charter", "nankai-dog-2022", "--store", "other.db"]),
        (6, &["who", "--store", "nowhere.db"]),
        (0, &["verify", "--store", "store/"]),
    ] {
        let (found, text) = run(&folder, args);
        assert_eq!(found, code, "{args:?}: {text}");
        assert!(code == 0 || !text.is_empty(), "{args:?}");
    }
    let (code, text) = run(&folder, &["who", "--store", "none.db"]);
    assert!(matches!(code, 3..=6), "{code}: {text}");

    let written = fs::read_to_string(&journal).unwrap();
    fs::write(&journal, written.replace("p31", "p99")).unwrap();
    let (code, text) = run(&folder, &["verify", "--store", "store/"]);
    assert_eq!(code, 4, "{text}");
    // A line that was not written to its end is kept aside, and nothing else is touched.
    fs::write(&journal, format!("{written}{{\"no\": 99")).unwrap();
    assert_eq!(run(&folder, &["who", "--store", "store/"]).0, 4);
    assert_eq!(run(&folder, &["repair", "--store", "store/"]).0, 0);
    assert_eq!(fs::read_to_string(&journal).unwrap(), written);
    assert_eq!(run(&folder, &["who", "--store", "store/"]).0, 0);
}

#[test]
fn arguments_that_are_no_text_are_told() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = founded("no-text");
    for args in [&["who", "--on"][..], &["do"], &["new"], &["who", "--store"]] {
        let wrong = std::ffi::OsStr::from_bytes(b"\xff\xfe");
        let (code, _, err) = said(&joint_meeting(&folder).args(args).arg(wrong).output().unwrap());
        assert!(matches!(code, 2 | 3 | 6), "{args:?}: {code}");
        assert!(!err.is_empty() && !err.contains("panicked"), "{err}");
    }
}

#[test]
fn what_is_not_said_is_asked_for() {
    let folder = founded("asked");
    let asks = ["do", "add_agenda_item", "item=i9", "--by", "p2", "--ask", "--yes", "--now", NOW];
    let mut asked = joint_meeting(&folder)
        .args(asks)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A title, a kind; what may be left out is.
    write!(asked.stdin.take().unwrap(), "群众来信\ndiscussion{}", "\n".repeat(20)).unwrap();
    let (code, out, err) = said(&asked.wait_with_output().unwrap());
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.contains("群众来信"), "{out}");
    // Where nobody can be asked, what is missing is named.
    let (code, text) = run(&folder, &["do", "add_agenda_item", "item=i8", "--by", "p2"]);
    assert_eq!(code, 2);
    assert!(text.contains("title") && text.contains("kind"), "{text}");
}

#[test]
fn a_fleet_that_is_stopped_goes_on_where_it_was() {
    let folder = folder("fleet-stopped");
    copy("docs/guide/secretary", &folder);
    let new =
        ["new", "名单.csv", "--charter", "nankai-dog-2022", "--at", "2022-04-21 09:00", "--store", "store/"];
    assert_eq!(run(&folder, &new).0, 0);
    let bodies = folder.join("store/bodies");
    for no in 0..400 {
        let other = bodies.join(format!("b{no}"));
        fs::create_dir(&other).unwrap();
        for it in fs::read_dir(bodies.join("nankai-dog-2022")).unwrap().map(|it| it.unwrap().path()) {
            fs::copy(&it, other.join(it.file_name().unwrap())).unwrap();
        }
    }
    let args = |more: &[&str]| -> Vec<String> {
        let all =
            ["fleet", "audit", "--year", "2022", "--store", "store/", "--now", NOW, "--json", "--force"];
        all.iter().chain(more).map(|it| (*it).to_owned()).collect()
    };
    let lines = |name: &str| -> Vec<String> {
        fs::read_to_string(folder.join(name)).unwrap().lines().map(ToOwned::to_owned).collect()
    };
    let whole = said(&joint_meeting(&folder).args(args(&["-o", "whole.csv"])).output().unwrap());
    assert_eq!(whole.0, 0, "{whole:?}");
    let stopped = (0..50).find_map(|_| {
        let mut command = joint_meeting(&folder);
        let running = command.args(args(&["-o", "stopped.csv"])).stdout(Stdio::piped()).spawn().unwrap();
        while !folder.join("stopped.csv.part").exists() && !folder.join("stopped.csv").exists() {
            thread::sleep(Duration::from_micros(200));
        }
        Command::new("kill").args(["-INT", &running.id().to_string()]).status().unwrap();
        let (code, out, err) = said(&running.wait_with_output().unwrap());
        let _ = fs::remove_file(folder.join("stopped.csv"));
        assert!(matches!(code, 130 | 0), "{code}: {out}{err}");
        (code == 130).then(|| serde_json::from_str::<serde_json::Value>(&out).unwrap()["answer"].clone())
    });
    let stopped = stopped.expect("it was never stopped");
    assert_eq!((&stopped["stopped"], &stopped["output"]), (&true.into(), &"stopped.csv.part".into()));
    let skip = stopped["bodies"].to_string();
    let rest =
        said(&joint_meeting(&folder).args(args(&["-o", "rest.csv", "--skip", &skip])).output().unwrap());
    assert_eq!(rest.0, 0, "{rest:?}");
    let all = [lines("stopped.csv.part"), lines("rest.csv").split_off(1)].concat();
    assert_eq!(all, lines("whole.csv"));
}
