//! What is asked of the settings together: what is fixed or silent by name, who holds roles, in whose name documents go out.

use crate::{
    charter::settings::{
        Said, SettingKey, Settings,
        choices::{Holder, Office},
    },
    terms::{
        id::{PostId, UnitId},
        words::{Carrier, Role},
    },
};

impl Settings {
    /// Whether a clause fixes the setting or its silence is recorded.
    pub fn is_set(&self, key: SettingKey) -> bool {
        self.leaves(key) != Said::Nothing
    }

    /// Whether a clause fixes it.
    pub fn is_fixed(&self, key: SettingKey) -> bool {
        self.leaves(key) == Said::Value(())
    }

    /// The posts and units to which roles are tied, each with its setting.
    pub(crate) fn holders(&self) -> impl Iterator<Item = (SettingKey, &Holder)> {
        let chief = self.chief_convener.fixed().map(|it| (self.chief_convener.key, it));
        let others = [&self.conveners, &self.deputy_conveners].into_iter();
        let others = others.flat_map(|list| list.fixed().into_iter().flatten().map(|it| (list.key, it)));
        chief.into_iter().chain(others)
    }

    /// Whether a clause fixes the setting of that name.
    pub(crate) fn fixes(&self, name: &str) -> bool {
        SettingKey::named(name).is_some_and(|it| self.is_fixed(it))
    }

    /// Whether its silence is recorded.
    pub fn is_silent(&self, key: SettingKey) -> bool {
        self.leaves(key) == Said::Silence
    }

    /// Who acts for a role that the charter leaves without a holder, where it says who.
    pub(crate) fn acting_in_place_of(&self, role: Role) -> Option<&Vec<Role>> {
        self.acting_for.fixed()?.get(&role).filter(|_| !self.has_role(role))
    }

    /// The office and those besides it, each with its setting.
    pub(crate) fn offices(&self) -> impl Iterator<Item = (SettingKey, &Office)> {
        let office = self.office.fixed().map(|it| (self.office.key, it));
        let besides = self.offices_besides.fixed().into_iter().flatten();
        office.into_iter().chain(besides.map(|it| (self.offices_besides.key, it)))
    }

    /// The posts whose holders direct an office.
    pub(crate) fn directors(&self) -> impl Iterator<Item = &PostId> {
        self.offices().flat_map(|(_, it)| match it {
            Office::Seated { director, .. } => director.as_slice(),
            Office::Forbidden => &[],
        })
    }

    /// The units in whose name documents go out if it is the lead unit's, the sponsor first.
    pub fn sponsors_first(&self) -> Vec<&UnitId> {
        let lead = self.lead_units.fixed().into_iter().flatten();
        let others = lead.filter(|it| self.sponsor.fixed() != Some(*it));
        self.sponsor.fixed().into_iter().chain(others).collect()
    }

    /// Whether the charter says who holds a role of the whole body.
    pub(crate) fn has_role(&self, role: Role) -> bool {
        match role {
            Role::ChiefConvener => self.chief_convener.fixed().is_some(),
            Role::Convener => self.conveners.fixed().is_some_and(|it| !it.is_empty()),
            Role::DeputyConvener => self.deputy_conveners.fixed().is_some_and(|it| !it.is_empty()),
            Role::Office => matches!(self.office.fixed(), Some(Office::Seated { .. })),
            Role::OfficeDirector => self.directors().next().is_some(),
            Role::LeadUnit => self.lead_units.fixed().is_some_and(|it| !it.is_empty()),
            _ => true,
        }
    }

    /// Whether member units are known that no list names: none are listed, or only some.
    pub(crate) fn names_members_later(&self) -> bool {
        self.members.fixed().is_none() || self.listed_in_part.fixed() == Some(&true)
    }

    /// In whose name documents go out. Where that may not be the body's own, and nothing else is said, it is the lead unit's.
    pub fn carrier_in_effect(&self) -> Option<Carrier> {
        match (self.carrier.fixed(), self.own_name.fixed()) {
            (None | Some(Carrier::Body), Some(false)) => Some(Carrier::LeadUnit),
            (carrier, _) => carrier.copied(),
        }
    }
}

/// What a clause records as silent, for the schema alone.
#[cfg(feature = "schema")]
pub(crate) struct SilentOn;

#[cfg(feature = "schema")]
impl schemars::JsonSchema for SilentOn {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "SilentOn".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let setting = generator.subschema_for::<SettingKey>();
        schemars::json_schema!({
            "description": "A setting; or a group of them, `meeting.*`; or all, `*`.",
            "anyOf": [setting, { "type": "string", "pattern": "^([a-z]+\\.)?\\*$" }]
        })
    }
}
