//! What rows that turn pages are called, in small letters and without marks; the likelier name first.

use crate::dialect::{Turning, Words};

pub(in crate::dialect) static TURNING: Words<Turning> = &[
    (&["offset", "skip"], Turning::Offset),
    (&["limit", "pagesize", "maxresults"], Turning::Limit),
    (
        &[
            "pagenumber",
            "pageno",
            "pagenum",
            "pageindex",
            "page",
            "currentpage",
            "curpage",
            "currentpageno",
            "currentpagenum",
            "currentpagenumber",
        ],
        Turning::Page,
    ),
    (
        &["pagesize", "perpage", "pagelimit", "itemsperpage", "countperpage", "numperpage", "limit", "size"],
        Turning::Size,
    ),
    (
        &["totalcount", "total", "totalnum", "totalnumber", "totalsize", "totalitems", "totalrecords", "totalelements"],
        Turning::Total,
    ),
    (
        &[
            "nexttoken",
            "nextpagetoken",
            "pagetoken",
            "continuationtoken",
            "nextmarker",
            "marker",
            "nextcursor",
            "cursor",
        ],
        Turning::Token,
    ),
];

/// Of these, what other rows are called more often: a disk has a size, too.
pub(in crate::dialect) static MOSTLY_OTHERS: &[&str] = &["size"];
