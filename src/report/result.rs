//! One result as a page: the first screen, a rule, and the rest.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::engine::answers::{Answers, Given};
use crate::engine::evaluate::Evaluation;
use crate::engine::outlook::Outlook;
use crate::engine::proven::Proven;
use crate::engine::whatif::{Change, changes};
use crate::model::contact::Contact;
use crate::model::decision::Decision;
use crate::model::door::Door;
use crate::model::guide::Guide;
use crate::model::question::Question;
use crate::model::register::Ref;
use crate::model::source::Confidence;
use crate::model::urgency::Urgency;
use crate::ui::lang::Lang;
use crate::ui::messages::result as say;

use super::card::Card;
use super::page::{Page, Setting};
use super::{details, first_screen, provisional};

/// Everything that a report of a result needs.
#[derive(Debug)]
pub struct Told<'g> {
    /// The result.
    pub evaluation: Evaluation<'g>,
    /// What would change it.
    pub changes: Vec<Change>,
    /// The days that were given, by date question.
    pub days: BTreeMap<Ref<Question>, Date>,
    /// Answers that are not part of this norm.
    pub not_in_this_norm: Vec<String>,
    /// Today: a result of an earlier date is a result of then.
    pub today: Date,
    /// Whether the content is the user's own.
    pub own_content: bool,
    /// What people decided after it, as far as that was kept.
    pub decision: Option<Decision>,
}

impl<'g> Told<'g> {
    /// A result, ready to be told.
    #[must_use]
    pub fn new(proven: &'g Proven, answers: &Answers, evaluation: Evaluation<'g>, today: Date) -> Self {
        let day = |at: &Ref<Question>| match answers.get(*at) {
            Some(Given::Day(date)) => Some((*at, date)),
            _ => None,
        };
        let days = evaluation.appointments().iter().filter_map(day).collect();
        let changes = changes(proven, answers, &evaluation);
        let (not_in_this_norm, own_content, decision) = (Vec::new(), false, None);
        Self { evaluation, changes, days, not_in_this_norm, today, own_content, decision }
    }

    /// The guide.
    #[must_use]
    pub fn guide(&self) -> &'g Guide {
        self.evaluation.guide
    }

    /// The result as text.
    #[must_use]
    pub fn text(&self, setting: Setting) -> String {
        self.page(setting).finish()
    }

    /// The whole result as a page: the one place that says what stands in it.
    #[must_use]
    pub fn page(&self, setting: Setting) -> Page {
        let mut page = Page::new(setting);
        self.head(&mut page);
        match self.evaluation.outlook() {
            Outlook::Ask(question) => {
                page.rule();
                provisional::choices(self, self.guide().questions.get(*question), &mut page);
            }
            Outlook::NotYet(_) | Outlook::Advise { .. } => page.rule(),
            Outlook::Emergency { .. } | Outlook::Leave(_) => {}
        }
        details::write(self, &mut page);
        page
    }

    /// What stands above the rest: what to do now. For whoever asks in the middle of the questions.
    #[must_use]
    pub fn now(&self, setting: Setting) -> String {
        let mut page = Page::new(setting);
        self.head(&mut page);
        page.finish()
    }

    fn head(&self, page: &mut Page) {
        let guide = self.guide();
        match self.evaluation.outlook() {
            Outlook::Emergency { danger, .. } => Card::of(guide).write(*danger, page),
            Outlook::Leave(door) => self.leave(guide.doors.get(*door), page),
            Outlook::Ask(question) => provisional::write(self, guide.questions.get(*question), page),
            Outlook::NotYet(_) | Outlook::Advise { .. } => first_screen::write(self, page),
        }
    }

    fn leave(&self, door: &Door, page: &mut Page) {
        let setting = page.setting();
        let guide = self.guide();
        if self.evaluation.urgency() == Urgency::Now {
            let numbers =
                [guide.emergency_number, guide.veilig_thuis].map(|at| guide.contacts.get(at).reach());
            page.urgent(&format!("{} {} / {}", say::DANGER_UNKNOWN.to(setting.lang), numbers[0], numbers[1]));
            page.gap();
        }
        page.headline(&door.says);
        page.gap();
        page.heading(say::DO_NOW.to(setting.lang));
        first_screen::actions(self, &self.evaluation.actions, page);
        page.gap();
        page.text(&first_screen::how_to_report(self, setting.lang));
        page.rule();
        page.margin(say::WHY.to(setting.lang), &door.because);
        page.margin(say::STAYS.to(setting.lang), &door.stays);
        page.margins(say::CONTACTS.to(setting.lang), &calls(guide, door, setting.lang));
        let cites: Vec<String> =
            door.cites.iter().map(|cite| super::ground::cite(guide, cite, setting.lang)).collect();
        page.margins(say::SOURCE.to(setting.lang), &cites);
    }

    /// Telephone numbers of this result, wherever they stand in its texts.
    #[must_use]
    pub fn numbers(&self) -> Vec<String> {
        self.guide().contacts.iter().filter_map(|(_, contact)| contact.number.clone()).collect()
    }

    /// A day as people write it: `wo 25 nov`.
    #[must_use]
    pub fn short_day(date: Date, lang: Lang) -> String {
        const NL: ([&str; 7], [&str; 12]) = (
            ["ma", "di", "wo", "do", "vr", "za", "zo"],
            ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
        );
        const EN: ([&str; 7], [&str; 12]) = (
            ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        );
        let (days, months) = if lang == Lang::Nl { NL } else { EN };
        let pick = |list: &[&'static str], index: i8| {
            usize::try_from(index).ok().and_then(|index| list.get(index).copied()).unwrap_or_default()
        };
        let weekday = pick(&days, date.weekday().to_monday_zero_offset());
        format!("{weekday} {} {}", date.day(), pick(&months, date.month() - 1))
    }
}

/// Whom to reach at a door.
pub(super) fn calls(guide: &Guide, door: &Door, lang: Lang) -> Vec<String> {
    let call = |contact: &Contact| {
        let line = format!("{}: {} ({})", contact.name, contact.reach(), contact.purpose);
        match contact.cite.confidence {
            Confidence::Verified => line,
            _ => say::second_hand_number(lang, &line),
        }
    };
    door.contacts.iter().map(|at| call(guide.contacts.get(*at))).collect()
}
