//! What people decided after an advice: the professional, or the organisation. The program never decides.
//!
//! Knows words from closed lists, and the advice that lay beside it. Refuses to know why in full: that belongs in the
//! professional's own record.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::advice::{Advice, Help, Report};
use super::property::OutlookWord;

/// Why somebody decided otherwise than was advised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// Veilig Thuis advised it.
    VeiligThuisAdvised,
    /// A colleague or an expert advised it.
    ColleagueAdvised,
    /// More is known now than was answered.
    NewFacts,
    /// It is safer for somebody.
    Safer,
    /// What the person at risk wants was weighed.
    WishOfVictim,
    /// Somebody else expressly takes over.
    AnotherActs,
    /// More is done than was advised.
    MoreProtective,
    /// A judgement of one's own, of which the reason stands in one's own record.
    OwnJudgement,
}

impl Ground {
    /// Every ground there is.
    pub const ALL: [Self; 8] = [
        Self::VeiligThuisAdvised,
        Self::ColleagueAdvised,
        Self::NewFacts,
        Self::Safer,
        Self::WishOfVictim,
        Self::AnotherActs,
        Self::MoreProtective,
        Self::OwnJudgement,
    ];

    /// The word, as it stands in files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::VeiligThuisAdvised => "veilig-thuis-advised",
            Self::ColleagueAdvised => "colleague-advised",
            Self::NewFacts => "new-facts",
            Self::Safer => "safer",
            Self::WishOfVictim => "wish-of-victim",
            Self::AnotherActs => "another-acts",
            Self::MoreProtective => "more-protective",
            Self::OwnJudgement => "own-judgement",
        }
    }
}

/// The advice that lay beside a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Advised {
    /// What the result was.
    pub outlook: OutlookWord,
    /// The two decisions that were advised, or where it pointed while nothing was advised yet.
    #[serde(flatten)]
    pub advice: Advice,
    /// The row of the decision table.
    pub row: String,
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// On which day.
    pub date: Date,
    /// The first decision.
    pub report: Report,
    /// The second decision.
    pub help: Help,
    /// Why, when it is otherwise than was advised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ground: Option<Ground>,
    /// The advice of then: it stays beside the decision, whatever is advised later.
    pub advised: Advised,
}

impl Advised {
    /// Whether these two decisions go along with the advice. What is not decided yet goes against nothing; and while
    /// something comes first a report goes against nothing either, for reporting is always possible.
    #[must_use]
    pub fn met_by(&self, report: Report, help: Help) -> bool {
        let same = |report| if report == Report::Again { Report::Yes } else { report };
        if self.outlook == OutlookWord::NotYet {
            let waits = report == Report::Undecided && help == Help::Undecided;
            return waits || same(report) == Report::Yes;
        }
        let reports = report == Report::Undecided || same(report) == same(self.advice.report);
        let helps = help == Help::Undecided || help == self.advice.help;
        reports && helps
    }
}

#[cfg(test)]
mod tests {
    use super::{Advised, Ground};
    use crate::model::advice::{Advice, Help, Report};
    use crate::model::property::OutlookWord;

    #[test]
    fn the_word_of_a_ground_is_the_one_in_files() {
        for ground in Ground::ALL {
            assert_eq!(serde_json::to_value(ground).unwrap(), ground.word());
        }
    }

    fn advised(outlook: OutlookWord, report: Report, help: Help) -> Advised {
        Advised { outlook, advice: Advice { report, help }, row: "rij".to_owned() }
    }

    #[test]
    fn a_decision_meets_an_advice_when_neither_half_goes_against_it() {
        let report = advised(OutlookWord::Advise, Report::Again, Help::WithVeiligThuis);
        assert!(report.met_by(Report::Yes, Help::WithVeiligThuis));
        assert!(report.met_by(Report::Yes, Help::Undecided));
        assert!(report.met_by(Report::Undecided, Help::Undecided));
        assert!(!report.met_by(Report::No, Help::Own));
        assert!(!report.met_by(Report::No, Help::Undecided));
    }

    #[test]
    fn while_something_comes_first_only_reporting_and_waiting_need_no_ground() {
        let not_yet = advised(OutlookWord::NotYet, Report::No, Help::Own);
        assert!(not_yet.met_by(Report::Yes, Help::WithVeiligThuis));
        assert!(not_yet.met_by(Report::Undecided, Help::Undecided));
        assert!(!not_yet.met_by(Report::No, Help::None));
        assert!(!not_yet.met_by(Report::No, Help::Own));
    }
}
