//! A roster as it is handed out: the rows of a charter that is to be filled, and those of a body as it is.

use joint_meeting::{
    Act, Charter, JointMeeting, Language,
    charter::{Holder, PostEntry},
    id::{PersonId, PostId, Text, UnitId},
    state::{Naming, Tenure},
    time::Date,
    words::{Named, Rank, Role, UnitKind},
};
use joint_meeting_documents::Given;

use super::{
    names::{roles, unit_name},
    words::{Column, words},
};
use crate::table::{Table, TableCell};

/// The columns that a charter needs: what it asks of those whom units name, it asks here.
pub(super) fn columns(charter: &Charter) -> Vec<Column> {
    let settings = charter.settings();
    let (member, liaison) = (settings.member_naming.fixed(), settings.liaison_naming.fixed());
    let mut all = vec![Column::Unit, Column::As, Column::Person, Column::Code, Column::Post, Column::Rank];
    all.extend(member.filter(|it| it.portfolio).map(|_| Column::Portfolio));
    all.extend(liaison.filter(|it| it.section_head).map(|_| Column::SectionHead));
    if liaison.is_some_and(|it| it.qualities) {
        all.extend([Column::KnowsDuties, Column::MastersTrade]);
    }
    all.extend([Column::From, Column::To, Column::Acting, Column::Kind, Column::Former, Column::Note]);
    all
}

/// What is written of one place.
#[derive(Default)]
struct Filled {
    unit: Option<String>,
    says: String,
    person: Option<(PersonId, Option<String>)>,
    post: Option<Text>,
    rank: Option<Rank>,
    flags: [Option<bool>; 4],
    from: Option<Date>,
    acting: bool,
    kind: Option<&'static str>,
}

/// Who writes.
struct RosterWriter<'w> {
    charter: &'w Charter,
    body: Option<&'w JointMeeting>,
    given: Option<&'w Given>,
    on: Date,
    language: Language,
    table: Table,
    columns: Vec<Column>,
}

/// The rows of a charter that is to be filled.
pub(super) fn of_charter(charter: &Charter, language: Language) -> Table {
    let on = charter.effective_from().or(charter.file().issued).unwrap_or(Date::MIN);
    let mut writer = RosterWriter::new(charter, None, None, on, language);
    // Of a charter that lists no member units those are likely of which it speaks, as far as none is a part of another.
    let likely = charter.file().units.iter().filter(|it| it.within.is_none() && it.kind != UnitKind::SubUnit);
    let units: Vec<UnitId> = match charter.settings().members.fixed() {
        Some(listed) => listed.clone(),
        None => likely.map(|it| it.id.clone()).collect(),
    };
    writer.rows(&units);
    writer.table
}

/// The rows of a body on a day.
pub(super) fn of_body(body: &JointMeeting, given: Option<&Given>, on: Date, language: Language) -> Table {
    let mut writer = RosterWriter::new(body.charter_on(on), Some(body), given, on, language);
    let units: Vec<UnitId> = body.roster(on).units.into_iter().map(|it| it.unit).collect();
    writer.rows(&units);
    writer.table.on(on)
}

impl<'w> RosterWriter<'w> {
    fn new(
        charter: &'w Charter,
        body: Option<&'w JointMeeting>,
        given: Option<&'w Given>,
        on: Date,
        language: Language,
    ) -> Self {
        let columns = columns(charter);
        let heads = columns.iter().map(|it| (it.name(), it.head(language)));
        let table = Table::new(words().sheet(language), language, heads);
        Self { charter, body, given, on, language, table, columns }
    }

    /// The posts of the charter, then each unit with its posts and with whom it names.
    fn rows(&mut self, units: &[UnitId]) {
        let charter = self.charter;
        for post in charter.posts() {
            if let Some(unit) = &post.unit {
                self.post(post, unit);
            }
        }
        for unit in units {
            let kind = self.body.and_then(|it| it.unit(unit)).map(|it| it.kind());
            let kind = kind.or_else(|| charter.unit(unit).map(|it| it.kind));
            let leads = charter.settings().lead_units.fixed().is_some_and(|it| it.contains(unit));
            let role = if leads { Role::LeadUnit } else { Role::MemberUnit };
            self.push(&Filled {
                unit: Some(self.unit(unit)),
                says: role.text(self.language).to_owned(),
                kind: kind.map(|it| it.text(self.language)),
                ..Filled::default()
            });
            for post in charter.posts().iter().filter(|it| it.unit.is_none()) {
                self.post(post, unit);
            }
            for named in Named::ALL {
                self.named(*named, unit);
            }
        }
    }

