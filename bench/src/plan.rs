//! What is made up: actions with a request of eight parameters and an answer of four structs, with the mix of types
//! that cloud APIs have.

/// What a row holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Float,
    /// True or false.
    Boolean,
    /// A value of the action's enum.
    State,
    /// A time as text.
    Time,
    /// A time in Unix seconds.
    Seconds,
    /// A list of texts.
    Texts,
    /// A list of the structs of this name.
    Structs(&'static str),
    /// One struct of this name.
    Struct(&'static str),
}

/// One row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// Name on the wire, in upper camel case.
    pub wire: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// What it means.
    pub doc: String,
    /// Whether a request must have it.
    pub required: bool,
}

/// A struct of an answer.
#[derive(Clone, Debug)]
pub struct Model {
    /// Its name.
    pub name: &'static str,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// One action.
#[derive(Clone, Debug)]
pub struct Action {
    /// Its name.
    pub name: String,
    /// Rows of the request.
    pub request: Vec<Row>,
    /// Rows of the answer.
    pub response: Vec<Row>,
    /// The structs in the answer.
    pub models: Vec<Model>,
}

/// All that is made up.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The actions.
    pub actions: Vec<Action>,
}

/// The values of every action's enum, by wire name.
pub const STATES: [&str; 5] = ["Pending", "Running", "Stopping", "Stopped", "Failed"];

const REQUEST: [(&str, Kind); 8] = [
    ("RegionId", Kind::Text),
    ("ProjectId", Kind::Text),
    ("MachineIds", Kind::Texts),
    ("State", Kind::State),
    ("NamePrefix", Kind::Text),
    ("WithDeleted", Kind::Boolean),
    ("Offset", Kind::Integer),
    ("Limit", Kind::Integer),
];

const RESPONSE: [(&str, Kind); 6] = [
    ("RetCode", Kind::Integer),
    ("Message", Kind::Text),
    ("RequestId", Kind::Text),
    ("TotalCount", Kind::Integer),
    ("NextToken", Kind::Text),
    ("Machines", Kind::Structs("Machine")),
];

const MACHINE: [(&str, Kind); 12] = [
    ("MachineId", Kind::Text),
    ("Name", Kind::Text),
    ("Zone", Kind::Text),
    ("Remark", Kind::Text),
    ("State", Kind::State),
    ("Cores", Kind::Integer),
    ("Memory", Kind::Integer),
    ("Labels", Kind::Texts),
    ("Created", Kind::Time),
    ("Expires", Kind::Seconds),
    ("Disks", Kind::Structs("Disk")),
    ("Network", Kind::Struct("Network")),
];

const DISK: [(&str, Kind); 12] = [
    ("DiskId", Kind::Text),
    ("Name", Kind::Text),
    ("Kind", Kind::Text),
    ("Drive", Kind::Text),
    ("Zone", Kind::Text),
    ("SnapshotId", Kind::Text),
    ("Size", Kind::Integer),
    ("Iops", Kind::Integer),
    ("Bandwidth", Kind::Float),
    ("Encrypted", Kind::Boolean),
    ("Labels", Kind::Texts),
    ("Created", Kind::Time),
];

const NETWORK: [(&str, Kind); 12] = [
    ("NetworkId", Kind::Text),
    ("SubnetId", Kind::Text),
    ("InnerAddress", Kind::Text),
    ("OuterAddress", Kind::Text),
    ("Gateway", Kind::Text),
    ("HardwareAddress", Kind::Text),
    ("Line", Kind::Text),
    ("Bandwidth", Kind::Integer),
    ("Weight", Kind::Integer),
    ("Priority", Kind::Integer),
    ("Groups", Kind::Texts),
    ("Default", Kind::Boolean),
];

impl Plan {
    /// So many actions. The first ones are the same, whatever the number.
    pub fn new(actions: usize) -> Self {
        Self { actions: (0..actions).map(action).collect() }
    }

    /// How many structs they have: requests, answers, and what is in the answers.
    pub fn structs(&self) -> usize {
        self.actions.iter().map(|action| action.models.len() + 2).sum()
    }

    /// How many fields these structs have.
    pub fn fields(&self) -> usize {
        let fields = |action: &Action| {
            let inner: usize = action.models.iter().map(|model| model.rows.len()).sum();
            inner + action.request.len() + action.response.len()
        };
        self.actions.iter().map(fields).sum()
    }
}

fn action(number: usize) -> Action {
    let mut request = rows(&REQUEST, number);
    request[0].required = true;
    let model = |name, known: &[(&'static str, Kind)]| Model { name, rows: rows(known, number) };
    Action {
        name: format!("Describe{}", letters(number)),
        request,
        response: rows(&RESPONSE, number),
        models: vec![model("Machine", &MACHINE), model("Disk", &DISK), model("Network", &NETWORK)],
    }
}

/// The rows, with docs that are different in each action.
fn rows(known: &[(&'static str, Kind)], number: usize) -> Vec<Row> {
    let row = |(wire, kind): &(&'static str, Kind)| {
        let doc = format!("What action {number} says about {}.", words(wire));
        Row { wire, kind: *kind, doc, required: false }
    };
    known.iter().map(row).collect()
}

/// A number as letters: `Aaa`, `Aab`, … so that names need no digits.
fn letters(number: usize) -> String {
    let letter = |place: u32| char::from(b'a' + (number / 26_usize.pow(place) % 26) as u8);
    [letter(2).to_ascii_uppercase(), letter(1), letter(0)].into_iter().collect::<String>() + "Machines"
}

/// `MachineId` in words: `machine id`.
pub(crate) fn words(camel: &str) -> String {
    let mut words = String::new();
    for letter in camel.chars() {
        if letter.is_ascii_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.push(letter.to_ascii_lowercase());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_hundred_actions_have_a_thousand_structs() {
        let plan = Plan::new(200);
        assert_eq!((plan.structs(), plan.fields()), (1_000, 10_000));
    }

    #[test]
    fn names_are_unique() {
        let mut names: Vec<String> = Plan::new(2_000).actions.into_iter().map(|action| action.name).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), 2_000);
    }
}
