//! The two languages of the program, and text that exists in both.
//!
//! Knows which language the reader chose. Refuses to guess it from the locale: a Dutch professional
//! on an English machine still needs the Dutch terms of the norm.

/// The language of everything the program says. Norm text is Dutch in its document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Plain Dutch, addressing the reader as "u".
    #[default]
    Nl,
    /// English, for trainers and colleagues who do not read Dutch.
    En,
}

/// One text in both languages. A text without its translation does not compile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// The Dutch text.
    pub nl: &'static str,
    /// The English text.
    pub en: &'static str,
}

impl Words {
    /// Both texts side by side.
    #[must_use]
    pub const fn new(nl: &'static str, en: &'static str) -> Self {
        Self { nl, en }
    }

    /// The text in the reader's language.
    #[must_use]
    pub const fn to(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Nl => self.nl,
            Lang::En => self.en,
        }
    }
}
