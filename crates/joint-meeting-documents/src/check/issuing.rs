//! The rows about who issues a document, to whom, with whose agreement, signature and seal, and how publicly.

use chrono::Datelike;
use joint_meeting::{
    time::Date,
    words::{DocumentKind, Publicness},
};

use super::case::{PaperCase, RowFound, fine_if, not_applicable, not_judged, speaks_to_all, unless};
use crate::paper::{PaperApproval, PaperDirection};

/// The row `DOC-8`.
pub(super) fn date(it: &PaperCase<'_>) -> RowFound {
    if !it.is_formal() {
        return not_applicable();
    }
    let Some(signature) = &it.paper.signature else { return unless(["signature"]) };
    let chinese = it.paper.is_chinese();
    let mut found = Vec::new();
    if chinese && signature.date != written(signature.on) {
        found.push(signature.date.clone());
    }
    if let Some(sent) = &it.paper.distribution {
        if chinese && !sent.date.starts_with(&written(sent.on)) {
            found.push(sent.date.clone());
        }
        if sent.on < signature.on {
            found.push(format!("{} < {}", sent.on, signature.on));
        }
    }
    match it.known.last_signed {
        Some(last) if it.is_joint() && last != signature.on => {
            found.push(format!("{} ≠ {last}", signature.on));
        }
        None if it.is_joint() && found.is_empty() => return not_judged(["last_signed"]),
        _ => {}
    }
    unless(found)
}

