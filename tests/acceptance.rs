//! What was agreed for the main job, line by line: answers in, result out, with the real binary.
//!
//! Every test is one line of the agreement. Unless it says otherwise: generic framework, today's norm, a child,
//! the talk was held, facts of one's own, a colleague consulted.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failed expectation is what a test is for"
)]

mod program;

use serde_json::{Value, json};

use program::run;

/// Where every line of the agreement starts from.
const BASE: [&str; 6] = [
    "gevaar-nu = \"nee\"",
    "waar = \"thuis\"",
    "wie = \"kind-tot-12\"",
    "speelt = [\"geen-van-deze\"]",
    "hoe-weet-u-het = [\"zelf-gezien\"]",
    "gedaan = [\"feiten\", \"collega\", \"ouders-gesproken\"]",
];
const NOBODY_SPOKEN: [&str; 2] = ["gedaan = [\"feiten\", \"collega\"]", "geen-gesprek = \"nog-niet\""];
const ADULT: [&str; 2] =
    ["wie = \"volwassene\"", "gedaan = [\"feiten\", \"collega\", \"betrokkene-gesproken\"]"];
const STRUCTURAL: [&str; 2] = ["vermoeden = \"ja\"", "onveiligheid = \"structureel\""];
const HELP_ACCEPTED: [&str; 4] =
    ["vermoeden = \"ja\"", "onveiligheid = \"geen\"", "hulp = \"ja\"", "aanvaarden = \"ja\""];
const HELP_REFUSED: [&str; 4] =
    ["vermoeden = \"ja\"", "onveiligheid = \"geen\"", "hulp = \"ja\"", "aanvaarden = \"nee\""];

/// One case: its result for programs and for people.
struct Case {
    code: i32,
    json: Value,
    text: String,
    /// The text in one line, for sentences that are wrapped.
    said: String,
}

/// The base with these changes: `key = value` replaces or adds, `-key` leaves out.
fn case(changes: &[&[&str]]) -> Case {
    let mut lines: Vec<String> = BASE.map(str::to_owned).to_vec();
    for change in changes.iter().copied().flatten() {
        let key = change.split(" = ").next().unwrap().trim_start_matches('-');
        lines.retain(|line| line.split(" = ").next() != Some(key));
        if !change.starts_with('-') {
            lines.push((*change).to_owned());
        }
    }
    let head = "schema = 1\nprofession = \"algemeen\"\ndate = 2026-11-22\n[answers]";
    let file = format!("{head}\n{}\n", lines.join("\n"));
    let told = run(&["check", "--answers", "-", "--format", "json"], file.as_bytes());
    let shown = run(&["check", "--answers", "-"], file.as_bytes());
    assert_eq!(told.code, shown.code);
    assert_eq!(told.err, "");
    let said = shown.out.split_whitespace().collect::<Vec<_>>().join(" ");
    Case { code: told.code, json: serde_json::from_str(&told.out).unwrap(), text: shown.out, said }
}

impl Case {
    /// Asserts outlook, report, help and exit code.
    #[track_caller]
    fn is(&self, code: i32, outlook: &str, report: &str, help: &str) {
        let found = (self.code, &self.json["outlook"], &self.json["report"], &self.json["help"]);
        assert_eq!(found, (code, &json!(outlook), &json!(report), &json!(help)));
    }

