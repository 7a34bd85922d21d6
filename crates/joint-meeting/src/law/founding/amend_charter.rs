//! The act `amend_charter` puts a new version of the charter in force (修订).

use crate::{
    charter::{Charter, settings::SettingKey},
    kernel::{
        act::ActType,
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        roles::listed,
        rule::{Guard, Rule, ensure, fixed},
        transition,
        view::{Ask, Case},
    },
    law::{
        decision::last_agreed,
        founding::adopt::{
            FirstMember, MEMBERS_ARE_ITS_OWN, classes_are_known, introduced, members_are_its_own,
        },
    },
    state::{State, decision::AgendaItem},
    terms::{
        deed::Stamp,
        id::{ItemId, Text},
        matter::MatterRef,
        record::record,
        time::{Date, day_after},
        words::ItemKind,
    },
};

record! {
    /// Puts a new version of the charter in force (修订).
    ///
    /// Those whom the charter names as its amenders do this: the convener, the lead unit or, where the meeting or the
    /// superior decides or the charter is issued anew, the office, which records it (`charter.amendment_provided_for`).
    /// Where the meeting decides, it has agreed a matter of the body's rules, which the act names.
    /// A charter that does not say how it is amended cannot be amended. The new version has a higher number than the
    /// last one, begins on a later day than the last one did, and does not reach back before the day of the act
    /// (`charter.version_follows`). Member units are named in the act only where the new version lists none, or through
    /// a class (`charter.members_are_its_own`).
    ///
    /// It settles the version that is adopted, and the digest of its file. From its first day on the new version is the
    /// law of the body, and the member units are those that it lists or that the act names; where there are neither,
    /// everyone stays. By which version an open matter goes on is said by the new version or, where it asks for a
    /// choice, by `choose_law`.
    ///
    /// ```
    /// use joint_meeting::{Act, act::{AmendCharter, FirstMember}, wire, words::UnitKind};
    ///
    /// let education = FirstMember::new("education".parse()?, "区教育局".parse()?, UnitKind::Government);
    /// let act = AmendCharter::new(2, "2022-07-01".parse()?, "notice of re-issue".parse()?)
    ///     .members([education]);
    /// let json = r#"{
    ///     "type": "amend_charter", "version": 2, "from": "2022-07-01", "basis": "notice of re-issue",
    ///     "members": [{"unit": "education", "name": "区教育局", "kind": "government"}]
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct AmendCharter {
        /// The version.
        pub version: u32,
        /// The first day on which it is in force.
        pub from: Date,
        /// What it rests on: the agreed matter, the superior's approval, the notice of re-issue.
        pub basis: Text,
        /// The agreed matter by which it is amended, where the meeting decides.
        optional pub item: Option<ItemId>,
        /// Who the member units are from then on, in protocol order, where the new version does not list them; with
        /// none given, they stay who they are.
        optional pub members: Vec<FirstMember>,
    }
}

impl ActType for AmendCharter {
    type Names<'s> = (&'s Charter, Option<&'s AgendaItem>);

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "charter.amendment_provided_for",
                "制度规定了修订办法，并由有权者修订",
                "the charter says who amends it, and they do",
            )
            .asks(&[SettingKey::Amendment]),
            check: |it| it.decided(fixed(&it.settings().amendment)?, it.names.1),
        },
        Guard {
            rule: Rule::always(
                "charter.version_follows",
                "新版接续旧版，不溯及既往",
                "a new version follows the last and does not reach back",
            ),
            check: |it| {
                let (last_from, last) =
                    it.state.founding().versions.last_key_value().map_or((it.today(), 0), |(k, v)| (*k, *v));
                ensure(it.act.version > last, || Finding::Differs {
                    found: it.act.version.to_string(),
                    expected: (last + 1).to_string(),
                })?;
                let earliest = it.today().max(day_after(last_from));
                ensure(it.act.from >= earliest, || Finding::TooEarly { earliest: it.start_of(earliest) })
            },
        },
        Guard { rule: MEMBERS_ARE_ITS_OWN, check: |it| members_are_its_own(it.names.0, &it.act.members) },
    ];

    const FREE: &'static [&'static str] = &["from", "basis", "members"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let item = self.item.as_ref().and_then(|it| names.known(it));
        let found = transition::of_version(names.charters, self.version);
        if found.is_none() {
            names.unknown_word("version", &self.version.to_string());
        }
        if let Some(charter) = found {
            classes_are_known(charter, &self.members, names);
        }
        Some((found?, item))
    }

    fn settle(case: &Case<'_, Self>) -> Outcome {
        Outcome::Adopted { version: case.names.0.version(), digest: case.names.0.digest().to_owned() }
    }

    fn apply(&self, _: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        state.founding.versions.insert(self.from, self.version);
        state.documents.take_number_of(charter);
        let named = introduced(&mut state.membership, charter, &self.members, self.from);
        state.membership.amend(listed(charter), named, self.from);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let last = ask.state.founding().versions.values().max().copied().unwrap_or(0);
        let next = ask.charters.iter().map(Charter::version).find(|it| *it > last).unwrap_or(last + 1);
        let item = last_agreed(ask, ItemKind::Rules, |_| true).map(|(id, _)| id.clone());
        let basis = crate::kernel::act::some_text();
        basis
            .into_iter()
            .map(|basis| Self {
                version: next,
                from: ask.today(),
                basis,
                item: item.clone(),
                members: Vec::new(),
            })
            .collect()
    }
}
