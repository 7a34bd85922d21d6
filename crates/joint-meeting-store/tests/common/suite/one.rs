//! Cases of one body in a store.

use std::fs;

use joint_meeting::journal::{self, FORMAT, Journal};
use joint_meeting_store::{
    CharterSource, Exported, Held, StoreError, create, export, import, upgrade, verify,
};

use super::Case;
use crate::common::{data, in_memory, matter, name, nankai, places::Place, year};

pub(super) const CASES: &[Case] = &[
    ("a year is stored byte for byte as it is in memory", a_year),
    ("in batches the year is the same bytes", in_batches),
    ("what was decided on another head is not stored", stale),
    ("a conflict is returned when there is no try left", no_try_left),
    ("a body is as it was known at a moment", as_of),
    ("a journal of an older format is brought to the newest while somebody holds it", upgraded),
    ("a later version of the charter waits in the store", later_version),
    ("what is opened to read is not written to", read_only),
    ("an export is imported into another store as the same bytes", another_store),
];

fn a_year(place: &dyn Place) {
    let (store, dogs, submissions) = (place.open(), name("dogs"), year());
    create(&store, &dogs, &[nankai()]).unwrap();
    let mut held = Held::open(&store, &dogs).unwrap();
    for it in &submissions {
        held.perform(it).unwrap().unwrap();
    }
    let body = in_memory(&submissions);
    let (text, head) = body.journal();
    assert_eq!((held.body(), held.head()), (&body, &head));
    for store in [store, place.open(), place.open_read_only()] {
        let exported = export(&store, &dogs).unwrap();
        assert_eq!(exported.journal, text.as_bytes());
        assert_eq!(exported.charters, [nankai()]);
        assert_eq!(Held::open(&store, &dogs).unwrap().body(), &body);
        let verified = verify(&store, &dogs, Some(&head)).unwrap();
        assert_eq!((verified.head, verified.breaches), (head.clone(), body.breaches()));
    }
}

fn in_batches(place: &dyn Place) {
    let (store, dogs, submissions) = (place.open(), name("dogs"), year());
    create(&store, &dogs, &[nankai()]).unwrap();
    let mut held = Held::open(&store, &dogs).unwrap();
    for batch in submissions.chunks(100) {
        assert_eq!(held.perform_all(batch).unwrap().unwrap().len(), batch.len());
    }
    assert_eq!(export(&store, &dogs).unwrap().journal, in_memory(&submissions).journal().0.as_bytes());
}

fn stale(place: &dyn Place) {
    let (store, dogs, submissions) = (place.open(), name("dogs"), year());
    create(&store, &dogs, &[nankai()]).unwrap();
    let mut held = Held::open(&store, &dogs).unwrap();
    let beginning = held.head().clone();
    for it in &submissions[..3] {
        held.perform(it).unwrap().unwrap();
    }
    let before = export(&store, &dogs).unwrap();
    let body = in_memory(&submissions[..4]);
    let line = |at: &journal::Head, no: u32| {
        let mut entry = body.entries()[3].clone();
        entry.no = no;
        joint_meeting_store::NewLine::next(&mut Journal::resume(at.clone()), &entry)
    };
    let mut other = held.head().clone();
    other.digest = journal::digest(b"another journal");
    let mut far = held.head().clone();
    far.count += 1;
    for (at, no) in [(&beginning, 1), (&other, 4), (&far, 5)] {
        match store.append(&dogs, at, &[line(at, no)]) {
            Err(StoreError::Conflict { body, entry }) => assert_eq!((body, entry), (dogs.clone(), no)),
            found => panic!("{at:?}: {found:?}"),
        }
        assert!(matches!(store.rewrite(&dogs, at, "{}\n"), Err(StoreError::Conflict { .. })));
    }
    assert_eq!(export(&store, &dogs).unwrap(), before);
    let at = held.head().clone();
    store.append(&dogs, &at, &[line(&at, 4)]).unwrap();
    assert_eq!(held.catch_up().unwrap(), 1);
    assert_eq!(held.body(), &body);
    let nobody = name("nobody");
    assert!(matches!(store.append(&nobody, &at, &[line(&at, 4)]), Err(StoreError::Unknown { .. })));
    assert!(matches!(store.after(&nobody, &at), Err(StoreError::Unknown { .. })));
    assert!(matches!(store.after(&dogs, &other), Err(StoreError::Rewritten { .. })));
    assert!(matches!(store.charter(&journal::digest(b"")), Err(StoreError::NoCharter { .. })));
}

fn no_try_left(place: &dyn Place) {
    let (store, dogs, submissions) = (place.open(), name("dogs"), year());
    create(&store, &dogs, &[nankai()]).unwrap();
    let mut patient = Held::open(place.open(), &dogs).unwrap();
    let mut held = Held::open(&store, &dogs).unwrap().tries(1);
    patient.perform(&submissions[0]).unwrap().unwrap();
    assert!(matches!(held.perform(&submissions[0]), Err(StoreError::Conflict { entry: 1, .. })));
    // Refused by what is not all there is, it catches up, and has no try left to decide by that.
    assert!(matches!(held.perform(&matter("a")), Err(StoreError::Conflict { entry: 2, .. })));
    assert!(held.perform(&submissions[0]).unwrap().is_err());
    for it in ["a", "b"] {
        held.catch_up().unwrap();
        patient.perform(&matter(it)).unwrap().unwrap();
        let entry = held.head().count + 1;
        match held.perform(&matter("c")) {
            Err(StoreError::Conflict { entry: found, .. }) => assert_eq!(found, entry),
            found => panic!("{found:?}"),
        }
    }
    held.catch_up().unwrap();
    assert_eq!(held.perform(&matter("c")).unwrap().unwrap().no, 4);
}

