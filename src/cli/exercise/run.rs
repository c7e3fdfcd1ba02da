//! `meldcode exercise run`: a situation, the questions, and then how it came out, for each phase.
//!
//! Asks as `check` does. Refuses to ask who does it: the exercise says whose work it is, and a record bears no name.

use std::io;
use std::path::Path;

use serde_json::json;

use crate::case::answer_file::SCHEMA;
use crate::case::disk::Keeper;
use crate::case::saved;
use crate::cli::args::Shared;
use crate::cli::check::setting;
use crate::cli::content::Content;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::keeping;
use crate::cli::world::World;
use crate::engine::answers::{Answers, Given};
use crate::engine::evaluate::evaluate;
use crate::engine::proven::Proven;
use crate::exercise::judge::Verdict;
use crate::exercise::phases::Phase;
use crate::interview::bounds::{Asides, Begin, Ended};
use crate::interview::conversation::converse_from;
use crate::interview::guard::end_when_interrupted;
use crate::interview::lines::Lines;
use crate::interview::menu::Menu;
use crate::interview::prompt::{Broken, Prompter};
use crate::interview::terminal::{Facts, Manner};
use crate::model::guide::Guide;
use crate::model::question::Question;
use crate::model::register::{Ref, Set};
use crate::model::urgency::Danger;
use crate::report::card::Card;
use crate::report::discussion::Discussed;
use crate::report::ground;
use crate::report::page::Page;
use crate::report::result::Told;
use crate::ui::layout::line_width;
use crate::ui::messages::discussion as say;

use super::args::Run;
use super::exam::Guarded;
use super::loading::{Loaded, Loader};
use super::shelf;

pub(super) fn run(
    world: &mut World<'_>,
    shared: &Shared,
    own: Option<&Path>,
    asked: &Run,
) -> anyhow::Result<Exit> {
    let lang = shared.lang;
    let volume = shelf::find(&asked.id, own, shared)?;
    let content = Content::open(shared)?;
    let loaded = Loader::new(&content, shared).load_one(&volume)?;
    let record = asked.record.as_deref().map(|path| {
        let keeper = Keeper::new(path).map_err(|why| keeping::refused(path, &why, lang))?;
        Ok::<_, Failure>(Record { path, keeper, text: String::new() })
    });
    let sitting = Sitting { shared, loaded: &loaded, exam: asked.exam, record: record.transpose()? };
    let facts = Facts::here(world.term.as_deref(), world.accessible, asked.plain);
    let (at_terminal, width) = (facts.input, line_width(facts.columns()));
    if facts.manner() == Manner::Menus {
        let mut menu = Menu::open().map_err(broken)?;
        return sitting.hold(world, &mut menu);
    }
    if at_terminal {
        end_when_interrupted()?;
    }
    // Whoever pipes answers in asks for lines; an exercise harms nobody by taking them.
    let mut lines = Lines::new(io::stdin().lock(), io::stderr(), width).at_terminal(at_terminal);
    sitting.hold(world, &mut lines)
}

/// The lines that are written for somebody who answers.
struct Record<'a> {
    path: &'a Path,
    keeper: Keeper,
    text: String,
}

struct Sitting<'a> {
    shared: &'a Shared,
    loaded: &'a Loaded,
    exam: bool,
    record: Option<Record<'a>>,
}

/// Where the questions of a phase begin, and which are asked besides: those that come again, and those for later that this
/// phase is about.
struct Asked {
    answers: Answers,
    due: Vec<Ref<Question>>,
    later: Set<Question>,
}

