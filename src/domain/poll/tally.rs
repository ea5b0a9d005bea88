//! What answers come to: cities are weighed, not heads.
//!
//! A city's support for a time is the share of its people who can come, one who can if need be
//! counting half. Times are ranked by the support of the city that likes them least, then by the
//! sum over the cities; equal ones by what the worst-off city bears, then by what all bear, then by
//! when they begin. A city all of whose people cannot come rules a time out; one that nobody has
//! spoken for supports nothing and rules nothing out.
//!
//! Whole numbers throughout: the support is counted in parts of a number that every city's heads
//! divide, so that equal shares are equal however many people they are of.

use super::Answer;
use crate::domain::burden::Burden;

/// What one person answers, for their city.
#[derive(Debug, Clone)]
pub struct Ballot<'a> {
    /// Their city, counted from 0.
    pub city: usize,
    /// Their answer to each time.
    pub answers: &'a [Answer],
}

/// What the people of one city say to one time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// How many can come.
    pub yes: u32,
    /// How many can if it has to be.
    pub if_need_be: u32,
    /// How many cannot.
    pub no: u32,
}

impl Counts {
    fn add(&mut self, answer: Answer) {
        match answer {
            Answer::Yes => self.yes += 1,
            Answer::IfNeedBe => self.if_need_be += 1,
            Answer::No => self.no += 1,
        }
    }

    /// How many have answered.
    pub fn heads(self) -> u32 {
        self.yes + self.if_need_be + self.no
    }

    /// Whether the city rules the time out: somebody speaks for it, and nobody can.
    pub fn blocks(self) -> bool {
        self.no > 0 && self.yes + self.if_need_be == 0
    }

    /// Twice those who can come, once those who can if need be.
    fn points(self) -> u128 {
        u128::from(2 * self.yes + self.if_need_be)
    }

    /// The support as a number from 0 to 1, for people.
    pub fn support(self) -> f64 {
        match self.heads() {
            0 => 0.0,
            heads => (f64::from(self.yes) + f64::from(self.if_need_be) / 2.0) / f64::from(heads),
        }
    }
}

/// What all cities say to one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeTally {
    /// Of each city.
    pub cities: Vec<Counts>,
    /// The support of the city that likes it least, in parts.
    least: u128,
    /// The support of all cities together, in parts.
    sum: u128,
}

impl TimeTally {
    /// Whether a city rules it out.
    pub fn is_blocked(&self) -> bool {
        self.cities.iter().any(|counts| counts.blocks())
    }

    /// The support of the city that likes it least, from 0 to 1.
    pub fn least(&self) -> f64 {
        let all = self.cities.iter().map(|counts| counts.support());
        all.reduce(f64::min).unwrap_or_default()
    }

    /// The support of all cities together.
    pub fn sum(&self) -> f64 {
        self.cities.iter().map(|counts| counts.support()).sum()
    }
}