fn as_of(place: &dyn Place) {
    let (store, dogs, submissions) = (place.open(), name("dogs"), year());
    create(&store, &dogs, &[nankai()]).unwrap();
    let mut held = Held::open(&store, &dogs).unwrap();
    held.perform_all(&submissions[..60]).unwrap().unwrap();
    let at = held.body().entries()[30].recorded_at;
    let known = held.body().entries().iter().filter(|it| it.recorded_at <= at).count();
    assert_eq!(held.as_of(at), in_memory(&submissions[..known]));
}

fn upgraded(place: &dyn Place) {
    let (store, old) = (place.open(), name("old"));
    let charter = CharterSource::new(fs::read_to_string(data("journals/v1-year.charter.json")).unwrap());
    let mut exported = export_of_nothing();
    exported.charters = vec![charter];
    exported.journal = fs::read(data("journals/v1-year.jsonl")).unwrap();
    let head = import(&store, &old, &exported).unwrap();
    let mut held = Held::open(place.open(), &old).unwrap();
    assert!(held.body().format() < FORMAT);

    let upgraded = upgrade(&store, &old).unwrap();
    assert_eq!(upgraded.count, head.count);
    assert_eq!(upgrade(&store, &old).unwrap(), upgraded, "what is of the newest format stays");
    let header = export(&store, &old).unwrap().journal;
    let header: journal::Header =
        joint_meeting::wire::from_slice(header.split(|it| *it == b'\n').next().unwrap()).unwrap();
    assert_eq!((header.format, header.before), (FORMAT, Some(head)));
    assert!(verify(&store, &old, Some(&upgraded)).is_ok());
    // Who held it reads it anew.
    assert!(held.catch_up().unwrap() > 0);
    assert_eq!((held.body().format(), held.head()), (FORMAT, &upgraded));
}

fn export_of_nothing() -> Exported {
    let folder = crate::common::Folder::new();
    let (store, dogs) = (joint_meeting_store::File::open(folder.path()).unwrap(), name("dogs"));
    create(&store, &dogs, &[nankai()]).unwrap();
    export(&store, &dogs).unwrap()
}

fn later_version(place: &dyn Place) {
    let (store, market) = (place.open(), name("market"));
    let of = |it: &str| CharterSource::bundled(it).unwrap();
    create(&store, &market, &[of("network-market-2016")]).unwrap();
    assert_eq!(Held::open(&store, &market).unwrap().body().charters().len(), 1);
    for _ in 0..2 {
        store.add_charter(&market, &of("network-market-2020")).unwrap();
        let held = Held::open(place.open(), &market).unwrap();
        let versions: Vec<u32> = held.body().charters().iter().map(joint_meeting::Charter::version).collect();
        assert_eq!(versions.len(), 2, "{versions:?}");
    }
    let charters = export(&store, &market).unwrap().charters;
    assert_eq!(charters, [of("network-market-2016"), of("network-market-2020")]);
}

fn read_only(place: &dyn Place) {
    let (store, dogs, submissions) = (place.open(), name("dogs"), year());
    create(&store, &dogs, &[nankai()]).unwrap();
    let reads = place.open_read_only();
    let mut reader = Held::open(&reads, &dogs).unwrap();
    assert!(matches!(reader.perform(&submissions[0]), Err(StoreError::ReadOnly { .. })));
    assert!(matches!(create(&reads, &name("other"), &[nankai()]), Err(StoreError::ReadOnly { .. })));
    assert!(matches!(reads.add_charter(&dogs, &nankai()), Err(StoreError::ReadOnly { .. })));
    Held::open(&store, &dogs).unwrap().perform(&submissions[0]).unwrap().unwrap();
    assert_eq!(reader.catch_up().unwrap(), 1);
    assert_eq!(reader.body(), &in_memory(&submissions[..1]));
    assert_eq!(verify(&reads, &dogs, None).unwrap().head.count, 1);
}

fn another_store(place: &dyn Place) {
    let (store, dogs, submissions) = (place.open(), name("dogs"), year());
    create(&store, &dogs, &[nankai()]).unwrap();
    Held::open(&store, &dogs).unwrap().perform_all(&submissions[..40]).unwrap().unwrap();
    let exported = export(&store, &dogs).unwrap();
    let folder = crate::common::Folder::new();
    let files = joint_meeting_store::File::open(folder.path()).unwrap();
    let tables = joint_meeting_store::Sqlite::open(folder.path().join("a.db"));
    assert!(tables.is_ok());
    import(&files, &dogs, &exported).unwrap();
    let tables = tables.unwrap();
    import(&tables, &dogs, &export(&files, &dogs).unwrap()).unwrap();
    let again = export(&tables, &dogs).unwrap();
    assert_eq!(again, exported);
    import(&store, &name("back"), &again).unwrap();
    assert_eq!(export(&store, &name("back")).unwrap(), exported);
}
