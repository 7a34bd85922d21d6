//! The units at which holders of posts are seated, and the rule that posts are filled on record.

use crate::{
    kernel::{resolver::Resolver, rule::Rule},
    terms::id::{PostId, UnitId},
};

/// The unit of a post: the post's own, or the one given for a post that every unit has.
pub(crate) fn seat(names: &mut Resolver<'_>, post: &PostId, unit: Option<&UnitId>) -> Option<UnitId> {
    let Some(entry) = names.charter.post(post) else {
        names.unknown(post);
        return None;
    };
    match (&entry.unit, unit) {
        (Some(own), None) => Some(own.clone()),
        (None, Some(unit)) => names.known(unit).map(|_| unit.clone()),
        // The act names a post of one unit with another unit, or a post of every unit with none.
        (Some(own), Some(unit)) if own == unit => Some(own.clone()),
        (Some(_), Some(unit)) => {
            names.unknown(unit);
            None
        }
        (None, None) => {
            names.unknown(post);
            None
        }
    }
}

pub(crate) const POST_RECORDED: Rule = Rule::law(
    "post.recorded_by_unit_or_office",
    "职务变动由所在单位或者办公室记录",
    "a change in a post is recorded by its unit or by the office",
);
