//! Paper says what the screen says, in HTML that any browser and any reader can take, and sends nobody where a talk is
//! not safe.
//!
//! Reads what was written back with a browser's parser and with one of Markdown. Looks at every exercise, in both languages.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a failed expectation is what a test is for")]

mod book;
mod program;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use jiff::civil::{Date, date};
use meldcode::audit::prove;
use meldcode::case::answer_file;
use meldcode::case::fit::fit;
use meldcode::content::library::Library;
use meldcode::content::overlay::Overlay;
use meldcode::content::store::Store;
use meldcode::engine::answers::{Answers, Given};
use meldcode::engine::evaluate::evaluate;
use meldcode::engine::outlook::Outlook;
use meldcode::engine::proven::Proven;
use meldcode::model::duty::Meets;
use meldcode::model::guide::Guide;
use meldcode::model::question::Kind;
use meldcode::model::urgency::Urgency;
use meldcode::report::page::{Page, Setting};
use meldcode::report::paper::{Paper, Sheet};
use meldcode::report::result::Told;
use meldcode::ui::lang::Lang;
use meldcode::ui::messages::paper as say;
use pulldown_cmark::{Event, Options, Parser, Tag};
use scraper::{ElementRef, Html, Node, Selector};

const TODAY: Date = date(2026, 11, 22);
const SHEETS: [Sheet; 3] = [Sheet::Result, Sheet::Call, Sheet::Talk];

/// No line is broken, so that words can be laid beside each other.
fn wide(lang: Lang) -> Setting {
    Setting { lang, width: 5_000, ..Setting::default() }
}

/// The answers of one exercise, as the engine takes them.
struct Case {
    name: String,
    lang: Lang,
    proven: &'static Proven,
    answers: Answers,
    not_in_this_norm: Vec<String>,
}

/// Every exercise in both languages, proved once for all tests.
static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| {
    let store = Store::embedded();
    let mut cases = Vec::new();
    for lang in [Lang::Nl, Lang::En] {
        let mut library = Library::read(&store, Vec::new()).unwrap();
        if lang == Lang::En {
            library = library.in_english(Overlay::read(&store).unwrap());
        }
        let mut guides: BTreeMap<(String, Date), &'static Proven> = BTreeMap::new();
        for exercise in book::exercises() {
            let name = exercise.path.file_stem().unwrap().to_str().unwrap().to_owned();
            let text = std::fs::read_to_string(&exercise.path).unwrap();
            let file = answer_file::read(&name, &text, lang).unwrap();
            let day = file.date.as_ref().map_or(TODAY, |(day, _)| *day);
            let profession = exercise.text("profession").to_owned();
            let known = guides.entry((profession.clone(), day));
            let proven =
                *known.or_insert_with(|| Box::leak(Box::new(prove(&library, &profession, day).unwrap())));
            let fitted = fit(&name, &file, proven.guide(), &library.vocabulary.raw, lang).unwrap();
            let not_in_this_norm = fitted.not_in_this_norm;
            cases.push(Case { name, lang, proven, answers: fitted.answers, not_in_this_norm });
        }
    }
    cases
});

/// Looks at the result of every exercise, in both languages.
fn every_result(mut look: impl FnMut(&str, &Told<'_>, Setting)) {
    for Case { name, lang, proven, answers, not_in_this_norm } in CASES.iter() {
        let mut told = Told::new(proven, answers, evaluate(proven, answers), TODAY);
        told.not_in_this_norm.clone_from(not_in_this_norm);
        look(&format!("{name} ({lang:?})"), &told, wide(*lang));
    }
}

/// The words of a text, without lines, dashes, marks for what is typed, and capitals.
fn words(text: &str) -> Vec<String> {
    let drawn = |word: &&str| word.chars().all(|c| matches!(c, '-' | '_' | '|'));
    let all = text.split_whitespace().filter(|word| !drawn(word));
    all.map(|word| word.replace('`', "").to_lowercase()).collect()
}

fn select<'h>(html: &'h Html, what: &str) -> Vec<ElementRef<'h>> {
    html.select(&Selector::parse(what).unwrap()).collect()
}

fn text_of(elements: &[ElementRef<'_>]) -> String {
    elements.iter().flat_map(|element| element.text().chain(["\n"])).collect()
}

/// What somebody reads who reads the Markdown as it is meant.
fn read_markdown(markdown: &str) -> String {
    let mut text = String::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => text.push('\n'),
            Event::Html(part) | Event::InlineHtml(part) => panic!("markup: {part}"),
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => panic!("a link: {markdown}"),
            _ => {}
        }
    }
    text
}

