//! What can be wrong with content or answers: a code, a place, a sentence, and what would help.
//!
//! Knows every code. Refuses to draw: `ui::excerpt` shows a problem in its own lines.

use std::fmt;
use std::ops::Range;

/// One problem, with its place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, relative to the content directory, or the answer file as given.
    pub file: String,
    /// The bytes it is about; nothing when it is about the file as a whole.
    pub place: Option<(usize, usize)>,
    /// What kind of problem.
    pub code: Code,
    /// What happened, in one sentence without full stop.
    pub says: String,
    /// What would help.
    pub help: Option<String>,
}

impl Problem {
    /// A problem at a place in a file.
    #[must_use]
    pub fn at(code: Code, file: &str, place: Option<Range<usize>>, says: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            place: place.map(|range| (range.start, range.end)),
            code,
            says: says.into(),
            help: None,
        }
    }

    /// With what would help.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $word:literal,)+) => {
        /// The kinds of problem. The word is public: it stands in messages and in `DIAGNOSTICS.md`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code { $($(#[doc = $doc])+ $variant,)+ }

        impl Code {
            /// Every code there is.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }
    };
}

codes! {
    /// A document that must be there is not there.
    MissingFile = "missing-file",
    /// A file cannot be read as text: unreadable, binary, or too large.
    Unreadable = "unreadable",
    /// A file that is not part of the content lies between its documents.
    ForeignFile = "foreign-file",
    /// The text is not TOML.
    Syntax = "syntax",
    /// A key is unknown or missing, or a value has the wrong type.
    Shape = "shape",
    /// The document was written for another version of the format.
    Schema = "schema",
    /// The name, folder or date of a document differs from where it lies.
    Misplaced = "misplaced",
    /// A name is not in kebab-case.
    BadId = "bad-id",
    /// A name is used twice.
    DuplicateId = "duplicate-id",
    /// A name refers to nothing.
    UnknownReference = "unknown-reference",
    /// A question, choice or finding is not in the vocabulary.
    NotInVocabulary = "not-in-vocabulary",
    /// No document of that name is in force on the date.
    NotInForce = "not-in-force",
    /// A question has no choices, or a date question has some.
    BadChoices = "bad-choices",
    /// A choice that is a doubt has unsound readings, or does not say what comes first.
    BadReading = "bad-reading",
    /// A conclusion is drawn outside a weighing document.
    DrawsOutsideWeighing = "draws-outside-weighing",
    /// Something not verified acts as a rule.
    OpenAsRule = "open-as-rule",
    /// A line says that it was verified in a source that was read through somebody else.
    Overclaimed = "overclaimed",
    /// A text is empty, too long, has raw control characters, or lacks its last, free variant.
    BadText = "bad-text",
    /// A telephone number stands in a text instead of in the contacts.
    NumberInText = "number-in-text",
    /// A placeholder in a text is unknown.
    UnknownPlaceholder = "unknown-placeholder",
    /// Something that holds a decision back does not say what comes first.
    NothingFirst = "nothing-first",
    /// A duty other than the talk and facts of one's own holds back a report, or a flow touches what a report waits for.
    HoldsReport = "holds-report",
    /// An arrow of a flow leads out of it.
    LeavesFlow = "leaves-flow",
    /// A flow, a theme or a list of signals hangs on a slot that no steps declare.
    UnknownSlot = "unknown-slot",
    /// A theme hangs on no finding, or on one that nothing before its slot establishes.
    UnheardTheme = "unheard-theme",
    /// An arrow points back, so the walk would not end.
    Loop = "loop",
    /// A question can never be reached.
    DeadQuestion = "dead-question",
    /// A question is asked where no answer to it can change anything.
    IdleQuestion = "idle-question",
    /// A reachable set of conclusions has no row.
    MissingRow = "missing-row",
    /// Two rows answer the same set of conclusions.
    DoubleRow = "double-row",
    /// A row can never be reached.
    DeadRow = "dead-row",
    /// A first advice takes more than twelve questions.
    TooManyQuestions = "too-many-questions",
    /// A first advice takes more than ten questions on the common path.
    CommonPathTooLong = "common-path-too-long",
    /// The proof needs more states than it may.
    TooManyStates = "too-many-states",
    /// There are more names of one sort than fit.
    TooManyNames = "too-many-names",
    /// A safety property does not hold.
    PropertyBroken = "property-broken",
    /// A safety property speaks of no result at all.
    PropertyIdle = "property-idle",
    /// A text that English readers see in Dutch.
    Untranslated = "untranslated",
    /// A translation of a text that no document says.
    Orphan = "orphan-translation",
    /// A document is not the one that was released under its revision.
    Unlocked = "unlocked",
    /// An answer file has an answer that does not fit its question.
    BadAnswer = "bad-answer",
    /// An exercise teaches what is not so, or is not finished.
    BadExercise = "bad-exercise",
    /// A case or a receipt is not whole, or not as it was saved.
    Torn = "torn",
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// Problems in a stable order, each once.
#[must_use]
pub fn in_order(mut problems: Vec<Problem>) -> Vec<Problem> {
    problems.sort();
    problems.dedup();
    problems
}

#[cfg(test)]
mod tests {
    use super::Code;
    use std::collections::BTreeSet;

    #[test]
    fn every_code_has_a_word_of_its_own() {
        let words: BTreeSet<_> = Code::ALL.iter().map(|code| code.word()).collect();
        assert_eq!(words.len(), Code::ALL.len());
    }
}
