//! The program: the real streams, clock and environment, handed to `cli::run`.

use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::{Arc, Mutex};

use meldcode::cli;
use meldcode::cli::exit::Exit;
use meldcode::cli::world::{Environment, World, clock, cores, err_is_terminal, out_is_terminal, today};
use meldcode::ui::lang::Lang;
use meldcode::ui::messages::command::FAULT;

fn main() -> ExitCode {
    // A fault is told in plain words, after drop guards have given the terminal back. Where it happened is kept for
    // whoever reports it; what was answered is not.
    let place = Arc::new(Mutex::new(String::new()));
    let noted = Arc::clone(&place);
    std::panic::set_hook(Box::new(move |fault| {
        if let (Ok(mut noted), Some(at)) = (noted.lock(), fault.location()) {
            // The file and line are enough; the folder on the machine that built it is nobody's business.
            let file = at.file().rsplit(['/', '\\']).next().unwrap_or_default();
            *noted = format!("{file}:{}", at.line());
        }
    }));
    let exit = catch_unwind(AssertUnwindSafe(program)).unwrap_or_else(|_| {
        let place = place.lock().map(|place| place.clone()).unwrap_or_default();
        // When even stderr is closed, the exit code still says it.
        let _ = writeln!(io::stderr(), "{}\n{}\n({place})", FAULT.to(Lang::Nl), FAULT.to(Lang::En));
        Exit::Fault
    });
    ExitCode::from(exit.code())
}

fn program() -> Exit {
    let environment = Environment::read();
    let arguments: Vec<String> =
        std::env::args_os().map(|word| word.to_string_lossy().into_owned()).collect();
    let (mut out, mut err, mut input) = (io::stdout(), io::stderr(), io::stdin());
    let clock = clock();
    let mut world = World {
        out: &mut out,
        err: &mut err,
        input: &mut input,
        today: today(),
        lang: environment.lang,
        content: environment.content,
        term: environment.term,
        no_colour: environment.no_colour,
        accessible: environment.accessible,
        out_is_terminal: out_is_terminal(),
        clock: err_is_terminal().then_some(&clock),
        cores: cores(),
    };
    cli::run(&mut world, &arguments)
}
