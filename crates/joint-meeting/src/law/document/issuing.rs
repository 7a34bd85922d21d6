//! What stands before every document that is issued, whatever it rests on: its kind, title, publicness, secrecy, name and seal.
//!
//! The way of minutes to the document that carries them is in `issue_document`, other documents in `issue_other_document`.

use crate::{
    charter::settings::SettingKey,
    kernel::{
        act::ActType,
        finding::Finding,
        rule::{Guard, Rule, ensure, fixed, remedy},
        view::{Case, View},
        word::word,
    },
    law::document::{
        issue_document::IssueDocument, issue_other_document::IssueOtherDocument, issued::Sending,
    },
    terms::{
        act_kind::ActKind,
        id::{ItemId, Text, UnitId},
        sorted::Set,
        time::Date,
        words::{Carrier, DocumentKind, Publicness, Role, Secrecy},
    },
};

/// An act by which a document is issued.
pub(crate) trait Issuing: Sending {
    fn kind(&self) -> DocumentKind;
    fn title(&self) -> &Text;
    fn publicness(&self) -> Publicness;
    fn reason(&self) -> Option<&Text>;
    fn secrecy(&self) -> Option<Secrecy>;
    fn seal(&self) -> Option<Carrier>;
}

macro_rules! issuing {
    ($($act:ident)*) => {$(
        impl Issuing for $act {
            fn kind(&self) -> DocumentKind {
                self.kind
            }

            fn title(&self) -> &Text {
                &self.title
            }

            fn publicness(&self) -> Publicness {
                self.publicness
            }

            fn reason(&self) -> Option<&Text> {
                self.reason.as_ref()
            }

            fn secrecy(&self) -> Option<Secrecy> {
                self.secrecy
            }

            fn seal(&self) -> Option<Carrier> {
                self.seal
            }
        }
    )*};
}

issuing! { IssueDocument IssueOtherDocument }

impl View<'_> {
    /// The units with a task in the items that neither are bound by the item nor have consented in writing.
    pub(crate) fn burdened_by(&self, items: &[ItemId], since: Date) -> Vec<UnitId> {
        let items = items.iter().filter_map(|id| self.state.decisions().items.get_key_value(id));
        let open = items.flat_map(|(id, item)| {
            item.tasked.iter().filter(move |unit| !self.bond(id, item, unit).can_be_tasked())
        });
        let open: Set<&UnitId> = open.collect();
        self.answering(open, since)
    }
}

const UNDERTAKEN: Rule = Rule::law(
    "document.tasked_units_have_undertaken",
    "给予任务的单位受该事项约束，或者已书面同意",
    "each unit that gets a task is bound by the matter or has consented in writing",
)
.cured_by(&[remedy(ActKind::ConsentToTask, &[Role::ResponsiblePerson, Role::Member])]);

/// The guard that no unit gets a task that it has not undertaken.
pub(crate) const fn undertaken<A: Issuing + Burdening>() -> Guard<A> {
    Guard {
        rule: UNDERTAKEN,
        check: |it| {
            let units = A::burdened(it);
            ensure(units.is_empty(), || Finding::MissingUnits { units })
        },
    }
}

/// An act by which units can get tasks.
pub(crate) trait Burdening: ActType {
    /// The units that would get a task which they have not undertaken.
    fn burdened(case: &Case<'_, Self>) -> Vec<UnitId>;
}

/// The guard that the kind is a formal one.
pub(crate) const fn of_a_formal_kind<A: Issuing>() -> Guard<A> {
    Guard {
        rule: Rule::law(
            "document.kind_is_formal",
            "文种为法定公文种类之一",
            "the kind is one of the formal kinds of document",
        ),
        check: |it| {
            ensure(it.act.kind().is_formal(), || Finding::NotAllowed {
                value: word(&it.act.kind()),
                allowed: DocumentKind::ALL.iter().filter(|it| it.is_formal()).map(word).collect(),
            })
        },
    }
}

/// The guard that the title names the kind.
pub(crate) const fn titled_by_its_kind<A: Issuing>() -> Guard<A> {
    Guard {
        rule: Rule::law(
            "document.title_names_its_kind",
            "标题以文种结尾",
            "the title ends with the word for the kind",
        ),
        check: |it| {
            let (title, kind) = (it.act.title().as_str(), it.act.kind().zh());
            ensure(title.ends_with(kind), || Finding::Differs {
                found: title.to_owned(),
                expected: format!("…{kind}"),
            })
        },
    }
}

/// The guard that a document says why it is not simply public.
pub(crate) const fn closed_with_a_reason<A: Issuing>() -> Guard<A> {
    Guard {
        rule: Rule::law(
            "document.closed_with_a_reason",
            "依申请公开、不予公开的，说明理由",
            "a document that is not simply public says why",
        ),
        check: |it| {
            let open = it.act.publicness() == Publicness::Open;
            ensure(open || it.act.reason().is_some(), || Finding::Missing { what: vec!["reason".to_owned()] })
        },
    }
}

/// The guard that a document is not both secret and open.
pub(crate) const fn secret_or_open<A: Issuing>() -> Guard<A> {
    Guard {
        rule: Rule::always(
            "document.secret_is_not_open",
            "标有密级的文件不主动公开",
            "a document that is marked secret is not open to the public",
        ),
        check: |it| {
            let open = it.act.publicness() == Publicness::Open;
            ensure(!open || it.act.secrecy().is_none(), || Finding::NotAllowed {
                value: word(&Publicness::Open),
                allowed: [Publicness::OnRequest, Publicness::Closed].iter().map(word).collect(),
            })
        },
    }
}

/// The guard that the document goes out in a name in which it may.
pub(crate) const fn in_a_permitted_name<A: Issuing>() -> Guard<A> {
    Guard {
        rule: Rule::law(
            "document.in_a_permitted_name",
            "不以联席会议自己的名义正式行文",
            "the document goes out in a name in which it may",
        )
        .needs(&[SettingKey::OwnName, SettingKey::Carrier]),
        check: |it| {
            let settings = it.settings();
            let own = settings.carrier.fixed() == Some(&Carrier::Body);
            let forbidden = settings.own_name.fixed() == Some(&false);
            let otherwise = it.act.seal().is_some_and(|it| it != Carrier::Body);
            ensure(!(own && forbidden) || otherwise, not_the_bodys)
        },
    }
}

/// The guard that the seal is one that the charter allows.
pub(crate) const fn sealed_as_permitted<A: Issuing>() -> Guard<A> {
    Guard {
        rule: Rule::law(
            "document.sealed_as_permitted",
            "所用印章为制度所许可",
            "the seal is one that the charter allows",
        )
        .asks(&[SettingKey::Seal]),
        check: |it| {
            let own = it.act.seal() == Some(Carrier::Body);
            let has_one = || fixed(&it.settings().seal).copied();
            ensure(!own || has_one()?, not_the_bodys)
        },
    }
}

fn not_the_bodys() -> Finding {
    let allowed = [Carrier::LeadUnit, Carrier::Joint];
    Finding::NotAllowed { value: word(&Carrier::Body), allowed: allowed.iter().map(word).collect() }
}
