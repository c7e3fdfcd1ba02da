//! The tone: what no text of the program may say, what is said only in one exact way, and why.
//!
//! Reads every result of the exercises, every view, the card, and every text of the content, also those that no
//! exercise reaches. A guard that never fires is worth nothing: the last tests plant what it has to catch.
#![expect(clippy::unwrap_used, reason = "a failed expectation is what a test is for")]

mod program;
mod told;

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use meldcode::content::store::Store;
use program::run;
use told::told;

/// What is never said, each with the reason. A word counts from its beginning: `dader` is also in `daders`.
const NEVER: &[(&str, &str)] = &[
    // The law gives a right to report; reporting is a norm of the professions.
    ("verplicht", "what is asked is a norm of the profession; `wettelijk verplicht` is not true"),
    ("meldplicht", "there is no legal duty to report in the meldcode"),
    ("wettelijke plicht", "there is no legal duty to report in the meldcode"),
    ("bij wet verboden", "the law forbids no report"),
    ("strafbaar", "whether something is a crime is not for this program"),
    // A suspicion is enough.
    ("bewijs", "nobody waits for proof, and looking for it can harm"),
    ("bewijzen", "nobody waits for proof, and looking for it can harm"),
    ("bewezen", "nothing is proved here"),
    ("zeker weten", "a suspicion is enough"),
    // The program decides nothing.
    ("het programma beslist", "the professional or the organisation decides"),
    ("dit programma beslist", "the professional or the organisation decides"),
    ("volgens het programma", "an advice comes from a norm, with its source"),
    // Nobody is put at rest.
    ("niets aan de hand", "no answers can show that"),
    ("u hoeft niets te doen", "there is always something to do, if only a note"),
    ("u hoeft verder niets", "there is always something to do, if only a note"),
    ("geen actie nodig", "there is always something to do, if only a note"),
    ("geen reden tot zorg", "no answers can show that"),
    ("geen zorgen", "no answers can show that"),
    ("gerust", "no result puts anyone at rest"),
    ("vals alarm", "whoever was worried was right to look"),
    ("loos alarm", "whoever was worried was right to look"),
    ("komt goed", "nobody knows"),
    ("valt mee", "nobody knows"),
    ("geen gevaar", "no answers can show that"),
    // A report is never advised against.
    ("niet melden", "reporting is always possible"),
    ("meld niet", "reporting is always possible"),
    ("meld nog niet", "reporting is always possible: the direction comes first, then what to do before"),
    ("melden is niet nodig", "reporting is always possible"),
    ("melden hoeft niet", "reporting is always possible"),
    ("melden mag niet", "reporting is always possible"),
    ("melden kan niet", "reporting is always possible"),
    ("niet te melden", "reporting is always possible"),
    ("wacht met melden", "not yet is not a reason to wait"),
    ("geen melding", "reporting is always possible"),
    ("wacht af", "something is to be done today"),
    ("afwachten", "something is to be done today"),
    // Nobody is labelled.
    ("dader", "a label; nothing is established about anyone"),
    ("pleger", "a label; nothing is established about anyone"),
    ("mishandelaar", "a label; nothing is established about anyone"),
    ("verdachte", "a label; nothing is established about anyone"),
    ("slachtofferrol", "a label that blames"),
    ("probleemgezin", "a label"),
    ("probleemouder", "a label"),
    ("slechte ouder", "a label"),
    ("slechte moeder", "a label"),
    ("slechte vader", "a label"),
    ("liegt", "nobody is disbelieved here"),
    ("hysterisch", "a label"),
    // Nothing is counted: no score, no chance, no level.
    ("%", "nothing is counted"),
    ("procent", "nothing is counted"),
    ("score", "nothing is counted"),
    ("punten", "nothing is counted"),
    ("risiconiveau", "nothing is counted"),
    ("laag risico", "nothing is counted"),
    ("hoog risico", "nothing is counted"),
    ("verhoogd risico", "nothing is counted"),
    ("kans op", "nothing is counted"),
    ("de kans", "nothing is counted"),
    ("waarschijnlijk", "nothing is counted"),
    // Nobody is blamed.
    ("uw schuld", "who looks now is not blamed for yesterday"),
    ("eigen schuld", "nobody is blamed"),
    ("u had moeten", "who looks now is not blamed for yesterday"),
    ("u had eerder", "who looks now is not blamed for yesterday"),
    ("te laat gemeld", "who looks now is not blamed for yesterday"),
    ("nalatig", "who looks now is not blamed for yesterday"),
];

