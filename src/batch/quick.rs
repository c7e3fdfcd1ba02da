//! The quick reader of one line of JSON: straight into the codes of a guide, with nothing kept in between.
//!
//! Knows what an ordinary line looks like. Refuses everything else without judging it: the patient reader in `case` reads
//! the same line, and says what it means or what is wrong with it. So there are two readers and one meaning.

use std::fmt;

use jiff::civil::Date;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::case::answer_file::{SCHEMA, day};
use crate::engine::answers::{Answers, Given};
use crate::model::question::Kind;

use super::lookup::{Asked, Lookup};

/// What a line says beside its answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Heading<'l> {
    /// The profession.
    pub profession: Option<&'l str>,
    /// The reference date, as it is written.
    pub date: Option<&'l str>,
    /// The name of the record.
    pub id: Option<&'l str>,
}

/// What a thread remembers of the line before: where things were. Never what they were.
#[derive(Debug, Clone, Default)]
pub struct Habit {
    /// After each question, the one that followed it last.
    follows: Vec<u8>,
}

/// Reads a line into the answers, with the tables that the heading so far leads to. Whether the whole heading leads there
/// too is for the caller to see. Nothing when the line is not plainly understood; the answers are then anything.
pub fn read<'l, K: AsRef<Lookup>>(
    line: &'l str,
    habit: &mut Habit,
    answers: &mut Answers,
    lookup: impl FnOnce(&Heading<'l>) -> Option<K>,
) -> Option<Heading<'l>> {
    let mut json = serde_json::Deserializer::from_str(line);
    let heading = Line { habit, answers, lookup }.deserialize(&mut json).ok()?;
    json.end().ok()?;
    Some(heading)
}

/// The day that a text says: nearly always the one that the text before said.
#[derive(Debug, Clone, Default)]
pub struct Days {
    last: Option<(String, Date)>,
}

impl Days {
    /// The day; nothing when it is none.
    pub fn day(&mut self, text: &str) -> Option<Date> {
        match &self.last {
            Some((known, date)) if known == text => Some(*date),
            _ => {
                let date = day(text)?;
                self.last = Some((text.to_owned(), date));
                Some(date)
            }
        }
    }
}

fn refused<E: Error>() -> E {
    E::custom("")
}

struct Line<'h, L> {
    habit: &'h mut Habit,
    answers: &'h mut Answers,
    lookup: L,
}

impl<'l, K: AsRef<Lookup>, L: FnOnce(&Heading<'l>) -> Option<K>> DeserializeSeed<'l> for Line<'_, L> {
    type Value = Heading<'l>;

    fn deserialize<D: Deserializer<'l>>(self, from: D) -> Result<Heading<'l>, D::Error> {
        from.deserialize_map(self)
    }
}

impl<'l, K: AsRef<Lookup>, L: FnOnce(&Heading<'l>) -> Option<K>> Visitor<'l> for Line<'_, L> {
    type Value = Heading<'l>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("answers")
    }

    fn visit_map<M: MapAccess<'l>>(self, mut map: M) -> Result<Heading<'l>, M::Error> {
        let Self { habit, answers, lookup } = self;
        let mut lookup = Some(lookup);
        let mut heading = Heading::default();
        let mut schema = false;
        while let Some(key) = map.next_key_seed(Text)? {
            let place = match key {
                "schema" if !schema => {
                    schema = map.next_value_seed(Schema)?;
                    continue;
                }
                "answers" => {
                    // Said twice, or for a guide that is not at hand.
                    let known = lookup.take().and_then(|lookup| lookup(&heading)).ok_or_else(refused)?;
                    let known = known.as_ref();
                    answers.clear(known.len());
                    map.next_value_seed(All { known, habit: &mut *habit, answers: &mut *answers })?;
                    continue;
                }
                "profession" => &mut heading.profession,
                "date" => &mut heading.date,
                "id" => &mut heading.id,
                _ => return Err(refused()),
            };
            if place.replace(map.next_value_seed(Text)?).is_some() {
                return Err(refused());
            }
        }
        if schema && lookup.is_none() { Ok(heading) } else { Err(refused()) }
    }
}

