//! The names of things, persons, units and words in a sentence.
//!
//! A bare id comes only where there is nothing else, in quotation marks.

use std::str::FromStr;

use crate::{
    charter::{
        readings::ReadingKey,
        settings::{
            SettingKey,
            choices::{Decider, HolderKind, Power, PriorStep, Succession, Transition},
        },
    },
    kernel::{
        finding::{Lacking, Standing},
        known::KINDS,
        verdict::Bearer,
    },
    terms::{
        act_kind::ActKind,
        id::{
            ActionId, AssignmentId, BulletinId, CaseId, ChannelId, CharterId, ChildId, ClassId, ClauseId,
            DocumentId, GroupId, IncomingId, InspectionId, ItemId, MatterId, MeetingId, MinutesId, PersonId,
            PostId, RegisterItemId, RequestId, SeriesId, UnitId,
        },
        kinds::kind_text,
        language::Language,
        record::Word,
        words::{
            Capacity, Carrier, DocumentKind, ItemKind, MeetingKind, Mode, Named, OpinionLeg, Publicness,
            Purpose, Rank, Role, Step, UnitKind,
        },
    },
    views::say::{
        Render,
        finding::{dated, day, setting_text},
    },
};

impl Render<'_> {
    /// The name of a unit: in Chinese the last it bore; in English what the charter calls it, if it does.
    pub(crate) fn unit(&self, id: &UnitId) -> String {
        self.unit_name(id).unwrap_or_else(|| self.quoted(id.as_str()))
    }

    fn unit_name(&self, id: &UnitId) -> Option<String> {
        let listed = self.charter.unit(id);
        let borne = self.body.state().membership.units.get(id).and_then(|it| it.names.values().next_back());
        let (zh, en) = (listed.map(|it| &it.zh), listed.map(|it| &it.en));
        self.language.of(borne.or(zh), en.or(borne)).map(ToString::to_string)
    }

    pub(crate) fn bearer(&self, bearer: &Bearer) -> String {
        match bearer {
            Bearer::Body => self.language.of("联席会议", "the joint meeting").to_owned(),
            Bearer::Role { role } => role.text(self.language).to_owned(),
            Bearer::Unit { unit } => self.unit(unit),
        }
    }

    /// A text in the quotation marks of the language.
    pub(crate) fn quoted(&self, text: &str) -> String {
        match self.language {
            Language::Zh => format!("「{text}」"),
            Language::En => format!("“{text}”"),
        }
    }

    /// What a rule names in a finding or as its subject: a word of a list, a thing of the body, a day, a number.
    pub(crate) fn said(&self, rule: &str, text: &str) -> String {
        let whole = |it: &str| {
            word(rule, it, self.language)
                .map(str::to_owned)
                .or_else(|| self.report_part(it))
                .or_else(|| SettingKey::named(it).map(|it| setting_text(it, self.language)))
                .or_else(|| self.named(rule, it))
                .or_else(|| dated(it, self.language))
                .or_else(|| self.number(rule, it))
        };
        if let Some(text) = whole(text) {
            return text;
        }
        // The numbers of a series come with its name and their year, and a list of steps with a space between them.
        let parts: Vec<&str> = text.split(' ').collect();
        if let (true, Some(parts)) =
            (parts.len() > 1, parts.iter().map(|it| whole(it)).collect::<Option<Vec<_>>>())
        {
            return parts.join(self.language.of("，", ", "));
        }
        if let (true, [series, year, numbers @ ..]) = (rule == "number.gaps", parts.as_slice()) {
            let (series, numbers) = (self.series(series), numbers.join(" "));
            let year = year.trim_end_matches(':');
            return match (numbers.is_empty(), self.language) {
                (true, Language::Zh) => format!("{series}{year}年"),
                (true, Language::En) => format!("{series} of the year {year}"),
                (false, Language::Zh) => format!("{series}{year}年，序号{numbers}"),
                (false, Language::En) => format!("{series} of the year {year}, serials {numbers}"),
            };
        }
        // A document comes with the name of one to whom it was sent and who is no unit of the body.
        if let (true, Some((document, to))) = (rule.starts_with("receipt."), text.split_once(' '))
            && let Some(document) = self.named(rule, document)
        {
            return [document, self.said(rule, to)].join(self.language.of("，", ", "));
        }
        // What is no word of Chinese is only quoted.
        let foreign =
            text.chars().any(|it| it.is_ascii_alphanumeric()) || !text.chars().any(char::is_alphabetic);
        if foreign { self.quoted(text) } else { text.to_owned() }
    }

    fn series(&self, id: &str) -> String {
        self.thing(SeriesId::KIND, id).unwrap_or_else(|| self.quoted(id))
    }

    pub(crate) fn report_part(&self, id: &str) -> Option<String> {
        let mut parts = self.charter.settings().report_parts.fixed()?.iter();
        parts.find(|it| it.id.as_str() == id).map(|it| self.language.of(&it.zh, &it.en).to_string())
    }

    /// A number, with what it counts.
    fn number(&self, rule: &str, text: &str) -> Option<String> {
        if !text.bytes().all(|it| it.is_ascii_digit() || it == b'-') {
            return None;
        }
        let is_year = text.len() == 4
            && !["number.", "note.no_work", "correction.", "entry."].iter().any(|it| rule.starts_with(it));
        Some(match self.language {
            Language::Zh if is_year => format!("{text}年"),
            Language::En if is_year => format!("the year {text}"),
            _ if text == "-" => self.language.of("没有", "nobody").to_owned(),
            Language::Zh if rule.starts_with("number.") => format!("序号{text}"),
            Language::En if rule.starts_with("number.") => format!("serial {text}"),
            Language::Zh if rule.starts_with("minutes.") => format!("第{text}稿"),
            Language::En if rule.starts_with("minutes.") => format!("draft {text}"),
            Language::Zh if of_entries(rule) => format!("第{text}条记录"),
            Language::En if of_entries(rule) => format!("entry {text}"),
            Language::Zh => format!("第{text}版"),
            Language::En => format!("version {text}"),
        })
    }

    /// What a thing of that name is called. A name may be given to things of several kinds: that of the rule comes first.
    fn named(&self, rule: &str, name: &str) -> Option<String> {
        let first: &[&str] = match rule.split_once('.')?.0 {
            "assignment" | "cooperation" | "task" => &[AssignmentId::KIND],
            "action" | "enforcement" => &[ActionId::KIND],
            "agenda" | "item" | "matters" | "decision" => &[ItemId::KIND],
            "attendance" | "meeting" | "collection" => &[MeetingId::KIND],
            "minutes" | "consent" | "countersign" | "number" => &[MinutesId::KIND],
            "document" | "receipt" => &[DocumentId::KIND, MinutesId::KIND],
            "group" => &[GroupId::KIND],
            "inspection" => &[InspectionId::KIND],
            "matter" => &[MatterId::KIND],
            "incoming" => &[IncomingId::KIND],
            "opinion" => &[CaseId::KIND],
            "child" => &[ChildId::KIND],
            "post" | "role" => &[PostId::KIND],
            "register" => &[RegisterItemId::KIND],
            "request" => &[RequestId::KIND],
            _ => &[],
        };
        first.iter().chain(KINDS).find_map(|kind| self.thing(kind, name))
    }

    /// What the thing of a kind and a name is called; none if there is no such thing.
    pub(crate) fn thing(&self, kind: &'static str, name: &str) -> Option<String> {
        let (body, language) = (self.body, self.language);
        let titled = |title: &str| Some(self.quoted(title));
        // A name in Chinese, such as a person may have, needs no word before it.
        let is_name = !name.chars().any(|it| it.is_ascii_alphanumeric());
        let by_id = || match language {
            _ if is_name => name.to_owned(),
            Language::Zh => format!("{}「{name}」", kind_text(kind, language)),
            Language::En => format!("{} “{name}”", kind_text(kind, language)),
        };
        let is = |known: bool| known.then(by_id);
        match kind {
            UnitId::KIND => self.unit_name(&id(name)?),
            PersonId::KIND => is(body.state().membership.knows_person(&id(name)?)),
            PostId::KIND => {
                let post = self.charter.post(&id(name)?)?;
                let title = language.of(&post.zh, &post.en);
                Some(match (post.unit.as_ref().map(|it| self.unit(it)), language) {
                    (Some(unit), Language::Zh) => format!("{unit}{title}"),
                    (Some(unit), Language::En) => format!("{title} of {unit}"),
                    (None, _) => title.to_string(),
                })
            }
            ItemId::KIND => titled(body.item(&id(name)?)?.title().as_str()),
            MeetingId::KIND => {
                let meeting = body.meeting(&id(name)?)?;
                let (kind, on) = (meeting.kind().text(language), day(meeting.held_at().date(), language));
                Some(match language {
                    Language::Zh => format!("{on}的{kind}"),
                    Language::En => format!("the {kind} of {on}"),
                })
            }
            MinutesId::KIND => {
                let meeting = self.thing(MeetingId::KIND, body.minutes(&id(name)?)?.meeting().as_str())?;
                Some(match language {
                    Language::Zh => format!("{meeting}的纪要"),
                    Language::En => format!("the minutes of {meeting}"),
                })
            }
            DocumentId::KIND => titled(body.document(&id(name)?)?.title().as_str()),
            BulletinId::KIND => {
                titled(body.bulletins().find(|(it, _)| it.as_str() == name)?.1.title().as_str())
            }
            AssignmentId::KIND => {
                let assignment = body.assignment(&id(name)?)?;
                let unit = self.unit(assignment.unit());
                let item = self.thing(ItemId::KIND, assignment.item().as_str())?;
                Some(match language {
                    Language::Zh => format!("{unit}承担的任务{item}"),
                    Language::En => format!("the task of {unit} under {item}"),
                })
            }
            RequestId::KIND => {
                let topic = self.quoted(body.request(&id(name)?)?.topic().as_str());
                Some(match language {
                    Language::Zh => format!("关于{topic}的提请"),
                    Language::En => format!("the request on {topic}"),
                })
            }
            RegisterItemId::KIND => {
                let item = body.register_item(&id(name)?)?;
                titled(item.versions().last()?.matter().as_str())
            }
            IncomingId::KIND => titled(body.incoming(&id(name)?)?.subject().as_str()),
            ChildId::KIND => titled(body.child(&id(name)?)?.title().as_str()),
            CharterId::KIND => {
                let charter = Some(self.charter).filter(|it| it.id().as_str() == name)?;
                let title = &charter.file().title;
                titled(language.of(&title.zh, &title.en).as_str())
            }
            SeriesId::KIND => {
                // A series of a version that is not in force yet can be spoken of.
                let charters = std::iter::once(self.charter).chain(self.body.charters());
                let mut all = charters.flat_map(|it| it.settings().series.fixed().into_iter().flatten());
                all.find(|it| it.id.as_str() == name).map(|it| it.code.to_string())
            }
            ClassId::KIND => {
                let mut all = self.charter.settings().member_classes.fixed().into_iter().flatten();
                all.find(|it| it.id.as_str() == name).map(|it| language.of(&it.zh, &it.en).to_string())
            }
            ClauseId::KIND => is(self.charter.clause(name).is_some()),
            ActionId::KIND => is(body.joint_action(&id(name)?).is_some()),
            GroupId::KIND => is(body.working_group(&id(name)?).is_some()),
            InspectionId::KIND => is(body.inspection(&id(name)?).is_some()),
            ChannelId::KIND => is(body.data_channel(&id(name)?).is_some()),
            CaseId::KIND => is(body.opinion_case(&id(name)?).is_some()),
            MatterId::KIND => is(body.assigned_matter(&id(name)?).is_some()),
            _ => None,
        }
    }
}

