//! What happens in the body-year, in its order. How a line is tried and written down is in the file above.

use joint_meeting::Outcome;
use serde_json::{Value, json};

use super::{
    CONVENER, DIRECTOR, LEAD, Meeting, Plan, STAFF, TEXT, UNITS,
    acts::{
        answered, at, completed, drafted, issued, item, name_member, name_officer, names, numbered,
        register_item, stated,
    },
};

impl Plan {
    /// The body is founded, and its units name their people.
    pub(super) fn founding(&mut self) {
        let mut holders = vec![
            json!({ "post": "deputy-head", "person": CONVENER }),
            json!({ "post": "order-head", "person": DIRECTOR }),
            json!({ "post": "order-staff", "person": STAFF }),
        ];
        holders.extend(UNITS.iter().enumerate().map(
            |(ix, unit)| json!({ "post": "responsible", "unit": unit, "person": format!("p1{}", ix + 1) }),
        ));
        let adopt = json!({
            "type": "adopt_charter", "charter": "nankai-dog-2022", "version": 1, "holders": holders,
        });
        self.fails("body.is_founded", DIRECTOR, item("too-early", None, "discussion"));
        self.fails("charter.adopted_by_lead", "p11", adopt.clone());
        self.does(CONVENER, adopt.clone());
        self.fails("charter.adopted_once", CONVENER, adopt);
        for unit in (0..6).filter(|it| *it != LEAD) {
            let member = self.members[unit].clone();
            self.does(&format!("p1{}", unit + 1), name_member(unit, &member, None));
        }
        self.fails("actor.acts_for_unit", "p11", name_member(3, "p29", Some("p24")));
        self.fails("member.one_for_each_unit", "p14", name_member(3, "p29", None));
        self.fails("liaison.has_rank", "p14", name_officer(3, "p34", "staff", None));
        for unit in 0..6 {
            let officer = self.officers[unit].clone();
            self.does(&format!("p1{}", unit + 1), name_officer(unit, &officer, "section", None));
        }
    }

    pub(super) fn work(&mut self) {
        self.register();
        self.briefing(4, 28);
        self.changes();
        self.liaison_meeting(5, 10, true);
        self.briefing(5, 20);
        self.special_meeting(6, 1, &[0, 1, 2, 3, 4], false);
        self.briefing(6, 10);
        self.plenary(6, 20);
        self.briefing(6, 30);
        self.briefing(7, 15);
        self.liaison_meeting(7, 20, false);
        self.briefing(7, 30);
        self.special_meeting(8, 5, &[0, 1, 2, 3, 4, 5], true);
        self.briefing(8, 20);
        self.thematic_meeting(9, 5);
        self.briefing(9, 10);
        self.liaison_meeting(9, 15, false);
        self.briefing(9, 30);
        self.special_meeting(10, 10, &[0, 1, 2, 3, 4, 5], false);
        self.briefing(10, 20);
        self.liaison_meeting(11, 1, false);
        self.joint_action();
        self.briefing(11, 10);
        self.completions();
        self.briefing(12, 10);
        self.reports();
    }

    fn register(&mut self) {
        self.on(4, 26);
        for no in 0..30 {
            let (unit, id) = (no % 6, self.name(&format!("duty-{no}")));
            let officer = self.officers[unit].clone();
            self.does(&officer, register_item(&id, unit, Some(&officer)));
        }
        let (twice, new) = (self.name("duty-0"), self.name("duty-x"));
        self.fails("names", DIRECTOR, register_item(&twice, 0, Some("p31")));
        self.fails("register.names_matter_unit_person", DIRECTOR, register_item(&new, 0, None));
        self.fails("names", "p99", register_item(&new, 0, Some("p31")));
    }

