//! Data channels (数据对接渠道): which unit's data reach which.

use std::collections::BTreeSet;

use crate::{
    act::ActKind,
    act::ActType,
    act::Resolver,
    act::new_name,
    act::since,
    act::some_text,
    action::{by_unit_or_office, known_units, units_at_least},
    charter::{Charter, settings::Role},
    deed::{Deed, Stamp},
    entry::Outcome,
    id::{ChannelId, Text, UnitId},
    law::MatterRef,
    record::record,
    refusal::{Finding, Standing},
    rule::{Ask, Guard, Rule, ensure, remedy},
    state::State,
    time::Time,
};

record! {
    /// Opens a data channel (开通数据对接渠道).
    pub struct OpenDataChannel {
        /// Its new name here.
        pub channel: ChannelId,
        /// The unit whose data it carries.
        pub owner: UnitId,
        /// The units that receive them.
        #[serde(deserialize_with = "crate::wire::list")]
        pub users: Vec<UnitId>,
        /// What data.
        pub what: Text,
        /// How often.
        pub frequency: Text,
        /// Whether there are personal data among them (个人信息).
        pub personal_data: bool,
    }

    /// Closes a data channel (关闭数据对接渠道).
    pub struct CloseDataChannel {
        /// The channel.
        pub channel: ChannelId,
        /// Why.
        pub reason: Text,
    }
}

const CHANNEL_OPEN: Rule = Rule::always("channel.is_open", "该渠道尚未关闭", "the channel is not closed")
    .cured_by(&[remedy(ActKind::OpenDataChannel, &[Role::Office, Role::MemberUnit])]);

impl ActType for OpenDataChannel {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(it.act.users.iter().chain([&it.act.owner]))),
        Guard {
            rule: Rule::always(
                "channel.joins_two_units",
                "数据渠道连接两个以上单位",
                "a data channel joins two units or more",
            ),
            check: |it| units_at_least(it.act.users.iter().chain([&it.act.owner]), 2),
        },
    ];

    const FREE: &'static [&'static str] = &["channel", "users", "what", "frequency", "personal_data"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        names.free(&self.channel);
        known_units(names, self.users.iter().chain([&self.owner]));
        Some(())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let channel = Channel {
            units: self.users.iter().chain([&self.owner]).cloned().collect(),
            opened: stamp.deed(),
            closed: None,
        };
        state.functions.channels.insert(self.channel.clone(), channel);
        state.functions.open_channels.insert(self.channel.clone());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let made = || {
            let owner = ask.some_member()?;
            let mut others = ask.members_on(ask.today()).into_iter().filter(|it| **it != owner);
            Some(Self {
                channel: new_name(ask)?,
                users: vec![others.next()?.clone()],
                owner,
                what: some_text()?,
                frequency: some_text()?,
                personal_data: false,
            })
        };
        made().into_iter().collect()
    }
}

impl ActType for CloseDataChannel {
    type Names<'s> = &'s Channel;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(&it.names.units)),
        Guard {
            rule: CHANNEL_OPEN,
            check: |it| {
                let open = it.names.closed.is_none();
                ensure(open, || Finding::state(Standing::Closed, &[Standing::Open]))
            },
        },
    ];

    const FREE: &'static [&'static str] = &["reason"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.channel)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(channel) = state.functions.channels.get_mut(&self.channel) {
            channel.closed = Some(stamp.deed());
        }
        state.functions.open_channels.remove(&self.channel);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let open = ask.state.functions.open_channels.iter();
        open.filter_map(|it| Some(Self { channel: it.clone(), reason: some_text()? })).collect()
    }
}

/// A data channel.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Channel {
    /// Its owner and its users.
    pub(crate) units: BTreeSet<UnitId>,
    pub(crate) opened: Deed,
    pub(crate) closed: Option<Deed>,
}

since! { Channel(opened.at); }
