//! The checks made when a charter file is loaded, each of which reports the place of what it finds.

use std::{
    collections::{BTreeMap, btree_map::Entry},
    fmt,
};

use chrono::{FixedOffset, Offset as _};

use super::example::example;
use crate::{
    charter::{
        Fixed,
        bundled::GENERAL,
        error::{CharterError, CharterFileError},
        file::{CharterFile, Clause, FORMAT, Force, KEY_MAX, KnownFrom, LIST_MAX, TOGETHER_MAX},
        overruled::Overruled,
        readings::{READINGS, ReadingKey, ReadingTerm, Stand},
        settings::{SetError, SettingKey, Settings, choices::Holder},
    },
    kernel::known::{KnownName, near_words},
    registry::rules,
    terms::{
        act_kind::ActKind,
        id::{ClauseId, PostId, UnitId},
        order,
        sorted::Set,
        time::Date,
    },
};

/// A charter on its way in, with all that was found wrong so far.
#[derive(Default)]
pub(crate) struct Loading {
    pub(crate) errors: Vec<CharterError>,
    pub(crate) settings: Settings,
    pub(crate) readings: Vec<Option<Stand>>,
    pub(crate) overruled: Vec<Overruled>,
    /// The settings and readings that a general charter fixes, and the clause that does.
    from_above: BTreeMap<String, (ClauseId, serde_json::Value)>,
}

/// Whose clause is being loaded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum ClauseFrom {
    /// The charter's own.
    Own(KnownFrom),
    /// That of a general charter that binds it.
    Above,
}

impl Loading {
    pub(crate) fn error(&mut self, place: impl fmt::Display, problem: CharterFileError) {
        self.errors.push(wrong(place, problem));
    }

    pub(crate) fn head(&mut self, file: &CharterFile) {
        self.readings.resize(READINGS.len(), None);
        if file.format != FORMAT {
            self.error("format", CharterFileError::Format(file.format));
        }
        for (place, len) in lengths(file) {
            if len > LIST_MAX {
                self.error(place, CharterFileError::TooMany(len));
            }
        }
    }

    /// Checks how much there is together with what binds from above.
    pub(crate) fn together(&mut self, whole: &CharterFile) {
        for (_, len) in lengths(whole) {
            if len > TOGETHER_MAX {
                self.error("governed_by", CharterFileError::TooMany(len));
            }
        }
    }

    pub(crate) fn offset(&mut self, file: &CharterFile) -> FixedOffset {
        file.offset.parse().unwrap_or_else(|_| {
            self.error("offset", CharterFileError::Offset(file.offset.clone()));
            chrono::offset::Utc.fix()
        })
    }

    pub(crate) fn ids(&mut self, file: &CharterFile) {
        let lists: [(&str, Vec<&str>); 3] = [
            ("units", file.units.iter().map(|it| it.id.as_str()).collect()),
            ("posts", file.posts.iter().map(|it| it.id.as_str()).collect()),
            ("clauses", file.clauses.iter().map(|it| it.id.as_str()).collect()),
        ];
        for (place, mut ids) in lists {
            order::sort(&mut ids);
            for pair in ids.windows(2) {
                if let [a, b] = pair
                    && a == b
                {
                    self.error(place, CharterFileError::Duplicate((*a).to_owned()));
                }
            }
        }
    }

    /// Checks the clauses of which a place is wanted, and takes what they fix. What binds from above goes first: it prevails.
    pub(crate) fn clauses(
        &mut self,
        file: &CharterFile,
        from: impl Fn(usize) -> ClauseFrom,
        is_wanted: impl Fn(usize) -> bool,
    ) {
        let all = || file.clauses.iter().enumerate().filter(|(ix, _)| is_wanted(*ix));
        let (above, own): (Vec<_>, Vec<_>) = all().partition(|(ix, _)| from(*ix) == ClauseFrom::Above);
        above.into_iter().chain(own).for_each(|(ix, clause)| self.clause(ix, clause, from(ix)));
    }