/// The paper says exactly these words, in this order, in either shape; Markdown ends with the line at the foot.
fn same_words(name: &str, paper: &Paper, text: &str, foot: &str) {
    let html = Html::parse_document(&paper.html());
    assert_eq!(words(&text_of(&select(&html, "main"))), words(text), "{name}");
    let read = read_markdown(&paper.markdown());
    assert_eq!(words(&read), words(&format!("{text} {foot}")), "{name}");
}

#[test]
fn every_text_of_a_result_and_of_its_sheets_is_the_same_on_the_screen_and_on_paper() {
    every_result(|name, told, setting| {
        for sheet in SHEETS {
            let paper = Paper::of(told, Some(sheet), setting);
            let text = paper.clone().text();
            if sheet == Sheet::Result {
                assert!(text.starts_with(&told.text(setting)), "{name}");
            }
            same_words(name, &paper, &text, say::FOOT.to(setting.lang));
        }
    });
}

#[test]
fn the_whole_paper_is_the_result_with_room_for_facts_and_the_sheets_that_belong_to_it() {
    every_result(|name, told, setting| {
        let part = |sheet| Paper::of(told, Some(sheet), setting).text();
        let whole = Paper::of(told, None, setting).text();
        let mut expected = vec![part(Sheet::Result), part(Sheet::Call)];
        if has_talk_sheet(told, setting) {
            expected.push(part(Sheet::Talk));
        }
        assert_eq!(whole, expected.join("\n"), "{name}");
    });
}

/// What a browser or a reader would stumble over.
fn stumbles(html: &Html, lang: &str) -> Vec<String> {
    let mut wrong: Vec<String> = html.errors.iter().map(ToString::to_string).collect();
    let mut check = |holds: bool, what: String| {
        if !holds {
            wrong.push(what);
        }
    };
    for (what, many) in
        [("html", 1), ("head", 1), ("title", 1), ("body", 1), ("main", 1), ("footer", 1), ("h1", 1)]
    {
        check(select(html, what).len() == many, format!("{what}: {}", select(html, what).len()));
    }
    check(html.root_element().attr("lang") == Some(lang), "the language".to_owned());
    let mut level = 0;
    for heading in select(html, "h1, h2, h3, h4, h5, h6") {
        let this: u32 = heading.value().name().chars().nth(1).unwrap().to_digit(10).unwrap();
        check(this <= level + 1, format!("h{this} after h{level}"));
        check(!text_of(&[heading]).trim().is_empty(), "an empty heading".to_owned());
        level = this;
    }
    let mut ids = BTreeSet::new();
    for element in select(html, "[id]") {
        let id = element.attr("id").unwrap();
        check(ids.insert(id.to_owned()), format!("{id} twice"));
    }
    for element in select(html, "[aria-labelledby]") {
        let label = element.attr("aria-labelledby").unwrap();
        check(ids.contains(label), format!("{label} labels, and is not there"));
    }
    for table in select(html, "table") {
        let head: Vec<_> = table.select(&Selector::parse("thead th[scope=col]").unwrap()).collect();
        check(
            !head.is_empty() && select(html, "th:not([scope])").is_empty(),
            "a table without heads".to_owned(),
        );
        check(
            table.select(&Selector::parse("caption").unwrap()).count() == 1,
            "a table without a caption".to_owned(),
        );
    }
    let known = [
        "a", "body", "caption", "code", "dd", "div", "dl", "dt", "footer", "h1", "h2", "h3", "head", "hr",
        "html", "li", "main", "meta", "p", "section", "span", "strong", "style", "table", "tbody", "td",
        "th", "thead", "title", "tr", "ul", "pre",
    ];
    let attributes = [
        "aria-labelledby",
        "charset",
        "class",
        "content",
        "href",
        "http-equiv",
        "id",
        "lang",
        "name",
        "scope",
    ];
    for element in select(html, "*") {
        check(known.contains(&element.value().name()), format!("<{}>", element.value().name()));
        for (attribute, value) in element.value().attrs() {
            check(attributes.contains(&attribute), format!("{attribute}={value}"));
        }
    }
    for link in select(html, "[href]") {
        let to = link.attr("href").unwrap_or_default();
        let digits = to.strip_prefix("tel:").unwrap_or_default();
        let number: String = text_of(&[link]).chars().filter(char::is_ascii_digit).collect();
        let dials = !digits.is_empty() && digits == number && link.value().name() == "a";
        check(dials, format!("a link to {to}"));
    }
    let style = text_of(&select(html, "style"));
    for word in ["url(", "@import", "@font-face", "http", "expression", "</"] {
        check(!style.contains(word), format!("{word} in the style"));
    }
    wrong
}

