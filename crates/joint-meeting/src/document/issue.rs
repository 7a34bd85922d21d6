//! What goes out: a formal document to the units concerned, a copy to the superior, receipts.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    DocumentKind, Minutes, OnMinutes, Publicness, approved, consented, countersigned, dated, not_issued,
    numbering::Fate, on_the_path, on_the_path_in_force,
};
use crate::{
    act::ActKind,
    act::ActType,
    act::Resolver,
    act::new_name,
    act::since,
    act::some_text,
    charter::{
        Charter, SettingKey,
        settings::{Carrier, RecipientGroup, Role, Step},
    },
    deed::{Deed, Stamp},
    duty::{Found, Instance, or_not_applicable},
    entry::Outcome,
    id::{DocumentId, MinutesId, Text, UnitId},
    law::{self, MatterRef},
    membership::{by_office, by_unit, word},
    number::DocumentNumber,
    record::record,
    refusal::Finding,
    rule::{Ask, Case, Check, Duty, Guard, Rule, View, ensure, fixed, remedy},
    state::State,
    time::{Date, Time},
};

record! {
    /// Issues minutes as a formal document (印发正式文件).
    pub struct IssueDocument {
        /// Its new name.
        pub document: DocumentId,
        /// The minutes it carries.
        pub minutes: MinutesId,
        /// Its kind.
        pub kind: DocumentKind,
        /// Its title, which ends with the word for the kind.
        pub title: Text,
        /// The units it goes to (主送) that the body knows.
        #[serde(default, deserialize_with = "crate::wire::list", skip_serializing_if = "Vec::is_empty")]
        pub recipients: Vec<UnitId>,
        /// Others it goes to, by name.
        #[serde(default, deserialize_with = "crate::wire::list", skip_serializing_if = "Vec::is_empty")]
        pub other_recipients: Vec<Text>,
        /// Others who get a copy (抄送), by name.
        #[serde(default, deserialize_with = "crate::wire::list", skip_serializing_if = "Vec::is_empty")]
        pub copied_to: Vec<Text>,
        /// Whether it is public.
        pub publicness: Publicness,
        /// Why it is not simply public.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reason: Option<Text>,
        /// Whose seal it bears, where that is said: the lead unit's, those of all issuers, or one of the body's own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub seal: Option<Carrier>,
    }

    /// Sends a copy of a document to the superior (抄报).
    pub struct ReportUp {
        /// The document.
        pub document: DocumentId,
        /// To whom.
        pub to: Text,
    }

    /// Records that a document has been received (签收).
    pub struct AcknowledgeReceipt {
        /// The document.
        pub document: DocumentId,
        /// Who has received it: a unit, or another recipient by name.
        pub recipient: Text,
    }
}

impl View<'_> {
    /// The units that a document of these minutes must reach; none where the charter does not say.
    fn must_reach(&self, minutes: &Minutes, on: Date) -> BTreeSet<UnitId> {
        let meeting = self.state.meetings.meetings.get(&minutes.meeting);
        let attends = |unit: &UnitId| meeting.is_some_and(|it| it.attended.contains_key(unit));
        let mut reach = BTreeSet::new();
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
                RecipientGroup::AllMembers => reach.extend(self.members_on(on).into_iter().cloned()),
            }
        }
        reach
    }

    /// The units with a task in the items that neither are bound by the item nor have consented in writing.
    fn burdened(&self, minutes: &Minutes) -> Vec<UnitId> {
        let in_writing =
            |unit: &UnitId| minutes.consents.get(unit).is_some_and(|it| it.reply == super::Reply::Consents);
        let items = minutes.items.iter().filter_map(|it| self.state.decisions.items.get(it));
        let open = items.flat_map(|item| {
            let bound = |unit: &UnitId| item.binds.contains(unit) || item.undertaken.contains_key(unit);
            item.tasked.iter().filter(move |unit| !bound(unit) && !in_writing(unit))
        });
        open.cloned().collect::<BTreeSet<_>>().into_iter().collect()
    }
}

