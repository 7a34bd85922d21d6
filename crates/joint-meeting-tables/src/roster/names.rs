//! What the words of a roster name: units, posts and capacities of the charter, persons, kinds and ranks.

use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
};

use joint_meeting::{
    Charter, JointMeeting, Language,
    charter::{Holder, Office},
    id::{ClassId, PersonId, PostId, UnitId},
    time::Date,
    words::{Named, Rank, Role, UnitKind, nearest},
};
use joint_meeting_documents::Given;

use super::{fault::Wrong, plain::plain, words::words};

/// The most words that are suggested for one that is not known.
const SUGGESTED: usize = 5;

/// For so many units that are not known the nearest are looked for: no more faults are told.
const LOOKS: usize = 500;

/// What a row says of a person or a unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum RosterCapacity {
    /// A person holds a post.
    Post(PostId),
    /// A unit has named a person.
    Named(Named),
    /// A unit belongs to the body.
    Unit {
        /// Whether it is said to lead.
        lead: bool,
        /// The class through which it belongs.
        class: Option<ClassId>,
    },
}

/// A word with what it means: in one unit, or in every unit.
struct Meaning {
    words: Vec<String>,
    unit: Option<UnitId>,
    means: RosterCapacity,
}

/// What a text did not find, and what it may have meant.
pub(super) type Unfound = (Wrong, Vec<String>);

pub(super) struct Names<'b> {
    pub(super) charter: &'b Charter,
    /// Plain words of units.
    units: BTreeMap<String, BTreeSet<UnitId>>,
    /// What units are called, for suggestions.
    shown: Vec<(String, UnitId)>,
    meanings: Vec<Meaning>,
    /// The persons of whom the office has given a name, by it.
    persons: BTreeMap<String, BTreeSet<PersonId>>,
    /// For how many units that are not known the nearest are still looked for.
    looks: Cell<usize>,
}

impl<'b> Names<'b> {
    pub(super) fn new(charter: &'b Charter, body: Option<&JointMeeting>, given: Option<&Given>) -> Self {
        let mut it = Self {
            charter,
            units: BTreeMap::new(),
            shown: Vec::new(),
            meanings: meanings(charter),
            persons: BTreeMap::new(),
            looks: Cell::new(LOOKS),
        };
        for unit in charter.units() {
            it.know_unit(&unit.id, [unit.zh.as_str(), unit.en.as_str(), unit.id.as_str()]);
        }
        for (id, unit) in body.into_iter().flat_map(JointMeeting::units) {
            it.know_unit(id, unit.names().values().map(|it| it.as_str()).chain([id.as_str()]));
        }
        for (id, name) in given.into_iter().flat_map(|it| &it.persons) {
            it.persons.entry(plain(name)).or_default().insert(id.clone());
        }
        it
    }

