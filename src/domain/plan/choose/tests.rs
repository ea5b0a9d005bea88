use proptest::prelude::*;

use super::*;

/// The fairest of all choices, by trying each.
fn by_force(carried: &[u64], blocks: &[Vec<Way>]) -> Vec<u64> {
    let mut all = vec![carried.to_vec()];
    for ways in blocks {
        let one = |sums: &Vec<u64>, way: &Way| {
            let mut sums = sums.clone();
            add(&mut sums, &way.costs);
            sums
        };
        all = all
            .iter()
            .flat_map(|sums| ways.iter().map(move |way| one(sums, way)))
            .collect();
    }
    all.iter().map(|sums| worth(sums)).min().unwrap()
}

fn sums(carried: &[u64], blocks: &[Vec<Way>], chosen: &Chosen) -> Vec<u64> {
    let mut sums = carried.to_vec();
    for (ways, pick) in blocks.iter().zip(&chosen.picks) {
        add(&mut sums, &ways[*pick].costs);
    }
    sums
}

fn any_blocks() -> impl Strategy<Value = Vec<Vec<Way>>> {
    let way = prop::collection::vec(0_u64..40, 3);
    let block = prop::collection::vec(way, 1..5);
    // Several blocks are alike, as months are.
    (
        prop::collection::vec(block, 1..4),
        prop::collection::vec(0_usize..4, 1..7),
    )
        .prop_map(|(kinds, order)| {
            let kind = |index: usize| {
                let costs = kinds[index % kinds.len()].iter().enumerate();
                costs
                    .map(|(bit, costs)| Way {
                        costs: costs.clone(),
                        clocks: 1 << bit,
                    })
                    .collect()
            };
            order.into_iter().map(kind).collect()
        })
}

proptest! {
    #[test]
    fn the_fair_choice_is_the_best_of_all(
        blocks in any_blocks(),
        carried in prop::collection::vec(0_u64..60, 3),
    ) {
        let sequence: Vec<usize> = (0..blocks.len()).collect();
        let chosen = fair(&carried, &blocks, &sequence).unwrap();
        prop_assert!(chosen.proven);
        prop_assert_eq!(worth(&sums(&carried, &blocks, &chosen)), by_force(&carried, &blocks));
    }
}

fn way(costs: [u64; 2], clocks: u128) -> Way {
    Way {
        costs: costs.to_vec(),
        clocks,
    }
}

#[test]
fn only_what_nothing_beats_is_kept() {
    let ways = [
        ([0, 5], 1),
        ([1, 5], 2),
        ([2, 2], 4),
        ([2, 2], 8),
        ([3, 1], 16),
    ];
    let mut by_costs: BTreeMap<Vec<u64>, u128> = BTreeMap::new();
    for (costs, bit) in ways {
        *by_costs.entry(costs.to_vec()).or_default() |= bit;
    }
    let expected = [way([0, 5], 1), way([2, 2], 12), way([3, 1], 16)];
    assert_eq!(undominated(by_costs), expected);
}

#[test]
fn equal_blocks_are_put_together() {
    let block = || vec![way([0, 4], 1), way([4, 0], 2)];
    let blocks = [block(), block(), block(), block()];
    let chosen = fair(&[0, 0], &blocks, &[0, 0, 1, 2, 2, 3]).unwrap();
    assert_eq!(chosen.changes(&blocks, &[0, 0, 1, 2, 2, 3]), 1);
}

#[test]
fn what_costs_the_same_keeps_its_clock() {
    let blocks = [
        vec![way([1, 1], 0b011)],
        vec![way([2, 2], 0b110)],
        vec![way([3, 3], 0b101)],
    ];
    let chosen = fair(&[0, 0], &blocks, &[0, 1, 2]).unwrap();
    assert_eq!(chosen.clocks(&blocks, &[0, 1, 2]), [0b010, 0b010, 0b101]);
}

#[test]
fn past_burden_counts() {
    let blocks = [vec![way([0, 4], 1), way([4, 0], 2)]];
    let chosen = fair(&[10, 0], &blocks, &[0]).unwrap();
    assert_eq!(chosen.picks, [0]);
}

#[test]
fn a_block_without_a_way_is_no_plan() {
    assert_eq!(
        fair(&[0, 0], &[vec![way([0, 4], 1)], vec![]], &[0, 1]),
        None
    );
}
