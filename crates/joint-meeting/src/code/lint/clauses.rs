//! The lints on clauses, on what stands behind them, on the units and posts they name, and on the official text.

use crate::{
    charter::{
        file::{Clause, Force, KnownFrom},
        outline::{Level, Node, outline},
        readings::ReadingKey,
        settings::{SettingKey, Settings, choices::Holder},
        text::{self, Misplacement},
    },
    code::lint::{Facts, Spot},
    registry::rules,
    terms::{
        id::{PostId, UnitId},
        sorted::Set,
    },
};

/// The questions asked when a matter is settled, and so by no rule.
const ASKED_ON_SETTLING: &[ReadingKey] = &[ReadingKey::PartialBinds];

pub(crate) fn no_way_out(facts: &Facts<'_>) -> Vec<Spot> {
    let consensus = facts.claimed.contains("decision.has_consensus");
    facts.at(SettingKey::Escalation, consensus && facts.settings.escalation.fixed().is_none(), "")
}

pub(crate) fn overruled(facts: &Facts<'_>) -> Vec<Spot> {
    facts.charter.overruled().iter().map(|it| (it.clause.to_string(), it.what.clone())).collect()
}

/// Whether a setting matters whatever rules are claimed: it says who belongs to the body, who is who in it, or by which
/// version open matters go on.
fn is_used_anyway(key: SettingKey) -> bool {
    key == SettingKey::Transition || ["unit.", "role."].iter().any(|it| key.name().starts_with(it))
}

pub(crate) fn setting_without_rule<'c>(facts: &Facts<'c>) -> Vec<Spot> {
    let mut asked: Set<SettingKey> = Set::new();
    let mut claimed: Set<SettingKey> = Set::new();
    for rule in rules::all() {
        asked.extend(rule.settings.iter().copied());
        if facts.claimed.contains(rule.id) {
            claimed.extend(rule.settings.iter().copied());
        }
    }
    let own = facts.charter.file().clauses.iter();
    let known = |clause: &'c Clause| clause.sets.keys().filter_map(|it| SettingKey::named(it));
    let sets = own.flat_map(|clause| known(clause).map(move |key| (clause, key)));
    let idle = sets.filter(|(_, key)| !is_used_anyway(*key) && asked.contains(key) && !claimed.contains(key));
    idle.map(|(clause, key)| (clause.id.to_string(), key.to_string())).collect()
}

pub(crate) fn body_unnamed(facts: &Facts<'_>) -> Vec<Spot> {
    let title = facts.charter.file().title.zh.as_str();
    let is_named = title.contains("联席会议制度") || facts.settings.body_name.fixed().is_some();
    if is_named { Vec::new() } else { vec![("title".to_owned(), String::new())] }
}

/// What a rule about joint meetings asks of charters; a charter itself does not speak of it.
const OF_GENERAL: &[SettingKey] =
    &[SettingKey::MustState, SettingKey::ReservedNames, SettingKey::ConvenerKind];

/// What few charters have a reason to speak of.
const OF_FEW: &[SettingKey] = &[
    SettingKey::BodyName,
    SettingKey::Related,
    SettingKey::Jurisdictions,
    SettingKey::UnitCount,
    SettingKey::ListedInPart,
    SettingKey::UnitDuties,
    SettingKey::UnitDutiesBy,
    SettingKey::OfficesBesides,
    SettingKey::ActingFor,
    SettingKey::Ordinals,
    SettingKey::Sponsor,
    SettingKey::InspectionOf,
];

pub(crate) fn setting_unspoken(facts: &Facts<'_>) -> Vec<Spot> {
    let own = SettingKey::ALL.iter().filter(|key| !OF_GENERAL.contains(key) && !OF_FEW.contains(key));
    let unspoken = own.filter(|key| !facts.settings.is_set(**key));
    unspoken.map(|key| (key.to_string(), String::new())).collect()
}

pub(crate) fn not_stated(facts: &Facts<'_>) -> Vec<Spot> {
    // Where only a record of a charter is known, nobody can say what its text leaves out.
    let from_text = facts.charter.file().known_from == KnownFrom::Text;
    let must = facts.settings.must_state.fixed().into_iter().flatten().filter(|_| from_text);
    let missing = must.filter(|it| !facts.settings.fixes(it.as_str()));
    missing.map(|it| (facts.place(SettingKey::MustState), it.to_string())).collect()
}

pub(crate) fn reading_not_asked<'c>(facts: &Facts<'c>) -> Vec<Spot> {
    let claimed = rules::all().filter(|it| it.always || facts.claimed.contains(it.id));
    let asked: Set<ReadingKey> =
        claimed.flat_map(|it| it.readings).chain(ASKED_ON_SETTLING).copied().collect();
    // That nothing settles a question can be said before anything asks it.
    let own = facts.charter.file().clauses.iter().filter(|it| it.force != Force::Silence);
    let known = |clause: &'c Clause| clause.readings.keys().filter_map(|it| ReadingKey::named(it));
    let declared = own.flat_map(|clause| known(clause).map(move |key| (clause, key)));
    let idle = declared.filter(|(_, key)| !asked.contains(key));
    idle.map(|(clause, key)| (clause.id.to_string(), key.to_string())).collect()
}

