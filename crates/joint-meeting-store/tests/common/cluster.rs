//! A server of PostgreSQL of our own, in a temporary folder on a free port, run by an ordinary user, gone when the tests are.

use std::{
    fs,
    io::Write,
    net::TcpListener,
    os::unix::{fs::chown, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, Command, Stdio},
    sync::{
        Arc, Mutex, OnceLock,
        atomic::{AtomicU32, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use joint_meeting_store::Postgres;
use postgres::{Client, NoTls};

use super::Folder;
use super::places::{Any, Place};

/// Starts the server, waits for a word, and stops it by that signal; if we are gone, by the usual one, and takes the folder away.
const KEEPER: &str = r#"
    "$1" -D "$2" -p "$3" -k "" -c listen_addresses=127.0.0.1 -c max_connections=200 -c logging_collector=off >> "$2/log" 2>&1 &
    server=$!
    read -r signal || signal=GONE
    case $signal in GONE) kill -INT $server;; *) kill -"$signal" $server;; esac
    wait $server
    case $signal in GONE) rm -rf "$2";; esac
"#;

/// A server that can be stopped and started again.
#[derive(Debug)]
pub struct Cluster {
    programs: PathBuf,
    user: Option<(u32, u32)>,
    data: PathBuf,
    port: u16,
    running: Mutex<Option<(Child, ChildStdin)>>,
}

/// The server of this test program; none, where PostgreSQL is not installed, which is said.
pub fn cluster() -> Option<&'static Cluster> {
    static CLUSTER: OnceLock<Option<Cluster>> = OnceLock::new();
    CLUSTER.get_or_init(another).as_ref()
}

/// A server of one's own, to be stopped and started again.
pub fn another() -> Option<Cluster> {
    let found = programs();
    if found.is_none() {
        println!("PostgreSQL is not installed here: nothing is tried with it");
    }
    found.map(Cluster::begin)
}

/// Where the programs of the server are.
fn programs() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .map(|it| it.path().join("bin"))
        .collect();
    folders.sort();
    folders.reverse();
    folders.extend(std::env::split_paths(&path));
    folders.into_iter().find(|it| it.join("initdb").is_file() && it.join("postgres").is_file())
}

/// The server refuses to be run by root.
fn ordinary_user() -> Option<(u32, u32)> {
    let is_root = fs::metadata("/proc/self").is_ok_and(|it| std::os::unix::fs::MetadataExt::uid(&it) == 0);
    let users = fs::read_to_string("/etc/passwd").unwrap_or_default();
    let of = |name: &str| {
        let fields: Vec<&str> =
            users.lines().find(|it| it.split(':').next() == Some(name))?.split(':').collect();
        Some((fields.get(2)?.parse().ok()?, fields.get(3)?.parse().ok()?))
    };
    if is_root { of("postgres").or_else(|| of("nobody")) } else { None }
}

/// A new folder that the user can write to, if the place is one.
fn within_reach(folder: &Path, user: Option<(u32, u32)>) -> Option<PathBuf> {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).ok()?;
    let mut looks = Command::new("/bin/sh");
    looks.args(["-c", "test -w \"$0\""]).arg(folder);
    if let Some((uid, gid)) = user {
        chown(folder, Some(uid), Some(gid)).ok()?;
        looks.uid(uid).gid(gid);
    }
    if looks.status().is_ok_and(|it| it.success()) {
        return Some(folder.to_path_buf());
    }
    let _ = fs::remove_dir_all(folder);
    None
}

