//! The act `adopt_charter` adopts the charter (制定并印发制度), from which time on the body exists.
//!
//! The first holders and members that it names are in `adopt`.

use crate::{
    charter::{
        Charter,
        file::KnownFrom,
        settings::{SettingKey, choices::Holder, values::ReservedName},
    },
    kernel::{
        act::ActType,
        finding::{Finding, Standing},
        outcome::Outcome,
        resolver::Resolver,
        roles::listed,
        rule::{Guard, Rule, ensure, instead},
        view::Case,
        word::word,
    },
    law::founding::{
        Approval,
        adopt::{
            FirstHolder, FirstMember, MEMBERS_ARE_ITS_OWN, classes_are_known, introduced, members_are_its_own,
        },
    },
    state::State,
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::{CharterId, PostId, UnitId},
        matter::MatterRef,
        record::record,
        sorted::Set,
        words::{Rank, Role},
    },
};

record! {
    /// Adopts the charter (制定并印发制度): the body exists from now on.
    ///
    /// No other act is possible before this one (`body.is_founded`), and it is done once (`charter.adopted_once`):
    /// after that the charter is amended. Whoever adopts the charter acts for a lead unit: the person is one of the
    /// `holders`, with a post in a unit that the charter names as lead unit, or in any unit where it names none
    /// (`charter.adopted_by_lead`). Where the charter asks for them, the superior's approval and the agreement of every
    /// member unit are there (`charter.creation_approved`, `charter.creation_agreed`), and the charter's text fixes
    /// what it says it must state (`charter.states_what_it_must`). Member units are named in the act only where the
    /// charter lists none, or through a class (`charter.members_are_its_own`).
    ///
    /// It settles the version that is adopted, and the digest of its file. The member units belong to the body and the
    /// holders are in their posts from the day on which the charter takes effect or, where it names no day, from the
    /// day of the act.
    ///
    /// ```
    /// use joint_meeting::{Act, act::{AdoptCharter, Approval, FirstHolder}, wire};
    ///
    /// let head = FirstHolder::new("deputy-head".parse()?, "p1".parse()?);
    /// let act = AdoptCharter::new("nankai-dog-2022".parse()?, 1, [head])
    ///     .approval(Approval::new("the district government".parse()?, "2022-04-15".parse()?));
    /// let json = r#"{
    ///     "type": "adopt_charter", "charter": "nankai-dog-2022", "version": 1,
    ///     "holders": [{"post": "deputy-head", "person": "p1"}],
    ///     "approval": {"by": "the district government", "on": "2022-04-15"}
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct AdoptCharter {
        /// The charter.
        pub charter: CharterId,
        /// Its version.
        pub version: u32,
        /// Who holds which post at the beginning.
        pub holders: Vec<FirstHolder>,
        /// Who the member units are, in protocol order, where the charter does not list them.
        optional pub members: Vec<FirstMember>,
        /// The superior's approval, where one is needed.
        optional pub approval: Option<Approval>,
        /// The units that have agreed, where they have to.
        optional pub agreed_by: Vec<UnitId>,
    }
}

impl AdoptCharter {
    /// The member units at the beginning.
    fn units<'s>(&'s self, charter: &'s Charter) -> impl Iterator<Item = &'s UnitId> {
        listed(charter).iter().chain(self.members.iter().map(|it| &it.unit))
    }
}

/// Whether a convener's post has the rank, or a higher one.
fn heads(case: &Case<'_, AdoptCharter>, rank: Rank) -> bool {
    let settings = case.settings();
    let heads =
        settings.chief_convener.fixed().into_iter().chain(settings.conveners.fixed().into_iter().flatten());
    let posts = heads.filter_map(|it| match it {
        Holder::Post(post) => case.charter.post(post)?.rank,
        Holder::Unit(_) => None,
    });
    posts.into_iter().any(|it| it <= rank || rank.covers(it))
}

