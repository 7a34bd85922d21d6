//! The names that mean something to a body, by kind, and those that are nearest to one that means nothing.

use std::fmt;

use serde::Serialize;

use crate::{
    charter::{Charter, readings::ReadingKey},
    state::State,
    terms::{
        id::{
            ActionId, AssignmentId, BulletinId, CaseId, ChannelId, CharterId, ChildId, ClassId, ClauseId,
            DocumentId, GroupId, IncomingId, InspectionId, ItemId, MatterId, MeetingId, MinutesId, PersonId,
            PostId, RegisterItemId, RequestId, SeriesId, UnitId,
        },
        kinds::kind_text,
        language::Language,
        nearest::{Nearest, SUGGESTED, nearest},
        sorted::Set,
        time::Date,
    },
};

/// A name that is known, and what it is the name of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct KnownName {
    /// The name.
    pub name: String,
    /// What it is called in a sentence, where it has a title of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

/// A name that means nothing here was asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct UnknownError {
    /// The kind of thing that was looked for: `rule`, `entry` and so on; `subject` where any would do.
    pub kind: &'static str,
    /// The name as given.
    pub name: String,
    /// The known names that are nearest to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nearest: Vec<KnownName>,
}

impl UnknownError {
    /// The error in words.
    pub fn text(&self, language: Language) -> String {
        unknown(self.kind, &self.name, &self.nearest, language)
    }
}

impl fmt::Display for UnknownError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::En))
    }
}

impl std::error::Error for UnknownError {}

/// That a name means nothing here, and what is near it.
pub(crate) fn unknown(kind: &str, name: &str, nearest: &[KnownName], language: Language) -> String {
    let kind = kind_text(kind, language);
    let near = |it: &KnownName| match (&it.title, language) {
        (Some(title), Language::Zh) if title.chars().any(|it| it.is_ascii_alphabetic()) => {
            format!("「{}」（「{title}」）", it.name)
        }
        (Some(title), Language::Zh) => format!("「{}」（{title}）", it.name),
        (Some(title), Language::En) => format!("`{}` ({title})", it.name),
        (None, Language::Zh) => format!("「{}」", it.name),
        (None, Language::En) => format!("`{}`", it.name),
    };
    let near: Vec<String> = nearest.iter().map(near).collect();
    let near = near.join(language.of("、", ", "));
    match (language, near.is_empty()) {
        (Language::Zh, true) => format!("没有{kind}「{name}」"),
        (Language::Zh, false) => format!("没有{kind}「{name}」，相近的有：{near}"),
        (Language::En, true) => format!("there is no {kind} `{name}`"),
        (Language::En, false) => format!("there is no {kind} `{name}`; near it: {near}"),
    }
}

/// The kinds of names, in the order in which a name of no known kind is looked for.
pub(crate) const KINDS: &[&str] = &[
    UnitId::KIND,
    PersonId::KIND,
    PostId::KIND,
    ItemId::KIND,
    MeetingId::KIND,
    MinutesId::KIND,
    DocumentId::KIND,
    BulletinId::KIND,
    AssignmentId::KIND,
    RequestId::KIND,
    ActionId::KIND,
    GroupId::KIND,
    InspectionId::KIND,
    RegisterItemId::KIND,
    ChannelId::KIND,
    CaseId::KIND,
    MatterId::KIND,
    IncomingId::KIND,
    ChildId::KIND,
    ClassId::KIND,
    SeriesId::KIND,
    ClauseId::KIND,
    CharterId::KIND,
];

