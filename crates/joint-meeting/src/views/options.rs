//! The options: what a person may do now, found by putting the acts worth trying to `decide`.
//!
//! An act is open here exactly when `decide` accepts it: there is no second opinion.

pub(crate) mod page;
mod trial;

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::{
    body::{JointMeeting, cures::each_thing},
    kernel::refusal::{Name, Refusal},
    registry::acts::Act,
    terms::{
        act_kind::ActKind,
        cancel::is_cancelled,
        id::{PLACEHOLDER, PersonId, Text, UnitId, is_placeholder},
        limits::OPTIONS_PAGE,
        order,
        sorted::Set,
        time::Time,
        words::Role,
    },
    views::{
        label::{Label, is_settled},
        options::trial::{Sought, Trial},
    },
};

/// An act that an actor could try.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Choice {
    /// The act as it was tried. What is still to be chosen is made up, and a text or a name that is made up is never
    /// accepted. It is not serialised.
    #[serde(skip)]
    pub act: Act,
    /// The act without what is still to be chosen.
    #[serde(rename = "act")]
    pub draft: Draft,
    /// What it is about, in words.
    pub label: Label,
    /// The thing it belongs to: the meeting, the assignment, the unit …; none if it belongs to the body as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<Name>,
    /// What the actor has still to choose.
    pub choose: Vec<Blank>,
    /// Why it is blocked; without it, the act is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refusal: Option<Refusal>,
    /// Who may do it; or, where it is blocked, who could act next, and with what. Empty where anybody may, or nobody can.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub next: Vec<Next>,
    /// Where it is blocked by law alone and the actor may record what was done against the rules: the rules to be named, if
    /// it was done all the same.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::terms::schema::RuleId>"))]
    pub against: Vec<&'static str>,
}

/// An act of which something may still have to be chosen: its type, and the fields that are settled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Draft(Map<String, Value>);

/// A field that is still to be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Blank {
    /// The name of the field.
    pub field: &'static str,
    /// What stands there: `text`, `date`, `time`, `number`, `yes_or_no`, `word`, `object`, or the kind of thing that is named.
    pub kind: &'static str,
    /// Whether it is a list.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub many: bool,
    /// Whether it may be left out.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub optional: bool,
    /// Whether it names a new thing.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub new: bool,
    /// Values that were tried: those with which the act is open or, where it is blocked, those with which it is blocked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub suggested: Vec<Value>,
}

/// An act that somebody can do next, and who.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Next {
    /// The act.
    pub act: ActKind,
    /// The roles of which one can do it.
    pub who: Vec<Role>,
    /// The units for which it has to be done.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<UnitId>,
    /// The persons who hold one of the roles that day; nobody if all are vacant.
    pub persons: Vec<PersonId>,
}

impl Choice {
    /// Whether `decide` accepts it.
    pub fn is_open(&self) -> bool {
        self.refusal.is_none()
    }
}

impl Draft {
    /// The fields that are settled, with the type of the act under `type`.
    pub fn fields(&self) -> &Map<String, Value> {
        &self.0
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Draft {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Draft".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let name = generator.subschema_for::<ActKind>();
        schemars::json_schema!({
            "description": "An act of which something may still have to be chosen: its type, and the fields that are settled.",
            "type": "object", "properties": { "type": name }, "required": ["type"]
        })
    }
}

impl Blank {
    /// Adds a value to those that were tried, unless it is made up or says nothing.
    fn suggest(&mut self, value: Option<Value>) {
        let says_something = |it: &Value| match it {
            Value::Null => false,
            Value::Array(all) => !all.is_empty(),
            _ => true,
        };
        let value = value.filter(|it| says_something(it) && !is_made_up(it));
        self.suggested.extend(value.filter(|it| !self.suggested.contains(it)));
    }
}

/// Whether something in a value is still to be written.
fn is_made_up(value: &Value) -> bool {
    match value {
        Value::String(text) => is_placeholder(text),
        Value::Array(all) => all.iter().any(is_made_up),
        Value::Object(map) => map.values().any(is_made_up),
        _ => false,
    }
}

impl JointMeeting {
    /// The acts an actor could try at a moment, by the things they belong to: the open ones, and the blocked ones with
    /// their grounds.
    ///
    /// What something can be done about comes before what nothing can be done about, what is usual before what is rare,
    /// and the choice among readings last. Of each kind of act there are at most
    /// [`OPTIONS_PAGE`](crate::limits::OPTIONS_PAGE) rows; [`JointMeeting::options_page`] leads to the others.
    ///
    /// Two acts are not offered, since nothing in the record suggests what they would say: `adopt_charter`, with which a body
    /// begins, and `correct_record`, since any entry may turn out to be wrong. [`JointMeeting::decide`] says of either whether it
    /// may be done, and what it would come to.
    pub fn options(&self, by: &PersonId, at: Time) -> Vec<Choice> {
        let sought = self.sought(by, at, None);
        let mut all = Vec::new();
        for kind in ActKind::ALL {
            self.rows_of(*kind, &sought, 0, usize::from(OPTIONS_PAGE), &mut all);
        }
        self.finished(all, &sought)
    }

