//! Answers have bounds, whatever there is to answer: what is asked of a body as wide as lists can be, and of hundreds of years.

use std::{collections::BTreeSet, ops::RangeInclusive};

use conformance::wide::{self, OFFICE, SPEAKER, Stage};
use joint_meeting::{
    ActKind, Charter, JointMeeting,
    answer::OptionsWanted,
    cancel::Cancel,
    id::PersonId,
    limits::{OPTIONS_COUNTED, OPTIONS_MAX, OPTIONS_PAGE, PERIOD_YEARS_MAX},
    time::{Date, Period, Time},
};

const UNITS: usize = 60;
const ITEMS: usize = 60;

fn at() -> Time {
    "2022-05-12T16:00:00+08:00".parse().unwrap()
}

#[test]
fn of_each_kind_no_more_is_told_than_a_page_has_and_the_pages_lead_to_all() {
    let body = wide::body(UNITS, ITEMS, Stage::Agreed);
    let by: PersonId = OFFICE.parse().unwrap();
    let listed = body.options(&by, at());
    let of_kind = |kind: ActKind| listed.iter().filter(|it| it.act.kind() == kind).count();
    assert_eq!(of_kind(ActKind::Assign), usize::from(OPTIONS_PAGE));
    assert!(ActKind::ALL.iter().all(|it| of_kind(*it) <= usize::from(OPTIONS_PAGE)));
    // Kinds of which there are few are not crowded out.
    assert!(of_kind(ActKind::Convene) > 0 && of_kind(ActKind::AdoptRegister) > 0);

    let mut wanted = OptionsWanted::default().kinds([ActKind::Assign]).limit(OPTIONS_MAX);
    let mut seen = BTreeSet::new();
    let mut pages = 0;
    loop {
        let page = body.options_page(&by, at(), &wanted);
        assert!(page.rows.len() <= usize::from(OPTIONS_MAX));
        assert_eq!(page.counts.len(), 1);
        assert_eq!((page.counts[0].rows, page.counts[0].at_least), (u32::from(OPTIONS_COUNTED), true));
        for row in &page.rows {
            assert!(seen.insert(serde_json::to_string(row.draft.fields()).unwrap()), "{row:?} comes twice");
        }
        pages += 1;
        let Some(after) = page.after else { break };
        wanted = wanted.after(after);
    }
    assert_eq!((seen.len(), pages), (UNITS * ITEMS, (UNITS * ITEMS).div_ceil(usize::from(OPTIONS_MAX))));

    // One row more than can be asked for is not given.
    let page = body.options_page(
        &by,
        at(),
        &OptionsWanted::default().kinds([ActKind::Assign]).limit(OPTIONS_MAX + 1),
    );
    assert_eq!(page.rows.len(), usize::from(OPTIONS_MAX));
    let page = body.options_page(&by, at(), &OptionsWanted::default().limit(0));
    assert_eq!(page.rows.len(), 1);
}

#[test]
fn what_is_about_one_thing_is_found_among_many() {
    let body = wide::body(UNITS, ITEMS, Stage::Agreed);
    let by: PersonId = OFFICE.parse().unwrap();
    let wanted = OptionsWanted::default().about("item-7").kinds([ActKind::Assign, ActKind::ConsentToTask]);
    let page = body.options_page(&by, at(), &wanted);
    let about = |it: &joint_meeting::answer::Choice| it.draft.fields()["item"] == "item-7";
    assert!(!page.rows.is_empty() && page.rows.iter().all(about));
    let counts: Vec<(ActKind, u32, bool)> =
        page.counts.iter().map(|it| (it.act, it.rows, it.at_least)).collect();
    assert!(counts.contains(&(ActKind::Assign, UNITS as u32, false)), "{counts:?}");
    assert_eq!(page.after, None);
}

#[test]
fn whoever_speaks_for_all_units_has_no_more_rows_than_a_page() {
    let body = wide::body(UNITS, ITEMS, Stage::Discussed);
    let by: PersonId = SPEAKER.parse().unwrap();
    let page = body.options_page(&by, at(), &OptionsWanted::default().kinds([ActKind::StatePosition]));
    assert_eq!(page.rows.len(), usize::from(OPTIONS_PAGE));
    assert!(page.after.is_some() && page.counts[0].at_least);
}

#[test]
fn many_years_are_audited_one_by_one_and_as_if_each_were_asked_for() {
    let charter = Charter::bundled("nankai-dog-2022").unwrap();
    let body = JointMeeting::new([charter]).unwrap();
    let on: Date = "2023-01-10".parse().unwrap();
    assert_eq!(body.audits(1900..=2500, on).count(), 251);
    assert_eq!(body.audits(RangeInclusive::new(2023, 2022), on).count(), 0);
    for audit in body.audits(2020..=2024, on) {
        assert_eq!(audit, body.audit(audit.period, on));
    }
    let (from, day) = ("2022-12-31".parse::<Date>().unwrap(), "-06-01");
    let until = |years: i32| format!("{}{day}", 2021 + years).parse::<Date>().unwrap();
    assert!(Period::of_question(from, until(PERIOD_YEARS_MAX)).is_ok());
    assert!(Period::of_question(from, until(PERIOD_YEARS_MAX + 1)).is_err());
}

#[test]
fn work_that_is_cancelled_leaves_off_and_has_no_answer() {
    let body = wide::body(20, 20, Stage::Agreed);
    let (journal, head) = body.journal();
    let charter = wide::charter(20);
    let (by, on): (PersonId, Date) = (OFFICE.parse().unwrap(), "2023-01-10".parse().unwrap());
    let cancel = Cancel::default();
    let year = Period::year(2022).unwrap();
    let replayed = || JointMeeting::replay([charter.clone()], &journal).unwrap();
    let checked = || JointMeeting::replay_checked([charter.clone()], &journal, Some(&head)).unwrap();
    assert_eq!(cancel.unless_cancelled(replayed), Some(body.clone()));
    cancel.cancel();
    assert_eq!(cancel.unless_cancelled(|| body.audit(year, on)), None);
    assert_eq!(cancel.unless_cancelled(replayed), None);
    assert_eq!(cancel.unless_cancelled(|| body.obligations(on, 90)), None);
    assert_eq!(cancel.unless_cancelled(|| body.options(&by, at())), None);
    // What is asked afterwards is answered whole.
    assert_eq!(checked(), body);
    assert_eq!(replayed().breaches(), body.breaches());
}
