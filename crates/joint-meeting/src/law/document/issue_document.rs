//! The act `issue_document` issues minutes as a formal document (印发正式文件).

use crate::{
    charter::{
        Charter,
        settings::{SettingKey, choices::RecipientGroup},
    },
    kernel::{
        act::{ActType, new_name},
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, remedy},
        transition,
        view::{Ask, Case, View},
        word::word,
    },
    law::{
        document::{
            OnMinutes, approved, consented, countersigned,
            issue::superiors,
            issued::staying_within,
            issuing::{
                Burdening, closed_with_a_reason, in_a_permitted_name, of_a_formal_kind, sealed_as_permitted,
                secret_or_open, titled_by_its_kind, undertaken,
            },
            not_issued, on_the_path, on_the_path_in_force,
        },
        membership::{by_office, of_standing_units},
    },
    state::{
        State,
        document::{FormalDocument, Minutes, NumberFate},
    },
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::{DocumentId, MinutesId, Text, UnitId},
        matter::MatterRef,
        record::record,
        sorted::{Map, Set},
        words::{Carrier, DocumentKind, Publicness, Role, Secrecy, Step, Urgency},
    },
};

record! {
    /// Issues minutes as a formal document (印发正式文件).
    ///
    /// Only the office may do it (`actor.is_office`), when every step on the path of the minutes is done:
    /// `minutes.consented_by_all_asked`, `minutes.countersigned_by_all_asked`, `minutes.approved_by_convener` and
    /// `document.is_numbered`. A unit that gets a task must be bound by the matter or have consented in writing
    /// (`document.tasked_units_have_undertaken`).
    ///
    /// The document goes to every unit concerned, as the charter says (`document.reaches_the_units_concerned`), and to
    /// member units only where nothing goes outside (`document.stays_within`). Its kind is a formal one
    /// (`document.kind_is_formal`) with which the title ends (`document.title_names_its_kind`); if it is not simply
    /// public, it says why (`document.closed_with_a_reason`), and it is not both secret and open
    /// (`document.secret_is_not_open`). Name and seal are such as the charter allows
    /// (`document.in_a_permitted_name`, `document.sealed_as_permitted`).
    ///
    /// It settles nothing. The minutes are closed: they can be neither answered nor redrafted, and their number cannot
    /// be voided. The document waits for the receipts of those it went to, and to be reported up where the charter asks
    /// for that.
    ///
    /// ```
    /// use joint_meeting::{Act, act::IssueDocument, wire, words::{DocumentKind, Publicness}};
    ///
    /// let act = IssueDocument::new(
    ///     "d1".parse()?,
    ///     "n1".parse()?,
    ///     DocumentKind::Minutes,
    ///     "养犬管理工作会议纪要".parse()?,
    ///     Publicness::Closed,
    /// )
    /// .recipients(["police".parse()?, "health".parse()?])
    /// .reason("internal".parse()?);
    /// let json = r#"{
    ///     "type": "issue_document", "document": "d1", "minutes": "n1", "kind": "minutes",
    ///     "title": "养犬管理工作会议纪要", "recipients": ["police", "health"], "publicness": "closed",
    ///     "reason": "internal"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct IssueDocument {
        /// The new name of the document.
        pub document: DocumentId,
        /// The minutes it carries.
        pub minutes: MinutesId,
        /// The kind of the document.
        pub kind: DocumentKind,
        /// The title, which ends with the word for the kind.
        pub title: Text,
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
        /// Whose seal the document bears, where that is said: the lead unit's, those of all issuers, or one of the
        /// body's own.
        optional pub seal: Option<Carrier>,
        /// How secret the document is, where it is (密级).
        optional pub secrecy: Option<Secrecy>,
        /// For how many years it is secret (保密期限).
        optional pub secret_for_years: Option<u16>,
        /// How urgent the document is, where it is (紧急程度).
        optional pub urgency: Option<Urgency>,
    }
}

impl View<'_> {
    /// The units that a document of these minutes must reach; none where the charter does not say.
    fn must_reach(&self, minutes: &Minutes) -> Set<UnitId> {
        let meeting = self.state.meetings().meetings.get(&minutes.meeting);
        let attends = |unit: &UnitId| meeting.is_some_and(|it| it.attended.contains_key(unit));
        let mut reach = Set::new();
        for group in self.settings().recipients.fixed().into_iter().flatten() {
            match group {
                RecipientGroup::Tasked => reach.extend(self.tasked_by(&minutes.items).cloned()),
                RecipientGroup::Attending => {
                    reach.extend(meeting.iter().flat_map(|it| it.attending()).cloned())
                }
                RecipientGroup::Absent => {
                    let called = meeting.iter().flat_map(|it| &it.called);
                    reach.extend(called.filter(|it| !attends(it)).cloned());
                }
                RecipientGroup::AllMembers => reach.extend(self.members_on(self.on()).into_iter().cloned()),
            }
        }
        let since = meeting.map_or(minutes.begun().at.date(), |it| it.convened.at.date());
        self.answering(&reach, since).into_iter().collect()
    }
}

