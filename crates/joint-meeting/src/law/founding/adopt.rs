//! The first members and the first holders of posts, as the charter is adopted.

use crate::{
    charter::Charter,
    kernel::{
        finding::Finding,
        resolver::Resolver,
        rule::{Check, Rule, ensure},
    },
    law::membership::units::known_class,
    state::membership::Membership,
    terms::{
        id::{ClassId, PersonId, PostId, Text, UnitId},
        record::record,
        sorted::Set,
        time::Date,
        words::UnitKind,
    },
};

record! {
    /// Who holds a post at the beginning. Of a post that the charter gives to one unit the unit need not be named; a
    /// post that every member unit has is filled for the unit that is named.
    pub struct FirstHolder {
        /// The post.
        pub post: PostId,
        /// The unit, for a post that every member unit has.
        optional pub unit: Option<UnitId>,
        /// The person.
        pub person: PersonId,
    }
}

record! {
    /// A member unit at the beginning, or under a new version of the charter, that the charter does not list.
    pub struct FirstMember {
        /// The unit.
        pub unit: UnitId,
        /// Its name.
        pub name: Text,
        /// What kind of unit it is.
        pub kind: UnitKind,
        /// The class through which it belongs.
        optional pub class: Option<ClassId>,
    }
}

impl FirstHolder {
    /// The unit of the post: the post's own, or the one given.
    pub(crate) fn seat<'s>(&'s self, charter: &'s Charter) -> Option<&'s UnitId> {
        charter.post(&self.post)?.unit.as_ref().or(self.unit.as_ref())
    }
}

pub(crate) const MEMBERS_ARE_ITS_OWN: Rule = Rule::always(
    "charter.members_are_its_own",
    "成员单位以制度所列为准，未列明的才在成立时载明",
    "the member units are those the charter lists; they are named here, each once, only where it lists none, or not all",
);

/// Checks that units are named only where the charter lists none, or through a class, and each once.
pub(crate) fn members_are_its_own(charter: &Charter, members: &[FirstMember]) -> Check {
    let settings = charter.settings();
    let is_whole = !settings.names_members_later();
    let mut seen: Set<UnitId> = settings.members.fixed().into_iter().flatten().cloned().collect();
    let mut is_new = |member: &FirstMember| seen.insert(member.unit.clone());
    let bad = members.iter().filter(|it| (is_whole && it.class.is_none()) || !is_new(it));
    let what: Vec<String> = bad.map(|it| it.unit.to_string()).collect();
    ensure(what.is_empty(), || Finding::Unwanted { what })
}

/// Looks the classes up among those of the charter.
pub(crate) fn classes_are_known(charter: &Charter, members: &[FirstMember], names: &mut Resolver<'_>) {
    members.iter().filter_map(|it| it.class.as_ref()).for_each(|it| known_class(charter, it, names));
}

/// Makes the units known that the charter and the act name, and gives those of the act, in protocol order.
pub(crate) fn introduced(
    membership: &mut Membership,
    charter: &Charter,
    members: &[FirstMember],
    from: Date,
) -> Vec<UnitId> {
    for it in charter.units() {
        membership.name(&it.id, &it.zh, it.kind, from);
    }
    for it in members {
        membership.classify(&it.unit, &it.name, it.kind, it.class.as_ref(), from);
    }
    members.iter().map(|it| it.unit.clone()).collect()
}
