//! The table of what a person may do now, and of what stands in the way of the rest.

use joint_meeting::{
    answer::{Choice, Next},
    time::Date,
};

use super::{
    Tables,
    heads::{ABOUT, BLOCKED, CHOOSE, MAY, NEXT},
};
use crate::table::Table;

impl Tables<'_> {
    /// The acts that a person could try, as [`options`](joint_meeting::JointMeeting::options) answers: what each is about,
    /// whether it may be done, what is still to be chosen, why not, and who could act.
    pub fn options(&self, options: &[Choice], on: Date) -> Table {
        let mut table = self.table(self.of("可办事项", "Options"), &[MAY, ABOUT, CHOOSE, BLOCKED, NEXT], on);
        for it in options {
            let next: Vec<String> = it.next.iter().map(|it| self.next(it)).collect();
            table.push([
                self.may(it.is_open()).into(),
                self.of(&it.label.zh, &it.label.en).as_str().into(),
                self.choose(it).into(),
                it.refusal.as_ref().map(|it| it.render(self.body, self.language)).into(),
                next.join("\n").into(),
            ]);
        }
        table
    }

    /// What is still to be chosen.
    pub(super) fn choose(&self, it: &Choice) -> String {
        let choose: Vec<&str> = it.choose.iter().filter(|it| !it.optional).map(|it| it.field).collect();
        choose.join(self.of("、", ", "))
    }

    fn next(&self, it: &Next) -> String {
        let who: Vec<&str> = it.who.iter().map(|it| it.text(self.language)).collect();
        let (comma, colon) = (self.of("、", ", "), self.of("：", ": "));
        let persons = match it.persons.is_empty() {
            true => String::new(),
            false => self.of(
                format!("（{}）", self.persons(&it.persons)),
                format!(" ({})", self.persons(&it.persons)),
            ),
        };
        format!("{}{colon}{}{persons}", it.act.title(self.language), who.join(comma))
    }
}
