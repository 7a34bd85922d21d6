//! The skeleton of a charter: it loads, everything in it is silent, and the lints say what is missing.

use std::collections::BTreeSet;

use joint_meeting::{
    Charter, JointMeeting,
    authoring::{Lint, skeleton},
    charter::{Force, READINGS, ReadingTerm, SettingKey},
};

fn load(json: &str) -> Charter {
    Charter::from_json(json).unwrap_or_else(|why| panic!("{why}"))
}

/// What must be missing where nothing is said yet: what the body is called. What is not said obliges
/// nobody.
const EXPECTED: &[Lint] = &[Lint::BodyUnnamed];

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
