//! What the commands say: help, progress, and what went wrong on the way.

use crate::model::unreadable::Unreadable;
use crate::ui::lang::{Lang, Words};

use super::case;

words! {
    /// Before the first question.
    WELCOME = "Meldcode: van zorg naar besluit, in ongeveer tien vragen.\nTyp geen namen; er wordt niets bewaard. U beslist, niet dit programma. Is er nu gevaar? Bel 112.",
              "Meldcode: from concern to decision, in about ten questions.\nType no names; nothing is kept. You decide, not this program. Danger now? Call 112.";
    /// There is nothing before the first question.
    FIRST_QUESTION = "Dit is de eerste vraag.", "This is the first question.";
    /// Nothing was answered yet.
    NOTHING_ANSWERED = "U hebt nog niets beantwoord.", "You have not answered anything yet.";
    /// Heading of the overview.
    YOUR_ANSWERS = "Uw antwoorden tot nu toe:", "Your answers so far:";
    /// A day that is not known.
    DAY_NOT_KNOWN = "(dag nog niet bekend)", "(day not known yet)";
    /// No terminal.
    NO_TERMINAL = "er is geen terminal om vragen in te stellen",
                  "there is no terminal to ask questions in";
    /// What to do without a terminal.
    NO_TERMINAL_HELP = "geef de antwoorden in een bestand: `meldcode check --answers BESTAND` (of `-`), of lees vragen als regels met `--plain`",
                       "give the answers in a file: `meldcode check --answers FILE` (or `-`), or read questions as lines with `--plain`";
    /// Stopped before the end.
    STOPPED = "Gestopt. Er is nog geen advies, en er is niets bewaard. Bezorgd? Bel Veilig Thuis: 0800-2000. Gevaar: 112.",
              "Stopped. There is no advice yet, and nothing was kept. Worried? Call Veilig Thuis: 0800-2000. Danger: 112.";
    /// The input ended.
    INPUT_ENDED = "De invoer hield op voordat alle vragen beantwoord waren. Er is nog geen advies. Bezorgd? Bel Veilig Thuis: 0800-2000. Gevaar: 112.",
                  "The input ended before all questions were answered. There is no advice yet. Worried? Call Veilig Thuis: 0800-2000. Danger: 112.";
    /// Interrupted.
    INTERRUPTED = "Afgebroken. Er is niets bewaard. Bezorgd? Bel Veilig Thuis: 0800-2000. Gevaar: 112.", "Interrupted. Nothing was kept. Worried? Call Veilig Thuis: 0800-2000. Danger: 112.";
    /// A fault of our own.
    FAULT = "fout in het programma; alleen met `--save` zijn uw antwoorden bewaard. Bij gevaar: bel 112. Veilig Thuis: 0800-2000.",
            "fault in the program; your answers were kept only with `--save`. In danger: call 112. Veilig Thuis: 0800-2000.";
    /// The word before a message.
    ERROR = "fout", "error";
    /// The word before help.
    HELP = "hulp", "help";
    /// A date after today.
    FUTURE = "een datum na vandaag kan niet: welke norm dan geldt, is niet bekend",
             "a date after today cannot be used: which norm holds then is not known";
    /// Content cannot be used.
    CONTENT = "de inhoud kan niet worden gebruikt", "the content cannot be used";
    /// Answers cannot be used.
    INPUT = "de antwoorden kunnen niet worden gebruikt", "the answers cannot be used";
    /// The built-in content cannot be released from here.
    NO_DIRECTORY = "welke map? De ingebouwde inhoud wordt niet herschreven",
                   "which directory? The built-in content is not written";
    /// How to release.
    LOCK_HELP = "schrijf `meldcode lint --lock MAP`", "write `meldcode lint --lock DIR`";
    /// All is well.
    SOUND = "alles klopt", "all is sound";
}

