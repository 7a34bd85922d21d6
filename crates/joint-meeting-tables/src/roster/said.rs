//! What the comparison of a roster with a body says, in both languages.

use std::collections::BTreeMap;

use joint_meeting::{
    JointMeeting, Language,
    id::{PersonId, PostId, UnitId},
    time::Date,
    words::Named,
};
use joint_meeting_documents::Given;

use super::{acts::RosterSentence, names::unit_name};

/// A place in which a person can stand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum RosterSeat {
    Named(Named, UnitId),
    Post(PostId, UnitId),
}

/// Who puts it into words.
pub(super) struct Speaker<'b> {
    pub(super) body: &'b JointMeeting,
    pub(super) given: Option<&'b Given>,
    pub(super) called: &'b BTreeMap<PersonId, String>,
    pub(super) on: Date,
}

impl Speaker<'_> {
    pub(super) fn unit(&self, unit: &UnitId, language: Language) -> String {
        unit_name(self.body.charter_on(self.on), Some(self.body), unit, self.on, language)
    }

    pub(super) fn person(&self, person: &PersonId) -> String {
        let given = self.given.and_then(|it| it.persons.get(person));
        self.called.get(person).or(given).map_or_else(|| person.to_string(), Clone::clone)
    }

    fn seat(&self, seat: &RosterSeat, language: Language) -> String {
        let (what, unit) = match seat {
            RosterSeat::Post(post, unit) => {
                let title = self.body.charter_on(self.on).post(post).map(|it| match language {
                    Language::Zh => it.zh.to_string(),
                    Language::En => it.en.to_string(),
                });
                (title.unwrap_or_else(|| post.to_string()), unit)
            }
            RosterSeat::Named(named, unit) => (named.text(language).to_owned(), unit),
        };
        match language {
            Language::Zh => format!("{}{what}", self.unit(unit, language)),
            Language::En => format!("{}, {what}", self.unit(unit, language)),
        }
    }

    /// Somebody in a seat, and what there is to say of it.
    pub(super) fn sits(
        &self,
        seat: &RosterSeat,
        person: Option<&PersonId>,
        (zh, en): (&str, &str),
    ) -> RosterSentence {
        let who = |vacant: &str| person.map_or_else(|| vacant.to_owned(), |it| self.person(it));
        RosterSentence {
            zh: format!("{}：{}{zh}", self.seat(seat, Language::Zh), who("空缺")),
            en: format!("{}: {}{en}", self.seat(seat, Language::En), who("vacant")),
        }
    }

    /// A unit, and what there is to say of it.
    pub(super) fn of_unit(&self, unit: &UnitId, (zh, en): (&str, &str)) -> RosterSentence {
        RosterSentence {
            zh: format!("{}{zh}", self.unit(unit, Language::Zh)),
            en: format!("{}{en}", self.unit(unit, Language::En)),
        }
    }
}