impl OnMinutes for IssueDocument {
    const STEP: Step = Step::Issue;
    fn minutes<'c>(case: &'c Case<'_, Self>) -> &'c Minutes {
        case.names
    }
}

impl Burdening for IssueDocument {
    fn burdened(case: &Case<'_, Self>) -> Vec<UnitId> {
        case.burdened_by(&case.names.items, case.names.begun().at.date())
    }
}

impl ActType for IssueDocument {
    type Names<'s> = &'s Minutes;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        on_the_path(),
        on_the_path_in_force(),
        consented(),
        countersigned(),
        approved(),
        Guard {
            rule: Rule::law("document.is_numbered", "文件已经编号", "the document bears a number")
                .cured_by(&[remedy(ActKind::AllotNumber, &[Role::Office])]),
            check: |it| {
                let needed = it.names.needs_first(Step::Number, Step::Issue);
                ensure(!needed || it.names.number.is_some(), || Finding::Missing {
                    what: vec![word(&Step::Number)],
                })
            },
        },
        Guard {
            rule: Rule::law(
                "document.reaches_the_units_concerned",
                "印发有关单位",
                "the document goes to every unit concerned",
            )
            .needs(&[SettingKey::Recipients]),
            check: |it| {
                let missing = it.must_reach(it.names).into_iter();
                let units: Vec<UnitId> = missing.filter(|unit| !it.act.recipients.contains(unit)).collect();
                ensure(units.is_empty(), || Finding::MissingUnits { units })
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
        not_issued(),
    ];

    const FREE: &'static [&'static str] = &[
        "document",
        "kind",
        "title",
        "recipients",
        "other_recipients",
        "copied_to",
        "publicness",
        "reason",
        "secrecy",
        "secret_for_years",
        "urgency",
    ];

    fn matter(&self, state: &State) -> Option<MatterRef> {
        transition::of_minutes(&self.minutes, &state.documents)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.free(&self.document);
        names.all_known(&self.recipients);
        names.known(&self.minutes)
    }

    fn says_more(&self) -> bool {
        self.secrecy.is_some() || self.secret_for_years.is_some() || self.urgency.is_some()
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        let Some(minutes) = state.minutes_mut(&self.minutes, stamp.at) else { return };
        minutes.document = Some(self.document.clone());
        let document = FormalDocument {
            minutes: Some(self.minutes.clone()),
            version: Some(minutes.version),
            kind: self.kind,
            title: self.title.clone(),
            number: minutes.number.clone(),
            recipients: self.recipients.clone(),
            other_recipients: self.other_recipients.clone(),
            copied_to: self.copied_to.clone(),
            publicness: self.publicness,
            secrecy: self.secrecy,
            urgency: self.urgency,
            reports_up: minutes.steps.contains(&Step::ReportUp),
            issued: stamp.deed(),
            receipts: Map::new(),
            reported_up: Map::new(),
            after: None,
            last: stamp.at,
        };
        let allotment = minutes.allotment.as_ref().zip(minutes.number.as_ref());
        let number = allotment.map(|(it, number)| (it.series.clone(), number.year(), number.serial()));
        let documents = &mut state.documents;
        if let Some((series, year, serial)) = number
            && let Some(series) = documents.series.get_mut(&(series, year))
            && let Some(holder) = series.uses.get_mut(&serial)
        {
            holder.fate = NumberFate::Issued(self.document.clone());
        }
        documents.live.remove(&self.minutes);
        documents.issue(self.document.clone(), document, superiors(charter));
    }

    fn candidates(ask: &Ask<'_>) -> impl Iterator<Item = Self> {
        let documents = ask.state.documents();
        let live = documents.live.iter().filter_map(|it| documents.minutes.get_key_value(it));
        let issue = move |(id, minutes): (&MinutesId, &Minutes)| {
            let kind = DocumentKind::Minutes;
            Some(Self {
                document: new_name()?,
                minutes: id.clone(),
                kind,
                title: format!("…{}", kind.zh()).parse().ok()?,
                recipients: ask.must_reach(minutes).into_iter().collect(),
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
        live.filter(|(_, it)| it.steps.contains(&Step::Issue)).filter_map(issue)
    }
}
