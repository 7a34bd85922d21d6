//! The act `correct_record` strikes entries or puts others in their place (更正).
//!
//! It speaks of entries and so of every act, and stands with the list of them. What becomes of the entries after those that it
//! changes is found out in `body::correcting`.

use crate::{
    charter::Charter,
    kernel::{
        act::ActType,
        correcting::{Changed, Correcting},
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        view::Case,
    },
    registry::acts::Act,
    state::State,
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::{PersonId, Text},
        matter::MatterRef,
        record::record,
        sorted::Set,
        time::Time,
        words::Role,
    },
};

record! {
    /// Strikes entries, or puts others in their place (更正).
    ///
    /// The office does this, or whoever an entry is of (`correction.by_office_or_author`). An entry is of whoever did it, while
    /// they act for the body or for that unit. What was said for a unit – a position, a consent, a signature, a report, a
    /// naming – is of whoever is responsible for the unit now. The office needs something that shows it for three kinds of
    /// entries: what others said or did, what was shown by something when it was entered, and what was recorded against the
    /// charter (`correction.of_what_others_said_is_shown`).
    ///
    /// A correction changes an entry once: it strikes it or replaces it (`correction.strikes_or_replaces`). A replacement is an
    /// act of the same type (`correction.keeps_the_act`) that says something else (`correction.changes_something`). The founding
    /// is not struck (`correction.founding_stays`), and what was struck is not changed again (`correction.of_what_stands`). A
    /// correction that was wrong is struck (`correction.of_a_correction_strikes_it`): what it changed stands as it was.
    ///
    /// Nothing leaves the journal. The state is that of the entries as they read with their corrections, in the old order. Every
    /// later entry is decided again on the corrected past. An entry that would use a name in vain, or break a rule that keeps the
    /// record sound, has to be corrected as well (`correction.leaves_the_record_sound`). An entry that the charter would refuse
    /// stays: it was done, and the audit holds it against the clause. An entry may be put at a moment after it was entered, if that
    /// is before the correction.
    ///
    /// The outcome tells what later entries settle on the corrected past, which rules they break there, and which numbers are
    /// not given again because they went out. [`JointMeeting::decide`](crate::JointMeeting::decide) shows it before anything is
    /// entered.
    ///
    /// ```
    /// use joint_meeting::{Act, act::{CorrectRecord, RecordChange}, text, wire};
    ///
    /// let act = CorrectRecord::new([RecordChange::new(12).strike(true)], text!("entered twice"));
    /// let json = r#"{"type": "correct_record", "changes": [{"no": 12, "strike": true}], "reason": "entered twice"}"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct CorrectRecord {
        /// What is changed.
        pub changes: Vec<RecordChange>,
        /// Why.
        pub reason: Text,
    }

    /// A change of one entry: it is struck, or replaced.
    pub struct RecordChange {
        /// The number of the entry.
        pub no: u32,
        /// Whether it is struck: what it tells did not happen.
        optional pub strike: bool,
        /// What it should say, if it is not struck.
        optional pub replace: Option<Replacement>,
    }

    /// What an entry should say. What is left out stays as it is.
    pub struct Replacement {
        /// What was done: the whole act, of the same type.
        optional pub act: Option<Act>,
        /// Who did it.
        optional pub by: Option<PersonId>,
        /// When it happened.
        optional pub at: Option<Time>,
    }
}

/// Who acts for the body itself.
const OF_THE_BODY: &[Role] = &[Role::ChiefConvener, Role::Convener, Role::DeputyConvener, Role::Office];

/// Whether an entry is the corrector's own and stays so: they did it, and act for the body or the unit still; or it was said for
/// a unit for which they are responsible now. What was recorded against the charter is nobody's own, nor is what the office did
/// on something that shows it.
fn is_own(it: &Case<'_, CorrectRecord>, changed: &Changed) -> bool {
    let did_it = changed.by == *it.by;
    let stays = changed.then_by.as_ref().is_none_or(|then| then == it.by);
    let of_the_body = |on| OF_THE_BODY.iter().any(|role| it.holds(*role, it.by, None, on));
    let acts = match &changed.unit {
        Some(unit) => it.corrects_word_of(unit, did_it, (changed.kind, changed.on)),
        None => {
            let for_the_body = || of_the_body(changed.on) && of_the_body(it.today());
            did_it && !changed.is_shown && (it.acts_where(it.by, changed.on) || for_the_body())
        }
    };
    stays && !changed.is_told && acts
}