    /// What is fixed before something more binds from above, up to each day of the charter's life, from its first, on which something does.
    pub(crate) fn before(
        &mut self,
        file: &CharterFile,
        from: impl Fn(usize) -> ClauseFrom,
        binds_from: &[Option<Date>],
        first: Option<Date>,
    ) -> Vec<(Date, Fixed)> {
        let fixes = |it: &Clause| !it.sets.is_empty() || !it.readings.is_empty();
        let days = file.clauses.iter().zip(binds_from).filter(|(clause, _)| fixes(clause));
        let days: Set<Date> =
            days.filter_map(|(_, it)| *it).filter(|it| first.is_none_or(|first| *it > first)).collect();
        let mut all: Vec<(Date, Fixed)> = Vec::new();
        for day in days {
            let mut then = Self::default();
            then.readings.resize(READINGS.len(), None);
            let binds = |ix: usize| binds_from.get(ix).copied().flatten().is_none_or(|it| it < day);
            then.clauses(file, &from, binds);
            // What is wrong in a clause was said before.
            then.errors.clear();
            then.names(file);
            then.errors.retain(|it| !self.errors.contains(it));
            self.errors.append(&mut then.errors);
            all.push((day, Fixed { settings: then.settings, readings: then.readings }));
        }
        // A day on which nothing comes to be fixed otherwise is none.
        let mut kept: Vec<(Date, Fixed)> = Vec::new();
        for (day, fixed) in all.into_iter().rev() {
            let (settings, readings) = match kept.last() {
                Some((_, after)) => (&after.settings, &after.readings),
                None => (&self.settings, &self.readings),
            };
            if fixed.settings != *settings || fixed.readings != *readings {
                kept.push((day, fixed));
            }
        }
        kept.reverse();
        kept
    }

    pub(crate) fn clause(&mut self, ix: usize, clause: &Clause, from: ClauseFrom) {
        let in_text = !matches!(clause.force, Force::Silence | Force::Practice | Force::Outside);
        match &clause.key {
            None if in_text && from == ClauseFrom::Own(KnownFrom::Text) => {
                self.error(&clause.id, CharterFileError::NoKey)
            }
            Some(key) if key.as_str().chars().count() > KEY_MAX => {
                self.error(&clause.id, CharterFileError::LongKey(key.as_str().chars().count()));
            }
            _ => {}
        }
        for (key, value) in &clause.sets {
            let holds = !self.is_from_above(clause, key, Some(value), from);
            self.set(clause, key, Some(value), holds);
        }
        for key in &clause.silent {
            if !self.is_from_above(clause, key, None, from) {
                self.set(clause, key, None, true);
            }
        }
        for (id, term) in &clause.readings {
            let value = serde_json::to_value(term).ok();
            if !self.is_from_above(clause, id, value.as_ref(), from) {
                self.reading(clause, ix, id, term);
            }
        }
        for id in clause.rules.iter().filter(|it| rules::find(it).is_none()) {
            self.error(&clause.id, CharterFileError::UnknownRule(id.clone()));
        }
        for (n, id) in clause.rules.iter().enumerate() {
            if clause.rules.iter().take(n).any(|it| it == id) {
                self.error(&clause.id, CharterFileError::Duplicate(id.clone()));
            }
        }
        for name in clause.served_by.iter().filter(|it| ActKind::named(it).is_none()) {
            self.error(&clause.id, CharterFileError::UnknownAct(name.clone()));
        }
    }

    /// Whether a general charter has settled it. Another value of the charter's own does not hold then; the charter's own
    /// silence is no contradiction.
    fn is_from_above(
        &mut self,
        clause: &Clause,
        key: &str,
        value: Option<&serde_json::Value>,
        from: ClauseFrom,
    ) -> bool {
        if from == ClauseFrom::Above {
            let Some(value) = value else { return false };
            let known = self.from_above.entry(key.to_owned());
            // Two clauses may say the same; where they differ, that is an error.
            return match known {
                Entry::Occupied(it) => it.get().1 == *value,
                Entry::Vacant(it) => {
                    it.insert((clause.id.clone(), value.clone()));
                    false
                }
            };
        }
        let Some((above, said)) = self.from_above.get(key) else { return false };
        if value.is_some_and(|it| it != said) {
            let (clause, by) = (clause.id.clone(), above.clone());
            self.overruled.push(Overruled { clause, what: key.to_owned(), by });
        }
        true
    }

