//! The statements, in one place, so that who tends the server can read them.

/// The format of the tables.
pub(super) const TABLES_FORMAT: u32 = 1;

/// Several hosts that begin at once wait here for each other.
pub(super) const ONE_AT_A_TIME: &str = "SELECT pg_advisory_xact_lock(5570193308245612372)";

pub(super) const TABLES: &str = r#"
    CREATE SCHEMA IF NOT EXISTS joint_meeting;
    CREATE TABLE IF NOT EXISTS joint_meeting.format (version integer PRIMARY KEY);
    CREATE TABLE IF NOT EXISTS joint_meeting.charter (
        digest text COLLATE "C" PRIMARY KEY, json text NOT NULL, under text NOT NULL);
    CREATE TABLE IF NOT EXISTS joint_meeting.body (name text COLLATE "C" PRIMARY KEY);
    CREATE TABLE IF NOT EXISTS joint_meeting.body_charter (
        body text COLLATE "C" NOT NULL, digest text COLLATE "C" NOT NULL, place integer NOT NULL, PRIMARY KEY (body, digest));
    CREATE TABLE IF NOT EXISTS joint_meeting.entry (
        body text COLLATE "C" NOT NULL, no integer NOT NULL, line text NOT NULL, digest text COLLATE "C" NOT NULL,
        PRIMARY KEY (body, no)) PARTITION BY HASH (body);
    CREATE TABLE IF NOT EXISTS joint_meeting.former (
        body text COLLATE "C" NOT NULL, head text COLLATE "C" NOT NULL, no integer NOT NULL, line text NOT NULL,
        PRIMARY KEY (body, head, no));"#;

/// In so many parts the entries are kept. More can be made of each where one server does not do.
pub(super) const PARTS: u32 = 8;

pub(super) const FORMAT: &str = "SELECT max(version) FROM joint_meeting.format";
pub(super) const SET_FORMAT: &str =
    "INSERT INTO joint_meeting.format SELECT $1 WHERE NOT EXISTS (SELECT 1 FROM joint_meeting.format)";

pub(super) const HAS_BODY: &str = "SELECT 1 FROM joint_meeting.body WHERE name = $1";
pub(super) const NEW_BODY: &str = "INSERT INTO joint_meeting.body (name) VALUES ($1)";
pub(super) const CHARTER: &str = "SELECT json, under FROM joint_meeting.charter WHERE digest = $1";
pub(super) const KEEP_CHARTER: &str =
    "INSERT INTO joint_meeting.charter (digest, json, under) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
pub(super) const BIND_CHARTER: &str = "INSERT INTO joint_meeting.body_charter (body, digest, place)
    SELECT $1, $2, count(*) FROM joint_meeting.body_charter WHERE body = $1 ON CONFLICT DO NOTHING";
pub(super) const CHARTERS_OF: &str =
    "SELECT digest FROM joint_meeting.body_charter WHERE body = $1 ORDER BY place";

pub(super) const LINES_FROM: &str =
    "SELECT no, line, digest FROM joint_meeting.entry WHERE body = $1 AND no >= $2 ORDER BY no";
pub(super) const BODIES: &str = "SELECT name FROM joint_meeting.body WHERE name > $1 ORDER BY name LIMIT $2";
pub(super) const HEADS: &str = "SELECT b.name, e.no, e.digest FROM joint_meeting.body b CROSS JOIN LATERAL (
        SELECT no, digest FROM joint_meeting.entry WHERE body = b.name ORDER BY no DESC LIMIT 1) e
    WHERE b.name > $1 ORDER BY b.name LIMIT $2";

/// The line before is the expected one, or nothing is inserted; it stays until this is committed. A number that is taken is an error,
/// by which all of it is undone.
pub(super) const APPEND: &str = "WITH known AS (
        SELECT 1 FROM joint_meeting.entry WHERE body = $1 AND no = $2 AND digest = $3 FOR KEY SHARE)
    INSERT INTO joint_meeting.entry (body, no, line, digest)
    SELECT $1, new.no, new.line, new.digest FROM known, unnest($4::integer[], $5::text[], $6::text[]) AS new (no, line, digest)";
pub(super) const INSERT: &str = "INSERT INTO joint_meeting.entry (body, no, line, digest)
    SELECT $1, new.no, new.line, new.digest FROM unnest($2::integer[], $3::text[], $4::text[]) AS new (no, line, digest)";
pub(super) const LAST: &str =
    "SELECT no, digest FROM joint_meeting.entry WHERE body = $1 ORDER BY no DESC LIMIT 1";
pub(super) const KEEP_FORMER: &str = "INSERT INTO joint_meeting.former (body, head, no, line)
    SELECT body, $2, no, line FROM joint_meeting.entry WHERE body = $1";
pub(super) const DELETE: &str = "DELETE FROM joint_meeting.entry WHERE body = $1";
