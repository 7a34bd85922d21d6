//! Standing functions: the tasks that have no date and no number, and what serves them.
//!
//! Data channels, training, guidance, good practice, cases of online opinion, matters assigned from above,
//! contacts with the office, and the note that there was nothing this year. Which acts serve which function is
//! said in the charter. Joint work is in `action`.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use crate::{
    act::{ActKind, ActType, Resolver, new_name, some_text},
    action::{by_unit_or_office, known_units, names_units, of_named_units, units_at_least},
    charter::{Charter, Clause, Force, readings::MatterSources, settings::Role},
    duty::{Found, Instance},
    entry::Entry,
    id::{CaseId, ChannelId, ClauseId, MatterId, Text, UnitId},
    membership::{by_office, of_members, word},
    record::{record, words},
    refusal::Finding,
    rule::{Ask, Check, Duty, Guard, Rule, View, ensure, fixed, remedy},
    state::State,
    time::{Date, Period, Time},
    verdict::{Bearer, Due, Verdict},
};

words! {
    /// A force at the grass roots (基层组织、群防群治力量).
    pub enum Grassroots {
        /// 社区居委会
        ResidentsCommittee,
        /// 物业公司
        PropertyCompany,
        /// 社区网格员
        GridWorker,
        /// 平安志愿者
        Volunteer,
    }

    /// A leg of the handling of online opinion (三同步).
    pub enum OpinionLeg {
        /// 依法处置
        LawfulHandling,
        /// 舆论引导
        PublicGuidance,
        /// 社会面管控
        SocialControl,
    }
}

record! {
    /// Opens a data channel (开通数据对接渠道).
    pub struct OpenDataChannel {
        /// Its new name here.
        pub channel: ChannelId,
        /// The unit whose data it carries.
        pub owner: UnitId,
        /// The units that receive them.
        #[serde(deserialize_with = "crate::wire::list")]
        pub users: Vec<UnitId>,
        /// What data.
        pub what: Text,
        /// How often.
        pub frequency: Text,
        /// Whether there are personal data among them (个人信息).
        pub personal_data: bool,
    }

    /// Closes a data channel (关闭数据对接渠道).
    pub struct CloseDataChannel {
        /// The channel.
        pub channel: ChannelId,
        /// Why.
        pub reason: Text,
    }

    /// Records training (业务培训).
    pub struct RecordTraining {
        /// The units that took part.
        #[serde(deserialize_with = "crate::wire::list")]
        pub units: Vec<UnitId>,
        /// What it was about.
        pub topic: Text,
    }

    /// Records guidance given to others (指导).
    pub struct RecordGuidance {
        /// The unit that gave it; if none, the body did.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub unit: Option<UnitId>,
        /// To whom: a street, a department, a trade body.
        pub to: Text,
        /// What it was about.
        pub topic: Text,
        /// The forces at the grass roots that it brings in.
        #[serde(default, deserialize_with = "crate::wire::list", skip_serializing_if = "Vec::is_empty")]
        pub forces: Vec<Grassroots>,
        /// The clauses it serves.
        #[serde(default, deserialize_with = "crate::wire::list", skip_serializing_if = "Vec::is_empty")]
        pub serves: Vec<ClauseId>,
    }

    /// Records a good practice of a unit, to be spread (经验做法).
    pub struct RecordGoodPractice {
        /// The unit.
        pub unit: UnitId,
        /// The practice.
        pub practice: Text,
    }

    /// Opens a case of adverse online opinion (网络负面舆情).
    pub struct OpenOpinionCase {
        /// Its new name here.
        pub case: CaseId,
        /// What it is about.
        pub matter: Text,
    }

    /// Records what was done on one leg of a case (三同步之一).
    pub struct RecordOpinionLeg {
        /// The case.
        pub case: CaseId,
        /// The leg.
        pub leg: OpinionLeg,
        /// What was done.
        pub text: Text,
    }

    /// Closes a case of adverse online opinion (舆情办结).
    pub struct CloseOpinionCase {
        /// The case.
        pub case: CaseId,
    }

