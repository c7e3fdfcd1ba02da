//! A decision assistant for the Dutch meldcode huiselijk geweld en kindermishandeling.
//!
//! The program `meldcode` is a thin layer over this library. Whoever wants to build a lesson, a form or a study on the same
//! norms calls the same functions, and gets the same results:
//!
//! - [`content`] reads the norms, and [`audit::prove`] links and proves what applies to one profession on one date;
//! - [`engine`] turns answers into a result: total, pure, without state;
//! - [`case`] reads answer files, and [`batch`] streams of them;
//! - [`exercise`] lays results beside keys: how it came out, the first wrong turn, how much a class agrees;
//! - [`report`] says a result in words, on a screen, on paper or as JSON.
//!
//! Nothing below `cli` prints, reads the clock or the environment, or ends the program. Words of the norm (ids of questions
//! and choices) are Dutch and are listed by `meldcode show questions`; the content is a draft that no professional body has
//! reviewed.
//!
//! # One case
//!
//! ```
//! use jiff::civil::date;
//! use meldcode::audit::prove;
//! use meldcode::case::{answer_file, fit::fit};
//! use meldcode::content::{library::Library, store::Store};
//! use meldcode::engine::evaluate::evaluate;
//! use meldcode::ui::lang::Lang;
//!
//! let library = Library::read(&Store::embedded(), Vec::new()).expect("the built-in content is sound");
//! let proven = prove(&library, "leraar", date(2026, 11, 22)).expect("leraar has a norm on that day");
//!
//! // An answer file is TOML or JSON. What does not fit is told with its place, all of it at once.
//! let text = r#"{ "schema": 1, "answers": { "gevaar-nu": "nee", "waar": "thuis" } }"#;
//! let file = answer_file::read("case.json", text, Lang::En).expect("it has the shape of an answer file");
//! let fitted = fit("case.json", &file, proven.guide(), &library.vocabulary.raw, Lang::En).expect("its words are known");
//!
//! let result = evaluate(&proven, &fitted.answers);
//! assert_eq!(result.outlook().word().word(), "ask");
//! let open = proven.guide().questions.get(result.asks().expect("a question is open"));
//! assert_eq!(open.id.as_str(), "wie");
//! ```
//!
//! # Many cases
//!
//! The same function without its lists of what to do, into room that is used again: nothing is allocated.
//!
//! ```
//! # use jiff::civil::date;
//! # use meldcode::audit::prove;
//! # use meldcode::content::{library::Library, store::Store};
//! use meldcode::engine::answers::{Answers, Given};
//! use meldcode::engine::evaluate::{Room, evaluate_into};
//!
//! # let library = Library::read(&Store::embedded(), Vec::new()).expect("the built-in content is sound");
//! # let proven = prove(&library, "leraar", date(2026, 11, 22)).expect("leraar has a norm on that day");
//! let danger = proven.guide().questions.find("gevaar-nu").expect("every norm asks this first");
//! let mut room = Room::default();
//! let mut answers = Answers::none(proven.guide());
//! let mut emergencies = 0;
//! for choice in 0..proven.guide().questions.get(danger).choices.len() {
//!     answers.set(danger, Given::One(choice));
//!     let concluded = evaluate_into(&proven, &answers, &mut room);
//!     emergencies += usize::from(concluded.outlook.word().word() == "emergency");
//! }
//! assert_eq!(emergencies, 2, "now, and in the days to come");
//! ```
//!
//! # An exercise
//!
//! What a trainer wrote, what somebody answered, and where they went another way.
//!
//! ```
//! # use jiff::civil::date;
//! # use meldcode::audit::prove;
//! # use meldcode::content::{library::Library, store::Store};
//! # use meldcode::ui::lang::Lang;
//! use meldcode::case::answer_file;
//! use meldcode::engine::answers::Given;
//! use meldcode::engine::evaluate::evaluate;
//! use meldcode::exercise::judge::{Verdict, verdict};
//! use meldcode::exercise::turn::first_wrong_turn;
//! use meldcode::exercise::{phases, reading};
//!
//! let text = r#"
//!     schema = 1
//!     id = "nu-gevaar"
//!     title = "Nu gevaar"
//!     vignette = "U hoort geschreeuw en glas dat breekt. Een kind roept om hulp."
//!     goal = "Bij gevaar eerst 112."
//!     profession = "leraar"
//!     date = 2026-11-22
//!     [answers]
//!     gevaar-nu = "nu"
//!     [expect]
//!     outlook = "emergency"
//! "#;
//! # let library = Library::read(&Store::embedded(), Vec::new()).expect("the built-in content is sound");
//! # let proven = prove(&library, "leraar", date(2026, 11, 22)).expect("leraar has a norm on that day");
//! let guide = proven.guide();
//! let file = answer_file::read("nu-gevaar.toml", text, Lang::En).expect("an exercise is an answer file");
//! let written = reading::read("nu-gevaar.toml", &file, Lang::En).expect("with more in it");
//! let exercise = phases::read("nu-gevaar.toml", &written, &[guide], &library.vocabulary.raw, Lang::En)
//!     .expect("that fits its norm");
//! let phase = &exercise.phases[0];
//!
//! let mut said = phase.answers.clone();
//! let danger = guide.questions.find("gevaar-nu").expect("every norm asks this first");
//! said.set(danger, Given::One(2)); // "nee"
//! assert_eq!(verdict(&phase.expectation, &evaluate(&proven, &said), &said).verdict, Verdict::Different);
//! let turn = first_wrong_turn(&proven, &phase.answers, &said, |result, answers| {
//!     verdict(&phase.expectation, result, answers).verdict.is_right()
//! })
//! .expect("it came out otherwise");
//! assert_eq!(turn.question, danger);
//! ```

pub mod audit;
pub mod batch;
pub mod case;
pub mod cli;
pub mod content;
pub mod engine;
pub mod exercise;
pub mod interview;
pub mod model;
pub mod report;
pub mod ui;
