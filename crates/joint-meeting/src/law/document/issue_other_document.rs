//! The act `issue_other_document` issues a formal document that is not the one by which minutes are issued (另行印发文件).

use crate::{
    charter::{Charter, settings::values::Series},
    kernel::{
        act::{ActType, new_name, some_text},
        finding::{Finding, Standing},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, remedy},
        transition,
        view::{Ask, Case},
    },
    law::{
        document::{
            issue::superiors,
            issued::staying_within,
            issuing::{
                Burdening, closed_with_a_reason, in_a_permitted_name, of_a_formal_kind, sealed_as_permitted,
                secret_or_open, titled_by_its_kind, undertaken,
            },
            numbering::{Numbering, in_a_series_of_the_lead, next_or_unused, number, well_formed},
        },
        function::known_clauses,
        membership::{by_office, of_standing_units},
    },
    state::{
        State,
        document::{FormalDocument, Minutes, NumberFate, NumberUse},
    },
    terms::{
        act_kind::ActKind,
        deed::{Deed, Stamp, is_done},
        id::{ClauseId, DocumentId, ItemId, MinutesId, SeriesId, Text, UnitId},
        matter::MatterRef,
        record::record,
        sorted::Map,
        time::Time,
        words::{Carrier, DocumentKind, Publicness, Role, Secrecy, Urgency},
    },
};

record! {
    /// Issues a formal document that is not the one by which minutes are issued (另行印发文件): a notice that carries issued
    /// minutes out, a document on a matter that was settled without minutes, or one that rests on the charter.
    ///
    /// Only the office may do it (`actor.is_office`). The document says what it rests on (`document.rests_on_something`).
    /// Minutes on which it rests have been issued by then, so that every step on their path is done
    /// (`document.follows_issued_minutes`). Items on which it rests were settled (`document.rests_on_what_was_settled`); where
    /// the charter has what is agreed put into minutes, those minutes record them
    /// (`document.agreed_matters_come_by_minutes`). A unit that gets a task must be bound by the matter or have consented in
    /// writing (`document.tasked_units_have_undertaken`). On documents that rest on the charter alone no charter need say
    /// anything: they are recorded as issued, and put no task on anyone.
    ///
    /// For its kind, title, publicness, secrecy, recipients, name and seal the same holds as for `issue_document`. If a series
    /// is named, the document bears a number, which is taken as by `allot_number` (`number.in_a_series_of_the_lead`,
    /// `number.is_next_or_unused`).
    ///
    /// It settles the number, if there is one. The document waits for the receipts of those it went to.
    ///
    /// ```
    /// use joint_meeting::{Act, act::IssueOtherDocument, wire, words::{DocumentKind, Publicness}};
    ///
    /// let act = IssueOtherDocument::new(
    ///     "d2".parse()?,
    ///     DocumentKind::Notice,
    ///     "关于开展养犬专项整治的通知".parse()?,
    ///     "who patrols where".parse()?,
    ///     Publicness::Open,
    /// )
    /// .minutes("n1".parse()?)
    /// .recipients(["police".parse()?]);
    /// let json = r#"{
    ///     "type": "issue_other_document", "document": "d2", "kind": "notice",
    ///     "title": "关于开展养犬专项整治的通知", "text": "who patrols where", "publicness": "open",
    ///     "minutes": "n1", "recipients": ["police"]
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct IssueOtherDocument {
        /// The new name of the document.
        pub document: DocumentId,
        /// The kind of the document.
        pub kind: DocumentKind,
        /// The title, which ends with the word for the kind.
        pub title: Text,
        /// What the document says.
        pub text: Text,
        /// The minutes that it carries out, if it rests on minutes.
        optional pub minutes: Option<MinutesId>,
        /// The settled items on which it rests.
        optional pub items: Vec<ItemId>,
        /// The clauses of the charter on which it rests.
        optional pub clauses: Vec<ClauseId>,
        /// The series from which its number is taken, if it bears one.
        optional pub series: Option<SeriesId>,
        /// The serial. If none is given, it is the one after the last taken in the year.
        optional pub serial: Option<u32>,
        /// The units that the document goes to (主送) and that the body knows.
        optional pub recipients: Vec<UnitId>,
        /// Others that the document goes to, by name.
        optional pub other_recipients: Vec<Text>,
        /// Others who get a copy (抄送), by name.
        optional pub copied_to: Vec<Text>,
        /// Whether the document is public.
        pub publicness: Publicness,
        /// Why the document is not simply public.
        optional pub reason: Option<Text>,
        /// Whose seal the document bears, where that is said.
        optional pub seal: Option<Carrier>,
        /// How secret the document is, where it is (密级).
        optional pub secrecy: Option<Secrecy>,
        /// For how many years it is secret (保密期限).
        optional pub secret_for_years: Option<u16>,
        /// How urgent the document is, where it is (紧急程度).
        optional pub urgency: Option<Urgency>,
    }
}