    /// A unit has another member, and another liaison officer, and says so.
    fn changes(&mut self) {
        self.on(5, 5);
        let (former, member) = (self.members[0].clone(), self.name("p21"));
        self.does("p11", name_member(0, &member, Some(&former)));
        self.members[0].clone_from(&member);
        let tell = json!({ "type": "notify_change", "unit": UNITS[0], "named": "member", "person": member });
        // Whoever is named acts for the unit once that is told; before, those who do already.
        let teller = self.officers[0].clone();
        self.does(&teller, tell.clone());
        self.fails("change.is_pending", &teller, tell);
        let (former, officer) = (self.officers[4].clone(), self.name("p35"));
        self.does("p15", name_officer(4, &officer, "section", Some(&former)));
        self.officers[4].clone_from(&officer);
        let tell = json!({ "type": "notify_change", "unit": UNITS[4], "named": "liaison_officer", "person": officer });
        self.does("p15", tell);
    }

    fn briefing(&mut self, month: u32, day: u32) {
        self.on(month, day);
        for units in [&UNITS[..3], &UNITS[3..]] {
            self.does(STAFF, json!({ "type": "log_collection", "units": units, "text": TEXT }));
        }
        let bulletin = self.name(&format!("briefing-{month}-{day}"));
        let issue =
            json!({ "type": "issue_briefing", "bulletin": bulletin, "title": "工作简报", "text": TEXT });
        if (month, day) == (4, 28) {
            self.fails("actor.is_office", "p11", issue.clone());
        }
        self.does(STAFF, issue);
        if (month, day) == (9, 30) {
            let before = format!("{}T09:00:00+08:00", self.date((9, 1)));
            let log = json!({ "type": "log_collection", "units": UNITS, "text": TEXT });
            self.submit(STAFF, &before, log, Some("time.recorded_in_order"));
        }
    }

    /// Its items are put forward, by the office and by units in turn.
    fn planned<'m>(&mut self, kind: &'m str, units: &'m [usize], items: usize) -> Meeting<'m> {
        let id = self.name(&format!("{kind}-{}", self.day.0));
        let items: Vec<String> = (0..items).map(|it| format!("{id}-{it}")).collect();
        for (ix, name) in items.iter().enumerate() {
            match ix % 2 {
                0 => self.does(DIRECTOR, item(name, None, "decision")),
                _ => self.does(&self.officers[0].clone(), item(name, Some(0), "decision")),
            }
        }
        let chair = if kind == "liaison" { DIRECTOR } else { CONVENER }.to_owned();
        Meeting { minutes: format!("{id}-minutes"), id, kind, chair, units, items }
    }

    fn convene(&self, it: &Meeting<'_>) -> Value {
        let mut convene = json!({
            "type": "convene", "meeting": it.id, "kind": it.kind, "units": names(it.units), "agenda": it.items,
            "held_at": format!("{}T10:00:00+08:00", self.date((self.day.0, self.day.1 + 3))),
        });
        if it.kind != "liaison" {
            convene["approved_by"] = json!(CONVENER);
        }
        convene
    }

    fn convened(&mut self, it: &Meeting<'_>) {
        let convene = self.convene(it);
        self.does(DIRECTOR, convene);
    }

    /// It is opened three days later; everybody called is there.
    fn opened(&mut self, it: &Meeting<'_>) {
        self.on(self.day.0, self.day.1 + 3);
        let open = json!({ "type": "open_meeting", "meeting": it.id });
        if it.has_mistakes() {
            self.fails("meeting.opened_by_presiding", DIRECTOR, open.clone());
        }
        self.does(&it.chair, open);
        let attendance = self.attendance(it);
        if it.has_mistakes() {
            let mut wrong = attendance.clone();
            wrong["present"][2]["person"] = json!(self.officers[2]);
            self.fails("attendance.by_the_right_person", STAFF, wrong);
        }
        if let Some(outsider) = it.outsider() {
            let mut wrong = attendance.clone();
            wrong["present"][0] = self.present(it, outsider);
            self.fails("attendance.of_units_called", STAFF, wrong);
        }
        self.does(STAFF, attendance);
    }