impl OnMinutes for IssueDocument {
    const STEP: Step = Step::Issue;
    fn minutes<'c>(case: &'c Case<'_, Self>) -> &'c Minutes {
        case.names
    }
}

fn not_the_bodys() -> Finding {
    let allowed = [Carrier::LeadUnit, Carrier::Joint];
    Finding::NotAllowed { value: word(&Carrier::Body), allowed: allowed.iter().map(word).collect() }
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
                let missing = it.must_reach(it.names, it.today()).into_iter();
                let units: Vec<UnitId> = missing.filter(|unit| !it.act.recipients.contains(unit)).collect();
                ensure(units.is_empty(), || Finding::MissingUnits { units })
            },
        },
        Guard {
            rule: Rule::law(
                "document.tasked_units_have_undertaken",
                "给予任务的单位受该事项约束，或者已书面同意",
                "each unit that gets a task is bound by the matter or has consented in writing",
            )
            .cured_by(&[remedy(ActKind::ConsentToTask, &[Role::ResponsiblePerson])]),
            check: |it| {
                let units = it.burdened(it.names);
                ensure(units.is_empty(), || Finding::MissingUnits { units })
            },
        },
        Guard {
            rule: Rule::law(
                "document.kind_is_formal",
                "文种为法定公文种类之一",
                "the kind is one of the formal kinds of document",
            ),
            check: |it| {
                ensure(it.act.kind.is_formal(), || Finding::NotAllowed {
                    value: word(&it.act.kind),
                    allowed: DocumentKind::ALL.iter().filter(|it| it.is_formal()).map(word).collect(),
                })
            },
        },
        Guard {
            rule: Rule::law(
                "document.title_names_its_kind",
                "标题以文种结尾",
                "the title ends with the word for the kind",
            ),
            check: |it| {
                let (title, kind) = (it.act.title.as_str(), it.act.kind.zh());
                ensure(title.ends_with(kind), || Finding::Differs {
                    found: title.to_owned(),
                    expected: format!("…{kind}"),
                })
            },
        },
        Guard {
            rule: Rule::law(
                "document.closed_with_a_reason",
                "依申请公开、不予公开的，说明理由",
                "a document that is not simply public says why",
            ),
            check: |it| {
                let open = it.act.publicness == Publicness::Open;
                ensure(open || it.act.reason.is_some(), || Finding::Missing {
                    what: vec!["reason".to_owned()],
                })
            },
        },
        Guard {
            rule: Rule::law(
                "document.stays_within",
                "不对外发文，只发成员单位",
                "the document goes to member units only, where nothing goes outside",
            )
            .needs(&[SettingKey::Outward]),
            check: |it| {
                if it.settings().outward.fixed() != Some(&false) {
                    return Ok(());
                }
                let units = it.act.recipients.iter().filter(|unit| !it.is_member(unit, it.today()));
                let others = it.act.other_recipients.iter().chain(&it.act.copied_to);
                let what: Vec<String> =
                    units.map(ToString::to_string).chain(others.map(ToString::to_string)).collect();
                ensure(what.is_empty(), || Finding::Unwanted { what })
            },
        },
        Guard {
            rule: Rule::law(
                "document.in_a_permitted_name",
                "不以联席会议自己的名义正式行文",
                "the document goes out in a name in which it may",
            )
            .needs(&[SettingKey::OwnName, SettingKey::Carrier]),
            check: |it| {
                let settings = it.settings();
                let own = settings.carrier.fixed() == Some(&Carrier::Body);
                let forbidden = settings.own_name.fixed() == Some(&false);
                ensure(!(own && forbidden), not_the_bodys)
            },
        },
        Guard {
            rule: Rule::law(
                "document.sealed_as_permitted",
                "所用印章为制度所许可",
                "the seal is one that the charter allows",
            )
            .needs(&[SettingKey::Seal]),
            check: |it| {
                let own = it.act.seal == Some(Carrier::Body);
                let has_one = || fixed(&it.settings().seal).copied();
                ensure(!own || has_one()?, not_the_bodys)
            },
        },
        not_issued(),
    ];

    const FREE: &'static [&'static str] =
        &["document", "kind", "title", "recipients", "other_recipients", "copied_to", "publicness", "reason"];

    fn matter(&self, state: &State) -> Option<MatterRef> {
        law::of_minutes(&self.minutes, state)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let free = names.free(&self.document);
        let units = names.all_known(&self.recipients);
        names.known(&self.minutes).filter(|_| free.is_some() && units.is_some())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        let Some(minutes) = state.minutes_mut(&self.minutes, stamp.at) else { return };
        minutes.document = Some(self.document.clone());
        let document = Document {
            minutes: self.minutes.clone(),
            version: minutes.version,
            kind: self.kind,
            title: self.title.clone(),
            number: minutes.number.clone(),
            recipients: self.recipients.clone(),
            other_recipients: self.other_recipients.clone(),
            copied_to: self.copied_to.clone(),
            publicness: self.publicness,
            reports_up: minutes.steps.contains(&Step::ReportUp),
            issued: stamp.deed(),
            receipts: BTreeMap::new(),
            reported_up: BTreeMap::new(),
            last: stamp.at,
        };
        let allotment = minutes.allotment.as_ref().zip(minutes.number.as_ref());
        let number = allotment.map(|(it, number)| (it.series.clone(), number.year(), number.serial()));
        let documents = &mut state.documents;
        if let Some((series, year, serial)) = number
            && let Some(series) = documents.series.get_mut(&(series, year))
            && let Some(holder) = series.uses.get_mut(&serial)
        {
            holder.fate = Fate::Issued(self.document.clone());
        }
        documents.live.remove(&self.minutes);
        if document.is_open(superiors(charter)) {
            documents.open.insert(self.document.clone());
        }
        documents.documents.insert(self.document.clone(), document);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let documents = &ask.state.documents;
        let live = documents.live.iter().filter_map(|it| documents.minutes.get_key_value(it));
        let issue = |(id, minutes): (&MinutesId, &Minutes)| {
            let kind = DocumentKind::Minutes;
            Some(Self {
                document: new_name(ask)?,
                minutes: id.clone(),
                kind,
                title: format!("…{}", kind.zh()).parse().ok()?,
                recipients: ask.must_reach(minutes, ask.today()).into_iter().collect(),
                other_recipients: Vec::new(),
                copied_to: Vec::new(),
                publicness: Publicness::Open,
                reason: None,
                seal: None,
            })
        };
        live.filter(|(_, it)| it.steps.contains(&Step::Issue)).filter_map(issue).collect()
    }
}

