//! What makes a table of working days the same as another, and how it is named: by its digest and how far it is known.

use serde::{Deserialize, Serialize};

use crate::terms::{
    calendar::{Calendar, DayKind, law::HolidayLaw},
    digest::digest,
    json::canonical,
    sorted::Map,
    time::Date,
};

/// A table of working days as something that was reckoned by it names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CalendarUse {
    /// The digest of what the table says, however its file spells it.
    #[cfg_attr(feature = "schema", schemars(with = "crate::terms::schema::Digest"))]
    pub digest: String,
    /// The last day up to which the table reaches without a gap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_through: Option<Date>,
}

/// Two tables are equal if they say the same of every day.
impl PartialEq for Calendar {
    fn eq(&self, other: &Self) -> bool {
        self.exceptions == other.exceptions && self.years == other.years
    }
}

impl Eq for Calendar {}

impl Calendar {
    /// The digest of what the table says: of the JSON with the days that are not as in an ordinary week, the digest of the
    /// law that stands in for years without a decree, and the years whose decree is known,
    /// `{"days":{"2026-01-01":"off"},"law":"…","years":[2026]}`, without blanks and in order.
    pub fn digest(&self) -> &str {
        self.digest.get_or_init(|| {
            let days: Map<String, DayKind> =
                self.exceptions.iter().map(|(date, kind)| (date.to_string(), *kind)).collect();
            digest(
                canonical(
                    &serde_json::json!({ "days": days, "law": HolidayLaw::known().digest, "years": self.years }),
                )
                .as_bytes(),
            )
        })
    }

    /// How what is reckoned by the table names it.
    pub fn used(&self) -> CalendarUse {
        CalendarUse { digest: self.digest().to_owned(), known_through: self.known_through() }
    }
}
