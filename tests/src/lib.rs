//! Tests across rooms; each stands in a file of its own below `tests/tests/`.
