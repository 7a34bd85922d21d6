//! Requests that stand side by side: which of them leave no choice when they are seen together, and whether a meeting was called.
//!
//! What a request alone obliges to is in `request`.

use std::collections::BTreeMap;

use crate::{
    kernel::view::View,
    law::meeting::request::Reached,
    state::meeting::MeetingRequest,
    terms::{deed::Deed, id::Text, time::Time},
};

/// What the requests about one topic amount to that stood beside one that was answered at a time or, with none, is not.
#[derive(Clone, Copy, Default)]
struct Together {
    reached: bool,
    /// When a meeting was first called upon one of them, and the entry.
    called: Option<Deed>,
}

/// What stood beside each of some requests, found once for all of them.
pub(super) struct Beside<'r>(BTreeMap<(&'r Text, Option<Time>), Together>);

impl<'r> Beside<'r> {
    pub(super) fn of(view: &View<'_>, requests: impl IntoIterator<Item = &'r MeetingRequest>) -> Self {
        let mut by_topic: BTreeMap<&Text, Vec<&MeetingRequest>> = BTreeMap::new();
        for it in requests {
            by_topic.entry(&it.topic).or_default().push(it);
        }
        let mut found = BTreeMap::new();
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
    Some(view.state.meetings.meetings.get(request.meeting.as_ref()?)?.convened)
}

/// Goes through the times at which requests about one topic were answered, from the first to the last. One stands beside
/// those that were answered between its making and, if it was declined, that; and all stand beside one without an answer.
fn of_topic(view: &View<'_>, alike: &[&MeetingRequest], mut found: impl FnMut(Option<Time>, Together)) {
    let declined = |it: &MeetingRequest| it.answer.filter(|it| !it.granted).map(|it| it.given.at);
    let mut made: Vec<&MeetingRequest> =
        alike.iter().copied().filter(|it| declined(it).is_none_or(|gone| it.made.at <= gone)).collect();
    let mut gone: Vec<(Time, &MeetingRequest)> =
        made.iter().filter_map(|it| Some((declined(it)?, *it))).collect();
    made.sort_by_key(|it| it.made.at);
    gone.sort_by_key(|(at, _)| *at);
    let mut answered: Vec<Time> = alike.iter().filter_map(|it| it.answer).map(|it| it.given.at).collect();
    answered.sort_unstable();
    answered.dedup();

    let (mut made, mut gone) = (made.into_iter().peekable(), gone.into_iter().peekable());
    let mut standing = StandingRequests { reached: Reached::of(view), called: BTreeMap::new() };
    for at in answered {
        while let Some(it) = made.next_if(|it| it.made.at <= at) {
            standing.add(view, it);
        }
        while let Some((_, it)) = gone.next_if(|(gone, _)| *gone < at) {
            standing.remove(view, it);
        }
        found(Some(at), standing.together());
    }
    let mut all = StandingRequests { reached: Reached::of(view), called: BTreeMap::new() };
    alike.iter().for_each(|it| all.add(view, it));
    found(None, all.together());
}

/// The requests that stand at a time.
struct StandingRequests<'v, 'r> {
    reached: Reached<'v, 'r>,
    /// How many of them led to a meeting called then.
    called: BTreeMap<Deed, usize>,
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
