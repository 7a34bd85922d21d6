//! Founding: a charter is adopted, amended, read in one way or another; the body ends.
//!
//! What a charter file is, is in `charter`; here is what happens to it in the life of a body.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    act::{ActType, Resolver},
    charter::{
        Charter, ReadingKey,
        settings::{Decider, Role},
    },
    entry::{Entry, Outcome},
    id::{CharterId, PersonId, PostId, Text, UnitId},
    journal::ENTRIES_MAX,
    record::record,
    refusal::Finding,
    rule::{Ask, Case, Check, CommonGuard, Guard, Rule, ensure, fixed, remedy},
    state::State,
    time::{Date, Time, day_after, end_of, start_of},
};

record! {
    /// Adopts the charter (制定并印发制度): the body exists from now on.
    pub struct AdoptCharter {
        /// The charter.
        pub charter: CharterId,
        /// Its version.
        pub version: u32,
        /// Who holds which post at the beginning.
        #[serde(deserialize_with = "crate::wire::objects")]
        pub holders: Vec<FirstHolder>,
    }

    /// Who holds a post at the beginning.
    pub struct FirstHolder {
        /// The post.
        pub post: PostId,
        /// The unit, for a post that every member unit has.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub unit: Option<UnitId>,
        /// The person.
        pub person: PersonId,
    }

    /// Puts a new version of the charter in force (修订).
    pub struct AmendCharter {
        /// The version.
        pub version: u32,
        /// The first day on which it is in force.
        pub from: Date,
        /// What it rests on: the agreed matter, the superior's approval, the notice of re-issue.
        pub basis: Text,
    }

    /// Chooses one of the readings that the charter leaves open (解释).
    pub struct ChooseReading {
        /// The question.
        pub reading: Text,
        /// The option chosen.
        pub option: Text,
        /// Why.
        pub why: Text,
    }

    /// Ends the body (撤销).
    pub struct Dissolve {
        /// What it rests on.
        pub basis: Text,
        /// Whether its work is done.
        pub completed: bool,
    }
}

pub(crate) static COMMON: &[CommonGuard] = &[
    CommonGuard {
        rule: Rule::always("body.is_founded", "联席会议制度已经制定", "the charter has been adopted")
            .cured_by(&[remedy("adopt_charter", &[Role::LeadUnit])]),
        check: |ask| {
            let founding = ask.kind == crate::act::ActKind::AdoptCharter;
            ensure(founding || ask.state.is_founded(), || Finding::State {
                is: "not_founded",
                needs: &["founded"],
            })
        },
    },
    CommonGuard {
        rule: Rule::always("body.is_in_force", "制度施行期间方可办理", "the charter is in force on that day"),
        check: |ask| {
            let settings = ask.settings();
            if let Some(from) = ask.charter.effective_from()
                && ask.today() < from
            {
                return Err(Finding::TooEarly { earliest: ask.start_of(from) });
            }
            let ends = [settings.term.fixed().copied(), ask.state.founding.dissolved];
            match ends.into_iter().flatten().min() {
                Some(to) if ask.today() > to => {
                    Err(Finding::TooLate { latest: end_of(to, ask.charter.offset()) })
                }
                _ => Ok(()),
            }
        },
    },
    CommonGuard {
        rule: Rule::always(
            "time.recorded_after_it_happened",
            "先有其事，后有其录",
            "it is recorded when it has happened",
        ),
        check: |ask| ensure(ask.at <= ask.recorded_at, || Finding::TooLate { latest: ask.recorded_at }),
    },
    CommonGuard {
        rule: Rule::always("time.recorded_in_order", "依次记录，不得倒填", "entries are recorded in order"),
        check: |ask| match ask.state.last_recorded() {
            Some(last) if ask.recorded_at < last => Err(Finding::TooEarly { earliest: last }),
            _ => Ok(()),
        },
    },
    CommonGuard {
        rule: Rule::always(
            "time.follows_what_it_builds_on",
            "后一步不早于前一步",
            "it does not happen before what it builds on",
        ),
        check: |ask| match ask.since {
            Some(since) if ask.at < since => Err(Finding::TooEarly { earliest: since }),
            _ => Ok(()),
        },
    },
    CommonGuard {
        rule: Rule::always("journal.has_room", "记录尚有余地", "the journal has room for another entry"),
        check: |ask| {
            ensure(ask.state.count() < ENTRIES_MAX, || Finding::TooMany {
                have: ask.state.count().saturating_add(1),
                allowed: ENTRIES_MAX,
            })
        },
    },
];

impl Ask<'_> {
    fn start_of(&self, date: Date) -> Time {
        start_of(date, self.charter.offset())
    }

    /// Whether one of the deciders has decided, as far as the actor's role shows it.
    fn decided(&self, by: &[Decider]) -> Check {
        let roles: Vec<Role> = by
            .iter()
            .map(|it| match it {
                Decider::Convener => Role::Convener,
                Decider::LeadUnit => Role::LeadUnit,
                Decider::Meeting | Decider::Plenary | Decider::Superior | Decider::Reissue => Role::Office,
            })
            .collect();
        self.needs(&roles, None)
    }
}