/// What the ballots come to, for each of `times` times and each of `cities` cities. An answer of
/// no city or to no time counts for nothing.
pub fn tally(cities: usize, times: usize, ballots: &[Ballot<'_>]) -> Vec<TimeTally> {
    let mut counts = vec![vec![Counts::default(); cities]; times];
    let mut heads = vec![0u32; cities];
    for ballot in ballots {
        let Some(heads) = heads.get_mut(ballot.city) else {
            continue;
        };
        *heads += 1;
        for (time, answer) in counts.iter_mut().zip(ballot.answers) {
            time[ballot.city].add(*answer);
        }
    }
    // With at most 500 heads this stays far below what the number holds: twenty cities of 25.
    let parts = heads.iter().filter(|heads| **heads > 0);
    let parts = parts.fold(2, |all, heads| common(all, 2 * u128::from(*heads)));
    let of_city = |(city, counts): (usize, &Counts)| match heads[city] {
        0 => 0,
        heads => counts.points() * (parts / (2 * u128::from(heads))),
    };
    let of_time = |cities: Vec<Counts>| {
        let support = || cities.iter().enumerate().map(of_city);
        let (least, sum) = (support().min().unwrap_or_default(), support().sum());
        TimeTally { cities, least, sum }
    };
    counts.into_iter().map(of_time).collect()
}

/// The least number that both divide.
fn common(a: u128, b: u128) -> u128 {
    let (mut x, mut y) = (a, b);
    while y != 0 {
        (x, y) = (y, x % y);
    }
    (a / x.max(1)).saturating_mul(b)
}

/// The times from best to worst, counted from 0. `burdens` says what each city bears at each time;
/// the times come in the order in which they begin.
pub fn rank(tallies: &[TimeTally], burdens: &[Vec<Burden>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..tallies.len()).collect();
    let borne = |time: usize| {
        let of_time = burdens.get(time).map(Vec::as_slice).unwrap_or_default();
        let worst = of_time.iter().max().copied().unwrap_or_default();
        (worst, of_time.iter().copied().sum::<Burden>())
    };
    order.sort_by(|a, b| {
        let (one, other) = (&tallies[*a], &tallies[*b]);
        (one.is_blocked().cmp(&other.is_blocked()))
            .then(other.least.cmp(&one.least))
            .then(other.sum.cmp(&one.sum))
            .then_with(|| borne(*a).cmp(&borne(*b)))
            .then(a.cmp(b))
    });
    order
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    /// Ballots from words such as `y~n`: a letter a time.
    fn read(people: &[(usize, &str)]) -> Vec<(usize, Vec<Answer>)> {
        let answer = |letter| match letter {
            'y' => Answer::Yes,
            '~' => Answer::IfNeedBe,
            _ => Answer::No,
        };
        let one = |(city, letters): &(usize, &str)| (*city, letters.chars().map(answer).collect());
        people.iter().map(one).collect()
    }

    fn counted(cities: usize, times: usize, people: &[(usize, Vec<Answer>)]) -> Vec<TimeTally> {
        let ballot = |(city, answers): &'_ (usize, Vec<Answer>)| (*city, answers.clone());
        let people: Vec<_> = people.iter().map(ballot).collect();
        let ballots: Vec<_> = people
            .iter()
            .map(|(city, answers)| Ballot {
                city: *city,
                answers,
            })
            .collect();
        tally(cities, times, &ballots)
    }

    #[rstest]
    // Three of one city against one of the other: the smaller city counts as much.
    #[case::cities_not_heads(&[(0, "yn"), (0, "yn"), (0, "y~"), (1, "~y")], &[0, 1])]
    // The first is liked by most heads, but one city likes it least.
    #[case::the_least_first(&[(0, "yy"), (0, "yy"), (0, "y~"), (1, "ny"), (1, "y~")], &[1, 0])]
    // Equal least: the sum decides.
    #[case::then_the_sum(&[(0, "~~"), (1, "~y")], &[1, 0])]
    // A no of a whole city rules out, however many others can.
    #[case::a_whole_no(&[(0, "y~"), (0, "y~"), (1, "n~")], &[1, 0])]
    // A no of a part does not.
    #[case::a_part_no(&[(0, "y~"), (1, "yn"), (1, "yn"), (1, "ny")], &[0, 1])]
    // Two halves are as good as a whole.
    #[case::halves(&[(0, "y~"), (0, "n~"), (1, "yy")], &[0, 1])]
    // Nobody speaks for the second city yet.
    #[case::unheard(&[(0, "ny"), (0, "yy")], &[1, 0])]
    #[case::nobody(&[], &[0, 1])]
    // A third and two thirds are exactly a half and a half.
    #[case::exact(&[(0, "y~"), (0, "n~"), (0, "n~"), (1, "y~"), (1, "y~"), (1, "n~")], &[1, 0])]
    fn times_are_ranked(#[case] people: &[(usize, &str)], #[case] expected: &[usize]) {
        let tallies = counted(2, 2, &read(people));
        assert_eq!(rank(&tallies, &[]), expected);
    }

    #[test]
    fn equal_support_is_ranked_by_what_is_borne_then_by_the_clock() {
        let tallies = counted(2, 3, &read(&[(0, "yyy"), (1, "yyy")]));
        let burdens = |parts: [[u64; 2]; 3]| parts.map(|of| of.map(Burden::from_parts).to_vec());
        assert_eq!(
            rank(&tallies, &burdens([[9, 0], [5, 5], [5, 4]])),
            [2, 1, 0]
        );
        assert_eq!(
            rank(&tallies, &burdens([[4, 5], [5, 4], [5, 4]])),
            [0, 1, 2]
        );
    }

    #[test]
    fn a_city_blocks_only_with_a_voice_and_without_a_way() {
        let counts = |yes, if_need_be, no| Counts {
            yes,
            if_need_be,
            no,
        };
        assert!(counts(0, 0, 1).blocks());
        for open in [counts(0, 0, 0), counts(1, 0, 9), counts(0, 1, 9)] {
            assert!(!open.blocks());
        }
    }

    fn answers() -> impl Strategy<Value = Answer> {
        prop_oneof![Just(Answer::Yes), Just(Answer::IfNeedBe), Just(Answer::No)]
    }

    fn ballots() -> impl Strategy<Value = Vec<(usize, Vec<Answer>)>> {
        prop::collection::vec((0usize..4, prop::collection::vec(answers(), 5)), 0..40)
    }

    proptest! {
        /// Twice as many people of one city who say the same are the same city.
        #[test]
        fn heads_do_not_count(people in ballots(), city in 0usize..4, times in 1usize..4) {
            let mut crowd = people.clone();
            for _ in 0..times {
                crowd.extend(people.iter().filter(|(of, _)| *of == city).cloned());
            }
            let (few, many) = (counted(4, 5, &people), counted(4, 5, &crowd));
            prop_assert_eq!(rank(&few, &[]), rank(&many, &[]));
            for (one, other) in few.iter().zip(&many) {
                prop_assert_eq!(one.is_blocked(), other.is_blocked());
                prop_assert!((one.least() - other.least()).abs() < 1e-9);
            }
        }

        /// The order does not depend on who answered first.
        #[test]
        fn the_order_of_answers_does_not_count(people in ballots()) {
            let mut turned = people.clone();
            turned.reverse();
            prop_assert_eq!(counted(4, 5, &people), counted(4, 5, &turned));
        }

        /// Somebody who likes a time better never makes it worse.
        #[test]
        fn a_better_answer_never_hurts(people in ballots(), who in 0usize..40) {
            prop_assume!(who < people.len());
            let mut better = people.clone();
            better[who].1[0] = Answer::Yes;
            let place = |people: &[(usize, Vec<Answer>)]| {
                rank(&counted(4, 5, people), &[]).iter().position(|time| *time == 0)
            };
            prop_assert!(place(&better) <= place(&people));
        }
    }

    #[test]
    fn as_many_as_may_answer_are_counted_exactly() {
        let people: Vec<_> = (0..500).map(|n| (n % 20, vec![Answer::Yes])).collect();
        let uneven = (0..500).map(|n| (n * n % 19, vec![Answer::Yes]));
        for people in [people, uneven.collect()] {
            let tallies = counted(19, 1, &people);
            assert!(!tallies[0].is_blocked());
            assert!(tallies[0].sum >= tallies[0].least);
        }
    }
}