    pub(super) fn know_unit<'n>(&mut self, id: &UnitId, names: impl IntoIterator<Item = &'n str>) {
        for name in names {
            if self.units.entry(plain(name)).or_default().insert(id.clone()) {
                self.shown.push((name.to_owned(), id.clone()));
            }
        }
    }

    pub(super) fn knows_unit(&self, text: &str) -> bool {
        self.units.contains_key(&plain(text))
    }

    pub(super) fn unit(&self, text: &str) -> Result<UnitId, Unfound> {
        let found = self.units.get(&plain(text));
        match found.map(Vec::from_iter).as_deref() {
            Some([one]) => Ok((*one).clone()),
            Some(several) => {
                let ids = several.iter().map(|it| it.to_string()).collect();
                Err((Wrong::Ambiguous { text: text.to_owned() }, ids))
            }
            None => {
                let known = self.shown.iter().map(|(name, _)| (name.as_str(), name.clone()));
                let left = self.looks.get();
                self.looks.set(left.saturating_sub(1));
                let like = if left > 0 { nearest(text, known).take(SUGGESTED).collect() } else { Vec::new() };
                Err((Wrong::UnknownUnit { text: text.to_owned() }, like))
            }
        }
    }

    /// What a person or a unit is said to be, in the unit of the row. Of 召集人（分管负责同志） what stands in brackets counts first.
    pub(super) fn capacity(
        &self,
        text: &str,
        unit: Option<&UnitId>,
        has_person: bool,
    ) -> Result<RosterCapacity, Unfound> {
        let whole = plain(text);
        let parts = whole.strip_suffix(')').and_then(|it| it.split_once('('));
        let tried = [Some(whole.as_str()), parts.map(|(_, it)| it), parts.map(|(it, _)| it)];
        for word in tried.into_iter().flatten() {
            let is_it = |it: &&Meaning| {
                it.words.iter().any(|it| it == word)
                    && (it.unit.is_none() || unit.is_none() || it.unit.as_ref() == unit)
            };
            let mut found: Vec<&Meaning> = self.meanings.iter().filter(is_it).collect();
            // What is of this unit alone comes before what every unit has.
            let own: Vec<&Meaning> = found.iter().copied().filter(|it| it.unit.is_some()).collect();
            if found.len() > 1 && unit.is_some() && !own.is_empty() {
                found = own;
            }
            let means: BTreeSet<&RosterCapacity> = found.iter().map(|it| &it.means).collect();
            match Vec::from_iter(means).as_slice() {
                [] => {}
                [one] => {
                    return Ok(match one {
                        RosterCapacity::Unit { .. } if has_person => RosterCapacity::Named(Named::Member),
                        other => (*other).clone(),
                    });
                }
                _ => return Err((Wrong::Ambiguous { text: text.to_owned() }, self.capacities(unit))),
            }
        }
        let all = self.capacities(unit);
        let like: Vec<String> =
            nearest(text, all.iter().map(|it| (it.as_str(), it.clone()))).take(SUGGESTED).collect();
        let like = if like.is_empty() { all.into_iter().take(SUGGESTED).collect() } else { like };
        Err((Wrong::UnknownCapacity { text: text.to_owned() }, like))
    }

    /// Whether a plain word says what persons are of whom every unit has some, such as its member.
    pub(super) fn every_unit_has(&self, word: &str) -> bool {
        let is_person = |it: &Meaning| !matches!(it.means, RosterCapacity::Unit { .. });
        let persons = self.meanings.iter().filter(|it| it.unit.is_none() && is_person(it));
        persons.flat_map(|it| &it.words).any(|it| it == word)
    }

    /// What may stand there, for a unit: the titles of posts, and what a unit names.
    fn capacities(&self, unit: Option<&UnitId>) -> Vec<String> {
        let posts = self.charter.posts().iter();
        let own = posts.filter(|it| it.unit.is_none() || unit.is_none() || it.unit.as_ref() == unit);
        let mut all: Vec<String> = own.map(|it| it.zh.to_string()).collect();
        all.extend(Named::ALL.iter().map(|it| it.text(Language::Zh).to_owned()));
        let mut seen = BTreeSet::new();
        all.retain(|it| seen.insert(it.clone()));
        all
    }

    /// The person of a name: whom the office has called so, or whoever goes by the name itself.
    pub(super) fn person(&self, name: &str) -> Result<PersonId, Unfound> {
        let named = self.persons.get(&plain(name));
        match named.map(Vec::from_iter).as_deref() {
            Some([one]) => Ok((*one).clone()),
            Some(several) => {
                let ids = several.iter().map(|it| it.to_string()).collect();
                Err((Wrong::Ambiguous { text: name.to_owned() }, ids))
            }
            None => name.parse().map_err(|why| (Wrong::no_text(&why), Vec::new())),
        }
    }
}

/// A kind of unit by a word for it.
pub(super) fn unit_kind(text: &str) -> Result<UnitKind, Unfound> {
    let also = |it: UnitKind| words().kind(it.word());
    let found =
        listed(text, UnitKind::ALL, |it| [it.word(), it.text(Language::Zh), it.text(Language::En)], also);
    found.map_err(|like| (Wrong::UnknownKind { text: text.to_owned() }, like))
}

/// A rank by a word for it.
pub(super) fn rank(text: &str) -> Result<Rank, Unfound> {
    let also = |it: Rank| words().rank(it.word());
    let found = listed(text, Rank::ALL, |it| [it.word(), it.text(Language::Zh), it.text(Language::En)], also);
    found.map_err(|like| (Wrong::UnknownRank { text: text.to_owned() }, like))
}