impl Numbering for IssueOtherDocument {
    fn series<'c>(case: &'c Case<'_, Self>) -> Option<&'c Series> {
        case.names.1
    }

    fn serial(&self) -> Option<u32> {
        self.serial
    }
}

impl Burdening for IssueOtherDocument {
    fn burdened(case: &Case<'_, Self>) -> Vec<UnitId> {
        let items = case.act.items.iter().filter_map(|it| case.state.decisions().items.get(it));
        let since = items.filter_map(|it| it.settled).min().map_or(case.today(), |it| it.at.date());
        case.burdened_by(&case.act.items, since)
    }
}

impl ActType for IssueOtherDocument {
    type Names<'s> = (Option<&'s Minutes>, Option<&'s Series>);

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::always(
                "document.rests_on_something",
                "文件写明所依据的纪要、事项或者条款",
                "the document says on what minutes, matters or clauses it rests",
            ),
            check: |it| {
                let some = it.act.minutes.is_some() || !it.act.items.is_empty() || !it.act.clauses.is_empty();
                ensure(some, || Finding::Missing { what: vec!["basis".to_owned()] })
            },
        },
        Guard {
            rule: Rule::always(
                "document.follows_issued_minutes",
                "所依据的会议纪要已经印发",
                "the minutes on which it rests have been issued",
            )
            .cured_by(&[remedy(ActKind::IssueDocument, &[Role::Office])]),
            check: |it| {
                let issued = |minutes: &Minutes| {
                    let document = minutes.document.as_ref();
                    let document = document.and_then(|id| it.state.documents().documents.get(id));
                    is_done(document.map(|it| it.issued), it.at)
                };
                ensure(it.names.0.is_none_or(issued), || {
                    Finding::state(Standing::NotIssued, &[Standing::Issued])
                })
            },
        },
        Guard {
            rule: Rule::always(
                "document.rests_on_what_was_settled",
                "所依据的事项已经议定或者明确",
                "the matters on which it rests were agreed or clarified",
            )
            .cured_by(&[remedy(ActKind::Agree, &[Role::PresidingPerson])]),
            check: |it| {
                let unsettled = it.items_that(|_, settled| !is_done(settled, it.at));
                ensure(unsettled.is_empty(), || Finding::Unwanted { what: unsettled })
            },
        },
        Guard {
            rule: Rule::law(
                "document.agreed_matters_come_by_minutes",
                "议定的事项先形成会议纪要，再据以行文",
                "what was agreed is put into minutes, and a document on it rests on these",
            )
            .cured_by(&[remedy(ActKind::DraftMinutes, &[Role::Office])]),
            check: |it| {
                let recorded = |id: &ItemId| it.names.0.is_some_and(|minutes| minutes.items.contains(id));
                let bare = it.items_that(|id, settled| settled.is_some() && !recorded(id));
                ensure(bare.is_empty(), || Finding::Unwanted { what: bare })
            },
        },
        of_standing_units(|it| it.stand(&it.act.recipients)),
        undertaken(),
        of_a_formal_kind(),
        titled_by_its_kind(),
        closed_with_a_reason(),
        secret_or_open(),
        staying_within(),
        in_a_permitted_name(),
        sealed_as_permitted(),
        in_a_series_of_the_lead(),
        well_formed(),
        next_or_unused(),
    ];

    const FREE: &'static [&'static str] = &[
        "document",
        "kind",
        "title",
        "text",
        "clauses",
        "serial",
        "recipients",
        "other_recipients",
        "copied_to",
        "publicness",
        "reason",
        "secrecy",
        "secret_for_years",
        "urgency",
    ];

    /// The matter is the meeting of the minutes, or that of the first item, on which the document rests.
    fn matter(&self, state: &State) -> Option<MatterRef> {
        let of_item = || self.items.first().and_then(|it| transition::of_item(it, &state.decisions));
        self.minutes.as_ref().and_then(|it| transition::of_minutes(it, &state.documents)).or_else(of_item)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let free = names.free(&self.document);
        let units = names.all_known(&self.recipients);
        let items = names.all_known(&self.items);
        known_clauses(names, &self.clauses);
        let minutes = names.known_if_named(self.minutes.as_ref());
        let series = self.series.as_ref().map(|it| names.series(it));
        let _ = (free?, units?, items?);
        Some((minutes?, series.flatten()))
    }

    fn since(&self, (minutes, _): &Self::Names<'_>) -> Option<Time> {
        minutes.map(|it| it.drafted.at)
    }

    fn settle(case: &Case<'_, Self>) -> Outcome {
        number(case).map_or(Outcome::None, |number| Outcome::Numbered { number })
    }

    fn apply(&self, stamp: Stamp<'_>, outcome: &Outcome, state: &mut State, charter: &Charter) {
        let number = match outcome {
            Outcome::Numbered { number } => Some(number.clone()),
            _ => None,
        };
        let minutes = self.minutes.as_ref().and_then(|it| state.documents.minutes.get(it));
        let document = FormalDocument {
            minutes: self.minutes.clone(),
            version: minutes.map(|it| it.version),
            kind: self.kind,
            title: self.title.clone(),
            number: number.clone(),
            recipients: self.recipients.clone(),
            other_recipients: self.other_recipients.clone(),
            copied_to: self.copied_to.clone(),
            publicness: self.publicness,
            secrecy: self.secrecy,
            urgency: self.urgency,
            reports_up: false,
            issued: stamp.deed(),
            receipts: Map::new(),
            reported_up: Map::new(),
            after: None,
            last: stamp.at,
        };
        if let Some((series, number)) = self.series.clone().zip(number) {
            let fate = NumberFate::Issued(self.document.clone());
            let holder = NumberUse { minutes: None, allotted: stamp.deed(), fate };
            let of_year = state.documents.series.entry((series, number.year())).or_default();
            of_year.uses.insert(number.serial(), holder);
        }
        state.documents.issue(self.document.clone(), document, superiors(charter));
    }

    /// The candidate is a document on the charter; what else it can rest on is for the host to say.
    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let kind = DocumentKind::Notice;
        let issue = || {
            Some(Self {
                document: new_name()?,
                kind,
                title: format!("…{}", kind.zh()).parse().ok()?,
                text: some_text()?,
                minutes: None,
                items: Vec::new(),
                clauses: vec![ask.charter.clauses().first()?.id.clone()],
                series: None,
                serial: None,
                recipients: Vec::new(),
                other_recipients: Vec::new(),
                copied_to: Vec::new(),
                publicness: Publicness::Open,
                reason: None,
                seal: None,
                secrecy: None,
                secret_for_years: None,
                urgency: None,
            })
        };
        issue().into_iter().collect()
    }
}

impl Case<'_, IssueOtherDocument> {
    /// The items on which the document rests of which something holds, by their names and when they were settled.
    fn items_that(&self, holds: impl Fn(&ItemId, Option<Deed>) -> bool) -> Vec<String> {
        let settled = |id: &ItemId| {
            let item = self.state.decisions().items.get(id).filter(|it| it.is_settled());
            item.and_then(|it| it.settled)
        };
        self.act.items.iter().filter(|it| holds(it, settled(it))).map(ToString::to_string).collect()
    }
}
