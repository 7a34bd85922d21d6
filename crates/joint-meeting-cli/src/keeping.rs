//! Where bodies are kept: which store, which body of it, and what a store says when it gives no answer.

use std::path::{Path, PathBuf};

use joint_meeting::{Charter, charters, words::nearest};
use joint_meeting_store::{BodyName, CharterSource, File, Held, Sqlite, Store, StoreError};

use crate::{
    caller::CommandCaller,
    end::{CommandEnd, CommandFault, end_of},
    words::joined,
};

/// A store of whatever kind.
pub(crate) type AnyStore = Box<dyn Store>;

/// What a store is opened for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opening {
    Read,
    Write,
    /// To begin with; it may be made.
    Found,
}

impl CommandCaller<'_> {
    /// Which store is meant.
    pub(crate) fn place(&self) -> String {
        self.or_environment("store", "JOINT_MEETING_STORE").unwrap_or_else(|| "joint-meeting.db".to_owned())
    }

    pub(crate) fn stored<T>(&self, answer: Result<T, StoreError>) -> Result<T, CommandFault> {
        answer.map_err(|why| CommandFault {
            end: end_of(&why),
            kind: why.kind(),
            text: why.text(self.language),
        })
    }

    pub(crate) fn store(&self, opening: Opening) -> Result<AnyStore, CommandFault> {
        let place = self.place();
        if place.starts_with("postgres://") || place.starts_with("postgresql://") {
            return self.server(&place, opening);
        }
        let path = Path::new(&place);
        if opening != Opening::Found && !path.exists() {
            let text = self.say("store.none", &[&place]);
            return Err(CommandFault { end: CommandEnd::Store, kind: "no_store", text });
        }
        let is_folder = path.is_dir() || (!path.exists() && place.ends_with(['/', '\\']));
        let opened: Result<AnyStore, StoreError> = match (is_folder, opening) {
            (true, Opening::Read) => File::open_read_only(path).map(|it| Box::new(it) as AnyStore),
            (true, _) => File::open(path).map(|it| Box::new(it) as AnyStore),
            (false, Opening::Read) => Sqlite::open_read_only(path).map(|it| Box::new(it) as AnyStore),
            (false, _) => Sqlite::open(path).map(|it| Box::new(it) as AnyStore),
        };
        self.stored(opened)
    }

    #[cfg(feature = "postgres")]
    fn server(&self, place: &str, opening: Opening) -> Result<AnyStore, CommandFault> {
        use joint_meeting_store::Postgres;
        let opened = match opening {
            Opening::Read => Postgres::at_read_only(place),
            _ => Postgres::at(place),
        };
        self.stored(opened.map(|it| Box::new(it) as AnyStore))
    }

    #[cfg(not(feature = "postgres"))]
    fn server(&self, _: &str, _: Opening) -> Result<AnyStore, CommandFault> {
        Err(CommandFault { end: CommandEnd::Usage, kind: "no_server", text: self.say("store.server", &[]) })
    }

    /// The names of the bodies of a store; so many are told.
    pub(crate) fn names(&self, store: &AnyStore) -> Result<Vec<BodyName>, CommandFault> {
        self.stored(store.bodies(None, 1000))
    }

    /// The body that is meant.
    pub(crate) fn body_name(&self, store: &AnyStore) -> Result<BodyName, CommandFault> {
        if let Some(said) = self.of("body") {
            return self.stored(said.parse().map_err(StoreError::from));
        }
        let mut names = self.names(store)?;
        match (names.pop(), names.as_slice()) {
            (Some(only), []) => Ok(only),
            (None, _) => Err(CommandFault::input("empty", self.say("store.empty", &[&self.place()]))),
            (Some(last), others) => {
                let all = others.iter().chain([&last]).take(20).map(BodyName::as_str);
                let all = joined(self.language, all);
                Err(CommandFault::usage(self.say("store.several", &[&self.place(), &all])))
            }
        }
    }

    /// The body that is meant, opened, with the present moment set.
    pub(crate) fn held(&self, opening: Opening) -> Result<Held<AnyStore>, CommandFault> {
        let store = self.store(opening)?;
        let name = self.body_name(&store)?;
        let names = self.names(&store)?;
        let opened = Held::open(store, &name);
        if let Err(StoreError::Unknown { .. }) = &opened {
            let near: Vec<&str> =
                nearest(name.as_str(), names.iter().map(|it| (it.as_str(), it.as_str()))).collect();
            return self.stored(opened).map_err(|why| self.with_nearest(why, &near));
        }
        let mut held = self.stored(opened)?;
        if let Some(charter) = held.body().charters().last() {
            let now = self.now(charter.offset())?;
            held.set_now(now);
        }
        Ok(held)
    }

    /// A fault with the names that were perhaps meant.
    pub(crate) fn with_nearest(&self, why: CommandFault, near: &[&str]) -> CommandFault {
        if near.is_empty() {
            return why;
        }
        let near = self.say("nearest", &[&joined(self.language, near)]);
        CommandFault { text: format!("{}\n{near}", why.text), ..why }
    }

    /// The file of names beside the store.
    pub(crate) fn beside(&self, body: &BodyName) -> PathBuf {
        let place = self.place();
        PathBuf::from(format!("{}.{}.given.json", place.trim_end_matches(['/', '\\']), body.as_str()))
    }

    /// A charter by the name of one that comes with the program, or from a file with the general charters beside it.
    pub(crate) fn charter(&self, said: &str) -> Result<(CharterSource, Charter), CommandFault> {
        let source = match CharterSource::bundled(said) {
            Some(it) if !Path::new(said).is_file() => it,
            _ if Path::new(said).exists() => self.charter_file(said)?,
            _ => {
                let names = charters::ALL.iter().map(|(name, _)| (*name, *name));
                let mut near: Vec<&str> = nearest(said, names).collect();
                if near.is_empty() {
                    near.extend(charters::ALL.iter().map(|it| it.0).filter(|it| it.contains(said)));
                }
                let why = CommandFault::input("charter", self.say("bad.charter", &[said]));
                return Err(self.with_nearest(why, &near));
            }
        };
        let wrong = |why: joint_meeting::charter::CharterErrors| {
            let lines = why.0.iter().map(|it| format!("\n  {}", it.text(self.language)));
            CommandFault::input("charter", self.say("bad.charter-file", &[said, &lines.collect::<String>()]))
        };
        let charter = source.charter().map_err(wrong)?;
        Ok((source, charter))
    }

    fn charter_file(&self, path: &str) -> Result<CharterSource, CommandFault> {
        let json = self.read(path)?;
        let file: serde_json::Value = serde_json::from_str(&json).unwrap_or_default();
        let named = file.get("governed_by").and_then(|it| it.as_array()).into_iter().flatten();
        let id = |it: &'_ serde_json::Value| it.get("charter").unwrap_or(it).as_str().map(str::to_owned);
        let beside = named.filter_map(id).map(|it| Path::new(path).with_file_name(format!("{it}.json")));
        let under: Vec<String> = beside
            .filter(|it| it.exists())
            .map(|it| self.read(&it.to_string_lossy()))
            .collect::<Result<_, _>>()?;
        Ok(CharterSource::new(json).under(under))
    }
}
