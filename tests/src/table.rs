//! The table that the measurements are printed in: each row is a figure, what it is held against, and the target.

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
    /// The goal of docs/performance.md, and the most that it allows.
    pub target: Option<(&'r str, f64)>,
    /// The figure as a number, where there is no ratio.
    pub bare: f64,
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

    /// What is hoped for.
    pub fn target(self, goal: &'r str, most: f64) -> Self {
        Self { target: Some((goal, most)), ..self }
    }

    /// Prints it.
    pub fn print(self) {
        let ratio = self.ratio.map(|it| format!("{it:.2}")).unwrap_or_default();
        let target = self.target.map(|(goal, most)| {
            let met = if self.ratio.unwrap_or(self.bare) <= most { "met" } else { "missed" };
            format!("{goal} <= {most} {met}")
        });
        println!("{}", line(self.what, &self.figure, self.of, &ratio, &target.unwrap_or_default()));
    }
}

fn line(what: &str, figure: &str, of: &str, ratio: &str, target: &str) -> String {
    format!("{what:<44} {figure:>18}  {of:<28} {ratio:>6}  {target:<18}").trim_end().to_owned()
}