    fn unit(&self, unit: &UnitId) -> String {
        unit_name(self.charter, self.body, unit, self.on, self.language)
    }

    /// Who is meant: the name, and the code beside it where the name alone would not be found.
    fn person(&self, person: &PersonId) -> (PersonId, Option<String>) {
        (person.clone(), self.given.and_then(|it| it.persons.get(person)).cloned())
    }

    /// A row for everyone who holds the post, or one for whoever will.
    fn post(&mut self, post: &PostEntry, unit: &UnitId) {
        let tenures = self.body.map_or(&[][..], |it| it.tenures(&post.id, unit));
        let now: Vec<Tenure> = tenures.iter().filter(|it| it.holds(self.on)).cloned().collect();
        let says = self.title(post);
        for it in &now {
            self.push(&Filled {
                unit: Some(self.unit(unit)),
                says: says.clone(),
                person: Some(self.person(it.person())),
                from: Some(it.from()),
                acting: it.acting(),
                ..Filled::default()
            });
        }
        if now.is_empty() {
            self.push(&Filled { unit: Some(self.unit(unit)), says, ..Filled::default() });
        }
    }

    /// What a post is called: by the role that the charter ties to it, with its title in brackets.
    fn title(&self, post: &PostEntry) -> String {
        let title = match self.language {
            Language::Zh => post.zh.as_str(),
            Language::En => post.en.as_str(),
        };
        let is_it = |id: &PostId, holder: &Holder| matches!(holder, Holder::Post(it) if it == id);
        let role = roles(self.charter).into_iter().find(|(_, holder)| is_it(&post.id, holder));
        match (role, self.language) {
            (Some((role, _)), Language::Zh) => format!("{}（{title}）", role.text(Language::Zh)),
            (Some((role, _)), Language::En) => format!("{} ({title})", role.text(Language::En)),
            (None, _) => title.to_owned(),
        }
    }

    fn named(&mut self, named: Named, unit: &UnitId) {
        let naming: Option<&Naming> = self.body.and_then(|it| it.unit(unit)?.naming(named, self.on));
        let said = naming.and_then(|it| self.body?.entry_as_read(it.made().no));
        let (post, flags) = match said.map(|it| &it.act) {
            Some(Act::NameMember(it)) => (Some(it.post.clone()), [Some(it.portfolio), None, None, None]),
            Some(Act::NameLiaisonOfficer(it)) => {
                let flags = [None, Some(it.section_head), Some(it.knows_duties), Some(it.masters_trade)];
                (Some(it.post.clone()), flags)
            }
            _ => (None, [None; 4]),
        };
        self.push(&Filled {
            unit: Some(self.unit(unit)),
            says: named.text(self.language).to_owned(),
            person: naming.map(|it| self.person(it.person())),
            rank: naming.map(Naming::rank),
            from: naming.map(Naming::from),
            post,
            flags,
            ..Filled::default()
        });
    }

    fn push(&mut self, it: &Filled) {
        let yes_or_no = |said: Option<bool>| -> TableCell {
            let [yes, no] = words().yes_and_no(self.language);
            said.map(|it| if it { yes } else { no }).into()
        };
        let [portfolio, section_head, knows_duties, masters_trade] = it.flags;
        let cell = |column: &Column| -> TableCell {
            match column {
                Column::Unit => it.unit.clone().into(),
                Column::As => it.says.clone().into(),
                Column::Person => {
                    it.person.as_ref().map(|(id, name)| name.clone().unwrap_or_else(|| id.to_string())).into()
                }
                Column::Code => {
                    it.person.as_ref().filter(|(_, it)| it.is_some()).map(|(id, _)| id.to_string()).into()
                }
                Column::Post => it.post.as_ref().map(ToString::to_string).into(),
                Column::Rank => it.rank.map(|it| it.text(self.language)).into(),
                Column::Portfolio => yes_or_no(portfolio),
                Column::SectionHead => yes_or_no(section_head),
                Column::KnowsDuties => yes_or_no(knows_duties),
                Column::MastersTrade => yes_or_no(masters_trade),
                Column::From => it.from.into(),
                Column::Acting => yes_or_no(it.acting.then_some(true)),
                Column::Kind => it.kind.into(),
                Column::To | Column::Former | Column::Note => TableCell::Empty,
            }
        };
        let row: Vec<TableCell> = self.columns.iter().map(cell).collect();
        self.table.push(row);
    }
}
