//! `meldcode check` by questions: which manner, which case, and what comes after the result.
//!
//! Knows the order: what changed, what was due, the questions, the result, and then what people decided. Refuses to
//! let anything stand between danger and its card.

use std::io;

use jiff::civil::Date;

use crate::case::fit::Fitted;
use crate::case::saved::Saved;
use crate::engine::answers::Answers;
use crate::engine::due::{Due, Why, due};
use crate::engine::evaluate::evaluate;
use crate::engine::outcome::Outcome;
use crate::engine::outlook::Outlook;
use crate::engine::proven::Proven;
use crate::interview::accepting::accepts;
use crate::interview::bounds::{Asides, Begin, Ended};
use crate::interview::conversation::converse_from;
use crate::interview::deciding::{Asked, decide};
use crate::interview::lines::Lines;
use crate::interview::menu::Menu;
use crate::interview::prompt::{Broken, Prompter};
use crate::interview::terminal::{Facts, Manner, size};
use crate::model::decision::{Advised, Decision};
use crate::model::register::Set;
use crate::model::stamp::Stamp;
use crate::model::urgency::Danger;
use crate::report::card::Card;
use crate::report::due::line;
use crate::report::ground;
use crate::report::page::Page;
use crate::report::record;
use crate::report::result::Told;
use crate::report::since::Since;
use crate::ui::layout::line_width;
use crate::ui::messages::decision::NO_DECISION;
use crate::ui::messages::{case, command as say, interview as words};

use super::answered::Flags;
use super::args::{Check, Shared};
use super::check::{self, setting};
use super::content::Content;
use super::exit::Exit;
use super::failure::Failure;
use super::keeping::{self, Keeping, Resumed};
use super::shape::ResultFormat;
use super::world::World;

/// One conversation, from the first question to the decision.
struct Sitting<'a> {
    shared: &'a Shared,
    check: &'a Check,
    content: Content,
    /// The guide, when the profession is known before the first question.
    proven: Option<Proven>,
    date: Date,
    resumed: Option<(Resumed, Fitted)>,
    keeping: Option<Keeping>,
}

pub(super) fn by_questions(
    world: &mut World<'_>,
    shared: &Shared,
    check: &Check,
    date: Date,
) -> anyhow::Result<Exit> {
    let facts = Facts::here(world.term.as_deref(), world.accessible, check.plain);
    let (manner, at_terminal, width) = (facts.manner(), facts.input, line_width(facts.columns()));
    if manner == Manner::NoTerminal {
        let lang = shared.lang;
        let (says, help) = (say::NO_TERMINAL.to(lang), say::NO_TERMINAL_HELP.to(lang));
        return Err(Failure::Usage(says.to_owned(), help.to_owned()).into());
    }
    let case = keeping::resumed(world, shared, check)?;
    let keeping = Keeping::find(check, case.as_ref(), shared.lang)?;
    let by_case = case.as_ref().and_then(|case| case.file.profession.as_ref());
    let profession = by_case.map(|(name, _)| name).or(check.profession.as_ref());
    let content = match profession {
        Some(profession) => Content::open_for(shared, profession, date)?,
        None => Content::open(shared)?,
    };
    // Before the first question: a profession that was named is there, and else one to choose is in force on the date.
    let named = check.profession.as_deref().map(|named| content.prove(shared, named, date)).transpose()?;
    if named.is_none() && case.is_none() && content.library.professions_on(date).is_empty() {
        let with_rows = content.library.professions.iter().find(|one| !one.from.is_empty());
        with_rows.map(|one| content.prove(shared, &one.name, date)).transpose()?;
    }
    let mut sitting = Sitting { shared, check, content, proven: named, date, resumed: None, keeping };
    if let Some(case) = case {
        sitting.take_up(world, case)?;
    }
    if manner == Manner::Menus {
        let mut menu = Menu::open().map_err(|why| sitting.broken(why))?;
        return sitting.hold(world, &mut menu);
    }
    if at_terminal {
        crate::interview::guard::end_when_interrupted()?;
    }
    let mut lines = Lines::new(io::stdin().lock(), io::stderr(), width).at_terminal(at_terminal);
    sitting.hold(world, &mut lines)
}