/// The only ways in which a word of the list above is said, to the letter, each with the reason.
const ALLOWED: &[(&str, &str)] = &[
    ("de wet verplicht u er niet toe", "says that there is no legal duty"),
    ("besluit verplichte meldcode", "the name of the decree: having a code is what the law obliges to"),
    ("wacht niet op een collega, op bewijs of op een gesprek", "says not to wait for it"),
    ("bewijs zoeken is niet uw taak", "says not to look for it"),
    ("bewijs hoeft niet", "says that it is not needed"),
    ("het gaat om uw schatting, niet om bewijs", "says that it is not needed"),
    ("beslist over wel of niet melden", "says who decides"),
    ("een vraag om informatie is geen melding van u", "says that answering is not yet a report"),
];

/// The same for readers of English.
const NEVER_IN_ENGLISH: &[(&str, &str)] = &[
    ("legally required", "the law gives a right"),
    ("legally obliged", "the law gives a right"),
    ("duty to report", "the law gives a right"),
    ("proof", "a suspicion is enough"),
    ("evidence", "a suspicion is enough"),
    ("do not report", "reporting is always possible"),
    ("nothing is wrong", "no answers can show that"),
    ("nothing to worry", "no answers can show that"),
    ("false alarm", "whoever was worried was right to look"),
    ("it is safe", "no answers can show that"),
    ("perpetrator", "a label"),
    ("abuser", "a label"),
    ("offender", "a label"),
    ("percent", "nothing is counted"),
    ("score", "nothing is counted"),
    ("likely", "nothing is counted"),
    ("your fault", "nobody is blamed"),
    ("you should have", "nobody is blamed"),
];

/// The only exceptions in English.
const ALLOWED_IN_ENGLISH: &[(&str, &str)] = &[
    ("do not wait for a colleague, for proof or for a talk", "says not to wait for it"),
    ("if you do not report after all", "says to record why"),
    ("are you sure that it is safe?", "a question"),
    ("whether it is safe", "something to find out"),
    ("veilig thuis thinks it is safe", "a condition"),
    ("veilig thuis also think it is safe?", "a question"),
    ("looking for proof is not your task", "says not to look for it"),
];

/// Where `veilig` is no promise although the sentence has the shape of one, to the letter, each with the reason.
const NO_PROMISE: &[(&str, &str)] = &[
    ("zijn er nog kinderen, zijn zij veilig", "the label of a thing to find out, without its question mark"),
    ("zorg dat degenen om wie het gaat nu veilig zijn", "an instruction"),
];

/// A text in one line and in small letters, so that wrapping hides nothing.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Everywhere that a word begins in a text, with some words around it.
fn around<'a>(text: &'a str, word: &str) -> Vec<&'a str> {
    let begins = |at: &usize| !text.get(..*at).unwrap().ends_with(char::is_alphanumeric) || word == "%";
    let near = |at: usize| {
        let from = (0..=at.saturating_sub(40)).rev().find(|from| text.is_char_boundary(*from)).unwrap_or(0);
        let to = (at + word.len() + 40..text.len()).find(|to| text.is_char_boundary(*to));
        text.get(from..to.unwrap_or(text.len())).unwrap_or_default()
    };
    text.match_indices(word).map(|(at, _)| at).filter(begins).map(near).collect()
}

