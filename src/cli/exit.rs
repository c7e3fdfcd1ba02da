//! Exit codes: a public promise. Unknown never looks like success.

/// What the program ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// An advice, interim and emergency included; or the command did what was asked.
    Done,
    /// A difference from what was expected, or faulty content.
    Different,
    /// The command line cannot be used; also: no terminal, unknown profession.
    Usage,
    /// The content cannot be used.
    Content,
    /// The input does not fit.
    Input,
    /// No decision yet: an open question, a doubt, a duty, stopped, end of input.
    Undecided,
    /// Another door.
    OtherDoor,
    /// A fault in the program.
    Fault,
    /// Interrupted from the keyboard.
    Interrupted,
    /// The output was closed.
    Closed,
}

impl Exit {
    /// The number.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Different => 1,
            Self::Usage => 2,
            Self::Content => 3,
            Self::Input => 4,
            Self::Undecided => 5,
            Self::OtherDoor => 6,
            Self::Fault => 70,
            Self::Interrupted => 130,
            Self::Closed => 141,
        }
    }
}