    /// Takes on a matter assigned from above (交办事项).
    pub struct AcceptAssignedMatter {
        /// Its new name here.
        pub matter: MatterId,
        /// Who assigned it.
        pub source: Text,
        /// What is to be done.
        pub task: Text,
        /// The last day for it, where one was set.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub due: Option<Date>,
    }

    /// Completes a matter assigned from above (交办事项办结).
    pub struct CompleteAssignedMatter {
        /// The matter.
        pub matter: MatterId,
        /// What came of it.
        pub result: Text,
    }

    /// Notes that there was nothing to do for a standing function in a year (本年无此事项).
    pub struct NoteNoneThisYear {
        /// The clause of the function.
        pub clause: ClauseId,
        /// The year.
        pub year: i32,
        /// Why.
        pub reason: Text,
    }

    /// Records other work that serves clauses: a plan, a measure, a mechanism (其他工作).
    pub struct RecordWork {
        /// The clauses it serves.
        #[serde(deserialize_with = "crate::wire::list")]
        pub serves: Vec<ClauseId>,
        /// The unit that did it; if none, the body did.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub unit: Option<UnitId>,
        /// What was done.
        pub text: Text,
    }

    /// Records a contact between a unit and the office (日常联系对接).
    pub struct RecordContact {
        /// The unit.
        pub unit: UnitId,
        /// What it was about.
        pub text: Text,
    }
}

const CHANNEL_OPEN: Rule = Rule::always("channel.is_open", "该渠道尚未关闭", "the channel is not closed")
    .cured_by(&[remedy("open_data_channel", &[Role::Office, Role::MemberUnit])]);

const CASE_OPEN: Rule = Rule::always("opinion.case_is_open", "该舆情尚未办结", "the case is not closed");

const OFFICE_OR_UNIT: &[Role] = &[Role::Office, Role::MemberUnit];

/// Looks clauses up.
pub(crate) fn known_clauses<'c>(names: &mut Resolver<'_>, clauses: impl IntoIterator<Item = &'c ClauseId>) {
    let charter = names.charter;
    for clause in clauses.into_iter().filter(|it| charter.clause(it.as_str()).is_none()) {
        names.unknown(clause);
    }
}

fn case_is_open(case: &OpinionCase) -> Check {
    ensure(case.closed.is_none(), || Finding::State { is: "closed", needs: &["open"] })
}

impl Ask<'_> {
    /// A member unit for a candidate: the actor's own, or the first.
    fn some_member(&self) -> Option<UnitId> {
        let members = self.members_on(self.today());
        let own = members.iter().find(|it| self.acts_for(it).is_ok());
        own.or(members.first()).map(|it| (*it).clone())
    }

    /// The clauses of standing functions.
    fn functions(&self) -> impl Iterator<Item = &ClauseId> {
        self.charter.clauses().iter().filter(|it| it.force == Force::Function).map(|it| &it.id)
    }
}

impl ActType for OpenDataChannel {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(it.act.users.iter().chain([&it.act.owner]))),
        Guard {
            rule: Rule::always(
                "channel.joins_two_units",
                "数据渠道连接两个以上单位",
                "a data channel joins two units or more",
            ),
            check: |it| units_at_least(it.act.users.iter().chain([&it.act.owner]), 2),
        },
    ];

    const FREE: &'static [&'static str] = &["channel", "users", "what", "frequency", "personal_data"];

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        let state = names.state;
        names.free(&state.functions.channels, &self.channel);
        known_units(names, self.users.iter().chain([&self.owner]));
        Some(())
    }

    fn apply(&self, entry: &Entry, state: &mut State, _: &Charter) {
        let channel = Channel {
            units: self.users.iter().chain([&self.owner]).cloned().collect(),
            opened: (entry.at, entry.no),
            closed: None,
        };
        state.functions.channels.insert(self.channel.clone(), channel);
        state.functions.open_channels.insert(self.channel.clone());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let made = || {
            let owner = ask.some_member()?;
            let mut others = ask.members_on(ask.today()).into_iter().filter(|it| **it != owner);
            Some(Self {
                channel: new_name(ask)?,
                users: vec![others.next()?.clone()],
                owner,
                what: some_text()?,
                frequency: some_text()?,
                personal_data: false,
            })
        };
        made().into_iter().collect()
    }
}