impl ActType for AdoptCharter {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::always(
                "charter.adopted_once",
                "制度只制定一次，其后只有修订",
                "the charter is adopted once; after that it is amended",
            )
            .cured_by(&[instead(ActKind::AmendCharter, &[Role::LeadUnit])]),
            check: |it| {
                ensure(!it.state.founding().is_founded(), || {
                    Finding::state(Standing::Founded, &[Standing::NotFounded])
                })
            },
        },
        Guard {
            rule: Rule::law(
                "charter.adopted_by_lead",
                "制度由牵头单位会同各单位制定",
                "the lead unit adopts the charter, with the other units",
            ),
            check: |it| {
                let lead = it.settings().lead_units.fixed();
                let mine = it.act.holders.iter().filter(|holder| holder.person == *it.by);
                let mine = mine.filter_map(|holder| holder.seat(it.charter));
                let leads = |unit: &UnitId| lead.is_none_or(|lead| lead.is_empty() || lead.contains(unit));
                ensure(mine.into_iter().any(leads), || Finding::NeedsRole {
                    roles: vec![Role::LeadUnit],
                    unit: None,
                })
            },
        },
        Guard {
            rule: Rule::always(
                "charter.posts_held_once",
                "一职一人",
                "a post that one person holds has one holder",
            ),
            check: |it| {
                let several = |post: &PostId| it.charter.post(post).is_some_and(|it| it.several);
                let mut seen = Set::new();
                let mut is_new = |holder: &FirstHolder| {
                    let person = several(&holder.post).then(|| holder.person.clone());
                    seen.insert((holder.post.clone(), holder.seat(it.charter).cloned(), person))
                };
                let twice: Vec<String> = it
                    .act
                    .holders
                    .iter()
                    .filter(|holder| !is_new(holder))
                    .map(|holder| holder.post.to_string())
                    .collect();
                ensure(twice.is_empty(), || Finding::Unwanted { what: twice })
            },
        },
        Guard { rule: MEMBERS_ARE_ITS_OWN, check: |it| members_are_its_own(it.charter, &it.act.members) },
        Guard {
            rule: Rule::law(
                "charter.creation_approved",
                "设立已经上级批准",
                "the superior has approved the founding",
            )
            .needs(&[SettingKey::Creation]),
            check: |it| match it.settings().creation.fixed() {
                Some(creation) if creation.approval => it.approved(it.act.approval.as_ref()),
                _ => Ok(()),
            },
        },
        Guard {
            rule: Rule::law(
                "charter.creation_agreed",
                "设立已经各成员单位同意",
                "every member unit has agreed to the founding",
            )
            .needs(&[SettingKey::Creation]),
            check: |it| match it.settings().creation.fixed() {
                Some(creation) if creation.agreement => {
                    it.agreed_by(&it.act.agreed_by, it.act.units(it.charter))
                }
                _ => Ok(()),
            },
        },
        Guard {
            rule: Rule::law(
                "charter.states_what_it_must",
                "制度写明了应当写明的事项",
                "the charter states what it must state",
            )
            .needs(&[SettingKey::MustState]),
            check: |it| {
                // Where only a record of a charter is known, nobody can say what its text leaves out.
                let from_text = it.charter.file().known_from == KnownFrom::Text;
                let asked = it.settings().must_state.fixed().into_iter().flatten();
                let missing = asked.filter(|key| !it.settings().fixes(key.as_str()));
                let what: Vec<String> = missing.map(ToString::to_string).collect();
                ensure(!from_text || what.is_empty(), || Finding::Missing { what })
            },
        },
        Guard {
            rule: Rule::law(
                "charter.convener_is_of_the_kind_asked",
                "召集人是规定的单位或者职务",
                "the convener is a unit, or a post, as is asked",
            )
            .needs(&[SettingKey::ConvenerKind, SettingKey::Conveners]),
            check: |it| {
                let Some(asked) = it.settings().convener_kind.fixed() else { return Ok(()) };
                let conveners = it.settings().conveners.fixed().into_iter().flatten();
                let other = conveners.map(Holder::kind).find(|it| it != asked);
                other.map_or(Ok(()), |it| Err(Finding::Differs { found: word(&it), expected: word(asked) }))
            },
        },
        Guard {
            rule: Rule::law(
                "charter.name_fits_its_head",
                "名称所用的字样与召集人的职级相称",
                "the name has no word that is kept for bodies with a higher head",
            )
            .needs(&[SettingKey::ReservedNames]),
            check: |it| {
                let title = it.charter.file().title.zh.as_str();
                let kept = it.settings().reserved_names.fixed().into_iter().flatten();
                let bad = kept.filter(|kept| title.contains(kept.word.as_str()) && !heads(it, kept.rank));
                let what: Vec<String> = bad.map(|it: &ReservedName| it.word.to_string()).collect();
                ensure(what.is_empty(), || Finding::Unwanted { what })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["holders", "members", "approval"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        let (charter, charters) = (names.charter, names.charters);
        if charters.iter().all(|it| *it.id() != self.charter) {
            names.unknown(&self.charter);
        } else if charters.iter().all(|it| it.version() != self.version) {
            names.unknown_word("version", &self.version.to_string());
        }
        classes_are_known(charter, &self.members, names);
        for unit in &self.agreed_by {
            if !self.units(charter).any(|it| it == unit) {
                names.unknown(unit);
            }
        }
        for holder in &self.holders {
            match charter.post(&holder.post) {
                None => names.unknown(&holder.post),
                Some(post) => {
                    // A post of one unit, named with another unit, is no post of the body.
                    let own = |it: &&UnitId| post.unit.as_ref().is_none_or(|own| own == *it);
                    let known = |it: &&UnitId| own(it) && charter.unit(it).is_some();
                    let joins =
                        |it: &UnitId| post.unit.is_none() && self.members.iter().any(|new| new.unit == *it);
                    for unit in holder.unit.iter().filter(|it| !known(it) && !joins(it)) {
                        names.unknown(unit);
                    }
                    if post.unit.is_none() && holder.unit.is_none() {
                        names.unknown(&holder.post);
                    }
                }
            }
        }
        Some(())
    }

    fn settle(case: &Case<'_, Self>) -> Outcome {
        Outcome::Adopted { version: case.charter.version(), digest: case.charter.digest().to_owned() }
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        state.founding.adopted = Some(stamp.deed());
        state.founding.versions.insert(stamp.at.date(), self.version);
        state.documents.take_number_of(charter);
        let from = charter.effective_from().unwrap_or_else(|| stamp.at.date());
        let membership = &mut state.membership;
        let named = introduced(membership, charter, &self.members, from);
        membership.found(listed(charter), named, from);
        membership.meet(stamp.by);
        for it in &self.holders {
            if let Some(unit) = it.seat(charter) {
                membership.take_seat(&it.post, unit, &it.person, false, from, stamp.no);
            }
        }
    }
}
