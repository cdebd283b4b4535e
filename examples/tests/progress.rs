//! The line of progress, which only a terminal sees.
#![cfg(unix)]

mod support;

use std::fs::File;
use std::io::Read;
use std::os::fd::OwnedFd;
use std::process::Stdio;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use tablature_mock::Cloud;

/// Both ends of a terminal: what a program writes to the second is read from the first.
fn terminal() -> (File, OwnedFd) {
    let near = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("there are terminals");
    grantpt(&near).and_then(|()| unlockpt(&near)).expect("it is ours");
    let path = ptsname(&near, Vec::new()).expect("it has a name").into_string().expect("its name is UTF-8");
    let far = File::options().read(true).write(true).open(path).expect("it can be opened");
    (near.into(), far.into())
}

#[test]
fn a_terminal_is_told_how_far_the_table_is() {
    let cloud = Cloud::start().expect("loopback is there");
    let (mut near, far) = terminal();
    let mut program = support::command(&cloud, env!("CARGO_BIN_EXE_all-images"));
    let mut running =
        program.env("TERM", "xterm").stdout(Stdio::null()).stderr(far).spawn().expect("the program starts");
    // Without this end of ours, the program's is the last one.
    drop(program);
    let mut told = Vec::new();
    // When the last far end is closed, some systems say so by an error.
    let _ = near.read_to_end(&mut told);
    let told = String::from_utf8_lossy(&told);
    assert!(running.wait().expect("it ends").success(), "{told}");
    assert!(told.contains(" images so far, the latest of "), "{told:?}");
}
