//! The act `record_attendance` records who attends a meeting and who sent apologies (记录出席).
//!
//! Who may attend for a unit, and which observers may come, is asked here; the record of one who attends is in `session`.

use crate::{
    charter::{
        Charter,
        readings::ReadingKey,
        settings::{SettingKey, values::Observers},
    },
    kernel::{
        act::{ActType, new_name},
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Check, Guard, Rule, ensure, fixed, remedy},
        transition,
        view::{Ask, View},
    },
    law::{
        meeting::{is_open, session::Present},
        membership::by_office,
    },
    state::{
        State,
        meeting::{Attendance, Meeting, MeetingStage},
    },
    terms::{
        act_kind::ActKind,
        deed::{self, Stamp},
        id::{MeetingId, PersonId, Text, UnitId},
        matter::MatterRef,
        record::record,
        sorted::Set,
        time::{Date, Time},
        words::{Capacity, MeetingKind, Named, ObserverRole, Rank, Role},
    },
};

record! {
    /// Records who attends a meeting and who sent apologies (记录出席).
    ///
    /// The office does this (`actor.is_office`), at a meeting that is open (`meeting.is_open`), for units that were
    /// called (`attendance.of_units_called`), and once for each of them (`attendance.recorded_once`). A unit attends by
    /// its member, at a liaison meeting by its liaison officer (`attendance.by_the_right_person`), or by an alternate,
    /// if the charter allows one of that rank and unit or does not say (`attendance.alternate_allowed`). Others sit in
    /// only where the charter lets them (`attendance.observers_allowed`), or are among those invited and named once
    /// (`attendance.of_those_invited`). Who came late arrived after the opening and by the time of the record
    /// (`attendance.arrival_during_the_meeting`).
    ///
    /// It settles nothing. The units that attend, while they are there, can state positions, and are the ones that make a discussion
    /// collective (`decision.is_collective`), a quorum (`meeting.quorum_attends`) and a consensus
    /// (`decision.has_consensus`).
    ///
    /// ```
    /// use joint_meeting::{Act, act::{Present, RecordAttendance}, wire, words::Capacity};
    ///
    /// let present = [
    ///     Present::new("police".parse()?, "p1".parse()?, Capacity::Member),
    ///     Present::new("health".parse()?, "p44".parse()?, Capacity::Alternate),
    /// ];
    /// let act = RecordAttendance::new("m1".parse()?, present).apologies(["market".parse()?]);
    /// let json = r#"{
    ///     "type": "record_attendance", "meeting": "m1",
    ///     "present": [
    ///         {"unit": "police", "person": "p1", "capacity": "member"},
    ///         {"unit": "health", "person": "p44", "capacity": "alternate"}
    ///     ],
    ///     "apologies": ["market"]
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct RecordAttendance {
        /// The meeting.
        pub meeting: MeetingId,
        /// Who attends, for which unit.
        pub present: Vec<Present>,
        /// The units that sent apologies (请假).
        optional pub apologies: Vec<UnitId>,
        /// Who sits in (列席).
        optional pub observers: Vec<Observer>,
        /// Which of those who were invited came, by the name in the invitation (应邀列席).
        optional pub invited: Vec<Text>,
    }
}

record! {
    /// A person who sits in at a meeting without a voice in it (列席): a liaison officer, or one of the staff, where
    /// the charter lets such persons sit in.
    pub struct Observer {
        /// The unit the person is from.
        pub unit: UnitId,
        /// The person.
        pub person: PersonId,
        /// As what the person sits in.
        pub role: ObserverRole,
    }
}

impl RecordAttendance {
    fn units(&self) -> impl Iterator<Item = &UnitId> {
        self.present.iter().map(|it| &it.unit).chain(&self.apologies)
    }

    fn named_units(&self) -> impl Iterator<Item = &UnitId> {
        let from = self.present.iter().filter_map(|it| it.from_unit.as_ref());
        self.units().chain(from).chain(self.observers.iter().map(|it| &it.unit))
    }
}

