//! Programs and fonts that tests need and neither cargo, pip nor npm installs: asked of apt-get, where they are missing and that
//! needs no password.
//!
//! The tests find them by themselves, and say so where one is missing nevertheless.

use std::{
    env,
    ffi::OsStr,
    fs,
    process::{Command, Stdio},
};

/// A package of Debian and Ubuntu, and how one sees that what it brings is there.
#[derive(Clone, Copy)]
pub(crate) struct Package {
    name: &'static str,
    brings: Brings,
}

#[derive(Clone, Copy)]
enum Brings {
    /// A program by any of these names.
    Program(&'static [&'static str]),
    /// A program that is also there where it lies in the folder `bin` of some version in this folder.
    Versions(&'static str, &'static str),
    /// A family of fonts.
    Font(&'static str),
}
use Brings::{Font, Program, Versions};

/// A browser.
pub(crate) const CHROMIUM: Package =
    Package { name: "chromium", brings: Program(&["chromium", "chromium-browser", "google-chrome"]) };

/// Another browser, in which the page of an office is tried too.
pub(crate) const FIREFOX: Package =
    Package { name: "firefox-esr", brings: Program(&["firefox-esr", "firefox"]) };

/// A server for the stores, which the tests start and stop by themselves.
pub(crate) const POSTGRESQL: Package =
    Package { name: "postgresql", brings: Versions("/usr/lib/postgresql", "initdb") };

/// What Spark runs in.
pub(crate) const JAVA: Package = Package { name: "openjdk-17-jre-headless", brings: Program(&["java"]) };

/// What counts instructions.
pub(crate) const VALGRIND: Package = Package { name: "valgrind", brings: Program(&["valgrind"]) };

/// What papers are printed with; the fonts are those of `tests/fonts.conf`.
pub(crate) const PRINTING: &[Package] = &[
    Package { name: "libreoffice-writer-nogui", brings: Program(&["soffice"]) },
    Package { name: "poppler-utils", brings: Program(&["pdftotext"]) },
    CHROMIUM,
    Package { name: "fontconfig", brings: Program(&["fc-list"]) },
    Package { name: "fonts-noto-cjk", brings: Font("Noto Serif CJK SC") },
    Package { name: "fonts-arphic-gbsn00lp", brings: Font("AR PL SungtiL GB") },
    Package { name: "fonts-arphic-gkai00mp", brings: Font("AR PL KaitiM GB") },
];

/// Installs what is missing of some packages, where that is possible; those that are missing afterwards.
pub(crate) fn install(packages: &[Package]) -> Vec<&'static str> {
    install_by(&env::var_os("PATH").unwrap_or_default(), packages)
}

/// The same with programs looked for in these folders alone.
fn install_by(path: &OsStr, packages: &[Package]) -> Vec<&'static str> {
    let missing = missing(path, packages);
    if missing.is_empty() {
        return missing;
    }
    println!("missing: {}", missing.join(", "));
    let Some(apt_get) = apt_get(path) else {
        println!("they cannot be installed here: there is no apt-get that asks for no password");
        return missing;
    };
    let ask = |args: &[&str]| {
        if let Err(why) = run(path, &[&apt_get, args].concat()) {
            println!("apt-get {}: {}", args.join(" "), why.trim());
        }
    };
    ask(&["update"]);
    // One by one: not every distribution has each of them.
    for package in missing {
        ask(&["install", "--yes", "--no-install-recommends", package]);
    }
    self::missing(path, packages)
}

fn missing(path: &OsStr, packages: &[Package]) -> Vec<&'static str> {
    let in_path = |name: &&str| env::split_paths(path).any(|it| it.join(name).is_file());
    let is_there = |it: &&Package| match it.brings {
        Program(names) => names.iter().any(in_path),
        Versions(folder, name) => {
            let mut versions = fs::read_dir(folder).into_iter().flatten().flatten();
            in_path(&name) || versions.any(|it| it.path().join("bin").join(name).is_file())
        }
        Font(family) => run(path, &["fc-list", family]).is_ok_and(|it| !it.is_empty()),
    };
    packages.iter().filter(|it| !is_there(it)).map(|it| it.name).collect()
}

/// How apt-get is called that asks nothing, by root or by whoever may become root without a password.
fn apt_get(path: &OsStr) -> Option<Vec<&'static str>> {
    let apt_get = ["/usr/bin/env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"];
    let is_root = run(path, &["id", "-u"]).is_ok_and(|it| it.trim() == "0");
    let sudo: &[&str] = if is_root { &[] } else { &["sudo", "-n"] };
    let command = [sudo, &apt_get].concat();
    run(path, &[&command[..], &["--version"]].concat()).is_ok().then_some(command)
}

