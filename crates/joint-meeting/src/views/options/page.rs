//! The options page by page: about one thing, of some kinds of acts, so many at a time.

use serde::{Deserialize, Deserializer, Serialize, de};

use crate::{
    body::JointMeeting,
    terms::{
        act_kind::ActKind,
        id::PersonId,
        limits::{OPTIONS_MAX, OPTIONS_PAGE},
        order,
        time::Time,
    },
    views::options::{Choice, rarity},
};

/// Which of the options are asked for. Nothing said, the first page of all.
///
/// ```
/// use joint_meeting::{ActKind, Charter, JointMeeting, answer::OptionsWanted};
///
/// let body = JointMeeting::new([Charter::bundled("nankai-dog-2022")?])?;
/// let (by, at) = ("p1".parse()?, "2022-06-01T09:00:00+08:00".parse()?);
/// let wanted = OptionsWanted::default().kinds([ActKind::Convene, ActKind::AddAgendaItem]).limit(2);
/// let first = body.options_page(&by, at, &wanted);
/// assert_eq!(first.rows.len(), 2);
/// let rest = body.options_page(&by, at, &wanted.after(first.after.unwrap()));
/// assert!(rest.rows.iter().all(|it| !first.rows.contains(it)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OptionsWanted {
    /// Only what belongs to the thing of this name, or names it.
    pub about: Option<String>,
    /// Only acts of these kinds; none said, all.
    pub kinds: Vec<ActKind>,
    /// How many rows a page has at most, from one to [`OPTIONS_MAX`](crate::limits::OPTIONS_MAX); what lies beyond is taken
    /// as the nearest of these.
    pub limit: u16,
    /// Where the page before ended.
    pub after: Option<OptionsAfter>,
}

/// Where a page of options ended: at an act of a kind, in the order in which they are tried.
///
/// It holds as long as nothing happens to the body. Once something has, rows can be left out or come twice: begin again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct OptionsAfter {
    /// The kind of act that comes next.
    pub act: ActKind,
    /// How many acts of the kind were tried.
    pub tried: u32,
}

/// A page of options.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct OptionsPage {
    /// The choices of this page, in the order of [`JointMeeting::options`].
    pub rows: Vec<Choice>,
    /// How many choices of each kind there are on all pages; kinds without any are left out.
    pub counts: Vec<OptionsCount>,
    /// Where the next page begins; without it, this is the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<OptionsAfter>,
}

/// How many choices of a kind there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct OptionsCount {
    /// The kind of act.
    pub act: ActKind,
    /// The number of choices.
    pub rows: u32,
    /// Whether there are at least so many, and perhaps more: no more than
    /// [`OPTIONS_COUNTED`](crate::limits::OPTIONS_COUNTED) are counted.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub at_least: bool,
}

impl Default for OptionsWanted {
    fn default() -> Self {
        Self { about: None, kinds: Vec::new(), limit: OPTIONS_PAGE, after: None }
    }
}

impl OptionsWanted {
    /// Only what belongs to the thing of this name, or names it.
    #[must_use]
    pub fn about(self, thing: impl Into<String>) -> Self {
        Self { about: Some(thing.into()), ..self }
    }

    /// Only acts of these kinds.
    #[must_use]
    pub fn kinds(self, kinds: impl IntoIterator<Item = ActKind>) -> Self {
        Self { kinds: kinds.into_iter().collect(), ..self }
    }

    /// A page with at most so many rows.
    #[must_use]
    pub fn limit(self, limit: u16) -> Self {
        Self { limit, ..self }
    }

    /// The page after another.
    #[must_use]
    pub fn after(self, after: OptionsAfter) -> Self {
        Self { after: Some(after), ..self }
    }
}

/// Reads the number of rows of a page.
pub(crate) fn limit<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u16>, D::Error> {
    match u32::deserialize(deserializer)?.try_into() {
        Ok(rows @ 1..=OPTIONS_MAX) => Ok(Some(rows)),
        _ => Err(de::Error::custom(format!("a page has from 1 to {OPTIONS_MAX} rows"))),
    }
}

/// When an act has its turn: what is usual before what is rare, and the choice among readings last.
fn turn(act: &ActKind) -> (u8, ActKind) {
    (rarity(*act), *act)
}

impl JointMeeting {
    /// A page of the acts an actor could try at a moment, kind by kind, what is usual before what is rare, and how many of each kind there are.
    ///
    /// No more acts are made than the page and the counts need. A page can have fewer rows than were asked for, and be
    /// followed by another nevertheless.
    pub fn options_page(&self, by: &PersonId, at: Time, wanted: &OptionsWanted) -> OptionsPage {
        let sought = self.sought(by, at, wanted.about.as_deref());
        let most = usize::from(wanted.limit.clamp(1, OPTIONS_MAX));
        let kinds = ActKind::ALL.iter().filter(|it| wanted.kinds.is_empty() || wanted.kinds.contains(it));
        let mut kinds: Vec<ActKind> = kinds.copied().collect();
        order::sort_by_key(&mut kinds, turn);
        let begin = wanted.after.map(|it| (it.act, it.tried));
        let (mut rows, mut after) = (Vec::new(), None);
        for kind in kinds.iter().copied().filter(|it| begin.is_none_or(|(from, _)| turn(it) >= turn(&from))) {
            let from = begin.map_or(0, |(act, tried)| if act == kind { tried } else { 0 });
            let more = self.rows_of(kind, &sought, from, most - rows.len(), &mut rows);
            if let Some(tried) = more {
                after = Some(OptionsAfter { act: kind, tried });
                break;
            }
        }
        kinds.sort_unstable();
        let counts = kinds.into_iter().map(|act| (act, self.count_of(act, &sought)));
        let counts = counts.map(|(act, (rows, at_least))| OptionsCount { act, rows, at_least });
        let counts = counts.filter(|it| it.rows > 0 || it.at_least).collect();
        // On a page they stand as among all.
        order::sort_by_key(&mut rows, |it| it.act.kind());
        OptionsPage { rows: self.finished(rows, &sought), counts, after }
    }
}
