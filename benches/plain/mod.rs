//! The generic weighing without doubt, written by hand as one `match`: what the content says, for measuring beside.
//!
//! Knows seven answers of an adult who decides for themselves and to whom was spoken. Refuses to be used for anything but
//! measuring: the norm is in `meldcode/afwegingskader/generiek`, and each measurement first checks that both say the same.

use std::collections::BTreeMap;

use meldcode::engine::answers::{Answers, Given};
use meldcode::engine::conclude::Concluded;
use meldcode::engine::evaluate::{Room, weigh_into};
use meldcode::engine::outlook::Outlook;
use meldcode::engine::proven::Proven;
use meldcode::model::guide::Guide;
use meldcode::model::question::Finding;
use meldcode::model::register::Set;

/// Answers as they may stand in a file.
macro_rules! answers {
    ($($(#[$doc:meta])* $name:ident { $($choice:ident = $id:literal),* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum $name { $($choice),* }

        impl $name {
            const ALL: &[Option<Self>] = &[None, $(Some(Self::$choice)),*];

            fn id(self) -> &'static str {
                match self { $(Self::$choice => $id),* }
            }
        }
    )*};
}

answers! {
    /// Whether there is a suspicion.
    Vermoeden { Ja = "ja", Nee = "nee", Twijfel = "twijfel" }
    /// How unsafe it is.
    Onveiligheid { Acuut = "acuut", Structureel = "structureel", Geen = "geen" }
    /// Yes or no.
    YesNo { Ja = "ja", Nee = "nee" }
    /// Whether the report was made.
    Gemeld { Ja = "ja", JaVerteld = "ja-verteld", Nee = "nee" }
}

/// Seven answers, each of which may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sheet {
    vermoeden: Option<Vermoeden>,
    onveiligheid: Option<Onveiligheid>,
    hulp: Option<YesNo>,
    aanvaarden: Option<YesNo>,
    ander_in_huis: Option<YesNo>,
    gemeld: Option<Gemeld>,
    resultaat: Option<YesNo>,
}

/// The decision, written by hand: the row of the table, or the question that is open.
pub(crate) fn decide(sheet: &Sheet) -> &'static str {
    match sheet.vermoeden {
        None => "vermoeden",
        Some(Vermoeden::Nee) => "afsluiten",
        Some(Vermoeden::Twijfel) => "vermoeden-uitzoeken",
        Some(Vermoeden::Ja) => match (sheet.onveiligheid, sheet.hulp) {
            (None, _) => "onveiligheid",
            (Some(Onveiligheid::Acuut | Onveiligheid::Structureel), _) => report(
                sheet,
                [
                    "melden-onveilig",
                    "gemeld-onveilig",
                    "hulp-afsluiten-na-melding",
                    "opnieuw-melden-onveilig",
                ],
            ),
            (Some(Onveiligheid::Geen), None) => "hulp",
            (Some(Onveiligheid::Geen), Some(YesNo::Nee)) => report(
                sheet,
                [
                    "melden-geen-hulp",
                    "gemeld-geen-hulp",
                    "hulp-afsluiten-na-melding-hulp",
                    "opnieuw-melden-geen-hulp",
                ],
            ),
            (Some(Onveiligheid::Geen), Some(YesNo::Ja)) => accepted(sheet),
        },
    }
}

fn accepted(sheet: &Sheet) -> &'static str {
    match (sheet.aanvaarden, sheet.resultaat, sheet.ander_in_huis) {
        (None, ..) => "aanvaarden",
        (Some(YesNo::Ja), None, _) => "hulp-met-afspraken",
        (Some(YesNo::Ja), Some(YesNo::Ja), _) => "hulp-afsluiten",
        (Some(YesNo::Ja), Some(YesNo::Nee), _) => "melden-na-hulp",
        (Some(YesNo::Nee), _, None) => "ander-in-huis",
        (Some(YesNo::Nee), _, Some(YesNo::Nee)) => "volwassene-weigert",
        (Some(YesNo::Nee), _, Some(YesNo::Ja)) => report(
            sheet,
            [
                "melden-hulp-geweigerd",
                "gemeld-hulp-geweigerd",
                "hulp-afsluiten-na-melding-geweigerd",
                "opnieuw-melden-geweigerd",
            ],
        ),
    }
}