impl Cluster {
    fn begin(programs: PathBuf) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("joint-meeting-postgres-{}-{count}", std::process::id());
        let user = ordinary_user();
        // What is temporary for us need not be within reach of another user.
        let folders = [std::env::temp_dir(), PathBuf::from("/tmp"), PathBuf::from("/var/tmp")];
        let data = folders.iter().find_map(|it| within_reach(&it.join(&name), user)).unwrap();
        let it = Self { programs, user, data, port: free_port(), running: Mutex::default() };
        let mut begin = it.command(&it.programs.join("initdb"));
        begin
            .args(["--no-sync", "-U", "records", "--auth=trust", "-E", "UTF8", "--locale=C", "-D"])
            .arg(&it.data);
        let begun = begin.output().unwrap();
        assert!(begun.status.success(), "{}", String::from_utf8_lossy(&begun.stderr));
        it.start();
        it
    }

    fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        if let Some((uid, gid)) = self.user {
            command.uid(uid).gid(gid);
        }
        command.current_dir(&self.data);
        command
    }

    pub fn start(&self) {
        let mut keeper = self.command(Path::new("/bin/sh"));
        keeper
            .args(["-c", KEEPER, "sh"])
            .arg(self.programs.join("postgres"))
            .arg(&self.data)
            .arg(self.port.to_string());
        let mut child =
            keeper.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let word = child.stdin.take().unwrap();
        *self.running.lock().unwrap() = Some((child, word));
        let start = Instant::now();
        while self.client("postgres").is_err() {
            let log = || fs::read_to_string(self.data.join("log")).unwrap_or_default();
            assert!(start.elapsed() < Duration::from_secs(60), "the server does not start: {}", log());
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// `INT` as it is stopped, `QUIT` as it crashes.
    pub fn stop(&self, signal: &str) {
        let Some((mut child, mut word)) = self.running.lock().unwrap().take() else { return };
        writeln!(word, "{signal}").unwrap();
        child.wait().unwrap();
    }

    pub fn config(&self, database: &str) -> String {
        format!("host=127.0.0.1 port={} user=records dbname={database} connect_timeout=10", self.port)
    }

    pub fn client(&self, database: &str) -> Result<Client, postgres::Error> {
        Client::connect(&self.config(database), NoTls)
    }

    /// A database of its own.
    pub fn database(&self) -> InPostgres<'_> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("records_{}", COUNT.fetch_add(1, Ordering::Relaxed));
        self.client("postgres").unwrap().batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
        InPostgres { cluster: self, name, folder: Folder::new() }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.stop("GONE");
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|it| it.local_addr()).map(|it| it.port()).unwrap()
}

/// A database on the server.
#[derive(Debug)]
pub struct InPostgres<'c> {
    pub cluster: &'c Cluster,
    pub name: String,
    folder: Folder,
}

impl InPostgres<'_> {
    fn connect(&self) -> impl Fn() -> Result<Client, postgres::Error> + Send + Sync + 'static {
        let config = self.cluster.config(&self.name);
        move || Client::connect(&config, NoTls)
    }

    /// Where it is, as a person writes it.
    pub fn address(&self) -> String {
        format!("postgresql://records:secret@127.0.0.1:{}/{}", self.cluster.port, self.name)
    }

    fn execute(&self, sql: &str, with: &[&(dyn postgres::types::ToSql + Sync)]) {
        let mut client = self.cluster.client(&self.name).unwrap();
        assert_eq!(client.execute(sql, with).unwrap(), 1);
    }
}

impl Place for InPostgres<'_> {
    fn open(&self) -> Any {
        Arc::new(Postgres::open(self.name.clone(), self.connect()).unwrap())
    }

    fn open_read_only(&self) -> Any {
        Arc::new(Postgres::open_read_only(self.name.clone(), self.connect()).unwrap())
    }

    fn open_backup(&self, path: &Path) -> Any {
        Arc::new(joint_meeting_store::File::open(path).unwrap())
    }

    fn damage(&self, body: &str, no: u32, from: &str, to: &str) {
        let update =
            "UPDATE joint_meeting.entry SET line = replace(line, $3, $4) WHERE body = $1 AND no = $2";
        self.execute(update, &[&body, &(no as i32), &from, &to]);
    }

    fn cut_off(&self, body: &str, no: u32) {
        self.execute("DELETE FROM joint_meeting.entry WHERE body = $1 AND no = $2", &[&body, &(no as i32)]);
    }

    fn replace(&self, body: &str, by: &str) {
        let mut client = self.cluster.client(&self.name).unwrap();
        let mut all = client.transaction().unwrap();
        all.execute("DELETE FROM joint_meeting.entry WHERE body = $1", &[&body]).unwrap();
        let copy = "INSERT INTO joint_meeting.entry (body, no, line, digest)
            SELECT $1, no, line, digest FROM joint_meeting.entry WHERE body = $2";
        assert!(all.execute(copy, &[&body, &by]).unwrap() > 0);
        all.commit().unwrap();
    }

    fn elsewhere(&self) -> PathBuf {
        self.folder.path().join("elsewhere")
    }
}