    fn attendance(&self, it: &Meeting<'_>) -> Value {
        let present: Vec<Value> = it.units.iter().map(|unit| self.present(it, *unit)).collect();
        json!({ "type": "record_attendance", "meeting": it.id, "present": present })
    }

    fn present(&self, it: &Meeting<'_>, unit: usize) -> Value {
        let (capacity, persons) = match it.kind {
            "liaison" => ("liaison_officer", &self.officers),
            _ => ("member", &self.members),
        };
        json!({ "unit": UNITS[unit], "person": persons[unit], "capacity": capacity })
    }

    fn at_meeting(&mut self, act: &str, it: &Meeting<'_>, item: usize) {
        self.does(&it.chair, at(act, it, item));
    }

    fn positions(&mut self, it: &Meeting<'_>, item: usize, against: Option<usize>) {
        for unit in it.units {
            let position = if against == Some(*unit) { "object" } else { "agree" };
            let by = self.members[*unit].clone();
            self.does(&by, stated(it, item, *unit, position));
        }
    }

    /// An item is discussed, everybody agrees, and it is settled, with work for a unit.
    fn agreed(&mut self, it: &Meeting<'_>, item: usize) {
        self.at_meeting("discuss", it, item);
        if let Some(outsider) = it.outsider() {
            let by = self.members[outsider].clone();
            self.fails("position.of_an_attending_unit", &by, stated(it, item, outsider, "agree"));
        }
        self.positions(it, item, None);
        let mut agree = at("agree", it, item);
        agree["tasks"] = json!([UNITS[it.units[item]]]);
        self.does(&it.chair, agree);
    }

    fn closed(&mut self, it: &Meeting<'_>) {
        self.does(&it.chair, json!({ "type": "close_meeting", "meeting": it.id }));
    }

    /// Its minutes go their whole way and become a document, and each item of them a task for a unit.
    fn documented(&mut self, it: &Meeting<'_>, items: &[usize]) {
        let settled: Vec<&String> = items.iter().map(|ix| &it.items[*ix]).collect();
        self.on(self.day.0, self.day.1 + 1);
        self.does(STAFF, drafted(it, &json!(settled)));
        if it.kind != "liaison" {
            self.signed(it);
        }
        self.numbered(it);
        if it.kind != "liaison" {
            for (ix, name) in settled.into_iter().enumerate() {
                self.assigned(it, name, it.units[ix]);
            }
        }
    }

    fn signed(&mut self, it: &Meeting<'_>) {
        if let Some(outsider) = it.outsider() {
            let by = self.officers[outsider].clone();
            self.fails("consent.is_asked_of_the_unit", &by, answered("consent", it, outsider));
        }
        if it.has_mistakes() {
            self.fails("countersign.follows_consent", "p11", answered("countersign", it, 0));
        }
        for unit in it.units {
            let by = self.officers[*unit].clone();
            self.does(&by, answered("consent", it, *unit));
        }
        if it.has_mistakes() {
            self.fails("countersign.by_responsible_person", "p31", answered("countersign", it, 0));
            self.fails("minutes.countersigned_by_all_asked", STAFF, numbered(it));
        }
        for unit in it.units {
            self.does(&format!("p1{}", unit + 1), answered("countersign", it, *unit));
        }
    }

    fn numbered(&mut self, it: &Meeting<'_>) {
        if it.has_mistakes() {
            let mut used = numbered(it);
            used["serial"] = json!(self.last_serial());
            self.fails("number.is_next_or_unused", STAFF, used);
            self.fails("document.is_numbered", STAFF, issued(it));
        }
        self.does(STAFF, numbered(it));
        self.does(STAFF, issued(it));
    }

    /// The serial of the number that was allotted last.
    fn last_serial(&self) -> Option<u32> {
        self.body.entries().iter().rev().find_map(|it| match &it.outcome {
            Outcome::Numbered { number } => Some(number.serial()),
            _ => None,
        })
    }

