//! The act `choose_reading` chooses one of the readings that the charter leaves open (解释).

use crate::{
    charter::{Charter, readings::ReadingKey},
    kernel::{
        act::{ActType, some_text},
        finding::Finding,
        lifetime::founded_on,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        view::Ask,
    },
    law::founding::reading::{CHOSEN_BY_CONVENER, chosen_by_convener},
    state::{State, founding::ReadingChoice},
    terms::{
        deed::Stamp,
        id::Text,
        matter::MatterRef,
        record::record,
        time::{Date, end_of},
    },
};

record! {
    /// Chooses one of the readings that the charter leaves open, or leaves the question open again (解释).
    ///
    /// Those to whom the charter gives its interpretation do this or, where it names nobody, the convener
    /// (`reading.chosen_by_convener`). The option is one of those that the charter leaves open for the question
    /// (`reading.is_open`), or `open`. It applies from a day on which there was a body, and not from a day to come
    /// (`reading.applies_from_a_day_past`).
    ///
    /// It settles nothing. From the day of the choice on, or from the earlier day that it names, rules that depend on the
    /// question are read with the option that was chosen, until another choice replaces it. What is judged as of a day before
    /// stays what it was.
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
        /// The option chosen, or `open`: from then on no option is chosen, and the charter's suggestion is in effect again.
        pub option: Text,
        /// The first day to which it applies, where that is earlier than the day of the choice.
        optional pub from: Option<Date>,
        /// Why it was chosen, and why from an earlier day.
        pub why: Text,
    }
}

/// The word in the place of an option that leaves the question open again.
const OPEN: &str = "open";

impl ChooseReading {
    /// The question, and the option chosen for it, if any; none for words that name no such thing.
    fn choice(&self) -> Option<(ReadingKey, Option<u8>)> {
        let key = ReadingKey::named(self.reading.as_str())?;
        if self.option.as_str() == OPEN {
            return Some((key, None));
        }
        let option = key.info().options.iter().position(|it| *it == self.option.as_str())?;
        Some((key, Some(u8::try_from(option).ok()?)))
    }
}

impl ActType for ChooseReading {
    type Names<'s> = (ReadingKey, Option<u8>);

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "reading.is_open",
                "只在制度有几种合理理解时选定一种",
                "a reading is chosen only where the charter leaves it open",
            ),
            check: |it| {
                let (key, option) = it.names;
                let open = it.leaves(key).map_or(&[][..], |it| &it.open);
                let options = key.info().options;
                let is_open = option.map_or(!open.is_empty(), |it| open.contains(&it));
                ensure(is_open, || Finding::NotAllowed {
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
        Guard {
            rule: Rule::always(
                "reading.applies_from_a_day_past",
                "所选理解自联席会议成立之日起、选定当日止的某一日起适用",
                "a choice applies from a day between the first day of the body and the day of the choice",
            ),
            check: |it| {
                let Some(from) = it.act.from else { return Ok(()) };
                let first = founded_on(it).unwrap_or(from);
                ensure(from <= it.today(), || Finding::TooLate {
                    latest: end_of(it.today(), it.charter.offset()),
                })?;
                ensure(first <= from, || Finding::TooEarly { earliest: it.start_of(first) })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["option", "why"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let found = self.choice();
        match ReadingKey::named(self.reading.as_str()) {
            None => names.unknown_word("reading", self.reading.as_str()),
            Some(key) if found.is_none() => {
                let options = key.info().options.iter().copied().chain([OPEN]);
                names.unknown_option(self.option.as_str(), options);
            }
            Some(_) => {}
        }
        found
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some((key, option)) = self.choice() {
            let from = self.from.unwrap_or(stamp.at.date());
            state.founding.choose(key, ReadingChoice { option, from, made: stamp.deed() });
        }
    }

    /// Each question that is open, with its first option; and each that was decided, to be left open again.
    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let candidate = |key: ReadingKey| {
            let info = key.info();
            let option = match ask.open_options(key).first() {
                Some(option) => info.options.get(usize::from(*option))?,
                None if ask.is_chosen(key) => OPEN,
                None => return None,
            };
            Some(Self {
                reading: info.id.parse().ok()?,
                option: option.parse().ok()?,
                from: None,
                why: some_text()?,
            })
        };
        ReadingKey::ALL.iter().copied().filter_map(candidate).collect()
    }
}
