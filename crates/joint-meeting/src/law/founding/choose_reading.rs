//! The act `choose_reading` chooses one of the readings that the charter leaves open (解释).

use crate::{
    charter::{Charter, readings::ReadingKey},
    kernel::{
        act::ActType,
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        view::Ask,
    },
    law::founding::reading::{CHOSEN_BY_CONVENER, chosen_by_convener},
    state::State,
    terms::{deed::Stamp, id::Text, matter::MatterRef, record::record},
};

record! {
    /// Chooses one of the readings that the charter leaves open (解释).
    ///
    /// Those to whom the charter gives its interpretation do this or, where it names nobody, the convener
    /// (`reading.chosen_by_convener`). The option is one of those that the charter leaves open for the question
    /// (`reading.is_open`).
    ///
    /// It settles nothing. From then on rules that depend on the question are read with the option that was chosen,
    /// until another choice replaces it.
    ///
    /// ```
    /// use joint_meeting::{Act, act::ChooseReading, wire};
    ///
    /// let act = ChooseReading::new("request.effect".parse()?, "call".parse()?, "it was asked".parse()?);
    /// let json = r#"{
    ///     "type": "choose_reading", "reading": "request.effect", "option": "call", "why": "it was asked"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ChooseReading {
        /// The question.
        pub reading: Text,
        /// The option chosen.
        pub option: Text,
        /// Why it was chosen.
        pub why: Text,
    }
}

impl ActType for ChooseReading {
    type Names<'s> = (ReadingKey, u8);

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "reading.is_open",
                "只在制度有几种合理理解时选定一种",
                "a reading is chosen only where the charter leaves it open",
            ),
            check: |it| {
                let (key, option) = it.names;
                let open = it.charter.reading(key).map_or(&[][..], |it| &it.open);
                let options = key.info().options;
                ensure(open.contains(&option), || Finding::NotAllowed {
                    value: it.act.option.to_string(),
                    allowed: open
                        .iter()
                        .filter_map(|it| options.get(usize::from(*it)))
                        .map(|it| (*it).to_owned())
                        .collect(),
                })
            },
        },
        Guard { rule: CHOSEN_BY_CONVENER, check: chosen_by_convener },
    ];

    const FREE: &'static [&'static str] = &["option", "why"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let found = ReadingKey::named(self.reading.as_str()).and_then(|key| {
            let option = key.info().options.iter().position(|it| *it == self.option.as_str())?;
            Some((key, u8::try_from(option).ok()?))
        });
        if found.is_none() {
            names.unknown_word("reading", &format!("{}={}", self.reading, self.option));
        }
        found
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let Some(key) = ReadingKey::named(self.reading.as_str()) else { return };
        let option = key.info().options.iter().position(|it| *it == self.option.as_str());
        if let Some(option) = option.and_then(|it| u8::try_from(it).ok()) {
            state.founding.choices.insert(key, (option, stamp.no));
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let first_open = |key: ReadingKey| {
            let option = crate::kernel::duty::open_options(ask, key).first()?;
            let info = key.info();
            Some(Self {
                reading: info.id.parse().ok()?,
                option: info.options.get(usize::from(*option))?.parse().ok()?,
                why: crate::kernel::act::some_text()?,
            })
        };
        ReadingKey::ALL.iter().copied().filter_map(first_open).collect()
    }
}
