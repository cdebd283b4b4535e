//! What stands elsewhere: as few rows as possible, so that one move is one finding.

/// For rows in the old order, given by their places in the new one: which of them have moved. The longest run of rows
/// that still follow each other stays where it is.
pub(super) fn moved(places: &[usize]) -> Vec<bool> {
    // The last row of the best run of each length, and what goes before each row.
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; places.len()];
    for (index, place) in places.iter().enumerate() {
        let length = tails.partition_point(|tail| places[*tail] < *place);
        before[index] = length.checked_sub(1).map(|last| tails[last]);
        if length == tails.len() {
            tails.push(index);
        } else {
            tails[length] = index;
        }
    }
    let mut moved = vec![true; places.len()];
    let mut next = tails.last().copied();
    while let Some(index) = next {
        moved[index] = false;
        next = before[index];
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_move_is_one_finding() {
        let found = |places: &[usize]| {
            moved(places).iter().enumerate().filter(|(_, moved)| **moved).map(|(index, _)| index).collect::<Vec<_>>()
        };
        assert_eq!(found(&[0, 1, 2, 3]), [0; 0]);
        assert_eq!(found(&[3, 0, 1, 2]), [0], "the first went to the end");
        assert_eq!(found(&[1, 2, 3, 0]), [3], "the last went to the front");
        assert_eq!(found(&[0, 2, 1, 3]).len(), 1);
        assert_eq!(found(&[2, 1, 0]).len(), 2);
        assert_eq!(found(&[]), [0; 0]);
    }
}
