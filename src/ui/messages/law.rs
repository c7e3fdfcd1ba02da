//! What a text of the law says on the points where its texts differ from each other.

use crate::model::law::{AdviceRule, Decisions, Differs, Named, Presence, Responsible, TalkWith};
use crate::ui::lang::{Lang, Words};

/// One point: what it is about, what the text says, and the article.
pub struct Point<'a> {
    about: Words,
    says: Words,
    /// Where it stands.
    pub article: &'a str,
}

impl Point<'_> {
    /// What it is about.
    #[must_use]
    pub fn about(&self, lang: Lang) -> &'static str {
        self.about.to(lang)
    }

    /// What the text says, and where.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        format!("{} ({})", self.says.to(lang), self.article)
    }

    /// Whether both texts say the same.
    #[must_use]
    pub fn agrees(&self, other: &Self) -> bool {
        self.says == other.says
    }
}

/// Every point of a text, in one order for all texts.
#[must_use]
pub fn points(law: &Differs) -> [Point<'_>; 8] {
    let point = |about, says, article| Point { about, says, article };
    let Differs {
        afwegingskader,
        decisions,
        advice,
        talk,
        finally_responsible,
        kindcheck,
        verwijsindex,
        letselduiding,
    } = law;
    [
        point(
            Words::new("afwegingskader", "afwegingskader"),
            presence(afwegingskader.is),
            &afwegingskader.article,
        ),
        point(Words::new("stap 5", "step 5"), deciding(decisions.is), &decisions.article),
        point(Words::new("advies vragen", "asking advice"), asking(advice.is), &advice.article),
        point(Words::new("gesprek van stap 3", "talk of step 3"), talking(talk.is), &talk.article),
        point(
            Words::new("wie uiteindelijk beslist", "who finally decides"),
            responsible(finally_responsible.is),
            &finally_responsible.article,
        ),
        point(Words::new("kindcheck", "kindcheck"), presence(kindcheck.is), &kindcheck.article),
        point(
            Words::new("verwijsindex risicojongeren", "verwijsindex (register of young people at risk)"),
            presence(verwijsindex.is),
            &verwijsindex.article,
        ),
        point(
            Words::new("deskundige op letsel", "expert on injuries"),
            named(letselduiding.is),
            &letselduiding.article,
        ),
    ]
}

const fn presence(is: Presence) -> Words {
    match is {
        Presence::Present => Words::new("hoort bij de meldcode", "is part of the meldcode"),
        Presence::Absent => Words::new("hoort niet bij de meldcode", "is not part of the meldcode"),
    }
}

const fn deciding(is: Decisions) -> Words {
    match is {
        Decisions::EitherOr => Words::new("hulp bieden of melden", "giving help or reporting"),
        Decisions::Two => Words::new(
            "twee besluiten: over melden en over hulp",
            "two decisions: about the report and about help",
        ),
    }
}

const fn asking(is: AdviceRule) -> Words {
    match is {
        AdviceRule::AsNeededAndInDoubt => Words::new(
            "als het nodig is, en bij twijfel in stap 4 altijd",
            "when it is necessary, and always when in doubt in step 4",
        ),
        AdviceRule::AsNeeded => Words::new("als het nodig is", "when it is necessary"),
    }
}

const fn talking(is: TalkWith) -> Words {
    match is {
        TalkWith::Client => Words::new("met de cliënt", "with the client"),
        TalkWith::ParentsAndChild => Words::new(
            "met de ouders, en als het kan met het kind",
            "with the parents, and with the child if that is possible",
        ),
    }
}

const fn responsible(is: Responsible) -> Words {
    match is {
        Responsible::Person => Words::new("de meldcode noemt de persoon", "the meldcode names the person"),
        Responsible::Function => {
            Words::new("de meldcode noemt de functie", "the meldcode names the function")
        }
    }
}

const fn named(is: Named) -> Words {
    match is {
        Named::Named => Words::new("staat erin als mogelijkheid", "is named as a possibility"),
        Named::NotNamed => Words::new("staat er niet in", "is not named"),
    }
}
