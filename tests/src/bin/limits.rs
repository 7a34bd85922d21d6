//! Gives every limit of `docs/security.md` its worst input, and prints how long that takes and how much memory it holds at most.
//!
//! `limits [WORD]`: only the rows in whose name the word stands. The memory is what is held beyond what stood there before.

use std::{env, hint::black_box, time::Instant};

use allocation_counter::measure;
use conformance::{
    wide::{self, OFFICE, SPEAKER, Stage},
    years,
};
use joint_meeting::{
    ActKind, Charter, JointMeeting, Language, Submission,
    answer::OptionsWanted,
    charters,
    id::PersonId,
    limits::{CALENDAR_MAX, HORIZON_DAYS_MAX, OPTIONS_MAX, PERIOD_YEARS_MAX},
    time::{Calendar, Date, Period, Time},
    wire::{self, LINE_MAX, MANY_MAX, Question},
};
use joint_meeting_documents::wire::{self as papers, PAPER_MAX, PaperOffice};

/// As wide as lists can be: 256 units with those beside the members, 248 matters.
const WIDE: usize = 248;

struct Rows(Option<String>);

impl Rows {
    fn row<T>(&self, name: &str, work: impl Fn() -> T) {
        if self.0.as_ref().is_some_and(|it| !name.contains(it)) {
            return;
        }
        let begun = Instant::now();
        black_box(work());
        let took = begun.elapsed();
        let held = measure(|| drop(black_box(work()))).bytes_max;
        println!(
            "| {name} | {:.1} ms | {:.1} MiB |",
            took.as_secs_f64() * 1e3,
            held as f64 / (1024.0 * 1024.0)
        );
    }
}

fn main() {
    let rows = Rows(env::args().nth(1));
    println!("| worst input | time | memory |\n| --- | --- | --- |");
    text(&rows);
    journal(&rows);
    let agreed = wide::body(WIDE, WIDE, Stage::Agreed);
    options(&rows, &agreed);
    years_on_end(&rows, &agreed);
}

fn text(rows: &Rows) {
    let unknown = format!(r#"{{"act":{{"type":"{}"}}}}"#, "x".repeat(LINE_MAX - 20));
    rows.row("LINE_MAX: an act of an unknown name as long as a line", || {
        wire::from_str::<Submission>(&unknown).is_ok()
    });
    let nested =
        format!(r#"{{"act":{{"type":"close_meeting","{}":1}}}}"#, "`, expected : ".repeat(LINE_MAX / 14 - 4));
    rows.row("LINE_MAX: a field whose name looks like errors within errors, in Chinese", || {
        wire::from_str::<Submission>(&nested).map_err(|it| it.text(Language::Zh)).err()
    });
    let many = "[".to_owned()
        + &r#"{"act":{"type":"close_meeting","meeting":"m"},"by":"p","at":"2022-06-01T09:00:00Z"},"#
            .repeat(MANY_MAX / 84 - 1);
    let many = many.trim_end_matches(',').to_owned() + "]";
    rows.row("MANY_MAX: as many submissions as fit", || wire::submissions(&many).map(|it| it.len()).ok());
    let wide = serde_json::to_string(wide::charter(WIDE).file()).expect("it is JSON");
    rows.row("LIST_MAX: a charter with as many units as there can be", || Charter::from_json(&wide).is_ok());
    let padded = charters::get("nankai-dog-2022").expect("it is bundled").to_owned();
    let padded = padded.clone() + &" ".repeat(LINE_MAX - padded.len());
    rows.row("LINE_MAX: a charter file as long as a line", || Charter::from_json(&padded).is_ok());
    let mut table = "date,kind\n1949-01-01,known_from\n2199-12-31,known_through\n".to_owned();
    let days = "1949-01-01".parse::<Date>().expect("a day").to_chrono().iter_days();
    for day in days.take_while(|it| *it.to_string() < *"2200") {
        let kind = if day.to_string()[5..] < *"05-01" { "off" } else { "work" };
        table += &format!("{day},{kind}\n");
    }
    table.truncate(CALENDAR_MAX);
    rows.row("CALENDAR_MAX: a table as long as there can be", || table.parse::<Calendar>().is_ok());
    let paper = format!(r#"{{"x":"{}"}}"#, "x".repeat(PAPER_MAX - 8));
    rows.row("PAPER_MAX: a text as long as a paper, which is none", || papers::paper(&paper).is_ok());
}

fn journal(rows: &Rows) {
    let charter = years::charter();
    let acts = years::acts(&charter, 40);
    let body = years::play(&charter, &acts);
    let (journal, head) = body.journal();
    let entries = body.entries().len();
    let replay = || JointMeeting::replay([charter.clone()], &journal).expect("it is its own");
    rows.row(&format!("ENTRIES_MAX: {entries} entries are replayed"), replay);
    let checked =
        || JointMeeting::replay_checked([charter.clone()], &journal, Some(&head)).expect("it is its own");
    rows.row(&format!("ENTRIES_MAX: {entries} entries are checked"), checked);
}

fn options(rows: &Rows, agreed: &JointMeeting) {
    let discussed = wide::body(WIDE, WIDE, Stage::Discussed);
    let at: Time = "2022-05-12T18:00:00+08:00".parse().expect("a time");
    for (name, body, by) in
        [("the office", agreed, OFFICE), ("who speaks for all units", &discussed, SPEAKER)]
    {
        let by: PersonId = by.parse().expect("an id");
        let name = |what: &str| format!("{what}, for {name}");
        rows.row(&name("OPTIONS_PAGE: all options"), || wire::to_string(&body.options(&by, at)));
        let most = OptionsWanted::default().limit(OPTIONS_MAX);
        rows.row(&name("OPTIONS_MAX: the longest page"), || {
            wire::to_string(&body.options_page(&by, at, &most))
        });
        let kind = OptionsWanted::default().kinds([ActKind::Assign, ActKind::StatePosition]).limit(1);
        rows.row(&name("a page of one row"), || wire::to_string(&body.options_page(&by, at, &kind)));
        let about = OptionsWanted::default().about("item-248");
        rows.row(&name("what is about one matter"), || wire::to_string(&body.options_page(&by, at, &about)));
    }
}

fn years_on_end(rows: &Rows, body: &JointMeeting) {
    let on: Date = "2199-12-31".parse().expect("a day");
    let period =
        Period::of_question(format!("{}-01-01", 2200 - PERIOD_YEARS_MAX).parse().expect("a day"), on);
    let period = period.expect("it is no longer than it can be");
    rows.row("PERIOD_YEARS_MAX: an audit", || wire::to_string(&body.audit(period, on)));
    let years = || body.audits(1949..=2199, on).map(|it| wire::to_string(&it).len()).max();
    rows.row("YEARS: an audit of each year, one by one", years);
    let asked = format!(r#"{{"obligations":{{"on":"2190-01-01","horizon_days":{HORIZON_DAYS_MAX}}}}}"#);
    let asked: Question = wire::from_str(&asked).expect("a question");
    rows.row("HORIZON_DAYS_MAX: obligations after 168 years", || {
        asked.answer(body, &[]).map(|it| it.json.len()).ok()
    });
    let office: PaperOffice = wire::from_str("{}").expect("an office that says nothing");
    let desk = office.desk(body, body.head(None));
    rows.row("PERIOD_YEARS_MAX: dates", || desk.calendar(period, on).map(|it| it.to_ics().len()).ok());
}
