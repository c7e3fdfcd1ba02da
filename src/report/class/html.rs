//! A class as one page of HTML, to look at together and to print.
//!
//! Knows elements and their order. Every text goes through `markup`; every picture has its numbers beside it.

use crate::exercise::agreement::Share;
use crate::exercise::class::{Asked, Chosen, Class, Label, Round, Turned};
use crate::exercise::ending::Ending;
use crate::exercise::judge::Verdict;
use crate::ui::lang::Lang;
use crate::ui::messages::class as say;

use super::super::markup::{Html, document};
use super::super::page::capital;
use super::picture::{bar, parts, square};
use super::{counts, ending, exercises, numbers, shares, title, verdict};

/// How it looks; no fonts, pictures or scripts from elsewhere.
const STYLE: &str = include_str!("style.css");
/// The names of the verdicts in the style, in the order of gravity.
const CLASSES: [&str; 4] = ["same", "too", "differs", "never"];

/// The class as a page.
#[must_use]
pub fn html(class: &Class, lang: Lang) -> String {
    document(lang, (say::TITLE.to(lang), STYLE, say::FOOT.to(lang)), |html| {
        let mut writer = Writer { html, lang, numbers: numbers(class) };
        writer.top(class);
        writer.people(class);
        writer.confusion(class);
        for (place, round) in class.rounds.iter().enumerate() {
            writer.situation(place, round);
        }
        writer.agreement(class);
    })
}

/// An element around a text.
type Element = (&'static str, &'static str);

struct Writer<'w> {
    html: &'w mut Html,
    lang: Lang,
    numbers: Vec<String>,
}

