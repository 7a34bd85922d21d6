//! The floors of a crate: a file imports from its own room and from the floors below, never from above and never from a room beside it.
//!
//! The floors are data here. How the imports of a file are read and followed is in `conformance::imports`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use conformance::imports::{Sources, imports};

/// A crate, and how it is built.
struct House {
    /// Where its sources are.
    sources: &'static str,
    /// From the lowest floor to the highest.
    rooms: &'static [Room],
    /// Files that may be long, each with the reason: it is a list.
    lists: &'static [(&'static str, &'static str)],
    /// Whether no files of different folders may import each other, not even on one floor.
    has_no_circles: bool,
}

/// Files that belong together, and know each other.
struct Room {
    floor: u8,
    /// Each is a file and the folder of that name: `words` is `words.rs` and `words/`.
    places: &'static [&'static str],
}

const HOUSES: &[House] = &[CORE, DOCUMENTS, STORE, TABLES, FLEET, COMMAND];

const CORE: House = House {
    sources: "../crates/joint-meeting/src",
    rooms: &[
        Room { floor: 0, places: &["terms"] },
        Room { floor: 1, places: &["charter"] },
        Room { floor: 2, places: &["state"] },
        Room { floor: 3, places: &["kernel"] },
        Room { floor: 4, places: &["law"] },
        Room { floor: 5, places: &["registry"] },
        Room { floor: 6, places: &["code"] },
        Room { floor: 7, places: &["body", "journal"] },
        Room { floor: 8, places: &["views"] },
        Room { floor: 9, places: &["doors"] },
        Room { floor: 10, places: &["lib"] },
    ],
    lists: &[],
    has_no_circles: false,
};

const DOCUMENTS: House = House {
    sources: "../crates/joint-meeting-documents/src",
    rooms: &[
        Room { floor: 0, places: &["terms"] },
        Room { floor: 1, places: &["paper", "calendar"] },
        Room { floor: 2, places: &["words"] },
        Room { floor: 3, places: &["facts"] },
        Room { floor: 4, places: &["sources"] },
        Room { floor: 5, places: &["check"] },
        Room { floor: 5, places: &["make"] },
        Room { floor: 5, places: &["write"] },
        Room { floor: 6, places: &["then"] },
        Room { floor: 7, places: &["desk"] },
        Room { floor: 8, places: &["wire"] },
        Room { floor: 9, places: &["schema"] },
        Room { floor: 10, places: &["lib"] },
    ],
    lists: &[],
    has_no_circles: true,
};

const STORE: House = House {
    sources: "../crates/joint-meeting-store/src",
    rooms: &[
        Room { floor: 0, places: &["terms"] },
        Room { floor: 1, places: &["contract"] },
        Room { floor: 2, places: &["file"] },
        Room { floor: 2, places: &["sqlite"] },
        Room { floor: 3, places: &["postgres"] },
        Room { floor: 10, places: &["lib"] },
    ],
    lists: &[],
    has_no_circles: false,
};

const TABLES: House = House {
    sources: "../crates/joint-meeting-tables/src",
    rooms: &[
        Room { floor: 0, places: &["table"] },
        Room { floor: 1, places: &["write"] },
        Room { floor: 1, places: &["read"] },
        Room { floor: 1, places: &["authoring"] },
        Room { floor: 2, places: &["answers"] },
        Room { floor: 2, places: &["wire"] },
        Room { floor: 3, places: &["roster"] },
        Room { floor: 10, places: &["lib"] },
    ],
    lists: &[],
    has_no_circles: true,
};

const FLEET: House = House {
    sources: "../crates/joint-meeting-fleet/src",
    rooms: &[
        Room { floor: 0, places: &["terms"] },
        Room { floor: 1, places: &["given"] },
        Room { floor: 1, places: &["rows"] },
        Room { floor: 2, places: &["charters"] },
        Room { floor: 3, places: &["ask"] },
        Room { floor: 4, places: &["batch"] },
        Room { floor: 5, places: &["input"] },
        Room { floor: 5, places: &["output"] },
        Room { floor: 6, places: &["run"] },
        Room { floor: 10, places: &["lib"] },
    ],
    lists: &[],
    has_no_circles: false,
};

