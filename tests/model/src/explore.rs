//! Breadth-first search through everything that a model can do.
//!
//! Every state is visited once and none is forgotten, so a search that ends has seen them all; and the way to a broken promise
//! is the shortest there is.

use std::{collections::HashMap, fmt, hash::Hash, rc::Rc};

/// Something that is in one of many states, and what can happen to it.
pub trait Model {
    /// Everything that matters.
    type State: Clone + Eq + Hash;
    /// One thing that happens.
    type Step: Copy + fmt::Debug;

    /// How it begins.
    fn start(&self) -> Self::State;

    /// What can happen now.
    fn steps(&self, state: &Self::State) -> Vec<Self::Step>;

    /// What follows from it, or which promise it breaks.
    fn take(&self, state: &Self::State, step: Self::Step) -> Result<Self::State, String>;

    /// Whether a step is a misfortune, on which no way to a good end may depend.
    fn is_fault(&self, step: Self::Step) -> bool;

    /// Whether everybody has come to a good end.
    fn is_good_end(&self, state: &Self::State) -> bool;
}

/// How much was seen by a search that found nothing wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Explored {
    /// Different states.
    pub states: usize,
    /// Steps between them.
    pub steps: usize,
    /// Steps from the start to the state that is farthest away.
    pub depth: usize,
}

/// The shortest way to something that must not be.
pub struct Counterexample<S> {
    /// What happens, in order.
    pub steps: Vec<S>,
    /// What is wrong then.
    pub why: String,
}

impl fmt::Display for Explored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} states, {} steps, depth {}", self.states, self.steps, self.depth)
    }
}

impl<S: fmt::Debug> fmt::Debug for Counterexample<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, step) in self.steps.iter().enumerate() {
            writeln!(f, "{:>3}. {step:?}", number + 1)?;
        }
        write!(f, "  => {}", self.why)
    }
}

/// Visits every state that can be reached. Then looks for dead ends: states from which no way without a fault leads to a good end.
pub fn explore<M: Model>(model: &M) -> Result<Explored, Counterexample<M::Step>> {
    let mut search = Search::new(model);
    let mut next = 0;
    while next < search.states.len() {
        search.visit(model, next)?;
        next += 1;
    }
    if let Some(dead_end) = search.dead_end(model) {
        return Err(search.counterexample(dead_end, None, "no way leads to a good end".to_owned()));
    }
    let explored = Explored { states: next, steps: search.steps, depth: search.origins[next - 1].depth };
    Ok(explored)
}

struct Search<M: Model> {
    states: Vec<Rc<M::State>>,
    numbers: HashMap<Rc<M::State>, usize>,
    /// How each state was first reached.
    origins: Vec<Origin<M::Step>>,
    /// Steps that are no faults, by the state they lead to.
    leading_to: Vec<Vec<u32>>,
    steps: usize,
}

struct Origin<S> {
    from: usize,
    step: Option<S>,
    depth: usize,
}

impl<M: Model> Search<M> {
    fn new(model: &M) -> Self {
        let start = Rc::new(model.start());
        Self {
            numbers: HashMap::from([(Rc::clone(&start), 0)]),
            states: vec![start],
            origins: vec![Origin { from: 0, step: None, depth: 0 }],
            leading_to: vec![Vec::new()],
            steps: 0,
        }
    }

    fn visit(&mut self, model: &M, number: usize) -> Result<(), Counterexample<M::Step>> {
        let state = Rc::clone(&self.states[number]);
        for step in model.steps(&state) {
            let after = model.take(&state, step).map_err(|why| self.counterexample(number, Some(step), why))?;
            let to = self.number(after, number, step);
            self.steps += 1;
            if !model.is_fault(step) {
                self.leading_to[to].push(u32::try_from(number).expect("fewer states than u32 has numbers"));
            }
        }
        Ok(())
    }

    fn number(&mut self, state: M::State, from: usize, step: M::Step) -> usize {
        if let Some(number) = self.numbers.get(&state) {
            return *number;
        }
        let (number, state) = (self.states.len(), Rc::new(state));
        self.states.push(Rc::clone(&state));
        self.numbers.insert(state, number);
        self.origins.push(Origin { from, step: Some(step), depth: self.origins[from].depth + 1 });
        self.leading_to.push(Vec::new());
        number
    }

    /// The first state from which no good end can be reached.
    fn dead_end(&self, model: &M) -> Option<usize> {
        let mut is_fine: Vec<bool> = self.states.iter().map(|state| model.is_good_end(state)).collect();
        let mut waiting: Vec<usize> = (0..self.states.len()).filter(|number| is_fine[*number]).collect();
        while let Some(number) = waiting.pop() {
            for before in self.leading_to[number].iter().map(|before| *before as usize) {
                if !is_fine[before] {
                    is_fine[before] = true;
                    waiting.push(before);
                }
            }
        }
        is_fine.iter().position(|is_fine| !is_fine)
    }

    fn counterexample(&self, number: usize, last: Option<M::Step>, why: String) -> Counterexample<M::Step> {
        let mut steps: Vec<M::Step> = last.into_iter().collect();
        let mut at = number;
        while let Some(step) = self.origins[at].step {
            steps.push(step);
            at = self.origins[at].from;
        }
        steps.reverse();
        Counterexample { steps, why }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Counts up to a limit; from an odd number it can fall into a hole.
    struct Counting {
        forbidden: u8,
        has_hole: bool,
    }

    impl Model for Counting {
        type State = u8;
        type Step = u8;

        fn start(&self) -> u8 {
            0
        }

        fn steps(&self, state: &u8) -> Vec<u8> {
            match *state {
                100.. => Vec::new(),
                odd if odd % 2 == 1 && self.has_hole => vec![1, 2, 200],
                _ => vec![1, 2],
            }
        }

        fn take(&self, state: &u8, step: u8) -> Result<u8, String> {
            let after = if step == 200 { 200 } else { (state + step).min(100) };
            if after == self.forbidden { Err("forbidden".to_owned()) } else { Ok(after) }
        }

        fn is_fault(&self, _: u8) -> bool {
            false
        }

        fn is_good_end(&self, state: &u8) -> bool {
            *state == 100
        }
    }

    #[test]
    fn sees_every_state_once() {
        let explored = explore(&Counting { forbidden: 255, has_hole: false }).unwrap();
        assert_eq!(explored, Explored { states: 101, steps: 200, depth: 50 });
    }

    #[test]
    fn finds_the_shortest_way_to_what_must_not_be() {
        let found = explore(&Counting { forbidden: 7, has_hole: false }).unwrap_err();
        assert_eq!((found.steps.len(), found.steps.iter().sum::<u8>()), (4, 7));
    }

    #[test]
    fn finds_a_dead_end() {
        let found = explore(&Counting { forbidden: 255, has_hole: true }).unwrap_err();
        assert_eq!(found.steps, [1, 200]);
    }
}