impl FirstHolder {
    /// The unit of the post: the post's own, or the one given.
    pub(crate) fn seat<'s>(&'s self, charter: &'s Charter) -> Option<&'s UnitId> {
        charter.post(&self.post)?.unit.as_ref().or(self.unit.as_ref())
    }
}

impl ActType for AdoptCharter {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::always(
                "charter.adopted_once",
                "制度只制定一次，其后只有修订",
                "the charter is adopted once; after that it is amended",
            )
            .cured_by(&[remedy("amend_charter", &[Role::LeadUnit])]),
            check: |it| {
                ensure(!it.state.is_founded(), || Finding::State { is: "founded", needs: &["not_founded"] })
            },
        },
        Guard {
            rule: Rule::law(
                "charter.adopted_by_lead",
                "制度由牵头单位会同各单位制定",
                "the lead unit adopts the charter, with the other units",
            ),
            check: |it| {
                let lead = it.settings().lead_units.fixed();
                let mine = it.act.holders.iter().filter(|holder| holder.person == *it.by);
                let mine = mine.filter_map(|holder| holder.seat(it.charter));
                let leads = |unit: &UnitId| lead.is_none_or(|lead| lead.is_empty() || lead.contains(unit));
                ensure(mine.into_iter().any(leads), || Finding::NeedsRole {
                    roles: vec![Role::LeadUnit],
                    unit: None,
                })
            },
        },
        Guard {
            rule: Rule::always(
                "charter.posts_held_once",
                "一职一人",
                "a post that one person holds has one holder",
            ),
            check: |it| {
                let several = |post: &PostId| it.charter.post(post).is_some_and(|it| it.several);
                let mut seen = BTreeSet::new();
                let mut is_new = |holder: &FirstHolder| {
                    let person = several(&holder.post).then(|| holder.person.clone());
                    seen.insert((holder.post.clone(), holder.seat(it.charter).cloned(), person))
                };
                let twice: Vec<String> = it
                    .act
                    .holders
                    .iter()
                    .filter(|holder| !is_new(holder))
                    .map(|holder| holder.post.to_string())
                    .collect();
                ensure(twice.is_empty(), || Finding::Unwanted { what: twice })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["holders"];

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        let (charter, charters) = (names.charter, names.charters);
        if charters.iter().all(|it| *it.id() != self.charter) {
            names.unknown(&self.charter);
        } else if charters.iter().all(|it| it.version() != self.version) {
            names.unknown_word("version", &self.version.to_string());
        }
        for holder in &self.holders {
            match charter.post(&holder.post) {
                None => names.unknown(&holder.post),
                Some(post) => {
                    // A post of one unit with another unit is no post.
                    let own = |it: &&UnitId| post.unit.as_ref().is_none_or(|own| own == *it);
                    let known = |it: &&UnitId| own(it) && charter.unit(it).is_some();
                    for unit in holder.unit.iter().filter(|it| !known(it)) {
                        names.unknown(unit);
                    }
                    if post.unit.is_none() && holder.unit.is_none() {
                        names.unknown(&holder.post);
                    }
                }
            }
        }
        Some(())
    }

    fn settle(case: &Case<'_, Self>) -> Outcome {
        Outcome::Adopted { version: case.charter.version(), digest: case.charter.digest().to_owned() }
    }

    fn apply(&self, entry: &Entry, state: &mut State, charter: &Charter) {
        state.founding.adopted = Some((entry.at, entry.no));
        state.founding.versions.insert(entry.at.date(), self.version);
        state.membership.found(charter, &self.holders, entry);
    }
}

impl ActType for AmendCharter {
    type Names<'s> = &'s Charter;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "charter.amendment_provided_for",
                "制度规定了修订办法，并由有权者修订",
                "the charter says who amends it, and they do",
            )
            .needs(&["charter.amendment"]),
            check: |it| it.decided(fixed(&it.settings().amendment, "charter.amendment")?),
        },
        Guard {
            rule: Rule::always(
                "charter.version_follows",
                "新版接续旧版，不溯及既往",
                "a new version follows the last and does not reach back",
            ),
            check: |it| {
                let (last_from, last) =
                    it.state.founding.versions.last_key_value().map_or((it.today(), 0), |(k, v)| (*k, *v));
                ensure(it.act.version > last, || Finding::Differs {
                    found: it.act.version.to_string(),
                    expected: (last + 1).to_string(),
                })?;
                let earliest = it.today().max(day_after(last_from));
                ensure(it.act.from >= earliest, || Finding::TooEarly { earliest: it.start_of(earliest) })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["from", "basis"];

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<&'s Charter> {
        let found = names.charters.iter().find(|it| it.version() == self.version);
        if found.is_none() {
            names.unknown_word("version", &self.version.to_string());
        }
        found
    }

    fn settle(case: &Case<'_, Self>) -> Outcome {
        Outcome::Adopted { version: case.names.version(), digest: case.names.digest().to_owned() }
    }

    fn apply(&self, _: &Entry, state: &mut State, charter: &Charter) {
        state.founding.versions.insert(self.from, self.version);
        state.membership.amend(charter, self.from);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let last = ask.state.founding.versions.values().max().copied().unwrap_or(0);
        let next = ask.charters.iter().map(Charter::version).find(|it| *it > last).unwrap_or(last + 1);
        let basis = crate::act::some_text();
        basis.into_iter().map(|basis| Self { version: next, from: ask.today(), basis }).collect()
    }
}

