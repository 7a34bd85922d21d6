//! The act `report_results` reports results upwards (上报办理结果).

use crate::{
    charter::{Charter, settings::SettingKey},
    kernel::{
        act::{ActType, some_text},
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, fixed},
        view::Ask,
    },
    law::membership::by_office,
    state::State,
    terms::{deed::Stamp, id::Text, matter::MatterRef, record::record},
};

record! {
    /// Reports results upwards (上报办理结果).
    ///
    /// Only the office may do it (`actor.is_office`), and only to those whom the charter names
    /// (`results.go_to_whom_the_charter_names`).
    ///
    /// It settles nothing. The report counts for the duty `results.reported`.
    ///
    /// ```
    /// use joint_meeting::{Act, act::ReportResults, wire};
    ///
    /// let act = ReportResults::new("区政府".parse()?, "what became of it".parse()?);
    /// let json = r#"{
    ///     "type": "report_results", "to": "区政府", "text": "what became of it"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ReportResults {
        /// The superior to whom the results are reported.
        pub to: Text,
        /// What was reported.
        pub text: Text,
    }
}

impl ActType for ReportResults {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::law(
                "results.go_to_whom_the_charter_names",
                "办理结果报送制度规定的上级",
                "results are reported to those whom the charter names",
            )
            .asks(&[SettingKey::ResultsTo]),
            check: |it| {
                let named = fixed(&it.settings().results_to)?;
                ensure(named.contains(&it.act.to), || Finding::NotAllowed {
                    value: it.act.to.to_string(),
                    allowed: named.iter().map(ToString::to_string).collect(),
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["text"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, _: &mut Resolver<'s>) -> Option<()> {
        Some(())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.reports.results.entry(self.to.clone()).or_default().push(stamp.deed());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let to = match ask.settings().results_to.fixed() {
            Some(named) => named.clone(),
            None => some_text().into_iter().collect(),
        };
        to.into_iter().filter_map(|to| Some(Self { to, text: some_text()? })).collect()
    }
}
