//! What programs in several languages have written together: `shared FILE begin`, `shared FILE bring JOURNAL`, `shared FILE verify`.
//!
//! Each verifies all of the file in the end, and fails where anything is not as it was written.

use std::{error::Error, process::ExitCode};

use joint_meeting::{
    Submission,
    act::{AdoptCharter, FirstHolder},
    id, time, wire,
};
use joint_meeting_store::{BodyName, CharterSource, Exported, Held, Sqlite, create, import, verify_all};

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let ran = match &args[..] {
        [file, "begin"] => begin(file).and_then(|()| verified(file)),
        [file, "bring", journal] => bring(file, journal).and_then(|()| verified(file)),
        [file, "verify"] => verified(file),
        _ => Err("shared FILE (begin | bring JOURNAL | verify)".into()),
    };
    match ran {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn charter() -> Result<CharterSource, Box<dyn Error>> {
    CharterSource::bundled("nankai-dog-2022").ok_or_else(|| "there is no such charter".into())
}

/// Founds a body with one matter for its agenda.
fn begin(file: &str) -> Result<(), Box<dyn Error>> {
    let (store, dogs) = (Sqlite::open(file)?, "dogs".parse()?);
    create(&store, &dogs, &[charter()?])?;
    let holders =
        [FirstHolder::new(id!("deputy-head"), id!("p1")), FirstHolder::new(id!("order-head"), id!("p2"))];
    let founding = AdoptCharter::new(id!("nankai-dog-2022"), 1, holders);
    let founding = Submission::new(founding, id!("p1"), time!("2022-04-21T09:00:00+08:00"));
    Held::open(&store, &dogs)?.perform(&founding)??;
    goes_on(&store, &dogs)
}

/// Brings in a journal that another language has written, and goes on with it.
fn bring(file: &str, journal: &str) -> Result<(), Box<dyn Error>> {
    let (store, pages) = (Sqlite::open(file)?, "pages".parse()?);
    import(&store, &pages, &Exported::new(vec![charter()?], std::fs::read(journal)?))?;
    goes_on(&store, &pages)
}

fn goes_on(store: &Sqlite, body: &BodyName) -> Result<(), Box<dyn Error>> {
    let matter = r#"{"act": {"type": "add_agenda_item", "item": "of-rust", "title": "群众来信", "kind": "discussion"},
        "by": "p2", "at": "2022-05-09T09:00:00+08:00"}"#;
    Held::open(store, body)?.perform(&wire::from_str(matter)?)??;
    Ok(())
}

fn verified(file: &str) -> Result<(), Box<dyn Error>> {
    let store = Sqlite::open_read_only(file)?;
    let mut wrong = Vec::new();
    let count = verify_all(&store, |body, found| match found {
        Ok(it) if it.breaches.is_empty() => {
            println!("{file}: `{body}` is whole, with {} entries", it.head.count)
        }
        Ok(it) => wrong.push(format!("`{body}`: {:?}", it.breaches)),
        Err(why) => wrong.push(why.to_string()),
    })?;
    if count == 0 {
        wrong.push(format!("{file} has no body"));
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}
