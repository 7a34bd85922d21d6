//! The case that a row of the checks looks at, and what the row can say of it.
//!
//! What each row asks is in `form`, `number` and `issuing`.

use joint_meeting::words::DocumentKind;

use super::{finding::PaperVerdict, rows::RowWords};
use crate::paper::{Paper, PaperDirection, PaperKnown, PaperLayout};

/// What a row looks at.
pub(super) struct PaperCase<'p> {
    pub(super) paper: &'p Paper,
    pub(super) known: &'p PaperKnown,
    pub(super) words: &'static RowWords,
}

pub(super) struct RowFound {
    pub(super) verdict: PaperVerdict,
    pub(super) found: Vec<String>,
}

pub(super) fn not_applicable() -> RowFound {
    RowFound { verdict: PaperVerdict::NotApplicable, found: Vec::new() }
}

pub(super) fn not_judged<S: ToString>(found: impl IntoIterator<Item = S>) -> RowFound {
    RowFound { verdict: PaperVerdict::NotJudged, found: found.into_iter().map(|it| it.to_string()).collect() }
}

/// The row is broken if anything was found, and fine otherwise.
pub(super) fn unless<S: ToString>(found: impl IntoIterator<Item = S>) -> RowFound {
    let found: Vec<String> = found.into_iter().map(|it| it.to_string()).collect();
    let verdict = if found.is_empty() { PaperVerdict::Fine } else { PaperVerdict::Breach };
    RowFound { verdict, found }
}

/// The row is fine if all is well, and otherwise broken with one thing found.
pub(super) fn fine_if(well: bool, found: impl ToString) -> RowFound {
    unless((!well).then(|| found.to_string()))
}

impl<'p> PaperCase<'p> {
    /// Whether it is laid out as a formal document.
    pub(super) fn is_formal(&self) -> bool {
        matches!(self.paper.layout, PaperLayout::Document | PaperLayout::Minutes | PaperLayout::Letter)
    }

    /// Whether it goes out, which whatever is laid out as a document does unless it is known not to.
    pub(super) fn goes_out(&self) -> bool {
        self.known.goes_out != Some(false)
    }

    pub(super) fn is(&self, kind: DocumentKind) -> bool {
        self.paper.kind == Some(kind)
    }

    /// The issuers, the sponsor first.
    pub(super) fn issuers(&self) -> &'p [String] {
        let signed = self.paper.signature.as_ref().map_or(&[][..], |it| &it.by);
        if signed.is_empty() { self.known.issuers.as_deref().unwrap_or(&[]) } else { signed }
    }

    pub(super) fn is_joint(&self) -> bool {
        self.is_formal() && self.issuers().len() > 1
    }

    /// Where it goes, which for some kinds is one way only.
    pub(super) fn direction(&self) -> Option<PaperDirection> {
        use DocumentKind::{
            Announcement, Circular, Communique, Decision, Letter, Notice, Order, PublicNotice, Reply, Report,
            RequestForInstructions, Resolution,
        };
        self.known.direction.or(match self.paper.kind? {
            Report | RequestForInstructions => Some(PaperDirection::Up),
            Letter => Some(PaperDirection::Level),
            Order | Decision | Resolution | Communique | Announcement | PublicNotice | Notice | Circular
            | Reply => Some(PaperDirection::Down),
            _ => None,
        })
    }
}

/// Whether it speaks to all, and so needs neither recipients nor a seal.
pub(super) fn speaks_to_all(kind: DocumentKind) -> bool {
    use DocumentKind::{Announcement, Communique, Order, PublicNotice, Resolution};
    matches!(kind, Order | Communique | Announcement | PublicNotice | Resolution)
}
