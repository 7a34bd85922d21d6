//! Drives a door by a fuzzer that looks at what is reached (libFuzzer). `DOOR` names the door; `cargo xtask torture` starts it.
//!
//! `SEEDS` names a folder: the input to begin with is written there, and nothing else is done. `REACHED` names the notes on what
//! the inputs in the folder `FOUND` and others reach: those that are worth it are kept, and nothing else is done. Where no door is
//! named, the names of all are printed.
#![no_main]

use std::{fs, path::Path, sync::LazyLock};

use doors::{Door, holds, keep::keep, mutate::Pool, seeds::seeds};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

static DOOR: LazyLock<(Door, Pool)> = LazyLock::new(|| {
    let name = std::env::var("DOOR").expect("DOOR names the door");
    let door = Door::named(&name).unwrap_or_else(|| panic!("there is no door `{name}`"));
    (door, Pool::of(door))
});

/// Does what is asked instead of fuzzing.
fn begin() {
    if std::env::var_os("DOOR").is_none() {
        Door::ALL.iter().for_each(|it| println!("{}", it.name()));
        std::process::exit(0);
    }
    if let (Ok(reached), Ok(found)) = (std::env::var("REACHED"), std::env::var("FOUND")) {
        let notes = fs::read_to_string(reached).expect("the notes can be read");
        keep(DOOR.0, &notes, Path::new(&found)).expect("what was found can be kept");
        std::process::exit(0);
    }
    let Ok(folder) = std::env::var("SEEDS") else { return };
    for (ix, seed) in seeds(DOOR.0).iter().enumerate() {
        fs::write(Path::new(&folder).join(format!("seed-{ix}")), seed).expect("the folder can be written");
    }
    std::process::exit(0);
}

fuzz_target!(init: begin(), |data: &[u8]| holds(DOOR.0, data));

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let (door, pool) = &*DOOR;
    let changed = (seed % 8 != 0).then(|| pool.change(*door, &data[..size], seed.into())).flatten();
    match changed {
        Some(it) if it.len() <= max_size => {
            data[..it.len()].copy_from_slice(&it);
            it.len()
        }
        _ => fuzzer_mutate(data, size, max_size),
    }
});