/// A profession without a meldcode here.
#[must_use]
pub fn refused(lang: Lang, given: &str) -> String {
    match lang {
        Lang::Nl => format!("voor `{given}` is er hier geen meldcode"),
        Lang::En => format!("there is no meldcode here for `{given}`"),
    }
}

/// No such profession.
#[must_use]
pub fn unknown_profession(lang: Lang, given: &str) -> String {
    match lang {
        Lang::Nl => format!("er is geen beroep `{given}`"),
        Lang::En => format!("there is no profession `{given}`"),
    }
}

/// How to find a profession.
#[must_use]
pub fn known_professions(lang: Lang, nearest: Option<&str>) -> String {
    match (lang, nearest) {
        (Lang::Nl, Some(near)) => {
            format!("bedoelde u `{near}`? `meldcode show professions` noemt ze allemaal")
        }
        (Lang::Nl, None) => {
            "`meldcode show professions` noemt ze; kies `algemeen` als uw beroep er niet bij staat".to_owned()
        }
        (Lang::En, Some(near)) => {
            format!("did you mean `{near}`? `meldcode show professions` lists them all")
        }
        (Lang::En, None) => {
            "`meldcode show professions` lists them; choose `algemeen` when your profession is not listed"
                .to_owned()
        }
    }
}

/// No document on that date.
#[must_use]
pub fn not_in_force(lang: Lang, document: &str, date: &str, first_day: Option<&str>) -> (String, String) {
    match (lang, first_day) {
        (Lang::Nl, Some(first)) => (
            format!("op {date} is `{document}` hier niet bekend"),
            format!(
                "de eerste dag waarop dit document geldt is {first}; een oudere norm wordt nooit gebruikt als die van nu"
            ),
        ),
        (Lang::Nl, None) => {
            (format!("op {date} is `{document}` hier niet bekend"), "kies een andere datum".to_owned())
        }
        (Lang::En, Some(first)) => (
            format!("`{document}` is not known here on {date}"),
            format!(
                "the first day on which this document counts is {first}; an older norm never stands in for a newer one"
            ),
        ),
        (Lang::En, None) => {
            (format!("`{document}` is not known here on {date}"), "choose another date".to_owned())
        }
    }
}

/// A file that cannot be read.
#[must_use]
pub fn unreadable(lang: Lang, file: &str, why: &str) -> String {
    match lang {
        Lang::Nl => format!("`{file}` kan niet worden gelezen: {why}"),
        Lang::En => format!("`{file}` cannot be read: {why}"),
    }
}

/// Why a file cannot be read.
#[must_use]
pub fn why(lang: Lang, why: &Unreadable) -> String {
    match (lang, why) {
        (Lang::En, why) => why.to_string(),
        (Lang::Nl, Unreadable::Missing) => "dit bestaat niet".to_owned(),
        (Lang::Nl, Unreadable::Denied) => "dit bestand mag niet worden gelezen".to_owned(),
        (Lang::Nl, Unreadable::Directory) => "dit is een map, geen bestand".to_owned(),
        (Lang::Nl, Unreadable::TooLarge(most)) => format!("dit bestand heeft meer dan {most} bytes"),
        (Lang::Nl, Unreadable::NotText(at)) => format!("dit is geen tekst: byte {at} is geen UTF-8"),
        (Lang::Nl, Unreadable::Other(why)) => format!("het systeem zegt: {why}"),
    }
}

/// The content came from elsewhere.
#[must_use]
pub fn problems(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Nl, 1) => "1 fout in de inhoud".to_owned(),
        (Lang::Nl, _) => format!("{count} fouten in de inhoud"),
        (Lang::En, 1) => "1 problem in the content".to_owned(),
        (Lang::En, _) => format!("{count} problems in the content"),
    }
}

