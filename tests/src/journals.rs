//! Journals whose lines are changed and then chained anew.

use joint_meeting::journal::{self, Head};

/// The lines in another spelling, each chained anew, so that nothing but the spelling can be seen.
pub fn respelled(text: &str, spell: impl Fn(&str) -> String) -> (String, Head) {
    let mut lines = text.split_inclusive('\n');
    let mut all = lines.next().expect("there is a header").to_owned();
    let mut head = journal::verify(&all, None).expect("the header is sound");
    for line in lines {
        let (before, _) = line.rsplit_once("\"prev\":\"").expect("a line has a link");
        let (_, after) = line.split_at(before.len() + 8 + 64);
        let line = spell(&format!("{before}\"prev\":\"{}{after}", head.digest));
        let digest = journal::digest(line.trim_end_matches('\n').as_bytes());
        head = Head { count: head.count + 1, digest };
        all += &line;
    }
    (all, head)
}