/// Every sentence that promises safety. `Veilig` is said as a condition ("als dat veilig is"), as something to find
/// out ("of het nu veilig is", "is praten veilig?"), as a way ("hoe u veilig navraagt"), and as a denial. What is left
/// is a promise: "het is veilig", "dat het kind veilig is", "thuis blijft het veilig".
fn promises(text: &str) -> Vec<String> {
    const OPENS: [&str; 9] = ["als", "of", "hoe", "niet", "nooit", "wat", "tot", "wanneer", "zodra"];
    const IS: [&str; 9] = ["is", "zijn", "bent", "was", "blijft", "blijven", "lijkt", "wordt", "worden"];
    let mut text = text.replace("veilig thuis", "vt");
    for (phrase, _) in NO_PROMISE {
        text = text.replace(phrase, "");
    }
    let mut found = Vec::new();
    for sentence in text.split_inclusive(['.', '?', '!', ';', ':', '(', ')', '"', '·']) {
        let words: Vec<&str> = sentence
            .split(|c: char| !(c.is_alphanumeric() || c == '-'))
            .filter(|word| !word.is_empty())
            .collect();
        for (at, _) in words.iter().enumerate().filter(|(_, word)| **word == "veilig") {
            let before: Vec<&str> = words.iter().take(at).rev().take(9).copied().collect();
            let opener = before.iter().position(|word| OPENS.contains(word));
            let verb = before.iter().position(|word| IS.contains(word));
            // "Of het kind is veilig" is a main clause: between what opens a clause and `veilig` stands no verb.
            let opened = opener.is_some_and(|opener| verb.is_none_or(|verb| verb > opener));
            let denied = before.first().is_some_and(|word| ["niet", "nooit"].contains(word));
            if !(opened || denied || sentence.ends_with('?')) {
                found.push(format!("`veilig` as a promise in ...{}...", sentence.trim()));
            }
        }
    }
    found
}

/// Everything that a Dutch text may not say.
fn said(text: &str) -> Vec<String> {
    let text = flat(text);
    let mut found = promises(&text);
    found.extend(words(&text, NEVER, ALLOWED));
    found
}

/// Every word of a list that a text says otherwise than is allowed.
fn words(text: &str, never: &[(&str, &str)], allowed: &[(&str, &str)]) -> Vec<String> {
    let mut text = text.to_owned();
    for (phrase, _) in allowed {
        text = text.replace(phrase, "");
    }
    let mut found = Vec::new();
    for (word, why) in never {
        found.extend(around(&text, word).iter().map(|near| format!("`{word}` in ...{near}... ({why})")));
    }
    found
}

/// Every Dutch text, by where it stands.
static TEXTS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let mut all = told("nl");
    for profession in
        ["algemeen", "leraar", "huisarts", "maatschappelijk-werker", "wijkteammedewerker", "gastouder"]
    {
        for view in ["steps", "afwegingskader", "questions", "contacts", "doors"] {
            let ran = run(&["show", view, "--profession", profession], b"");
            assert_eq!(ran.code, 0, "{}", ran.err);
            all.push((format!("show {view}, {profession}"), ran.out));
        }
    }
    all.push(("emergency".to_owned(), run(&["emergency"], b"").out));
    all.extend(content());
    all.extend(messages());
    all
});

/// The program's own words, as they stand in its source, also those that no run above comes to.
fn messages() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui/messages");
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        all.push((
            format!("{}", path.file_name().unwrap().display()),
            code.join("\n").replace("veilig_thuis", "veilig thuis"),
        ));
    }
    assert!(all.len() > 10, "{}", all.len());
    all
}

/// Every text of every document. Titles and places of what others published are theirs, and ids are no texts.
fn content() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for (name, text) in Store::embedded().texts {
        if ["sources.toml", "properties.toml", "reviews.toml", "editions.toml"].contains(&name.as_str()) {
            continue;
        }
        texts(&name, &toml::Value::Table(text.parse().unwrap()), &mut all);
    }
    all
}

fn texts(place: &str, value: &toml::Value, all: &mut Vec<(String, String)>) {
    match value {
        toml::Value::String(text) => all.push((place.to_owned(), text.clone())),
        toml::Value::Array(list) => list.iter().for_each(|item| texts(place, item, all)),
        toml::Value::Table(table) => {
            let ours = table.iter().filter(|(key, _)| !["id", "cite", "cites"].contains(&key.as_str()));
            ours.for_each(|(key, item)| texts(&format!("{place}: {key}"), item, all));
        }
        _ => {}
    }
}

