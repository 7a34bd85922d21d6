//! What a body finds by its indexes is what a plain look at all its entries and things finds.
//!
//! Indexes that cannot be seen from outside are held against such a look by the tests of the core, where each of them is.

use std::collections::BTreeSet;

use joint_meeting::{
    ActKind, JointMeeting,
    answer::Verdict,
    chrono::Datelike,
    rule,
    state::{Deed, Naming, Tenure},
    time::{Date, Period},
    words::Named,
};

/// Fails where an index and a plain look differ.
pub fn agree(body: &JointMeeting) {
    let days: BTreeSet<Date> = body.entries().iter().map(|it| it.at.date()).collect();
    moments(body, &days);
    seats(body, &days);
    namings(body);
    breaches(body);
}

/// When each act was done.
fn moments(body: &JointMeeting, days: &BTreeSet<Date>) {
    for kind in ActKind::ALL {
        let done = body.entries().iter().filter(|it| it.act.kind() == *kind);
        let mut plain: Vec<Deed> = done.map(|it| Deed { at: it.at, no: it.no }).collect();
        plain.sort();
        assert_eq!(body.done(*kind).collect::<Vec<_>>(), plain, "{}", kind.name());
    }
    for (from, to) in days.iter().zip(days.iter().skip(3)) {
        let period = Period::new(*from, *to).expect("days in order");
        let plain = body.entries().iter().filter(|it| period.contains(it.at.date()));
        let plain: Vec<(u32, ActKind)> = plain.map(|it| (it.no, it.act.kind())).collect();
        assert_eq!(body.done_in(period), plain, "{period:?}");
    }
}

/// Who was responsible for a unit, among all who ever held a post of it.
fn seats(body: &JointMeeting, days: &BTreeSet<Date>) {
    for on in days {
        let posts = body.charter_on(*on).settings_on(*on).responsible_posts.fixed().map_or(&[][..], |it| it);
        for unit in body.roster(*on).units {
            let all = posts.iter().flat_map(|post| body.tenures(post, &unit.unit));
            let plain = all.filter(|it| it.holds(*on)).map(Tenure::person);
            assert!(unit.responsible.iter().eq(plain), "{} on {on}: {:?}", unit.unit, unit.responsible);
        }
    }
}

/// No naming but the last goes on.
fn namings(body: &JointMeeting) {
    for (id, unit) in body.units() {
        for named in [Named::Member, Named::LiaisonOfficer] {
            let all = unit.namings(named);
            let before = all.split_last().map_or(&[][..], |(_, before)| before);
            let goes_on: Vec<&Naming> = before.iter().filter(|it| it.to().is_none()).collect();
            assert!(goes_on.is_empty(), "{id}: {goes_on:?}");
        }
    }
}

/// What an audit says was done against guards is what the breaches of the year say.
fn breaches(body: &JointMeeting) {
    let breaches = body.breaches();
    if breaches.is_empty() {
        return;
    }
    let guards: BTreeSet<&str> = rule::guards().map(|it| it.id).collect();
    let years: BTreeSet<i32> = body.entries().iter().map(|it| it.at.date().to_chrono().year()).collect();
    for year in years {
        let period = Period::year(year).expect("a year");
        let audit = body.audit(period, Date::MAX);
        let mut found = BTreeSet::new();
        for clause in audit.earlier.iter().chain([&audit]).flat_map(|it| &it.clauses) {
            let broken = clause.judgements.iter().filter(|it| it.verdict == Verdict::Unmet);
            for it in broken.filter(|it| guards.contains(it.rule) && it.evidence.len() == 1) {
                found.insert((clause.clause.clone(), it.rule, it.evidence[0]));
            }
        }
        let mut plain = BTreeSet::new();
        for entry in body.entries().iter().filter(|it| period.contains(it.at.date())) {
            let refusals =
                breaches.iter().filter(|it| it.no == entry.no).filter_map(|it| it.refusal.as_ref());
            for ground in refusals.flat_map(|it| it.grounds()) {
                let clauses = ground.clause.iter().chain(&ground.also);
                plain.extend(clauses.map(|it| (it.clone(), ground.rule, entry.no)));
            }
        }
        assert_eq!(found, plain, "{year}");
    }
}
