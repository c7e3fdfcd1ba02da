//! `meldcode emergency`: the card, at once. Reads the built-in contacts only, so that nothing can keep it away.

use jiff::civil::Date;

use crate::content::present::present;
use crate::content::raw::Contacts;
use crate::content::store::Store;
use crate::model::urgency::Danger;
use crate::report::card::Card;
use crate::report::page::Page;

use super::args::Shared;
use super::check::setting;
use super::exit::Exit;
use super::world::World;

pub(super) fn run(world: &mut World<'_>, shared: &Shared) -> anyhow::Result<Exit> {
    let mut page = Page::new(setting(shared));
    card(shared.today).write(Danger::Now, &mut page);
    world.print(&page.finish())?;
    Ok(Exit::Done)
}

/// The card without a profession. Numbers come from the built-in contacts; a test holds the two below against them.
pub(super) fn card(today: Date) -> Card {
    let store = Store::embedded();
    let contacts = store.texts.get("contacts.toml").and_then(|text| toml::from_str::<Contacts>(text).ok());
    let number = |id: &str, always: &str| {
        let found = contacts.as_ref().and_then(|contacts| present(contacts, id, today));
        found.and_then(|contact| contact.number.clone()).unwrap_or_else(|| always.to_owned())
    };
    Card {
        emergency_number: number("112", "112"),
        veilig_thuis: number("veilig-thuis", "0800-2000"),
        profession: None,
        organisation: None,
    }
}

#[cfg(test)]
mod tests {
    use super::card;
    use jiff::civil::date;

    #[test]
    fn the_card_has_the_numbers_of_the_contacts() {
        let card = card(date(2026, 11, 22));
        assert_eq!((card.emergency_number.as_str(), card.veilig_thuis.as_str()), ("112", "0800-2000"));
    }
}
