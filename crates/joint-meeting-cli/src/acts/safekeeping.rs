//! Keeping records safe: verify, repair, export, import, backup.

use std::{collections::BTreeMap, fs, path::Path, time::Duration};

use indicatif::{ProgressBar, ProgressStyle};
use joint_meeting::{journal::Head, wire};
use joint_meeting_store::{
    BodyName, CharterSource, Exported, File, StoreError, export as export_of, import as import_into,
    verify as verify_body,
};

use crate::{
    caller::CommandCaller,
    end::{CommandEnd, CommandFault, Ended, end_of},
    files,
    keeping::Opening,
};

const JOURNAL: &str = "journal.jsonl";

/// How often a sign of life moves.
const TICK: Duration = Duration::from_millis(100);

/// A bar on standard error, where that is a terminal; only how far it has come, where nobody knows how much there is.
pub(super) fn bar(caller: &CommandCaller<'_>, what: &str, count: Option<usize>) -> ProgressBar {
    let (bar, template) = match count {
        Some(count) => (ProgressBar::new(count as u64), "{msg} [{bar:30}] {pos}/{len}"),
        None => (ProgressBar::new_spinner(), "{spinner} {msg} {pos} [{elapsed}]"),
    };
    let bar = bar.with_message(caller.say(what, &[]));
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// Says on a terminal that something is under way of which nobody knows how long it takes, until it is done.
fn under_way<T>(caller: &CommandCaller<'_>, what: &str, work: impl FnOnce() -> T) -> T {
    let bar = bar(caller, what, None);
    bar.enable_steady_tick(TICK);
    let done = work();
    bar.finish_and_clear();
    done
}

pub(super) fn verify(caller: &CommandCaller<'_>) -> Ended {
    let store = caller.store(Opening::Read)?;
    let names = match caller.of("body") {
        Some(_) => vec![caller.body_name(&store)?],
        None => caller.names(&store)?,
    };
    let known: BTreeMap<String, Head> = match caller.of("heads") {
        Some(path) => {
            let wrong = |why: wire::MalformedError| {
                CommandFault::input("json", caller.say("bad.json", &[path, &why.text(caller.language)]))
            };
            wire::from_str(&caller.read(path)?).map_err(wrong)?
        }
        None => BTreeMap::new(),
    };
    let bar = bar(caller, "verify.progress", Some(names.len()));
    let (mut end, mut heads, mut answers) = (CommandEnd::Done, BTreeMap::new(), Vec::new());
    let mut lines = Vec::new();
    for name in &names {
        match verify_body(&store, name, known.get(name.as_str())) {
            Ok(it) => {
                let count = it.head.count.to_string();
                lines.push(caller.say("verify.good", &[name.as_str(), &count, &it.head.digest]));
                for breach in &it.breaches {
                    lines.push(caller.say("verify.breach", &[&breach.no.to_string()]));
                }
                answers.push(
                    serde_json::json!({"body": name.as_str(), "head": it.head, "breaches": it.breaches}),
                );
                heads.insert(name.as_str().to_owned(), it.head);
            }
            Err(why) => {
                end = end_of(&why);
                let text = why.text(caller.language);
                answers.push(
                    serde_json::json!({"body": name.as_str(), "error": {"kind": why.kind(), "text": text}}),
                );
                lines.push(caller.say("verify.bad", &[name.as_str(), &text]));
            }
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    if let Some(missing) = known.keys().find(|it| !names.iter().any(|name| name.as_str() == *it)) {
        end = CommandEnd::Damage;
        let name: BodyName = caller.stored(missing.parse().map_err(StoreError::from))?;
        let why = StoreError::Unknown { place: caller.place(), body: name };
        lines.push(caller.say("verify.bad", &[missing, &why.text(caller.language)]));
    }
    if caller.has("json") {
        caller.answer(&caller.place(), None, &serde_json::Value::from(answers).to_string());
    } else {
        lines.iter().for_each(|it| caller.print(it));
    }
    if let Some(path) = caller.of("keep") {
        caller.put(Path::new(path), format!("{}\n", wire::to_string(&heads)).as_bytes())?;
        if !caller.has("json") {
            caller.print(&caller.say("verify.heads", &[path]));
        }
    }
    Ok(end)
}

pub(super) fn repair(caller: &CommandCaller<'_>) -> Ended {
    let place = caller.place();
    if !Path::new(&place).is_dir() {
        return Err(CommandFault::usage(caller.say("store.file-only", &[&place])));
    }
    let store = caller.stored(File::open(&place))?;
    let names = match caller.of("body") {
        Some(said) => vec![caller.stored(said.parse().map_err(StoreError::from))?],
        None => {
            use joint_meeting_store::Store as _;
            caller.stored(store.bodies(None, 1000))?
        }
    };
    for name in names {
        match caller.stored(store.repair(&name))? {
            None => caller.print(&caller.say("repair.none", &[name.as_str()])),
            Some(it) => {
                let kept = it.kept.display().to_string();
                let count = it.head.count.to_string();
                caller.print(&caller.say("repair.done", &[name.as_str(), &count, &kept]));
            }
        }
    }
    Ok(CommandEnd::Done)
}

pub(super) fn export(caller: &CommandCaller<'_>) -> Ended {
    let folder = caller.of("folder").unwrap_or_default();
    let store = caller.store(Opening::Read)?;
    let name = caller.body_name(&store)?;
    let whole = caller.stored(under_way(caller, "export.progress", || export_of(&store, &name)))?;
    let mut all = vec![(JOURNAL.to_owned(), whole.journal)];
    for (ix, charter) in (1..).zip(whole.charters) {
        all.push((format!("charter-{ix}.json"), charter.json.into_bytes()));
        let under = (1..).zip(charter.under);
        all.extend(under.map(|(of, it)| (format!("charter-{ix}-under-{of}.json"), it.into_bytes())));
    }
    files::put_folder(Path::new(folder), &all).map_err(|why| caller.not_written(Path::new(folder), &why))?;
    if caller.has("json") {
        let names: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
        caller.answer(name.as_str(), None, &wire::to_string(&names));
    } else {
        caller.print(&caller.say("file.done", &[folder]));
    }
    Ok(CommandEnd::Done)
}

pub(super) fn import(caller: &CommandCaller<'_>) -> Ended {
    let folder = caller.of("folder").unwrap_or_default();
    let path = |name: &str| Path::new(folder).join(name).to_string_lossy().into_owned();
    let journal = fs::read(path(JOURNAL))
        .map_err(|_| CommandFault::input("folder", caller.say("bad.folder", &[folder, JOURNAL])))?;
    let mut charters = Vec::new();
    for ix in 1.. {
        let file = path(&format!("charter-{ix}.json"));
        if !Path::new(&file).exists() {
            break;
        }
        let mut under = Vec::new();
        for of in 1.. {
            let file = path(&format!("charter-{ix}-under-{of}.json"));
            if !Path::new(&file).exists() {
                break;
            }
            under.push(caller.read(&file)?);
        }
        charters.push(CharterSource::new(caller.read(&file)?).under(under));
    }
    if charters.is_empty() {
        return Err(CommandFault::input("folder", caller.say("bad.folder", &[folder, "charter-1.json"])));
    }
    let own = Path::new(folder).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let name: BodyName =
        caller.stored(caller.of("body").unwrap_or(&own).parse().map_err(StoreError::from))?;
    let store = caller.store(Opening::Found)?;
    let whole = Exported::new(charters, journal);
    let head = caller.stored(under_way(caller, "import.progress", || import_into(&store, &name, &whole)))?;
    if caller.has("json") {
        caller.answer(name.as_str(), None, &wire::to_string(&head));
    } else {
        caller.print(&caller.say("import.done", &[name.as_str(), &head.count.to_string()]));
    }
    Ok(CommandEnd::Done)
}

pub(super) fn backup(caller: &CommandCaller<'_>) -> Ended {
    let place = caller.of("place").unwrap_or_default();
    let store = caller.store(Opening::Read)?;
    caller.stored(under_way(caller, "backup.progress", || store.backup(Path::new(place))))?;
    if caller.has("json") {
        caller.answer(&caller.place(), None, &wire::to_string(&[place]));
    } else {
        caller.print(&caller.say("file.done", &[place]));
    }
    Ok(CommandEnd::Done)
}
