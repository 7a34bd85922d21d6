//! A new version of the charter is put in force.

use super::*;
use crate::{
    act::{ActType, Resolver},
    charter::Charter,
    entry::{Entry, Outcome},
    rule::{Case, Guard, fixed},
    state::State,
    time::day_after,
};

record! {
    /// Puts a new version of the charter in force (修订).
    pub struct AmendCharter {
        /// The version.
        pub version: u32,
        /// The first day on which it is in force.
        pub from: Date,
        /// What it rests on: the agreed matter, the superior's approval, the notice of re-issue.
        pub basis: Text,
    }
}

impl ActType for AmendCharter {
    type Names<'s> = &'s Charter;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "charter.amendment_provided_for",
                "制度规定了修订办法，并由有权者修订",
                "the charter says who amends it, and they do",
            )
            .needs(&["charter.amendment"]),
            check: |it| it.decided(fixed(&it.settings().amendment, "charter.amendment")?),
        },
        Guard {
            rule: Rule::always(
                "charter.version_follows",
                "新版接续旧版，不溯及既往",
                "a new version follows the last and does not reach back",
            ),
            check: |it| {
                let (last_from, last) =
                    it.state.founding.versions.last_key_value().map_or((it.today(), 0), |(k, v)| (*k, *v));
                ensure(it.act.version > last, || Finding::Differs {
                    found: it.act.version.to_string(),
                    expected: (last + 1).to_string(),
                })?;
                let earliest = it.today().max(day_after(last_from));
                ensure(it.act.from >= earliest, || Finding::TooEarly { earliest: it.start_of(earliest) })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["from", "basis"];

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<&'s Charter> {
        let found = names.charters.iter().find(|it| it.version() == self.version);
        if found.is_none() {
            names.unknown_word("version", &self.version.to_string());
        }
        found
    }

    fn settle(case: &Case<'_, Self>) -> Outcome {
        Outcome::Adopted { version: case.names.version(), digest: case.names.digest().to_owned() }
    }

    fn apply(&self, _: &Entry, state: &mut State, charter: &Charter) {
        state.founding.versions.insert(self.from, self.version);
        state.membership.amend(charter, self.from);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let last = ask.state.founding.versions.values().max().copied().unwrap_or(0);
        let next = ask.charters.iter().map(Charter::version).find(|it| *it > last).unwrap_or(last + 1);
        let basis = crate::act::some_text();
        basis.into_iter().map(|basis| Self { version: next, from: ask.today(), basis }).collect()
    }
}
