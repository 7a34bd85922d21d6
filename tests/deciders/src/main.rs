//! "May the office issue this document?", put to this library and to two engines of policies, all compiled and in one process.
//!
//! `cargo xtask bench --peers` runs it. Each line printed is a name and a figure: microseconds a question, the best of many rounds
//! that are played by turns. All have to give the same answers, to one question that is answered yes and one no.

mod cedar;
mod facts;
mod rego;

use std::{hint::black_box, time::Instant};

use facts::{Facts, Question};

const ROUNDS: usize = 60;
const EACH: u32 = 200;

/// A name, and what answers a question.
type Contender<'c> = (&'static str, Box<dyn FnMut(&Question) -> bool + 'c>);

fn main() {
    let (body, questions) = facts::scenario();
    let facts = Facts::of(&body);
    let mut cedar = cedar::Held::of(&facts);
    let mut rego = rego::Held::of(&facts);
    let rego_anew = rego.clone();
    let cedar_anew = cedar.clone();
    let text = facts.to_string();
    let mut contenders: Vec<Contender<'_>> = vec![
        ("deciders: joint-meeting", Box::new(|it: &Question| body.decide(&it.submission).is_ok())),
        ("deciders: Cedar, facts held", Box::new(move |it: &Question| cedar.answer(it))),
        ("deciders: Rego, facts held", Box::new(move |it: &Question| rego.answer(it))),
        ("deciders: Cedar, facts from JSON", Box::new(|it: &Question| cedar_anew.told(&Facts::read(&text)).answer(it))),
        ("deciders: Rego, facts from JSON", Box::new(|it: &Question| rego_anew.told(&Facts::read(&text)).answer(it))),
    ];
    let mut best = vec![[f64::INFINITY; 2]; contenders.len()];
    for _ in 0..ROUNDS {
        for ((name, ask), best) in contenders.iter_mut().zip(&mut best) {
            for (question, best) in questions.iter().zip(best) {
                assert_eq!(ask(question), question.expected, "{name}: {}", question.submission.act.kind());
                let start = Instant::now();
                for _ in 0..EACH {
                    black_box(ask(black_box(question)));
                }
                *best = best.min(start.elapsed().as_secs_f64() * 1e6 / f64::from(EACH));
            }
        }
    }
    for ((name, _), [yes, no]) in contenders.iter().zip(best) {
        println!("{name}, yes\t{yes:.4}\n{name}, no\t{no:.4}");
    }
}