impl ActType for CloseDataChannel {
    type Names<'s> = &'s Channel;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(&it.names.units)),
        Guard {
            rule: CHANNEL_OPEN,
            check: |it| {
                let open = it.names.closed.is_none();
                ensure(open, || Finding::State { is: "closed", needs: &["open"] })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["reason"];

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let state = names.state;
        names.known(&state.functions.channels, &self.channel)
    }

    fn since(channel: &Self::Names<'_>) -> Option<Time> {
        Some(channel.opened.0)
    }

    fn apply(&self, entry: &Entry, state: &mut State, _: &Charter) {
        if let Some(channel) = state.functions.channels.get_mut(&self.channel) {
            channel.closed = Some((entry.at, entry.no));
        }
        state.functions.open_channels.remove(&self.channel);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let open = ask.state.functions.open_channels.iter();
        open.filter_map(|it| Some(Self { channel: it.clone(), reason: some_text()? })).collect()
    }
}

impl ActType for RecordTraining {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(&it.act.units)),
        of_named_units(|it| names_units(&it.act.units)),
    ];

    const FREE: &'static [&'static str] = &["units", "topic"];

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        known_units(names, &self.units);
        Some(())
    }

    fn apply(&self, _: &Entry, _: &mut State, _: &Charter) {}

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let units = || ask.members_on(ask.today()).into_iter().cloned().collect();
        some_text().into_iter().map(|topic| Self { units: units(), topic }).collect()
    }
}

impl ActType for RecordGuidance {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[by_unit_or_office(|it| it.records_for(&it.act.unit))];

    const FREE: &'static [&'static str] = &["to", "topic", "forces", "serves"];

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        known_units(names, &self.unit);
        known_clauses(names, &self.serves);
        Some(())
    }

    fn apply(&self, entry: &Entry, state: &mut State, _: &Charter) {
        state.functions.serve_all(&self.serves, entry);
        state.functions.guidance.push(Guidance {
            unit: self.unit.clone(),
            serves: self.serves.clone(),
            names_forces: !self.forces.is_empty(),
            given: (entry.at, entry.no),
        });
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let guide = |unit: Option<UnitId>| {
            let (to, topic) = (some_text()?, some_text()?);
            Some(Self { unit, to, topic, forces: Grassroots::ALL.to_vec(), serves: Vec::new() })
        };
        std::iter::once(None).chain(ask.some_member().map(Some)).filter_map(guide).collect()
    }
}

impl ActType for RecordGoodPractice {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[by_unit_or_office(|it| it.records_for([&it.act.unit]))];

    const FREE: &'static [&'static str] = &["practice"];

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        known_units(names, [&self.unit]);
        Some(())
    }

    fn apply(&self, _: &Entry, _: &mut State, _: &Charter) {}

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let made = || Some(Self { unit: ask.some_member()?, practice: some_text()? });
        made().into_iter().collect()
    }
}

impl ActType for OpenOpinionCase {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[by_unit_or_office(|it| it.needs(OFFICE_OR_UNIT, None))];

    const FREE: &'static [&'static str] = &["case", "matter"];

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        let state = names.state;
        names.free(&state.functions.cases, &self.case)
    }

    fn apply(&self, entry: &Entry, state: &mut State, _: &Charter) {
        let case =
            OpinionCase { opened: (entry.at, entry.no), legs: BTreeSet::new(), closed: None, last: entry.at };
        state.functions.cases.insert(self.case.clone(), case);
        state.functions.open_cases.insert(self.case.clone());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let made = || Some(Self { case: new_name(ask)?, matter: some_text()? });
        made().into_iter().collect()
    }
}

