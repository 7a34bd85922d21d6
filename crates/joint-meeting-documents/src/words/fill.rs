//! The filling of a template with facts, which gives a paper.
//!
//! The blocks of the paper are filled in `blocks`.

use std::{cell::Cell, collections::BTreeMap};

use joint_meeting::journal::Head;

use super::{
    PaperWords, Pattern,
    blocks::Filling,
    fields::{Made, Scope},
    template::{SignatureForm, Template},
};
use crate::{
    paper::{Paper, PaperDistribution, PaperDraft, PaperLayout, PaperSecrecy, PaperSignature},
    terms::error::PaperError,
};

impl PaperWords {
    /// Puts the facts of a paper into words.
    pub(crate) fn paper(
        &self,
        name: &str,
        made: Made,
        given: &BTreeMap<String, String>,
        made_from: &Head,
    ) -> Result<Paper, PaperError> {
        let template =
            self.papers.get(name).ok_or_else(|| PaperError::NoTemplate { name: name.to_owned() })?;
        let mut fields = made.fields.clone();
        fields.set_some("sent", made.sent.map(|it| self.date(it)).transpose()?);
        fields.set_some("dated", made.dated.map(|it| self.date(it)).transpose()?);
        fields.set_some("copied_to", Some(self.list(&made.copied_to)));
        if let Some(sponsor) = made.issuers.first() {
            fields.set("sponsor", sponsor);
        }
        fields.set_some("issuers", Some(self.list(&made.issuers)));
        let scope = Scope { rows: vec![&fields], given };
        let text = |place: &str, pattern: &Pattern| -> Result<String, PaperError> {
            pattern.fill_from(&format!("{name}.{place}"), &|it| scope.find(it))
        };
        let optional = |place: &str, pattern: &Option<Pattern>| -> Result<Option<String>, PaperError> {
            let filled = pattern.as_ref().map(|it| text(place, it)).transpose()?;
            Ok(filled.filter(|it| !it.is_empty()))
        };
        let mut filling =
            Filling { words: self, name, blocks: Vec::new(), counts: [0; 4], filled: Cell::default() };
        filling.parts(&template.blocks, &scope)?;
        let within = made.draft.is_some() || template.layout == PaperLayout::Sheet;
        Ok(Paper {
            name: name.to_owned(),
            lang: self.lang.clone(),
            layout: template.layout,
            kind: made.kind.or(template.kind),
            secrecy: match &template.secrecy {
                Some(form) => {
                    let part = |pattern: &Pattern| -> Result<Option<String>, PaperError> {
                        Ok(Some(text("secrecy", pattern)?).filter(|it| !it.is_empty()))
                    };
                    let (copy_number, level) = (part(&form.copy_number)?, part(&form.level)?);
                    Some(PaperSecrecy { level, copy_number, urgency: part(&form.urgency)? })
                }
                None => None,
            }
            .filter(|it| *it != PaperSecrecy::default()),
            mark: optional("mark", &template.mark)?,
            number: optional("number", &template.number)?,
            signer: optional("signer", &template.signer)?,
            title: match &made.title {
                Some(title) => title.clone(),
                None => text("title", &template.title)?,
            },
            recipients: if template.addressed { made.recipients.clone() } else { Vec::new() },
            blocks: filling.finished(),
            signature: self.signature(template, &made)?,
            note: optional("note", &template.note)?,
            publicness: made.publicness,
            publicness_reason: made.publicness_reason,
            distribution: match (&template.distribution, made.sent) {
                (Some(foot), Some(on)) => Some(PaperDistribution {
                    copies: Some(text("distribution.copies", &foot.copies)?).filter(|it| !it.is_empty()),
                    copied_to: made.copied_to.clone(),
                    issuer: text("distribution.issuer", &foot.issuer)?,
                    on,
                    date: text("distribution.date", &foot.date)?,
                }),
                _ => None,
            },
            draft: match made.draft {
                Some(why) => Some(PaperDraft { mark: self.word("paper", "draft")?, why }),
                None => None,
            },
            source: within.then(|| self.source(made_from.count, &made_from.digest)).transpose()?,
            remarks: Vec::new(),
            made_from: made_from.clone(),
        })
    }

    /// Makes a draft of a paper, or gives one more reasons.
    pub(crate) fn make_draft(&self, paper: &mut Paper, why: Vec<String>) -> Result<(), PaperError> {
        let Head { count, digest, .. } = &paper.made_from;
        paper.source = Some(self.source(*count, digest)?);
        match &mut paper.draft {
            Some(draft) => draft.why.extend(why),
            None => paper.draft = Some(PaperDraft { mark: self.word("paper", "draft")?, why }),
        }
        Ok(())
    }

    fn signature(&self, template: &Template, made: &Made) -> Result<Option<PaperSignature>, PaperError> {
        let (Some(form), Some(on)) = (template.signature, made.dated) else { return Ok(None) };
        let by = match form {
            SignatureForm::Issuers | SignatureForm::Unsealed => made.issuers.clone(),
            SignatureForm::Date => Vec::new(),
        };
        let unsealed = form == SignatureForm::Unsealed;
        Ok(Some(PaperSignature { by, on, date: self.date(on)?, unsealed }))
    }
}
