//! The act `close_data_channel` closes a data channel (关闭数据对接渠道).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        finding::{Finding, Standing},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        view::Ask,
    },
    law::action::by_unit_or_office,
    state::{State, function::DataChannel},
    terms::{
        deed::Stamp,
        id::{ChannelId, Text},
        matter::MatterRef,
        record::record,
    },
};

record! {
    /// Closes a data channel (关闭数据对接渠道).
    ///
    /// The office may do it, and whoever acts for the owner or for one of the users
    /// (`work.recorded_by_unit_or_office`). The channel must not be closed already, nor have ended because its units
    /// were merged into one (`channel.is_open`).
    ///
    /// It settles nothing. The channel stays closed; a later one needs a name of its own.
    ///
    /// ```
    /// use joint_meeting::{Act, act::CloseDataChannel, wire};
    ///
    /// let act = CloseDataChannel::new("c1".parse()?, "replaced".parse()?);
    /// let json = r#"{
    ///     "type": "close_data_channel", "channel": "c1", "reason": "replaced"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct CloseDataChannel {
        /// The channel that is closed.
        pub channel: ChannelId,
        /// Why the channel is closed.
        pub reason: Text,
    }
}

const CHANNEL_OPEN: Rule = Rule::always("channel.is_open", "该渠道尚未关闭", "the channel is not closed");

impl ActType for CloseDataChannel {
    type Names<'s> = &'s DataChannel;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(&it.names.units)),
        Guard {
            rule: CHANNEL_OPEN,
            check: |it| {
                let open = it.names.closed.is_none() && it.joins_two(it.names);
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
        let open = ask.state.functions().open_channels.iter();
        open.filter_map(|it| Some(Self { channel: it.clone(), reason: some_text()? })).collect()
    }
}