fn written(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

/// The row `DOC-9`.
pub(super) fn signer(it: &PaperCase<'_>) -> RowFound {
    if !it.is_formal() {
        return not_applicable();
    }
    match (it.direction(), &it.paper.signer) {
        (Some(PaperDirection::Up), None) => unless(["signer"]),
        // Each of several issuers has signed.
        (Some(PaperDirection::Up), Some(signer)) => {
            let names = it.paper.signed_by().map_or(0, |(_, names)| names.len());
            fine_if(names > 0 && (!it.is_joint() || names == it.issuers().len()), signer)
        }
        (Some(PaperDirection::Level | PaperDirection::Down), signer) => unless(signer),
        (None, _) => not_judged(["direction"]),
    }
}

/// The row `DOC-10`.
pub(super) fn approval(it: &PaperCase<'_>) -> RowFound {
    if !it.is_formal() {
        return not_applicable();
    }
    match it.known.approval {
        None => not_judged(["approval"]),
        Some(PaperApproval { dated: false, .. }) => unless(["dated"]),
        Some(PaperApproval { by_principal, .. }) => match (it.direction(), by_principal) {
            (Some(PaperDirection::Level | PaperDirection::Down), _) | (_, Some(true)) => unless::<&str>([]),
            (Some(PaperDirection::Up), Some(false)) => unless(["by_principal"]),
            _ => not_judged(["by_principal"]),
        },
    }
}

/// The row `DOC-11`.
pub(super) fn countersigned(it: &PaperCase<'_>) -> RowFound {
    match &it.known.not_signed {
        _ if !it.is_joint() => not_applicable(),
        None => not_judged(["not_signed"]),
        Some(open) => unless(open),
    }
}

/// The row `DOC-13`.
pub(super) fn mark(it: &PaperCase<'_>) -> RowFound {
    let (true, Some(mark), [sponsor, others @ ..]) = (it.is_joint(), &it.paper.mark, it.issuers()) else {
        return not_applicable();
    };
    let named = mark.strip_suffix(&it.words.mark_of_a_document).unwrap_or(mark);
    let places: Vec<usize> = others.iter().filter_map(|it| named.find(it.as_str())).collect();
    let Some(first) = named.find(sponsor.as_str()) else {
        // A letterhead may use another name than the signature; only that another issuer stands there alone can be known.
        return if places.is_empty() { not_judged([mark]) } else { unless([mark]) };
    };
    let in_order = first == 0 && places.is_sorted() && places.iter().all(|it| *it > first);
    fine_if(in_order && (places.is_empty() || places.len() == others.len()), mark)
}

/// The row `DOC-14`.
pub(super) fn same_level(it: &PaperCase<'_>) -> RowFound {
    match it.known.same_level {
        _ if !it.is_joint() => not_applicable(),
        None => not_judged(["same_level"]),
        Some(same) => unless(if same { &[] } else { it.issuers() }),
    }
}

/// The row `DOC-15`.
pub(super) fn agreed(it: &PaperCase<'_>) -> RowFound {
    let goes_down = !matches!(it.direction(), Some(PaperDirection::Up | PaperDirection::Level));
    match &it.known.not_agreed {
        _ if !it.is_formal() || !goes_down => not_applicable(),
        None => not_judged(["not_agreed"]),
        Some(open) => unless(open),
    }
}

/// The row `DOC-16`.
pub(super) fn orders(it: &PaperCase<'_>) -> RowFound {
    let is_government =
        |name: &&String| it.words.governments.iter().any(|word| name.ends_with(word.as_str()));
    let issuer = it.issuers().first();
    if !it.is_formal()
        || it.direction() != Some(PaperDirection::Down)
        || issuer.is_some_and(|it| is_government(&it))
    {
        return not_applicable();
    }
    let governments = it.paper.recipients.iter().filter(is_government);
    match it.known.authorised {
        Some(true) => unless::<&str>([]),
        Some(false) => unless(governments),
        // Whether it gives an order, and whether that was authorised, only a reader can say.
        None if governments.clone().next().is_some() => not_judged(governments),
        None => unless::<&str>([]),
    }
}

/// The row `DOC-18`.
pub(super) fn seals(it: &PaperCase<'_>) -> RowFound {
    let (true, Some(kind)) = (it.is_formal(), it.paper.kind) else { return not_applicable() };
    let Some(seals) = it.known.seals else { return not_judged(["seals"]) };
    let signed = u32::try_from(it.issuers().len().max(1)).unwrap_or(u32::MAX);
    let well = match kind {
        DocumentKind::Minutes => seals == 0,
        kind => seals == signed || (seals == 0 && speaks_to_all(kind)),
    };
    fine_if(well, seals)
}

/// The row `DOC-19`.
pub(super) fn secrecy(it: &PaperCase<'_>) -> RowFound {
    if !it.is_formal() {
        return not_applicable();
    }
    let said = it.paper.secrecy.as_ref().or(it.known.secrecy.as_ref());
    let Some(said) = said else { return not_judged(["secrecy"]) };
    let mut found = Vec::new();
    if let Some(level) = &said.level {
        let (word, period) =
            level.split_once('★').map_or((level.as_str(), None), |(it, period)| (it, Some(period)));
        if !it.words.secrecy.iter().any(|it| it == word) || period.is_some_and(str::is_empty) {
            found.push(level.as_str());
        }
        if said.copy_number.is_none() {
            found.push("copy_number");
        }
    }
    let six_digits = |it: &&String| it.len() == 6 && it.bytes().all(|it| it.is_ascii_digit());
    found.extend(said.copy_number.iter().filter(|it| !six_digits(it)).map(String::as_str));
    found.extend(said.urgency.iter().filter(|said| !it.words.urgency.contains(said)).map(String::as_str));
    unless(found)
}

/// The row `DOC-20`.
pub(super) fn publicness(it: &PaperCase<'_>) -> RowFound {
    if !it.is_formal() || !it.goes_out() {
        return not_applicable();
    }
    let reason = it.paper.publicness_reason.as_ref().is_some_and(|it| !it.trim().is_empty());
    match it.paper.publicness {
        None => unless(["publicness"]),
        Some(Publicness::Open) => unless::<&str>([]),
        Some(_) => fine_if(reason, "publicness_reason"),
    }
}

/// The row `DOC-21`.
pub(super) fn under_discussion(it: &PaperCase<'_>) -> RowFound {
    match it.known.under_discussion {
        _ if !it.is(DocumentKind::Minutes) || !it.is_formal() => not_applicable(),
        None => not_judged(["under_discussion"]),
        Some(open) => fine_if(!open || it.paper.publicness == Some(Publicness::Closed), "publicness"),
    }
}
