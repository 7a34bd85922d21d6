//! `cargo xtask dist`: everything that is handed out, made into one folder, with its sums.
//!
//! What cannot be made on a machine is left out, with a line that says why. `docs/release.md` is the recipe.

pub(crate) mod packages;
mod sbom;
mod source;
mod twice;
mod wheels;

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use crate::process::{program_quietly, starts, target, top};

/// What `--help` says after the line of the command.
pub(crate) const HELP: &str = "\
FOLDER        where to; it is not there yet, or empty. Without it, target/dist, which is emptied
--only PARTS  some of crates, wheels, sdist, npm and sbom, with commas between them
--for SYSTEMS wheels for these alone, by what Rust calls them, with commas between them; without it, for Linux
--twice       from two copies of the last commit, in different folders; fails where one byte differs";

/// The sums of all that was made.
const SUMS: &str = "SHA256SUMS";

/// Something that is made, and what was left out of it, each with why.
struct Part {
    name: &'static str,
    make: fn(&Path, &Wanted) -> Result<Vec<String>, String>,
}

const PARTS: &[Part] = &[
    Part { name: "crates", make: |folder, _| packages::crates(folder) },
    Part { name: "wheels", make: |folder, wanted| wheels::wheels(folder, &wanted.systems) },
    Part { name: "sdist", make: |folder, _| source::sdist(folder) },
    Part { name: "npm", make: |folder, _| packages::npm(folder) },
    Part { name: "sbom", make: |folder, _| sbom::sbom(folder) },
];

/// What the arguments ask for.
#[derive(Debug, PartialEq, Eq)]
struct Wanted {
    folder: Option<PathBuf>,
    parts: Vec<&'static str>,
    systems: Vec<&'static str>,
    twice: bool,
}

/// `cargo xtask dist`.
pub(crate) fn run(args: &[String]) -> Result<ExitCode, String> {
    let wanted = wanted(args)?;
    let folder = empty(wanted.folder.as_deref())?;
    if wanted.twice {
        twice::twice(&folder, &wanted)?;
        println!("\n{}", table(&folder)?);
        return Ok(ExitCode::SUCCESS);
    }
    let mut left_out = Vec::new();
    for part in PARTS.iter().filter(|it| wanted.parts.contains(&it.name)) {
        println!("{}", part.name);
        left_out.extend((part.make)(&folder, &wanted)?);
    }
    sum(&folder)?;
    println!("\n{}", table(&folder)?);
    for it in left_out {
        println!("left out: {it}");
    }
    Ok(ExitCode::SUCCESS)
}

fn wanted(args: &[String]) -> Result<Wanted, String> {
    let parts: Vec<&str> = PARTS.iter().map(|it| it.name).collect();
    let mut wanted = Wanted { folder: None, parts, systems: wheels::for_linux(), twice: false };
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--twice" => wanted.twice = true,
            "--only" => wanted.parts = some_of(&wanted.parts, "part", args.next())?,
            "--for" => wanted.systems = some_of(&wheels::all_systems(), "system", args.next())?,
            flag if flag.starts_with('-') => return Err(format!("unknown argument `{flag}`")),
            folder if wanted.folder.is_none() => wanted.folder = Some(folder.into()),
            second => return Err(format!("one folder is enough; `{second}` is another")),
        }
    }
    Ok(wanted)
}