impl ActType for RecordOpinionLeg {
    type Names<'s> = &'s OpinionCase;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.needs(OFFICE_OR_UNIT, None)),
        Guard { rule: CASE_OPEN, check: |it| case_is_open(it.names) },
    ];

    const FREE: &'static [&'static str] = &["text"];

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let state = names.state;
        names.known(&state.functions.cases, &self.case)
    }

    fn since(case: &Self::Names<'_>) -> Option<Time> {
        Some(case.opened.0)
    }

    fn apply(&self, entry: &Entry, state: &mut State, _: &Charter) {
        if let Some(case) = state.functions.cases.get_mut(&self.case) {
            case.legs.insert(self.leg);
            case.last = case.last.max(entry.at);
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let functions = &ask.state.functions;
        let open = functions.open_cases.iter().filter_map(|id| Some((id, functions.cases.get(id)?)));
        open.flat_map(|(id, case)| {
            let legs = OpinionLeg::ALL.iter().filter(|it| !case.legs.contains(it));
            legs.filter_map(|leg| Some(Self { case: id.clone(), leg: *leg, text: some_text()? }))
        })
        .collect()
    }
}

impl ActType for CloseOpinionCase {
    type Names<'s> = &'s OpinionCase;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.needs(OFFICE_OR_UNIT, None)),
        Guard { rule: CASE_OPEN, check: |it| case_is_open(it.names) },
        Guard {
            rule: Rule::law(
                "opinion.all_three_legs",
                "依法处置、舆论引导、社会面管控三同步",
                "lawful handling, public guidance and social control went together",
            )
            .cured_by(&[remedy("record_opinion_leg", OFFICE_OR_UNIT)]),
            check: |it| {
                let missing = OpinionLeg::ALL.iter().filter(|leg| !it.names.legs.contains(leg));
                let missing: Vec<String> = missing.map(word).collect();
                ensure(missing.is_empty(), || Finding::Missing { what: missing })
            },
        },
    ];

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let state = names.state;
        names.known(&state.functions.cases, &self.case)
    }

    fn since(case: &Self::Names<'_>) -> Option<Time> {
        Some(case.last)
    }

    fn apply(&self, entry: &Entry, state: &mut State, _: &Charter) {
        if let Some(case) = state.functions.cases.get_mut(&self.case) {
            case.closed = Some((entry.at, entry.no));
            case.last = entry.at;
        }
        state.functions.open_cases.remove(&self.case);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        ask.state.functions.open_cases.iter().map(|it| Self { case: it.clone() }).collect()
    }
}

