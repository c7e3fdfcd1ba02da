//! The emergency card: numbers first, no reasons above them.
//!
//! Needs nothing but two telephone numbers, so that it is there at once, whatever else is broken.

use crate::model::guide::Guide;
use crate::model::urgency::Danger;
use crate::ui::messages::{emergency as say, result};

use super::page::{Page, Setting, capital};

/// What the card is filled with.
#[derive(Debug, Clone)]
pub struct Card {
    /// The number for danger at this moment.
    pub emergency_number: String,
    /// The number of Veilig Thuis.
    pub veilig_thuis: String,
    /// How the caller names their profession.
    pub profession: Option<String>,
    /// Whom to inform afterwards.
    pub organisation: Option<String>,
}

impl Card {
    /// The card of a guide.
    #[must_use]
    pub fn of(guide: &Guide) -> Self {
        Self {
            emergency_number: guide.contacts.get(guide.emergency_number).reach().to_owned(),
            veilig_thuis: guide.contacts.get(guide.veilig_thuis).reach().to_owned(),
            profession: guide.profession.terms.get("beroep").cloned(),
            organisation: guide.profession.terms.get("organisatie").cloned(),
        }
    }

    /// Writes the card. For danger soon, Veilig Thuis stands first.
    pub fn write(&self, danger: Danger, page: &mut Page) {
        let lang = page.setting().lang;
        let fill = |text: &str| self.fill(text, page.setting());
        let texts: Vec<String> = say::MEANWHILE.iter().map(|words| fill(words.to(lang))).collect();
        let (no_answer, after) = (fill(say::NO_ANSWER.to(lang)), fill(say::AFTER_TEXT.to(lang)));

        self.numbers(danger, page);
        page.gap();
        page.headline(say::DO_NOT_WAIT.to(lang));
        page.gap();
        self.says(page);
        page.gap();
        page.heading(say::UNTIL.to(lang));
        for text in texts {
            page.dash(&text);
        }
        page.text(&no_answer);
        page.rule();
        page.margin(
            result::LATER.to(lang),
            &format!("{}: {after}", capital(&say::AFTER.to(lang).to_lowercase())),
        );
        page.margin(result::RECORD.to(lang), say::RECORD_TEXT.to(lang));
    }

    /// The first sentences on the telephone.
    pub fn says(&self, page: &mut Page) {
        let setting = page.setting();
        page.item(say::SAY.to(setting.lang), &self.fill(say::SAY_TEXT.to(setting.lang), setting));
    }

    /// The two numbers, whichever comes first. They stand at the top of everything that cannot wait.
    pub fn numbers(&self, danger: Danger, page: &mut Page) {
        let lang = page.setting().lang;
        let now = (&self.emergency_number, say::NOW.to(lang));
        let soon = (&self.veilig_thuis, say::SOON.to(lang));
        let numbers = match danger {
            Danger::Now => [now, soon],
            Danger::Soon => [soon, now],
        };
        for (number, what) in numbers {
            page.number(number, what);
        }
    }

    fn fill(&self, text: &str, setting: Setting) -> String {
        let lang = setting.lang;
        let profession = self.profession.as_deref().unwrap_or(say::SOMEONE.to(lang));
        let organisation = self.organisation.as_deref().unwrap_or(say::LEADERSHIP.to(lang));
        text.replace("{112}", &self.emergency_number)
            .replace("{beroep}", profession)
            .replace("{organisatie}", organisation)
    }
}
