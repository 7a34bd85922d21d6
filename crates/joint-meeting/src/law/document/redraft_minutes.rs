//! The act `redraft_minutes` drafts a new version of the minutes (修改纪要).
//!
//! What units said to the version before is kept, and no longer counts.

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, remedy},
        transition,
        view::{Ask, Case},
    },
    law::{
        document::{OnMinutes, not_issued},
        membership::by_office,
    },
    state::{
        State,
        document::{Minutes, PastVersion},
    },
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::{MinutesId, Text, UnitId},
        matter::MatterRef,
        record::record,
        words::{Role, Step},
    },
};

record! {
    /// Drafts minutes anew (修改纪要): what units said to the version before is kept, and counts no more.
    ///
    /// Only the office may do it (`actor.is_office`), as long as no document has been issued from the minutes
    /// (`minutes.are_not_issued`) and they bear no number (`minutes.are_not_numbered`); a number has to be voided
    /// first.
    ///
    /// It settles the next version: its number, its steps by the charter that judges now, and the units asked. Whoever
    /// was asked before is asked again, and so is whoever has to be asked by now. Consents, countersignatures and the
    /// approval of the version before become part of the past of the minutes. This is also the way on when another
    /// version of the charter has changed the path (`minutes.take_the_path_in_force`).
    ///
    /// ```
    /// use joint_meeting::{Act, act::RedraftMinutes, wire};
    ///
    /// let act = RedraftMinutes::new(
    ///     "n1".parse()?,
    ///     "who does what by when".parse()?,
    ///     "health wants a date".parse()?,
    /// );
    /// let json = r#"{
    ///     "type": "redraft_minutes", "minutes": "n1", "text": "who does what by when",
    ///     "reason": "health wants a date"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct RedraftMinutes {
        /// The minutes that are redrafted.
        pub minutes: MinutesId,
        /// What the minutes say now.
        pub text: Text,
        /// Why they are redrafted.
        pub reason: Text,
    }
}

impl OnMinutes for RedraftMinutes {
    const STEP: Step = Step::Draft;
    fn minutes<'c>(case: &'c Case<'_, Self>) -> &'c Minutes {
        case.names
    }
}

impl ActType for RedraftMinutes {
    type Names<'s> = &'s Minutes;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        not_issued(),
        Guard {
            rule: Rule::always(
                "minutes.are_not_numbered",
                "纪要尚未编号",
                "the minutes do not bear a number yet",
            )
            .cured_by(&[remedy(ActKind::VoidNumber, &[Role::Office])]),
            check: |it| {
                let number = &it.names.number;
                ensure(number.is_none(), || Finding::Unwanted {
                    what: number.iter().map(ToString::to_string).collect(),
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["text", "reason"];

    fn matter(&self, state: &State) -> Option<MatterRef> {
        transition::of_minutes(&self.minutes, &state.documents)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.minutes)
    }

    /// Settles whom the new version asks: the units asked before, and the units that have to be asked by now besides.
    fn settle(case: &Case<'_, Self>) -> Outcome {
        let minutes = case.names;
        let meeting = case.state.meetings().meetings.get(&minutes.meeting);
        // By now another version may judge the minutes than the one under which they were drafted.
        let path = meeting.and_then(|it| case.path(it.kind));
        let path = path.unwrap_or_else(|| minutes.steps.clone());
        let items = &minutes.items;
        // The units asked before are asked again, unless the path no longer has the step.
        let again = |step: Step, before: &[UnitId]| match path.contains(&step) {
            true => before.to_vec(),
            false => Vec::new(),
        };
        let mut consent_of = again(Step::Consent, &minutes.consent_of);
        let mut countersign_of = again(Step::Countersign, &minutes.countersign_of);
        if let Some(meeting) = meeting {
            consent_of.extend(case.consent_asked_of(meeting, items, &path));
            countersign_of.extend(case.countersign_asked_of(meeting, items, &path));
        }
        let since = minutes.drafted.at.date();
        Outcome::Drafted {
            version: minutes.version.saturating_add(1),
            consent_of: case.each_once(&consent_of, since),
            countersign_of: case.each_once(&countersign_of, since),
            path,
        }
    }

    fn apply(&self, stamp: Stamp<'_>, outcome: &Outcome, state: &mut State, _: &Charter) {
        let Outcome::Drafted { version, path, consent_of, countersign_of } = outcome else { return };
        let Some(minutes) = state.minutes_mut(&self.minutes, stamp.at) else { return };
        minutes.past.push(PastVersion {
            version: minutes.version,
            drafted: minutes.drafted,
            consents: std::mem::take(&mut minutes.consents),
            signatures: std::mem::take(&mut minutes.signatures),
            approved: minutes.approved.take(),
        });
        minutes.version = *version;
        minutes.drafted = stamp.deed();
        minutes.steps.clone_from(path);
        minutes.consent_of.clone_from(consent_of);
        minutes.countersign_of.clone_from(countersign_of);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let redraft =
            |id: &MinutesId| Some(Self { minutes: id.clone(), text: some_text()?, reason: some_text()? });
        ask.state.documents().live.iter().filter_map(redraft).collect()
    }
}