    fn assigned(&mut self, it: &Meeting<'_>, item: &str, unit: usize) {
        let task = format!("{item}-task");
        let assign = self.assign(it, item, unit, self.date((11, 15)));
        if let Some(outsider) = it.outsider() {
            let strange = self.assign(it, item, outsider, self.date((11, 15)));
            self.fails("assignment.unit_is_bound", STAFF, strange);
        }
        if it.has_mistakes() && unit == 0 {
            let past = self.assign(it, item, unit, self.date((6, 1)));
            self.fails("assignment.due_lies_ahead", STAFF, past);
        }
        self.does(STAFF, assign);
        self.tasks.push((task, unit));
    }

    fn assign(&self, it: &Meeting<'_>, item: &str, unit: usize, due: String) -> Value {
        let others: Vec<&str> =
            it.units.iter().filter(|other| **other != unit).take(2).map(|it| UNITS[*it]).collect();
        json!({
            "type": "assign", "assignment": format!("{item}-task"), "item": item, "unit": UNITS[unit],
            "cooperating": others, "target": TEXT, "due": due,
        })
    }

    fn liaison_meeting(&mut self, month: u32, day: u32, on_paper: bool) {
        self.on(month, day);
        let it = self.planned("liaison", &[0, 1, 2, 3, 4, 5], 1);
        self.convened(&it);
        self.opened(&it);
        self.at_meeting("discuss", &it, 0);
        if on_paper {
            self.fails("decision.within_the_powers_of_the_meeting", DIRECTOR, at("agree", &it, 0));
        }
        self.at_meeting("clarify", &it, 0);
        self.closed(&it);
        if on_paper {
            self.documented(&it, &[0]);
        }
    }

    /// Two items. Where somebody else presides, one of them is left open.
    fn special_meeting(&mut self, month: u32, day: u32, units: &[usize], delegated: bool) {
        self.on(month, day);
        let mut it = self.planned("special", units, 2);
        if delegated {
            let convene = self.convene(&it);
            self.fails("meeting.called_by_whoever_may", "p31", convene);
        }
        self.convened(&it);
        if delegated {
            it.chair = "p11".to_owned();
            let delegate = json!({ "type": "delegate_presiding", "meeting": it.id, "to": it.chair });
            self.does(CONVENER, delegate);
        }
        self.opened(&it);
        self.agreed(&it, 0);
        if delegated {
            let close = json!({ "type": "close_meeting", "meeting": it.id });
            self.fails("meeting.items_are_settled", &it.chair, close);
            let mut leave = at("leave_open", &it, 1);
            leave["reason"] = json!(TEXT);
            self.does(&it.chair, leave);
        } else {
            self.agreed(&it, 1);
        }
        self.closed(&it);
        self.documented(&it, if delegated { &[0] } else { &[0, 1] });
    }

    fn thematic_meeting(&mut self, month: u32, day: u32) {
        self.on(month, day);
        let it = self.planned("thematic", &[0, 1, 2, 3, 4, 5], 2);
        let mut convene = self.convene(&it);
        self.fails("meeting.thematic_answers_a_request", DIRECTOR, convene.clone());
        let (request, officer) = (self.name("request"), self.officers[3].clone());
        let ask = json!({ "type": "request_meeting", "request": request, "unit": UNITS[3], "topic": TEXT });
        self.does(&officer, ask);
        self.does(DIRECTOR, json!({ "type": "answer_request", "request": request, "granted": true }));
        convene["request"] = json!(request);
        self.does(DIRECTOR, convene);
        self.opened(&it);
        for item in 0..2 {
            self.agreed(&it, item);
        }
        self.closed(&it);
        self.documented(&it, &[0, 1]);
    }