pub(crate) fn nothing_behind_it(facts: &Facts<'_>) -> Vec<Spot> {
    let obliges = |it: &Clause| matches!(it.force, Force::Must | Force::MustUnquantified);
    let empty = |it: &Clause| it.rules.is_empty() && it.sets.is_empty() && it.readings.is_empty();
    let own = facts.charter.file().clauses.iter().filter(|it| obliges(it) && empty(it));
    own.map(|it| (it.id.to_string(), String::new())).collect()
}

pub(crate) fn unused_unit(facts: &Facts<'_>) -> Vec<Spot> {
    let file = facts.charter.file();
    let mut used: Set<&UnitId> = Set::new();
    used.extend(file.units.iter().filter_map(|it| it.within.as_ref()));
    used.extend(file.posts.iter().filter_map(|it| it.unit.as_ref()));
    // What is used until a rule from above binds is used.
    used.extend(facts.charter.settings_in_turn().flat_map(units_in));
    let unused = file.units.iter().filter(|it| !used.contains(&it.id));
    unused.map(|it| (it.id.to_string(), String::new())).collect()
}

fn units_in(settings: &Settings) -> Set<&UnitId> {
    let mut used: Set<&UnitId> = Set::new();
    let lists = [settings.members.fixed(), settings.issue_order.fixed(), settings.lead_units.fixed()];
    used.extend(lists.into_iter().flatten().flatten());
    used.extend(settings.series.fixed().into_iter().flatten().map(|it| &it.unit));
    let thresholds = settings.request_right.fixed().into_iter().flat_map(|it| &it.thresholds);
    used.extend(thresholds.flat_map(|it| &it.of));
    used.extend(settings.holders().filter_map(|(_, it)| match it {
        Holder::Unit(unit) => Some(unit),
        Holder::Post(_) => None,
    }));
    used.extend(settings.offices().filter_map(|(_, it)| it.host()));
    used.extend(settings.sponsor.fixed());
    used.extend(settings.unit_duties.fixed().into_iter().flatten().map(|it| &it.unit));
    used
}

pub(crate) fn unused_post(facts: &Facts<'_>) -> Vec<Spot> {
    let used: Set<&PostId> = facts.charter.settings_in_turn().flat_map(posts_in).collect();
    let unused = facts.charter.file().posts.iter().filter(|it| !used.contains(&it.id));
    unused.map(|it| (it.id.to_string(), String::new())).collect()
}

fn posts_in(settings: &Settings) -> Set<&PostId> {
    let mut used: Set<&PostId> = settings.responsible_posts.fixed().into_iter().flatten().collect();
    used.extend(settings.presiding.fixed().into_iter().flat_map(|it| it.values()).flat_map(|it| &it.posts));
    used.extend(settings.holders().filter_map(|(_, it)| match it {
        Holder::Post(post) => Some(post),
        Holder::Unit(_) => None,
    }));
    used.extend(settings.offices().flat_map(|(_, it)| it.posts()));
    used
}

/// The key phrases with which one thing is the matter.
fn misplaced(facts: &Facts<'_>, what: Misplacement) -> Vec<Spot> {
    let all = facts.misplaced.iter().filter(|it| it.what == what);
    all.map(|it| (it.clause.to_string(), it.about().to_owned())).collect()
}

pub(crate) fn key_not_in_text(facts: &Facts<'_>) -> Vec<Spot> {
    misplaced(facts, Misplacement::Missing)
}

pub(crate) fn key_reworded(facts: &Facts<'_>) -> Vec<Spot> {
    misplaced(facts, Misplacement::Reworded)
}

pub(crate) fn key_elsewhere(facts: &Facts<'_>) -> Vec<Spot> {
    misplaced(facts, Misplacement::Elsewhere)
}

pub(crate) fn key_in_other_paragraph(facts: &Facts<'_>) -> Vec<Spot> {
    misplaced(facts, Misplacement::OtherParagraph)
}

pub(crate) fn heading_uncited(facts: &Facts<'_>) -> Vec<Spot> {
    let Some(text) = facts.text else { return Vec::new() };
    let own = &facts.charter.file().clauses;
    let cited: Set<&str> = own.iter().flat_map(|it| text::headings(it.at.as_str())).collect();
    let outline = outline(text);
    let Some(part) = outline.parts.get(facts.charter.own_part(&outline)) else { return Vec::new() };
    let nodes = part.nodes().filter(|it| !it.paragraphs.is_empty());
    // A clause may cite with the part or without; numbered items are within what is cited above them.
    let at = |it: &Node<'_>| it.at.strip_prefix(&part.at).unwrap_or(&it.at).to_owned();
    let within = |node: &Node<'_>, cited: &str| {
        node.level >= Level::Third && !cited.is_empty() && node.at.starts_with(cited)
    };
    let covered = |it: &Node<'_>| {
        cited.contains(it.at.as_str())
            || cited.contains(at(it).as_str())
            || cited.iter().any(|cited| within(it, cited) || within(it, &format!("{}{cited}", part.at)))
    };
    nodes.filter(|it| !covered(it)).map(|it| (at(it), String::new())).collect()
}