impl Writer<'_> {
    fn said(&mut self, (open, close): Element, text: &str) {
        self.html.markup(open);
        self.html.said(text, &[]);
        self.html.markup(close);
    }

    fn top(&mut self, class: &Class) {
        let lang = self.lang;
        self.said(("<h1>", "</h1>\n"), say::TITLE.to(lang));
        let size = say::size(lang, class.participants.len(), exercises(class), class.rounds.len());
        self.said(("<p class=\"size\">", "</p>\n"), &size);
        self.said(("<p class=\"about\">", "</p>\n"), say::ABOUT.to(lang));
    }

    fn number(&mut self, place: usize) {
        let number = self.numbers.get(place).cloned().unwrap_or_default();
        self.html.said(&number, &[]);
    }

    fn people(&mut self, class: &Class) {
        let lang = self.lang;
        self.html.markup("<section aria-labelledby=\"people\">\n");
        self.said(("<h2 id=\"people\">", "</h2>\n<ol class=\"situations\">\n"), say::TABLE.to(lang));
        for (place, round) in class.rounds.iter().enumerate() {
            self.html.markup("<li><b>");
            self.number(place);
            self.said(("</b> <span>", " "), &title(round, lang));
            self.said(("<code>", "</code></span></li>\n"), &round.situation.exercise);
        }
        self.html.markup("</ol>\n");
        self.wide(say::TABLE.to(lang));
        self.html.markup("<table class=\"people\">\n<thead><tr>");
        self.said(("<th scope=\"col\">", "</th>"), say::PARTICIPANT.to(lang));
        for place in 0..class.rounds.len() {
            self.html.markup("<th scope=\"col\">");
            self.number(place);
            self.html.markup("</th>");
        }
        self.html.markup("</tr></thead>\n<tbody>\n");
        for participant in &class.participants {
            self.said(("<tr><th scope=\"row\">", "</th>"), participant);
            for round in &class.rounds {
                let own = round.graded.iter().find(|one| one.participant == *participant);
                self.cell(own.map(|one| one.judged.verdict));
            }
            self.html.markup("</tr>\n");
        }
        self.html.markup("</tbody>\n</table>\n</div>\n<ul class=\"signs\">\n");
        for one in Verdict::ALL.into_iter().filter(|one| class.count(*one) > 0) {
            let (mark, word, means) = verdict(one);
            self.said(("<li><span class=\"mark\">", "</span>"), mark);
            self.said(("", "</li>\n"), &format!("{}: {}", word.to(lang), means.to(lang)));
        }
        self.html.markup("</ul>\n</section>\n");
    }

    /// A table that can be wider than a telephone, and is then moved by hand or by keys.
    fn wide(&mut self, says: &str) {
        self.html.markup("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"");
        self.html.plain(says);
        self.html.markup("\">\n");
    }

    fn cell(&mut self, found: Option<Verdict>) {
        let Some(found) = found else {
            return self.said(("<td class=\"none\">- ", "</td>"), say::NOT_DONE.to(self.lang));
        };
        let (mark, word, _) = verdict(found);
        self.html.markup("<td class=\"");
        self.html.markup(class_of(found));
        self.said(("\"><span class=\"mark\" aria-hidden=\"true\">", "</span>"), mark);
        self.said(("", "</td>"), word.to(self.lang));
    }

    fn confusion(&mut self, class: &Class) {
        let lang = self.lang;
        let counts = class.confusion();
        let rows = |ending: &Ending| counts.keys().any(|(model, _)| model == ending);
        let columns = |ending: &Ending| counts.keys().any(|(_, came)| came == ending) || rows(ending);
        let rows: Vec<Ending> = Ending::ALL.into_iter().filter(rows).collect();
        let columns: Vec<Ending> = Ending::ALL.into_iter().filter(columns).collect();
        let most = counts.values().copied().max().unwrap_or_default();
        self.html.markup("<section aria-labelledby=\"matrix\">\n");
        self.said(("<h2 id=\"matrix\">", "</h2>\n"), say::CONFUSION.to(lang));
        self.said(("<p class=\"how\">", "</p>\n"), say::CONFUSION_HOW.to(lang));
        self.wide(say::CONFUSION.to(lang));
        self.html.markup("<table class=\"matrix\">\n<thead><tr>");
        self.said(("<th scope=\"col\">", "</th>"), say::MODEL_AND_CLASS.to(lang));
        columns.iter().for_each(|came| self.said(("<th scope=\"col\">", "</th>"), ending(*came, lang)));
        self.html.markup("</tr></thead>\n<tbody>\n");
        for model in rows {
            self.said(("<tr><th scope=\"row\">", "</th>"), ending(model, lang));
            for came in &columns {
                let count = counts.get(&(model, *came)).copied().unwrap_or_default();
                self.html.markup(match (count, model == *came) {
                    (0, true) => "<td class=\"agrees zero\">",
                    (0, false) => "<td class=\"zero\">",
                    (_, true) => "<td class=\"agrees\">",
                    (_, false) => "<td>",
                });
                if count > 0 {
                    square(self.html, (count, most), model == *came);
                }
                self.html.markup("<b>");
                self.html.count(count);
                self.html.markup("</b></td>");
            }
            self.html.markup("</tr>\n");
        }
        self.html.markup("</tbody>\n</table>\n</div>\n</section>\n");
    }

    fn situation(&mut self, place: usize, round: &Round) {
        let lang = self.lang;
        self.html.markup("<section class=\"situation\" aria-labelledby=\"situation-");
        self.html.count(place + 1);
        self.html.markup("\">\n<h2 id=\"situation-");
        self.html.count(place + 1);
        self.html.markup("\"><span class=\"number\">");
        self.number(place);
        self.said(("</span>", "</h2>\n"), &title(round, lang));
        self.said(("<p>", "</p>\n"), &say::model_ends(lang, ending(round.situation.ending, lang)));
        let counts = counts(round);
        parts(self.html, &say::counts(lang, counts), counts);
        self.html.markup("\n<ul class=\"tally\">\n");
        for ((one, class), count) in Verdict::ALL.into_iter().zip(CLASSES).zip(counts) {
            if count > 0 {
                self.html.markup("<li><span class=\"swatch ");
                self.html.markup(class);
                self.html.markup("\"></span>");
                self.html.count(count);
                self.said((" ", "</li>\n"), verdict(one).1.to(lang));
            }
        }
        self.html.markup("</ul>\n");
        let alike = round.endings.map(|share| say::same_advice(lang, &share.to_string()));
        self.said(("<p>", "</p>\n"), alike.as_deref().unwrap_or(say::ONE_PERSON.to(lang)));
        self.answers(round);
        self.turns(round);
        self.html.markup("</section>\n");
    }

    fn answers(&mut self, round: &Round) {
        let lang = self.lang;
        self.said(("<h3>", "</h3>\n"), say::ANSWERS.to(lang));
        let divides = round.divides_most().map(|asked| asked.label.id.as_str());
        if divides.is_none() && round.endings.is_some() {
            self.said(("<p>", "</p>\n"), say::NOTHING_DIVIDES.to(lang));
        }
        let alike = |asked: &&Asked| asked.agreement.is_some_and(Share::is_whole);
        let (alike, apart): (Vec<&Asked>, Vec<&Asked>) = round.asked.iter().partition(alike);
        for asked in apart {
            self.question(asked, divides == Some(asked.label.id.as_str()));
        }
        if alike.is_empty() {
            return;
        }
        self.said(("<p><b>", "</b></p>\n<ul class=\"alike\">\n"), say::ALIKE.to(lang));
        for asked in alike {
            let given: Vec<&str> = asked.chosen.iter().filter(|one| one.count > 0).map(short).collect();
            self.said(("<li>", " "), &asked.label.says);
            self.said(("<b>", "</b> "), &given.join(", "));
            self.said(("(", ")"), &say::of(lang, asked.people, round.graded.len()));
            for model in asked.chosen.iter().filter(|one| one.model && one.count == 0) {
                self.tag();
                self.said((" ", ""), short(model));
            }
            self.html.markup("</li>\n");
        }
        self.html.markup("</ul>\n");
    }

    fn tag(&mut self) {
        self.said((" <span class=\"tag\">", "</span>"), say::MODEL.to(self.lang));
    }

    fn question(&mut self, asked: &Asked, divides: bool) {
        let lang = self.lang;
        self.html.markup(if divides {
            "<div class=\"question divides\">\n"
        } else {
            "<div class=\"question\">\n"
        });
        if divides {
            self.said(("<span class=\"flag\">", "</span>\n"), say::DIVIDES.to(lang));
        }
        self.said(("<p class=\"ask\"><b>", "</b>"), &asked.label.says);
        let alpha = asked
            .alpha
            .map(|alpha| format!("{} {}", say::ALPHA_OF_CHOICES.to(lang), say::number(lang, alpha)));
        let notes: Vec<String> = shares(asked, lang).into_iter().chain(alpha).collect();
        self.said((" <span class=\"share\">", "</span></p>\n<ul>\n"), &notes.join(" · "));
        for chosen in &asked.chosen {
            self.said(("<li class=\"choice\"><span>", ""), short(chosen));
            if chosen.model {
                self.tag();
            }
            self.html.markup("</span>");
            let says = say::picture(lang, short(chosen), chosen.count, asked.people);
            bar(self.html, &says, (chosen.count, asked.people), chosen.model);
            self.said(("<span class=\"of\">", "</span></li>\n"), &say::of(lang, chosen.count, asked.people));
        }
        self.html.markup("</ul>\n");
        if !asked.in_model {
            self.said(("<p class=\"how\">", "</p>\n"), say::NOT_IN_MODEL.to(lang));
        }
        self.html.markup("</div>\n");
    }

    fn turns(&mut self, round: &Round) {
        let lang = self.lang;
        self.said(("<h3>", "</h3>\n"), say::TURNS.to(lang));
        if round.turned.is_empty() {
            return self.said(("<p>", "</p>\n"), say::NO_TURNS.to(lang));
        }
        self.said(("<p class=\"how\">", "</p>\n"), say::TURNS_HOW.to(lang));
        round.turned.iter().for_each(|turned| self.turn(turned));
    }

    fn turn(&mut self, Turned { wrong, who }: &Turned) {
        let lang = self.lang;
        self.said(("<div class=\"turn\">\n<p class=\"said\">", ": "), &capital(&say::times(lang, who.len())));
        self.said(("", "</p>\n"), &wrong.question.says);
        let given = words(&wrong.given, say::LEFT_OPEN.to(lang));
        let model = words(&wrong.model, say::NOT_ASKED.to(lang));
        self.said(("<p>", ": "), &capital(say::ANSWERED.to(lang)));
        self.said(("<b>", "</b>"), &given);
        self.tag();
        self.said((" ", "</p>\n"), &model);
        wrong.feedback.iter().for_each(|says| self.said(("<p>", "</p>\n"), says));
        if !wrong.norm.is_empty() {
            let norm = format!("{}: {}", say::NORM.to(lang), wrong.norm);
            self.said(("<p class=\"norm\">", "</p>\n"), &norm);
        }
        let who = format!("{}: {}", say::WHO.to(lang), who.join(", "));
        self.said(("<p class=\"who\">", "</p>\n</div>\n"), &who);
    }

    fn agreement(&mut self, class: &Class) {
        let lang = self.lang;
        self.html.markup("<section aria-labelledby=\"agreement\">\n");
        self.said(("<h2 id=\"agreement\">", "</h2>\n"), say::AGREEMENT.to(lang));
        self.said(("<p class=\"how\">", "</p>\n"), say::AGREEMENT_HOW.to(lang));
        let (advice, questions) = (class.alpha(), class.alphas());
        if advice.is_none() && questions.is_empty() {
            self.said(("<p class=\"how\">", "</p>\n</section>\n"), say::NO_ALPHA.to(lang));
            return;
        }
        self.said(("<p class=\"how\">", "</p>\n<table>\n<tbody>\n"), say::ALPHA_HOW.to(lang));
        let advice = advice.map(|alpha| (say::ALPHA_OF_ADVICE.to(lang), alpha));
        let rows =
            advice.into_iter().chain(questions.iter().map(|(label, alpha)| (label.says.as_str(), *alpha)));
        for (what, alpha) in rows {
            self.said(("<tr><th scope=\"row\">", "</th>"), &capital(what));
            self.said(("<td>", "</td></tr>\n"), &say::number(lang, alpha));
        }
        self.html.markup("</tbody>\n</table>\n</section>\n");
    }
}

fn class_of(found: Verdict) -> &'static str {
    let place = Verdict::ALL.iter().position(|one| *one == found).unwrap_or_default();
    CLASSES.get(place).copied().unwrap_or_default()
}

fn short(chosen: &Chosen) -> &str {
    &chosen.label.says
}

/// What was chosen, in the words of the guide.
fn words(labels: &[Label], none: &str) -> String {
    if labels.is_empty() {
        return none.to_owned();
    }
    labels.iter().map(|label| label.says.as_str()).collect::<Vec<_>>().join(", ")
}