/// Whether the numbers that a rule names are those of entries.
fn of_entries(rule: &str) -> bool {
    ["note.", "correction.", "entry."].iter().any(|it| rule.starts_with(it))
}

fn id<I: FromStr>(name: &str) -> Option<I> {
    name.parse().ok()
}

/// What a word of one of the lists is called: of the list that the rule speaks of, or of the first that has it.
fn word(rule: &str, word: &str, language: Language) -> Option<&'static str> {
    let first = match rule {
        "document.kind_is_formal" => of_list::<DocumentKind>(word, language),
        "document.in_a_permitted_name" | "document.sealed_as_permitted" => of_list::<Carrier>(word, language),
        "change.notified_promptly" => of_list::<Lacking>(word, language),
        "reading.is_open" => option(word, language),
        "correction.keeps_the_act" => ActKind::named(word).map(|it| it.title(language)),
        _ => None,
    };
    let lists = [
        of_list::<Step>,
        of_list::<MeetingKind>,
        of_list::<ItemKind>,
        of_list::<Lacking>,
        of_list::<Named>,
        of_list::<Capacity>,
        of_list::<Role>,
        of_list::<OpinionLeg>,
        of_list::<Power>,
        of_list::<PriorStep>,
        of_list::<Purpose>,
        of_list::<Rank>,
        of_list::<UnitKind>,
        of_list::<Mode>,
        of_list::<Succession>,
        of_list::<HolderKind>,
        of_list::<Transition>,
        of_list::<Carrier>,
        of_list::<Decider>,
        of_list::<DocumentKind>,
        of_list::<Publicness>,
        of_list::<Standing>,
    ];
    first.or_else(|| lists.iter().find_map(|it| it(word, language)))
}

/// What an option of a reading is called where the question is not said.
fn option(word: &str, language: Language) -> Option<&'static str> {
    match word {
        "yes" => Some(language.of("是", "yes")),
        "no" => Some(language.of("否", "no")),
        _ => ReadingKey::ALL.iter().find_map(|it| it.option_text(word, language)),
    }
}

fn of_list<W: Word>(word: &str, language: Language) -> Option<&'static str> {
    W::LIST.iter().find(|it| it.word() == word).map(|it| it.text(language))
}
