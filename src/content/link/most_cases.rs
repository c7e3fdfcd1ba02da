//! The common path: which choices most cases make, as the steps document names them.

use std::collections::BTreeMap;

use crate::content::library::Filed;
use crate::content::nearest::nearest;
use crate::content::raw;
use crate::model::problem::{Code, Problem};
use crate::model::question::Question;
use crate::model::register::{Ref, Register};

use super::scope::Scope;

/// The choices of the common path, by question.
pub(super) fn common(
    steps: &Filed<raw::Steps>,
    questions: Option<&Register<Question>>,
    scope: &mut Scope<'_>,
) -> BTreeMap<Ref<Question>, Vec<usize>> {
    let mut common = BTreeMap::new();
    for (name, choices) in &steps.raw.common {
        let Some(at) = scope.find(&steps.file, name, "question", |names| &names.questions) else { continue };
        if choices.is_empty() {
            let says = format!("the common path has no choice of `{}`", name.get_ref());
            let problem = Problem::at(Code::BadChoices, &steps.file, Some(name.span()), says);
            scope.push(problem.help("name the choices that most cases make, or leave the question out"));
        }
        // Questions that could not be linked were told about already.
        let Some(question) = questions.map(|questions| questions.get(at)) else { continue };
        let ids = || question.choices.iter().map(|choice| choice.id.as_str());
        let mut find = |choice: &raw::Name| {
            let found = ids().position(|id| id == choice.get_ref());
            if found.is_none() {
                let near = nearest(choice.get_ref(), ids()).map(|near| format!("did you mean `{near}`?"));
                let help = near.unwrap_or_else(|| "name a choice of this question".to_owned());
                let says = format!("there is no choice `{}` of `{}`", choice.get_ref(), question.id);
                let problem = Problem::at(Code::UnknownReference, &steps.file, Some(choice.span()), says);
                scope.push(problem.help(help));
            }
            found
        };
        common.insert(at, choices.iter().filter_map(&mut find).collect());
    }
    common
}
