//! The skeleton of a charter: it loads, everything in it is silent, and the lints say what is missing.

use std::{collections::BTreeSet, path::Path, process::Command};

use joint_meeting::{
    Charter, JointMeeting,
    authoring::{Lint, skeleton},
    charter::{Force, READINGS, ReadingTerm, SettingKey},
};

fn load(json: &str) -> Charter {
    Charter::from_json(json).unwrap_or_else(|why| panic!("{why}"))
}

/// What must be missing where nothing is said yet: nobody to act, no units to bear a duty, no way out.
const EXPECTED: &[Lint] = &[Lint::StepNobodyMayTake, Lint::DutyNobodyBears, Lint::NoWayOut];

fn is_as_expected(charter: &Charter) {
    let found: BTreeSet<Lint> = charter.lint().iter().map(|it| it.code).collect();
    assert_eq!(found, EXPECTED.iter().copied().collect());
}

#[test]
fn it_loads_and_everything_is_silent() {
    let charter = load(&skeleton(&"riverside-lamps-2026".parse().unwrap()));
    assert_eq!(charter.id().as_str(), "riverside-lamps-2026");
    let own = &charter.file().clauses;
    assert!(own.iter().all(|it| it.force == Force::Silence && it.sets.is_empty()));
    let silent: Vec<&str> = own.iter().flat_map(|it| &it.silent).map(String::as_str).collect();
    assert_eq!(silent, SettingKey::ALL.iter().map(|it| it.name()).collect::<Vec<_>>());
    for reading in READINGS {
        let term = own.iter().find_map(|it| it.readings.get(reading.id)).unwrap();
        let ReadingTerm::Open { options, suggested } = term else { panic!("{} is fixed", reading.id) };
        assert_eq!(options.iter().map(String::as_str).collect::<Vec<_>>(), reading.options);
        assert_eq!(suggested, reading.options[0]);
    }
    is_as_expected(&charter);
    assert!(JointMeeting::new([charter]).is_ok());
}

/// Runs the program for authors, and gives what it says when it fails.
fn new_charter(name: &str, folder: &Path) -> Result<(), String> {
    let done = Command::new(env!("CARGO_BIN_EXE_charter")).args(["new", name]).arg(folder).output().unwrap();
    if done.status.success() { Ok(()) } else { Err(String::from_utf8(done.stderr).unwrap()) }
}

#[test]
fn the_program_writes_it_once_and_under_a_good_name() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("new-charter");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    assert_eq!(new_charter("riverside-lamps-2026", &folder), Ok(()));
    let path = folder.join("riverside-lamps-2026.json");
    is_as_expected(&load(&std::fs::read_to_string(&path).unwrap()));
    // What an author has filled in is not written over.
    std::fs::write(&path, "{}").unwrap();
    let again = new_charter("riverside-lamps-2026", &folder).unwrap_err();
    assert!(again.contains("riverside-lamps-2026.json") && again.contains("exists"), "{again}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "{}");
    for name in ["", "Lamps", "../lamps", "lamps.json", "路灯", "-lamps", "lamps--2026", "a b", "7-lamps"] {
        let why = new_charter(name, &folder).unwrap_err();
        assert!(why.contains(&format!("`{name}`")), "{why}");
    }
    let nowhere = new_charter("lamps", &folder.join("nowhere")).unwrap_err();
    assert!(nowhere.contains("lamps.json"), "{nowhere}");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
}
