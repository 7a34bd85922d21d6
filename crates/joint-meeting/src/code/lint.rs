//! What looks wrong in a charter that loads: the table of lints, for those who write charters.
//!
//! Loading asks whether a file is sound (`load`); a lint asks whether a body could live by it. Each is one entry of the
//! table: its code, its sentence, and what looks for it. What looks is in `lint/`, by subject.

pub(crate) mod clauses;
pub(crate) mod dates;
pub(crate) mod meetings;
pub(crate) mod numbers;
pub(crate) mod papers;
mod roles;
pub(crate) mod unclaimed;
mod words;

use serde::Serialize;

use crate::{
    charter::{
        Charter,
        file::{Clause, KnownFrom},
        settings::{SettingKey, Settings},
        text::{Misplaced, Misplacement},
    },
    terms::{language::Language, sorted::Set, words::MeetingKind},
};

/// Something in a charter that its author should look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LintFinding {
    /// What kind of finding it is.
    pub code: Lint,
    /// The clause it is about, or a setting that no clause names, a unit or a post.
    pub place: String,
    /// What in that place it is about: a setting, a rule, a role, a kind of meeting.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// The sentence in Chinese.
    pub zh: String,
    /// The sentence in English.
    pub en: String,
}

impl LintFinding {
    /// The finding in words: its place and its sentence.
    pub fn render(&self, language: Language) -> String {
        let (colon, sentence) = match language {
            Language::Zh => ("：", &self.zh),
            Language::En => (": ", &self.en),
        };
        format!("{}{colon}{sentence}", self.place)
    }
}

impl Charter {
    /// What looks wrong, in the order of [`Lint::ALL`] and, within one kind, of the text.
    ///
    /// A finding is no error: a charter may be silent on purpose. It says what will not work for a body that lives by
    /// this file.
    ///
    /// ```
    /// use joint_meeting::{Charter, Language, authoring::Lint};
    ///
    /// let charter = Charter::bundled("nankai-dog-2022")?;
    /// let findings = charter.lint();
    /// let deadlock = findings.iter().find(|it| it.code == Lint::NoWayOut).unwrap();
    /// assert_eq!(deadlock.place, "Z-3");
    /// assert_eq!(
    ///     deadlock.render(Language::En),
    ///     "Z-3: decisions need consensus, and nothing is said of a matter on which there is none"
    /// );
    /// # Ok::<(), joint_meeting::BundledError>(())
    /// ```
    pub fn lint(&self) -> Vec<LintFinding> {
        Facts::of(self, None).findings()
    }

    /// What looks wrong, with what [`Charter::check_text`] finds in the official text and the headings of the text that
    /// no clause cites.
    pub fn lint_text(&self, text: &str) -> Vec<LintFinding> {
        Facts::of(self, Some(text)).findings()
    }
}

/// Where a lint found something, and what it is about.
pub(crate) type Spot = (String, String);

