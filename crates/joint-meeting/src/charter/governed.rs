//! What a charter says of a general charter that binds it: which, from which day, and which of its clauses.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, MapAccess, value::MapAccessDeserializer},
};

use crate::terms::{
    id::{CharterId, ClauseId},
    time::Date,
};

/// A general charter that binds another. In a file it is its id alone where it binds as a whole and from ever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Governed {
    /// Its id.
    pub charter: CharterId,
    /// The first day on which it binds. What was done before that day is not judged by its rules.
    pub from: Option<Date>,
    /// Those of its clauses that bind; with none given, all do.
    pub clauses: Vec<ClauseId>,
}

/// The long form, as it stands in a file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct GovernedInPart {
    /// The id of the general charter.
    charter: CharterId,
    /// The first day on which it binds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<Date>,
    /// Those of its clauses that bind; with none given, all do.
    #[serde(
        default,
        deserialize_with = "crate::terms::json::shape::list",
        skip_serializing_if = "Vec::is_empty"
    )]
    clauses: Vec<ClauseId>,
}

impl From<CharterId> for Governed {
    fn from(charter: CharterId) -> Self {
        Self { charter, from: None, clauses: Vec::new() }
    }
}

impl Governed {
    /// Whether a clause of the general charter is among those that bind.
    pub(crate) fn binds_by(&self, clause: &ClauseId) -> bool {
        self.clauses.is_empty() || self.clauses.contains(clause)
    }
}

impl Serialize for Governed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { charter, from, clauses } = self;
        if from.is_none() && clauses.is_empty() {
            return charter.serialize(serializer);
        }
        let part = GovernedInPart { charter: charter.clone(), from: *from, clauses: clauses.clone() };
        part.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Governed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Governed;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the id of a general charter, or an object with it")
            }

            fn visit_str<E: de::Error>(self, id: &str) -> Result<Governed, E> {
                id.parse::<CharterId>().map(Governed::from).map_err(E::custom)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Governed, A::Error> {
                let it = GovernedInPart::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Governed { charter: it.charter, from: it.from, clauses: it.clauses })
            }
        }

        deserializer.deserialize_any(Visitor)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Governed {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Governed".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let whole = generator.subschema_for::<CharterId>();
        let part = generator.subschema_for::<GovernedInPart>();
        schemars::json_schema!({
            "description": "A general charter that binds another: its id or, where it binds from a day or in part, an object.",
            "anyOf": [whole, part]
        })
    }
}