impl View<'_> {
    /// Checks that the person attends in a capacity that a meeting of the kind needs.
    fn is_the_right_person(&self, kind: MeetingKind, it: &Present, at: Time) -> bool {
        let on = at.date();
        match (it.capacity, kind == MeetingKind::Liaison) {
            (Capacity::Alternate, _) => true,
            (Capacity::Member, false) => self.member_of(&it.unit, on) == Some(&it.person),
            (Capacity::LiaisonOfficer, true) => {
                self.named(&it.unit, Named::LiaisonOfficer, on).is_some_and(|named| named.person == it.person)
            }
            (Capacity::Member, true) | (Capacity::LiaisonOfficer, false) => false,
        }
    }

    /// Checks that an alternate may attend, and has the rank and the unit that are asked.
    fn is_alternate_allowed(&self, it: &Present, on: Date) -> bool {
        let Some(alternates) = self.settings().alternates.fixed() else { return true };
        let ranks = self.ranks_of_member(&it.unit, on);
        let has_rank = ranks.is_empty() || it.rank.is_some_and(|of| ranks.iter().any(|it| it.covers(of)));
        let own = it.from_unit.as_ref().is_none_or(|from| *from == it.unit);
        alternates.allowed && (has_rank || !alternates.same_rank) && (own || !alternates.same_unit)
    }

    /// The ranks a member must have or, where none is asked, the rank of the unit's member; none if no member is named.
    fn ranks_of_member(&self, unit: &UnitId, on: Date) -> Vec<Rank> {
        let asked = self.settings().member_naming.fixed().map_or(&[][..], |it| &it.ranks);
        if !asked.is_empty() {
            return asked.to_vec();
        }
        self.named(unit, Named::Member, on).map(|it| it.rank).into_iter().collect()
    }

    /// Checks that a person may sit in at a meeting.
    fn is_observer_allowed(&self, it: &Observer, observers: &Observers, on: Date) -> bool {
        match it.role {
            ObserverRole::LiaisonOfficer => {
                let officer = self.named(&it.unit, Named::LiaisonOfficer, on);
                observers.liaison_officers && officer.is_some_and(|named| named.person == it.person)
            }
            ObserverRole::Staff => observers.staff,
        }
    }
}

pub(crate) const OF_UNITS_CALLED: Rule = Rule::law(
    "attendance.of_units_called",
    "出席、请假的是通知参加的单位",
    "the units that attend or send apologies were called",
);

impl Ask<'_> {
    /// Checks that the units were called to the meeting, or stand in the place of one that was.
    pub(crate) fn were_called<'u>(
        &self,
        meeting: &Meeting,
        units: impl IntoIterator<Item = &'u UnitId>,
    ) -> Check {
        let since = meeting.convened.at.date();
        let called =
            |unit: &UnitId| self.stand([unit]).is_ok() && self.is_answering(unit, &meeting.called, since);
        let units: Vec<UnitId> = units.into_iter().filter(|it| !called(it)).cloned().collect();
        ensure(units.is_empty(), || Finding::StrangeUnits { units })
    }
}

