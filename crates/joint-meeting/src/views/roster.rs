//! The roster: who was what on a day, as units, roles, members and liaison officers.
//!
//! What the roles may do is said at the acts.

use serde::Serialize;

use crate::{
    body::JointMeeting,
    charter::settings::choices::{Holder, Office},
    kernel::view::View,
    state::{authorization::Authorization, membership::Unit},
    terms::{
        id::{PersonId, PostId, Text, UnitId},
        time::Date,
        words::{EntrustedMatter, Named, Role, UnitKind},
    },
};

/// Who was what on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Roster {
    /// The day.
    pub on: Date,
    /// The version of the charter in force.
    pub version: u32,
    /// The member units, in protocol order.
    pub units: Vec<UnitOnDay>,
    /// The roles that the charter ties to posts or units.
    pub roles: Vec<RoleOnDay>,
}

/// A member unit on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct UnitOnDay {
    /// The unit.
    pub unit: UnitId,
    /// Its name that day.
    pub name: Text,
    /// What kind of unit it is.
    pub kind: UnitKind,
    /// Whether it leads.
    pub lead: bool,
    /// Its member.
    pub member: Option<PersonId>,
    /// Its liaison officer.
    pub liaison_officer: Option<PersonId>,
    /// The persons responsible for it, by their posts.
    pub responsible: Vec<PersonId>,
    /// Whom it has entrusted with something by a power of attorney (授权委托).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entrusted: Vec<EntrustedOnDay>,
}

/// A person who acts for a unit by a power of attorney on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct EntrustedOnDay {
    /// The person.
    pub person: PersonId,
    /// With what.
    pub matters: Vec<EntrustedMatter>,
    /// The last day on which it holds, as long as the unit does not take it back.
    pub to: Date,
}

/// A role on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RoleOnDay {
    /// The role.
    pub role: Role,
    /// The post to which it is tied.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post: Option<PostId>,
    /// The unit of the post, or the unit to which the role is tied itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// Who holds it; nobody if it is vacant.
    pub persons: Vec<PersonId>,
    /// Whether any of them only stands in.
    pub acting: bool,
}

impl JointMeeting {
    /// Who was what on a day, by all that is known now.
    pub fn roster(&self, on: Date) -> Roster {
        let view = self.view(self.charter_on(on), on);
        Roster { on, version: view.charter.version(), units: units(&view, on), roles: roles(&view, on) }
    }
}

fn units(view: &View<'_>, on: Date) -> Vec<UnitOnDay> {
    let posts = view.settings().responsible_posts.fixed().map_or(&[][..], |it| it);
    let unit = |id: &UnitId| {
        let unit = view.state.membership().units.get(id)?;
        let holders = posts.iter().flat_map(|post| view.state.membership().holders(post, id, on, view.known));
        Some(UnitOnDay {
            unit: id.clone(),
            name: unit.name(on)?.clone(),
            kind: unit.kind,
            lead: view.is_lead(id, on),
            member: view.member_of(id, on).cloned(),
            liaison_officer: view.named(id, Named::LiaisonOfficer, on).map(|it| it.person.clone()),
            responsible: holders.cloned().collect(),
            entrusted: entrusted(view, unit, on),
        })
    };
    view.members_on(on).into_iter().filter_map(unit).collect()
}

fn entrusted(view: &View<'_>, unit: &Unit, on: Date) -> Vec<EntrustedOnDay> {
    let given = unit.authorizations.iter().filter(|it| it.holds(on, view.known));
    let on_day = |it: &Authorization| EntrustedOnDay {
        person: it.person.clone(),
        matters: it.matters.clone(),
        to: it.last_day(),
    };
    given.map(on_day).collect()
}

fn roles(view: &View<'_>, on: Date) -> Vec<RoleOnDay> {
    let settings = view.settings();
    let mut roles: Vec<(Role, Holder)> = Vec::new();
    roles.extend(settings.chief_convener.fixed().map(|it| (Role::ChiefConvener, it.clone())));
    for (role, holders) in [
        (Role::Convener, settings.conveners.fixed()),
        (Role::DeputyConvener, settings.deputy_conveners.fixed()),
    ] {
        roles.extend(holders.into_iter().flatten().map(|it| (role, it.clone())));
    }
    for (_, office) in settings.offices() {
        let Office::Seated { director, deputies, staff, .. } = office else { continue };
        let post = |role| move |it: &PostId| (role, Holder::Post(it.clone()));
        roles.extend(director.iter().map(post(Role::OfficeDirector)));
        roles.extend(deputies.iter().chain(staff).map(post(Role::Office)));
    }
    roles.into_iter().map(|(role, holder)| on_day(view, role, holder, on)).collect()
}

fn on_day(view: &View<'_>, role: Role, holder: Holder, on: Date) -> RoleOnDay {
    match holder {
        Holder::Unit(unit) => RoleOnDay {
            role,
            post: None,
            persons: view.member_of(&unit, on).into_iter().cloned().collect(),
            unit: Some(unit),
            acting: false,
        },
        Holder::Post(post) => {
            let unit = view.charter.post(&post).and_then(|it| it.unit.clone());
            let seat = unit.as_ref().map(|it| view.state.membership().tenures(&post, it));
            let tenures: Vec<_> = seat.into_iter().flatten().filter(|it| it.holds(on)).collect();
            RoleOnDay {
                role,
                post: Some(post),
                unit,
                persons: tenures.iter().map(|it| it.person.clone()).collect(),
                acting: tenures.iter().any(|it| it.acting),
            }
        }
    }
}