/// To report, reported, reported and safe, reported and not safe.
fn report(sheet: &Sheet, [to_do, made, safe, again]: [&'static str; 4]) -> &'static str {
    match (sheet.gemeld, sheet.resultaat) {
        (None | Some(Gemeld::Nee), _) => to_do,
        (Some(_), None) => made,
        (Some(_), Some(YesNo::Ja)) => safe,
        (Some(_), Some(YesNo::Nee)) => again,
    }
}

impl Sheet {
    /// Every sheet that there is, the emptiest first.
    pub(crate) fn all() -> Vec<Self> {
        let mut all = Vec::new();
        for &vermoeden in Vermoeden::ALL {
            for &onveiligheid in Onveiligheid::ALL {
                for &hulp in YesNo::ALL {
                    for &aanvaarden in YesNo::ALL {
                        for &ander_in_huis in YesNo::ALL {
                            for &gemeld in Gemeld::ALL {
                                all.extend(YesNo::ALL.iter().map(|&resultaat| Self {
                                    vermoeden,
                                    onveiligheid,
                                    hulp,
                                    aanvaarden,
                                    ander_in_huis,
                                    gemeld,
                                    resultaat,
                                }));
                            }
                        }
                    }
                }
            }
        }
        all
    }

    /// Question and choice, as they stand in a file.
    pub(crate) fn words(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let each = [
            ("vermoeden", self.vermoeden.map(Vermoeden::id)),
            ("onveiligheid", self.onveiligheid.map(Onveiligheid::id)),
            ("hulp", self.hulp.map(YesNo::id)),
            ("aanvaarden", self.aanvaarden.map(YesNo::id)),
            ("ander-in-huis", self.ander_in_huis.map(YesNo::id)),
            ("gemeld", self.gemeld.map(Gemeld::id)),
            ("resultaat", self.resultaat.map(YesNo::id)),
        ];
        each.into_iter().filter_map(|(question, choice)| choice.map(|choice| (question, choice)))
    }

    /// The same answers, as the engine takes them.
    pub(crate) fn answers(&self, guide: &Guide) -> Answers {
        let mut answers = Answers::none(guide);
        for (question, choice) in self.words() {
            let Some(at) = guide.questions.find(question) else { continue };
            let choices = &guide.questions.get(at).choices;
            if let Some(index) = choices.iter().position(|one| one.id.as_str() == choice) {
                answers.set(at, Given::One(index));
            }
        }
        answers
    }
}

/// What the steps established of everybody on a sheet.
pub(crate) fn established(guide: &Guide) -> Set<Finding> {
    ["gesproken", "beslist-zelf"].into_iter().filter_map(|id| guide.findings.find(id)).collect()
}

/// What the engine came to, in the words of the `match`.
pub(crate) fn word<'g>(guide: &'g Guide, concluded: &Concluded<'_>) -> &'g str {
    match (concluded.outlook.row(), &concluded.outlook) {
        (Some(row), _) => guide.rows.get(row).id.as_str(),
        (None, Outlook::Ask(question)) => guide.questions.get(*question).id.as_str(),
        (None, _) => "",
    }
}

/// Every walk through the weighing, once: of the sheets that are used alike the emptiest.
///
/// # Errors
/// A sheet for which the engine and the `match` differ.
pub(crate) fn walks(proven: &Proven) -> Result<Vec<Sheet>, String> {
    let guide = proven.guide();
    let established = established(guide);
    let mut room = Room::default();
    let mut walks = BTreeMap::new();
    for sheet in Sheet::all() {
        let answers = sheet.answers(guide);
        let concluded = weigh_into(proven, established, &answers, &mut room);
        let (ours, by_hand) = (word(guide, &concluded), decide(&sheet));
        if ours != by_hand {
            return Err(format!("{sheet:?}: `{ours}` and by hand `{by_hand}`"));
        }
        let walk: Vec<_> = room.path().iter().map(|at| (*at, answers.get(*at))).collect();
        walks.entry(walk).or_insert(sheet);
    }
    Ok(walks.into_values().collect())
}

/// So many places in a list of this length, the same on every run, in an order that no processor can guess.
pub(crate) fn drawn(length: usize, many: usize) -> Vec<usize> {
    let mut state = 1u64;
    let mut draw = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(length.max(1)).unwrap_or(1)).unwrap_or(0)
    };
    (0..many).map(|_| draw()).collect()
}
