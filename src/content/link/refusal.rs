//! A profession for which there is no meldcode here.
//!
//! Knows what to say, and whom to reach. Refuses to make something up instead.

use crate::content::heard::Heard;
use crate::content::library::{Library, Professional};
use crate::content::raw;
use crate::model::id::Id;
use crate::model::problem::in_order;
use crate::model::profession::Refusal;

use super::NoGuide;
use super::scope::Scope;

pub(super) fn refusal(
    library: &Library,
    profession: &Professional,
    refuses: &raw::Refuses,
    heard: &mut Option<Heard>,
) -> Result<Refusal, NoGuide> {
    let mut scope = Scope::new(library, profession, None, heard.take());
    let (file, raw) = (&profession.filed.file, &profession.filed.raw);
    let label = scope.text(file, &raw.label);
    let says = scope.text(file, &refuses.text);
    scope.cite(file, &refuses.cite);
    let contacts = scope.contact_list(file, &refuses.contacts);
    let contacts = contacts.into_iter().map(|at| scope.contacts.get(at).clone()).collect();
    *heard = scope.heard.take();
    let problems = scope.into_problems();
    match (Id::parse(&profession.name), label, says) {
        (Ok(id), Some(label), Some(says)) if problems.is_empty() => Ok(Refusal { id, label, says, contacts }),
        _ => Err(NoGuide::Problems(in_order(problems))),
    }
}