#[test]
fn no_text_says_what_the_program_may_not_say() {
    let said: Vec<String> = TEXTS
        .iter()
        .flat_map(|(name, text)| said(text).into_iter().map(move |found| format!("{name}: {found}")))
        .collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
}

#[test]
fn no_result_says_it_in_english_either() {
    let mut said = Vec::new();
    for (name, text) in told("en") {
        let found = words(&flat(&text), NEVER_IN_ENGLISH, ALLOWED_IN_ENGLISH);
        said.extend(found.iter().map(|found| format!("{name}: {found}")));
    }
    assert!(said.is_empty(), "{}", said.join("\n"));
}

#[test]
fn every_exception_is_still_said_somewhere() {
    let all: Vec<String> = TEXTS.iter().map(|(_, text)| flat(text)).collect();
    let exceptions = ALLOWED.iter().chain(NO_PROMISE);
    let unsaid: Vec<_> =
        exceptions.filter(|(allowed, _)| !all.iter().any(|text| text.contains(allowed))).collect();
    assert!(unsaid.is_empty(), "strike what nobody says any more: {unsaid:?}");
}

#[test]
fn every_exception_is_needed_and_holds_to_the_letter() {
    for (allowed, _) in ALLOWED {
        assert!(said(allowed).is_empty(), "{allowed}");
        let altered = allowed.replacen(' ', " echt ", 1);
        assert!(!said(&altered).is_empty(), "{altered}");
    }
}

#[test]
fn the_guard_catches_every_planted_sentence() {
    for (word, _) in NEVER {
        let planted = format!("Bel vandaag. Er staat hier {word}.\nMaar dan\n  anders.");
        assert!(!said(&planted).is_empty(), "`{word}` went through");
    }
    for planted in [
        "U bent wettelijk verplicht om te melden.",
        "Er geldt een meldplicht.",
        "U bent WETTELIJK\n            VERPLICHT te melden.",
        "Verzamel eerst bewijs.",
        "Zoek bewijzen.",
        "Er is niets aan de hand.",
        "U hoeft niets te doen.",
        "Het is veilig.",
        "Het kind is veilig bij oma.",
        "Thuis is het nu veilig genoeg.",
        "U kunt ervan uitgaan dat het veilig is.",
        "Praten kan, omdat het veilig is.",
        "Het gezin krijgt hulp, dus het blijft veilig.",
        "Bel een collega of het kind is veilig.",
        "De kinderen zijn veilig; sluit af.",
        "De dader is bekend.",
        "Spreek de plegers apart.",
        "De kans op herhaling is klein.",
        "De score is 7 van 10.",
        "Dit is voor 80% zeker.",
        "Dit is een probleemgezin.",
        "U had moeten bellen.",
        "Dit programma beslist dat u meldt.",
        "Meld nog niet: praat eerst.",
        "U hoeft dit niet te melden.",
        "Wacht rustig af. Of wacht af.",
    ] {
        assert!(!said(planted).is_empty(), "went through: {planted}");
    }
}

#[test]
fn the_guard_lets_through_what_has_to_be_said() {
    for sound in [
        "Bel Veilig Thuis: 0800-2000.",
        "Veilig Thuis is dag en nacht bereikbaar.",
        "Vraag: \"Is praten veilig? Moet ik nu melden?\"",
        "Vertel dat u meldt, als dat veilig is.",
        "Bespreek of het nu veilig genoeg is.",
        "Vraag hoe u veilig contact houdt.",
        "Praten is niet veilig.",
        "Het is nog niet veilig, of u twijfelt.",
        "Zijn er kinderen? Zijn zij veilig?",
        "U schat in dat het onveilig is.",
        "De wet verplicht u er niet toe; melden is hier de norm van uw beroep.",
    ] {
        assert_eq!(said(sound), Vec::<String>::new(), "{sound}");
    }
}
