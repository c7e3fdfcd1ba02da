//! After the advice: what the professional, or the organisation, decides.
//!
//! Knows the words that can be chosen, and asks for a ground where they go against the advice. Refuses free text, and
//! refuses to insist: whoever stops here has had the advice.

use jiff::civil::Date;

use crate::model::advice::{Help, Report};
use crate::model::decision::{Advised, Decision, Ground};
use crate::ui::lang::{Lang, Words};
use crate::ui::messages::decision as say;

use super::prompt::{Broken, Form, Prompt, Prompter, Reply, Shown, Wish};

/// What may be decided first.
const REPORTS: [Report; 3] = [Report::Yes, Report::No, Report::Undecided];
/// What may be decided second.
const HELPS: [Help; 4] = [Help::WithVeiligThuis, Help::Own, Help::None, Help::Undecided];

/// What the questions need to know.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The advice.
    pub advised: &'a Advised,
    /// What was decided before, if anything was.
    pub earlier: Option<&'a Decision>,
    /// The emergency card.
    pub card: &'a str,
    /// The day of the decision.
    pub date: Date,
    /// The language.
    pub lang: Lang,
}

/// What came of one question.
enum Said {
    Choice(usize),
    Back,
    Stop,
}

/// Asks what was decided; nothing when the professional does not say.
///
/// # Errors
/// When the questions were interrupted. An input that ends here is an answer that was not given.
pub fn decide(prompter: &mut impl Prompter, asked: &Asked<'_>) -> Result<Option<Decision>, Broken> {
    match ask_all(prompter, asked) {
        Err(Broken::EndOfInput) => Ok(None),
        other => other,
    }
}

fn ask_all(prompter: &mut impl Prompter, asked: &Asked<'_>) -> Result<Option<Decision>, Broken> {
    let Asked { advised, earlier, date, .. } = *asked;
    let is_made = advised.advice.report == Report::Made;
    let mut report = is_made.then_some(Report::Made);
    let mut help = None;
    loop {
        let Some(first) = report else {
            let before =
                earlier.and_then(|one| REPORTS.iter().position(|report| again(*report, asked) == one.report));
            let options = REPORTS.map(|one| (one.word(), say::report(one)));
            match choose(prompter, asked, ("decision-report", say::ASK_REPORT), &options, (before, true))? {
                Said::Choice(index) => report = REPORTS.get(index).map(|report| again(*report, asked)),
                Said::Back => {}
                Said::Stop => return Ok(None),
            }
            continue;
        };
        let Some(second) = help else {
            let before = earlier.and_then(|one| HELPS.iter().position(|help| *help == one.help));
            let options = HELPS.map(|one| (one.word(), say::help(one)));
            match choose(prompter, asked, ("decision-help", say::ASK_HELP), &options, (before, is_made))? {
                Said::Choice(index) => help = HELPS.get(index).copied(),
                Said::Back => report = None,
                Said::Stop => return Ok(None),
            }
            continue;
        };
        let mut decision =
            Decision { date, report: first, help: second, ground: None, advised: advised.clone() };
        if advised.met_by(first, second) {
            return Ok(Some(decision));
        }
        let before =
            earlier.and_then(|one| Ground::ALL.iter().position(|ground| Some(*ground) == one.ground));
        let options = Ground::ALL.map(|one| (one.word(), say::ground(one)));
        match choose(prompter, asked, ("decision-ground", say::ASK_GROUND), &options, (before, false))? {
            Said::Choice(index) => {
                decision.ground = Ground::ALL.get(index).copied();
                return Ok(Some(decision));
            }
            Said::Back => help = None,
            Said::Stop => return Ok(None),
        }
    }
}

/// Where the advice is to report again, a report is one more.
fn again(report: Report, asked: &Asked<'_>) -> Report {
    match (report, asked.advised.advice.report) {
        (Report::Yes, Report::Again) => Report::Again,
        (report, _) => report,
    }
}

fn choose(
    prompter: &mut impl Prompter,
    asked: &Asked<'_>,
    (id, ask): (&str, Words),
    options: &[(&str, Words)],
    (before, is_first): (Option<usize>, bool),
) -> Result<Said, Broken> {
    let lang = asked.lang;
    let shown = |(id, label): &(&str, Words)| {
        let label = label.to(lang).to_owned();
        Shown { id: (*id).to_owned(), short: label.clone(), label, alone: false }
    };
    let prompt = Prompt {
        id: id.to_owned(),
        heading: say::YOUR_DECISION.to(lang).to_owned(),
        answered: None,
        back: !is_first || before.is_some(),
        ask: ask.to(lang).to_owned(),
        explain: say::EXPLAIN.to(lang).to_owned(),
        form: Form::One,
        options: options.iter().map(shown).collect(),
        earlier: before.map(Reply::One),
        marked: None,
        lang,
    };
    loop {
        match prompter.ask(&prompt)? {
            Reply::One(index) => return Ok(Said::Choice(index)),
            Reply::Wish(Wish::Stop) => return Ok(Said::Stop),
            // What was decided before is said to stay as it was.
            Reply::Wish(Wish::Back) if before.is_some() => return Ok(before.map_or(Said::Back, Said::Choice)),
            Reply::Wish(Wish::Back) if is_first => prompter.tell(say::FIRST.to(lang))?,
            Reply::Wish(Wish::Back) => return Ok(Said::Back),
            Reply::Wish(Wish::Explain) => prompter.tell(&prompt.explain)?,
            Reply::Wish(Wish::Emergency) => prompter.tell(asked.card)?,
            Reply::Wish(Wish::Overview | Wish::Change(_) | Wish::Now) => {
                prompter.tell(say::NOT_HERE.to(lang))?;
            }
            Reply::Many(_) | Reply::Word(_) | Reply::Day(_) | Reply::DayUnknown => {}
        }
    }
}
