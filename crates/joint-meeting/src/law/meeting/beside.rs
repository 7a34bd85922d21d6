//! Requests that stand side by side: which of them leave no choice when they are seen together, and whether a meeting was called.
//!
//! What a request alone obliges to is in `request`.

use crate::{
    kernel::view::View,
    law::meeting::request::Reached,
    state::meeting::MeetingRequest,
    terms::{deed::Deed, id::Text, order, sorted::Map, time::Time},
};

/// What the requests about one topic amount to that stood beside one that was answered at a time or, with none, is not.
#[derive(Clone, Copy, Default)]
struct Together {
    reached: bool,
    /// When a meeting was first called upon one of them, and the entry.
    called: Option<Deed>,
}

/// What stood beside each of some requests, found once for all of them.
pub(super) struct Beside<'r>(Map<(&'r Text, Option<Time>), Together>);

impl<'r> Beside<'r> {
    pub(super) fn of(view: &View<'_>, requests: impl IntoIterator<Item = &'r MeetingRequest>) -> Self {
        let mut by_topic: Map<&Text, Vec<&MeetingRequest>> = Map::new();
        for it in requests {
            by_topic.entry(&it.topic).or_default().push(it);
        }
        let mut found = Map::new();
        for (topic, alike) in by_topic {
            of_topic(view, &alike, |answered, together| {
                found.insert((topic, answered), together);
            });
        }
        Self(found)
    }

    fn about(&self, request: &'r MeetingRequest) -> Together {
        let answered = request.answer.map(|it| it.given.at);
        self.0.get(&(&request.topic, answered)).copied().unwrap_or_default()
    }

    /// Whether so many units had asked for the same that the meeting must be called.
    pub(super) fn have_reached(&self, request: &'r MeetingRequest) -> bool {
        self.about(request).reached
    }

    /// When a meeting was called upon a request, or upon one beside it that was about the same, and the entry.
    pub(super) fn called_upon(&self, view: &View<'_>, request: &'r MeetingRequest) -> Option<Deed> {
        called(view, request).or(self.about(request).called)
    }
}

fn called(view: &View<'_>, request: &MeetingRequest) -> Option<Deed> {
    Some(view.state.meetings().meetings.get(request.meeting.as_ref()?)?.convened)
}

/// Goes through the times at which requests about one topic were answered, from the first to the last. One stands beside
/// those that were answered between its making and, if it was declined or withdrawn, that; and all stand beside one without an answer.
fn of_topic(view: &View<'_>, alike: &[&MeetingRequest], mut found: impl FnMut(Option<Time>, Together)) {
    let mut made: Vec<&MeetingRequest> =
        alike.iter().copied().filter(|it| it.gone().is_none_or(|gone| it.made.at <= gone)).collect();
    let mut gone: Vec<(Time, &MeetingRequest)> =
        made.iter().filter_map(|it| Some((it.gone()?, *it))).collect();
    order::sort_by_key(&mut made, |it| it.made.at);
    order::sort_by_key(&mut gone, |(at, _)| *at);
    let mut answered: Vec<Time> = alike.iter().filter_map(|it| it.answer).map(|it| it.given.at).collect();
    order::sort(&mut answered);
    answered.dedup();

    let (mut made, mut gone) = (made.into_iter().peekable(), gone.into_iter().peekable());
    let mut standing = StandingRequests { reached: Reached::of(view), called: Map::new() };
    for at in answered {
        while let Some(it) = made.next_if(|it| it.made.at <= at) {
            standing.add(view, it);
        }
        while let Some((_, it)) = gone.next_if(|(gone, _)| *gone < at) {
            standing.remove(view, it);
        }
        found(Some(at), standing.together());
    }
    let mut all = StandingRequests { reached: Reached::of(view), called: Map::new() };
    alike.iter().for_each(|it| all.add(view, it));
    found(None, all.together());
}

/// The requests that stand at a time.
struct StandingRequests<'v, 'r> {
    reached: Reached<'v, 'r>,
    /// How many of them led to a meeting called then.
    called: Map<Deed, usize>,
}