    /// Sets a setting. A value that a general charter overrules must be sound all the same.
    fn set(&mut self, clause: &Clause, name: &str, value: Option<&serde_json::Value>, holds: bool) {
        let Some(key) = SettingKey::named(name) else {
            return self.error(&clause.id, CharterFileError::UnknownSetting(name.to_owned()));
        };
        let done = if holds { self.settings.set(key, value) } else { Settings::default().set(key, value) };
        let problem = match done {
            Ok(()) => return,
            Err(SetError::Twice) => CharterFileError::SetTwice(name.to_owned()),
            Err(SetError::Value(why)) => {
                let problem = if why.path == "." { why.problem } else { why.to_string() };
                let problem = match example(name) {
                    Some(it) => format!("{problem} (elsewhere it is `{it}`)"),
                    None => problem,
                };
                CharterFileError::BadSetting { setting: name.to_owned(), problem }
            }
        };
        self.error(&clause.id, problem);
    }

    fn reading(&mut self, clause: &Clause, ix: usize, id: &str, term: &ReadingTerm) {
        let Some(key) = ReadingKey::named(id) else {
            return self.error(&clause.id, CharterFileError::UnknownReading(id.to_owned()));
        };
        let (wanted, open) = match term {
            ReadingTerm::Fixed(option) => (option, &[][..]),
            ReadingTerm::Open { options, suggested } => (suggested, options.as_slice()),
        };
        let number = |option: &String| {
            let found = key.info().options.iter().position(|it| it == option);
            found.and_then(|it| u8::try_from(it).ok()).ok_or_else(|| option.clone())
        };
        let all: Result<Vec<u8>, String> = std::iter::once(wanted).chain(open).map(number).collect();
        let stand = match all.as_deref() {
            Err(option) => {
                let option = option.to_owned();
                return self
                    .error(&clause.id, CharterFileError::UnknownOption { reading: id.to_owned(), option });
            }
            Ok([]) => return,
            Ok([option, open @ ..]) => Stand { option: *option, open: open.to_vec(), clause: ix },
        };
        let among = stand.open.is_empty() || (stand.open.len() > 1 && stand.open.contains(&stand.option));
        let slot = self.readings.get_mut(key as usize);
        let before = slot.as_ref().and_then(|it| it.as_ref());
        if !among || before.is_some_and(|it| (it.option, &it.open) != (stand.option, &stand.open)) {
            self.error(&clause.id, CharterFileError::Contradictory(id.to_owned()));
        } else if let Some(slot @ None) = slot {
            *slot = Some(stand);
        }
    }

    /// Checks that every rule that is claimed has the settings and readings it needs.
    pub(crate) fn rules(&mut self, file: &CharterFile) {
        for clause in &file.clauses {
            for rule in clause.rules.iter().filter_map(|it| rules::find(it)) {
                for setting in rule.settings.iter().filter(|it| !self.settings.is_set(**it)) {
                    let problem =
                        CharterFileError::Unset { rule: rule.id.to_owned(), setting: setting.to_string() };
                    self.errors.push(wrong(&clause.id, problem));
                }
                for reading in rule.readings.iter().filter(|it| !it.may_be_unasked()) {
                    if !self.readings.get(*reading as usize).is_some_and(Option::is_some) {
                        let problem = CharterFileError::Unread {
                            rule: rule.id.to_owned(),
                            reading: reading.to_string(),
                        };
                        self.errors.push(wrong(&clause.id, problem));
                    }
                }
            }
        }
    }

