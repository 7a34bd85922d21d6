//! The main job: one body under the Nankai charter, one year, every answer.
//!
//! Plays a year, then says who was who, why some acts were refused and which document was issued; corrects an entry that was
//! wrong and records a fact that broke a rule; says whether the charter was kept, what the audit makes of both, and what is
//! owed. Writes the journal to `target/`.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fs,
    io::IsTerminal,
};

use joint_meeting::{
    Act, ActKind, Against, Charter, Entry, JointMeeting, Language, Outcome, Proof, Submission,
    act::{
        AddAgendaItem, AdmitUnit, AdoptCharter, Agree, AllotNumber, Assign, CloseMeeting, CompleteAssignment,
        Consent, Convene, CorrectRecord, Countersign, Discuss, DraftMinutes, FirstHolder, IssueDocument,
        LeaveOpen, NameLiaisonOfficer, NameMember, OpenMeeting, PlanJointAction, Present, RecordAttendance,
        RecordChange, ReferUpwards, Replacement, ReviseProposal, StatePosition, SubmitReport,
    },
    answer::{Refusal, Verdict},
    charter::READINGS,
    date, id,
    id::{ItemId, PersonId, UnitId},
    text, time,
    time::{Date, Period, Time},
    words::{Capacity, DocumentKind, ItemKind, MeetingKind, Position, ProofKind, Publicness, Rank, UnitKind},
};

/// Where the journal goes, from the folder in which the example is run.
const JOURNAL: &str = "target/nankai-2022.jsonl";
const BOTH: [Language; 2] = [Language::Zh, Language::En];

