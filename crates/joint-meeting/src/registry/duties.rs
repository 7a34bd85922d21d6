//! The list of every duty, in the order of the concepts.

use crate::kernel::rule::Duty;

/// Every duty.
pub(crate) fn all() -> impl Iterator<Item = &'static Duty> {
    const LISTS: &[&[Duty]] = &[
        crate::law::membership::duties::DUTIES,
        crate::law::meeting::duties::DUTIES,
        crate::law::decision::duties::DUTIES,
        crate::law::document::duties::DUTIES,
        crate::law::assignment::duties::DUTIES,
        crate::law::action::duties::DUTIES,
        crate::law::function::duties::DUTIES,
        crate::law::register::duties::DUTIES,
        crate::law::report::duties::DUTIES,
        crate::law::nesting::duties::DUTIES,
    ];
    LISTS.iter().copied().flatten()
}
