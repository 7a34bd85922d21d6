//! The year that `docs/guide/year.md` tells, in Rust: its blocks one after the other, and nothing else.
//!
//! `tests/guide.rs` holds the two to each other, and what is printed here to what is printed there.

use std::{error::Error, fs};

use joint_meeting::{act::*, answer::*, time::*, words::*, *};
use joint_meeting_documents::{Desk, Given, PaperWords, Wanted};

fn list(things: impl IntoIterator<Item = impl ToString>) -> String {
    things.into_iter().map(|it| it.to_string()).collect::<Vec<_>>().join(", ")
}

fn submissions(name: &str) -> Result<Vec<Submission>, Box<dyn Error>> {
    Ok(wire::submissions(&fs::read_to_string(format!("docs/guide/year/{name}.json"))?)?)
}

fn main() -> Result<(), Box<dyn Error>> {
    // 1
    let charter = Charter::bundled("nankai-dog-2022")?; // Charter::from_json reads a file of your own
    println!("{} clauses", charter.clauses().len());
    for it in charter.lint() {
        println!("{}: {}", it.place, it.en);
    }
    let mut body = JointMeeting::new([charter.clone()])?;
    let founding = submissions("founding")?;
    let decisions = body.what_if(founding.clone());
    println!("{} of {} would be accepted", decisions.iter().flatten().count(), founding.len());
    if let Err(why) = body.perform_all(founding[1..].to_vec()) {
        println!("without the first: {}", why.refusal.render(&body, Language::En));
    }
    println!("{} entries", body.perform_all(founding)?.len());

    // 2
    body.perform_all(submissions("item")?)?;
    let units = [id!("police"), id!("urban-management"), id!("health"), id!("market")];
    let convene = Convene::new(id!("m1"), MeetingKind::Special, units, time!("2022-06-06T14:00:00+08:00"))
        .agenda([id!("i1")])
        .approved_by(id!("p1"));
    body.perform(Submission::new(convene, id!("p3"), time!("2022-05-31T09:00:00+08:00")))?;
    println!("entry 14 rests on {}", list(body.explain_entry(14)?.clauses));
    let (words, given) = (PaperWords::built_in(Language::Zh), Given::default());
    let notice = Desk::new(&body, words, &given).paper(&Wanted::Notice { meeting: id!("m1") })?;
    println!("{}", notice.title);

    let digest = journal::digest(b"31 May, 16:00: the market bureau will not come").parse()?;
    let note = Proof::new(text!("call.txt"), ProofKind::Note).digest(digest);
    let apology = SendApology::new(id!("m1"), id!("market"));
    let apology = Submission::new(apology, id!("p35"), time!("2022-05-31T16:00:00+08:00"))
        .recorded_by(id!("p3"))
        .proofs([note])
        .key(text!("call-17"));
    println!("entry {}", body.perform(apology.clone())?.no);
    println!("sent again: entry {}", body.perform(apology.clone())?.no);

    // 4
    let meeting = body.perform_all(submissions("meeting")?)?;
    if let Outcome::Settled { binds } = &meeting[3].outcome {
        println!("entry {} binds {}", meeting[3].no, list(binds));
    }
    let kinds = [ActKind::Consent, ActKind::Countersign];
    let wanted = OptionsWanted::default().about("health".to_owned()).kinds(kinds);
    for it in body.options_page(&id!("p14"), time!("2022-06-07T10:00:00+08:00"), &wanted).rows {
        let ground = it.refusal.as_ref().and_then(|it| it.grounds().first());
        let why = ground.map_or("open".to_owned(), |it| format!("{} {}", list(&it.clause), it.rule));
        println!("{}: {why}", it.act.kind());
    }
    for it in body.obligations(date!("2022-06-07"), 210) {
        if it.bearer == (Bearer::Unit { unit: id!("health") }) {
            println!("{} {} {}", it.clause, it.rule, list(it.due.map(|it| it.safe)));
        }
    }
    let issued = body.perform_all(submissions("minutes")?)?;
    if let Outcome::Numbered { number } = &issued[6].outcome {
        println!("{number}, issued by entry {}", issued[7].no);
    }

    // 5
    let sheet = body.entries()[16].proofs().to_vec();
    let correct = |changes: Vec<RecordChange>| {
        let act = CorrectRecord::new(changes, text!("市场局到会；来电说的是另一次会议"));
        Submission::new(act, id!("p3"), time!("2022-07-01T09:00:00+08:00")).proofs(sheet.clone())
    };
    if let Err(why) = body.check(&correct(vec![RecordChange::new(14).strike(true)]))
        && let Finding::EntriesFail { entries } = &why.grounds()[0].finding
    {
        println!("on entry 14 rest {}", list(entries.iter().map(|it| it.no)));
    }
    let Act::RecordAttendance(mut attended) = body.entries()[16].act.clone() else { return Ok(()) };
    attended.present.push(Present::new(id!("market"), id!("p25"), Capacity::Member));
    attended.apologies.clear();
    let replacement = Replacement::new().act(Act::RecordAttendance(attended));
    let seen = body.decide(&correct(vec![
        RecordChange::new(15).strike(true),
        RecordChange::new(17).replace(replacement),
    ]))?;
    if let Outcome::Corrected { settled, broken, .. } = &seen.outcome {
        println!("would settle otherwise: {}", list(settled.iter().map(|it| it.no)));
        println!("would break rules: {}", list(broken.iter().map(|it| it.no)));
    }

    body.apply(seen)?; // once it is stored
    let before = body.as_of(time!("2022-06-30T18:00:00+08:00"));
    for then in [&before, &body] {
        if let Some(Outcome::Settled { binds }) = then.entry_as_read(19).map(|it| &it.outcome) {
            println!("entry 19 binds {}", list(binds));
        }
    }
    println!("the first 29 entries are as they were: {}", body.entries()[..29] == *before.entries());
    let answered = body.perform(apology)?.no;
    println!("the key answers entry {answered}, struck: {}", body.entry_as_read(answered).is_none());
    let document = Desk::new(&body, words, &given).paper(&Wanted::Document { document: id!("d1") })?;
    println!("{}", document.remarks.last().ok_or("a remark")?);

    // 7
    body.perform_all(submissions("plenary-called")?)?;
    let held_at = time!("2022-11-10T09:00:00+08:00");
    let opening = Submission::new(OpenMeeting::new(id!("m2")), id!("p2"), held_at);
    if let Err(why) = body.check(&opening) {
        println!("{} {}", list(&why.grounds()[0].clause), why.grounds()[0].rule);
    }
    let wanted = OptionsWanted::default().kinds([ActKind::OpenMeeting]);
    let rules = body.options_page(&id!("p2"), held_at, &wanted).rows[0].against.clone();
    println!("to be named: {}", list(&rules));
    let reason = text!("召集人迟到一小时，无人受托主持");
    let against = Against::new(rules.iter().flat_map(|it| it.parse()), reason);
    println!("entry {}", body.perform(opening.against(against))?.no);
    body.perform_all(submissions("plenary-held")?)?;

    // 8
    let on = date!("2023-01-15");
    let audit = body.audit(Period::year(2022).ok_or("a year")?, on);
    let unmet = || audit.clauses.iter().filter(|it| it.verdict == Verdict::Unmet);
    println!("unmet: {}", list(unmet().map(|it| &it.clause)));
    for it in unmet().take(2) {
        println!("{}", it.render(&body, Language::En));
    }
    let desk = Desk::new(&body, words, &given);
    for row in desk.paper(&Wanted::Corrections { year: 2022, on })?.tables().flat_map(|(_, rows)| rows) {
        println!("{}", list(row));
    }
    println!("{}", list(desk.evidence(2022, on)?.iter().map(|it| &it.name)));

    // 9
    let (lines, head) = body.journal();
    let file = std::env::temp_dir().join("year.jsonl");
    fs::write(&file, &lines)?; // or line by line: Journal::write gives the line of each entry
    let kept = fs::read_to_string(&file)?;
    let again = JointMeeting::replay_checked([charter], &kept, Some(&head))?;
    println!("{} entries, the same body: {}", head.count, again == body);
    if let Err(why) = journal::verify(kept.replace("迟到一小时", "迟到一分钟"), Some(&head)) {
        println!("{why}");
    }

    let charter = Charter::from_json(&fs::read_to_string("tests/journals/v1-year.charter.json")?)?;
    let old = JointMeeting::replay([charter], &fs::read_to_string("tests/journals/v1-year.jsonl")?)?;
    println!("format {}, upgraded {}", old.format(), old.upgrade().format());
    Ok(())
}
