//! The act `declare_key_period` declares a key period (重点时期), in which meetings are held more often.

use crate::{
    charter::{Charter, settings::SettingKey},
    kernel::{
        act::ActType,
        finding::Finding,
        outcome::Outcome,
        rule::{Guard, Rule, ensure, fixed},
        view::Ask,
    },
    state::State,
    terms::{deed::Stamp, id::Text, matter::MatterRef, period::Period, record::record, time::Date},
};

record! {
    /// Declares a key period (重点时期), in which meetings are held more often.
    ///
    /// Those whom the charter names do this; where it does not know key periods, nobody can declare one
    /// (`key_period.declared_by_whoever_may`). The period does not end before it begins
    /// (`key_period.ends_after_it_begins`).
    ///
    /// It settles nothing. For the days of the period, meetings are owed as often as the charter asks in key periods.
    ///
    /// ```
    /// use joint_meeting::{Act, act::DeclareKeyPeriod, wire};
    ///
    /// let act = DeclareKeyPeriod::new("2022-09-01".parse()?, "2022-09-30".parse()?, "a campaign".parse()?);
    /// let json = r#"{
    ///     "type": "declare_key_period", "from": "2022-09-01", "to": "2022-09-30", "reason": "a campaign"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct DeclareKeyPeriod {
        /// The first day.
        pub from: Date,
        /// The last day.
        pub to: Date,
        /// Why it is a key period.
        pub reason: Text,
    }
}

impl ActType for DeclareKeyPeriod {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "key_period.declared_by_whoever_may",
                "制度规定了重点时期，并由有权者确定",
                "the charter knows key periods, and whoever may declares one",
            )
            .asks(&[SettingKey::KeyPeriods]),
            check: |it| it.needs(fixed(&it.settings().key_periods)?, None),
        },
        Guard {
            rule: Rule::always(
                "key_period.ends_after_it_begins",
                "起始日期不晚于截止日期",
                "the period does not end before it begins",
            ),
            check: |it| {
                ensure(it.act.from <= it.act.to, || Finding::Differs {
                    found: it.act.to.to_string(),
                    expected: it.act.from.to_string(),
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["from", "to", "reason"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, _: &mut crate::kernel::resolver::Resolver<'s>) -> Option<()> {
        Some(())
    }

    fn apply(&self, _: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.meetings.key_periods.push(Period { from: self.from, to: self.to });
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let (from, reason) = (ask.today(), crate::kernel::act::some_text());
        reason.into_iter().map(|reason| Self { from, to: from, reason }).collect()
    }
}
