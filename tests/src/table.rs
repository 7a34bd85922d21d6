//! The table that the measurements are printed in: each row is a figure, what it is held against, and the target.

use std::fmt;

/// The first lines.
pub fn head() -> String {
    let line = line("", "figure", "of what", "ratio", "target");
    format!("{line}\n{}", "-".repeat(line.chars().count()))
}

/// A row. Without a ratio the target is held against the figure itself.
pub struct Row<'r> {
    /// What is measured.
    pub what: &'r str,
    /// The figure, with its unit.
    pub figure: String,
    /// What the ratio is to.
    pub of: &'r str,
    /// How many times as much.
    pub ratio: Option<f64>,
    /// The goal of docs/performance.md, and its bound.
    pub target: Option<(&'r str, Bound)>,
    /// The figure as a number, where there is no ratio.
    pub bare: f64,
}

/// How far a goal lets a figure go.
#[derive(Clone, Copy)]
pub enum Bound {
    /// No more than this.
    AtMost(f64),
    /// No less than this.
    AtLeast(f64),
}

impl Bound {
    fn holds(self, figure: f64) -> bool {
        match self {
            Self::AtMost(most) => figure <= most,
            Self::AtLeast(least) => figure >= least,
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtMost(most) => write!(f, "<= {most}"),
            Self::AtLeast(least) => write!(f, ">= {least}"),
        }
    }
}

impl<'r> Row<'r> {
    /// A figure alone.
    pub fn figure(what: &'r str, bare: f64, unit: &str) -> Self {
        Self { what, figure: format!("{bare:.2} {unit}"), of: "", ratio: None, target: None, bare }
    }

    /// A figure held against another in the same unit.
    pub fn held_against(self, of: &'r str, other: f64) -> Self {
        Self { of, ratio: Some(self.bare / other), ..self }
    }

    /// How many times as fast it is as another that took so long.
    pub fn as_fast_as(self, other_name: &'r str, other: f64) -> Self {
        Self { of: other_name, ratio: Some(other / self.bare), ..self }
    }

    /// What is hoped for: no more than this.
    pub fn target(self, goal: &'r str, most: f64) -> Self {
        self.bound(goal, Bound::AtMost(most))
    }

    /// What is hoped for.
    pub fn bound(self, goal: &'r str, bound: Bound) -> Self {
        Self { target: Some((goal, bound)), ..self }
    }

    /// Prints it.
    pub fn print(self) {
        let ratio = self.ratio.map(|it| format!("{it:.2}")).unwrap_or_default();
        let target = self.target.map(|(goal, bound)| {
            let met = if bound.holds(self.ratio.unwrap_or(self.bare)) { "met" } else { "missed" };
            format!("{goal} {bound} {met}")
        });
        println!("{}", line(self.what, &self.figure, self.of, &ratio, &target.unwrap_or_default()));
    }
}

fn line(what: &str, figure: &str, of: &str, ratio: &str, target: &str) -> String {
    format!("{what:<44} {figure:>18}  {of:<28} {ratio:>6}  {target:<18}").trim_end().to_owned()
}