/// A text without escapes.
struct Text;

impl<'l> DeserializeSeed<'l> for Text {
    type Value = &'l str;

    fn deserialize<D: Deserializer<'l>>(self, from: D) -> Result<&'l str, D::Error> {
        from.deserialize_str(self)
    }
}

impl<'l> Visitor<'l> for Text {
    type Value = &'l str;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'l str) -> Result<&'l str, E> {
        Ok(text)
    }
}

/// The number of the shape; only that of ours is understood.
struct Schema;

impl<'l> DeserializeSeed<'l> for Schema {
    type Value = bool;

    fn deserialize<D: Deserializer<'l>>(self, from: D) -> Result<bool, D::Error> {
        from.deserialize_i64(self)
    }
}

impl Visitor<'_> for Schema {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<bool, E> {
        if i64::try_from(number) == Ok(SCHEMA) { Ok(true) } else { Err(refused()) }
    }
}

/// The answers.
struct All<'h, 'g> {
    known: &'g Lookup,
    habit: &'h mut Habit,
    answers: &'h mut Answers,
}

impl<'l> DeserializeSeed<'l> for All<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'l>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_map(self)
    }
}

impl<'l> Visitor<'l> for All<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("answers")
    }

    fn visit_map<M: MapAccess<'l>>(self, mut map: M) -> Result<(), M::Error> {
        let Self { known, habit, answers } = self;
        habit.follows.resize(known.len() + 1, 0);
        // What follows the question with number `n` stands at `n + 1`; what comes first, at 0.
        let mut before = 0;
        while let Some(id) = map.next_key_seed(Text)? {
            let likely = habit.follows.get(before).map_or(0, |number| usize::from(*number));
            let number = known.find(id, likely).ok_or_else(refused)?;
            if let (true, Some(place), Ok(new)) =
                (number != likely, habit.follows.get_mut(before), u8::try_from(number))
            {
                *place = new;
            }
            before = number + 1;
            let asked = known.get(number).ok_or_else(refused)?;
            let given = map.next_value_seed(Answer(asked))?;
            if answers.get(asked.at).is_some() {
                return Err(refused());
            }
            answers.set(asked.at, given);
        }
        Ok(())
    }
}

/// The answer to one question.
struct Answer<'g>(&'g Asked);

impl<'l> DeserializeSeed<'l> for Answer<'_> {
    type Value = Given;

    fn deserialize<D: Deserializer<'l>>(self, from: D) -> Result<Given, D::Error> {
        match self.0.kind {
            Kind::Many => from.deserialize_any(self),
            Kind::One | Kind::Date => from.deserialize_str(self),
        }
    }
}

impl<'l> Visitor<'l> for Answer<'_> {
    type Value = Given;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an answer")
    }

    fn visit_borrowed_str<E: Error>(self, word: &'l str) -> Result<Given, E> {
        let given = match self.0.kind {
            Kind::One => self.0.choice(word).map(Given::One),
            Kind::Many => self.0.choice(word).map(|index| Given::many([index])),
            Kind::Date => day(word).map(Given::Day),
        };
        given.ok_or_else(refused)
    }

    fn visit_seq<S: SeqAccess<'l>>(self, mut list: S) -> Result<Given, S::Error> {
        let mut bits = 0u64;
        while let Some(word) = list.next_element_seed(Text)? {
            let code = self.0.choice(word).and_then(|index| u32::try_from(index).ok());
            let bit = code.and_then(|index| 1u64.checked_shl(index)).ok_or_else(refused)?;
            if bits & bit != 0 {
                return Err(refused());
            }
            bits |= bit;
        }
        if self.0.together(bits) { Ok(Given::Many(bits)) } else { Err(refused()) }
    }
}