impl ActType for ReportUp {
    type Names<'s> = &'s Document;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::law(
                "report_up.provided_for",
                "制度规定了抄报，且抄报给所定的上级",
                "the charter says that documents are reported up, and to whom",
            )
            .needs(&[SettingKey::ReportUp, SettingKey::Paths]),
            check: |it| {
                let targets = it.settings().report_up.fixed();
                if targets.is_none() && !it.names.reports_up {
                    return Err(Finding::Silent { setting: SettingKey::ReportUp });
                }
                let targets = targets.map_or(&[][..], |it| it);
                ensure(targets.is_empty() || targets.contains(&it.act.to), || Finding::NotAllowed {
                    value: it.act.to.to_string(),
                    allowed: targets.iter().map(ToString::to_string).collect(),
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["to"];

    fn matter(&self, state: &State) -> Option<MatterRef> {
        law::of_document(&self.document, state)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.document)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        state.change_document(&self.document, stamp.at, superiors(charter), |it| {
            it.reported_up.entry(self.to.clone()).or_insert(stamp.deed());
        });
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let report = |id: &DocumentId| {
            let document = ask.state.documents.documents.get(id)?;
            let to = match ask.settings().report_up.fixed() {
                Some(targets) if !targets.is_empty() => document.not_yet_told(targets).next().cloned(),
                _ => some_text().filter(|_| document.reported_up.is_empty()),
            };
            Some(Self { document: id.clone(), to: to? })
        };
        ask.state.documents.open.iter().filter_map(report).collect()
    }
}

impl ActType for AcknowledgeReceipt {
    type Names<'s> = (&'s Document, Option<&'s UnitId>);

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit(Self::by_recipient_or_office),
        Guard {
            rule: Rule::always(
                "receipt.by_a_recipient",
                "签收的是该文件的主送或者抄送单位",
                "the document was sent to whoever receives it",
            ),
            check: |it| {
                let document = it.names.0;
                ensure(document.addressees().any(|to| to == it.act.recipient.as_str()), || {
                    Finding::NotAllowed {
                        value: it.act.recipient.to_string(),
                        allowed: document.addressees().map(ToOwned::to_owned).collect(),
                    }
                })
            },
        },
        Guard {
            rule: Rule::always("receipt.is_given_once", "一次签收", "a receipt is given once"),
            check: |it| {
                ensure(!it.names.0.receipts.contains_key(&it.act.recipient), || Finding::Unwanted {
                    what: vec![it.act.recipient.to_string()],
                })
            },
        },
    ];

    /// A receipt is about a document, which belongs to the meeting of its minutes.
    fn matter(&self, state: &State) -> Option<MatterRef> {
        law::of_document(&self.document, state)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let state = names.state;
        let unit = state.membership.units.get_key_value(self.recipient.as_str()).map(|(id, _)| id);
        names.known(&self.document).map(|it| (it, unit))
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        state.change_document(&self.document, stamp.at, superiors(charter), |it| {
            it.receipts.entry(self.recipient.clone()).or_insert(stamp.deed());
        });
    }

    /// For each document the first receipt outstanding that the actor could give.
    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let documents = &ask.state.documents;
        let first = |id: &DocumentId| {
            let document = documents.documents.get(id)?;
            let mut outstanding = document.outstanding();
            let recipient = outstanding.find(|to| {
                let unit = ask.state.membership.units.get_key_value(*to).map(|(id, _)| id);
                may_receive(ask, unit).is_ok()
            });
            Some(Self { document: id.clone(), recipient: recipient?.parse().ok()? })
        };
        documents.open.iter().filter_map(first).collect()
    }
}

