//! How much memory this process uses, as Linux says.

/// Memory that is in use now, in KiB; none where the system does not say.
pub fn resident() -> Option<usize> {
    status("VmRSS:")
}

/// The most memory that was ever in use, in KiB; none where the system does not say.
pub fn peak() -> Option<usize> {
    status("VmHWM:")
}

fn status(name: &str) -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}