impl<'r> StandingRequests<'_, 'r> {
    fn add(&mut self, view: &View<'_>, it: &'r MeetingRequest) {
        self.reached.add(it);
        if let Some(deed) = called(view, it) {
            *self.called.entry(deed).or_default() += 1;
        }
    }

    fn remove(&mut self, view: &View<'_>, it: &'r MeetingRequest) {
        self.reached.remove(it);
        if let Some(deed) = called(view, it)
            && let Some(count) = self.called.get_mut(&deed)
        {
            *count -= 1;
            if *count == 0 {
                self.called.remove(&deed);
            }
        }
    }

    fn together(&self) -> Together {
        Together { reached: self.reached.any(), called: self.called.keys().next().copied() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        charter::Charter,
        kernel::{asked::Slices, view::CalendarInView},
        state::{
            State,
            meeting::{Meeting, MeetingStage, RequestAnswer},
        },
        terms::{
            calendar::Calendar,
            dice::Dice,
            id::{MeetingId, UnitId},
            sorted::Set,
            words::{MeetingKind, Mode},
        },
    };

    fn at(minute: u32) -> Time {
        format!("2022-03-01T09:{minute:02}:00+08:00").parse().unwrap()
    }

    fn meeting(convened: Deed) -> Meeting {
        Meeting {
            kind: MeetingKind::Thematic,
            called: Vec::new(),
            agenda: Vec::new(),
            presiding: "p1".parse().unwrap(),
            is_delegated: false,
            delegated: Vec::new(),
            held_at: convened.at,
            ends_at: None,
            place: None,
            postponed: Vec::new(),
            supplemented: Vec::new(),
            mode: Mode::OnSite,
            stage: MeetingStage::Convened,
            attended: Map::new(),
            apologies: Vec::new(),
            excused: Map::new(),
            led: Map::new(),
            recorded: Vec::new(),
            invitees: Vec::new(),
            discussed: Set::new(),
            request: None,
            convened,
            cancelled: None,
            opened: None,
            closed: None,
            last: convened.at,
            minutes: None,
        }
    }

    fn request(dice: &mut Dice, no: u32) -> MeetingRequest {
        let made = Deed { at: at(dice.below(20)), no };
        // A journal that is trusted may have an answer before the request.
        let given = Deed { at: at(dice.below(30)), no: no + 50 };
        let answer = RequestAnswer { granted: dice.below(2) == 0, given };
        MeetingRequest {
            unit: dice.one_of(&["u1", "u2", "u3", "u4"]).parse().unwrap(),
            topic: dice.one_of(&["犬只收容", "疫苗"]).parse().unwrap(),
            from_superior: dice.below(6) == 0,
            made,
            answer: Some(answer).filter(|_| dice.below(4) > 0),
            meeting: Some(dice.one_of(&["m1", "m2", "m3"]).parse().unwrap()).filter(|_| dice.below(4) == 0),
            withdrawn: None,
            last: made.at,
        }
    }

    /// What stood beside a request, found by looking at every other.
    fn plainly(view: &View<'_>, all: &[MeetingRequest], request: &MeetingRequest) -> (bool, Option<Deed>) {
        let stands_beside = |it: &&MeetingRequest| {
            it.topic == request.topic
                && request.answer.is_none_or(|own| {
                    let gone = it.answer.filter(|it| !it.granted).map(|it| it.given.at);
                    it.made.at <= own.given.at
                        && gone.is_none_or(|gone| it.made.at <= gone && own.given.at <= gone)
                })
        };
        let beside: Vec<&MeetingRequest> = all.iter().filter(stands_beside).collect();
        let units: Set<&UnitId> = beside.iter().filter(|it| !it.from_superior).map(|it| &it.unit).collect();
        let first = beside.iter().filter_map(|it| called(view, it)).min();
        // The charter of the street asks for three units.
        (units.len() >= 3, called(view, request).or(first))
    }

    #[test]
    fn what_stands_beside_a_request_is_found_as_by_looking_at_every_other() {
        let charter = Charter::bundled("nankai-street-dog").unwrap();
        let (mut state, calendar) = (State::default(), Calendar::known());
        for (no, name) in (1..).zip(["m1", "m2", "m3"]) {
            let name: MeetingId = name.parse().unwrap();
            state.meetings.meetings.insert(name, meeting(Deed { at: at(20 + no), no: 100 + no }));
        }
        let on = at(0).date();
        let view = View::asked((&charter, &[]), Slices::of(&state), CalendarInView::of(&calendar), on);
        let mut reached = Set::new();
        for seed in 0..400 {
            let mut dice = Dice::new(seed);
            let all: Vec<MeetingRequest> = (1..=14).map(|no| request(&mut dice, no)).collect();
            let beside = Beside::of(&view, &all);
            for it in &all {
                let found = (beside.have_reached(it), beside.called_upon(&view, it));
                assert_eq!(found, plainly(&view, &all, it), "{seed}: {it:?}");
                reached.insert(found.0);
            }
        }
        assert_eq!(reached.len(), 2, "some reach the threshold and others do not");
    }
}
