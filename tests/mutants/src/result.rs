//! What was found out, kept from one run to the next, and the table that is printed.

use std::{
    collections::BTreeMap,
    fs::{self, OpenOptions},
    io::Write,
    path::PathBuf,
};

use serde::{Deserialize, Serialize};

use crate::{find::Mutant, known::Known, run::Fate};

/// One mutant and its fate.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Result {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) within: String,
    pub(crate) operator: String,
    pub(crate) text: String,
    /// Which of several that look alike.
    pub(crate) nth: usize,
    pub(crate) fate: Fate,
}

/// What tells a mutant from others, wherever it has moved.
pub(crate) type Key = (String, String, String, String, usize);

impl Result {
    pub(crate) fn key(&self) -> Key {
        (self.file.clone(), self.within.clone(), self.operator.clone(), self.text.clone(), self.nth)
    }
}

/// The mutants with their keys.
pub(crate) fn keyed<'c>(all: Vec<(usize, &'c str, &'c Mutant)>) -> Vec<(usize, Key, usize)> {
    let mut seen: BTreeMap<Key, usize> = BTreeMap::new();
    let key = |(no, file, it): (usize, &str, &Mutant)| {
        let mut key: Key = (file.to_owned(), it.within.clone(), it.operator.to_owned(), it.text.clone(), 0);
        let nth = seen.entry(key.clone()).or_default();
        key.4 = *nth;
        *nth += 1;
        (no, key, it.line)
    };
    all.into_iter().map(key).collect()
}

/// The file of results.
pub(crate) struct Results {
    path: PathBuf,
    pub(crate) all: BTreeMap<Key, Result>,
}

impl Results {
    pub(crate) fn open(path: PathBuf, keep: bool) -> Self {
        if !keep {
            let _ = fs::remove_file(&path);
        }
        let text = fs::read_to_string(&path).unwrap_or_default();
        let all = text.lines().filter_map(|it| serde_json::from_str::<Result>(it).ok());
        let all = all.map(|it| (it.key(), it)).collect();
        Self { path, all }
    }

    pub(crate) fn note(&mut self, result: Result) {
        let line = serde_json::to_string(&result).expect("a result is JSON");
        let file = OpenOptions::new().create(true).append(true).open(&self.path);
        let _ = file.and_then(|mut it| writeln!(it, "{line}"));
        self.all.insert(result.key(), result);
    }

    /// How many of each module there are and were run, and what became of them, as `docs/reliability.md` has it; then those that
    /// survived, those without a reason last. Gives how many have none.
    pub(crate) fn print(&self, made: &BTreeMap<String, usize>, known: &Known) -> usize {
        println!("| module | made | run | a vector | another test | out of time | a reason | open |");
        println!("| --- | --- | --- | --- | --- | --- | --- | --- |");
        let mut sums = [0; 7];
        for (module, made) in made {
            let of = || self.all.values().filter(|it| module_of(&it.file) == *module);
            let count = |is: &dyn Fn(&Result) -> bool| of().filter(|it| is(it)).count();
            let survived = |it: &Result| it.fate == Fate::Survived;
            let row = [
                *made,
                of().count(),
                count(&|it| matches!(it.fate, Fate::Vector(_))),
                count(&|it| matches!(it.fate, Fate::Test(_))),
                count(&|it| it.fate == Fate::Timeout),
                count(&|it| survived(it) && known.reason(it).is_some()),
                count(&|it| survived(it) && known.reason(it).is_none()),
            ];
            println!("| `{module}` | {} |", row.map(|it| it.to_string()).join(" | "));
            sums.iter_mut().zip(row).for_each(|(sum, it)| *sum += it);
        }
        println!("| all | {} |", sums.map(|it| it.to_string()).join(" | "));
        let survived: Vec<&Result> = self.all.values().filter(|it| it.fate == Fate::Survived).collect();
        let (with, without): (Vec<&Result>, Vec<&Result>) =
            survived.into_iter().partition(|it| known.reason(it).is_some());
        for it in with {
            let reason = known.reason(it).unwrap_or_default();
            println!("known: {}:{} {}: `{}`: {reason}", it.file, it.line, it.operator, it.text);
        }
        for it in &without {
            println!("SURVIVED: {}:{} {}: {}: `{}`", it.file, it.line, it.within, it.operator, it.text);
        }
        without.len()
    }
}

/// The module of a file: a concept of the law, or a floor.
pub(crate) fn module_of(file: &str) -> String {
    let mut parts = file.trim_end_matches(".rs").split('/');
    let first = parts.next().unwrap_or_default();
    match (first, parts.next()) {
        ("law" | "views" | "terms" | "charter" | "code", Some(second)) => format!("{first}/{second}"),
        _ => first.to_owned(),
    }
}
