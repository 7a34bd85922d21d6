//! A charter (联席会议制度) as data: its clauses in the order of the text, and what they set.
//!
//! A charter is put together from parts here. How a file is read, checked and bound to the rules is in `code`; what the
//! rules do with the settings is said at the rules.

pub(crate) mod bundled;
pub(crate) mod error;
pub(crate) mod file;
pub(crate) mod governed;
pub(crate) mod options;
pub(crate) mod outline;
pub(crate) mod overruled;
pub(crate) mod questions;
pub(crate) mod readings;
pub(crate) mod settings;
pub(crate) mod text;

pub use self::error::{CharterError, CharterErrors, CharterFileError};
pub use self::file::{
    CharterFile, Clause, FORMAT, Force, KEY_MAX, KnownFrom, LIST_MAX, PostEntry, TOGETHER_MAX, UnitEntry,
    Words,
};
pub use self::governed::Governed;
pub use self::outline::{Level, Node, Outline, Paragraph, PartKind, TextPart, outline};
pub use self::overruled::Overruled;
pub use self::readings::{READINGS, ReadingInfo, ReadingKey, ReadingTerm};
pub use self::settings::choices::{
    Decider, Delegate, Dissolution, Holder, HolderKind, Office, Power, PriorStep, RecipientGroup, StandsTo,
    Succession, Transition,
};
pub use self::settings::values::{
    Alternates, Cadence, Children, CloseOfWork, Creation, DutiesOfUnit, Escalation, Invitation, KeyCadence,
    LegalBasis, LiaisonNaming, MemberClass, MemberNaming, Observers, Presiding, RelatedBody, ReportPart,
    RequestRight, ReservedName, Series, Threshold, UnitChange,
};
pub use self::settings::{Setting, SettingKey, Settings};
pub use self::text::{Misplaced, Misplacement, NearestPassage};

use std::sync::Arc;

use chrono::FixedOffset;

use crate::{
    charter::readings::Stand,
    terms::{
        act_kind,
        id::{CharterId, PostId, UnitId},
        time::Date,
    },
};

/// A charter, loaded and checked.
///
/// ```
/// use joint_meeting::Charter;
///
/// let file = joint_meeting::charters::get("nankai-dog-2022").unwrap();
/// let charter = Charter::from_json(file)?;
/// assert_eq!(charter.clause("T-3").unwrap().at.as_str(), "三（三）¶1");
/// # Ok::<(), joint_meeting::charter::CharterErrors>(())
/// ```
///
/// A clone is another handle on the same charter, so that many bodies can share one.
#[derive(Clone, Debug)]
pub struct Charter(Arc<Loaded>);

impl Charter {
    /// A charter from its parts, which were checked before.
    pub(crate) fn of(parts: Loaded) -> Self {
        Self(Arc::new(parts))
    }
}

#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) file: CharterFile,
    /// The file together with what it takes from general charters.
    pub(crate) whole: CharterFile,
    pub(crate) overruled: Vec<Overruled>,
    /// For each clause of the whole, the first day on which it binds, where that is said.
    pub(crate) binds_from: Vec<Option<Date>>,
    /// What its clauses fix once all that binds it does.
    pub(crate) fixed: Fixed,
    /// What they fix before, up to each day on which something more binds from above, in the order of the days.
    pub(crate) fixed_before: Vec<(Date, Fixed)>,
    pub(crate) offset: FixedOffset,
    pub(crate) digest: String,
    /// For each act, for each of its guards, the clauses that claim it.
    pub(crate) claims: Vec<Vec<Box<[u16]>>>,
    /// For each of the guards asked of every act, the clauses that claim it.
    pub(crate) common: Vec<Box<[u16]>>,
    /// For each act, all clauses it rests on.
    pub(crate) rests: Vec<Box<[u16]>>,
    /// For each clause, the rules it stands behind.
    pub(crate) rules: Vec<ClauseRules>,
}

/// What clauses fix: settings, and how questions of reading are left.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fixed {
    pub(crate) settings: Settings,
    pub(crate) readings: Vec<Option<Stand>>,
}

