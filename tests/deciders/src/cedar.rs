//! The question put to Cedar.

use std::collections::{HashMap, HashSet};

use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityUid, PolicySet, Request, RestrictedExpression,
};

use crate::facts::{Facts, Question, texts};

/// The policies, and the facts that were told last.
#[derive(Clone)]
pub struct Held {
    policies: PolicySet,
    entities: Entities,
}

fn uid(kind: &str, name: &str) -> EntityUid {
    format!("{kind}::\"{name}\"").parse().expect("a name")
}

fn set(all: Vec<String>) -> RestrictedExpression {
    RestrictedExpression::new_set(all.into_iter().map(RestrictedExpression::new_string))
}

impl Held {
    pub fn of(facts: &Facts) -> Self {
        let policies = include_str!("policy.cedar").parse().expect("a policy");
        Self { policies, entities: Entities::empty() }.told(facts)
    }

    /// The same policies with other facts.
    pub fn told(&self, Facts(facts): &Facts) -> Self {
        let office = uid("Group", "office");
        let persons = texts(&facts["office"]);
        let persons = persons.iter().map(|it| {
            Entity::new_no_attrs(uid("Person", it), HashSet::from([office.clone()]))
        });
        let minutes = facts["minutes"].as_object().into_iter().flatten().map(|(name, it)| {
            let mut attrs = HashMap::new();
            for key in ["asked", "concerned", "consented", "countersigned"] {
                attrs.insert(key.to_owned(), set(texts(&it[key])));
            }
            for key in ["numbered", "issued"] {
                let is = it[key].as_bool().unwrap_or_default();
                attrs.insert(key.to_owned(), RestrictedExpression::new_bool(is));
            }
            Entity::new(uid("Minutes", name), attrs, HashSet::new()).expect("an entity")
        });
        let all = persons.chain(minutes).chain([Entity::with_uid(office.clone())]);
        let entities = Entities::from_entities(all, None).expect("entities");
        Self { policies: self.policies.clone(), entities }
    }

    pub fn answer(&mut self, question: &Question) -> bool {
        let context = Context::from_pairs([
            ("kind".to_owned(), RestrictedExpression::new_string(question.kind.clone())),
            ("recipients".to_owned(), set(question.recipients.clone())),
        ]);
        let request = Request::new(
            uid("Person", &question.by),
            uid("Action", "issue"),
            uid("Minutes", &question.minutes),
            context.expect("a context"),
            None,
        );
        let answer =
            Authorizer::new().is_authorized(&request.expect("a request"), &self.policies, &self.entities);
        answer.decision() == Decision::Allow
    }
}
