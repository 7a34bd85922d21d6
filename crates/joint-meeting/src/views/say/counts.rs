//! How many things stand open, overdue and done, in words.

use crate::{kernel::verdict::Counts, terms::language::Language};

impl Counts {
    /// The counts in words; nothing where there is nothing to count.
    pub fn text(self, language: Language) -> String {
        let Self { open, overdue, done } = self;
        let some = |number: u32, text: String| Some(text).filter(|_| number > 0);
        let (parts, between) = match language {
            Language::Zh => {
                let late = some(overdue, format!("（其中逾期{overdue}项）")).unwrap_or_default();
                let open = some(open, format!("未完成{open}项{late}"));
                ([open, some(done, format!("已完成{done}项"))], "，")
            }
            Language::En => {
                let late = some(overdue, format!(" ({overdue} overdue)")).unwrap_or_default();
                let open = some(open, format!("{open} open{late}"));
                ([open, some(done, format!("{done} done"))], ", ")
            }
        };
        parts.into_iter().flatten().collect::<Vec<_>>().join(between)
    }
}
