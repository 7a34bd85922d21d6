//! The act `open_data_channel` opens a data channel (开通数据对接渠道).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, new_name, some_text},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule},
        view::Ask,
    },
    law::action::{by_unit_or_office, known_units},
    state::{State, function::DataChannel},
    terms::{
        deed::Stamp,
        id::{ChannelId, Text, UnitId},
        matter::MatterRef,
        record::record,
    },
};

record! {
    /// Opens a data channel (开通数据对接渠道), by which one unit gives data to others.
    ///
    /// The office may do it, and whoever acts for the owner or for one of the users
    /// (`work.recorded_by_unit_or_office`). The channel joins two units or more (`channel.joins_two_units`).
    ///
    /// It settles nothing. The channel is open until it is closed or its units are merged into one, and shows for that
    /// time that the duty `data.shared` is met.
    ///
    /// ```
    /// use joint_meeting::{Act, act::OpenDataChannel, wire};
    ///
    /// let act = OpenDataChannel::new(
    ///     "c1".parse()?,
    ///     "police".parse()?,
    ///     ["health".parse()?],
    ///     "registered dogs".parse()?,
    ///     "weekly".parse()?,
    ///     true,
    /// );
    /// let json = r#"{
    ///     "type": "open_data_channel", "channel": "c1", "owner": "police", "users": ["health"],
    ///     "what": "registered dogs", "frequency": "weekly", "personal_data": true
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct OpenDataChannel {
        /// The new name of the channel here.
        pub channel: ChannelId,
        /// The unit whose data it carries.
        pub owner: UnitId,
        /// The units that receive the data.
        pub users: Vec<UnitId>,
        /// Which data the channel carries.
        pub what: Text,
        /// How often data are passed on.
        pub frequency: Text,
        /// Whether there are personal data among them (个人信息).
        pub personal_data: bool,
    }
}

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
            check: |it| it.units_at_least((it.act.users.iter().chain([&it.act.owner]), it.today()), 2),
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
        let channel = DataChannel {
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
                channel: new_name()?,
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