/// The rules behind a clause, by their places in the lists of all guards and of all duties.
#[derive(Clone, Debug, Default)]
pub(crate) struct ClauseRules {
    pub(crate) guards: Vec<u16>,
    pub(crate) duties: Vec<u16>,
}

/// Two charters are equal if their files, with what binds them from above, are equal.
impl PartialEq for Charter {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || (self.0.digest == other.0.digest && self.0.file == other.0.file)
    }
}

impl Eq for Charter {}

impl Charter {
    /// Its id, the same for all versions.
    pub fn id(&self) -> &CharterId {
        &self.0.file.id
    }

    /// Its version, counted from one.
    pub fn version(&self) -> u32 {
        self.0.file.version
    }

    /// The SHA-256 of the file it was read from and of the general charters that bind it, in hexadecimal.
    pub fn digest(&self) -> &str {
        &self.0.digest
    }

    /// The file as written, without the clauses that bind it from above.
    pub fn file(&self) -> &CharterFile {
        &self.0.file
    }

    /// The clauses, in the order of the text; after them those of the general charters that bind it, under
    /// `<general charter>/<clause>`.
    pub fn clauses(&self) -> &[Clause] {
        &self.0.whole.clauses
    }

    /// The units it names.
    pub fn units(&self) -> &[UnitEntry] {
        &self.0.whole.units
    }

    /// The posts it names.
    pub fn posts(&self) -> &[PostEntry] {
        &self.0.whole.posts
    }

    /// What its own clauses say against the general charters that bind it, and that therefore does not hold.
    pub fn overruled(&self) -> &[Overruled] {
        &self.0.overruled
    }

    /// A clause by its id.
    pub fn clause(&self, id: &str) -> Option<&Clause> {
        self.clauses().iter().find(|it| it.id.as_str() == id)
    }

    /// A unit that the charter names.
    pub fn unit(&self, id: &UnitId) -> Option<&UnitEntry> {
        self.units().iter().find(|it| it.id == *id)
    }

    /// A post that the charter names.
    pub fn post(&self, id: &PostId) -> Option<&PostEntry> {
        self.posts().iter().find(|it| it.id == *id)
    }

    /// The settings its clauses fix, once all that binds it does.
    pub fn settings(&self) -> &Settings {
        &self.0.fixed.settings
    }