const COMMAND: House = House {
    sources: "../crates/joint-meeting-cli/src",
    rooms: &[
        Room { floor: 0, places: &["words"] },
        Room { floor: 0, places: &["end"] },
        Room { floor: 0, places: &["files"] },
        Room { floor: 1, places: &["command"] },
        Room { floor: 1, places: &["misused"] },
        Room { floor: 1, places: &["stopping"] },
        Room { floor: 2, places: &["caller"] },
        Room { floor: 3, places: &["keeping"] },
        Room { floor: 4, places: &["making"] },
        Room { floor: 5, places: &["acts"] },
        Room { floor: 10, places: &["main"] },
    ],
    lists: &[],
    has_no_circles: false,
};

/// No file has more lines, unless it is a list.
const LONGEST: usize = 400;
/// Half of the files have no more lines.
const MEDIAN: usize = 150;

#[test]
fn nothing_is_imported_from_above() {
    for house in HOUSES {
        let faults = from_above(house.rooms, &read(house));
        assert!(faults.is_empty(), "{}:\n{}", house.sources, faults.join("\n"));
    }
}

#[test]
fn no_circle_goes_through_folders() {
    for house in HOUSES.iter().filter(|it| it.has_no_circles) {
        let faults = circles(&read(house));
        assert!(faults.is_empty(), "{}:\n{}", house.sources, faults.join("\n"));
    }
}

#[test]
fn files_are_short() {
    for house in HOUSES {
        let faults = too_long(house.lists, &read(house));
        assert!(faults.is_empty(), "{}:\n{}", house.sources, faults.join("\n"));
    }
}