    /// Checks that units and posts are defined, and that dates are in order.
    pub(crate) fn names(&mut self, file: &CharterFile) {
        let settings = std::mem::take(&mut self.settings);
        let mut units: Vec<(&str, &UnitId)> = Vec::new();
        let mut posts: Vec<(&str, &PostId)> = Vec::new();
        for it in &file.units {
            units.extend(it.within.as_ref().map(|unit| ("units", unit)));
        }
        for it in &file.posts {
            units.extend(it.unit.as_ref().map(|unit| ("posts", unit)));
        }
        for list in [&settings.members, &settings.issue_order, &settings.lead_units] {
            let (place, mut seen) = (list.key().name(), Set::new());
            for unit in list.fixed().into_iter().flatten() {
                units.push((place, unit));
                if !seen.insert(unit) {
                    self.error(place, CharterFileError::Duplicate(unit.to_string()));
                }
            }
        }
        for (place, holder) in settings.holders() {
            match holder {
                Holder::Post(post) => posts.push((place.name(), post)),
                Holder::Unit(unit) => units.push((place.name(), unit)),
            }
        }
        for (key, office) in settings.offices() {
            units.extend(office.host().map(|it| (key.name(), it)));
            posts.extend(office.posts().map(|it| (key.name(), it)));
        }
        units.extend(settings.sponsor.fixed().map(|it| (settings.sponsor.key().name(), it)));
        let duties = &settings.unit_duties;
        units.extend(duties.fixed().into_iter().flatten().map(|it| (duties.key().name(), &it.unit)));
        let responsible = &settings.responsible_posts;
        posts.extend(responsible.fixed().into_iter().flatten().map(|it| (responsible.key().name(), it)));
        let presiding = settings.presiding.fixed().into_iter().flat_map(|it| it.values());
        posts.extend(presiding.flat_map(|it| &it.posts).map(|it| (SettingKey::Presiding.name(), it)));
        let series = &settings.series;
        units.extend(series.fixed().into_iter().flatten().map(|it| (series.key().name(), &it.unit)));
        if let Some(right) = settings.request_right.fixed() {
            let counted = right.thresholds.iter().flat_map(|it| &it.of);
            units.extend(counted.map(|it| (SettingKey::RequestRight.name(), it)));
        }
        // A setting is fixed in a clause, which is where a name in it is to be put right.
        let fixed_at = |place: &str| {
            let clause = file.clauses.iter().find(|it| it.sets.contains_key(place));
            clause.map_or_else(|| place.to_owned(), |it| format!("{}.sets.{place}", it.id))
        };
        for (place, unit) in units {
            if !file.units.iter().any(|it| it.id == *unit) {
                self.error(fixed_at(place), CharterFileError::UndefinedUnit(unit.to_string()));
            }
        }
        for (place, post) in posts {
            if !file.posts.iter().any(|it| it.id == *post) {
                self.error(fixed_at(place), CharterFileError::UndefinedPost(post.to_string()));
            }
        }
        let dates = [file.issued, settings.effective_from.fixed().copied(), settings.term.fixed().copied()];
        let dates: Vec<Date> = dates.into_iter().flatten().collect();
        for pair in dates.windows(2) {
            if let [first, then] = *pair
                && first > then
            {
                self.error(SettingKey::EffectiveFrom, CharterFileError::DatesOutOfOrder { first, then });
            }
        }
        for key in settings.must_state.fixed().into_iter().flatten() {
            if SettingKey::named(key.as_str()).is_none() {
                self.error(SettingKey::MustState, CharterFileError::UnknownSetting(key.to_string()));
            }
        }
        if settings.report_due.fixed().is_some_and(|it| !it.exists()) {
            self.error(SettingKey::ReportDue, CharterFileError::NoSuchDay);
        }
        self.settings = settings;
    }
}

fn lengths(file: &CharterFile) -> [(&'static str, usize); 3] {
    [("units", file.units.len()), ("posts", file.posts.len()), ("clauses", file.clauses.len())]
}

fn wrong(place: impl fmt::Display, problem: CharterFileError) -> CharterError {
    let nearest = near(&problem).into_iter().map(|it| it.name).collect();
    CharterError { place: place.to_string(), problem, nearest }
}

/// The known names nearest to one that a charter file has and nobody knows.
fn near(problem: &CharterFileError) -> Vec<KnownName> {
    match problem {
        CharterFileError::UnknownRule(it) => near_words(it, rules::all().map(|it| it.id)),
        CharterFileError::UnknownSetting(it) => near_words(it, SettingKey::ALL.iter().map(|it| it.name())),
        CharterFileError::UnknownReading(it) => near_words(it, ReadingKey::ALL.iter().map(|it| it.name())),
        CharterFileError::UnknownAct(it) => near_words(it, ActKind::ALL.iter().map(|it| it.name())),
        CharterFileError::UnknownOption { reading, option } => {
            let options = ReadingKey::named(reading).map_or(&[][..], |it| it.info().options);
            near_words(option, options.iter().copied())
        }
        CharterFileError::NoGeneral(it) => near_words(it, GENERAL.iter().map(|(name, _)| *name)),
        _ => Vec::new(),
    }
}
