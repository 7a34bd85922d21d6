//! Trying acts: the candidates of a kind, one after another and no more than are needed, with what is settled in each.

use std::{collections::BTreeMap, ops::ControlFlow};

use serde_json::{Map, Value};

use crate::{
    body::{JointMeeting, cures::each_thing},
    kernel::refusal::Refusal,
    registry::acts::Act,
    terms::{
        act_kind::ActKind, cancel::is_cancelled, id::PersonId, json, limits::OPTIONS_COUNTED, sorted::Set,
        time::Time,
    },
    views::{
        label::is_settled,
        options::{Choice, is_made_up},
    },
};

/// What one looks for: by whom, when, with the time of recording, and about which thing.
pub(super) struct Sought<'q> {
    pub(super) by: &'q PersonId,
    pub(super) times: (Time, Time),
    about: Option<&'q str>,
}

/// An act that is tried: what is settled, and what is still to be chosen.
pub(super) struct Trial {
    pub(super) act: Act,
    pub(super) fields: Map<String, Value>,
    pub(super) taken: Vec<(&'static str, Option<Value>)>,
}

/// The number of acts of one kind that are tried at most, for a page or for a count.
const TRIED: usize = 4096;

/// Acts that differ in nothing but what is still to be chosen have the same key.
fn key(trial: &Trial) -> String {
    json::to_string(&trial.fields)
}

impl JointMeeting {
    /// What one looks for, with the times as the charter has them.
    pub(super) fn sought<'q>(&self, by: &'q PersonId, at: Time, about: Option<&'q str>) -> Sought<'q> {
        let today = self.charter_on(at.at_offset(self.charter_on(at.date()).offset()).date());
        let at = at.at_offset(today.offset());
        let recorded_at = self.state().last_recorded().map_or(at, |last| last.max(at));
        Sought { by, times: (at, recorded_at), about }
    }

    /// Tries the acts of a kind from a place in their row on, and adds at most so many choices. The place at which there are
    /// more.
    ///
    /// Acts that differ in nothing but what is still to be chosen are one choice.
    pub(super) fn rows_of(
        &self,
        kind: ActKind,
        sought: &Sought<'_>,
        from: u32,
        most: usize,
        all: &mut Vec<Choice>,
    ) -> Option<u32> {
        let first = all.len();
        let (mut places, mut tried, mut more) = (0_u32.., 0, None);
        let mut earlier: BTreeMap<String, Vec<Act>> = BTreeMap::new();
        let mut rows: BTreeMap<String, usize> = BTreeMap::new();
        let _ = self.try_candidates(kind, sought.by, sought.times, &mut |act| {
            if is_cancelled() {
                return ControlFlow::Break(());
            }
            let place = places.next().unwrap_or(u32::MAX);
            let Some(trial) = self.trial(act, sought) else { return ControlFlow::Continue(()) };
            let key = key(&trial);
            if place < from {
                earlier.entry(key).or_default().push(trial.act);
                return ControlFlow::Continue(());
            }
            if more.is_none() && tried >= TRIED {
                more = Some(place);
            }
            // Behind a full page is sought, not for ever, what belongs to its rows.
            if more.is_some() && (all.len() == first || tried >= TRIED) {
                return ControlFlow::Break(());
            }
            tried += 1;
            // One that was offered is on a page before.
            let is_offered = |it: &Act| self.tried(it, sought).is_some();
            let twin = rows.get(&key).copied();
            if twin.is_none() && (more.is_some() || all.len() - first >= most) {
                more = more.or(Some(place));
            } else if twin.is_some() || !earlier.get(&key).into_iter().flatten().any(is_offered) {
                let next = all.len();
                self.add_choice(all, twin, trial, sought);
                if all.len() > next {
                    rows.insert(key, next);
                }
            }
            ControlFlow::Continue(())
        });
        more
    }

    /// How many choices of a kind there are, and whether there are more than were counted.
    pub(super) fn count_of(&self, kind: ActKind, sought: &Sought<'_>) -> (u32, bool) {
        let mut all = Set::new();
        let (mut tried, mut more) = (0, false);
        let _ = self.try_candidates(kind, sought.by, sought.times, &mut |act| {
            if is_cancelled() {
                return ControlFlow::Break(());
            }
            let Some(trial) = self.trial(act, sought) else { return ControlFlow::Continue(()) };
            let key = key(&trial);
            if all.contains(&key) {
                return ControlFlow::Continue(());
            }
            if all.len() >= usize::from(OPTIONS_COUNTED) || tried >= TRIED {
                more = true;
                return ControlFlow::Break(());
            }
            tried += 1;
            if self.tried(&trial.act, sought).is_some() {
                all.insert(key);
            }
            ControlFlow::Continue(())
        });
        (u32::try_from(all.len()).unwrap_or(u32::MAX), more)
    }

    /// An act with what is settled in it taken from what is still to be chosen, unless it is about something else.
    fn trial(&self, act: Act, sought: &Sought<'_>) -> Option<Trial> {
        let names = |about: &str| {
            let mut found = act.matter(self.state()).is_some_and(|it| it.name.as_str() == about);
            each_thing(&act, |_, name| found |= name == about);
            found
        };
        if sought.about.is_some_and(|it| !names(it)) {
            return None;
        }
        let Ok(Value::Object(mut fields)) = serde_json::to_value(&act) else { return None };
        let info = act.kind().info();
        let is_free =
            |field: &&'static str| info.free.contains(field) || fields.get(*field).is_some_and(is_made_up);
        let free: Vec<&'static str> = info.fields.iter().map(|it| it.name).filter(is_free).collect();
        let taken = free.into_iter().map(|it| (it, fields.remove(it))).collect();
        let is_about = |it: &str| {
            is_settled(&fields, it) || self.belongs_to(&act).is_some_and(|belongs| belongs.name == it)
        };
        sought.about.is_none_or(is_about).then_some(Trial { act, fields, taken })
    }

    /// How an act is judged; none where nothing that could be chosen would do, and so there is nothing to offer.
    pub(super) fn tried(&self, act: &Act, sought: &Sought<'_>) -> Option<Option<Refusal>> {
        let refusal = self.judge(act, sought.by, sought.times).err();
        let grounds = refusal.iter().flat_map(Refusal::grounds);
        (!grounds.into_iter().any(|it| it.finding.is_about_a_placeholder())).then_some(refusal)
    }
}