    /// Asserts "not yet" in a direction, with what every "not yet" has: Veilig Thuis today, the direction before all
    /// else, a fallback, and how to report now.
    #[track_caller]
    fn is_not_yet(&self, report: &str, help: &str) {
        self.is(5, "not-yet", "undecided", "undecided");
        assert_eq!(self.json["direction"], json!({ "report": report, "help": help }));
        assert_eq!(self.json["not_yet"]["contact"]["id"], "veilig-thuis");
        let first = self.json["not_yet"]["first"].as_str().unwrap();
        let says = self.json["says"].as_str().unwrap();
        // A direction to report stands first. Closing is not announced while something has to come before it.
        let direction = if report == "no" && help == "none" { "Nog niet afsluiten." } else { says };
        let headline = format!("{direction} {first}").to_uppercase();
        // When it is urgent, the two numbers stand above the direction, and nothing else does.
        let (above, _) = self.said.split_once(&headline).unwrap();
        assert_eq!(above.is_empty(), self.json["urgency"] != "now", "{}", self.text);
        let top = self.text.lines().take_while(|line| !line.is_empty()).count();
        assert!(above.is_empty() || above.starts_with("0800-2000 Veilig Thuis") && top == 2, "{}", self.text);
        let fallback = self.json["not_yet"]["fallback"].as_str().unwrap();
        assert!(self.first_screen().contains(fallback), "{fallback}\n{}", self.text);
        let today = &self.json["actions"][0];
        assert_eq!((&today["id"], &today["when"]), (&json!("bel-advies"), &json!("today")));
        assert!(self.first_screen().contains("Nu melden kan altijd: bel 0800-2000"), "{}", self.text);
    }