impl ActType for ChooseReading {
    type Names<'s> = (ReadingKey, u8);

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "reading.is_open",
                "只在制度有几种合理理解时选定一种",
                "a reading is chosen only where the charter leaves it open",
            ),
            check: |it| {
                let (key, option) = it.names;
                let open = it.charter.reading(key).map_or(&[][..], |it| &it.open);
                let options = key.info().options;
                ensure(open.contains(&option), || Finding::NotAllowed {
                    value: it.act.option.to_string(),
                    allowed: open
                        .iter()
                        .filter_map(|it| options.get(usize::from(*it)))
                        .map(|it| (*it).to_owned())
                        .collect(),
                })
            },
        },
        Guard {
            rule: Rule::law(
                "reading.chosen_by_convener",
                "由有解释权者或者召集人选定",
                "whoever may interpret the charter chooses, or the convener if it does not say",
            )
            .needs(&["charter.interpretation"]),
            check: |it| match it.settings().interpretation.fixed() {
                Some(roles) => it.needs(roles, None),
                None => it.needs(&[Role::Convener], None),
            },
        },
    ];

    const FREE: &'static [&'static str] = &["option", "why"];

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let found = ReadingKey::named(self.reading.as_str()).and_then(|key| {
            let option = key.info().options.iter().position(|it| *it == self.option.as_str())?;
            Some((key, u8::try_from(option).ok()?))
        });
        if found.is_none() {
            names.unknown_word("reading", &format!("{}={}", self.reading, self.option));
        }
        found
    }

    fn apply(&self, entry: &Entry, state: &mut State, _: &Charter) {
        let Some(key) = ReadingKey::named(self.reading.as_str()) else { return };
        let option = key.info().options.iter().position(|it| *it == self.option.as_str());
        if let Some(option) = option.and_then(|it| u8::try_from(it).ok()) {
            state.founding.choices.insert(key, (option, entry.no));
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let first_open = |key: ReadingKey| {
            let option = crate::duty::open_options(ask, key).first()?;
            let info = key.info();
            Some(Self {
                reading: info.id.parse().ok()?,
                option: info.options.get(usize::from(*option))?.parse().ok()?,
                why: crate::act::some_text()?,
            })
        };
        ReadingKey::all().filter_map(first_open).collect()
    }
}

impl ActType for Dissolve {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[Guard {
        rule: Rule::law(
            "body.dissolution_provided_for",
            "制度规定了撤销办法，并由有权者依此撤销",
            "the charter says how the body ends, and those who may end it so",
        )
        .needs(&["charter.dissolution"]),
        check: |it| {
            use crate::charter::settings::Dissolution;
            let rule = fixed(&it.settings().dissolution, "charter.dissolution")?;
            it.needs(&[Role::LeadUnit, Role::Convener], None)?;
            let done = it.act.completed || *rule == Dissolution::Approval;
            ensure(done, || Finding::Missing { what: vec!["completed".to_owned()] })
        },
    }];

    const FREE: &'static [&'static str] = &["basis"];

    fn resolve<'s>(&self, _: &mut Resolver<'s>) -> Option<()> {
        Some(())
    }

    fn apply(&self, entry: &Entry, state: &mut State, _: &Charter) {
        state.founding.dissolved = Some(entry.at.date());
    }

    fn candidates(_: &Ask<'_>) -> Vec<Self> {
        crate::act::some_text().into_iter().map(|basis| Self { basis, completed: true }).collect()
    }
}

/// Charter versions, chosen readings, the end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Founding {
    /// When the charter was adopted, and the entry.
    pub(crate) adopted: Option<(Time, u32)>,
    /// Each version's first day.
    pub(crate) versions: BTreeMap<Date, u32>,
    /// The option chosen for a question of reading, and the entry that chose it.
    pub(crate) choices: BTreeMap<ReadingKey, (u8, u32)>,
    /// The last day of the body.
    pub(crate) dissolved: Option<Date>,
}

impl Founding {
    pub(crate) fn is_founded(&self) -> bool {
        self.adopted.is_some()
    }

    /// The option chosen by the body.
    pub(crate) fn chosen(&self, key: ReadingKey) -> Option<u8> {
        self.choices.get(&key).map(|(option, _)| *option)
    }

    /// The version in force on a day; before the first, the first.
    pub(crate) fn version_on(&self, date: Date) -> Option<u32> {
        let in_force = self.versions.range(..=date).next_back();
        in_force.or_else(|| self.versions.first_key_value()).map(|(_, version)| *version)
    }
}
