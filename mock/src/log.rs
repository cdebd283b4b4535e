//! What was called, for tests to look at; bounded, so that a long run does not fill the memory.

use std::collections::VecDeque;

use serde_json::{Value, json};

use crate::verify::Signature;

/// No more calls are kept than this.
const MOST_CALLS: usize = 10_000;
/// Nor more than this many bytes of what came with them and was said of them.
const MOST_BYTES: usize = 32 * 1024 * 1024;

/// A call that came in.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Call {
    /// Its number, from 0.
    pub number: u64,
    /// Name of the provider; none when nothing spoke for any.
    pub provider: Option<String>,
    /// Name of the action in full: `aliyun/ecs/DescribeImages`; none when the provider has no such action.
    pub action: Option<String>,
    /// `GET` or `POST`.
    pub method: String,
    /// Path, without the query.
    pub path: String,
    /// The headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The parameters of query and form, decoded, in the order in which they came.
    pub parameters: Vec<(String, String)>,
    /// What the signature was worth.
    pub signature: Signature,
    /// Parameters that no documented row takes.
    pub unknown: Vec<String>,
    /// What did not keep the documents' word, a text each.
    pub violated: Vec<String>,
    /// Name of the fault that was injected.
    pub fault: Option<String>,
    /// HTTP status of the answer; none when the connection was closed without one.
    pub status: Option<u16>,
}

impl Call {
    /// The value of a parameter; of several of one name, the last.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        crate::recognise::last(&self.parameters, name)
    }

    pub(crate) fn to_json(&self) -> Value {
        json!({
            "number": self.number,
            "provider": self.provider,
            "action": self.action,
            "method": self.method,
            "path": self.path,
            "headers": self.headers,
            "parameters": self.parameters,
            "signature": self.signature.name(),
            "unknown": self.unknown,
            "violated": self.violated,
            "fault": self.fault,
            "status": self.status,
        })
    }

    /// About how much memory it takes. Many short texts take more room for themselves than for their letters.
    fn size(&self) -> usize {
        let pairs = self.parameters.iter().chain(&self.headers).flat_map(|(name, value)| [name, value]);
        let texts = pairs.chain(&self.unknown).chain(&self.violated).chain([&self.path]);
        texts.map(|text| size_of::<String>() + text.len()).sum()
    }
}

/// The latest calls.
#[derive(Debug, Default)]
pub(crate) struct Log {
    calls: VecDeque<Call>,
    bytes: usize,
    count: u64,
}

impl Log {
    pub(crate) fn add(&mut self, mut call: Call) {
        call.number = self.count;
        self.count += 1;
        self.bytes += call.size();
        self.calls.push_back(call);
        while self.calls.len() > MOST_CALLS || (self.bytes > MOST_BYTES && self.calls.len() > 1) {
            let oldest = self.calls.pop_front();
            self.bytes -= oldest.map_or(0, |call| call.size());
        }
    }

    pub(crate) fn calls(&self) -> impl Iterator<Item = &Call> {
        self.calls.iter()
    }

    /// How many there were, those that were forgotten included.
    pub(crate) fn count(&self) -> u64 {
        self.count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_bounded_by_all_that_is_kept() {
        let text = || "x".repeat(MOST_BYTES / 4);
        let long = |parameter: &str| Call {
            number: 0,
            provider: None,
            action: None,
            method: "GET".to_owned(),
            path: "/".to_owned(),
            headers: Vec::new(),
            parameters: vec![(String::new(), parameter.to_owned())],
            signature: Signature::Unchecked,
            unknown: vec![text()],
            violated: vec![text()],
            fault: None,
            status: None,
        };
        let mut log = Log::default();
        ["a", "b", "c"].iter().for_each(|parameter| log.add(long(parameter)));
        let kept: Vec<_> = log.calls().map(|call| (call.number, call.parameter(""))).collect();
        assert_eq!((kept, log.count()), (vec![(2, Some("c"))], 3));
    }
}
