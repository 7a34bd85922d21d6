//! The rule on who may choose among readings, and among the versions for an open matter.

use crate::{
    charter::settings::SettingKey,
    kernel::{
        act::ActType,
        rule::{Check, Rule},
        view::Case,
    },
    terms::words::Role,
};

pub(crate) const CHOSEN_BY_CONVENER: Rule = Rule::law(
    "reading.chosen_by_convener",
    "由有解释权者或者召集人选定",
    "whoever may interpret the charter chooses, or the convener if it does not say",
)
.needs(&[SettingKey::Interpretation]);

pub(crate) fn chosen_by_convener<A: ActType>(it: &Case<'_, A>) -> Check {
    match it.settings().interpretation.fixed() {
        Some(roles) => it.decides(roles),
        None => it.decides(&[Role::Convener]),
    }
}
