//! The act `link_child` links a matter with a lower body (上下衔接).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        outcome::Outcome,
        resolver::Resolver,
        rule::Guard,
        view::Ask,
    },
    law::{membership::by_office, nesting::in_being},
    state::{State, nesting::Child},
    terms::{
        deed::Stamp,
        id::{ChildId, Text},
        matter::MatterRef,
        record::record,
        words::ChildLink,
    },
};

record! {
    /// Links a matter with a lower body (上下衔接): one that it reports here, or one that this body hands down.
    ///
    /// Only the office may do it (`actor.is_office`), for a lower body that has not ended (`child.is_in_being`).
    ///
    /// It settles nothing. The first report of a lower body fulfils the duty `child.reported`; what is handed down is
    /// kept with the lower body.
    ///
    /// ```
    /// use joint_meeting::{Act, act::LinkChild, wire, words::ChildLink};
    ///
    /// let act = LinkChild::new(
    ///     "c1".parse()?,
    ///     ChildLink::ReportedUp,
    ///     "strays around the market".parse()?,
    ///     "it needs the district".parse()?,
    /// );
    /// let json = r#"{
    ///     "type": "link_child", "child": "c1", "link": "reported_up",
    ///     "subject": "strays around the market", "note": "it needs the district"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct LinkChild {
        /// The lower body.
        pub child: ChildId,
        /// Which way the matter goes.
        pub link: ChildLink,
        /// The matter.
        pub subject: Text,
        /// What was reported or handed down, in words.
        pub note: Text,
    }
}

/// What is linked with a lower body may have begun before it did.
const NOT_ENDED: Guard<LinkChild> =
    in_being(|it| it.child_is_in_being(it.names, it.today().max(it.names.from)));

impl ActType for LinkChild {
    type Names<'s> = &'s Child;

    const GUARDS: &'static [Guard<Self>] = &[by_office(), NOT_ENDED];

    const FREE: &'static [&'static str] = &["subject", "note"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.child)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(child) = state.nesting.children.get_mut(&self.child) {
            child.last = child.last.max(stamp.at);
            match self.link {
                ChildLink::ReportedUp => {
                    let first = child.reported.map_or(stamp.deed(), |it| it.min(stamp.deed()));
                    child.reported = Some(first);
                }
                ChildLink::HandedDown => child.handed_down.push(stamp.deed()),
            }
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let link = |child: &ChildId, link: ChildLink| {
            Some(Self { child: child.clone(), link, subject: some_text()?, note: some_text()? })
        };
        let children = ask.state.nesting().children.keys();
        children.flat_map(|child| ChildLink::ALL.iter().filter_map(move |it| link(child, *it))).collect()
    }
}
