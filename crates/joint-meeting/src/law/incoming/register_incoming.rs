//! The act `register_incoming` registers something that came in (收文登记).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, new_name, some_text},
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        view::Ask,
    },
    law::membership::by_office,
    state::{State, incoming::Incoming},
    terms::{
        deed::Stamp,
        id::{IncomingId, Text},
        matter::MatterRef,
        record::record,
        sorted::Map,
        time::{Date, end_of, start_of},
        words::IncomingKind,
    },
};

record! {
    /// Registers something that came in (收文登记): a letter, an instruction, a matter of a citizen or a street.
    ///
    /// Only the office may do it (`actor.is_office`). The sender is anyone, a member unit or not. It is dated no later than it
    /// came, and wants no answer before its date (`incoming.is_dated_before_it_came`). A matter that a superior
    /// hands down is registered here as the paper that it is; when the body takes it on, `accept_assigned_matter` makes it a
    /// matter that the body owes, and it is open here no more.
    ///
    /// It settles nothing. What came in is open until it is answered, filed or taken on. The day by which the sender wants an
    /// answer is kept in the entry; no rule holds the body to it.
    ///
    /// ```
    /// use joint_meeting::{Act, act::RegisterIncoming, wire, words::IncomingKind};
    ///
    /// let act = RegisterIncoming::new(
    ///     "in1".parse()?,
    ///     IncomingKind::Letter,
    ///     "区教育局".parse()?,
    ///     "关于校园周边犬只管理的函".parse()?,
    /// )
    /// .number("津南教函〔2022〕8号".parse()?)
    /// .dated("2022-05-30".parse()?);
    /// let json = r#"{
    ///     "type": "register_incoming", "incoming": "in1", "kind": "letter", "sender": "区教育局",
    ///     "subject": "关于校园周边犬只管理的函", "number": "津南教函〔2022〕8号", "dated": "2022-05-30"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct RegisterIncoming {
        /// The new name of what came in.
        pub incoming: IncomingId,
        /// What it is.
        pub kind: IncomingKind,
        /// From whom it came, by name: a unit of the body or anyone else.
        pub sender: Text,
        /// What it is about.
        pub subject: Text,
        /// The number that it bears (来文字号).
        optional pub number: Option<Text>,
        /// The date that it bears (来文日期).
        optional pub dated: Option<Date>,
        /// The last day for an answer, where the sender says one.
        optional pub due: Option<Date>,
        /// What it says, in full or in short.
        optional pub text: Option<Text>,
    }
}

impl ActType for RegisterIncoming {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::always(
                "incoming.is_dated_before_it_came",
                "来文日期不晚于收文之日，要求答复的日期不早于来文日期",
                "what came in is dated no later than it came, and wants no answer before that date",
            ),
            check: |it| {
                let Some(dated) = it.act.dated else { return Ok(()) };
                let latest = || Finding::TooLate { latest: end_of(it.today(), it.charter.offset()) };
                ensure(dated <= it.today(), latest)?;
                let earliest = || Finding::TooEarly { earliest: start_of(dated, it.charter.offset()) };
                ensure(it.act.due.is_none_or(|due| due >= dated), earliest)
            },
        },
    ];

    const FREE: &'static [&'static str] =
        &["incoming", "kind", "sender", "subject", "number", "dated", "due", "text"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        names.free(&self.incoming)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let incoming = Incoming {
            kind: self.kind,
            sender: self.sender.clone(),
            subject: self.subject.clone(),
            registered: stamp.deed(),
            passed_on: Map::new(),
            ended: None,
        };
        state.incoming.all.insert(self.incoming.clone(), incoming);
        state.incoming.open.insert(self.incoming.clone());
    }

    fn candidates(_: &Ask<'_>) -> Vec<Self> {
        let register = || {
            Some(Self {
                incoming: new_name()?,
                kind: IncomingKind::Letter,
                sender: some_text()?,
                subject: some_text()?,
                number: None,
                dated: None,
                due: None,
                text: None,
            })
        };
        register().into_iter().collect()
    }
}
