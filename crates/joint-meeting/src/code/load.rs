//! Loading a charter: reading the file, making every check, binding its clauses to the rules they claim.
//!
//! The checks are in `load/checks`; the general charters that bind a charter are worked in by `general`.

pub(crate) mod checks;
mod example;

use crate::{
    charter::{
        Charter, ClauseRules, Fixed, Loaded,
        error::{CharterError, CharterErrors, CharterFileError},
        file::{CharterFile, Force},
    },
    code::{general, silences},
    kernel::rule,
    law::founding::common,
    registry::acts,
    terms::sorted::Set,
};

impl Charter {
    /// Reads a charter file and makes every check on it.
    ///
    /// The general charters it names as governing are looked for among those that come with the library.
    pub fn from_json(json: &str) -> Result<Self, CharterErrors> {
        Self::from_json_under(json, &[])
    }

    /// Reads a charter file with general charters of the caller's own, which go before those that come with the library.
    ///
    /// ```
    /// use joint_meeting::{Charter, charters};
    ///
    /// let file = charters::get("nankai-dog-2022").unwrap();
    /// let documents = Charter::bundled("official-documents-2012")?;
    /// let charter = Charter::from_json_under(file, &[documents])?;
    /// let clause = charter.clause("official-documents-2012/DOC-11").unwrap();
    /// assert!(clause.rules.iter().any(|it| it == "countersign.by_responsible_person"));
    /// # Ok::<(), joint_meeting::BundledError>(())
    /// ```
    pub fn from_json_under(json: &str, general: &[Self]) -> Result<Self, CharterErrors> {
        let file: CharterFile = crate::terms::json::from_str(json).map_err(|it| {
            let problem = CharterFileError::Json(it.problem);
            CharterErrors(vec![CharterError { place: it.path, problem, nearest: Vec::new() }])
        })?;
        Self::load(file, crate::terms::digest::digest(json.as_bytes()), general)
    }

    fn load(as_written: CharterFile, digest: String, general: &[Self]) -> Result<Self, CharterErrors> {
        let mut loading = checks::Loading::default();
        let above = general::governing(&as_written, general, &mut loading);
        let mut in_full = as_written.clone();
        let silences = silences::written_out(&mut in_full);
        let (mut file, binds_from) = general::together(&in_full, &above, &mut loading);
        let digest = general::digest(digest, &above);
        loading.head(&as_written);
        loading.together(&file);
        let offset = loading.offset(&file);
        loading.ids(&file);
        let own = as_written.clauses.len();
        let from = |ix: usize| match ix < own {
            true => checks::ClauseFrom::Own(as_written.known_from),
            false => checks::ClauseFrom::Above,
        };
        loading.clauses(&file, from, |_| true);
        if !as_written.general {
            loading.rules(&file);
        }
        let first = loading.settings.effective_from.fixed().copied().or(file.issued);
        let binds_later = |ix: usize| {
            let from = binds_from.get(ix).copied().flatten();
            from.is_some_and(|it| first.is_some_and(|first| it > first))
        };
        silences::claim_refusals(&mut file, &silences, binds_later);
        loading.names(&file);
        let fixed_before = loading.before(&file, from, &binds_from, first);
        if !loading.errors.is_empty() {
            return Err(CharterErrors(loading.errors));
        }
        let claims_of = |rule: &rule::Rule| -> Box<[u16]> {
            (0u16..)
                .zip(&file.clauses)
                .filter(|(_, it)| it.force != Force::Practice && it.rules.iter().any(|id| id == rule.id))
                .map(|(ix, _)| ix)
                .collect()
        };
        let claims: Vec<Vec<_>> =
            acts::ACTS.iter().map(|it| it.rules().into_iter().map(claims_of).collect()).collect();
        let rests = claims
            .iter()
            .map(|it| {
                let all: Set<u16> = it.iter().flatten().copied().collect();
                all.into_iter().collect()
            })
            .collect();
        let rules = file.clauses.iter().map(|it| ClauseRules::behind(&it.rules)).collect();
        let common = common::COMMON.iter().map(|it| claims_of(&it.rule)).collect();
        Ok(Self::of(Loaded {
            fixed: Fixed { settings: loading.settings, readings: loading.readings },
            fixed_before,
            offset,
            digest,
            claims,
            common,
            rests,
            rules,
            overruled: loading.overruled,
            binds_from,
            whole: file,
            file: as_written,
        }))
    }
}
