//! Those who sign a paper in HTML: the signature below the text, and the names at the top of what goes up.

use std::io;

use super::lines::line;
use crate::{
    paper::{Paper, PaperSignature},
    write::{
        measure::{DATE_INSET, beside_date},
        signed::{SEAL_ROW, SealRows, seal_rows, signer_lines, unsealed},
        xml::Xml,
    },
};

/// The issuers and the date.
pub(super) fn signature(xml: &mut Xml, it: &PaperSignature) -> io::Result<()> {
    if let Some(rows) = seal_rows(it) {
        return in_rows(xml, &rows, &it.date);
    }
    let (by, inset): (Vec<u32>, _) = if it.unsealed {
        let (issuers, date) = unsealed(it);
        (it.by.iter().map(|_| issuers).chain([date]).collect(), "left")
    } else {
        // One issuer above the date, the date four characters from the right.
        let issuers = it.by.iter().map(|by| beside_date(by, &it.date));
        (issuers.chain([DATE_INSET]).collect(), "right")
    };
    for (ix, (text, halves)) in it.by.iter().chain([&it.date]).zip(by).enumerate() {
        let class = match (it.unsealed, ix) {
            (true, 0) => "signature unsealed first",
            (true, _) => "signature unsealed",
            (false, 0) => "signature first",
            (false, _) => "signature",
        };
        let style = format!("padding-{inset}: calc({halves} * var(--cell) / 2)");
        xml.element("p", &[("class", class), ("style", &style)], |xml| xml.text(text))?;
    }
    Ok(())
}

/// The issuers in rows, the date below the last.
fn in_rows(xml: &mut Xml, it: &SealRows<'_>, date: &str) -> io::Result<()> {
    for (ix, row) in it.rows.iter().enumerate() {
        let is_last = ix + 1 == it.rows.len();
        let style = format!(
            "grid-template-columns: repeat({}, {}mm); grid-auto-rows: {SEAL_ROW}mm; padding-right: {}mm",
            row.len(),
            it.pitch,
            it.right
        );
        xml.element("div", &[("class", "signature seals"), ("style", &style)], |xml| {
            row.iter().enumerate().try_for_each(|(ix, place)| {
                xml.element("div", &[], |xml| {
                    xml.element("p", &[], |xml| xml.text(place.unwrap_or_default()))?;
                    // The others of the last row stand as high as the one above the date.
                    match is_last {
                        true if ix + 1 == row.len() => line(xml, "p", "date", date),
                        true => line(xml, "p", "date", "\u{a0}"),
                        false => Ok(()),
                    }
                })
            })
        })?;
    }
    Ok(())
}

/// The number and the names of those who signed, above the red line.
pub(super) fn signers(xml: &mut Xml, paper: &Paper, number: &str) -> io::Result<()> {
    let Some((word, names)) = paper.signed_by() else { return Ok(()) };
    let Some(it) = signer_lines(number, word, &names) else {
        return xml.element("p", &[("class", "number line red")], |xml| {
            xml.element("span", &[], |xml| xml.text(number))?;
            xml.element("span", &[], |xml| {
                xml.text(word)?;
                line(xml, "i", "name", &names.concat())
            })
        });
    };
    let last = it.lines.len() + usize::from(!it.with_number);
    xml.element("div", &[("class", "number signers red")], |xml| {
        let style = format!("grid-row: {last}");
        xml.element("span", &[("class", "own"), ("style", &style)], |xml| xml.text(number))?;
        line(xml, "span", "word", word)?;
        for (ix, name) in it.lines.iter().flatten().enumerate() {
            let style = format!("grid-area: {} / {}", ix / 2 + 1, ix % 2 + 3);
            let class = if ix % 2 == 0 { "name" } else { "name second" };
            xml.element("i", &[("class", class), ("style", &style)], |xml| xml.text(name))?;
        }
        Ok(())
    })
}
