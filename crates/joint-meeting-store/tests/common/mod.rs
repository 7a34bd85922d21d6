//! What the tests of stores share: folders that go, the scenario's year, chance with a seed, and how each kind of store is opened.

#![allow(dead_code, unreachable_pub, reason = "each test uses a part of it")]

pub mod clerk;
#[cfg(all(unix, feature = "postgres"))]
pub mod cluster;
pub mod memory;
pub mod places;
pub mod suite;

use std::{
    fs,
    hash::{BuildHasher, Hasher, RandomState},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

use joint_meeting::{JointMeeting, Submission, wire};
use joint_meeting_store::{BodyName, CharterSource};
use serde_json::{Value, json};

/// A folder that is gone when this is dropped.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name =
            format!("joint-meeting-store-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A folder of the tests as data.
pub fn data(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests").join(path)
}

/// The submissions of the scenario's year that are accepted.
pub fn year() -> Vec<Submission> {
    let text = fs::read_to_string(data("scenarios/nankai-2022.jsonl")).unwrap();
    let lines = text.lines().map(|it| serde_json::from_str::<Value>(it).unwrap());
    let accepted = lines.filter(|it| it.get("refused_by").is_none());
    accepted.map(|it| wire::from_str(&it["submit"].to_string()).unwrap()).collect()
}

/// The body of the first submissions of the year, in memory.
pub fn in_memory(submissions: &[Submission]) -> JointMeeting {
    let mut body = JointMeeting::bundled("nankai-dog-2022").unwrap();
    submissions.iter().for_each(|it| _ = body.perform(it.clone()).unwrap());
    body
}

/// A matter for the agenda of the scenario's body, of which there can be one of each name.
pub fn matter(item: &str) -> Submission {
    let act = json!({"type": "add_agenda_item", "item": item, "title": "群众来信", "kind": "discussion"});
    wire::from_str(&json!({"act": act, "by": "p2", "at": "2022-05-09T09:00:00+08:00"}).to_string()).unwrap()
}

pub fn nankai() -> CharterSource {
    CharterSource::bundled("nankai-dog-2022").unwrap()
}

pub fn name(it: &str) -> BodyName {
    it.parse().unwrap()
}

/// A seed that is another each time, and printed; `SEED` repeats one.
pub fn seed() -> u64 {
    let of_chance = || RandomState::new().build_hasher().finish();
    let seed = std::env::var("SEED").ok().and_then(|it| it.parse().ok()).unwrap_or_else(of_chance);
    println!("SEED={seed}");
    seed
}

/// How often something is tried: what a variable says, or else so often.
pub fn rounds(variable: &str, short: usize) -> usize {
    std::env::var(variable).ok().and_then(|it| it.parse().ok()).unwrap_or(short)
}

/// Chance with a seed.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((it ^ (it >> 31)) % bound.max(1) as u64) as usize
    }
}
