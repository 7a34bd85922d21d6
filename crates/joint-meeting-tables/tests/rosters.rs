//! Rosters as an office hands them in: a template that is filled founds a body, and a body's own roster changes nothing.

mod common;

use common::body;
use joint_meeting::{
    Charter, JointMeeting, Language, Proof, Submission, charters, time::Date, words::ProofKind,
};
use joint_meeting_documents::Given;
use joint_meeting_tables::{
    Entering, RosterQuestion, Sheet, SheetCell, changes, changes_of, founding, founding_of, roster_book,
    roster_table, sheets, template,
};

fn entering(at: &str) -> Entering {
    let letter = Proof::new("来函".parse().unwrap(), ProofKind::Letter);
    Entering::new(at.parse().unwrap()).proofs([letter])
}

fn perform(body: &mut JointMeeting, all: impl IntoIterator<Item = Submission>) {
    for it in all {
        body.perform(it).unwrap();
    }
}

/// The rows of the first sheet of a file, as texts in the columns of its headings.
fn rows(file: &[u8]) -> Vec<Vec<SheetCell>> {
    let sheet = &sheets(file).unwrap()[0];
    let width = sheet.rows[0].cells.len() as u32;
    let cell = |row: &joint_meeting_tables::SheetRow, it| row.cell(it).cloned().unwrap_or_else(|| "".into());
    sheet.rows.iter().map(|row| (0..width).map(|it| cell(row, it)).collect()).collect()
}

fn column(rows: &[Vec<SheetCell>], head: &str) -> Option<usize> {
    rows[0].iter().position(|it| it.text() == head)
}

/// A template with a person in every row that asks for one, each a new one, and yes to whatever is asked.
fn filled(charter: &Charter) -> Sheet {
    let mut rows = rows(&template(charter, Language::Zh).unwrap());
    let of = |rows: &[Vec<SheetCell>], head: &str| column(rows, head).unwrap();
    let (says, person) = (of(&rows, "担任"), of(&rows, "姓名"));
    let (post, rank) = (of(&rows, "职务"), of(&rows, "职级"));
    let settings = charter.settings();
    // Where the charter knows no unit, the office writes them in, each with its kind.
    for no in rows.len()..4 {
        let mut row: Vec<SheetCell> = rows[0].iter().map(|_| "".into()).collect();
        row[of(&rows, "单位")] = format!("第{no}单位").into();
        row[says] = "成员单位".into();
        row[of(&rows, "单位类别")] = "政府部门".into();
        rows.push(row);
    }
    let ranks = |all: Option<&[joint_meeting::words::Rank]>, usual: &str| {
        all.and_then(|it| it.first()).map_or_else(|| usual.to_owned(), |it| it.text(Language::Zh).to_owned())
    };
    let asked = ["是否分管此项工作", "是否业务科室主要负责人", "是否熟悉职责", "是否精通业务"];
    let asked: Vec<usize> = asked.iter().filter_map(|it| column(&rows, it)).collect();
    for (no, row) in rows.iter_mut().enumerate().skip(1) {
        let what = row[says].text();
        if ["牵头单位", "成员单位"].contains(&what.as_str()) {
            continue;
        }
        row[person] = format!("p{no}").into();
        let named = match what.as_str() {
            "成员" => ranks(settings.member_naming.fixed().map(|it| it.ranks.as_slice()), "处级"),
            "联络员" => ranks(settings.liaison_naming.fixed().map(|it| it.ranks.as_slice()), "科级"),
            _ => continue,
        };
        row[post] = "略".into();
        row[rank] = named.into();
        asked.iter().for_each(|it| row[*it] = "是".into());
    }
    Sheet::of_rows("名单", rows).unwrap()
}

/// Of every charter that lists its units: the template is filled, the body is founded, its roster is written and read, and
/// nothing has changed.
#[test]
fn a_template_filled_founds_a_body_whose_roster_changes_nothing() {
    let mut founded = 0;
    for (name, file) in charters::ALL {
        let Ok(charter) = Charter::from_json(file) else { continue };
        let day = charter.effective_from().or(charter.file().issued).unwrap_or("2022-04-21".parse().unwrap());
        let entering = entering(&format!("{day}T09:00:00{}", charter.offset())).agreed(true);
        let entering = entering.approval(joint_meeting::act::Approval::new("略".parse().unwrap(), day));
        let found = match founding_of(&[filled(&charter)], &charter, &entering) {
            Ok(it) => it,
            Err(why) => panic!("{name}: {}", why.text(Language::En)),
        };
        if found.acts[0].refusal.is_some() {
            continue;
        }
        founded += 1;
        let mut body = JointMeeting::new([charter]).unwrap();
        let open = found.acts.iter().filter(|it| it.refusal.is_none());
        perform(&mut body, open.map(|it| it.submission.clone()));
        for language in [Language::Zh, Language::En] {
            let book = roster_book(&body, None, day, language).unwrap();
            let it = changes(&book, &body, None, &entering)
                .unwrap_or_else(|why| panic!("{name}: {}", why.text(language)));
            assert!(
                it.is_empty(),
                "{name}: {:?} {:?}",
                it.acts.iter().map(|it| &it.says).collect::<Vec<_>>(),
                it.open
            );
            assert!(!it.same.is_empty(), "{name}");
            let csv = roster_table(&body, None, day, language).csv();
            assert!(changes(csv.as_bytes(), &body, None, &entering).unwrap().is_empty(), "{name}");
        }
    }
    assert!(founded > 5, "{founded}");
}