impl ActType for AcceptAssignedMatter {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::law(
                "matter.from_a_named_superior",
                "事项由制度所列的上级交办",
                "the matter was assigned by a superior whom the charter names",
            )
            .needs(&["matter.named_sources"])
            .reads(&["matter.sources"]),
            check: |it| {
                if it.reading::<MatterSources>() == MatterSources::AnySuperior {
                    return Ok(());
                }
                let named = fixed(&it.settings().matter_sources, "matter.named_sources")?;
                ensure(named.contains(&it.act.source), || Finding::NotAllowed {
                    value: it.act.source.to_string(),
                    allowed: named.iter().map(ToString::to_string).collect(),
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["matter", "source", "task", "due"];

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        let state = names.state;
        names.free(&state.functions.matters, &self.matter)
    }

    fn apply(&self, entry: &Entry, state: &mut State, _: &Charter) {
        let matter = Matter { due: self.due, accepted: (entry.at, entry.no), completed: None };
        state.functions.matters.insert(self.matter.clone(), matter);
        state.functions.open_matters.insert(self.matter.clone());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let named = ask.settings().matter_sources.fixed().and_then(|it| it.first()).cloned();
        let made = || {
            Some(Self {
                matter: new_name(ask)?,
                source: named.or_else(some_text)?,
                task: some_text()?,
                due: Some(ask.today()),
            })
        };
        made().into_iter().collect()
    }
}

impl ActType for CompleteAssignedMatter {
    type Names<'s> = &'s Matter;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::always("matter.is_open", "该交办事项尚未办结", "the matter is not yet completed"),
            check: |it| {
                let open = it.names.completed.is_none();
                ensure(open, || Finding::State { is: "completed", needs: &["open"] })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["result"];

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let state = names.state;
        names.known(&state.functions.matters, &self.matter)
    }

    fn since(matter: &Self::Names<'_>) -> Option<Time> {
        Some(matter.accepted.0)
    }

    fn apply(&self, entry: &Entry, state: &mut State, _: &Charter) {
        if let Some(matter) = state.functions.matters.get_mut(&self.matter) {
            matter.completed = Some((entry.at, entry.no));
        }
        state.functions.open_matters.remove(&self.matter);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let open = ask.state.functions.open_matters.iter();
        open.filter_map(|it| Some(Self { matter: it.clone(), result: some_text()? })).collect()
    }
}

impl ActType for NoteNoneThisYear {
    type Names<'s> = Option<&'s Clause>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::law(
                "function.is_standing",
                "只对工作职能注明本年无此事项",
                "only for a standing function is it noted that there was nothing to do",
            ),
            check: |it| {
                let force = it.names.map(|it| it.force);
                ensure(force == Some(Force::Function), || Finding::NotAllowed {
                    value: it.act.clause.to_string(),
                    allowed: it.functions().map(ToString::to_string).collect(),
                })
            },
        },
        Guard {
            rule: Rule::always(
                "note.year_is_this_or_last",
                "只注明本年或者上年",
                "the note is about this year or the last",
            ),
            check: |it| {
                let this = it.today().year();
                let allowed = [this - 1, this];
                ensure(allowed.contains(&it.act.year), || Finding::NotAllowed {
                    value: it.act.year.to_string(),
                    allowed: allowed.iter().map(ToString::to_string).collect(),
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["reason"];

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let clause = names.charter.clause(self.clause.as_str());
        known_clauses(names, [&self.clause]);
        Some(clause)
    }

    fn apply(&self, entry: &Entry, state: &mut State, _: &Charter) {
        state.functions.none.insert((self.clause.clone(), self.year), (entry.at, entry.no));
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let year = ask.today().year();
        let note = |clause: &ClauseId| Some(Self { clause: clause.clone(), year, reason: some_text()? });
        let noted = |clause: &ClauseId| ask.state.functions.none.contains_key(&(clause.clone(), year));
        ask.functions().filter(|it| !noted(it)).filter_map(note).collect()
    }
}

impl ActType for RecordWork {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(&it.act.unit)),
        Guard {
            rule: Rule::always(
                "work.serves_a_clause",
                "记录写明所服务的条款",
                "the record names the clauses that the work serves",
            ),
            check: |it| {
                ensure(!it.act.serves.is_empty(), || Finding::Missing { what: vec!["serves".to_owned()] })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["text"];

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        known_units(names, &self.unit);
        known_clauses(names, &self.serves);
        Some(())
    }

    fn apply(&self, entry: &Entry, state: &mut State, _: &Charter) {
        state.functions.serve_all(&self.serves, entry);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let unit = ask.some_member().filter(|it| ask.acts_for(it).is_ok());
        let work = |clause: &ClauseId| {
            Some(Self { serves: vec![clause.clone()], unit: unit.clone(), text: some_text()? })
        };
        ask.functions().filter_map(work).collect()
    }
}

impl ActType for RecordContact {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for([&it.act.unit])),
        of_members(|it| it.members_all([&it.act.unit])),
    ];

    const FREE: &'static [&'static str] = &["text"];

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        known_units(names, [&self.unit]);
        Some(())
    }

    fn apply(&self, entry: &Entry, state: &mut State, _: &Charter) {
        state.functions.contacts.entry(self.unit.clone()).or_default().push((entry.at, entry.no));
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let made = || Some(Self { unit: ask.some_member()?, text: some_text()? });
        made().into_iter().collect()
    }
}