fn listed<T: Copy>(
    text: &str,
    all: &[T],
    own: impl Fn(T) -> [&'static str; 3],
    also: impl Fn(T) -> &'static [String],
) -> Result<T, Vec<String>> {
    let wanted = plain(text);
    let is_it = |it: &&T| {
        own(**it).iter().any(|it| plain(it) == wanted) || also(**it).iter().any(|it| plain(it) == wanted)
    };
    let first = |it: T| own(it).get(1).map_or_else(String::new, |it| (*it).to_owned());
    all.iter().find(is_it).copied().ok_or_else(|| all.iter().map(|it| first(*it)).collect())
}

fn meanings(charter: &Charter) -> Vec<Meaning> {
    let mut all = Vec::new();
    for post in charter.posts() {
        all.push(Meaning {
            words: [post.zh.as_str(), post.en.as_str(), post.id.as_str()].map(plain).to_vec(),
            unit: post.unit.clone(),
            means: RosterCapacity::Post(post.id.clone()),
        });
    }
    for (role, holder) in roles(charter) {
        let means = match &holder {
            Holder::Post(post) => RosterCapacity::Post(post.clone()),
            // Whoever acts for the unit is its member.
            Holder::Unit(_) => RosterCapacity::Named(Named::Member),
        };
        let unit = match holder {
            Holder::Post(post) => charter.post(&post).and_then(|it| it.unit.clone()),
            Holder::Unit(unit) => Some(unit),
        };
        let mut words = role_words(role);
        // As a template writes it, with the title in brackets.
        if let RosterCapacity::Post(post) = &means
            && let Some(post) = charter.post(post)
        {
            words.push(plain(&format!("{}({})", role.text(Language::Zh), post.zh)));
            words.push(plain(&format!("{}({})", role.text(Language::En), post.en)));
        }
        all.push(Meaning { words, unit, means });
    }
    for (role, means) in [
        (Role::Member, RosterCapacity::Named(Named::Member)),
        (Role::LiaisonOfficer, RosterCapacity::Named(Named::LiaisonOfficer)),
        (Role::MemberUnit, RosterCapacity::Unit { lead: false, class: None }),
        (Role::LeadUnit, RosterCapacity::Unit { lead: true, class: None }),
    ] {
        all.push(Meaning { words: role_words(role), unit: None, means });
    }
    for class in charter.settings().member_classes.fixed().into_iter().flatten() {
        let words = [class.zh.as_str(), class.en.as_str(), class.id.as_str()].map(plain).to_vec();
        let means = RosterCapacity::Unit { lead: false, class: Some(class.id.clone()) };
        all.push(Meaning { words, unit: None, means });
    }
    all
}

fn role_words(role: Role) -> Vec<String> {
    let own = [role.text(Language::Zh), role.text(Language::En), role.word()];
    own.into_iter().chain(words().capacity(role.word()).iter().map(String::as_str)).map(plain).collect()
}

/// The roles that the charter ties to posts and units.
pub(super) fn roles(charter: &Charter) -> Vec<(Role, Holder)> {
    let settings = charter.settings();
    let mut all = Vec::new();
    all.extend(settings.chief_convener.fixed().map(|it| (Role::ChiefConvener, it.clone())));
    let conveners = settings.conveners.fixed().into_iter().flatten();
    all.extend(conveners.map(|it| (Role::Convener, it.clone())));
    let deputies = settings.deputy_conveners.fixed().into_iter().flatten();
    all.extend(deputies.map(|it| (Role::DeputyConvener, it.clone())));
    if let Some(Office::Seated { director, deputies, staff, .. }) = settings.office.fixed() {
        all.extend(director.iter().map(|it| (Role::OfficeDirector, Holder::Post(it.clone()))));
        let others = deputies.iter().chain(staff);
        all.extend(others.map(|it| (Role::Office, Holder::Post(it.clone()))));
    }
    let responsible = settings.responsible_posts.fixed().into_iter().flatten();
    all.extend(responsible.map(|it| (Role::ResponsiblePerson, Holder::Post(it.clone()))));
    all
}

/// What a unit is called on a day, in a language: the name it bears, or what the charter calls it.
pub(super) fn unit_name(
    charter: &Charter,
    body: Option<&JointMeeting>,
    unit: &UnitId,
    on: Date,
    language: Language,
) -> String {
    let listed = charter.unit(unit);
    let borne = body.and_then(|it| it.unit(unit)).and_then(|it| it.name(on));
    let (zh, en) = (listed.map(|it| &it.zh), listed.map(|it| &it.en));
    let name = language.of(borne.or(zh), en.or(borne));
    name.map_or_else(|| unit.to_string(), ToString::to_string)
}
