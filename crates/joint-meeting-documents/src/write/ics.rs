//! The writer of a calendar as iCalendar (RFC 5545).
//!
//! Escaping and folding are those of the crate `icalendar`. Its components are not used: they ask a clock and a random
//! source where a property is missing.

use std::fmt;

use chrono::Utc;
use icalendar::Property;
use joint_meeting::time::{Date, Time};

use crate::{
    calendar::{Dated, PaperCalendar, Progress, When},
    paper::head_line,
    terms::printable,
};

impl PaperCalendar {
    /// The calendar as a file for calendar programs (RFC 5545). Each thing owed is a task; one with a date is also an
    /// event of that day, because many programs show no tasks.
    pub fn to_ics(&self) -> String {
        write(self)
    }
}

fn write(calendar: &PaperCalendar) -> String {
    let mut file = IcsFile { text: String::new(), stamp: calendar.stamp };
    file.component("VCALENDAR", |file| {
        file.text("VERSION", "2.0");
        file.text("PRODID", concat!("-//joint-meeting//", env!("CARGO_PKG_NAME"), "//ZH"));
        file.text("CALSCALE", "GREGORIAN");
        file.text("X-WR-CALNAME", &calendar.name);
        file.text("X-JOURNAL-HEAD", &head_line(&calendar.made_from));
        calendar.dates.iter().for_each(|it| file.dated(it));
    });
    file.text
}

struct IcsFile {
    text: String,
    stamp: Time,
}

impl IcsFile {
    fn component(&mut self, name: &str, within: impl FnOnce(&mut Self)) {
        self.text("BEGIN", name);
        within(self);
        self.text("END", name);
    }

    fn property(&mut self, property: Property) {
        let line: Result<String, fmt::Error> = property.try_into();
        // Writing to a string does not fail.
        self.text.push_str(&folded(line.unwrap_or_default()));
    }

    fn text(&mut self, key: &str, value: &str) {
        self.property(Property::new(key, printable(value)));
    }

    fn date(&mut self, key: &str, date: Date) {
        let mut property = Property::new(key, date.to_chrono().format("%Y%m%d").to_string());
        self.property(property.add_parameter("VALUE", "DATE").done());
    }

    fn time(&mut self, key: &str, time: Time) {
        self.property(Property::new(key, utc(time)));
    }

    fn dated(&mut self, it: &Dated) {
        match &it.when {
            When::Meeting { from, to, place, cancelled } => self.component("VEVENT", |file| {
                file.head(&it.uid, it);
                file.time("DTSTART", *from);
                // Nobody has said how long a meeting will take.
                if let Some(to) = to.filter(|it| it > from) {
                    file.time("DTEND", to);
                }
                if let Some(place) = place {
                    file.text("LOCATION", place);
                }
                file.text("STATUS", if *cancelled { "CANCELLED" } else { "CONFIRMED" });
            }),
            When::Duty { due, until, alarm, progress } => {
                if let Some(due) = due {
                    self.day(it, *due, *alarm);
                }
                self.component("VTODO", |file| {
                    file.head(&it.uid, it);
                    match (until, due) {
                        (Some(until), _) => file.time("DUE", *until),
                        (None, Some(due)) => file.date("DUE", *due),
                        (None, None) => {}
                    }
                    file.progress(*progress);
                });
            }
        }
    }

    /// What every event and task has.
    fn head(&mut self, uid: &str, it: &Dated) {
        self.text("UID", uid);
        self.time("DTSTAMP", self.stamp);
        if let Some(modified) = it.modified {
            self.time("LAST-MODIFIED", modified);
        }
        self.text("SEQUENCE", &it.changes.to_string());
        self.text("SUMMARY", &it.title);
        self.text("DESCRIPTION", &it.about);
    }

    /// The day on which something is due.
    fn day(&mut self, it: &Dated, due: Date, alarm: Option<Time>) {
        self.component("VEVENT", |file| {
            file.head(&of_day(&it.uid), it);
            file.date("DTSTART", due);
            file.date("DTEND", due.succ_opt().unwrap_or(due));
            file.text("TRANSP", "TRANSPARENT");
            file.text("RELATED-TO", &it.uid);
            if let Some(alarm) = alarm {
                file.component("VALARM", |file| {
                    file.text("ACTION", "DISPLAY");
                    file.text("DESCRIPTION", &it.title);
                    let mut trigger = Property::new("TRIGGER", utc(alarm));
                    file.property(trigger.add_parameter("VALUE", "DATE-TIME").done());
                });
            }
        });
    }

    fn progress(&mut self, progress: Progress) {
        match progress {
            Progress::Open => self.text("STATUS", "NEEDS-ACTION"),
            Progress::Begun(part) => {
                self.text("STATUS", "IN-PROCESS");
                self.text("PERCENT-COMPLETE", &part.to_string());
            }
            Progress::Done(at) => {
                self.text("STATUS", "COMPLETED");
                self.text("PERCENT-COMPLETE", "100");
                self.time("COMPLETED", at);
            }
            Progress::Unsaid => {}
        }
    }
}

/// The name of the day on which something of that name is due: in a name without slashes, two marks of which one alone parts it.
fn of_day(uid: &str) -> String {
    match uid.split_once('@') {
        Some((local, body)) if !uid.contains('/') => format!("{local}~~day@{body}"),
        _ => format!("{uid}/day"),
    }
}

/// The longest line, in octets.
const LINE: usize = 75;

/// Folds a line. A last part of exactly as many octets the crate leaves on one line, and forgets the blank before it;
/// therefore its last character goes to a line of its own.
fn folded(mut line: String) -> String {
    let text = line.trim_end_matches("\r\n");
    let last = text.rsplit("\r\n").next().unwrap_or_default();
    if last.len() > LINE
        && let Some((at, _)) = text.char_indices().next_back()
    {
        line.insert_str(at, "\r\n ");
    }
    line
}

fn utc(time: Time) -> String {
    time.to_chrono().with_timezone(&Utc).format("%Y%m%dT%H%M%SZ").to_string()
}

/// A text without the control characters that a line must not have; every kind of line end becomes the one that is
/// allowed.
fn printable(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    printable::printable(&text)
}
