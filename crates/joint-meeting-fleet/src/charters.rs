//! The charters of a fleet, each read once and shared: thousands of bodies have one of a few.

use std::{
    collections::BTreeMap,
    sync::{Arc, OnceLock},
};

use joint_meeting::{
    Charter,
    authoring::CharterDiff,
    charters::{self, ALL},
    journal::Header,
};

/// The charters under which the bodies of a fleet stand.
///
/// ```
/// use joint_meeting::Charter;
/// use joint_meeting_fleet::FleetCharters;
///
/// let file = joint_meeting::charters::get("nankai-dog-2022").unwrap();
/// let changed = Charter::from_json(&file.replace(r#"{"month": 12, "day": 25}"#, r#"{"month": 11, "day": 30}"#))?;
/// let charters = FleetCharters::bundled().with(changed.clone());
/// assert!(charters.get(changed.digest()).is_some());
/// # Ok::<(), joint_meeting::charter::CharterErrors>(())
/// ```
#[derive(Debug, Default)]
pub struct FleetCharters {
    by_digest: BTreeMap<String, KnownCharter>,
    /// The digests of the versions of a charter, by its id.
    by_id: BTreeMap<String, Vec<String>>,
}

#[derive(Debug)]
struct KnownCharter {
    charter: Charter,
    /// How it differs from what comes with the library, found when it is first asked for.
    differs: OnceLock<Option<Arc<Differs>>>,
}

/// How a charter differs from the one of its name that comes with the library.
#[derive(Debug)]
pub(crate) struct Differs {
    /// The name of that file.
    pub(crate) bundled: &'static str,
    pub(crate) diff: CharterDiff,
}

impl FleetCharters {
    /// None.
    pub fn new() -> Self {
        Self::default()
    }

    /// Those that come with the library.
    pub fn bundled() -> Self {
        let bundled = ALL.iter().filter_map(|(name, _)| Charter::bundled(name).ok());
        bundled.fold(Self::new(), Self::with)
    }

    /// The same with another charter.
    #[must_use]
    pub fn with(mut self, charter: Charter) -> Self {
        self.add(charter);
        self
    }

    /// Adds a charter. One that is there already is not added again.
    pub fn add(&mut self, charter: Charter) {
        let digest = charter.digest().to_owned();
        if self.by_digest.contains_key(&digest) {
            return;
        }
        self.by_id.entry(charter.id().to_string()).or_default().push(digest.clone());
        self.by_digest.insert(digest, KnownCharter { charter, differs: OnceLock::new() });
    }

    /// The charter with a digest.
    pub fn get(&self, digest: &str) -> Option<&Charter> {
        self.by_digest.get(digest).map(|it| &it.charter)
    }

    /// So many there are.
    pub fn len(&self) -> usize {
        self.by_digest.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.by_digest.is_empty()
    }

    /// The charters of a body: those that a batch names, or that its journal was begun under with its other versions.
    pub(crate) fn of(&self, header: &Header, named: Option<&str>) -> Result<Vec<Charter>, String> {
        let names: Vec<&str> =
            named.unwrap_or_default().split([' ', ',']).filter(|it| !it.is_empty()).collect();
        match names.as_slice() {
            [] => self.begun_under(header),
            [id] if self.by_id.contains_key(*id) => {
                if *id == header.charter.as_str() {
                    self.begun_under(header)
                } else {
                    Err(format!("charter: the journal was begun under `{}`, and not `{id}`", header.charter))
                }
            }
            digests => {
                let one =
                    |it: &&str| self.get(it).cloned().ok_or_else(|| format!("charter: `{it}` is not known"));
                digests.iter().map(one).collect()
            }
        }
    }

    fn begun_under(&self, header: &Header) -> Result<Vec<Charter>, String> {
        let first = self.get(&header.digest).ok_or_else(|| {
            format!(
                "charter: version {} of `{}` with the digest `{}` is not known",
                header.version, header.charter, header.digest
            )
        })?;
        let mut found = vec![first.clone()];
        let others = self.by_id.get(header.charter.as_str()).into_iter().flatten();
        for other in others.filter_map(|it| self.get(it)).filter(|it| it.version() != first.version()) {
            if found.iter().any(|it| it.version() == other.version()) {
                return Err(format!(
                    "charter: there are several files of version {} of `{}`: name those of the body by their digests",
                    other.version(),
                    header.charter
                ));
            }
            found.push(other.clone());
        }
        Ok(found)
    }

    /// How a charter differs from the one that comes with the library: the file of its version or, where there is none, the newest.
    pub(crate) fn differs(&self, charter: &Charter) -> Option<Arc<Differs>> {
        let find = || {
            let bundled = bundled_files();
            let of_id = || bundled.iter().filter(|(_, it)| it.id() == charter.id());
            let same = of_id().find(|(_, it)| it.version() == charter.version());
            let (name, file) = same.or_else(|| of_id().max_by_key(|(_, it)| it.version()))?;
            Some(Arc::new(Differs { bundled: name, diff: file.diff(charter) }))
        };
        match self.by_digest.get(charter.digest()) {
            Some(known) => known.differs.get_or_init(find).clone(),
            None => find(),
        }
    }
}

/// The charters that come with the library, read once.
fn bundled_files() -> &'static [(&'static str, Charter)] {
    static FILES: OnceLock<Vec<(&'static str, Charter)>> = OnceLock::new();
    FILES.get_or_init(|| {
        let read = |(name, _): &(&'static str, &str)| Some((*name, Charter::bundled(name).ok()?));
        charters::ALL.iter().filter_map(read).collect()
    })
}