impl ActType for CorrectRecord {
    type Names<'s> = &'s Correcting;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::always(
                "correction.by_office_or_author",
                "更正记录由办公室或者原办理人办理",
                "the office corrects the record, or whoever an entry is of",
            ),
            check: |it| {
                let may =
                    it.holds(Role::Office, it.by, None, it.today()) || changed(it).all(|one| is_own(it, one));
                ensure(may, || Finding::NeedsRole { roles: vec![Role::Office], unit: None })
            },
        },
        Guard {
            rule: Rule::always(
                "correction.of_what_others_said_is_shown",
                "更正办公室以外的人所说、所办的事项，附有佐证",
                "what others than the office said or did is corrected with something that shows it",
            ),
            check: |it| {
                let is_others = |one: &&Changed| {
                    let of_office = |by: &PersonId| it.holds(Role::Office, by, None, one.on);
                    let of_the_office = of_office(&one.by) && one.then_by.as_ref().is_none_or(of_office);
                    !is_own(it, one) && (one.is_told || one.is_shown || !of_the_office)
                };
                let what: Vec<String> = changed(it).filter(is_others).map(numbered).collect();
                ensure(it.beside.is_shown || what.is_empty(), || Finding::Missing {
                    what: vec!["proofs".to_owned()],
                })
            },
        },
        Guard {
            rule: Rule::always(
                "correction.strikes_or_replaces",
                "每条记录更正一次，划去或者改为应有的内容",
                "each entry is changed once: it is struck, or replaced",
            ),
            check: |it| {
                let changes = &it.act.changes;
                ensure(!changes.is_empty(), || Finding::TooFew { have: 0, need: 1 })?;
                let mut seen = Set::new();
                let is_bad = |it: &&RecordChange| !seen.insert(it.no) || it.strike == it.replace.is_some();
                let what: Vec<String> = changes.iter().filter(is_bad).map(|it| it.no.to_string()).collect();
                ensure(what.is_empty(), || Finding::Unwanted { what })
            },
        },
        Guard {
            rule: Rule::always(
                "correction.keeps_the_act",
                "更正不改变行为的种类",
                "what is put in the place of an entry is an act of the same type",
            ),
            check: |it| {
                let given =
                    |no: u32| it.act.changes.iter().find(|it| it.no == no)?.replace.as_ref()?.act.as_ref();
                let other = changed(it).find_map(|it| {
                    let found = given(it.no)?.kind();
                    (found != it.kind).then(|| (found.to_string(), it.kind.to_string()))
                });
                other.map_or(Ok(()), |(found, expected)| Err(Finding::Differs { found, expected }))
            },
        },
        Guard {
            rule: Rule::always(
                "correction.founding_stays",
                "制定制度的记录不得划去",
                "the founding is not struck",
            ),
            check: |it| {
                let is_struck = |no: u32| it.act.changes.iter().any(|it| it.no == no && it.strike);
                let founds = |it: &&Changed| it.kind == ActKind::AdoptCharter && is_struck(it.no);
                let what: Vec<String> = changed(it).filter(founds).map(numbered).collect();
                ensure(what.is_empty(), || Finding::Unwanted { what })
            },
        },
        Guard {
            rule: Rule::always(
                "correction.of_what_stands",
                "已经划去的记录不再更正",
                "what was struck is not changed again",
            ),
            check: |it| {
                let what: Vec<String> = changed(it).filter(|it| it.is_struck).map(numbered).collect();
                ensure(what.is_empty(), || Finding::Unwanted { what })
            },
        },
        Guard {
            rule: Rule::always(
                "correction.of_a_correction_strikes_it",
                "更正有误的，划去后另行更正",
                "a correction that was wrong is struck, and made anew",
            ),
            check: |it| {
                let replaces = |no: u32| it.act.changes.iter().any(|it| it.no == no && it.replace.is_some());
                let bad = |it: &&Changed| it.kind == ActKind::CorrectRecord && replaces(it.no);
                let what: Vec<String> = changed(it).filter(bad).map(numbered).collect();
                ensure(what.is_empty(), || Finding::Unwanted { what })
            },
        },
        Guard {
            rule: Rule::always(
                "correction.changes_something",
                "更正后的内容与原记录不同",
                "what is put in the place of an entry is another than it was",
            ),
            check: |it| {
                let what: Vec<String> = changed(it).filter(|it| it.is_same).map(numbered).collect();
                ensure(what.is_empty(), || Finding::Unwanted { what })
            },
        },
        Guard {
            rule: Rule::always(
                "correction.leaves_the_record_sound",
                "更正后，后面的记录仍有所据；失去所据的一并更正",
                "later entries still have something to stand on; those that would not are corrected as well",
            ),
            check: |it| {
                let entries = &it.names.failing;
                ensure(entries.is_empty(), || Finding::EntriesFail { entries: entries.clone() })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["reason"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let correcting = names.correcting?;
        for (change, changed) in self.changes.iter().zip(&correcting.changed) {
            if changed.is_none() {
                names.unknown_word("entry", &change.no.to_string());
            }
        }
        names.unsettled(&correcting.unknown, &correcting.taken);
        Some(correcting)
    }

    fn settle(case: &Case<'_, Self>) -> Outcome {
        let Correcting { settled, broken, spent, .. } = case.names;
        Outcome::Corrected { settled: settled.clone(), broken: broken.clone(), spent: spent.clone() }
    }

    /// What it changes is changed where the entries are: in `body::corrections`.
    fn apply(&self, _: Stamp<'_>, _: &Outcome, _: &mut State, _: &Charter) {}
}

/// The entries that are changed, as they stand before.
fn changed<'s>(case: &Case<'s, CorrectRecord>) -> impl Iterator<Item = &'s Changed> + use<'s> {
    case.names.changed.iter().flatten()
}

fn numbered(changed: &Changed) -> String {
    changed.no.to_string()
}