/// A lint: its sentence, in which `{}` stands for what it is about, and what looks for it.
struct LintInfo {
    zh: &'static str,
    en: &'static str,
    look: fn(&Facts<'_>) -> Vec<Spot>,
}

macro_rules! lints {
    ($($(#[$doc:meta])* $lint:ident $look:path, $zh:expr, $en:expr;)*) => {
        /// A kind of finding; its word in JSON is its stable code.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "snake_case")]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum Lint { $($(#[$doc])* $lint,)* }

        impl Lint {
            /// Every kind, in the order in which they are looked for.
            pub const ALL: &'static [Self] = &[$(Self::$lint),*];

            fn info(self) -> LintInfo {
                match self { $(Self::$lint => LintInfo { zh: $zh, en: $en, look: $look }),* }
            }
        }
    };
}

lints! {
    // Who can act.
    /// All roles that may take a step are ones nobody can hold under this charter.
    StepNobodyMayTake roles::step_nobody_may_take,
        "{} 无人可以办理：有权的角色都没有人担任", "nobody can do {}: none of the roles that may has a holder";
    /// One of several roles that may take a step is one nobody can hold.
    RoleWithoutHolder roles::role_without_holder,
        "{}：这一角色没有人担任", "{}: nothing says who holds the role";
    /// A duty of each member unit, in a charter that has none.
    DutyNobodyBears roles::duty_nobody_bears,
        "{} 的义务没有承担者：没有成员单位", "nobody bears the duty {}: there are no member units";
    /// Something must happen at a kind of meeting that cannot be called.
    DutyNobodyCanFulfil meetings::duty_nobody_can_fulfil,
        "{} 无法做到：这类会议无人可以召集", "{} cannot be kept: no such meeting can be called";
    /// Decisions need consensus, and there is no way out when it fails.
    NoWayOut clauses::no_way_out,
        "决定须协商一致，而没有规定不能一致时怎么办",
        "decisions need consensus, and nothing is said of a matter on which there is none";

    // Dates.
    /// A date or number of days is fixed, and how it is to be read is neither fixed nor left open.
    DateInNoReading dates::date_in_no_reading,
        "写明了时间，却没有说明如何理解：{}", "a time is given, but not how it is to be read: {}";
    /// A yearly due day that most years do not have.
    DayOnlyInLeapYears dates::day_only_in_leap_years,
        "{}：只有闰年才有这一天", "{}: only leap years have that day";
    /// A month that is not one of 1 to 12.
    MonthOutOfRange dates::month_out_of_range, "{}：没有这个月份", "{}: there is no such month";
    /// A rhythm some of whose periods hold none of the months allowed.
    CadenceNeverMet dates::cadence_never_met,
        "{}：有的周期里没有一个许可的月份", "{}: some periods hold none of the months allowed";
    /// The charter ends before a yearly day comes round, or before it begins.
    NothingDueInTerm dates::nothing_due_in_term,
        "{}：有效期内一次也到不了期", "{} never falls due while the charter is in force";

    /// A rhythm whose greatest number is below its least.
    MoreThanTheMost dates::more_than_the_most,
        "{}：至少的次数多于至多的次数", "{}: the least number is above the greatest";

    // Settings against each other: roles.
    /// No office may be set up, and a setting gives it something to do.
    OfficeForbiddenButNamed roles::office_forbidden_but_named,
        "不得设办公室，{} 却让它办事", "no office may be set up, and {} gives it something to do";
    /// Presiding may be delegated to a role nobody can hold.
    DelegateNobodyIs roles::delegate_nobody_is,
        "{}：可以受委托的角色没有人担任", "{}: nobody holds the role that may be entrusted";
    /// A lead unit is not among the member units listed.
    LeadIsNoMember roles::lead_is_no_member,
        "牵头单位 {} 不在成员单位之列", "lead unit {} is not among the member units";
    /// Nobody may stand in for a member, and yet something is asked of whoever does.
    AlternatesForbiddenYetAsked roles::alternates_forbidden_yet_asked,
        "不许代会，却对代会者提出要求", "nobody may stand in, and yet something is asked of those who do";

    // Settings against each other: meetings.
    /// A setting speaks of a kind of meeting that cannot be called.
    MeetingNeverCalled meetings::never_called,
        "{}：这类会议没有召集的规定", "{}: no meeting of the kind can be called";
    /// A right to ask for meetings that nobody has, or a kind that waits for such a request.
    RequestOpenToNobody meetings::request_open_to_nobody,
        "没有谁可以提请召开会议（{}）", "nobody may ask for a meeting ({})";
    /// A meeting must come first that cannot be called.
    PriorStepImpossible meetings::prior_step_impossible,
        "{}：须先召开的会议无人可以召集", "{}: the meeting that must come first cannot be called";
    /// Invitations to no kind of meeting, or of nobody.
    InvitationOfNobody meetings::invitation_of_nobody,
        "邀请的规定没有留下可以邀请的人或者会议", "the clause on invitations leaves nobody to invite, or no meeting";
    /// Matters are reserved to a plenary meeting that has no power to agree.
    ReservedButNotAgreed meetings::reserved_but_not_agreed,
        "事项须由全体会议议定，而全体会议无权议定", "matters are reserved to the plenary, which has no power to agree";
    /// Members must be confirmed, or the charter amended, by meetings that have no power to.
    NoPowerTo meetings::no_power_to,
        "{}：没有一类会议有权这样做", "{}: no kind of meeting has the power";
    /// A rhythm for key periods that nobody may declare.
    KeyPeriodNeverDeclared meetings::key_period_never_declared,
        "{} 规定了重点时期的次数，而无人可以确定重点时期", "{} knows key periods, and nobody may declare one";
    /// Key periods may be declared, and change nothing.
    KeyPeriodWithoutEffect meetings::key_period_without_effect,
        "可以确定重点时期，而重点时期没有任何效果", "key periods may be declared, and change nothing";

    // Settings against each other: numbers.
    /// A number of units larger than the number of member units.
    MoreThanAllUnits numbers::more_than_all_units,
        "{} 超过成员单位总数", "{} is more than there are member units";
    /// A threshold larger than the number of units of which it counts.
    ThresholdNeverReached numbers::threshold_never_reached,
        "提请数 {} 超过可以计入的单位数", "the threshold of {} is above the number of units it counts";
    /// A threshold of units that may not ask for a meeting.
    ThresholdWithoutRight numbers::threshold_without_right,
        "规定了提请数，而成员单位无权提请", "a threshold is set, and member units may not ask for a meeting";

    // Settings against each other: documents.
    /// A path that asks the convener, where there is none.
    ApprovalWithoutConvener papers::approval_without_convener,
        "{} 类会议的办文程序要召集人审定，而没有召集人", "the path of {} asks the convener to approve, and there is none";
    /// Units consent to what a kind of meeting has no power to agree.
    ConsentToNothing papers::consent_to_nothing,
        "{} 类会议无权议定，其纪要却要经同意或者会签",
        "meetings of the kind {} cannot agree anything, and yet units consent or countersign";
    /// A path with a step twice, out of order, or without a draft.
    PathInDisorder papers::path_in_disorder,
        "{} 类会议的办文环节有重复、颠倒，或者不从起草开始", "the path of {} repeats steps, turns them round, or has no draft";
    /// Documents are numbered, and there is no series of numbers.
    NumberWithoutSeries papers::number_without_series,
        "办文程序要编号，而没有发文字号系列", "documents are numbered, and there is no series of numbers";
    /// Documents go out in the name of a lead unit, and none leads.
    CarrierWithoutLead papers::carrier_without_lead,
        "以牵头单位的名义发文，而没有牵头单位", "documents go out in the lead unit's name, and no unit leads";
    /// Documents carry a lead unit's number, and no series is of a lead unit.
    SeriesOfAnotherUnit papers::series_of_another_unit,
        "使用牵头单位的发文字号，而没有一个系列属于牵头单位", "documents carry the lead unit's number, and no series is of a lead unit";
    /// Documents go out in the body's own name, which is forbidden.
    OwnNameForbidden papers::own_name_forbidden,
        "以联席会议自己的名义发文，而上位规则不许", "documents go out in the body's own name, which is forbidden";
    /// Documents go out without a seal, and there is one.
    SealNotUsed papers::seal_not_used,
        "以联席会议名义发文不用印，却设有印章", "documents of the body carry no seal, and yet it has one";
    /// Silence counts as consent, and nobody is asked.
    DeemedConsentWithoutStep papers::deemed_consent_without_step,
        "逾期视为同意，而办文程序没有征求同意的环节", "no reply counts as consent, and no path asks for any";
    /// A time for a step that is on no path.
    DaysForNoStep papers::days_for_no_step,
        "{} 环节有期限，而办文程序没有这个环节", "there is a time for {}, which is on no path";
    /// A copy goes up, and nobody is named to receive it.
    CopyToNobody papers::copy_to_nobody,
        "办文程序有抄报环节，而没有写明抄报何处", "a path ends with a copy above, and nobody is named to receive it";
    /// The close of work settles a date, and is not given.
    CloseOfWorkUnknown papers::close_of_work_unknown,
        "截止到下班时间，而没有写明几点下班", "a date ends at the close of work, and no hour is given";

    // Clauses, rules and names.
    /// A clause says something against a general charter and does not hold.
    Overruled clauses::overruled, "{}：与上位规则不一致，不起作用", "{} is overruled by a rule from above";
    /// A setting that the charter must fix, by a rule from above, and does not.
    NotStated clauses::not_stated, "制度必须写明 {}，而没有写明", "the charter must state {}, and does not";
    /// A setting is fixed, and none of the rules that ask for it is claimed.
    SettingWithoutRule clauses::setting_without_rule,
        "{} 已有规定，而没有条款引用用到它的规则", "{} is fixed, and no clause claims a rule that asks for it";
    /// What a rule needs is fixed by the charter itself, and no clause claims the rule.
    RuleUnclaimed unclaimed::rule_unclaimed,
        "已有规定，而没有条款引用这条规则：{}", "what it needs is fixed, and no clause claims the rule {}";
    /// The title is not that of the charter of a body by its name, and nothing says what the body is called.
    BodyUnnamed clauses::body_unnamed,
        "标题不是“联席会议制度”，须写明联席会议的名称", "the title does not say what the body is called: its name is to be stated";
    /// A setting of which no clause speaks, not even to say that the text is silent.
    SettingUnspoken clauses::setting_unspoken,
        "没有条款说到这一点，也没有记为未规定", "no clause speaks of it, and none says that the text is silent";
    /// A question of reading that no claimed rule asks.
    ReadingNotAsked clauses::reading_not_asked,
        "没有条款引用的规则会问到 {}", "no rule that is claimed asks how to read {}";
    /// A clause that obliges, with neither a rule nor a setting behind it.
    NothingBehindIt clauses::nothing_behind_it,
        "有义务而没有规则，也没有设定", "it obliges, and neither a rule nor a setting is behind it";
    /// An act would serve a clause, and nobody can do it.
    ServedByNobody roles::served_by_nobody,
        "{} 无人可以办理，不能用来履行职能", "nobody can do {}, which is to serve the function";
    /// A unit that nothing in the charter speaks of.
    UnusedUnit clauses::unused_unit, "没有条款用到这个单位", "nothing speaks of the unit";
    /// A post that nothing in the charter speaks of.
    UnusedPost clauses::unused_post, "没有条款用到这个职务", "nothing speaks of the post";

    // The official text.
    /// A key phrase that is not in the text.
    KeyNotInText clauses::key_not_in_text,
        Misplacement::Missing.sentence(Language::Zh), Misplacement::Missing.sentence(Language::En);
    /// A key phrase that the text has in other words.
    KeyReworded clauses::key_reworded,
        Misplacement::Reworded.sentence(Language::Zh), Misplacement::Reworded.sentence(Language::En);
    /// A key phrase that stands under another heading.
    KeyElsewhere clauses::key_elsewhere,
        Misplacement::Elsewhere.sentence(Language::Zh), Misplacement::Elsewhere.sentence(Language::En);
    /// A key phrase that stands in another paragraph than the clause says.
    KeyInOtherParagraph clauses::key_in_other_paragraph,
        Misplacement::OtherParagraph.sentence(Language::Zh), Misplacement::OtherParagraph.sentence(Language::En);
    /// A heading of the text with words of its own that no clause cites.
    HeadingUncited clauses::heading_uncited,
        "没有条款引用原文这一处：写一条引用它，或者在别的条款里一并引用",
        "no clause cites this part of the text: write one that does, or cite it with another";
}

/// What the lints look at.
pub(crate) struct Facts<'c> {
    charter: &'c Charter,
    settings: &'c Settings,
    claimed: Set<&'c str>,
    text: Option<&'c str>,
    /// The key phrases that are not where they should be in the text.
    misplaced: Vec<Misplaced>,
}

impl<'c> Facts<'c> {
    fn of(charter: &'c Charter, text: Option<&'c str>) -> Self {
        let claimed = charter.clauses().iter().flat_map(|it| &it.rules).map(String::as_str).collect();
        let misplaced = text.map_or_else(Vec::new, |it| charter.check_text(it));
        Self { charter, settings: charter.settings(), claimed, text, misplaced }
    }

    fn findings(&self) -> Vec<LintFinding> {
        // A rule about joint meetings leaves open what each body settles for itself.
        let all = Lint::ALL.iter().filter(|it| {
            !self.charter.file().general
                || matches!(
                    it,
                    Lint::NothingBehindIt | Lint::KeyNotInText | Lint::KeyReworded | Lint::KeyElsewhere
                )
        });
        let found = all.flat_map(|code| {
            let entry = code.info();
            (entry.look)(self).into_iter().map(move |(place, about)| LintFinding {
                code: *code,
                zh: entry.zh.replace("{}", &self.in_words(&about, entry.zh, Language::Zh)),
                en: entry.en.replace("{}", &self.in_words(&about, entry.en, Language::En)),
                place,
                about,
            })
        });
        found.collect()
    }

    /// What a finding is about, in quotation marks where it is a word of the charter file and the sentence has none.
    fn in_words(&self, about: &str, sentence: &str, language: Language) -> String {
        let (open, close) = language.of(('「', '」'), ('“', '”'));
        let is_word = about.chars().any(|it| it.is_ascii_alphabetic()) && !sentence.contains("“{}”");
        match is_word {
            true => format!("{open}{}{close}", words::said(self.charter, about, language)),
            false => about.to_owned(),
        }
    }

    /// The clause that fixes a setting or says that the text is silent; without one, the setting itself.
    fn place(&self, setting: SettingKey) -> String {
        let name = setting.name();
        let speaks = |it: &&Clause| it.sets.contains_key(name) || it.silent.iter().any(|key| key == name);
        self.charter.clauses().iter().find(speaks).map_or(name, |it| it.id.as_str()).to_owned()
    }

    /// A finding about a setting, or nothing.
    fn at(&self, setting: SettingKey, wrong: bool, about: impl ToString) -> Vec<Spot> {
        wrong.then(|| (self.place(setting), about.to_string())).into_iter().collect()
    }

    /// Whether meetings of the kind can be called: the charter names those that can, or says nothing.
    fn is_called(&self, kind: MeetingKind) -> bool {
        self.settings.callers.fixed().is_none_or(|it| it.contains_key(&kind))
    }

    /// The number of member units, where the charter itself settles it.
    fn units(&self) -> Option<usize> {
        let classes = self.settings.member_classes.fixed().is_some_and(|it| !it.is_empty());
        let count = self.settings.unit_count.fixed().map(|it| usize::from(*it));
        let listed = self.settings.members.fixed().filter(|_| !self.settings.names_members_later());
        count.or(listed.filter(|_| !classes).map(Vec::len))
    }

    /// Whether there can be member units. A record may simply not name them.
    fn has_members(&self) -> bool {
        let listed = self.settings.members.fixed().map(|it| !it.is_empty());
        let classes = self.settings.member_classes.fixed().is_some_and(|it| !it.is_empty());
        classes || listed.unwrap_or(self.charter.file().known_from == KnownFrom::Record)
    }
}