#[test]
fn the_html_is_well_formed_stands_alone_and_can_be_read_by_everybody() {
    every_result(|name, told, setting| {
        let lang = if setting.lang == Lang::Nl { "nl" } else { "en" };
        for sheet in [None, Some(Sheet::Call), Some(Sheet::Talk)] {
            let written = Paper::of(told, sheet, setting).html();
            assert!(!written.chars().any(|c| c.is_control() && c != '\n'), "{name}");
            assert!(written.starts_with("<!DOCTYPE html>\n"), "{name}");
            let wrong = stumbles(&Html::parse_document(&written), lang);
            assert!(wrong.is_empty(), "{name} {sheet:?}: {wrong:?}");
        }
    });
}

/// Texts in the document that are not within a link.
fn outside_links(html: &Html) -> String {
    let mut texts = Vec::new();
    for node in select(html, "main").into_iter().flat_map(|main| main.descendants()) {
        let mut above = node.ancestors().filter_map(|above| above.value().as_element());
        if let (Node::Text(text), false) = (node.value(), above.any(|element| element.name() == "a")) {
            texts.push(text.to_string());
        }
    }
    texts.join("\n")
}

#[test]
fn every_number_can_be_called_from_where_it_stands() {
    every_result(|name, told, setting| {
        let paper = Paper::of(told, None, setting);
        let rest = outside_links(&Html::parse_document(&paper.html()));
        for number in told.numbers().iter().filter(|number| number.len() > 3) {
            assert!(!rest.contains(number.as_str()), "{name}: {number}");
        }
        let alone = rest.split(|c: char| !c.is_alphanumeric() && c != '-').any(|word| word == "112");
        assert!(!alone, "{name}: 112");
    });
}

#[test]
fn what_cannot_wait_begins_with_its_numbers_on_every_sheet() {
    let mut seen = BTreeSet::new();
    every_result(|name, told, setting| {
        let danger = match told.evaluation.outlook() {
            Outlook::Emergency { .. } => true,
            Outlook::NotYet(_) => told.evaluation.urgency() == Urgency::Now,
            _ => return,
        };
        seen.insert(told.evaluation.outlook().word().word());
        for sheet in [None, Some(Sheet::Call), Some(Sheet::Talk)].into_iter().filter(|_| danger) {
            let paper = Paper::of(told, sheet, setting);
            let html = Html::parse_document(&paper.html());
            let first = select(&html, "main > section > *").into_iter().next().unwrap();
            assert_eq!(first.attr("class"), Some("numbers"), "{name}");
            let [first, second, ..] = &words(&paper.clone().text())[..] else { panic!("{name}") };
            assert!(["112", "0800-2000"].contains(&first.as_str()), "{name}: {first} {second}");
            assert!(paper.markdown().starts_with("- **"), "{name}");
        }
    });
    assert_eq!(seen.len(), 2, "{seen:?}");
}

fn has_talk_sheet(told: &Told<'_>, setting: Setting) -> bool {
    let text = Paper::of(told, Some(Sheet::Talk), setting).text();
    let [sheet, none] = [say::TALK, say::NO_TALK].map(|words| text.contains(words.to(setting.lang)));
    assert_ne!(sheet, none, "{text}");
    sheet
}

