//! The tables of who was what on a day: the units with their persons, and the roles.

use joint_meeting::answer::{Roster, UnitOnDay};

use super::{
    Tables,
    heads::{
        ACTING, ENTRUSTED, ID, KIND, LEAD, LIAISON_OFFICER, MEMBER, PERSON, POST, RESPONSIBLE, ROLE, UNIT,
    },
};
use crate::table::{Table, TableCell};

impl Tables<'_> {
    /// Who was what on a day, as two tables: the units in protocol order, each with its member, its liaison officer and the
    /// persons responsible for it; and the roles of the body.
    pub fn roster(&self, roster: &Roster) -> [Table; 2] {
        [self.units(roster), self.roles(roster)]
    }

    fn units(&self, roster: &Roster) -> Table {
        let heads = [UNIT, KIND, LEAD, MEMBER, LIAISON_OFFICER, RESPONSIBLE, ENTRUSTED, ID];
        let mut table = self.table(self.of("成员单位", "Member units"), &heads, roster.on);
        for it in &roster.units {
            let entrusted = self.persons(it.entrusted.iter().map(|it| &it.person));
            table.push([
                self.unit(&it.unit, roster.on).into(),
                it.kind.text(self.language).into(),
                self.leads(it),
                it.member.as_ref().map(|it| self.person(it)).into(),
                it.liaison_officer.as_ref().map(|it| self.person(it)).into(),
                self.persons(&it.responsible).into(),
                entrusted.into(),
                it.unit.as_str().into(),
            ]);
        }
        table
    }

    fn leads(&self, it: &UnitOnDay) -> TableCell {
        it.lead.then(|| self.of("是", "yes")).into()
    }

    fn roles(&self, roster: &Roster) -> Table {
        let heads = [ROLE, POST, UNIT, PERSON, ACTING];
        let mut table = self.table(self.of("组织机构", "Roles"), &heads, roster.on);
        let charter = self.body.charter_on(roster.on);
        for it in &roster.roles {
            let post = it.post.as_ref().map(|id| {
                charter.post(id).map_or_else(|| id.to_string(), |it| self.of(&it.zh, &it.en).to_string())
            });
            table.push([
                it.role.text(self.language).into(),
                post.into(),
                it.unit.as_ref().map(|it| self.unit(it, roster.on)).into(),
                self.persons(&it.persons).into(),
                it.acting.then(|| self.of("是", "yes")).into(),
            ]);
        }
        table
    }
}
