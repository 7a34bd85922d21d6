//! The question put to Rego, as `regorus` runs it.

use regorus::{Engine, Value};
use serde_json::json;

use crate::facts::{Facts, Question};

/// The policies, and the facts that were told last.
#[derive(Clone)]
pub struct Held(Engine);

impl Held {
    pub fn of(facts: &Facts) -> Self {
        let mut engine = Engine::new();
        engine.add_policy("policy.rego".to_owned(), include_str!("policy.rego").to_owned()).expect("a policy");
        Self(engine).told(facts)
    }

    /// The same policies with other facts.
    pub fn told(&self, facts: &Facts) -> Self {
        let mut engine = self.0.clone();
        engine.clear_data();
        engine.add_data(facts.0.clone().into()).expect("facts");
        Self(engine)
    }

    pub fn answer(&mut self, question: &Question) -> bool {
        let Question { by, minutes, kind, recipients, .. } = question;
        self.0.set_input(json!({ "by": by, "minutes": minutes, "kind": kind, "recipients": recipients }).into());
        self.0.eval_rule("data.issuing.may_issue".to_owned()).expect("a rule") == Value::Bool(true)
    }
}
