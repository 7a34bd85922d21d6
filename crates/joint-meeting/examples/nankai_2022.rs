//! The main job: one body under the Nankai charter, one year, every answer.
//!
//! Plays the scenario of the tests, then says who was who, why some acts were refused, which document was issued,
//! whether the charter was kept and what is owed. Writes the journal to `target/`.

use std::{collections::BTreeMap, error::Error, fs, io::IsTerminal, path::Path};

use joint_meeting::{
    Act, Charter, JointMeeting, Language, Submission, Verdict, charters,
    entry::Outcome,
    id::MinutesId,
    refusal::role,
    time::{Date, Period},
    wire,
};

const BOTH: [Language; 2] = [Language::Zh, Language::En];

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let charter = Charter::from_json(charters::get("nankai-dog-2022").ok_or("the charter is built in")?)?;
    let year = Period::year(2022).ok_or("a year")?;
    let paint = Paint { on: std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() };

    paint.title(&format!("{} · {}", charter.file().title.zh, charter.file().title.en));
    let (body, refused) = play(&charter, &root.join("tests/scenarios/nankai-2022.jsonl"))?;
    println!("{} 接受 accepted · {} 不予 refused", body.entries().len(), refused.len());

    who_is_who(&body, &charter, "2022-12-31".parse()?, &paint);
    refusals(&refused, &charter, &paint);
    document(&body, &paint);
    audit(&body, &charter, year, "2023-01-15".parse()?, &paint);
    for on in ["2022-10-10", "2022-12-31"] {
        owed(&body, &charter, on.parse()?, &paint);
    }

    let (journal, head) = body.journal();
    let path = root.join("target/nankai-2022.jsonl");
    fs::create_dir_all(root.join("target"))?;
    fs::write(&path, journal)?;
    paint.title("记录 · the journal");
    println!("target/nankai-2022.jsonl: {} entries, head {}", head.count, head.digest);
    Ok(())
}

type Refused = Vec<(Submission, joint_meeting::Refusal)>;

/// Submits every line; what is refused is kept with its refusal.
fn play(charter: &Charter, scenario: &Path) -> Result<(JointMeeting, Refused), Box<dyn Error>> {
    let mut body = JointMeeting::new([charter.clone()])?;
    let mut refused = Vec::new();
    for line in fs::read_to_string(scenario)?.lines() {
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
    let roster = body.register(on);
    for it in &roster.roles {
        let post = it.post.as_ref().and_then(|it| charter.post(it)).map_or("", |it| it.zh.as_str());
        let persons: Vec<&str> = it.persons.iter().map(|it| it.as_str()).collect();
        println!("{}  {}  {}", cell(role(it.role, Language::Zh), 12), cell(post, 24), persons.join(", "));
    }
    println!("{}  {}  {}", cell("成员单位", 36), cell("成员", 8), cell("联络员", 8));
    for it in &roster.units {
        let name = |it: &Option<joint_meeting::id::PersonId>| {
            it.as_ref().map_or("–".to_owned(), ToString::to_string)
        };
        let lead = if it.lead { " ★" } else { "" };
        println!(
            "{}  {}  {}",
            cell(&format!("{}{lead}", it.name), 36),
            cell(&name(&it.member), 8),
            cell(&name(&it.liaison_officer), 8)
        );
    }
}

/// A few refusals, each by another rule, in both languages, with their cures.
fn refusals(refused: &Refused, charter: &Charter, paint: &Paint) {
    paint.title("为何不予 · why not");
    let mut seen = Vec::new();
    for (submission, refusal) in refused {
        let Some(ground) = refusal.grounds().first() else { continue };
        if ground.cures.is_empty() || seen.contains(&ground.rule) || seen.len() == 5 {
            continue;
        }
        seen.push(ground.rule);
        println!(
            "{} {} · {}",
            paint.dim(&submission.at.date().to_string()),
            submission.by,
            submission.act.kind()
        );
        for language in BOTH {
            println!("    {}", refusal.render(charter, language).replace('\n', "\n    "));
        }
        for cure in &ground.cures {
            let who: Vec<&str> = cure.who.iter().map(|it| role(*it, Language::En)).collect();
            println!("    {} {} ({})", paint.dim("补正 cure:"), cure.act, who.join(" / "));
        }
    }
}

/// The first document that units have countersigned: its number, and who signed.
fn document(body: &JointMeeting, paint: &Paint) {
    paint.title("正式文件 · the formal document");
    let signed = |minutes: &MinutesId| {
        body.entries().iter().any(|it| matches!(&it.act, Act::Countersign(act) if act.minutes == *minutes))
    };
    let issued = body.entries().iter().find_map(|it| match &it.act {
        Act::IssueDocument(act) if signed(&act.minutes) => Some((it, act)),
        _ => None,
    });
    let Some((entry, act)) = issued else { return };
    for it in body.trail(act.minutes.as_str()) {
        let Some(entry) = body.entry(it.no) else { continue };
        match (&entry.act, &entry.outcome) {
            (_, Outcome::Numbered { number }) => println!("{}  编号 numbered: {number}", it.at.date()),
            (Act::Countersign(act), _) => {
                println!("{}  会签 countersigned: {} by {}", it.at.date(), act.unit, it.by)
            }
            _ => {}
        }
    }
    println!("{}  印发 issued: {}", entry.at.date(), act.title);
}

fn audit(body: &JointMeeting, charter: &Charter, year: Period, on: Date, paint: &Paint) {
    paint.title(&format!("年度核查 · the audit of 2022, seen on {on}"));
    let audit = body.audit(year, on);
    let mut counts: BTreeMap<Verdict, usize> = BTreeMap::new();
    for (it, clause) in audit.clauses.iter().zip(charter.clauses()) {
        *counts.entry(it.verdict).or_default() += 1;
        let evidence: usize = it.judgements.iter().map(|it| it.evidence.len()).sum();
        let verdict = format!("{} {}", it.verdict.text(Language::Zh), it.verdict.text(Language::En));
        println!(
            "{}{}{} {} {}",
            cell(clause.id.as_str(), 7),
            cell(clause.at.as_str(), 18),
            paint.verdict(&cell(&verdict, 24), it.verdict),
            paint.dim(&format!("{evidence:>4}")),
            shorten(clause.zh.as_str(), 56)
        );
    }
    for it in audit.clauses.iter().filter(|it| it.verdict == Verdict::Unmet) {
        for language in BOTH {
            println!("{}", it.render(charter, language));
        }
    }
    let counts: Vec<String> = counts
        .iter()
        .map(|(it, n)| format!("{n} {} {}", it.text(Language::Zh), it.text(Language::En)))
        .collect();
    println!("{} 条 clauses: {}", audit.clauses.len(), counts.join(" · "));
}

fn owed(body: &JointMeeting, charter: &Charter, on: Date, paint: &Paint) {
    paint.title(&format!("今后九十天 · owed within 90 days of {on}"));
    let midnight = format!("{on}T23:59:59+08:00").parse();
    let Ok(midnight) = midnight else { return };
    for it in body.as_of(midnight).obligations(on, 90) {
        println!("{}", it.render(charter, Language::Zh));
        println!("    {}", paint.dim(&it.render(charter, Language::En)));
    }
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

/// How many columns a character takes: Chinese ones take two.
fn width(it: char) -> usize {
    if matches!(it, '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE6F}' | '\u{FF00}'..='\u{FF60}' | '\u{20000}'..='\u{3FFFD}')
    {
        2
    } else {
        1
    }
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