    /// The text above the rule, in one line.
    fn first_screen(&self) -> String {
        let above = self.text.split("\n-----").next().unwrap();
        above.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn duties(&self, standing: &[&str]) -> Vec<&str> {
        let all = self.json["duties"].as_array().unwrap().iter();
        let so = all.filter(|duty| standing.contains(&duty["standing"].as_str().unwrap()));
        so.map(|duty| duty["id"].as_str().unwrap()).collect()
    }

    fn holding(&self) -> Vec<&str> {
        self.duties(&["holds"])
    }

    fn open(&self) -> Vec<&str> {
        self.duties(&["holds", "open"])
    }

    fn actions(&self) -> Vec<&str> {
        self.json["actions"].as_array().unwrap().iter().map(|action| action["id"].as_str().unwrap()).collect()
    }

    /// Asserts that nothing sends the professional to parents, partner or family.
    #[track_caller]
    fn sends_nobody_to_the_family(&self) {
        for id in ["praat-met-ouders", "hoor-beide-ouders", "vertel-ouders-vooraf"] {
            assert!(!self.actions().contains(&id), "{id}");
        }
        for words in
            ["Praat met de ouders", "Vertel de ouders", "Spreek eerst de ouders", "Spreek elke ouder"]
        {
            assert!(!self.said.to_lowercase().contains(&words.to_lowercase()), "{words}\n{}", self.text);
        }
    }
}

// ---------------------------------------------------------------- closing

#[test]
fn no_suspicion_with_a_colleague_consulted_closes_with_a_record_and_names_what_reopens_it() {
    let case = case(&[&["vermoeden = \"nee\""]]);
    case.is(0, "advise", "no", "none");
    assert!(case.actions().contains(&"leg-afsluiten-vast"));
    assert!(case.first_screen().contains("Begin opnieuw als er iets bij komt"));
}

#[test]
fn a_text_that_closes_never_claims_that_it_is_safe() {
    let bracht = "U schat in dat de hulp genoeg veiligheid bracht.";
    for changes in [
        [&["vermoeden = \"nee\""][..], &[]],
        [&HELP_ACCEPTED, &["resultaat = \"ja\""]],
        [&STRUCTURAL, &["gemeld = \"ja\"", "resultaat = \"ja\""]],
    ] {
        let case = case(&changes);
        // What may hold the word: the name, a question, a condition, an estimate of unsafety and its question, and
        // the ground of the rows for `resultaat`, which gives back what the professional answered.
        let mut said = case.said.replace(bracht, "");
        for allowed in ["Veilig Thuis", "VEILIG THUIS", "als dat veilig is", "denkt dat het niet veilig is"] {
            said = said.replace(allowed, "");
        }
        let said = said.to_lowercase().replace("onveilig", "");
        let claims = said.split_inclusive(['.', '?', ';']).filter(|sentence| !sentence.ends_with('?'));
        let claims: Vec<&str> = claims.filter(|sentence| sentence.contains("veilig")).collect();
        assert!(claims.is_empty(), "{claims:#?}");
    }
}

#[test]
fn no_suspicion_with_nobody_consulted_is_not_closed() {
    let case = case(&[&["vermoeden = \"nee\"", "gedaan = [\"feiten\", \"ouders-gesproken\"]"]]);
    case.is_not_yet("no", "none");
    assert_eq!(case.holding(), ["overleg"]);
}

#[test]
fn no_suspicion_with_unexplained_injury_in_a_child_that_cannot_crawl_is_not_closed() {
    for crawls in ["kruipt = \"nee\"", "kruipt = \"weet-niet\""] {
        let case = case(&[&["vermoeden = \"nee\"", "speelt = [\"letsel-onverklaard\"]", crawls]]);
        case.is_not_yet("no", "none");
        assert!(case.holding().contains(&"letselduiding"));
        assert!(case.holding().contains(&"advies-veilig-thuis"));
    }
}

// ---------------------------------------------------------------- danger

#[test]
fn danger_now_gives_the_card_at_once_with_112_and_nothing_above_the_numbers() {
    let case = case(&[&["gevaar-nu = \"nu\""]]);
    case.is(0, "emergency", "yes", "with-veilig-thuis");
    let mut lines = case.text.lines();
    assert!(lines.next().unwrap().trim_start().starts_with("112 "), "{}", case.text);
    assert!(lines.next().unwrap().trim_start().starts_with("0800-2000 "), "{}", case.text);
}

#[test]
fn danger_soon_gives_the_card_with_veilig_thuis_first() {
    let case = case(&[&["gevaar-nu = \"komende-dagen\""]]);
    case.is(0, "emergency", "yes", "with-veilig-thuis");
    let mut lines = case.text.lines();
    assert!(lines.next().unwrap().trim_start().starts_with("0800-2000 "), "{}", case.text);
    assert!(lines.next().unwrap().trim_start().starts_with("112 "), "{}", case.text);
}

#[test]
fn at_danger_open_duties_stay_named_and_hold_nothing() {
    let soon: &[&str] = &["gevaar-nu = \"komende-dagen\"", "gedaan = [\"niets\"]"];
    let acute: &[&str] = &[
        "gedaan = [\"niets\"]",
        "geen-gesprek = \"nog-niet\"",
        "vermoeden = \"ja\"",
        "onveiligheid = \"acuut\"",
    ];
    for changes in [soon, acute] {
        let case = case(&[changes]);
        assert_eq!((case.code, &case.json["report"]), (0, &json!("yes")));
        assert_eq!(case.holding(), [""; 0]);
        assert!(["overleg", "gesprek", "feiten"].iter().all(|duty| case.open().contains(duty)));
        assert!(case.said.contains("Dit houdt uw melding niet tegen."));
    }
}

#[test]
fn acute_in_the_weighing_means_calling_veilig_thuis_now() {
    let case = case(&[&NOBODY_SPOKEN, &["vermoeden = \"ja\"", "onveiligheid = \"acuut\""]]);
    case.is(0, "advise", "yes", "with-veilig-thuis");
    assert_eq!(case.json["urgency"], "now");
    let action = &case.json["actions"][0];
    assert_eq!((&action["id"], &action["when"]), (&json!("meld-nu"), &json!("now")));
    assert!(action["text"].as_str().unwrap().contains("0800-2000"));
}

#[test]
fn danger_goes_before_another_door() {
    for danger in ["nu", "komende-dagen"] {
        let danger = format!("gevaar-nu = \"{danger}\"");
        case(&[&[&danger, "waar = \"medewerker\""]]).is(0, "emergency", "yes", "with-veilig-thuis");
    }
}

// ---------------------------------------------------------------- disclosure

#[test]
fn a_current_disclosure_is_reported_by_phone_today_before_anyone_else_is_told() {
    let disclosed: &[&str] = &["speelt = [\"vertelde-zelf\"]", "-hoe-weet-u-het", "nu-nog = \"ja\""];
    let case = case(&[&NOBODY_SPOKEN, disclosed]);
    case.is(0, "advise", "yes", "with-veilig-thuis");
    assert_eq!(case.json["meldnorm"], 1);
    assert_eq!(case.json["urgency"], "today");
    assert_eq!(case.holding(), [""; 0]);
    let actions = case.json["actions"].as_array().unwrap();
    let first: Vec<&str> = actions.iter().filter_map(|action| action["text"].as_str()).take(2).collect();
    assert_eq!(first[0], "Is het kind nu bij u? Bel voordat het naar huis gaat. Luister, en vraag niet uit.");
    assert!(first[1].starts_with("Bel Veilig Thuis en meld: 0800-2000"));
    assert!(case.first_screen().contains("Zeg hierover niets tegen ouders of familie."));
    assert!(case.said.contains("Luister. Vraag niet uit. Beloof geen geheimhouding"));
    case.sends_nobody_to_the_family();
}

// ---------------------------------------------------------------- structurally unsafe

#[test]
fn structurally_unsafe_is_reported_and_help_is_decided_with_veilig_thuis_later() {
    let case = case(&[&STRUCTURAL]);
    case.is(0, "advise", "yes", "with-veilig-thuis");
    assert_eq!(case.json["meldnorm"], 1);
    assert_eq!(case.json["next"]["question"], "gemeld");
}

#[test]
fn structurally_unsafe_with_nobody_spoken_is_not_yet_and_holds_on_the_talk_alone() {
    let case = case(&[&NOBODY_SPOKEN, &STRUCTURAL]);
    case.is_not_yet("yes", "with-veilig-thuis");
    assert_eq!(case.holding(), ["gesprek"]);
    assert!(case.text.starts_with("DIT WIJST OP MELDEN BIJ VEILIG THUIS. SPREEK EERST DE OUDERS"));
    assert!(
        case.first_screen()
            .contains("Lukt het gesprek die dag niet? Bel die dag Veilig Thuis, en meld zonder")
    );
}

#[test]
fn the_day_of_the_talk_is_the_day_that_the_professional_named() {
    let without = case(&[&NOBODY_SPOKEN, &STRUCTURAL]);
    assert!(without.text.contains("Dag kiezen"));
    let with = case(&[&NOBODY_SPOKEN, &STRUCTURAL, &["gesprek-op = 2026-11-25"]]);
    assert!(with.text.contains("wo 25 nov"));
}

#[test]
fn an_unsafe_talk_holds_nothing_and_sends_nobody_to_the_family() {
    for why in ["niet-veilig", "veilig-thuis-raadt-af", "contact-verbreekt"] {
        let why = format!("geen-gesprek = \"{why}\"");
        let case = case(&[&NOBODY_SPOKEN, &STRUCTURAL, &[&why]]);
        case.is(0, "advise", "yes", "with-veilig-thuis");
        case.sends_nobody_to_the_family();
    }
}

#[test]
fn several_recorded_attempts_count_as_an_exception_and_one_refusal_does_not() {
    let several = case(&[&NOBODY_SPOKEN, &STRUCTURAL, &["geen-gesprek = \"vaker-geprobeerd\""]]);
    several.is(0, "advise", "yes", "with-veilig-thuis");
    for why in ["een-keer-geweigerd", "weet-niet-hoe"] {
        let why = format!("geen-gesprek = \"{why}\"");
        case(&[&NOBODY_SPOKEN, &STRUCTURAL, &[&why]]).is_not_yet("yes", "with-veilig-thuis");
    }
}

#[test]
fn a_form_that_needs_an_expert_first_never_sends_the_professional_to_the_family() {
    for form in
        ["seksueel", "uitbuiting", "eer-dwang-achterlating-vgv", "ziekte-veroorzaakt", "angst-voor-partner"]
    {
        let form = format!("speelt = [\"{form}\"]");
        let unspoken: &[&str] = &["gedaan = [\"feiten\", \"collega\"]", &form];
        let report = case(&[unspoken, &STRUCTURAL]);
        report.is(0, "advise", "yes", "with-veilig-thuis");
        assert!(report.open().contains(&"deskundige-eerst"));
        report.sends_nobody_to_the_family();
        let close = case(&[unspoken, &["vermoeden = \"nee\""]]);
        close.is_not_yet("no", "none");
        assert_eq!(close.holding(), ["deskundige-eerst"]);
        close.sends_nobody_to_the_family();
        let doubt = case(&[unspoken, &["vermoeden = \"twijfel\""]]);
        doubt.is_not_yet("undecided", "undecided");
        doubt.sends_nobody_to_the_family();
    }
}

// ---------------------------------------------------------------- hearsay

#[test]
fn one_parents_story_about_the_other_asks_for_facts_of_ones_own_first() {
    let one_parent = "hoe-weet-u-het = [\"ouder-over-ander\"]";
    // A talk with the parents alone does not make it more than the story of one of them.
    for (spoken, holding) in
        [(&[][..], &["eigen-feiten"][..]), (&NOBODY_SPOKEN[..], &["eigen-feiten", "gesprek"][..])]
    {
        let case = case(&[spoken, &STRUCTURAL, &[one_parent]]);
        case.is_not_yet("yes", "with-veilig-thuis");
        assert_eq!(case.json["not_yet"]["because"]["duty"], "eigen-feiten");
        assert_eq!(case.holding(), holding);
        assert!(case.first_screen().contains("spreek elke ouder apart"));
    }
    let heard = "gedaan = [\"feiten\", \"collega\", \"ouders-gesproken\", \"andere-kant-gehoord\"]";
    case(&[&STRUCTURAL, &[one_parent, heard]]).is(0, "advise", "yes", "with-veilig-thuis");
}

#[test]
fn hearsay_about_an_adult_is_checked_with_that_adult_alone_and_never_with_the_family() {
    let case = case(&[&ADULT, &NOBODY_SPOKEN, &STRUCTURAL, &["hoe-weet-u-het = [\"van-ander\"]"]]);
    case.is_not_yet("yes", "with-veilig-thuis");
    assert_eq!(case.json["not_yet"]["because"]["duty"], "eigen-feiten");
    assert!(case.first_screen().contains("zonder partner, familie"));
    case.sends_nobody_to_the_family();
}

#[test]
fn an_adult_victims_own_account_is_never_treated_as_hearsay() {
    for how in ["hoe-weet-u-het = [\"van-slachtoffer\"]", "speelt = [\"vertelde-zelf\"]"] {
        let case = case(&[&ADULT, &STRUCTURAL, &[how, "nu-nog = \"nee\""]]);
        case.is(0, "advise", "yes", "with-veilig-thuis");
        assert!(!case.open().contains(&"eigen-feiten"));
    }
}

// ---------------------------------------------------------------- doubt

#[test]
fn doubt_about_safety_without_help_is_a_report_because_all_readings_agree() {
    let case = case(&[&["vermoeden = \"ja\"", "onveiligheid = \"twijfel\"", "hulp = \"nee\""]]);
    case.is(0, "advise", "yes", "with-veilig-thuis");
}

#[test]
fn doubt_about_safety_with_accepted_help_is_not_yet_with_the_direction_shown() {
    let case = case(&[&HELP_ACCEPTED, &["onveiligheid = \"twijfel\""]]);
    case.is_not_yet("yes", "with-veilig-thuis");
    assert_eq!(case.json["not_yet"]["because"]["doubt"], "onveiligheid");
}

#[test]
fn doubt_whether_there_is_a_suspicion_asks_for_facts_and_consultation_in_another_text() {
    let suspicion = case(&[&["vermoeden = \"twijfel\""]]);
    suspicion.is_not_yet("undecided", "undecided");
    assert!(suspicion.actions().contains(&"verzamel-feiten"));
    assert!(suspicion.said.contains("BEL VANDAAG VEILIG THUIS EN VERZAMEL FEITEN."));
    let safety = case(&[&HELP_ACCEPTED, &["onveiligheid = \"twijfel\""]]);
    assert_ne!(suspicion.json["not_yet"]["first"], safety.json["not_yet"]["first"]);
    assert_ne!(suspicion.json["not_yet"]["fallback"], safety.json["not_yet"]["fallback"]);
    assert!(!safety.actions().contains(&"verzamel-feiten"));
}

// ---------------------------------------------------------------- help

#[test]
fn no_help_to_offer_is_a_report_under_the_second_norm() {
    let case = case(&[&["vermoeden = \"ja\"", "onveiligheid = \"geen\"", "hulp = \"nee\""]]);
    case.is(0, "advise", "yes", "with-veilig-thuis");
    assert_eq!(case.json["meldnorm"], 2);
}

#[test]
fn refused_help_is_a_report_when_a_child_an_unborn_child_or_a_dependent_adult_is_at_risk() {
    let spoken = "gedaan = [\"feiten\", \"collega\", \"betrokkene-gesproken\"]";
    for who in [
        &["wie = \"kind-tot-12\""][..],
        &["wie = \"kind-12-15\""],
        &["wie = \"kind-16-17\""],
        &["wie = \"ongeboren\"", spoken],
        &["wie = \"zorgafhankelijk\"", spoken],
        &["wie = \"volwassene\"", spoken, "ander-in-huis = \"ja\""],
    ] {
        let case = case(&[who, &HELP_REFUSED]);
        case.is(0, "advise", "yes", "with-veilig-thuis");
        assert_eq!(case.json["meldnorm"], 2);
    }
}

#[test]
fn a_competent_adult_alone_who_refuses_gives_advice_first_and_the_objection_is_discussed() {
    let case = case(&[&ADULT, &HELP_REFUSED, &["ander-in-huis = \"nee\""]]);
    case.is_not_yet("undecided", "undecided");
    assert!(case.actions().contains(&"bespreek-bezwaar"));
    assert!(case.actions().contains(&"blijf-in-contact"));
}

#[test]
fn accepted_help_goes_with_agreements_a_day_and_who_keeps_watch_and_asks_later_whether_it_works() {
    let case = case(&[&HELP_ACCEPTED, &["kijk-terug-op = 2026-12-14"]]);
    case.is(0, "advise", "no", "own");
    assert!(["maak-afspraken", "wie-let-op", "kijk-terug"].iter().all(|id| case.actions().contains(id)));
    assert!(case.first_screen().contains("ma 14 dec"));
    assert_eq!(case.json["next"]["question"], "resultaat");
    assert_eq!(case.json["next"]["day"], "2026-12-14");
}

#[test]
fn help_that_does_not_work_is_a_report_under_the_third_norm_and_one_that_was_made_is_made_again() {
    let after_help = case(&[&HELP_ACCEPTED, &["resultaat = \"nee\""]]);
    after_help.is(0, "advise", "yes", "with-veilig-thuis");
    assert_eq!(after_help.json["meldnorm"], 3);
    // Nobody was told of a report yet: who is spoken with hears of it beforehand, if that is safe.
    assert!(after_help.actions().contains(&"vertel-ouders-vooraf"));
    let after_a_report = case(&[&STRUCTURAL, &["gemeld = \"ja\"", "resultaat = \"nee\""]]);
    after_a_report.is(0, "advise", "again", "with-veilig-thuis");
    assert_eq!(after_a_report.json["meldnorm"], 3);
}

#[test]
fn help_that_works_is_closed_with_agreements_on_keeping_sight() {
    let case = case(&[&HELP_ACCEPTED, &["resultaat = \"ja\""]]);
    case.is(0, "advise", "no", "none");
    assert!(case.actions().contains(&"spreek-zicht-af"));
}

// ---------------------------------------------------------------- doors

#[test]
fn every_concern_outside_the_meldcode_leaves_by_its_own_door() {
    for door in ["medewerker", "onder-elkaar", "instantie-vraagt", "geen-verband"] {
        let here = format!("waar = \"{door}\"");
        let case = case(&[&[&here]]);
        assert_eq!(
            (case.code, &case.json["outlook"], &case.json["door"]["id"]),
            (6, &json!("leave"), &json!(door))
        );
        assert!(!case.actions().is_empty());
    }
}

#[test]
fn a_concern_at_home_and_here_stays_in_the_code_and_names_the_door() {
    let case = case(&[&STRUCTURAL, &["waar = \"thuis-en-hier\""]]);
    case.is(0, "advise", "yes", "with-veilig-thuis");
    assert!(case.said.contains("Die weg loopt naast de meldcode"));
}
