//! The main job: one body under the Nankai charter, one year, every answer.
//!
//! Plays the scenario of the tests, then says who was who, why some acts were refused, which document was issued,
//! whether the charter was kept and what is owed. Writes the journal to `target/`.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fs,
    io::IsTerminal,
};

use joint_meeting::{
    Act, Charter, Entry, JointMeeting, Language, Outcome, Submission,
    answer::{Refusal, Verdict, role},
    charter::READINGS,
    id::PersonId,
    time::{Date, Period},
    wire,
};

/// The year, each line a submission: the scenario of the tests.
const SCENARIO: &str = include_str!("nankai-2022.jsonl");
/// Where the journal goes, from the folder in which the example is run.
const JOURNAL: &str = "target/nankai-2022.jsonl";
const BOTH: [Language; 2] = [Language::Zh, Language::En];

fn main() -> Result<(), Box<dyn Error>> {
    let charter = Charter::bundled("nankai-dog-2022")?;
    let year = Period::year(2022).ok_or("a year")?;
    let paint = Paint { on: std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() };

    paint.title(&format!("{} · {}", charter.file().title.zh, charter.file().title.en));
    let (body, refused) = play(&charter)?;
    println!("{} 接受 accepted · {} 不予 refused", body.entries().len(), refused.len());

    who_is_who(&body, &charter, "2022-12-31".parse()?, &paint);
    refusals(&refused, &body, &paint);
    document(&body, &charter, &paint);
    audit(&body, &charter, year, "2023-01-15".parse()?, &paint);
    for on in ["2022-10-10", "2023-01-15"] {
        owed(&body, on.parse()?, &paint)?;
    }

    let (journal, head) = body.journal();
    fs::create_dir_all("target")?;
    fs::write(JOURNAL, journal)?;
    paint.title("记录 · the journal");
    println!("{JOURNAL}  {} 条 entries", head.count);
    println!("记录头 head  {}", head.digest);
    Ok(())
}

type Refused = Vec<(Submission, Refusal)>;

/// Submits every line; what is refused is kept with its refusal.
fn play(charter: &Charter) -> Result<(JointMeeting, Refused), Box<dyn Error>> {
    let mut body = JointMeeting::new([charter.clone()])?;
    let mut refused = Vec::new();
    for line in SCENARIO.lines() {
        let line: serde_json::Value = serde_json::from_str(line)?;
        let submission: Submission = wire::from_str(&line["submit"].to_string())?;
        if let Err(refusal) = body.perform(submission.clone()) {
            refused.push((submission, refusal));
        }
    }
    Ok((body, refused))
}

fn who_is_who(body: &JointMeeting, charter: &Charter, on: Date, paint: &Paint) {
    paint.title(&format!("谁是谁 · who is who on {on}"));
    let names = |all: &[PersonId]| all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let roster = body.roster(on);
    for it in &roster.roles {
        let post = it.post.as_ref().and_then(|it| charter.post(it)).map_or("", |it| it.zh.as_str());
        let (zh, en) = (role(it.role, Language::Zh), role(it.role, Language::En));
        println!("{}{}{}  {}", cell(zh, 12), cell(post, 16), cell(&names(&it.persons), 16), paint.dim(en));
    }
    println!(
        "{}{}{}  {}",
        cell("成员单位", 28),
        cell("成员", 8),
        cell("联络员", 8),
        paint.dim("member units")
    );
    for it in &roster.units {
        let one = |it: &Option<PersonId>| cell(&names(it.as_slice()), 8);
        let name = format!("{}{}", it.name, if it.lead { " ★" } else { "" });
        let en = charter.unit(&it.unit).map_or("", |it| it.en.as_str());
        println!("{}{}{}  {}", cell(&name, 28), one(&it.member), one(&it.liaison_officer), paint.dim(en));
    }
}

/// Refusals worth seeing, by the rule that refuses.
const SHOWN: [&str; 6] = [
    "countersign.follows_consent",
    "assignment.unit_is_bound",
    "opinion.all_three_legs",
    "decision.has_consensus",
    "decision.escalation_provided_for",
    "unit.addition_consented",
];

/// Some refusals in both languages: the clause, what was found, and who can cure it.
fn refusals(refused: &Refused, body: &JointMeeting, paint: &Paint) {
    paint.title("为何不予 · why not");
    for (submission, refusal) in refused {
        let Some(ground) = refusal.grounds().first().filter(|it| SHOWN.contains(&it.rule)) else { continue };
        let (at, by) = (submission.at.date(), &submission.by);
        println!("{} {by} {}", paint.dim(&at.to_string()), paint.wrap("1", submission.act.kind().name()));
        for language in BOTH {
            println!("    {}", refusal.render(body, language).replace('\n', "\n    "));
        }
        for cure in &ground.cures {
            let who =
                |language| cure.who.iter().map(|it| role(*it, language)).collect::<Vec<_>>().join(" / ");
            let label = paint.dim("补正 cure:");
            println!("    {label} {} ({} · {})", cure.act, who(Language::Zh), who(Language::En));
        }
    }
}

