//! Ids, texts, dates and moments that are written in a program: what is none does not compile.
//!
//! What an id or a moment is, is said in `terms`; here are the macros by which a host writes them.

/// An id of any type that is written in the program. What is not an id does not compile.
///
/// ```
/// use joint_meeting::{id, id::{PersonId, UnitId}};
///
/// let person: PersonId = id!("p1");
/// let units: [UnitId; 2] = [id!("police"), id!("区委网信办")];
/// assert_eq!(person, "p1".parse()?);
/// assert_eq!(units[1].as_str(), "区委网信办");
/// # Ok::<(), joint_meeting::id::TextError>(())
/// ```
///
/// White space at an end is not allowed:
///
/// ```compile_fail,E0080
/// let person: joint_meeting::id::PersonId = joint_meeting::id!("p1 ");
/// ```
#[macro_export]
macro_rules! id {
    ($literal:expr) => {{
        const LITERAL: $crate::id::IdLiteral = $crate::id::IdLiteral::new($literal);
        ::core::convert::Into::into(LITERAL)
    }};
}

/// A text that is written in the program. What is not a text does not compile.
///
/// ```
/// use joint_meeting::text;
///
/// assert_eq!(text!("区政府办公室"), "区政府办公室".parse()?);
/// # Ok::<(), joint_meeting::id::TextError>(())
/// ```
///
/// A text is not blank:
///
/// ```compile_fail,E0080
/// let text = joint_meeting::text!(" ");
/// ```
#[macro_export]
macro_rules! text {
    ($literal:expr) => {{
        const LITERAL: $crate::id::Text = $crate::id::Text::literal($literal);
        LITERAL
    }};
}

/// A date that is written in the program. What is not a date does not compile.
///
/// ```
/// use joint_meeting::date;
///
/// assert_eq!(date!("2022-04-21"), "2022-04-21".parse()?);
/// # Ok::<(), joint_meeting::time::DateError>(())
/// ```
///
/// ```compile_fail,E0080
/// let date = joint_meeting::date!("2022-02-29");
/// ```
#[macro_export]
macro_rules! date {
    ($literal:expr) => {{
        const LITERAL: $crate::time::Date = $crate::time::date_literal($literal);
        LITERAL
    }};
}

/// A moment that is written in the program, to the second and with its offset. What is not a moment does not compile.
///
/// ```
/// use joint_meeting::time;
///
/// assert_eq!(time!("2022-04-21T09:00:00+08:00"), "2022-04-21T09:00:00+08:00".parse()?);
/// # Ok::<(), joint_meeting::time::TimeError>(())
/// ```
///
/// ```compile_fail,E0080
/// let time = joint_meeting::time!("2022-04-21T09:00:00");
/// ```
#[macro_export]
macro_rules! time {
    ($literal:expr) => {{
        const LITERAL: $crate::time::Time = $crate::time::time_literal($literal);
        LITERAL
    }};
}