    /// Adds an act to the choices: to that one which differs only in what is still to be chosen, if there is one.
    fn add_choice(&self, all: &mut Vec<Choice>, twin: Option<usize>, trial: Trial, sought: &Sought<'_>) {
        let Some(refusal) = self.tried(&trial.act, sought) else { return };
        let Trial { act, fields, taken } = trial;
        if let Some(twin) = twin.and_then(|it| all.get_mut(it)) {
            match (twin.is_open(), refusal.is_none()) {
                (true, false) => return,
                (false, true) => {
                    (twin.act, twin.refusal) = (act, None);
                    twin.against.clear();
                    twin.choose.iter_mut().for_each(|it| it.suggested.clear());
                }
                _ => {}
            }
            for (field, value) in taken {
                let blank = twin.choose.iter_mut().find(|it| it.field == field);
                blank.into_iter().for_each(|it| it.suggest(value.clone()));
            }
            return;
        }
        let info = act.kind().info();
        let blank = |(field, value): (&'static str, Option<Value>)| {
            let it = info.fields.iter().find(|it| it.name == field)?;
            let new = it.kind != Text::KIND && value.as_ref().is_some_and(|it| it == PLACEHOLDER);
            let (kind, many, optional) = (it.kind, it.many, it.optional);
            let mut blank = Blank { field, kind, many, optional, new, suggested: Vec::new() };
            blank.suggest(value);
            Some(blank)
        };
        let (_, recorded_at) = sought.times;
        all.push(Choice {
            choose: taken.into_iter().filter_map(blank).collect(),
            label: Label::of(self, &act, &fields),
            about: self.belongs_to(&act),
            draft: Draft(fields),
            against: self.recordable_against(refusal.as_ref(), sought.by, sought.times.0),
            refusal: refusal.map(|it| self.with_cures(it, &act, sought.by, recorded_at)),
            next: Vec::new(),
            act,
        });
    }

    /// The choices told apart, each with who can act next, where a reader would look for them.
    fn finished(&self, mut all: Vec<Choice>, sought: &Sought<'_>) -> Vec<Choice> {
        tell_apart(&mut all);
        for it in all.iter_mut().take_while(|_| !is_cancelled()) {
            it.next = self.next(&it.act, it.refusal.as_ref(), sought.times);
        }
        in_order(all)
    }

    /// The thing an act belongs to: the matter that it carries on, or the first thing that it names.
    fn belongs_to(&self, act: &Act) -> Option<Name> {
        if let Some(matter) = act.matter(self.state()) {
            return Some(Name {
                kind: matter.kind.kind(),
                name: matter.name.to_string(),
                nearest: Vec::new(),
            });
        }
        let mut first = None;
        each_thing(act, |kind, name| first = first.or(Some((kind, name))));
        first.map(|(kind, name)| Name { kind, name: name.to_owned(), nearest: Vec::new() })
    }
}

/// Adds to choices that are called the same the names of the things in which they differ: two items may have one title.
fn tell_apart(all: &mut [Choice]) {
    let mut alike: BTreeMap<(Option<Name>, String), Vec<&mut Choice>> = BTreeMap::new();
    for it in all {
        alike.entry((it.about.clone(), it.label.zh.clone())).or_default().push(it);
    }
    for rows in alike.into_values().filter(|it| it.len() > 1) {
        let named = |it: &Choice| {
            let mut things = Set::new();
            each_thing(&it.act, |kind, name| {
                if is_settled(it.draft.fields(), name) {
                    things.insert((kind, name.to_owned()));
                }
            });
            things
        };
        let named: Vec<Set<(&'static str, String)>> = rows.iter().map(|it| named(it)).collect();
        for (row, things) in rows.into_iter().zip(&named) {
            let own = things.iter().filter(|it| !named.iter().all(|all| all.contains(*it)));
            row.label.add(own.map(|(kind, name)| (*kind, name.as_str())));
        }
    }
}

/// Choices about the same thing together, and each where a reader would look for it.
fn in_order(all: Vec<Choice>) -> Vec<Choice> {
    // Each group with the place of its first choice.
    let mut groups: BTreeMap<(bool, Option<Name>), (usize, Vec<Choice>)> = BTreeMap::new();
    for (place, it) in all.into_iter().enumerate() {
        let key = (rarity(it.act.kind()) == LAST, it.about.clone());
        groups.entry(key).or_insert_with(|| (place, Vec::new())).1.push(it);
    }
    let rank = |it: &Choice| (!it.is_open(), rarity(it.act.kind()));
    let mut ranked: Vec<_> = Vec::new();
    for ((is_reading, about), (place, mut group)) in groups {
        order::sort_by_key(&mut group, rank);
        ranked.push(((is_reading, group.first().map(rank), about.is_none(), place), group));
    }
    order::sort_by_key(&mut ranked, |(key, _)| *key);
    ranked.into_iter().flat_map(|(_, group)| group).collect()
}

/// The choice among readings.
const LAST: u8 = 2;

/// How seldom an act is what somebody is looking for.
fn rarity(act: ActKind) -> u8 {
    use ActKind::*;
    match act {
        ChooseReading => LAST,
        AdoptCharter | AmendCharter | ChooseLaw | Dissolve | AdmitUnit | WithdrawUnit | MergeUnits
        | EndUnit | MoveFunctions | RenameUnit | FillPost | VacatePost | NameMember | NameLiaisonOfficer
        | EndNaming | Authorize | RevokeAuthorization | PostponeMeeting | CancelMeeting
        | DeclareKeyPeriod | DeclineConsent | DeclineCountersign | VoidNumber | ReferUpwards
        | RecordChild | ReviseChild | EndChild | NoteNoneThisYear => 1,
        _ => 0,
    }
}