impl ActType for RecordAttendance {
    type Names<'s> = &'s Meeting;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        is_open(),
        Guard { rule: OF_UNITS_CALLED, check: |it| it.were_called(it.names, it.act.units()) },
        Guard {
            rule: Rule::law(
                "attendance.by_the_right_person",
                "成员出席会议，联络员出席联络员会议",
                "a unit attends by its member, at a liaison meeting by its liaison officer",
            )
            .reads(&[ReadingKey::ConvenerCounts, ReadingKey::ChangeEffect])
            .cured_by(&[
                remedy(ActKind::NameMember, &[Role::ResponsiblePerson]),
                remedy(ActKind::NameLiaisonOfficer, &[Role::ResponsiblePerson, Role::Member]),
            ]),
            check: |it| {
                let kind = it.names.kind;
                let wrong = it.act.present.iter().filter(|one| !it.is_the_right_person(kind, one, it.at));
                let what: Vec<String> = wrong.map(|it| it.person.to_string()).collect();
                ensure(what.is_empty(), || Finding::Unwanted { what })
            },
        },
        Guard {
            rule: Rule::law(
                "attendance.alternate_allowed",
                "制度允许代为参加",
                "the charter lets an alternate attend, or does not say",
            )
            .needs(&[SettingKey::Alternates, SettingKey::MemberNaming]),
            check: |it| {
                let alternates = it.act.present.iter().filter(|it| it.capacity == Capacity::Alternate);
                let wrong = alternates.filter(|one| !it.is_alternate_allowed(one, it.today()));
                let what: Vec<String> = wrong.map(|it| it.person.to_string()).collect();
                ensure(what.is_empty(), || Finding::Unwanted { what })
            },
        },
        Guard {
            rule: Rule::law(
                "attendance.observers_allowed",
                "制度允许其列席",
                "the charter lets such persons sit in",
            )
            .asks(&[SettingKey::Observers]),
            check: |it| {
                if it.act.observers.is_empty() {
                    return Ok(());
                }
                let observers = fixed(&it.settings().observers)?;
                let wrong =
                    it.act.observers.iter().filter(|one| !it.is_observer_allowed(one, observers, it.today()));
                let what: Vec<String> = wrong.map(|it| it.person.to_string()).collect();
                ensure(what.is_empty(), || Finding::Unwanted { what })
            },
        },
        Guard {
            rule: Rule::always(
                "attendance.recorded_once",
                "各单位的出席情况只记录一次",
                "the attendance of a unit is recorded once",
            ),
            check: |it| {
                let meeting = it.names;
                let recorded =
                    |unit: &UnitId| meeting.attended.contains_key(unit) || meeting.apologies.contains(unit);
                let mut seen = Set::new();
                let twice = it.act.units().filter(|unit| recorded(unit) || !seen.insert(*unit));
                let what: Vec<String> = twice.map(ToString::to_string).collect();
                ensure(what.is_empty(), || Finding::Unwanted { what })
            },
        },
        Guard {
            rule: Rule::always(
                "attendance.of_those_invited",
                "应邀列席的是受邀者，各记录一次",
                "those who came on invitation were invited, and are named once",
            ),
            check: |it| {
                let awaited =
                    |name: &Text| it.names.invitees.iter().any(|it| it.name == *name && it.came.is_none());
                let mut seen = Set::new();
                let strange = it.act.invited.iter().filter(|name| !awaited(name) || !seen.insert(*name));
                let what: Vec<String> = strange.map(ToString::to_string).collect();
                ensure(what.is_empty(), || Finding::Unwanted { what })
            },
        },
        Guard {
            rule: Rule::always(
                "attendance.arrival_during_the_meeting",
                "到会时间在开会之后，不晚于记录所述之时",
                "who came late arrived after the opening, and by the time of which the record tells",
            ),
            check: |it| {
                let arrived = || it.act.present.iter().filter_map(|it| it.arrived);
                let opened = it.names.opened.map(|it| it.at);
                let early = opened.filter(|opened| arrived().any(|it| it < *opened));
                ensure(early.is_none(), || Finding::TooEarly { earliest: opened.unwrap_or(it.at) })?;
                ensure(arrived().all(|arrived| arrived <= it.at), || Finding::TooLate { latest: it.at })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["present", "apologies", "observers", "invited"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        transition::meeting(&self.meeting)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let meeting = names.known(&self.meeting);
        names.all_known(self.named_units());
        for it in self.present.iter().filter(|it| it.capacity != Capacity::Alternate) {
            names.person(&it.person);
        }
        meeting
    }

    /// What is recorded of one unit does not wait for another, nor for what is done at the meeting.
    fn since(&self, meeting: &Self::Names<'_>) -> Option<Time> {
        meeting.opened.map(|it| it.at)
    }

    fn says_more(&self) -> bool {
        !self.invited.is_empty() || self.present.iter().any(|it| it.arrived.is_some())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        let present = self.present.iter().map(|it| &it.person);
        for person in present.chain(self.observers.iter().map(|it| &it.person)) {
            state.membership.meet(person);
        }
        let Some(meeting) = state.meetings.touch(&self.meeting, stamp.at) else { return };
        for it in &self.present {
            let recorded = stamp.deed();
            let arrived = it.arrived.map(|it| it.at_offset(charter.offset()));
            let (person, capacity) = (it.person.clone(), it.capacity);
            let attendance = Attendance { person, capacity, recorded, arrived, left: None };
            meeting.attended.insert(it.unit.clone(), attendance);
        }
        meeting.apologies.extend(self.apologies.iter().cloned());
        for it in meeting.invitees.iter_mut().filter(|it| self.invited.contains(&it.name)) {
            it.came.get_or_insert(stamp.deed());
        }
        deed::add(&mut meeting.recorded, stamp.deed());
    }

    fn candidates(ask: &Ask<'_>) -> impl Iterator<Item = Self> {
        let open = ask.state.meetings().in_stage(MeetingStage::Open);
        open.flat_map(move |(id, it)| attendances(ask, id, it))
    }
}

/// The candidates: all who can come, the same with an alternate in the place of the first, and the same with a liaison
/// officer who sits in.
fn attendances(ask: &Ask<'_>, id: &MeetingId, meeting: &Meeting) -> Vec<RecordAttendance> {
    let on = ask.today();
    let person = |unit: &UnitId| {
        let (person, capacity) = if meeting.kind == MeetingKind::Liaison {
            (&ask.named(unit, Named::LiaisonOfficer, on)?.person, Capacity::LiaisonOfficer)
        } else {
            (ask.member_of(unit, on)?, Capacity::Member)
        };
        Some(Present {
            unit: unit.clone(),
            person: person.clone(),
            capacity,
            rank: None,
            from_unit: None,
            arrived: None,
        })
    };
    let alternate = |unit: &UnitId| {
        Some(Present {
            unit: unit.clone(),
            person: new_name()?,
            capacity: Capacity::Alternate,
            rank: ask.ranks_of_member(unit, on).first().copied(),
            from_unit: None,
            arrived: None,
        })
    };
    let awaited = |unit: &&UnitId| !meeting.attended.contains_key(*unit) && !meeting.apologies.contains(unit);
    let called = ask.answering(&meeting.called, meeting.convened.at.date());
    let awaited: Vec<&UnitId> = called.iter().filter(awaited).collect();
    if awaited.is_empty() {
        return Vec::new();
    }
    let record = |present: Vec<Present>| {
        let absent = awaited.iter().filter(|unit| !present.iter().any(|it| it.unit == ***unit));
        let apologies = absent.map(|it| (*it).clone()).collect();
        let (observers, invited) = (Vec::new(), Vec::new());
        RecordAttendance { meeting: id.clone(), present, apologies, observers, invited }
    };
    let whole = record(awaited.iter().filter_map(|it| person(it)).collect());
    let with_alternate = awaited.split_first().map(|(first, rest)| {
        record(alternate(first).into_iter().chain(rest.iter().filter_map(|it| person(it))).collect())
    });
    let sits_in = awaited.first().and_then(|unit| {
        let person = ask.named(unit, Named::LiaisonOfficer, on)?.person.clone();
        Some(Observer { unit: (*unit).clone(), person, role: ObserverRole::LiaisonOfficer })
    });
    let with_observer = sits_in.map(|it| RecordAttendance { observers: vec![it], ..whole.clone() });
    std::iter::once(whole).chain(with_alternate).chain(with_observer).collect()
}