/// The template of a body that is empty still is a roster, in which every place is vacant.
#[test]
fn a_template_that_was_not_filled_names_nobody() {
    let charter = Charter::bundled("nankai-dog-2022").unwrap();
    let entering = entering("2022-04-21T09:00:00+08:00");
    for language in [Language::Zh, Language::En] {
        let book = template(&charter, language).unwrap();
        // Nobody stands in it who could adopt the charter.
        let found = founding(&book, &charter, &entering).unwrap();
        assert!(found.acts.is_empty(), "{found:?}");
        assert!(found.vacant.len() > 6);
    }
}

/// The roster of a body on a day, with some cells changed: the row is found by its unit and by what the person is.
fn edited(body: &JointMeeting, on: Date, changed: &[(&str, &str, &str, &str)]) -> Vec<Sheet> {
    let given = Given::default();
    let mut rows = rows(&roster_book(body, Some(&given), on, Language::Zh).unwrap());
    let (unit, says) = (column(&rows, "单位").unwrap(), column(&rows, "担任").unwrap());
    for (of, what, head, new) in changed {
        let at = column(&rows, head).unwrap();
        let row = rows.iter_mut().find(|it| it[unit].text() == *of && it[says].text() == *what);
        row.unwrap_or_else(|| panic!("{of} {what}"))[at] = (*new).into();
    }
    vec![Sheet::of_rows("名单", rows).unwrap()]
}

#[test]
fn what_changed_since_is_proposed_as_acts_and_performed_changes_nothing_more() {
    let mut body = body("staffed");
    let entering = entering("2023-01-10T09:00:00+08:00").by("p2".parse().unwrap());
    let on: Date = "2023-01-10".parse().unwrap();
    let roster = edited(
        &body,
        on,
        &[
            // Another liaison officer, whose first day is in the roster; another head of the office; a unit with a new name.
            ("区卫生健康委", "联络员", "姓名", "p90"),
            ("区卫生健康委", "联络员", "起始日期", "2023年1月5日"),
            ("公安南开分局治安管理支队", "办公室主任（主要负责同志）", "姓名", "p91"),
            ("公安南开分局治安管理支队", "办公室主任（主要负责同志）", "起始日期", ""),
            ("区城市管理委", "成员单位", "原单位名称", "区城市管理委"),
            ("区城市管理委", "成员单位", "单位", "区城市管理局"),
            // The member left, and nobody has come yet.
            ("区市场监管局", "成员", "姓名", ""),
        ],
    );
    let it = changes_of(&roster, &body, None, &entering).unwrap();
    let kinds: Vec<&str> = it.acts.iter().map(|it| it.submission.act.kind().name()).collect();
    assert_eq!(
        kinds,
        ["rename_unit", "end_naming", "name_liaison_officer", "vacate_post", "fill_post"],
        "{it:#?}"
    );
    for it in &it.acts {
        assert_eq!(it.refusal.as_ref().map(|it| it.render(&body, Language::En)), None, "{}", it.says.en);
    }
    assert!(it.open.is_empty(), "{:#?}", it.open);
    perform(&mut body, it.acts.into_iter().map(|it| it.submission));
    // The same roster again, and the body's own, say nothing new.
    let again = changes_of(&roster, &body, None, &entering).unwrap();
    assert!(again.is_empty(), "{again:#?}");
    let own = changes_of(&edited(&body, on, &[]), &body, None, &entering).unwrap();
    assert!(own.is_empty(), "{own:#?}");
}

/// What stands in the body and not in the roster is asked, and not taken for gone.
#[test]
fn whom_the_roster_does_not_have_is_a_question() {
    let body = body("staffed");
    let on: Date = "2023-01-10".parse().unwrap();
    let mut rows = rows(&roster_book(&body, None, on, Language::Zh).unwrap());
    let unit = column(&rows, "单位").unwrap();
    rows.retain(|it| it[unit].text() != "区卫生健康委");
    let says = column(&rows, "担任").unwrap();
    rows.retain(|it| !(it[unit].text() == "区市场监管局" && it[says].text() == "联络员"));
    let it =
        changes_of(&[Sheet::of_rows("", rows).unwrap()], &body, None, &entering("2023-01-10T09:00:00+08:00"));
    let it = it.unwrap();
    assert!(it.acts.is_empty(), "{it:#?}");
    let asked: Vec<RosterQuestion> = it.open.iter().map(|it| it.what).collect();
    let person = RosterQuestion::PersonWithoutRow;
    assert_eq!(asked, [person, person, RosterQuestion::UnitWithoutRow], "{:#?}", it.open);
}
