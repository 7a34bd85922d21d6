//! Which of the inputs that a fuzzer found are kept, and how much of them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::Path,
};

use crate::{Door, corpus};

/// The longest input that is kept, in bytes.
pub const BYTES_MAX: usize = 8 * 1024;
/// The most inputs for a door.
pub const KEPT_MAX: usize = 64;
/// The most bytes for a door.
pub const DOOR_BYTES_MAX: usize = 20 * 1024;

/// What one input reaches.
struct Reached {
    length: usize,
    features: BTreeSet<u32>,
}

/// Copies from a folder to the corpus of a door what reaches most for its length of what nothing else reaches, as far as there is
/// room. The notes are those of libFuzzer's merge (its control file): two counts, the paths, and for each path what it reaches.
///
/// # Errors
/// A file cannot be read or written.
pub fn keep(door: Door, notes: &str, found: &Path) -> io::Result<()> {
    let to = corpus(door);
    let (mut count, mut bytes) = (0, 0);
    for it in fs::read_dir(&to)? {
        count += 1;
        bytes += it?.metadata()?.len() as usize;
    }
    let mut new: BTreeMap<&str, Reached> = BTreeMap::new();
    let mut known = BTreeSet::new();
    for (path, it) in reached(notes) {
        match Path::new(path).starts_with(found) {
            true if it.length <= BYTES_MAX => drop(new.insert(path, it)),
            true => {}
            false => known.extend(it.features),
        }
    }
    let chosen = chosen(new, known, KEPT_MAX.saturating_sub(count), DOOR_BYTES_MAX.saturating_sub(bytes));
    for path in &chosen {
        if let Some(name) = Path::new(path).file_name() {
            fs::copy(path, to.join(name))?;
        }
    }
    println!("{}: {} kept, {} of them new", door.name(), count + chosen.len(), chosen.len());
    Ok(())
}

fn reached(notes: &str) -> Vec<(&str, Reached)> {
    let mut lines = notes.lines();
    let count = lines.next().and_then(|it| it.parse().ok()).unwrap_or_default();
    let paths: Vec<&str> = lines.by_ref().skip(1).take(count).collect();
    let (mut all, mut length) = (Vec::new(), 0);
    for line in lines {
        let mut words = line.split(' ');
        let (kind, no) = (words.next(), words.next().and_then(|it| it.parse::<usize>().ok()));
        let mut numbers = words.filter_map(|it| it.parse().ok());
        match (kind, no.and_then(|it| paths.get(it))) {
            (Some("STARTED"), _) => length = numbers.next().unwrap_or_default() as usize,
            (Some("FT"), Some(path)) => all.push((*path, Reached { length, features: numbers.collect() })),
            _ => {}
        }
    }
    all
}

/// One after the other, that first which reaches most for its length.
fn chosen(
    mut new: BTreeMap<&str, Reached>,
    mut known: BTreeSet<u32>,
    count: usize,
    mut room: usize,
) -> Vec<&str> {
    let mut chosen = Vec::new();
    while chosen.len() < count {
        new.retain(|_, it| {
            it.features.retain(|feature| !known.contains(feature));
            it.length <= room && !it.features.is_empty()
        });
        let gain = |it: &Reached, other: &Reached| it.features.len() * other.length.max(1);
        let best = new.iter().max_by(|(_, a), (_, b)| gain(a, b).cmp(&gain(b, a)));
        let Some((path, _)) = best.map(|(path, it)| (*path, it)) else { break };
        if let Some(it) = new.remove(path) {
            room -= it.length;
            known.extend(it.features);
            chosen.push(path);
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTES: &str = "4\n1\nseeds/a\nfound/b\nfound/c\nfound/d\nSTARTED 0 3\nFT 0 1 2\nCOV 0 7\n\
        STARTED 1 10\nFT 1 1 2 3\nCOV 1\nSTARTED 2 20\nFT 2 3 4 5 6 7\nCOV 2\nSTARTED 3 1\nFT 3 2\nCOV 3\n";

    #[test]
    fn what_reaches_most_for_its_length_is_chosen_first() {
        let of = |count, room| {
            let new = reached(NOTES).into_iter().filter(|(path, _)| path.starts_with("found"));
            chosen(new.collect(), BTreeSet::from([1, 2]), count, room)
        };
        assert_eq!(of(9, 99), ["found/c"]);
        assert_eq!(of(9, 19), ["found/b"]);
        assert_eq!(of(0, 99), [""; 0]);
    }
}
