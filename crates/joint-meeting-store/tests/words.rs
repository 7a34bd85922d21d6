//! Every error is said in Chinese as well, and names what and where.

use joint_meeting::{BodyError, Charter, Language, journal};
use joint_meeting_store::{BodyName, Disguise, StoreError};

fn all() -> Vec<StoreError> {
    let body: BodyName = "dogs".parse().unwrap();
    let place = "records.db".to_owned();
    let disguises = [
        Disguise::Empty,
        Disguise::Bom,
        Disguise::Crlf,
        Disguise::Wide,
        Disguise::Spreadsheet,
        Disguise::Database,
    ];
    let mut all: Vec<StoreError> = ["", "A", &"a".repeat(200)]
        .map(|it| it.parse::<BodyName>().unwrap_err().into())
        .into_iter()
        .collect();
    all.extend(disguises.map(|is| StoreError::Disguised { place: place.clone(), body: body.clone(), is }));
    all.extend([
        StoreError::Unknown { place: place.clone(), body: body.clone() },
        StoreError::Taken { place: place.clone(), body: body.clone() },
        StoreError::Conflict { body: body.clone(), entry: 7 },
        StoreError::Rewritten { body: body.clone() },
        StoreError::Charter { body: body.clone(), why: Charter::from_json("{}").unwrap_err() },
        StoreError::NoCharter { place: place.clone(), digest: journal::digest(b"") },
        StoreError::NoBody { body: body.clone(), why: BodyError::NoCharter },
        StoreError::Journal {
            place: place.clone(),
            body: body.clone(),
            why: journal::verify("{}\n", None).unwrap_err().into(),
        },
        StoreError::Torn { place: place.clone(), body: body.clone(), entry: 7, bytes: 12 },
        StoreError::ReadOnly { place: place.clone() },
        StoreError::Stopped { place: place.clone() },
        StoreError::Failed { place: place.clone(), why: "no space left on device".to_owned() },
        StoreError::Unsure { body, entry: 7, why: "connection closed".to_owned() },
        StoreError::Busy { place: place.clone() },
        StoreError::Format { place: place.clone(), found: "9".to_owned(), known: 1 },
        StoreError::Panicked { place },
    ]);
    all
}

#[test]
fn every_error_has_chinese_and_names_its_place() {
    let mut kinds = std::collections::BTreeSet::new();
    for it in all() {
        let (en, zh) = (it.text(Language::En), it.text(Language::Zh));
        assert_eq!(en, it.to_string());
        kinds.insert(it.kind());
        // What stands in 「」 is quoted.
        let plain: String = zh.split('「').map(|it| it.rsplit('」').next().unwrap_or_default()).collect();
        assert!(!plain.chars().any(|it| it.is_ascii_alphabetic()), "{en} → {zh}");
        assert!(!(zh.starts_with('「') && zh.ends_with('」') && zh.matches('「').count() == 1), "{zh}");
        if it.kind() != "name" {
            assert!(en.contains("dogs") || en.contains("records.db"), "{en}");
        }
    }
    assert_eq!(kinds.len(), 18, "{kinds:?}");
}
