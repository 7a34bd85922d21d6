//! Briefings and circulars: what the two acts share, and the duty to issue them.
//!
//! The acts are in `issue_briefing` and `issue_circular`.

use crate::{
    charter::{
        readings::{BriefingRhythm, FirstYear, ReadingKey},
        settings::{SettingKey, values::Cadence},
    },
    kernel::{
        cadence::by_cadence,
        duty::{Found, Instance},
        lifetime::begins_on,
        rule::{Duty, Rule},
        verdict::{Bearer, Verdict},
        view::View,
    },
    terms::{
        act_kind::ActKind,
        deed::Deed,
        period::{Period, Rhythm},
        words::Role,
    },
};

macro_rules! bulletins {
    ($($act:ident is $kind:ident;)*) => {$(
        impl ActType for $act {
            type Names<'s> = ();

            const GUARDS: &'static [Guard<Self>] = &[by_office()];

            const FREE: &'static [&'static str] = &["bulletin", "title", "text", "serves"];

            fn matter(&self, _: &State) -> Option<MatterRef> {
                None
            }

            fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
                let charter = names.charter;
                for clause in self.serves.iter().filter(|it| charter.clause(it.as_str()).is_none()) {
                    names.unknown(clause);
                }
                names.free(&self.bulletin)
            }

            fn settle(case: &Case<'_, Self>) -> Outcome {
                let last = case.state.documents().serials.get(&(BulletinKind::$kind, year(case.at)));
                Outcome::Serial { serial: last.map_or(1, |it| it.saturating_add(1)) }
            }

            fn apply(&self, stamp: Stamp<'_>, outcome: &Outcome, state: &mut State, _: &Charter) {
                let Outcome::Serial { serial } = *outcome else { return };
                let (kind, year) = (BulletinKind::$kind, year(stamp.at));
                state.documents.give(kind, year, serial);
                let issued = stamp.deed();
                let bulletin = Bulletin { kind, title: self.title.clone(), year, serial, issued };
                state.documents.bulletins.insert(self.bulletin.clone(), bulletin);
                for clause in &self.serves {
                    state.functions.serve(clause, stamp.deed());
                }
            }

            fn candidates(_: &Ask<'_>) -> Vec<Self> {
                let issue = || Some(Self {
                    bulletin: new_name()?,
                    title: some_text()?,
                    text: some_text()?,
                    serves: Vec::new(),
                });
                issue().into_iter().collect()
            }
        }
    )*};
}

pub(crate) use bulletins;

pub(crate) const ISSUED: Duty = Duty {
    rule: Rule::law("briefing.issued", "编发工作简报和通报", "the office issues briefings and circulars")
        .needs(&[SettingKey::BriefingCadence])
        .reads(&[ReadingKey::BriefingRhythm, ReadingKey::FirstYear]),
    gives: &[
        Verdict::Met,
        Verdict::NotDue,
        Verdict::Unmet,
        Verdict::Silent,
        Verdict::NotApplicable,
        Verdict::Disputed,
    ],
    look: |view, _, period| {
        let kinds = [ActKind::IssueBriefing, ActKind::IssueCircular];
        let done: Vec<Deed> = kinds.iter().flat_map(|it| view.state.done(*it).near(period)).collect();
        let bearer = Bearer::Role { role: Role::Office };
        let yearly = Cadence {
            at_least: 1,
            per: Rhythm::Year,
            at_most: None,
            months: Vec::new(),
            in_key_period: None,
        };
        let cadence = view.settings().briefing_cadence.fixed().unwrap_or(&yearly);
        let begins = begins_on(view).unwrap_or(period.from);
        match period.overlap(Period { from: begins, to: period.to }) {
            None => vec![Instance::new(bearer, Found::NotApplicable)],
            Some(owed) => {
                let acts = &[ActKind::IssueBriefing, ActKind::IssueCircular];
                let all = by_cadence(view, &bearer, cadence, owed, &done, acts);
                all.into_iter().map(|it| eased(view, it)).collect()
            }
        }
    },
};

/// What was not done is not held against the office in a first year that does not count, nor where no rhythm is said.
fn eased(view: &View<'_>, instance: Instance) -> Instance {
    let Found::Open { entries, .. } = &instance.found else { return instance };
    let first = begins_on(view).map(|it| Rhythm::Year.around(it));
    let due = instance.due.as_ref().map(|it| it.date);
    let in_first = first.zip(due).is_some_and(|(first, due)| first.contains(due));
    let unsaid = view.settings().briefing_cadence.fixed().is_none();
    let found = if in_first && view.reading::<FirstYear>() == FirstYear::NextYear {
        Found::NotApplicable
    } else if unsaid && view.reading::<BriefingRhythm>() == BriefingRhythm::Unsaid {
        Found::Silent { entries: entries.clone() }
    } else {
        return instance;
    };
    Instance { found, due: None, ..instance }
}
