//! The charters that only tests use, and what each of them shows: a part of `docs/charters.md` and of `docs/coverage.md`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use joint_meeting::{Charter, charters};

use crate::vector::{self, Vector};

/// What each shows, by its file.
const SHOWS: &[(&str, &str)] = &[
    (
        "three-towns",
        "There is neither a lead unit nor an office. Three conveners of the same rank may each call alone and act for the missing office, \
         and a member that neither leads nor convenes sponsors the documents: they bear its mark and its number, and it sends them out.",
    ),
    (
        "two-bureaus",
        "Two units lead, their heads convene together, and each has an office. One of the two sponsors documents.",
    ),
    (
        "ministries-28",
        "A record names four of twenty-eight member units. Sessions are counted through from before the record, and two rules from above bind \
         on different days, one of them by some of its clauses alone: until it does, documents go out in the body's own name.",
    ),
    (
        "banks-and-companies",
        "Members are classes (all banks of the county) and companies that may join and leave. Silence of five working days is consent, three banks \
         together oblige the office to call a meeting, and papers bear no number: they are no drafts for want of one.",
    ),
    (
        "two-provinces",
        "Two counties of two provinces lead together, and the charter names no sponsor: mark, number and signature of a document are of the side that \
         numbers it, and a notice about it as well. Two bodies stand above.",
    ),
    (
        "county-task",
        "A county's body stands below its city's: it takes its matters from there, reports its documents and results there, and is judged by its own \
         charter in an audit of the family.",
    ),
    (
        "weekly-town",
        "A plenary is held each week, at most twice, and twice in the flood season. One unit that attends may agree alone, reports are made by word \
         of mouth, and inspections are of villages.",
    ),
    (
        "amends-itself",
        "A plenary amends the charter and chooses by which version open matters go on; a matter needs two votes in favour, it ends on a day, and a rule from above \
         binds from the middle of a year: there is an office before that day and none after, and only what was done from then on is evidence for the rule.",
    ),
    ("city-task", "The body above that of the county, itself bound by a city's rule on joint meetings."),
    ("ministries", "A body bound by two rules from above from its first day."),
    ("two-districts", "Two areas, bodies around it, and what each unit does."),
    ("record-town", "A record that shows little, for all that is not seen."),
    ("lamps-2024", "A charter with its text, in which phrases are misplaced."),
];

/// A charter of the tests with its vectors.
struct Shape {
    file: String,
    charter: Charter,
    shows: &'static str,
    vectors: Vec<Vector>,
}

fn shapes() -> Vec<Shape> {
    let bundled: BTreeSet<&str> = charters::ALL.iter().map(|(name, _)| *name).collect();
    let mut told: BTreeMap<String, Vec<Vector>> = BTreeMap::new();
    for (_, file) in vector::all() {
        told.entry(file.charter).or_default().extend(file.vectors);
    }
    let of_tests = vector::charters().into_iter().filter(|(name, _)| !bundled.contains(name.as_str()));
    let mut shapes: Vec<Shape> = of_tests
        .map(|(file, charter)| {
            let shows = SHOWS.iter().find(|(name, _)| *name == file);
            let shows = shows.unwrap_or_else(|| panic!("{file}: say in `shapes` what it shows")).1;
            let vectors = told.remove(&file).unwrap_or_default();
            Shape { file, charter, shows, vectors }
        })
        .collect();
    shapes.sort_by_key(|it| SHOWS.iter().position(|(name, _)| *name == it.file));
    shapes
}

/// The part of the page of charters: what each shape shows, and what it fixes that no charter of the library does.
pub(crate) fn described() -> String {
    let load = |(_, file): &(&str, &str)| Charter::from_json(file).expect("it loads");
    let of_library: Vec<Charter> = charters::ALL.iter().chain(charters::GENERAL).map(load).collect();
    let keys = |charter: &Charter| -> BTreeSet<String> {
        charter.file().clauses.iter().flat_map(|it| it.sets.keys().map(ToString::to_string)).collect()
    };
    let known: BTreeSet<String> = of_library.iter().flat_map(keys).collect();
    let mut out = "\n## Shapes of the tests\n\nNo such bodies exist: these charters stand in `tests/charters` and are shapes that the public \
                   ones do not have. The vectors on them, their lints, the cures that their refusals offer and all kinds of their papers are \
                   tested as those of the library are.\n\n"
        .to_owned();
    for it in shapes() {
        let file = it.charter.file();
        let _ = write!(out, "* `{}`: {} ({}). {}", it.file, file.title.zh, file.level, it.shows);
        let bound = file.governed_by.iter().map(|it| match it.from {
            Some(from) => format!("`{}` from {from}", it.charter),
            None => format!("`{}`", it.charter),
        });
        let bound: Vec<String> = bound.collect();
        if !bound.is_empty() {
            let _ = write!(out, " Governed by {}.", bound.join(" and "));
        }
        if let Some(parent) = &file.parent {
            let _ = write!(out, " Below `{parent}`.");
        }
        let own: Vec<String> = keys(&it.charter).difference(&known).map(|key| format!("`{key}`")).collect();
        if !own.is_empty() {
            let _ = write!(out, " It fixes what no charter of the library does: {}.", own.join(", "));
        }
        out.push('\n');
    }
    out.push_str(SAYABLE);
    out
}

/// What a file can say since these shapes were written.
const SAYABLE: &str = "
What a charter file can say since these shapes were written, and could not before: a sponsor of documents where several units lead or none
does (`document.sponsor`), offices of several units (`role.further_offices`), who acts for a role that is missing (`role.acting_for`), lists
that are known in part and how many there are in all (`unit.listed_in_part`, `unit.count`), the duties of each unit and who may fix them
(`unit.duties`, `unit.duties_fixed_by`), sessions counted through (`meeting.ordinals`), what is inspected (`inspection.of`), several areas
(`charter.jurisdictions`) and the bodies around this one (`charter.related_bodies`), a name that the title does not say
(`charter.body_name`), and rules from above that bind from a day on, clause by clause (`governed_by`).
";

/// The part of the page of coverage: how many clauses and rules each shape has, and how many vectors of which kind.
pub(crate) fn counted() -> String {
    let mut out = "\n## Shapes of the tests\n\n| file | clauses | rules claimed | accepted | refused | questions | of which papers |\n\
                   | --- | --- | --- | --- | --- | --- | --- |\n"
        .to_owned();
    for it in shapes() {
        let clauses = &it.charter.file().clauses;
        let rules: BTreeSet<&String> = clauses.iter().flat_map(|it| &it.rules).collect();
        let count = |which: &dyn Fn(&Vector) -> bool| it.vectors.iter().filter(|it| which(it)).count();
        let accepted = count(&|it| it.then.get("accepted").is_some());
        let refused = count(&|it| it.then.get("refused").is_some());
        let asked = count(&|it| it.ask.is_some());
        let papers = count(&|it| it.ask.as_ref().is_some_and(|it| it.contains_key("papers")));
        let _ = writeln!(
            out,
            "| `{}` | {} | {} | {accepted} | {refused} | {asked} | {papers} |",
            it.file,
            clauses.len(),
            rules.len()
        );
    }
    out
}