fn main() -> Result<(), Box<dyn Error>> {
    let charter = Charter::bundled("nankai-dog-2022")?;
    let year = Period::year(2022).ok_or("a year")?;
    let paint = Paint { on: std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() };

    paint.title(&format!("{} · {}", charter.file().title.zh, charter.file().title.en));
    let (mut body, refused) = play(&charter, year_of_acts())?;
    println!("{} 接受 accepted · {} 不予 refused", body.entries().len(), refused.len());

    who_is_who(&body, &charter, date!("2022-12-31"), &paint);
    refusals(&refused, &body, &paint);
    document(&body, &charter, &paint);
    correction(&mut body, &paint)?;
    against_a_rule(&mut body, &paint)?;
    audit(&body, &charter, year, date!("2023-01-15"), &paint);
    for on in [date!("2022-10-10"), date!("2023-01-15")] {
        owed(&body, on, &paint)?;
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

/// Performs every act; what is refused is kept with its refusal.
fn play(charter: &Charter, year: Vec<Submission>) -> Result<(JointMeeting, Refused), Box<dyn Error>> {
    let mut body = JointMeeting::new([charter.clone()])?;
    let mut refused = Vec::new();
    for submission in year {
        if let Err(refusal) = body.perform(submission.clone()) {
            refused.push((submission, refusal));
        }
    }
    Ok((body, refused))
}

/// A member unit with the person responsible, its member, who sits in the meetings, and its liaison officer.
struct Seat {
    unit: UnitId,
    responsible: PersonId,
    member: PersonId,
    liaison: PersonId,
}

fn seats() -> [Seat; 6] {
    let seat = |unit, responsible, member, liaison| Seat { unit, responsible, member, liaison };
    [
        seat(id!("cyberspace"), id!("p11"), id!("p21"), id!("p31")),
        seat(id!("police"), id!("p12"), id!("p1"), id!("p32")),
        seat(id!("urban-management"), id!("p13"), id!("p23"), id!("p33")),
        seat(id!("health"), id!("p14"), id!("p24"), id!("p34")),
        seat(id!("market"), id!("p15"), id!("p25"), id!("p35")),
        seat(id!("civilisation"), id!("p16"), id!("p26"), id!("p36")),
    ]
}

/// The convener, who is deputy head of the district.
fn convener() -> PersonId {
    id!("p1")
}

/// The director of the office.
fn director() -> PersonId {
    id!("p2")
}

/// A clerk of the office.
fn clerk() -> PersonId {
    id!("p3")
}

/// Who did what and when, in order.
#[derive(Default)]
struct Story(Vec<Submission>);

impl Story {
    fn tell(&mut self, at: Time, by: &PersonId, act: impl Into<Act>) {
        self.0.push(Submission::new(act, by.clone(), at));
    }
}

fn year_of_acts() -> Vec<Submission> {
    let (mut story, seats) = (Story::default(), seats());
    founding(&mut story, &seats);
    plenary(&mut story, &seats);
    minutes(&mut story, &seats);
    carrying_out(&mut story, &seats);
    story.0
}

/// The charter is adopted; the units name their members and liaison officers.
fn founding(story: &mut Story, seats: &[Seat]) {
    let posts = [
        FirstHolder::new(id!("deputy-head"), convener()),
        FirstHolder::new(id!("order-head"), director()),
        FirstHolder::new(id!("order-staff"), clerk()),
    ];
    let responsible =
        |it: &Seat| FirstHolder::new(id!("responsible"), it.responsible.clone()).unit(it.unit.clone());
    let adopt =
        AdoptCharter::new(id!("nankai-dog-2022"), 1, posts.into_iter().chain(seats.iter().map(responsible)));
    story.tell(time!("2022-04-21T09:00:00+08:00"), &convener(), adopt);
    // The convener is the member of the police.
    for it in seats.iter().filter(|it| it.member != convener()) {
        let (unit, person) = (it.unit.clone(), it.member.clone());
        let name = NameMember::new(unit, person, text!("分管副职"), Rank::Division, true);
        story.tell(time!("2022-04-22T09:00:00+08:00"), &it.responsible, name);
    }
    for it in seats {
        let (unit, person) = (it.unit.clone(), it.liaison.clone());
        let name =
            NameLiaisonOfficer::new(unit, person, text!("业务科科长"), Rank::Section, true, true, true);
        story.tell(time!("2022-04-25T09:00:00+08:00"), &it.responsible, name);
    }
}

/// The plenary meeting: one item is agreed in its second wording, one at once, and one is left open.
fn plenary(story: &mut Story, seats: &[Seat]) {
    let units = || seats.iter().map(|it| it.unit.clone());
    let put = |item, title, kind| AddAgendaItem::new(item, title, kind);
    let at = time!("2022-10-08T09:30:00+08:00");
    story.tell(at, &director(), put(id!("i1"), text!("通报全区养犬管理工作情况"), ItemKind::StateOfWork));
    let winter = put(id!("i2"), text!("冬季养犬专项治理方案"), ItemKind::Decision)
        .unit(id!("police"))
        .concerned(units())
        .major(true)
        .proposal(text!("11月至12月逐店逐户检查"))
        .serves([id!("F-3a")]);
    story.tell(at, &id!("p12"), winter);
    let housing = put(id!("i3"), text!("增加区住房建设委为成员单位"), ItemKind::Membership)
        .concerned(units())
        .proposal(text!("自11月1日起增加"));
    story.tell(at, &director(), housing);
    let site = put(id!("i4"), text!("犬只收容场所选址"), ItemKind::Decision)
        .unit(id!("urban-management"))
        .concerned([id!("urban-management"), id!("police"), id!("health")])
        .proposal(text!("在区西部选址一处"));
    story.tell(at, &id!("p33"), site);

    let held_at = time!("2022-10-20T09:00:00+08:00");
    let convene = Convene::new(id!("m1"), MeetingKind::Plenary, units(), held_at)
        .agenda([id!("i1"), id!("i2"), id!("i3"), id!("i4")])
        .approved_by(convener());
    story.tell(time!("2022-10-09T09:00:00+08:00"), &director(), convene);
    story.tell(held_at, &convener(), OpenMeeting::new(id!("m1")));
    let present = seats.iter().map(|it| Present::new(it.unit.clone(), it.member.clone(), Capacity::Member));
    story.tell(held_at, &clerk(), RecordAttendance::new(id!("m1"), present));
    story.tell(time!("2022-10-20T09:05:00+08:00"), &convener(), Discuss::new(id!("m1"), id!("i1")));

    let at = time!("2022-10-20T09:10:00+08:00");
    story.tell(at, &convener(), Discuss::new(id!("m1"), id!("i2")));
    positions(story, seats, &id!("i2"), at, Some("market"));
    let agree = || Agree::new(id!("m1"), id!("i2")).tasks([id!("police"), id!("urban-management")]);
    story.tell(time!("2022-10-20T09:20:00+08:00"), &convener(), agree());
    let at = time!("2022-10-20T09:25:00+08:00");
    let revised = text!("11月至12月对公园、小区、集市分类治理，不逐店检查");
    story.tell(at, &convener(), ReviseProposal::new(id!("m1"), id!("i2"), revised));
    positions(story, seats, &id!("i2"), at, None);
    story.tell(time!("2022-10-20T09:40:00+08:00"), &convener(), agree());

    let at = time!("2022-10-20T09:45:00+08:00");
    story.tell(at, &convener(), Discuss::new(id!("m1"), id!("i3")));
    positions(story, seats, &id!("i3"), at, None);
    story.tell(time!("2022-10-20T10:00:00+08:00"), &convener(), Agree::new(id!("m1"), id!("i3")));

    let at = time!("2022-10-20T10:05:00+08:00");
    story.tell(at, &convener(), Discuss::new(id!("m1"), id!("i4")));
    positions(story, seats, &id!("i4"), at, Some("health"));
    let reason = text!("选址意见不一致，会后再议");
    story.tell(at, &convener(), LeaveOpen::new(id!("m1"), id!("i4"), reason));
    story.tell(time!("2022-10-20T10:30:00+08:00"), &convener(), CloseMeeting::new(id!("m1")));
    let refer = ReferUpwards::new(id!("i4")).to(text!("区政府"));
    story.tell(time!("2022-10-20T15:00:00+08:00"), &convener(), refer);
}

/// Every unit says what it thinks of an item; one objects, or none.
fn positions(story: &mut Story, seats: &[Seat], item: &ItemId, at: Time, objecting: Option<&str>) {
    for it in seats {
        let says = |position| StatePosition::new(id!("m1"), item.clone(), it.unit.clone(), position);
        let says = match objecting {
            Some(unit) if unit == it.unit.as_str() => says(Position::Object).text(text!("尚需研究")),
            _ => says(Position::Agree),
        };
        story.tell(at, &it.member, says);
    }
}

/// The minutes: consent by the liaison officers, countersignatures by those responsible, a number, the document.
fn minutes(story: &mut Story, seats: &[Seat]) {
    let draft = DraftMinutes::new(
        id!("n1"),
        id!("m1"),
        text!("会议议定冬季专项治理方案，同意增加区住房建设委为成员单位。"),
    )
    .items([id!("i2"), id!("i3")]);
    story.tell(time!("2022-10-21T09:00:00+08:00"), &clerk(), draft);
    // Too early: nobody has consented yet.
    let early = Countersign::new(id!("n1"), 1, id!("police"));
    story.tell(time!("2022-10-21T10:00:00+08:00"), &id!("p12"), early);
    for it in seats {
        let consent = Consent::new(id!("n1"), 1, it.unit.clone());
        story.tell(time!("2022-10-24T09:00:00+08:00"), &it.liaison, consent);
    }
    for it in seats {
        let countersign = Countersign::new(id!("n1"), 1, it.unit.clone());
        story.tell(time!("2022-10-25T09:00:00+08:00"), &it.responsible, countersign);
    }
    let number = AllotNumber::new(id!("n1"), id!("police-letter"));
    story.tell(time!("2022-10-25T14:00:00+08:00"), &clerk(), number);
    let title = text!("南开区养犬管理工作联席会议第一次全体成员会议纪要");
    let issue = IssueDocument::new(id!("d1"), id!("n1"), DocumentKind::Minutes, title, Publicness::Open)
        .recipients(seats.iter().map(|it| it.unit.clone()))
        .other_recipients([text!("各街道办事处"), text!("各公安派出所")])
        .copied_to([text!("区政府办公室")]);
    story.tell(time!("2022-10-26T09:00:00+08:00"), &clerk(), issue);
}

/// What was agreed is carried out; some units report on the year.
fn carrying_out(story: &mut Story, seats: &[Seat]) {
    let admit = || {
        AdmitUnit::new(id!("housing"), text!("区住房建设委"), UnitKind::Government)
            .item(id!("i3"))
            .from(date!("2022-11-01"))
    };
    story.tell(time!("2022-10-28T10:00:00+08:00"), &director(), admit());
    let consent = text!("区住房建设委2022年10月27日复函");
    story.tell(time!("2022-10-28T10:30:00+08:00"), &director(), admit().consent(consent));
    let assign = |name, unit| Assign::new(name, id!("i2"), unit).due(date!("2022-12-20"));
    let police = assign(id!("a1"), id!("police")).target(text!("冬季治理分类推进"));
    let at = time!("2022-10-28T14:00:00+08:00");
    story.tell(at, &clerk(), police.cooperating([id!("health"), id!("market")]));
    // Nobody has told a unit that was not at the meeting.
    story.tell(at, &clerk(), assign(id!("a2"), id!("housing")));
    let done = CompleteAssignment::new(id!("a1"), text!("重点点位秩序好转"));
    story.tell(time!("2022-12-16T10:00:00+08:00"), &id!("p32"), done);
    for it in seats.iter().take(3) {
        let parts = [
            (text!("implementation"), text!("按职责清单落实")),
            (text!("results"), text!("重点点位秩序好转")),
            (text!("problems"), text!("夜间遛犬管理力量不足")),
            (text!("next_steps"), text!("推进便民点位建设")),
        ];
        let covers = Period::new(date!("2022-04-21"), date!("2022-12-19")).unwrap();
        let report = SubmitReport::new(it.unit.clone(), 2022, parts, covers);
        story.tell(time!("2022-12-19T10:00:00+08:00"), &it.liaison, report);
    }
}

fn who_is_who(body: &JointMeeting, charter: &Charter, on: Date, paint: &Paint) {
    paint.title(&format!("谁是谁 · who is who on {on}"));
    let names = |all: &[PersonId]| all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let roster = body.roster(on);
    for it in &roster.roles {
        let post = it.post.as_ref().and_then(|it| charter.post(it)).map_or("", |it| it.zh.as_str());
        let (zh, en) = (it.role.text(Language::Zh), it.role.text(Language::En));
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
const SHOWN: [&str; 5] = [
    "countersign.follows_consent",
    "assignment.unit_is_bound",
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
            let who = |language| cure.who.iter().map(|it| it.text(language)).collect::<Vec<_>>().join(" / ");
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
    let Ok(trail) = body.trail(act.minutes.as_str()) else { return };
    let about: Vec<&Entry> = trail.iter().filter_map(|it| body.entry(it.no)).collect();
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

/// The letter of a unit shows that its task was done later than was entered, and too late. The entry stays in the journal; the
/// body is what it would be had it been right.
fn correction(body: &mut JointMeeting, paint: &Paint) -> Result<(), Box<dyn Error>> {
    paint.title("更正 · a wrong entry is corrected");
    let done = |it: &&Entry| it.act.kind() == ActKind::CompleteAssignment;
    let wrong = body.entries().iter().find(done).ok_or("the task was done")?.no;
    let as_it_was = Replacement::new().at(time!("2022-12-21T10:00:00+08:00"));
    let correct =
        CorrectRecord::new([RecordChange::new(wrong).replace(as_it_was)], text!("办结日期录入有误"));
    let letter = Proof::new(text!("公安南开分局来函.pdf"), ProofKind::Letter);
    let correct = Submission::new(correct, clerk(), time!("2023-01-09T10:00:00+08:00")).proofs([letter]);
    let entry = body.perform(correct)?.no;
    for (of, it) in [("entry", body.entry(wrong)), ("entry_as_read", body.entry_as_read(wrong))] {
        let it = it.ok_or("it is there")?;
        println!("{} {wrong}  {} {}", paint.dim(of), it.at, it.act.kind());
    }
    println!("{} {:?} = [{entry}]", paint.dim("corrected_by"), body.corrected_by(wrong));
    Ok(())
}

/// A joint action was held without a problem it was to tackle. Nobody may do that, and it was done: it is recorded against just
/// the rules that stand in the way.
fn against_a_rule(body: &mut JointMeeting, paint: &Paint) -> Result<(), Box<dyn Error>> {
    paint.title("违规事实 · a fact that broke a rule is recorded");
    let plan = PlanJointAction::new(id!("j1"), [id!("police"), id!("market")]);
    let plan = Submission::new(plan, director(), time!("2022-12-22T10:00:00+08:00"))
        .recorded_at(time!("2023-01-10T10:00:00+08:00"));
    let refusal = body.check(&plan).err().ok_or("it is refused")?;
    BOTH.iter().for_each(|language| println!("{}", refusal.render(body, *language)));
    let rules = refusal.grounds().iter().flat_map(|it| it.rule.parse());
    let plan = plan.against(Against::new(rules, text!("行动已经开展，当时未明确难点问题")));
    let entry = body.perform(plan)?;
    println!("{} {}", paint.dim("recorded all the same: entry"), entry.no);
    Ok(())
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
