//! The act by which a unit names its member or its liaison officer, as a row says it.

use joint_meeting::{
    Act, Charter, Language,
    act::{NameLiaisonOfficer, NameMember},
    id::PersonId,
    words::{Named, Rank},
};

use super::{
    fault::{FaultsFound, Wrong},
    names::RosterCapacity,
    rows::{RosterRow, Rows},
    words::{Column, words},
};

/// What a row names, in the place of whom is named now; nothing if it names nobody. What the act needs and stands nowhere is
/// added to what was found.
pub(super) fn naming(
    row: &RosterRow,
    replaces: Option<PersonId>,
    rows: &Rows,
    charter: &Charter,
    found: &mut FaultsFound,
) -> Option<Act> {
    let RosterCapacity::Named(named) = row.capacity else { return None };
    let (unit, person) = (row.unit.clone()?, row.person.clone()?);
    let mut lacks = |column: Column, would_do: Vec<String>| {
        let fault = rows.fault(row.at, column, Wrong::Missing, would_do);
        fault.into_iter().for_each(|it| found.add(it));
    };
    let settings = charter.settings();
    let (of_member, of_liaison) = (settings.member_naming.fixed(), settings.liaison_naming.fixed());
    let yes_and_no = || words().yes_and_no(Language::Zh).map(str::to_owned).to_vec();
    let mut said = |column: Column, said: Option<bool>, is_asked: bool| {
        if is_asked && said.is_none() {
            lacks(column, yes_and_no());
        }
        said.unwrap_or(false)
    };
    let portfolio = named == Named::Member
        && said(Column::Portfolio, row.portfolio, of_member.is_some_and(|it| it.portfolio));
    let is_liaison = named == Named::LiaisonOfficer;
    let qualities = of_liaison.is_some_and(|it| it.qualities);
    let head = of_liaison.is_some_and(|it| it.section_head);
    let section_head = is_liaison && said(Column::SectionHead, row.section_head, head);
    let knows_duties = is_liaison && said(Column::KnowsDuties, row.knows_duties, qualities);
    let masters_trade = is_liaison && said(Column::MastersTrade, row.masters_trade, qualities);
    if row.post.is_none() {
        lacks(Column::Post, Vec::new());
    }
    if row.rank.is_none() {
        let asked = match named {
            Named::Member => of_member.map(|it| it.ranks.as_slice()),
            Named::LiaisonOfficer => of_liaison.map(|it| it.ranks.as_slice()),
        };
        let asked = asked.filter(|it| !it.is_empty()).unwrap_or(Rank::ALL);
        lacks(Column::Rank, asked.iter().map(|it| it.text(Language::Zh).to_owned()).collect());
    }
    let (post, rank) = (row.post.clone()?, row.rank?);
    Some(match named {
        Named::Member => {
            let it = NameMember::new(unit, person, post, rank, portfolio);
            let it = replaces.into_iter().fold(it, NameMember::replaces);
            row.from.into_iter().fold(it, NameMember::from).into()
        }
        Named::LiaisonOfficer => {
            let it =
                NameLiaisonOfficer::new(unit, person, post, rank, section_head, knows_duties, masters_trade);
            let it = replaces.into_iter().fold(it, NameLiaisonOfficer::replaces);
            row.from.into_iter().fold(it, NameLiaisonOfficer::from).into()
        }
    })
}