impl Sitting<'_> {
    /// Reads a case with the norm of now.
    fn take_up(&mut self, world: &World<'_>, case: Resumed) -> Result<(), Failure> {
        let (shared, lang) = (self.shared, self.shared.lang);
        let troubled = |problems| keeping::troubled(problems, &case.name, &case.text, shared);
        let flags = Flags { profession: None, date: None };
        // A case of a day that has yet to come was kept with another clock.
        flags.date(&case.file, &case.name, world.today, lang).map_err(|late| troubled(vec![late]))?;
        let profession = flags.profession(&case.file).unwrap_or_default();
        let proven = self.content.prove(shared, profession, self.date).map_err(|why| {
            flags
                .of_file(why, &case.file, &case.name)
                .map_or_else(|why| why, |unknown| troubled(vec![unknown]))
        })?;
        let fitted = self.content.fit(&case.name, &case.file, proven.guide(), lang).map_err(troubled)?;
        if let Some(keeping) = &mut self.keeping {
            let unknown = |id: &str| proven.guide().questions.find(id).is_none();
            let aside = case.file.answers.iter().filter(|(id, ..)| unknown(id)).cloned();
            keeping.set_aside(aside.collect());
        }
        self.proven = Some(proven);
        self.resumed = Some((case, fitted));
        Ok(())
    }

    fn hold(mut self, world: &mut World<'_>, prompter: &mut impl Prompter) -> anyhow::Result<Exit> {
        let lang = self.shared.lang;
        let welcome = self.keeping.as_ref().map(|keeping| case::kept_in(lang, &keeping.name()));
        let welcome = welcome.unwrap_or_else(|| say::WELCOME.to(lang).to_owned());
        prompter.tell(&welcome).map_err(|why| self.broken(why))?;
        let proven = match self.proven.take() {
            Some(proven) => proven,
            None => {
                let asked = super::profession::ask(&self.content, self.date, prompter, self.shared);
                match asked.map_err(|why| self.broken(why))? {
                    Some(profession) => self.content.prove(self.shared, &profession, self.date)?,
                    None => return self.stopped(world, say::STOPPED.to(lang)),
                }
            }
        };
        let mut card = Page::new(setting(self.shared).without_colour());
        Card::of(proven.guide()).write(Danger::Now, &mut card);
        let card = card.finish();
        let (mut answers, mut first) = (Answers::none(proven.guide()), Vec::new());
        if let Some((case, fitted)) = self.resumed.take() {
            let taken = self.resume(&proven, prompter, &case, &fitted, &card);
            match taken.map_err(|why| self.broken(why))? {
                Some(due) => (answers, first) = (fitted.answers, due),
                None => return self.stopped(world, case::LEFT.to(lang)),
            }
        }
        let ended = self.converse(world, &proven, prompter, &card, Begun { answers, first });
        match ended? {
            Ended::Whole(answers) => self.finish(world, &proven, prompter, &answers, &card),
            Ended::Stopped(_) => {
                let kept = self.keeping.as_ref().is_some_and(|keeping| keeping.done(lang).is_ok());
                let says = if kept { case::STOPPED } else { say::STOPPED };
                self.stopped(world, says.to(lang))
            }
        }
    }

    /// Shows what changed and what is due; nothing when the professional does not go on.
    fn resume(
        &self,
        proven: &Proven,
        prompter: &mut impl Prompter,
        case: &Resumed,
        fitted: &Fitted,
        card: &str,
    ) -> Result<Option<Vec<Due>>, Broken> {
        let lang = self.shared.lang;
        let evaluation = evaluate(proven, &fitted.answers);
        let now = (Stamp::of(proven.guide()), Outcome::of(&evaluation));
        let record = &case.record;
        let day = case.file.date.as_ref().map(|(date, _)| date.to_string()).unwrap_or_default();
        prompter.tell(&case::resumed(lang, &case.name, &day))?;
        let gone = fitted.not_in_this_norm.clone();
        let since = Since::between((&record.stamp, &record.outcome), (&now.0, &now.1), gone);
        if !since.is_nothing() {
            let mut page = Page::new(setting(self.shared).without_colour());
            since.write(&record.outcome, &now.1, &mut page);
            if !accepts(prompter, &page.finish(), card, lang)? {
                return Ok(None);
            }
        }
        // A question that was not answered yet comes up by itself.
        let mut due = due(&evaluation, &fitted.answers);
        due.retain(|one| one.why != Why::Open);
        if !due.is_empty() {
            let mut page = Page::new(setting(self.shared).without_colour());
            page.text(case::DUE.to(lang));
            for one in &due {
                page.dash(&line(proven.guide(), one, self.date, lang));
            }
            page.text(case::NOT_KNOWN_YET.to(lang));
            prompter.tell(&page.finish())?;
        }
        Ok(Some(due))
    }

    fn converse(
        &mut self,
        world: &World<'_>,
        proven: &Proven,
        prompter: &mut impl Prompter,
        card: &str,
        Begun { answers, first }: Begun,
    ) -> Result<Ended, Failure> {
        let (shared, today) = (self.shared, world.today);
        let now = |answers: &Answers| {
            let told = Told::new(proven, answers, evaluate(proven, answers), today);
            told.now(setting(shared).without_colour())
        };
        let ground = |at| ground::question(proven.guide(), at, shared.lang);
        let mut due: Vec<_> = first.iter().filter_map(|due| due.question).collect();
        due.dedup();
        let keeping = &mut self.keeping;
        let mut keep = |answers: &Answers| keeping.as_mut()?.keep(proven, answers, shared.lang);
        let begin = Begin { answers, due, later: Set::EMPTY, keep: &mut keep };
        let ended =
            converse_from(proven, prompter, &Asides { card, now: &now, ground: &ground }, begin, shared.lang);
        ended.map_err(|off| self.broken(off.why))
    }

    /// The result, then what was decided, and then everything that is kept.
    fn finish(
        &mut self,
        world: &mut World<'_>,
        proven: &Proven,
        prompter: &mut impl Prompter,
        answers: &Answers,
        card: &str,
    ) -> anyhow::Result<Exit> {
        let lang = self.shared.lang;
        let mut told = check::told(world, &self.content, proven, answers);
        let in_text = self.check.format == ResultFormat::Text;
        let earlier = self.keeping.as_ref().and_then(|keeping| keeping.decision.clone());
        if in_text {
            // What was decided earlier stands in the record below, not in the advice of now.
            check::print(world, self.shared, self.check, &told)?;
            // A result is longer than a window: what to do has scrolled away, and the reasons are what is left to see.
            if size().is_some_and(|size| told.text(setting(self.shared)).lines().count() > size.rows.into()) {
                prompter.tell(words::SCROLL_UP.to(lang)).map_err(|why| self.broken(why))?;
            }
        }
        let said = self.decision(&told, prompter, earlier.as_ref(), card)?;
        let decision = said.or(earlier);
        if let Some(decision) = &decision
            && in_text
        {
            world.print(&record::text(&told, decision, setting(self.shared)))?;
        }
        told.decision.clone_from(&decision);
        if !in_text {
            check::print(world, self.shared, self.check, &told)?;
        }
        if let Some(keeping) = &mut self.keeping {
            keeping.decision.clone_from(&decision);
            keeping.keep(proven, answers, lang);
            keeping.done(lang)?;
        }
        let saved = Saved { proven, answers, aside: &[], decision: decision.as_ref() };
        check::receipt(self.check, self.shared, &saved)?;
        Ok(check::exit(&told))
    }

    /// Asks what was decided, where there is an advice or a direction and somebody wants it kept.
    fn decision(
        &self,
        told: &Told<'_>,
        prompter: &mut impl Prompter,
        earlier: Option<&Decision>,
        card: &str,
    ) -> anyhow::Result<Option<Decision>> {
        let lang = self.shared.lang;
        let guide = told.guide();
        let outlook = told.evaluation.outlook();
        // At danger there is calling to do, and at another door the meldcode has nothing to decide.
        let decidable = matches!(outlook, Outlook::Advise { .. } | Outlook::NotYet(_));
        let wanted = self.check.decide || self.keeping.is_some();
        let (Some(row), true) = (outlook.row(), decidable && wanted) else { return Ok(None) };
        if self.check.format != ResultFormat::Text {
            prompter
                .tell(&told.now(setting(self.shared).without_colour()))
                .map_err(|why| self.broken(why))?;
        }
        let row = guide.rows.get(row);
        let advised = Advised { outlook: outlook.word(), advice: row.advice, row: row.id.to_string() };
        let asked = Asked { advised: &advised, earlier, card, date: guide.date, lang };
        let said = decide(prompter, &asked).map_err(|why| self.broken(why))?;
        if said.is_none() {
            prompter.tell(NO_DECISION.to(lang)).map_err(|why| self.broken(why))?;
        }
        Ok(said)
    }

    fn stopped(&self, world: &mut World<'_>, says: &str) -> anyhow::Result<Exit> {
        writeln!(world.err, "{says}")?;
        if let Some(keeping) = &self.keeping {
            keeping.done(self.shared.lang)?;
        }
        Ok(Exit::Undecided)
    }

    fn broken(&self, why: Broken) -> Failure {
        let kept = self.keeping.as_ref().is_some_and(|keeping| keeping.done(self.shared.lang).is_ok());
        match why {
            Broken::Interrupted => Failure::Interrupted { kept },
            Broken::EndOfInput => Failure::InputEnded { kept },
            Broken::Io(why) => Failure::from(anyhow::Error::from(why)),
        }
    }
}

/// Where a conversation begins.
struct Begun {
    answers: Answers,
    first: Vec<Due>,
}