/// Calls `found` with every name of a kind and, where there is one, a title; more than once where there are more.
pub(crate) fn each<'s>(
    kind: &str,
    state: &'s State,
    charter: &'s Charter,
    found: &mut dyn FnMut(&'s str, Option<&'s str>),
) {
    macro_rules! all {
        ($slice:ident.$kept:ident) => {
            state.$slice.$kept.keys().for_each(|it| found(it.as_str(), None))
        };
        ($slice:ident.$kept:ident, $title:expr) => {
            for (id, it) in &state.$slice.$kept {
                found(id.as_str(), $title(it));
            }
        };
    }
    match kind {
        UnitId::KIND => {
            for (id, it) in &state.membership.units {
                it.names.values().rev().for_each(|name| found(id.as_str(), Some(name.as_str())));
            }
            charter.units().iter().for_each(|it| found(it.id.as_str(), Some(it.zh.as_str())));
        }
        PersonId::KIND => state.membership.persons.keys().for_each(|it| found(it.as_str(), None)),
        PostId::KIND => charter.posts().iter().for_each(|it| found(it.id.as_str(), Some(it.zh.as_str()))),
        ItemId::KIND => {
            all!(decisions.items, |it: &'s crate::state::decision::AgendaItem| Some(it.title.as_str()))
        }
        MeetingId::KIND => all!(meetings.meetings),
        MinutesId::KIND => all!(documents.minutes),
        DocumentId::KIND => {
            all!(documents.documents, |it: &'s crate::state::document::FormalDocument| Some(
                it.title.as_str()
            ))
        }
        BulletinId::KIND => {
            all!(documents.bulletins, |it: &'s crate::state::document::Bulletin| Some(it.title.as_str()))
        }
        AssignmentId::KIND => all!(assignments.assignments),
        RequestId::KIND => {
            all!(meetings.requests, |it: &'s crate::state::meeting::MeetingRequest| Some(it.topic.as_str()))
        }
        ActionId::KIND => all!(actions.actions),
        GroupId::KIND => all!(actions.groups),
        InspectionId::KIND => all!(actions.inspections),
        RegisterItemId::KIND => all!(registers.items),
        ChannelId::KIND => all!(functions.channels),
        CaseId::KIND => all!(functions.cases),
        MatterId::KIND => all!(functions.matters),
        IncomingId::KIND => {
            all!(incoming.all, |it: &'s crate::state::incoming::Incoming| Some(it.subject.as_str()))
        }
        ChildId::KIND => {
            all!(nesting.children, |it: &'s crate::state::nesting::Child| Some(
                it.title_on(Date::MAX).as_str()
            ))
        }
        ClassId::KIND => {
            let classes = charter.settings().member_classes.fixed().into_iter().flatten();
            classes.for_each(|it| found(it.id.as_str(), Some(it.zh.as_str())));
        }
        SeriesId::KIND => {
            let series = charter.settings().series.fixed().into_iter().flatten();
            series.for_each(|it| found(it.id.as_str(), Some(it.code.as_str())));
        }
        ClauseId::KIND => charter.clauses().iter().for_each(|it| found(it.id.as_str(), None)),
        CharterId::KIND => found(charter.id().as_str(), Some(charter.file().title.zh.as_str())),
        "reading" => ReadingKey::ALL.iter().for_each(|it| found(it.name(), None)),
        _ => {}
    }
}

/// The known names of a kind that are nearest to a name, found by the name or by a title.
pub(crate) fn near<'s>(kinds: &[&str], name: &str, state: &'s State, charter: &'s Charter) -> Vec<KnownName> {
    let mut search = Nearest::to(name);
    for kind in kinds {
        each(kind, state, charter, &mut |id: &'s str, title: Option<&'s str>| {
            [Some(id), title].into_iter().flatten().for_each(|it| search.look(it, (id, title)));
        });
    }
    let mut near = Vec::new();
    for (id, title) in search.found() {
        let known = KnownName { name: id.to_owned(), title: title.map(str::to_owned) };
        // A name that means nothing here, and means something elsewhere, is no help.
        if id != name && near.len() < SUGGESTED && near.iter().all(|it: &KnownName| it.name != known.name) {
            near.push(known);
        }
    }
    near
}

/// The words of a list that are nearest to a word.
pub(crate) fn near_words<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Vec<KnownName> {
    let known: Set<&str> = known.into_iter().collect();
    let near = nearest(word, known.into_iter().map(|it| (it, it))).take(SUGGESTED);
    near.map(|it| KnownName { name: it.to_owned(), title: None }).collect()
}

/// The most options of which all are suggested where none is near.
const FEW: usize = 6;

/// The options that are nearest to a word or, where none is near and they are few, all of them.
pub(crate) fn near_options(word: &str, options: impl IntoIterator<Item = &'static str>) -> Vec<KnownName> {
    let options: Vec<&str> = options.into_iter().collect();
    let near = near_words(word, options.iter().copied());
    if !near.is_empty() || options.len() > FEW {
        return near;
    }
    options.into_iter().map(|it| KnownName { name: it.to_owned(), title: None }).collect()
}

/// Whether anything has the name.
pub(crate) fn is_known(name: &str, state: &State, charter: &Charter) -> bool {
    let mut found = false;
    KINDS.iter().for_each(|kind| each(kind, state, charter, &mut |id, _| found |= id == name));
    found
}