    /// The state of work, and four items; one is objected to and revised. Here most of the mistakes are made.
    fn plenary(&mut self, month: u32, day: u32) {
        self.on(month, day);
        let mut it = self.planned("plenary", &[0, 1, 2, 3, 4, 5], 4);
        let report = format!("{}-report", it.id);
        self.does(DIRECTOR, item(&report, None, "state_of_work"));
        it.items.push(report);
        let mut some = self.convene(&it);
        some["units"] = json!(UNITS[..5]);
        self.fails("meeting.plenary_calls_all", DIRECTOR, some);
        self.convened(&it);
        let mut again = self.convene(&it);
        (again["meeting"], again["kind"]) = (json!("other"), json!("special"));
        self.fails("meeting.agenda_items_are_open", DIRECTOR, again);
        self.opened(&it);
        self.at_meeting("discuss", &it, 4);
        self.at_meeting("discuss", &it, 0);
        self.positions(&it, 0, Some(5));
        self.fails("decision.has_consensus", CONVENER, at("agree", &it, 0));
        let mut revise = at("revise_proposal", &it, 0);
        revise["proposal"] = json!(TEXT);
        self.does(CONVENER, revise);
        self.positions(&it, 0, None);
        self.at_meeting("agree", &it, 0);
        for item in 1..4 {
            self.agreed(&it, item);
        }
        self.fails("minutes.of_a_closed_meeting", STAFF, drafted(&it, &json!(it.items[..4])));
        self.closed(&it);
        self.fails("minutes.cover_what_was_settled", STAFF, drafted(&it, &json!(it.items[..3])));
        self.documented(&it, &[0, 1, 2, 3]);
        let other = self.members[3].clone();
        self.fails("assignment.by_its_unit", &other, completed(&format!("{}-task", it.items[0])));
    }

    fn joint_action(&mut self) {
        self.on(11, 5);
        let (group, action) = (self.name("group"), self.name("action"));
        let form = |units: &[&str]| {
            json!({
                "type": "form_working_group", "group": group, "purpose": "inspection", "head": UNITS[1],
                "units": units, "streets": ["甲街", "乙街"],
            })
        };
        self.fails("group.of_two_units_or_more", DIRECTOR, form(&UNITS[1..2]));
        self.does(DIRECTOR, form(&UNITS[1..4]));
        self.does(
            DIRECTOR,
            json!({
                "type": "plan_joint_action", "action": action, "problem": TEXT, "units": UNITS[1..4],
                "group": group,
            }),
        );
        let finish = json!({ "type": "finish_joint_action", "action": action, "result": TEXT });
        self.fails("action.is_running", DIRECTOR, finish.clone());
        self.does(DIRECTOR, json!({ "type": "start_joint_action", "action": action }));
        self.does(DIRECTOR, finish);
    }

    /// The tasks are done, the last of them after its day.
    fn completions(&mut self) {
        self.on(11, 12);
        let tasks = std::mem::take(&mut self.tasks);
        for (ix, (task, unit)) in tasks.iter().enumerate() {
            if ix + 1 == tasks.len() {
                self.on(11, 20);
            }
            let by = self.officers[*unit].clone();
            self.does(&by, completed(task));
        }
    }

    /// Every unit reports, the last of them after the day.
    fn reports(&mut self) {
        self.on(12, 20);
        for unit in 0..6 {
            if unit == 5 {
                self.fails("report.once_a_year", &self.officers[0].clone(), self.report(0));
                self.on(12, 27);
            }
            let (by, report) = (self.officers[unit].clone(), self.report(unit));
            self.does(&by, report);
        }
    }

    fn report(&self, unit: usize) -> Value {
        let parts = json!({ "implementation": TEXT, "results": TEXT, "problems": TEXT, "next_steps": TEXT });
        let covers = json!({ "from": self.date((4, 21)), "to": self.date((12, 15)) });
        json!({
            "type": "submit_report", "unit": UNITS[unit], "year": self.year, "parts": parts, "covers": covers,
        })
    }
}
