//! The guards that stand before every act.

use crate::{
    kernel::{
        finding::{Finding, Standing},
        rule::{CommonGuard, Rule, ensure, remedy},
    },
    terms::{
        act_kind::{ActKind, FORMAT},
        limits::ENTRIES_MAX,
        time::end_of,
        words::Role,
    },
};

/// The roles of which one records what was done against the rules.
pub(crate) const RECORDERS: [Role; 3] = [Role::Office, Role::Convener, Role::LeadUnit];

pub(crate) static COMMON: &[CommonGuard] = &[
    CommonGuard {
        rule: Rule::always("body.is_founded", "联席会议制度已经制定", "the charter has been adopted")
            .cured_by(&[remedy(ActKind::AdoptCharter, &[Role::LeadUnit])]),
        check: |ask| {
            let founding = ask.kind == ActKind::AdoptCharter;
            ensure(founding || ask.state.founding().is_founded(), || {
                Finding::state(Standing::NotFounded, &[Standing::Founded])
            })
        },
    },
    CommonGuard {
        rule: Rule::always("body.is_in_force", "制度施行期间方可办理", "the charter is in force on that day"),
        check: |ask| {
            let settings = ask.settings();
            if let Some(from) = ask.charter.effective_from()
                && ask.today() < from
            {
                return Err(Finding::TooEarly { earliest: ask.start_of(from) });
            }
            let ends = [settings.term.fixed().copied(), ask.state.founding().dissolved];
            match ends.into_iter().flatten().min() {
                // What was recorded wrongly is corrected even then.
                Some(to) if ask.today() > to && ask.kind != ActKind::CorrectRecord => {
                    Err(Finding::TooLate { latest: end_of(to, ask.charter.offset()) })
                }
                _ => Ok(()),
            }
        },
    },
    CommonGuard {
        rule: Rule::always(
            "time.recorded_after_it_happened",
            "先有其事，后有其录",
            "it is recorded when it has happened",
        ),
        check: |ask| ensure(ask.at <= ask.recorded_at, || Finding::TooLate { latest: ask.recorded_at }),
    },
    CommonGuard {
        rule: Rule::always("time.recorded_in_order", "依次记录，不得倒填", "entries are recorded in order"),
        check: |ask| match ask.state.whole().last_recorded() {
            Some(last) if ask.recorded_at < last => Err(Finding::TooEarly { earliest: last }),
            _ => Ok(()),
        },
    },
    CommonGuard {
        rule: Rule::always(
            "time.not_in_a_far_future",
            "记录时间不晚于当日；未报当日的，不晚于工作日表所及之日或者末条记录之日以后两年",
            "it is recorded by the end of the day or, where nobody says what day it is, within two years after what is known",
        ),
        check: |ask| match ask.beside.horizon.and_then(|it| it.passed_by(ask.recorded_at)) {
            Some(latest) => Err(Finding::TooLate { latest }),
            None => Ok(()),
        },
    },
    CommonGuard {
        rule: Rule::always(
            "time.follows_what_it_builds_on",
            "后一步不早于前一步",
            "it does not happen before what it builds on",
        ),
        check: |ask| match ask.since {
            Some(since) if ask.at < since => Err(Finding::TooEarly { earliest: since }),
            _ => Ok(()),
        },
    },
    CommonGuard {
        rule: Rule::always(
            "charter.open_matters_have_one_law",
            "修订前的未了事项适用新旧哪一版，已有规定或者已经选定",
            "it is settled by which version a matter goes on that was open when the charter changed",
        )
        .cured_by(&[remedy(ActKind::ChooseLaw, &[Role::Convener])]),
        check: |ask| ask.beside.laws_differ.map_or(Ok(()), |it| Err(it.clone())),
    },
    CommonGuard {
        rule: Rule::always("journal.has_room", "记录尚有余地", "the journal has room for another entry"),
        check: |ask| {
            ensure(ask.state.whole().count() < ENTRIES_MAX, || Finding::TooMany {
                have: ask.state.whole().count().saturating_add(1),
                allowed: ENTRIES_MAX,
            })
        },
    },
    CommonGuard {
        rule: Rule::always(
            "entry.is_written_out",
            "各项内容均已写明，不以省略号代替",
            "every text and every name is written out; no dots stand in its place",
        ),
        check: |ask| match ask.beside.unwritten {
            Some(it) => Err(Finding::Unwanted { what: vec![it.to_owned()] }),
            None => Ok(()),
        },
    },
    CommonGuard {
        rule: Rule::always(
            "entry.recorded_by_office_or_same_unit",
            "代为记录的，是办公室人员，或者与办理人代表同一单位",
            "who enters an act for another is of the office, or acts for the same unit",
        ),
        check: |ask| {
            let Some(recorder) = ask.beside.recorded_by.filter(|it| *it != ask.by) else { return Ok(()) };
            let on = ask.today();
            let may =
                ask.holds(Role::Office, recorder, None, on) || ask.act_for_one_unit(recorder, ask.by, on);
            ensure(may, || Finding::NeedsRole { roles: vec![Role::Office, Role::MemberUnit], unit: None })
        },
    },
    CommonGuard {
        rule: Rule::always(
            "against.recorded_by_those_who_answer_for_it",
            "违规事实由办公室、召集人或者牵头单位记录",
            "what was done against the rules is recorded by the office, the convener or the lead unit",
        ),
        check: |ask| {
            let may = |it: &Role| ask.holds(*it, ask.recorder(), None, ask.today());
            ensure(!ask.beside.against || RECORDERS.iter().any(may), || Finding::NeedsRole {
                roles: RECORDERS.to_vec(),
                unit: None,
            })
        },
    },
    CommonGuard {
        rule: Rule::always(
            "against.names_what_stands_in_the_way",
            "所列违反的规则，正是妨碍该行为的各条制度规则",
            "the rules named as broken are just those of the charter that stand in the way",
        ),
        check: |ask| ask.beside.in_the_way.map_or(Ok(()), |it| Err(it.clone())),
    },
    CommonGuard {
        rule: Rule::always(
            "entry.key_names_one_submission",
            "一个提交标识只用于一次提交",
            "a key names one submission and no other",
        ),
        check: |ask| match ask.beside.other_of_key {
            Some(no) => Err(Finding::Unwanted { what: vec![no.to_string()] }),
            None => Ok(()),
        },
    },
    CommonGuard {
        rule: Rule::always(
            "journal.format_holds_it",
            "该记录的格式能够记载此事；旧格式的记录先行升级",
            "the format of the journal can hold it; a journal of an older format is upgraded first",
        ),
        check: |ask| {
            let needs = if ask.beside.is_more_than_format_1() { FORMAT } else { ask.kind.format() };
            match ask.beside.old_format.filter(|it| *it < needs) {
                Some(it) => Err(Finding::Differs { found: it.to_string(), expected: needs.to_string() }),
                None => Ok(()),
            }
        },
    },
];