impl AcknowledgeReceipt {
    fn by_recipient_or_office(case: &Case<'_, Self>) -> Check {
        may_receive(case, case.names.1)
    }
}

/// The office may record a receipt, and whoever acts for the unit that received.
fn may_receive(ask: &Ask<'_>, unit: Option<&UnitId>) -> Check {
    let Some(unit) = unit else { return ask.needs(&[Role::Office], None) };
    ask.needs(&[Role::Office, Role::ResponsiblePerson, Role::Member, Role::LiaisonOfficer], Some(unit))
}

pub(super) const REPORTED_UP: Duty = Duty {
    rule: Rule::law("document.reported_up", "文件抄报上级", "documents are reported to the superior")
        .needs(&[SettingKey::ReportUp, SettingKey::Paths, SettingKey::StepDays]),
    gives: super::BY_STEP,
    look: |view, _, period| {
        let targets = view.settings().report_up.fixed();
        let documents = view.state.documents.documents.iter();
        let owed = documents
            .filter(|(_, it)| period.contains(it.issued.at.date()))
            .filter(|(_, it)| it.reports_up || targets.is_some())
            .map(|(id, document)| reported_up(view, id, document, targets.map_or(&[][..], |it| it)));
        let all: Vec<Instance> = owed.collect();
        let anywhere = view.settings().paths.fixed().into_iter().flatten();
        if all.is_empty()
            && targets.is_none()
            && !anywhere.into_iter().any(|(_, it)| it.contains(&Step::ReportUp))
        {
            return vec![Instance::of_role(Role::Office, Found::Silent { entries: Vec::new() })];
        }
        or_not_applicable(all)
    },
};

