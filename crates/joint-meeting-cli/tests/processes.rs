//! Two clerks at once, a body whose papers are stopped half way, and answers for programs.
#![cfg(unix)]

mod common;

use std::{fs, process::Command, thread, time::Duration};

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
    let mut running = joint_meeting(&folder).args(args).spawn().unwrap();
    while fs::read_dir(folder.join("papers")).map_or(0, Iterator::count) == 0 {
        thread::sleep(Duration::from_millis(1));
    }
    Command::new("kill").args(["-INT", &running.id().to_string()]).status().unwrap();
    let code = running.wait().unwrap().code();
    // It may have been quicker than whoever stopped it.
    assert!(matches!(code, Some(130 | 0)), "{code:?}");
    let whole = args.map(|it| if it == "papers" { "whole" } else { it });
    let whole = [&["papers"], &whole[1..]].concat();
    assert_eq!(said(&joint_meeting(&folder).args(whole).output().unwrap()).0, 0);
    for it in fs::read_dir(folder.join("papers")).unwrap().map(|it| it.unwrap().path()) {
        let same = folder.join("whole").join(it.file_name().unwrap());
        assert_eq!(fs::read(&it).unwrap(), fs::read(same).unwrap(), "{}", it.display());
    }
}