/// The file names one profession and the flag another.
#[must_use]
pub fn which_profession(lang: Lang) -> (String, String) {
    match lang {
        Lang::Nl => (
            "het beroep staat niet in het bestand en niet op de opdrachtregel".to_owned(),
            "zet `profession = \"leraar\"` in het bestand, of geef `--profession leraar`".to_owned(),
        ),
        Lang::En => (
            "the profession is neither in the file nor on the command line".to_owned(),
            "put `profession = \"leraar\"` in the file, or give `--profession leraar`".to_owned(),
        ),
    }
}

/// Help for each command and flag, by name.
#[must_use]
pub fn help(name: &str) -> Option<Words> {
    Some(match name {
        "meldcode" => Words::new(
            "Helpt professionals de meldcode huiselijk geweld en kindermishandeling te volgen.\nU beslist, niet dit programma. Nu gevaar? Bel 112.",
            "Helps professionals follow the meldcode on domestic violence and child abuse.\nYou decide, not this program. Danger now? Call 112.",
        ),
        "check" => Words::new(
            "Loop de meldcode door, in vragen of uit een antwoordbestand, en zie advies en volgende stap.",
            "Walk through the meldcode, by questions or from an answer file, and see advice and next action.",
        ),
        "emergency" => Words::new(
            "De 112-kaart: wie u nu belt en wat u zegt.",
            "The emergency card: whom to call now and what to say.",
        ),
        "lint" => Words::new(
            "Controleer de inhoud, en reken elke gids, elke regel en elke veiligheidseis na.",
            "Check and prove the content: every guide, every row, every safety property.",
        ),
        "diff" => Words::new(
            "Vergelijk twee data, beroepen of afwegingskaders: waar komt iets anders uit?",
            "Compare two dates, professions or frameworks: where does something else come out?",
        ),
        "one" => Words::new(
            "Een datum (voor het beroep van `--profession`), een beroep, beroep@datum of afwegingskader/naam.",
            "A date (for the profession of `--profession`), a profession, profession@date or afwegingskader/name.",
        ),
        "all" => Words::new(
            "Toon alle verschillen, niet alleen de acht grootste.",
            "Show all differences, not only the eight largest.",
        ),
        "other" => Words::new("Waarmee u vergelijkt, net zo.", "What you compare with, likewise."),
        "lock" => Words::new(
            "Schrijf LOCK.toml: de documenten zoals ze nu worden uitgegeven.",
            "Write LOCK.toml: the documents as they are released now.",
        ),
        "law" => Words::new(
            "De wet op die dag, met artikelen, en wat is aangekondigd.",
            "The law on that day, with articles, and what was announced.",
        ),
        "framework" => Words::new(
            "Welk kader, zoals knmg of onderwijs. Zonder naam: dat van het beroep.",
            "Which framework, such as knmg or onderwijs. Without a name: that of the profession.",
        ),
        "view-format" => Words::new(
            "Vorm: text, json of markdown (om te printen en na te lopen).",
            "Shape: text, json or markdown (to print and go through).",
        ),
        "show" => Words::new(
            "Toon de inhoud: stappen, afwegingskader, vragen, signalen, contacten, bronnen en meer.",
            "Show the content: steps, framework, questions, signals, contacts, sources and more.",
        ),
        "steps" => {
            Words::new("De vijf stappen, met artikel en bron.", "The five steps, with article and source.")
        }
        "afwegingskader" => {
            Words::new("De weegvragen en de beslistabel.", "The weighing questions and the decision table.")
        }
        "questions" => Words::new(
            "Alle vragen en antwoorden, met de woorden voor een antwoordbestand.",
            "All questions and answers, with the words for an answer file.",
        ),
        "contacts" => Words::new(
            "Telefoonnummers, met de dag van controle.",
            "Telephone numbers, with the day they were checked.",
        ),
        "doors" => Words::new("Andere wegen dan de meldcode.", "Routes other than the meldcode."),
        "show profession" => Words::new(
            "Eén beroep: documenten, woorden, en wat het vraagt.",
            "One profession: its documents, its words, and what it asks for.",
        ),
        "professions" => {
            Words::new("De beroepen, met hun documenten.", "The professions, with their documents.")
        }
        "signals" => Words::new(
            "Signalen, elk met wat het ook kan zijn. Er wordt niets geteld.",
            "Signals, each with what else it can be. Nothing is counted.",
        ),
        "who" => Words::new(
            "Om wie het gaat, zoals kind-tot-12: een antwoord op de vraag `wie`.",
            "Whom it is about, such as kind-tot-12: an answer to the question `wie`.",
        ),
        "show themes" => Words::new(
            "Vormen van geweld waarbij het anders gaat: per stap, met rode vlaggen.",
            "Forms of violence where things go differently: by step, with red flags.",
        ),
        "themes" => Words::new(
            "Alleen deze, zoals vgv. Zonder naam: allemaal.",
            "Only these, such as vgv. Without a name: all of them.",
        ),
        "sources" => Words::new(
            "De bronnen, met hoeveel ervan is gelezen.",
            "The sources, with how much of each was read.",
        ),
        "editions" => Words::new(
            "Alle documenten, met wanneer ze gelden en of ze zijn nagekeken.",
            "All documents, with when they count and whether they were reviewed.",
        ),
        "help" => Words::new("Toon hulp.", "Show help."),
        "version" => Words::new("Toon de versie.", "Show the version."),
        "lang" => Words::new("Taal: nl of en.", "Language: nl or en."),
        "content" => Words::new(
            "Gebruik de inhoud uit deze map in plaats van de ingebouwde.",
            "Use the content of this directory instead of the built-in one.",
        ),
        "color" => Words::new("Kleur: auto, always of never.", "Colour: auto, always or never."),
        "profession" => Words::new(
            "Uw beroep, zoals leraar. `show professions` noemt ze.",
            "Your profession, such as leraar. `show professions` lists them.",
        ),
        "date" => Words::new(
            "De norm van deze dag, als 2026-11-22. Standaard vandaag.",
            "The norm of this day, as 2026-11-22. Today by default.",
        ),
        "answers" => Words::new(
            "Lees de antwoorden uit dit bestand (TOML of JSON), of van - .",
            "Read the answers from this file (TOML or JSON), or from - .",
        ),
        "plain" => Words::new(
            "Stel de vragen als gewone regels, voor een schermlezer of een pijp.",
            "Ask the questions as plain lines, for a screen reader or a pipe.",
        ),
        "format" => Words::new("Vorm van het resultaat: text of json.", "Shape of the result: text or json."),
        "dir" => Words::new(
            "De map met inhoud. Standaard de ingebouwde inhoud.",
            "The content directory. The built-in content by default.",
        ),
        other => {
            let paper = || super::paper::help(other);
            let more = || super::class::help(other).or_else(|| super::training::help(other));
            return paper()
                .or_else(|| case::help(other))
                .or_else(|| super::evaluate::help(other))
                .or_else(more);
        }
    })
}

words! {
    /// Heading in help.
    USAGE = "Gebruik", "Usage";
    /// Heading in help.
    COMMANDS = "Opdrachten", "Commands";
    /// Heading in help.
    OPTIONS = "Opties", "Options";
    /// Heading in help.
    ARGUMENTS = "Argumenten", "Arguments";
    /// Where to look after a usage error.
    SEE_HELP = "`meldcode --help` noemt opdrachten en opties", "`meldcode --help` lists commands and options";
    /// A value that cannot be used.
    BAD_VALUE = "deze waarde kan niet", "this value cannot be used";
}

/// A value on the command line that cannot be used.
#[must_use]
pub fn bad_value(lang: Lang, value: &str, flag: &str) -> String {
    match lang {
        Lang::Nl => format!("`{value}` past niet bij `{flag}`"),
        Lang::En => format!("`{value}` does not fit `{flag}`"),
    }
}