    /// The settings as they are fixed on a day: what a general charter fixes holds from the day on which it binds, and until
    /// then the charter's own word or silence.
    ///
    /// ```
    /// # use joint_meeting::{Charter, charter::SettingKey};
    /// let charter = Charter::bundled("network-market-2016")?;
    /// let (before, after) = (charter.settings_on("2003-07-17".parse()?), charter.settings_on("2003-07-18".parse()?));
    /// assert!(!before.is_fixed(SettingKey::Creation) && after.is_fixed(SettingKey::Creation));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn settings_on(&self, day: Date) -> &Settings {
        &self.fixed_on(day).settings
    }

    fn fixed_on(&self, day: Date) -> &Fixed {
        let before = self.0.fixed_before.iter().find(|(until, _)| day < *until);
        before.map_or(&self.0.fixed, |(_, it)| it)
    }

    /// What it fixes in each part of its time, one after the other.
    pub(crate) fn settings_in_turn(&self) -> impl Iterator<Item = &Settings> {
        let before = self.0.fixed_before.iter().map(|(_, it)| it);
        before.chain([&self.0.fixed]).map(|it| &it.settings)
    }

    /// Whether what it fixes is not the same on every day.
    pub(crate) fn changes_by_day(&self) -> bool {
        !self.0.fixed_before.is_empty()
    }

    /// The days from which one of some settings, or of some questions of reading, is fixed otherwise than before.
    pub(crate) fn changes_of<'c>(
        &'c self,
        settings: &'c [SettingKey],
        readings: &'c [ReadingKey],
    ) -> impl Iterator<Item = Date> + 'c {
        let before = self.0.fixed_before.iter();
        let after = before.clone().skip(1).map(|(_, it)| it).chain([&self.0.fixed]);
        let differ = move |before: &Fixed, after: &Fixed| {
            let is_read_otherwise =
                |it: &ReadingKey| before.readings.get(*it as usize) != after.readings.get(*it as usize);
            before.settings.differing(&after.settings).any(|it| settings.contains(&it))
                || readings.iter().any(is_read_otherwise)
        };
        before.zip(after).filter(move |((_, before), after)| differ(before, after)).map(|((day, _), _)| *day)
    }

    /// The offset of the body's civil time.
    pub fn offset(&self) -> FixedOffset {
        self.0.offset
    }

    /// The first day on which it is in force.
    pub fn effective_from(&self) -> Option<Date> {
        self.settings().effective_from.fixed().copied().or(self.0.file.issued)
    }

    /// The clauses that claim a rule.
    pub fn claimed_by<'c>(&'c self, rule: &'c str) -> impl Iterator<Item = &'c Clause> {
        self.clauses().iter().filter(move |it| it.rules.iter().any(|id| id == rule))
    }

    /// How the charter leaves a question of reading, once all that binds it does.
    pub(crate) fn reading(&self, key: ReadingKey) -> Option<&Stand> {
        self.0.fixed.readings.get(key as usize)?.as_ref()
    }

    /// How it leaves a question of reading on a day.
    pub(crate) fn reading_on(&self, key: ReadingKey, day: Date) -> Option<&Stand> {
        self.fixed_on(day).readings.get(key as usize)?.as_ref()
    }

    pub(crate) fn claims(&self, act: act_kind::ActKind, guard: usize) -> &[u16] {
        self.0.claims.get(act as usize).and_then(|it| it.get(guard)).map_or(&[], |it| it)
    }

    pub(crate) fn common_claims(&self, guard: usize) -> &[u16] {
        self.0.common.get(guard).map_or(&[], |it| it)
    }

    /// The clauses an act rests on, by their place in the text.
    pub(crate) fn rests_on(&self, act: act_kind::ActKind) -> &[u16] {
        self.0.rests.get(act as usize).map_or(&[], |it| it)
    }

    /// The clauses, each with the rules behind it.
    pub(crate) fn clauses_with_rules(&self) -> impl Iterator<Item = (&Clause, &ClauseRules)> {
        self.clauses().iter().zip(&self.0.rules)
    }

    /// The first day on which a clause binds, where that is said: one of a rule from above may bind from a day on.
    pub(crate) fn binds_from(&self, ix: usize) -> Option<Date> {
        self.0.binds_from.get(ix).copied().flatten()
    }

    /// Whether a clause binds on a day. Its own clauses, which come first, bind from ever.
    fn binds(&self, ix: u16, on: Date) -> bool {
        let ix = usize::from(ix);
        ix < self.0.file.clauses.len() || self.binds_from(ix).is_none_or(|from| from <= on)
    }

    /// Whether one of some clauses binds on a day.
    pub(crate) fn any_binds(&self, clauses: &[u16], on: Date) -> bool {
        clauses.iter().any(|it| self.binds(*it, on))
    }

    /// Those of some clauses, in their order, that bind on a day.
    pub(crate) fn binding(&self, clauses: &[u16], on: Date) -> Vec<u16> {
        clauses.iter().filter(|it| self.binds(**it, on)).copied().collect()
    }

    /// Whether a clause that binds on a day claims a rule.
    pub(crate) fn is_claimed_on(&self, rule: &str, on: Date) -> bool {
        let claims = |(ix, it): (usize, &Clause)| {
            it.rules.iter().any(|id| id == rule) && u16::try_from(ix).is_ok_and(|ix| self.binds(ix, on))
        };
        self.clauses().iter().enumerate().any(claims)
    }

    pub(crate) fn clause_at(&self, ix: u16) -> Option<&Clause> {
        self.clauses().get(usize::from(ix))
    }
}