impl Sitting<'_> {
    fn hold(mut self, world: &mut World<'_>, prompter: &mut impl Prompter) -> anyhow::Result<Exit> {
        let lang = self.shared.lang;
        let mut prompter = Guarded { inner: prompter, exam: self.exam };
        prompter.tell(say::WELCOME.to(lang)).map_err(broken)?;
        if self.exam {
            prompter.tell(say::EXAM.to(lang)).map_err(broken)?;
        }
        let (mut worst, mut for_later) = (Verdict::AsTheKey, String::new());
        let mut before: Option<(&Proven, Answers)> = None;
        let loaded = self.loaded;
        let phases = loaded.exercise.phases.iter().zip(&loaded.guides);
        for (index, (phase, proven)) in phases.enumerate() {
            prompter.tell(&self.story(phase, index)).map_err(broken)?;
            let (answers, due) = self.begin(phase, proven, before.as_ref());
            let answered = proven.guide().questions.iter().map(|(at, _)| at);
            let later = answered.filter(|at| phase.answers.get(*at).is_some()).collect();
            let asked = Asked { answers, due, later };
            let answers = match self.converse(world, proven, &mut prompter, asked)? {
                Ended::Whole(answers) => answers,
                Ended::Stopped(_) => {
                    world.print(&for_later)?;
                    writeln!(world.err, "{}", say::STOPPED.to(lang))?;
                    return Ok(Exit::Undecided);
                }
            };
            self.keep(index + 1, phase, proven, &answers)?;
            let discussed = Discussed { phase, proven, answers: &answers, today: world.today };
            worst = worst.max(discussed.verdict());
            let said = format!("\n{}", discussed.page(setting(self.shared)).finish());
            if self.exam {
                for_later.push_str(&said);
            } else {
                world.print(&said)?;
            }
            before = Some((proven.as_ref(), if self.exam { answers } else { phase.answers.clone() }));
        }
        world.print(&for_later)?;
        Ok(if worst.is_right() { Exit::Done } else { Exit::Different })
    }

    /// The story of a phase, as it is told before its questions.
    fn story(&self, phase: &Phase, index: usize) -> String {
        let lang = self.shared.lang;
        let all = self.loaded.exercise.phases.len();
        let mut page = Page::new(setting(self.shared).without_colour());
        let count = if all > 1 { format!(" ({})", say::phase(lang, index + 1, all)) } else { String::new() };
        page.headline(&format!("{}{count}", phase.title));
        page.text(&phase.vignette.text);
        if index > 0 {
            page.gap();
            page.text(if self.exam { say::NEW_FACTS_EXAM } else { say::NEW_FACTS }.to(lang));
        }
        page.finish()
    }

    /// Where the questions of a phase begin, and which of them come again. After a discussion everybody goes on from the
    /// way of the model; in an exam from one's own, and then every question comes again: which ones would be a hint.
    fn begin(
        &self,
        phase: &Phase,
        proven: &Proven,
        before: Option<&(&Proven, Answers)>,
    ) -> (Answers, Vec<Ref<Question>>) {
        let guide = proven.guide();
        let Some((former, answers)) = before else { return (Answers::none(guide), Vec::new()) };
        let answers = carried(former.guide(), answers, guide);
        let path = evaluate(proven, &answers).path;
        let changed = |at: &Ref<Question>| self.exam || answers.get(*at) != phase.answers.get(*at);
        let due = path.iter().map(|(at, _)| *at).filter(changed).collect();
        (answers, due)
    }

    fn converse(
        &self,
        world: &World<'_>,
        proven: &Proven,
        prompter: &mut impl Prompter,
        asked: Asked,
    ) -> Result<Ended, Failure> {
        let (shared, today) = (self.shared, world.today);
        let mut card = Page::new(setting(shared).without_colour());
        Card::of(proven.guide()).write(Danger::Now, &mut card);
        let card = card.finish();
        let now = |answers: &Answers| {
            let told = Told::new(proven, answers, evaluate(proven, answers), today);
            told.now(setting(shared).without_colour())
        };
        let ground = |at| ground::question(proven.guide(), at, shared.lang);
        let Asked { answers, due, later } = asked;
        let begin = Begin { answers, due, later, keep: &mut |_| None };
        let asides = Asides { card: &card, now: &now, ground: &ground };
        converse_from(proven, prompter, &asides, begin, shared.lang).map_err(|off| broken(off.why))
    }

    /// Writes a line for this phase, in the words of an answer file.
    fn keep(
        &mut self,
        number: usize,
        phase: &Phase,
        proven: &Proven,
        answers: &Answers,
    ) -> Result<(), Failure> {
        let Some(record) = &mut self.record else { return Ok(()) };
        let head = &self.loaded.exercise.head;
        let line = json!({
            "schema": SCHEMA,
            "exercise": head.id,
            "phase": number,
            "profession": head.profession.text,
            "date": phase.date.unwrap_or(proven.guide().date).to_string(),
            "answers": saved::answers(proven.guide(), answers),
        });
        record.text.push_str(&format!("{line}\n"));
        record.keeper.keep(&record.text).map_err(|why| keeping::refused(record.path, &why, self.shared.lang))
    }
}

/// Answers of one guide in another: by their names, as far as that has them.
fn carried(from: &Guide, answers: &Answers, to: &Guide) -> Answers {
    let mut carried = Answers::none(to);
    for (at, question) in from.questions.iter() {
        let (Some(given), Some(there)) = (answers.get(at), to.questions.find(question.id.as_str())) else {
            continue;
        };
        let choices = &to.questions.get(there).choices;
        let named = |index: usize| question.choices.get(index).map(|choice| &choice.id);
        let mut indexes = given.choices().filter_map(|index| {
            let id = named(index)?;
            choices.iter().position(|choice| choice.id == *id)
        });
        let given = match given {
            Given::Day(_) => Some(given),
            Given::One(_) => indexes.next().map(Given::One),
            Given::Many(_) => Some(Given::many(indexes)).filter(|given| *given != Given::Many(0)),
        };
        if let Some(given) = given {
            carried.set(there, given);
        }
    }
    carried
}

fn broken(why: Broken) -> Failure {
    match why {
        Broken::Interrupted => Failure::Interrupted { kept: false },
        Broken::EndOfInput => Failure::InputEnded { kept: false },
        Broken::Io(why) => Failure::from(anyhow::Error::from(why)),
    }
}