/// Why a talk sheet may not be there, if it is.
fn dangerous_talk(told: &Told<'_>, setting: Setting) -> Option<&'static str> {
    let guide = told.guide();
    let findings = told.evaluation.concluded.state.records;
    let is = |id: &str| guide.findings.find(id).is_some_and(|at| findings.has(at));
    if !has_talk_sheet(told, setting) {
        return None;
    }
    let meets: Vec<Meets> = told
        .evaluation
        .actions
        .iter()
        .filter_map(|at| guide.actions.get(*at).meets)
        .chain(told.evaluation.notices.iter().filter_map(|notice| notice.meets))
        .collect();
    let cases = [
        (!matches!(told.evaluation.outlook(), Outlook::NotYet(_)), "the result is not one of first and then"),
        (told.evaluation.urgency() == Urgency::Now, "it cannot wait"),
        (!findings.and(guide.lifting()).is_empty(), "a report waits for nothing"),
        (is("eerst-veilig-thuis"), "nobody is told anything before Veilig Thuis was spoken to"),
        (is("eerst-deskundige") || is("angst-voor-partner"), "an expert comes first"),
        (is("gesprek-kan-niet"), "the talk is unsafe, or advised against"),
        (is("melding-gedaan"), "who tells what is agreed with Veilig Thuis"),
        (meets.is_empty(), "it sends nobody to a talk"),
        (
            is("volwassen-betrokkene") && meets.contains(&Meets::Family),
            "an adult is not answered through the family",
        ),
    ];
    cases.into_iter().find(|(holds, _)| *holds).map(|(_, why)| why)
}

#[test]
fn a_talk_has_a_sheet_only_where_the_result_sends_to_one_and_else_paper_says_whom_to_call() {
    let (mut with, mut without) = (0, 0);
    every_result(|name, told, setting| {
        assert_eq!(dangerous_talk(told, setting), None, "{name}");
        let text = Paper::of(told, Some(Sheet::Talk), setting).text();
        assert!(text.contains("0800-2000") && text.contains("112"), "{name}: {text}");
        if has_talk_sheet(told, setting) {
            with += 1;
            for field in say::TALK_FIELDS {
                assert!(text.contains(&format!(" - {}: ___", field.to(setting.lang))), "{name}: {text}");
            }
        } else {
            without += 1;
            // Nobody is sent to anybody by a page that says why there is no talk.
            let sends = told.evaluation.actions.iter().map(|at| told.guide().actions.get(*at));
            for action in sends.filter(|action| action.meets.is_some()) {
                assert!(!text.contains(&action.text), "{name}: {}", action.text);
            }
        }
    });
    assert!(with >= 30 && without >= 500, "{with} {without}");
}

#[test]
fn every_call_has_a_sheet_with_the_numbers_and_room_for_what_is_agreed() {
    every_result(|name, told, setting| {
        let text = Paper::of(told, Some(Sheet::Call), setting).text();
        assert!(text.contains("0800-2000") && text.contains("112"), "{name}: {text}");
        for field in say::AGREED_FIELDS {
            assert!(text.contains(&format!(" - {}: ___", field.to(setting.lang))), "{name}: {text}");
        }
        for action in told.evaluation.actions.iter().map(|at| told.guide().actions.get(*at)) {
            assert!(action.meets.is_none() || !text.contains(&action.text), "{name}: {}", action.text);
        }
    });
}

#[test]
fn facts_have_room_with_date_source_fact_and_another_explanation() {
    let exercise = "meldcode/exercises/structureel-nog-niet-gesproken.toml";
    let markdown = program::run(&["check", "--answers", exercise, "--format", "markdown"], b"").out;
    let head = "| Datum | Bron: wie zag of zei het | Feit: wat is gezien of gezegd | Andere uitleg |\n";
    let table = markdown.split_once(head).unwrap().1;
    let empty =
        table.lines().skip(1).take_while(|line| line.trim_matches(['|', ' ']).is_empty() && !line.is_empty());
    assert_eq!(empty.count(), 8);
}

/// The same answers with one of them given otherwise, or one thing more chosen.
fn neighbours(guide: &Guide, answers: &Answers) -> Vec<Answers> {
    let mut all = Vec::new();
    for (at, question) in guide.questions.iter() {
        let chosen: Vec<usize> = answers.get(at).into_iter().flat_map(Given::choices).collect();
        for index in 0..question.choices.len() {
            let others = match question.kind {
                Kind::One => vec![Given::One(index)],
                Kind::Many => vec![Given::many([index]), Given::many(chosen.iter().copied().chain([index]))],
                Kind::Date => Vec::new(),
            };
            for given in others {
                let mut other = answers.clone();
                other.set(at, given);
                all.push(other);
            }
        }
    }
    all
}

#[test]
fn no_answer_more_or_otherwise_leads_to_a_talk_sheet_where_a_talk_is_dangerous() {
    let (mut with, mut without) = (0, 0);
    for case in CASES.iter().filter(|case| case.lang == Lang::Nl) {
        let guide = case.proven.guide();
        for answers in neighbours(guide, &case.answers) {
            let told = Told {
                evaluation: evaluate(case.proven, &answers),
                changes: Vec::new(),
                days: BTreeMap::new(),
                not_in_this_norm: Vec::new(),
                today: TODAY,
                own_content: false,
                decision: None,
            };
            let sheet = has_talk_sheet(&told, wide(Lang::Nl));
            (with, without) = if sheet { (with + 1, without) } else { (with, without + 1) };
            assert_eq!(
                dangerous_talk(&told, wide(Lang::Nl)),
                None,
                "{}: {:?}",
                case.name,
                told.evaluation.path
            );
        }
    }
    assert!(with > 500 && without > 10_000, "{with} {without}");
}

#[test]
fn no_text_can_become_markup_and_no_control_character_gets_through() {
    let hostile = "</p></style><script>alert(1)</script> <img src=x onerror=y> & \"q\" 'q' | # * _x_ [l](http://e.nl) \
                   ![i](j) <http://e.nl> &lt; `c` \\ ~~s~~ \u{1b}[31m \u{7} \u{202e} \u{0}";
    let mut page = Page::new(wide(Lang::Nl));
    page.headline(hostile);
    page.text(hostile);
    page.text("1. een");
    page.text("- twee");
    page.text("+ drie");
    page.text("# vier");
    page.text("==");
    page.urgent(hostile);
    page.heading(hostile);
    page.item(hostile, hostile);
    page.gap();
    page.dash(hostile);
    page.margin(hostile, hostile);
    page.number(hostile, hostile);
    page.number("112\" onclick=\"x", "x");
    page.field(hostile);
    page.grid(hostile, vec![hostile.to_owned(), hostile.to_owned()], 2);
    let text = page.clone().finish();
    let paper = Paper::page(page);
    let html = paper.html();
    for written in [&html, &paper.markdown(), &text] {
        assert!(!written.chars().any(|c| (c.is_control() && c != '\n') || c == '\u{202e}'), "{written:?}");
    }
    let parsed = Html::parse_document(&html);
    // Numbers with letters among them are no numbers to call, but they stay text and no more.
    let wrong: Vec<String> =
        stumbles(&parsed, "nl").into_iter().filter(|why| !why.starts_with("a link to tel:")).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    same_words("hostile", &paper, &text, say::FOOT.to(Lang::Nl));
}

/// How much lighter one colour is than another, as the web's guidelines for access count it.
fn contrast(one: u32, other: u32) -> f64 {
    let light = |colour: u32| {
        let part = |shift: u32| {
            let value = f64::from((colour >> shift) & 0xff) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
    };
    let (one, other) = (light(one), light(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_colour_of_a_text_can_be_read_on_every_ground() {
    let page = Page::new(wide(Lang::Nl));
    let html = Paper::page(page).html();
    let colours = |property: &str| -> BTreeSet<u32> {
        let each = html.split(property).skip(1).map(|rest| {
            let hex: String = rest.chars().take_while(char::is_ascii_hexdigit).collect();
            let long = if hex.len() == 3 { hex.chars().flat_map(|c| [c, c]).collect() } else { hex };
            u32::from_str_radix(&long, 16).unwrap()
        });
        each.collect()
    };
    let (texts, grounds) = (colours(" color: #"), colours("background: #"));
    assert!(texts.len() > 1 && grounds.len() > 1, "{texts:x?} {grounds:x?}");
    for text in texts {
        for ground in &grounds {
            assert!(contrast(text, *ground) >= 7.0, "{text:06x} on {ground:06x}");
        }
    }
}

#[test]
fn the_exit_code_is_that_of_the_result_and_a_sheet_is_for_people() {
    for (exercise, code) in [
        ("gevaar-op-dit-moment", 0),
        ("structureel-nog-niet-gesproken", 5),
        ("een-leraar-valt-een-leerling-lastig", 6),
    ] {
        let path = format!("meldcode/exercises/{exercise}.toml");
        for shape in
            [["--format", "html"], ["--format", "markdown"], ["--sheet", "call"], ["--sheet", "talk"]]
        {
            let ran = program::run(&[&["check", "--answers", &path], &shape[..]].concat(), b"");
            assert_eq!((ran.code, ran.err.as_str()), (code, ""), "{exercise} {shape:?}");
        }
        let both = ["check", "--answers", &path, "--sheet", "call", "--format", "json"];
        let ran = program::run(&both, b"");
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
    }
}

#[test]
fn who_is_turned_away_hears_why_and_whom_to_reach_on_paper_too() {
    let exercise = "meldcode/exercises/structureel-nog-niet-gesproken.toml";
    let refused = |format: &str| {
        let words = ["check", "--answers", exercise, "--profession", "raadsonderzoeker", "--format", format];
        let ran = program::run(&words, b"");
        assert_eq!(ran.code, 6, "{}", ran.err);
        ran.out
    };
    let html = Html::parse_document(&refused("html"));
    assert_eq!(stumbles(&html, "nl"), Vec::<String>::new());
    let title = say::REFUSED_TITLE.to(Lang::Nl);
    let text = format!("{title} {}", refused("text"));
    assert_eq!(words(&text_of(&select(&html, "main"))), words(&text));
    let markdown = read_markdown(&refused("markdown"));
    assert_eq!(words(&markdown), words(&format!("{text} {}", say::FOOT.to(Lang::Nl))));
}