pub(crate) const DUTIES: &[Duty] = &[
    Duty {
        rule: Rule::law(
            "function.served_yearly",
            "每年有工作服务于该项职能，或者注明本年无此事项",
            "each year some work serves the function, or it is noted that there was none",
        ),
        gives: &[Verdict::Met, Verdict::NotJudged],
        look: functions_served,
    },
    Duty {
        rule: Rule::law(
            "matter.completed",
            "交办事项按期办结",
            "matters assigned from above are completed in time",
        ),
        gives: &[Verdict::Met, Verdict::NotDue, Verdict::Unmet, Verdict::Silent, Verdict::NotApplicable],
        look: matters_completed,
    },
    Duty {
        rule: Rule::law(
            "contact.kept",
            "各单位与办公室保持日常联系",
            "each unit keeps in contact with the office",
        ),
        gives: &[Verdict::Met, Verdict::NotJudged],
        look: |view, _, period| {
            let contacts = &view.state.functions.contacts;
            let kept = |unit: &UnitId| {
                let all = contacts.get(unit).into_iter().flatten();
                let done = all.filter(|(at, _)| period.contains(at.date())).copied().collect();
                let bearer = Bearer::Unit { unit: unit.clone() };
                shown(bearer, done, &["record_contact"]).owed_to(Role::Office)
            };
            view.members_on(period.to).into_iter().map(kept).collect()
        },
    },
    Duty {
        rule: Rule::law(
            "data.shared",
            "有数据渠道实现信息共享",
            "data channels are open to share information",
        ),
        gives: &[Verdict::Met, Verdict::NotJudged],
        look: |view, _, period| {
            let channels = view.state.functions.channels.values();
            let open = channels.filter(|it| spans(it.opened, it.closed, period));
            let done = open.map(|it| it.opened).collect();
            vec![shown(Bearer::Body, done, &["open_data_channel"])]
        },
    },
    Duty {
        rule: Rule::law(
            "guidance.given",
            "各单位进行了指导",
            "guidance was given by the units, or by the body",
        ),
        gives: &[Verdict::Met, Verdict::NotJudged],
        look: |view, clause, period| {
            let given = |unit: Option<&UnitId>| -> Vec<(Time, u32)> {
                let all = view.state.functions.guidance.iter();
                let all = all.filter(|it| it.unit.as_ref() == unit && it.may_serve(&clause.id));
                all.map(|it| it.given).filter(|(at, _)| period.contains(at.date())).collect()
            };
            let acts = &["record_guidance"];
            let members = view.members_on(period.to).into_iter();
            let by_body = Some(given(None)).filter(|it| !it.is_empty());
            members
                .map(|unit| {
                    let bearer = Bearer::Unit { unit: unit.clone() };
                    shown(bearer, given(Some(unit)), acts)
                })
                .chain(by_body.map(|done| shown(Bearer::Body, done, acts)))
                .collect()
        },
    },
    Duty {
        rule: Rule::law(
            "guidance.brings_in_the_grassroots",
            "指导中发挥基层组织和群防群治力量作用",
            "guidance was given that brings in forces at the grass roots",
        ),
        gives: &[Verdict::Met, Verdict::NotJudged],
        look: |view, _, period| {
            let all = view.state.functions.guidance.iter().filter(|it| it.names_forces);
            let done = all.map(|it| it.given).filter(|(at, _)| period.contains(at.date())).collect();
            vec![shown(Bearer::Body, done, &["record_guidance"])]
        },
    },
];

/// Whether something was open on any day of a period.
fn spans(from: (Time, u32), to: Option<(Time, u32)>, period: Period) -> bool {
    from.0.date() <= period.to && to.is_none_or(|(at, _)| at.date() >= period.from)
}

/// Something that can be shown but never breached: done once by anything, else not judged.
fn shown(bearer: Bearer, mut done: Vec<(Time, u32)>, fulfilled_by: &'static [&'static str]) -> Instance {
    done.sort_unstable();
    done.dedup();
    let entries = done.iter().map(|(_, no)| *no).collect();
    let found = match done.first() {
        Some((at, _)) => Found::Done { at: *at, entries },
        None => Found::NotJudged { entries },
    };
    Instance::new(bearer, found).unowed().fulfilled_by(fulfilled_by)
}

