//! Text for the user. A reader that goes away early (`… | head`) is no error: the command does its work to the end.

use std::io::{self, ErrorKind, IsTerminal, Write};

use crate::failure::Failure;

/// Prints to standard output, as it is.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::faulty(format!("cannot write to standard output: {error}")))
        }
        _ => Ok(()),
    }
}

/// Prints to standard error, as it is. There is nobody to tell when that fails.
pub(crate) fn warn(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Whether standard output wants colours.
pub(crate) fn output_has_color() -> bool {
    io::stdout().is_terminal() && color_is_welcome()
}

/// Whether standard error wants colours.
pub(crate) fn errors_have_color() -> bool {
    io::stderr().is_terminal() && color_is_welcome()
}

/// See <https://no-color.org>: any value but the empty one turns colours off.
fn color_is_welcome() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
        && std::env::var_os("TERM").is_none_or(|value| value != "dumb")
}

/// `1 error`, `2 errors`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