fn reported_up(view: &View<'_>, id: &DocumentId, document: &Document, targets: &[Text]) -> Instance {
    let missing: Vec<String> = document.not_yet_told(targets).map(ToString::to_string).collect();
    let entries: Vec<u32> =
        [document.issued.no].into_iter().chain(document.reported_up.values().map(|it| it.no)).collect();
    let found = match document.reported_up.values().map(|it| it.at).max() {
        Some(at) if missing.is_empty() => Found::Done { at, entries },
        _ => {
            let what = if missing.is_empty() { vec![word(&Step::ReportUp)] } else { missing };
            Found::Open { finding: Finding::Missing { what }, entries }
        }
    };
    let instance = Instance::of_role(Role::Office, found)
        .about(id)
        .owed_to(Role::Superior)
        .fulfilled_by(&[ActKind::ReportUp]);
    let instance = instance.part_of(law::of_minutes(&document.minutes, view.state));
    match view.state.documents.minutes.get(&document.minutes) {
        Some(minutes) => dated(view, minutes, Step::ReportUp, instance),
        None => instance.undated(),
    }
}

/// The superiors to whom documents are reported, where the charter names them.
fn superiors(charter: &Charter) -> &[Text] {
    charter.settings().report_up.fixed().map_or(&[], |it| it)
}

/// A document that was issued.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Document {
    pub(crate) minutes: MinutesId,
    /// The version of the minutes that it carries.
    pub(crate) version: u32,
    pub(crate) kind: DocumentKind,
    pub(crate) title: Text,
    pub(crate) number: Option<DocumentNumber>,
    pub(crate) recipients: Vec<UnitId>,
    pub(crate) other_recipients: Vec<Text>,
    pub(crate) copied_to: Vec<Text>,
    pub(crate) publicness: Publicness,
    /// Whether its path ends with a report to the superior.
    pub(crate) reports_up: bool,
    pub(crate) issued: Deed,
    pub(crate) receipts: BTreeMap<Text, Deed>,
    pub(crate) reported_up: BTreeMap<Text, Deed>,
    pub(crate) last: Time,
}

since! { Document(issued.at); }

impl Document {
    /// Everyone to whom it was sent.
    pub(crate) fn addressees(&self) -> impl Iterator<Item = &str> {
        let others = self.other_recipients.iter().chain(&self.copied_to);
        self.recipients.iter().map(UnitId::as_str).chain(others.map(Text::as_str))
    }

    pub(crate) fn outstanding(&self) -> impl Iterator<Item = &str> {
        self.addressees().filter(|it| !self.receipts.contains_key(*it))
    }

    pub(crate) fn not_yet_told<'d>(&'d self, targets: &'d [Text]) -> impl Iterator<Item = &'d Text> {
        targets.iter().filter(|it| !self.reported_up.contains_key(*it))
    }

    /// Whether a receipt, or a report to one of the superiors to whom its charter has it reported, is outstanding.
    pub(crate) fn is_open(&self, superiors: &[Text]) -> bool {
        let untold = self.reports_up && self.reported_up.is_empty();
        untold || self.not_yet_told(superiors).next().is_some() || self.outstanding().next().is_some()
    }
}

impl State {
    pub(crate) fn change_document(
        &mut self,
        id: &DocumentId,
        at: Time,
        superiors: &[Text],
        change: impl FnOnce(&mut Document),
    ) {
        let Some(document) = self.documents.documents.get_mut(id) else { return };
        change(document);
        document.last = document.last.max(at);
        if !document.is_open(superiors) {
            self.documents.open.remove(id);
        }
    }
}