fn functions_served(view: &View<'_>, clause: &Clause, period: Period) -> Vec<Instance> {
    let functions = &view.state.functions;
    let acts: Vec<ActKind> = clause.served_by.iter().filter_map(|it| ActKind::named(it)).collect();
    let of_year = |year: Period| {
        let named = functions.served(&clause.id).iter().filter(|(at, _)| year.contains(at.date()));
        let none = functions.none.get(&(clause.id.clone(), year.from.year()));
        let acts = acts.iter().flat_map(|it| view.state.done_in(*it, year));
        let done = acts.chain(named.copied()).chain(none.copied()).collect();
        let fulfilled_by = &["record_work", "note_none_this_year"];
        shown(Bearer::Body, done, fulfilled_by).about(year.from.year())
    };
    period.years().filter_map(Period::year).map(of_year).collect()
}

fn matters_completed(view: &View<'_>, _: &Clause, period: Period) -> Vec<Instance> {
    let matters = view.state.functions.matters.iter();
    let mut all: Vec<Instance> = matters
        .filter(|(_, it)| spans(it.accepted, it.completed, period))
        .map(|(id, matter)| {
            let found = match matter.completed {
                Some((at, no)) => Found::Done { at, entries: vec![matter.accepted.1, no] },
                None => Found::Open {
                    finding: Finding::Missing { what: vec!["result".to_owned()] },
                    entries: vec![matter.accepted.1],
                },
            };
            let owed = Instance::of_role(Role::Office, found)
                .about(id)
                .owed_to(Role::Superior)
                .fulfilled_by(&["complete_assigned_matter"]);
            match matter.due {
                Some(due) => owed.due(Some(Due::on(view.calendar, due))),
                None => owed.undated(),
            }
        })
        .collect();
    if all.is_empty() {
        all.push(Instance::new(Bearer::Body, Found::NotApplicable));
    }
    all
}

/// A data channel.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Channel {
    /// Its owner and its users.
    pub(crate) units: BTreeSet<UnitId>,
    pub(crate) opened: (Time, u32),
    pub(crate) closed: Option<(Time, u32)>,
}

/// Guidance given.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Guidance {
    /// By whom; the body if nobody is named.
    unit: Option<UnitId>,
    serves: Vec<ClauseId>,
    names_forces: bool,
    given: (Time, u32),
}

impl Guidance {
    /// It names the clause, or none at all.
    fn may_serve(&self, clause: &ClauseId) -> bool {
        self.serves.is_empty() || self.serves.contains(clause)
    }
}

/// A case of adverse online opinion.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct OpinionCase {
    pub(crate) opened: (Time, u32),
    pub(crate) legs: BTreeSet<OpinionLeg>,
    pub(crate) closed: Option<(Time, u32)>,
    last: Time,
}

/// A matter assigned from above.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Matter {
    pub(crate) due: Option<Date>,
    pub(crate) accepted: (Time, u32),
    pub(crate) completed: Option<(Time, u32)>,
}

/// What was done for the standing functions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Functions {
    pub(crate) channels: BTreeMap<ChannelId, Channel>,
    pub(crate) open_channels: BTreeSet<ChannelId>,
    pub(crate) cases: BTreeMap<CaseId, OpinionCase>,
    pub(crate) open_cases: BTreeSet<CaseId>,
    pub(crate) matters: BTreeMap<MatterId, Matter>,
    pub(crate) open_matters: BTreeSet<MatterId>,
    /// The functions for which there was nothing to do in a year.
    none: BTreeMap<(ClauseId, i32), (Time, u32)>,
    guidance: Vec<Guidance>,
    contacts: BTreeMap<UnitId, Vec<(Time, u32)>>,
    /// For each clause, the entries that name it as what they serve.
    serves: BTreeMap<ClauseId, Vec<(Time, u32)>>,
}

impl Functions {
    /// Remembers that an entry serves a clause.
    pub(crate) fn serve(&mut self, clause: &ClauseId, entry: &Entry) {
        self.serves.entry(clause.clone()).or_default().push((entry.at, entry.no));
    }

    /// The entries that name a clause as what they serve.
    pub(crate) fn served(&self, clause: &ClauseId) -> &[(Time, u32)] {
        self.serves.get(clause).map_or(&[], |it| it)
    }

    fn serve_all(&mut self, clauses: &[ClauseId], entry: &Entry) {
        for clause in clauses {
            self.serve(clause, entry);
        }
    }
}