/// Those that are named, in the order in which all stand.
fn some_of(all: &[&'static str], what: &str, named: Option<&String>) -> Result<Vec<&'static str>, String> {
    let named: Vec<&str> = named.ok_or_else(|| format!("which {what}s?"))?.split(',').collect();
    if let Some(unknown) = named.iter().find(|it| !all.contains(it)) {
        return Err(format!("there is no {what} `{unknown}`"));
    }
    Ok(all.iter().copied().filter(|it| named.contains(it)).collect())
}

/// The folder, with nothing in it. One that somebody names is never emptied.
fn empty(named: Option<&Path>) -> Result<PathBuf, String> {
    let folder = named.map_or_else(|| target().join("dist"), |it| top().join(it));
    let wrong = |why| format!("{}: {why}", folder.display());
    if named.is_none() {
        let _ = fs::remove_dir_all(&folder);
    }
    fs::create_dir_all(&folder).map_err(wrong)?;
    match fs::read_dir(&folder).map_err(wrong)?.next() {
        Some(_) => Err(format!("{} is not empty", folder.display())),
        None => Ok(folder),
    }
}

/// The names of the files of a folder, in order.
fn names(folder: &Path) -> Result<Vec<String>, String> {
    let files = fs::read_dir(folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    let mut names: Vec<String> =
        files.flatten().map(|it| it.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

/// Writes the sum of every file.
fn sum(folder: &Path) -> Result<(), String> {
    let names = names(folder)?;
    if names.is_empty() {
        return Ok(());
    }
    let (program, first): (&str, &[&str]) =
        if starts("sha256sum", &["--version"]) { ("sha256sum", &[]) } else { ("shasum", &["-a", "256"]) };
    let args: Vec<&str> = first.iter().copied().chain(names.iter().map(String::as_str)).collect();
    let sums = program_quietly(program, &args, &folder.to_string_lossy())?;
    fs::write(folder.join(SUMS), sums).map_err(|why| format!("{SUMS}: {why}"))
}

/// Name, size and the beginning of the sum of every file.
fn table(folder: &Path) -> Result<String, String> {
    let sums = fs::read_to_string(folder.join(SUMS)).unwrap_or_default();
    let mut table = String::new();
    for line in sums.lines() {
        let (sum, name) = line.split_once("  ").ok_or_else(|| format!("{SUMS}: `{line}`"))?;
        let bytes = fs::metadata(folder.join(name)).map_err(|why| format!("{name}: {why}"))?.len();
        table += &format!("{name:<72} {bytes:>9} {}\n", sum.get(..12).unwrap_or(sum));
    }
    Ok(table)
}

/// The moment that is written wherever one has to be: what `SOURCE_DATE_EPOCH` says, or that of the last commit.
fn moment() -> String {
    let said = std::env::var("SOURCE_DATE_EPOCH").ok();
    let commit = || program_quietly("git", &["log", "-1", "--format=%ct"], "").ok();
    // Without either it is the moment that cargo writes into its packages.
    said.or_else(commit).map_or_else(|| "1153704088".to_owned(), |it| it.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(args: &[&str]) -> Result<Wanted, String> {
        wanted(&args.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn parts_and_systems_have_one_order_whatever_order_they_are_named_in() {
        let all = asked(&[]).unwrap();
        assert_eq!(all.parts, ["crates", "wheels", "sdist", "npm", "sbom"]);
        assert!(all.systems.iter().all(|it| it.contains("-linux-")) && all.systems.len() == 4);
        let (arm, windows) = ("aarch64-unknown-linux-gnu", "x86_64-pc-windows-gnu");
        let some = asked(&["out", "--only", "sdist,crates", "--twice", "--for", &format!("{windows},{arm}")]);
        let expected = Wanted {
            folder: Some("out".into()),
            parts: vec!["crates", "sdist"],
            systems: vec![arm, windows],
            twice: true,
        };
        assert_eq!(some.unwrap(), expected);
        for wrong in
            [&["--only"][..], &["--only", "wheel"], &["--for"], &["--for", "linux"], &["--once"], &["a", "b"]]
        {
            assert!(asked(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn a_folder_that_is_named_is_never_emptied() {
        let folder = target().join("dist-test");
        let _ = fs::remove_dir_all(&folder);
        assert_eq!(empty(Some(&folder)).unwrap(), folder);
        fs::write(folder.join("b"), "b").unwrap();
        fs::write(folder.join("a"), "").unwrap();
        assert!(empty(Some(&folder)).is_err());
        sum(&folder).unwrap();
        let table = table(&folder).unwrap();
        let lines: Vec<_> = table.lines().map(|it| it.split_whitespace().collect::<Vec<_>>()).collect();
        assert_eq!(lines, [["a", "0", "e3b0c44298fc"], ["b", "1", "3e23e8160039"]]);
    }

    #[test]
    fn the_recipe_names_every_part() {
        let recipe = fs::read_to_string(top().join("docs/release.md")).unwrap();
        for part in PARTS {
            assert!(recipe.contains(&format!("| {} |", part.name)), "{}", part.name);
        }
        for target in wheels::TARGETS {
            assert!(recipe.contains(&format!("`{}`", target.triple)), "{}", target.triple);
        }
    }
}
