//! What the law requires on a date, as typed points and provisions with their articles.
//!
//! Law is shown, cited and compared; it is the steps and weighing documents that are walked.

use serde::{Deserialize, Serialize};

use super::source::Cite;

/// One requirement or fact of the law.
#[derive(Debug, Clone)]
pub struct Provision {
    /// What it is about, as a key: `advice-veilig-thuis`, `finally-responsible`.
    pub about: String,
    /// Where it stands.
    pub article: String,
    /// What it says, in our own words.
    pub says: String,
    /// The ground.
    pub cite: Cite,
}

/// The law of one date.
#[derive(Debug, Clone)]
pub struct Law {
    /// The name of the advice centre in that text.
    pub advice_centre: String,
    /// Where the texts of the law differ from each other.
    pub differs: Differs,
    /// Minimum elements, steps and other provisions, in order.
    pub provisions: Vec<Provision>,
}

/// What a text of the law says on one point, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point<T> {
    /// What it says.
    pub is: T,
    /// The article.
    pub article: String,
}

/// Where the texts of the law differ from each other: between dates, and between sectors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Differs {
    /// Whether a meldcode has an afwegingskader.
    pub afwegingskader: Point<Presence>,
    /// How many decisions step 5 has.
    pub decisions: Point<Decisions>,
    /// When Veilig Thuis, or the advice centre before it, is asked.
    pub advice: Point<AdviceRule>,
    /// Whom step 3 talks with.
    pub talk: Point<TalkWith>,
    /// How a meldcode names who finally decides.
    pub finally_responsible: Point<Responsible>,
    /// Whether a meldcode has the kindcheck.
    pub kindcheck: Point<Presence>,
    /// Whether a meldcode pays attention to the Verwijsindex risicojongeren.
    pub verwijsindex: Point<Presence>,
    /// Whether an expert on injuries is named in step 2.
    pub letselduiding: Point<Named>,
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $word:ident,)* })*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
            #[serde(rename_all = "kebab-case")]
            pub enum $name { $($(#[$word_doc])* $word,)* }
        )*
    };
}

words! {
    /// Whether something is part of a meldcode.
    Presence {
        /// It is.
        Present,
        /// It is not.
        Absent,
    }
    /// How step 5 decides.
    Decisions {
        /// Help, or a report.
        EitherOr,
        /// Two decisions: about the report, and about help.
        Two,
    }
    /// When advice is asked.
    AdviceRule {
        /// When it is necessary, and always when in doubt in step 4.
        AsNeededAndInDoubt,
        /// When it is necessary.
        AsNeeded,
    }
    /// Whom step 3 talks with.
    TalkWith {
        /// The client.
        Client,
        /// The parents, and the child if that is possible.
        ParentsAndChild,
    }
    /// How whoever finally decides is named.
    Responsible {
        /// As a person.
        Person,
        /// As a function.
        Function,
    }
    /// Whether the text names something as a possibility.
    Named {
        /// It does.
        Named,
        /// It does not.
        NotNamed,
    }
}
