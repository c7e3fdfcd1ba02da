//! What can go wrong in a command, in the words of whoever started it.

use std::fmt;
use std::io;

use crate::content::store::Texts;
use crate::model::problem::Problem;
use crate::model::profession::Refusal;
use crate::ui::excerpt;
use crate::ui::lang::Lang;
use crate::ui::layout::clean_line;
use crate::ui::messages::{case, command as say};

use super::exit::Exit;

/// Something that ends a command.
#[derive(Debug)]
pub(super) enum Failure {
    /// The command line cannot be used: what happened, and what would help.
    Usage(String, String),
    /// The answers cannot be used, for a reason that has no place in them.
    Input(String, String),
    /// For this profession there is no meldcode here.
    Refused(Box<Refusal>),
    /// Problems with places.
    Problems {
        /// What they keep from being used.
        exit: Exit,
        /// The problems.
        problems: Vec<Problem>,
        /// The texts they point into.
        texts: Texts,
        /// Whether to use colour.
        colour: bool,
    },
    /// The interview was broken off.
    Interrupted {
        /// Whether what was answered was kept.
        kept: bool,
    },
    /// The input ended before the interview did.
    InputEnded {
        /// Whether what was answered was kept.
        kept: bool,
    },
    /// What was to be kept could not be.
    NotKept(String, String),
    /// The output was closed.
    Closed,
    /// Something that should not happen.
    Fault(anyhow::Error),
}

impl Failure {
    pub(super) fn exit(&self) -> Exit {
        match self {
            Self::Usage(..) => Exit::Usage,
            Self::Input(..) => Exit::Input,
            Self::Refused(_) => Exit::OtherDoor,
            Self::Problems { exit, .. } => *exit,
            Self::Interrupted { .. } => Exit::Interrupted,
            Self::InputEnded { .. } => Exit::Undecided,
            Self::Closed => Exit::Closed,
            Self::Fault(_) | Self::NotKept(..) => Exit::Fault,
        }
    }

    pub(super) fn text(&self, lang: Lang) -> String {
        match self {
            Self::Usage(says, help) | Self::Input(says, help) | Self::NotKept(says, help) => {
                let (error, helps) = (say::ERROR.to(lang), say::HELP.to(lang));
                format!("{error}: {}\n{helps}: {}", clean_line(says), clean_line(help))
            }
            Self::Refused(refusal) => refusal.says.clone(),
            Self::Problems { exit, problems, texts, colour } => {
                let drawn = problems.iter().map(|problem| {
                    excerpt::draw(problem, texts.get(&problem.file).map(AsRef::as_ref), lang, *colour)
                });
                let what = if *exit == Exit::Input { say::INPUT } else { say::CONTENT };
                let drawn: Vec<String> = drawn.collect();
                format!("{}\n\n{}: {}", drawn.join("\n\n"), say::ERROR.to(lang), what.to(lang))
            }
            Self::Interrupted { kept } => {
                let says = if *kept { case::INTERRUPTED } else { say::INTERRUPTED };
                format!("\n{}", says.to(lang))
            }
            Self::InputEnded { kept } => {
                let says = if *kept { case::INPUT_ENDED } else { say::INPUT_ENDED };
                says.to(lang).to_owned()
            }
            Self::Closed => String::new(),
            Self::Fault(why) => format!("{}: {}\n({why:#})", say::ERROR.to(lang), say::FAULT.to(lang)),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for Failure {}

impl From<anyhow::Error> for Failure {
    fn from(why: anyhow::Error) -> Self {
        match why.downcast::<Self>() {
            Ok(failure) => failure,
            Err(why) => match why.downcast_ref::<io::Error>().map(io::Error::kind) {
                Some(io::ErrorKind::BrokenPipe) => Self::Closed,
                _ => Self::Fault(why),
            },
        }
    }
}