fn read(house: &House) -> Sources {
    fn add(root: &Path, folder: &Path, sources: &mut Sources) {
        for it in fs::read_dir(folder).unwrap() {
            let path = it.unwrap().path();
            if path.is_dir() {
                add(root, &path, sources);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                sources.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    let root = conformance::folder(house.sources);
    let mut sources = Sources::new();
    add(&root, &root, &mut sources);
    sources
}

/// Imports from above or from beside; files without a room, and places without a file.
fn from_above(rooms: &[Room], sources: &Sources) -> Vec<String> {
    let is_in = |file: &str, place: &str| {
        file.strip_prefix(place).is_some_and(|it| it == ".rs" || it.starts_with('/'))
    };
    let room = |file: &str| rooms.iter().find(|it| it.places.iter().any(|it| is_in(file, it)));
    let mut faults = Vec::new();
    for file in sources.keys().filter(|it| room(it).is_none()) {
        faults.push(format!("{file}: on no floor; add it to the rooms"));
    }
    for place in rooms.iter().flat_map(|it| it.places) {
        if !sources.keys().any(|it| is_in(it, place)) {
            faults.push(format!("`{place}` has a floor and no file"));
        }
    }
    for it in imports(sources) {
        let (Some(from), Some(to)) = (room(&it.file), room(&it.held_by)) else { continue };
        if std::ptr::eq(from, to) || to.floor < from.floor {
            continue;
        }
        let what = match (it.held_by.as_str(), to.floor == from.floor) {
            ("lib.rs", _) => "comes through the front door; name the module that holds it",
            (_, true) => "is beside it",
            (_, false) => "runs up",
        };
        faults.push(format!(
            "{}:{}: `{}` {what}: floor {} imports `{}` of floor {}",
            it.file, it.line, it.named, from.floor, it.held_by, to.floor
        ));
    }
    faults
}

/// Files of different folders that import each other, by way of whatever others.
fn circles(sources: &Sources) -> Vec<String> {
    let mut direct: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for it in imports(sources) {
        direct.entry(it.file).or_default().insert(it.held_by);
    }
    let reached: BTreeMap<&String, BTreeSet<&String>> =
        sources.keys().map(|it| (it, reached_from(it, &direct))).collect();
    let folder = |file: &str| Path::new(file).parent().map(Path::to_path_buf);
    let mut faults = Vec::new();
    for (one, all) in &reached {
        for other in all.iter().filter(|it| one < *it && reached[**it].contains(one)) {
            if folder(one) != folder(other) {
                faults.push(format!("{one} and {other} import each other"));
            }
        }
    }
    faults
}

fn reached_from<'d>(
    file: &'d String,
    direct: &'d BTreeMap<String, BTreeSet<String>>,
) -> BTreeSet<&'d String> {
    let (mut all, mut open) = (BTreeSet::new(), vec![file]);
    while let Some(it) = open.pop() {
        open.extend(direct.get(it).into_iter().flatten().filter(|it| all.insert(*it)));
    }
    all
}

fn too_long(lists: &[(&str, &str)], sources: &Sources) -> Vec<String> {
    let mut faults = Vec::new();
    let mut lengths = Vec::new();
    for (file, text) in sources {
        let long = text.lines().count();
        lengths.push(long);
        let is_list = lists.iter().any(|(it, _)| it == file);
        if long > LONGEST && !is_list {
            faults.push(format!("{file}: {long} lines; {LONGEST} are enough for what is no list"));
        }
        if long <= LONGEST && is_list {
            faults.push(format!("{file}: {long} lines; it need not be named as a list"));
        }
    }
    for (file, _) in lists.iter().filter(|(it, _)| !sources.contains_key(*it)) {
        faults.push(format!("{file}: named as a list, and not there"));
    }
    lengths.sort_unstable();
    if let Some(median) = lengths.get(lengths.len() / 2).filter(|it| **it > MEDIAN) {
        faults.push(format!("half of the files have {median} lines or more; {MEDIAN} are enough"));
    }
    faults
}

/// A small crate for the tests of the test.
const ROOMS: &[Room] = &[
    Room { floor: 0, places: &["terms"] },
    Room { floor: 1, places: &["make"] },
    Room { floor: 1, places: &["write"] },
    Room { floor: 2, places: &["desk"] },
    Room { floor: 3, places: &["lib"] },
];

/// What is wrong in it if a file holds this.
fn faults_with(file: &str, text: &str) -> Vec<String> {
    let files = [
        (
            "lib.rs",
            "mod desk; mod make; mod terms; mod write;\npub use crate::{desk::Desk, terms::Error};\npub fn here() {}",
        ),
        ("terms.rs", "pub struct Error;\npub mod day;"),
        ("terms/day.rs", "pub struct Day;"),
        ("make.rs", "mod table;\npub use self::table::Table;"),
        ("make/table.rs", "pub struct Table;"),
        ("write.rs", "pub fn write() {}"),
        ("desk.rs", "pub struct Desk;"),
    ];
    let mut sources: Sources = files.map(|(name, text)| (name.to_owned(), text.to_owned())).into();
    sources.insert(file.to_owned(), text.to_owned());
    from_above(ROOMS, &sources)
}

/// The imports that are found to be wrong, by line and name.
fn wrong_in(file: &str, text: &str) -> Vec<String> {
    let faults = faults_with(file, text);
    let place = |it: &String| {
        let (place, rest) = it.split_once(": `").unwrap_or_else(|| panic!("{it}"));
        let name = rest.split('`').next().unwrap_or_default();
        format!("{}={name}", place.strip_prefix(file).unwrap_or_else(|| panic!("{it}")))
    };
    faults.iter().map(place).collect()
}

#[test]
fn an_import_from_above_is_found_with_its_line() {
    let faults = faults_with("terms/day.rs", "pub struct Day;\n\nuse crate::desk::Desk;\n");
    assert_eq!(
        faults,
        ["terms/day.rs:3: `crate::desk::Desk` runs up: floor 0 imports `desk.rs` of floor 2".to_owned()]
    );
    let faults = faults_with("make/table.rs", "pub struct Table;\nuse crate::write::write;");
    assert_eq!(
        faults,
        ["make/table.rs:2: `crate::write::write` is beside it: floor 1 imports `write.rs` of floor 1"
            .to_owned()]
    );
    assert_eq!(wrong_in("make/table.rs", "use crate::terms::{Error, day::Day};"), [""; 0]);
}

#[test]
fn braces_stars_and_other_names_are_read() {
    let text = "use crate::{\n    terms::{self, day::{Day as Today, *}},\n    desk::{\n        self,\n        Desk as Table,\n    },\n};";
    assert_eq!(wrong_in("make.rs", text), [":4=crate::desk", ":5=crate::desk::Desk"]);
    assert_eq!(wrong_in("make.rs", "pub(crate) use crate::desk::*;"), [":1=crate::desk::*"]);
}

#[test]
fn what_is_named_by_where_it_stands_is_found() {
    let text =
        "use super::super::desk::Desk;\nfn f() -> super::Table { self::g(); super::super::desk::go() }";
    assert_eq!(wrong_in("make/table.rs", text), [":1=crate::desk::Desk", ":2=crate::desk::go"]);
    // Within a module of the file, `super` is the file.
    let text = "pub struct Table;\nmod tests {\n    use super::*;\n    use super::super::super::desk::Desk;\n}\nuse super::super::terms::Error;";
    assert_eq!(wrong_in("make/table.rs", text), [":4=crate::desk::Desk"]);
}

#[test]
fn paths_and_bodies_of_macros_count() {
    let text = "macro_rules! make {\n    ($it:ident) => {\n        mod $it { use super::*; }\n        $crate::desk::Desk::<$it>::new('{', '\\'', \"{\")\n    };\n}\nfn f<'a>(it: &'a str) { crate::write::write() }";
    assert_eq!(wrong_in("make.rs", text), [":4=crate::desk::Desk", ":7=crate::write::write"]);
}

#[test]
fn comments_strings_and_visibility_do_not_count() {
    let text = "// use crate::desk::Desk;\n/* use crate::desk::Desk; /* */ use crate::desk::Desk; */\n/// [`Desk`](crate::desk::Desk)\nconst A: &str = \"use crate::desk::Desk;\";\nconst B: &str = r#\"\"use crate::desk::Desk;\"#;\npub(in crate::desk) fn f() {}\npub(crate) use joint_meeting::desk;\nfn g<'a>() -> impl Sized + use<'a> {}";
    assert_eq!(wrong_in("make.rs", text), [""; 0]);
}

#[test]
fn re_exports_are_followed_and_the_front_door_is_closed() {
    // What `lib.rs` shows is where it is held.
    assert_eq!(wrong_in("write.rs", "use crate::Error;"), [""; 0]);
    assert_eq!(wrong_in("write.rs", "use crate::Desk;"), [":1=crate::Desk"]);
    let faults = faults_with("write.rs", "fn f() { crate::here() }");
    assert!(faults.len() == 1 && faults[0].contains("name the module that holds it"), "{faults:?}");
    // A name that a parent imports is followed to the file that holds it.
    let sources = [
        ("a.rs", "mod b;\npub use self::b::*;\nuse crate::c::Kept;"),
        ("a/b.rs", "pub struct Inner;\nuse super::Kept;"),
        ("c.rs", "pub use crate::a::Inner as Kept;"),
        ("lib.rs", "use crate::a::Inner;"),
    ];
    let found = imports(&sources.map(|(name, text)| (name.to_owned(), text.to_owned())).into());
    let held: Vec<(&str, &str)> = found.iter().map(|it| (it.named.as_str(), it.held_by.as_str())).collect();
    let expected = [
        ("crate::a::b::*", "a/b.rs"),
        ("crate::c::Kept", "a/b.rs"),
        ("crate::a::Kept", "a/b.rs"),
        ("crate::a::Inner", "a/b.rs"),
        ("crate::a::Inner", "a/b.rs"),
    ];
    assert_eq!(held, expected);
}

#[test]
fn every_file_has_a_floor_and_every_floor_a_file() {
    assert_eq!(faults_with("attic.rs", ""), ["attic.rs: on no floor; add it to the rooms".to_owned()]);
    let sources = Sources::from([("lib.rs".to_owned(), String::new())]);
    let faults = from_above(&[Room { floor: 0, places: &["lib", "cellar"] }], &sources);
    assert_eq!(faults, ["`cellar` has a floor and no file".to_owned()]);
}

#[test]
fn circles_and_long_files_are_found() {
    let sources = |files: &[(&str, &str)]| -> Sources {
        files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    };
    let round = [
        ("lib.rs", "mod a; mod c;"),
        ("a.rs", "mod b;\nuse self::b::B;\npub struct A;"),
        ("a/b.rs", "pub struct B(crate::c::C);"),
        ("c.rs", "pub struct C(crate::a::A);"),
    ];
    let expected = ["a.rs and a/b.rs import each other", "a/b.rs and c.rs import each other"];
    assert_eq!(circles(&sources(&round)), expected.map(str::to_owned));
    // Files of one folder may.
    assert_eq!(circles(&sources(&[("a.rs", "use crate::c::C;"), ("c.rs", "use crate::a::A;")])), [""; 0]);

    let long = "\n".repeat(LONGEST + 1);
    let files = sources(&[("a.rs", ""), ("b.rs", ""), ("c.rs", &long)]);
    assert_eq!(too_long(&[], &files).len(), 1);
    assert_eq!(too_long(&[("c.rs", "it is a list")], &files), [""; 0]);
    assert_eq!(too_long(&[("c.rs", "it is a list"), ("b.rs", ""), ("d.rs", "")], &files).len(), 2);
    assert_eq!(too_long(&[("c.rs", "it is a list")], &sources(&[("c.rs", &long)])).len(), 1);
}
