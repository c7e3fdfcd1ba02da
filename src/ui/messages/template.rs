//! The exercise that a trainer begins with, with what belongs where.

use crate::ui::lang::Words;

/// The template. `{id}` and `{date}` are filled in when it is written; what stands between `<` and `>` is for the trainer.
pub const TEMPLATE: Words = Words::new(NL, EN);

const NL: &str = r#"# Een oefening: een verzonnen situatie met een sleutel. Vul in wat tussen < en > staat.
# Alles is verzonnen: geen namen, geen plaatsen, niets waaraan iemand te herkennen is.
# Kijk na met: meldcode exercise lint DIT-BESTAND. Doe haar met: meldcode exercise run DIT-BESTAND.
schema = 1
id = "{id}"                     # ook de naam van het bestand
title = "<een titel van een paar woorden>"
# Twee tot zes zinnen: wat ziet of hoort de professional, van wie, en wat is er al gedaan?
vignette = """
<de situatie>"""
goal = "<wat iemand hier leert, op één regel>"
difficulty = "basic"            # basic, practised of hard
source = "<waarop de situatie leunt: een document, een les, eigen praktijk>"
profession = "algemeen"         # `meldcode show professions` noemt ze
date = {date}               # de norm van deze dag

# De weg van het model. De woorden noemt `meldcode show questions --profession algemeen`.
[answers]
gevaar-nu = "nee"
waar = "thuis"
wie = "kind-tot-12"
speelt = ["geen-van-deze"]
hoe-weet-u-het = ["zelf-gezien"]
gedaan = ["feiten", "collega"]
geen-gesprek = "nog-niet"
vermoeden = "ja"
onveiligheid = "structureel"

# De sleutel: wat eruit moet komen. Ook mogelijk: direction, advice, row, duties, door, question, missing.
[expect]
outlook = "not-yet"
holds = ["gesprek"]

# Wat ook goed is, en waarom. Weglaten mag.
[[acceptable]]
why = "<waarom dit ook goed is>"
outlook = "advise"
report = "yes"

# Wat er nooit uit mag komen, en waarom. Weglaten mag.
[[never]]
why = "<waarom dit nooit goed is>"
report = "no"

# Wat u zegt bij een keuze. De norm met de bron zet het programma erbij.
[[feedback]]
question = "onveiligheid"
choice = "geen"
says = "<wat u zegt tegen wie dit kiest>"

[[feedback]]
question = "vermoeden"
choice = "nee"
says = "<wat u zegt tegen wie geen vermoeden heeft>"

# Nieuwe feiten, bijvoorbeeld na het gesprek: wat hier staat, komt over de antwoorden hierboven. Weglaten mag.
# Haal de # weg voor een tweede fase.
# [[phase]]
# title = "<na het gesprek>"
# vignette = """
# <wat er nu bekend is>"""
# [phase.answers]
# gedaan = ["feiten", "collega", "ouders-gesproken"]
# [phase.expect]
# outlook = "advise"
# report = "yes"
"#;

const EN: &str = r#"# An exercise: an invented situation with a key. Fill in what stands between < and >.
# All of it is invented: no names, no places, nothing by which anyone can be recognised.
# Check it with: meldcode exercise lint THIS-FILE. Do it with: meldcode exercise run THIS-FILE.
schema = 1
id = "{id}"                     # also the name of the file
title = "<a title of a few words>"
# Two to six sentences: what does the professional see or hear, from whom, and what was done already?
vignette = """
<the situation>"""
goal = "<what one learns here, on one line>"
difficulty = "basic"            # basic, practised or hard
source = "<what the situation leans on: a document, a lesson, own practice>"
profession = "algemeen"         # `meldcode show professions` lists them
date = {date}               # the norm of this day

# The way of the model. `meldcode show questions --profession algemeen` lists the words.
[answers]
gevaar-nu = "nee"
waar = "thuis"
wie = "kind-tot-12"
speelt = ["geen-van-deze"]
hoe-weet-u-het = ["zelf-gezien"]
gedaan = ["feiten", "collega"]
geen-gesprek = "nog-niet"
vermoeden = "ja"
onveiligheid = "structureel"

# The key: what has to come out. Also possible: direction, advice, row, duties, door, question, missing.
[expect]
outlook = "not-yet"
holds = ["gesprek"]

# What is right too, and why. May be left out.
[[acceptable]]
why = "<why this is right too>"
outlook = "advise"
report = "yes"

# What must never come out, and why. May be left out.
[[never]]
why = "<why this is never right>"
report = "no"

# What you say to a choice. The program adds the norm with its source.
[[feedback]]
question = "onveiligheid"
choice = "geen"
says = "<what you say to who chose this>"

[[feedback]]
question = "vermoeden"
choice = "nee"
says = "<what you say to who has no suspicion>"

# New facts, for example after the talk: what stands here is laid over the answers above. May be left out.
# Take the # away for a second phase.
# [[phase]]
# title = "<after the talk>"
# vignette = """
# <what is known now>"""
# [phase.answers]
# gedaan = ["feiten", "collega", "ouders-gesproken"]
# [phase.expect]
# outlook = "advise"
# report = "yes"
"#;