/// What a program prints, or what it says when it fails.
fn run(path: &OsStr, command: &[&str]) -> Result<String, String> {
    let (name, args) = command.split_first().ok_or("no program")?;
    let run = Command::new(name).args(args).env("PATH", path).stdin(Stdio::null()).output();
    let run = run.map_err(|why| why.to_string())?;
    let text = |it: &[u8]| String::from_utf8_lossy(it).into_owned();
    if run.status.success() { Ok(text(&run.stdout)) } else { Err(text(&run.stderr)) }
}

#[cfg(all(test, unix))]
mod tests {
    use std::{fs, os::unix::fs::PermissionsExt, path::PathBuf};

    use super::{PRINTING, install_by};
    use crate::process::target;

    /// A machine on which there is nothing but what a test puts there.
    struct Machine(PathBuf);

    impl Machine {
        fn new(name: &str, programs: &[(&str, &str)]) -> Self {
            let folder = target().join("machines").join(name);
            let _ = fs::remove_dir_all(&folder);
            fs::create_dir_all(&folder).unwrap();
            for (name, script) in programs {
                let path = folder.join(name);
                fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
                fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
            }
            Self(folder)
        }

        fn install(&self) -> Vec<&'static str> {
            install_by(self.0.as_os_str(), PRINTING)
        }

        /// The last word of each call of apt-get, but for the first that looks whether it is there.
        fn asked(&self) -> Vec<String> {
            let log = fs::read_to_string(self.0.join("apt-get.log")).unwrap_or_default();
            let calls = log.lines().filter(|it| !it.ends_with("--version"));
            calls.map(|it| it.rsplit(' ').next().unwrap_or_default().to_owned()).collect()
        }
    }

    const ROOT: (&str, &str) = ("id", "echo 0");
    const USER: (&str, &str) = ("id", "echo 1000");
    const SUDO: (&str, &str) = ("sudo", r#"[ "$1" = -n ] && shift && exec "$@""#);
    const APT_GET: (&str, &str) = ("apt-get", r#"echo "$DEBIAN_FRONTEND $*" >> "$0.log""#);
    const FAILS: (&str, &str) = ("apt-get", r#"echo "$*" >> "$0.log"; [ "$2" = --version ]"#);
    const INSTALLS: (&str, &str) =
        ("apt-get", r#"echo "$*" >> "$0.log"; [ "$5" = chromium ] && : > "${0%apt-get}chromium" || :"#);
    const FONTS: (&str, &str) = ("fc-list", "echo a font");
    const ALL: [&str; 7] = [
        "libreoffice-writer-nogui",
        "poppler-utils",
        "chromium",
        "fontconfig",
        "fonts-noto-cjk",
        "fonts-arphic-gbsn00lp",
        "fonts-arphic-gkai00mp",
    ];

    /// One test, because a program cannot be started while another thread has it open.
    #[test]
    fn apt_get_is_asked_for_what_is_missing_and_for_nothing_else() {
        let all = [&["update"], &ALL[..]].concat();
        let bare = Machine::new("bare", &[ROOT, APT_GET]);
        assert_eq!(bare.install(), ALL);
        assert_eq!(bare.asked(), all);
        let log = fs::read_to_string(bare.0.join("apt-get.log")).unwrap();
        for line in log.lines().skip(2) {
            let how = "noninteractive --quiet install --yes --no-install-recommends ";
            assert!(line.starts_with(how), "{line}");
        }

        let by_sudo = Machine::new("sudo", &[USER, SUDO, APT_GET]);
        by_sudo.install();
        assert_eq!(by_sudo.asked(), all);

        let programs = [ROOT, INSTALLS, FONTS, ("soffice", ""), ("pdftotext", "")];
        let without_browser = Machine::new("browser", &programs);
        assert!(without_browser.install().is_empty());
        assert_eq!(without_browser.asked(), ["update", "chromium"]);
        assert!(without_browser.install().is_empty());
        assert_eq!(without_browser.asked().len(), 2, "now everything is there");

        let without_password = Machine::new("user", &[USER, ("sudo", "exit 1"), APT_GET]);
        assert_eq!(without_password.install(), ALL);
        assert!(without_password.asked().is_empty());

        let offline = Machine::new("offline", &[ROOT, FAILS]);
        assert_eq!(offline.install(), ALL, "what fails is said, and stops nothing");
        assert_eq!(offline.asked(), all);
    }
}