/// The document of the plenary meeting: its number, who countersigned, to whom it went.
fn document(body: &JointMeeting, charter: &Charter, paint: &Paint) {
    paint.title("正式文件 · the formal document");
    let issued = |it: &Entry| matches!(it.act, Act::IssueDocument(_));
    let Some(entry) = body.entries().iter().rfind(|it| issued(it)) else { return };
    let Act::IssueDocument(act) = &entry.act else { return };
    let about: Vec<&Entry> =
        body.trail(act.minutes.as_str()).iter().filter_map(|it| body.entry(it.no)).collect();
    let number = about.iter().find_map(|it| match &it.outcome {
        Outcome::Numbered { number } => Some(number.to_string()),
        _ => None,
    });
    println!("{}  {}", paint.wrap("1", act.title.as_str()), number.unwrap_or_default());
    for it in &about {
        let Act::Countersign(signed) = &it.act else { continue };
        let unit = charter.unit(&signed.unit).map_or(("", ""), |it| (it.zh.as_str(), it.en.as_str()));
        println!("    {} 会签 countersigned {}  {}  {}", it.at.date(), it.by, cell(unit.0, 28), unit.1);
    }
    println!("    {} 印发 issued to {} units", entry.at.date(), act.recipients.len());
}

fn audit(body: &JointMeeting, charter: &Charter, year: Period, on: Date, paint: &Paint) {
    paint.title(&format!("年度核查 · the audit of 2022, seen on {on}"));
    let audit = body.audit(year, on);
    let mut counts: BTreeMap<Verdict, usize> = BTreeMap::new();
    for (it, clause) in audit.clauses.iter().zip(charter.clauses()) {
        *counts.entry(it.verdict).or_default() += 1;
        if it.verdict == Verdict::Silent {
            continue;
        }
        let evidence: BTreeSet<u32> = it.judgements.iter().flat_map(|it| it.evidence.clone()).collect();
        let verdict = cell(it.verdict.text(Language::Zh), 9) + &cell(it.verdict.text(Language::En), 15);
        println!(
            "{}{}{}{} {}{}",
            cell(clause.id.as_str(), 7),
            cell(&shorten(clause.at.as_str(), 16), 18),
            paint.verdict(&verdict, it.verdict),
            paint.dim(&format!("{:>4} ", evidence.len())),
            cell(&shorten(clause.zh.as_str(), 42), 45),
            paint.dim(&shorten(clause.en.as_str(), 48)),
        );
    }
    let silent = audit.clauses.iter().filter(|it| it.verdict == Verdict::Silent).map(|it| it.clause.as_str());
    println!("{} {}", paint.dim("未作规定 silent:"), silent.collect::<Vec<_>>().join(" "));

    paint.title("未做到 · unmet");
    for it in audit.clauses.iter().filter(|it| it.verdict == Verdict::Unmet) {
        BOTH.iter().for_each(|language| println!("{}", it.render(body, *language)));
    }
    paint.title("理解不一 · disputed: the answer hangs on the reading");
    for it in audit.clauses.iter().filter(|it| it.verdict == Verdict::Disputed) {
        let by: BTreeSet<&str> =
            it.judgements.iter().flat_map(|it| &it.by_reading).map(|it| it.reading).collect();
        for asked in READINGS.iter().filter(|it| by.contains(it.id)) {
            println!("{}{}{}", cell(it.clause.as_str(), 7), cell(asked.id, 26), asked.doc);
        }
    }
    paint.title("一行总览 · coverage in one line");
    let text =
        |(it, n): (&Verdict, &usize)| format!("{n} {} {}", it.text(Language::Zh), it.text(Language::En));
    let counts: Vec<String> = counts.iter().rev().map(text).collect();
    println!("{} 条 clauses: {}", audit.clauses.len(), counts.join(" · "));
}

/// What is owed, by what was known on that day.
fn owed(body: &JointMeeting, on: Date, paint: &Paint) -> Result<(), Box<dyn Error>> {
    paint.title(&format!("今后九十天 · owed within 90 days of {on}"));
    let then = body.as_of(format!("{on}T23:59:59+08:00").parse()?);
    for it in then.obligations(on, 90) {
        println!("{}", it.render(&then, Language::Zh));
        println!("    {}", paint.dim(&it.render(&then, Language::En)));
    }
    Ok(())
}

/// Colours, where there is a terminal that wants them.
struct Paint {
    on: bool,
}

impl Paint {
    fn wrap(&self, code: &str, text: &str) -> String {
        if self.on { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }

    fn title(&self, text: &str) {
        println!("\n{}", self.wrap("1", &format!("── {text} ──")));
    }

    fn dim(&self, text: &str) -> String {
        self.wrap("2", text)
    }

    fn verdict(&self, text: &str, verdict: Verdict) -> String {
        let code = match verdict {
            Verdict::Met => "32",
            Verdict::Unmet => "31",
            Verdict::Disputed => "33",
            Verdict::NotDue => "36",
            _ => "2",
        };
        self.wrap(code, text)
    }
}

/// How many columns a character takes: of those printed here, Chinese ones take two.
fn width(it: char) -> usize {
    if it >= '\u{2E80}' { 2 } else { 1 }
}

/// A text as wide as a cell.
fn cell(text: &str, columns: usize) -> String {
    let used: usize = text.chars().map(width).sum();
    format!("{text}{}", " ".repeat(columns.saturating_sub(used)))
}

/// A text cut to some columns.
fn shorten(text: &str, columns: usize) -> String {
    let mut used = 0;
    let fits = |it: &char| {
        used += width(*it);
        used <= columns
    };
    let short: String = text.chars().take_while(fits).collect();
    if short.len() < text.len() { short + "…" } else { short }
}
