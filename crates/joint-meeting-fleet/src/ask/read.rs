//! The reading of one body from its journal, and what is said of one that cannot be read.

use std::str;

use joint_meeting::{
    Act, Charter, JointMeeting, Outcome,
    journal::{self, Header},
    wire,
};

use crate::{charters::FleetCharters, given::GivenBody, terms::question::FleetQuestion};

/// A body as its journal tells.
pub(super) fn read(
    given: GivenBody<'_>,
    charters: &FleetCharters,
    question: &FleetQuestion,
) -> Result<JointMeeting, String> {
    if let Some(why) = given.error {
        return Err(why.to_owned());
    }
    if given.name.is_none() {
        return Err("body: it has no name".to_owned());
    }
    let bytes = given.journal.ok_or("journal: there is none")?;
    let journal = str::from_utf8(bytes).map_err(|why| {
        let line = bytes.iter().take(why.valid_up_to()).filter(|it| **it == b'\n').count() + 1;
        format!("journal: line {line} is not UTF-8, from byte {} on", why.valid_up_to())
    })?;
    let of = charters.of(&header(journal)?, given.charter)?;
    let body = replayed(of, journal, question)?;
    every_version_is_known(&body)?;
    Ok(body)
}

/// The first line. A journal without one, or with one that is none, says what is wrong as the library does.
fn header(journal: &str) -> Result<Header, String> {
    let wrong = || match journal::read(journal) {
        Err(why) => format!("journal: {why}"),
        Ok(_) => "journal: line 1 is not read".to_owned(),
    };
    let (line, _) = journal.split_once('\n').ok_or_else(wrong)?;
    wire::from_str(line).map_err(|_| wrong())
}

fn replayed(of: Vec<Charter>, journal: &str, question: &FleetQuestion) -> Result<JointMeeting, String> {
    let calendar = || question.calendar.clone();
    let read = match (question.checked, calendar()) {
        (false, None) => JointMeeting::replay(of, journal),
        (false, Some(by)) => JointMeeting::replay_by(of, by, journal),
        (true, None) => JointMeeting::replay_checked(of, journal, None),
        (true, Some(by)) => JointMeeting::replay_checked_by(of, by, journal, None),
    };
    read.map_err(|why| format!("journal: {why}"))
}

/// A version that came into force and is not known would be judged by another.
fn every_version_is_known(body: &JointMeeting) -> Result<(), String> {
    let known = |version: u32, digest: &str| {
        body.charters().iter().any(|it| it.version() == version && it.digest() == digest)
    };
    for entry in body.entries() {
        if let (Act::AmendCharter(_), Outcome::Adopted { version, digest }) = (&entry.act, &entry.outcome)
            && !known(*version, digest)
        {
            return Err(format!(
                "charter: version {version} with the digest `{digest}`, which entry {} puts into force, is not known",
                entry.no
            ));
        }
    }
    Ok(())
}
