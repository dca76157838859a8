//! Faults on order: those that are yet to be committed, and `/faults`, which orders them over HTTP, for tests and for trying things out.
//!
//! `/faults` answers only requests addressed to a loopback host, so that no page on the web can reach it by a name of its own.

use std::collections::VecDeque;

use axum::{
    Json, Router,
    extract::{Request, State},
    http::{StatusCode, header},
    middleware::{Next, from_fn},
    response::{IntoResponse, Response},
    routing::post,
};
use serde::{Deserialize, de::DeserializeOwned};

/// The faults that are yet to be committed, oldest first.
pub struct Faults<F>(VecDeque<(F, u32)>);

impl<F> Default for Faults<F> {
    fn default() -> Self {
        Self(VecDeque::new())
    }
}

impl<F: Copy + PartialEq> Faults<F> {
    /// Orders a fault, in place of an earlier order of the same.
    pub fn set(&mut self, fault: F, count: u32) {
        self.0.retain(|(known, _)| *known != fault);
        if count > 0 {
            self.0.push_back((fault, count));
        }
    }

    /// Takes back all orders.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Takes the oldest fault that the caller can commit, and counts it as committed.
    pub fn take_one<T>(&mut self, pick: impl Fn(F) -> Option<T>) -> Option<T> {
        let (at, picked) = self.0.iter().enumerate().find_map(|(at, (fault, _))| Some((at, pick(*fault)?)))?;
        let (_, left) = &mut self.0[at];
        *left -= 1;
        if *left == 0 {
            self.0.remove(at);
        }
        Some(picked)
    }
}

/// `POST /faults` orders, `DELETE /faults` takes back.
pub fn routes<S, F>(set: fn(&S, F, u32), clear: fn(&S)) -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    F: DeserializeOwned + Send + 'static,
{
    let order = move |State(culprit): State<S>, Json(order): Json<Order<F>>| async move {
        set(&culprit, order.fault, order.count);
        StatusCode::NO_CONTENT
    };
    let take_back = move |State(culprit): State<S>| async move {
        clear(&culprit);
        StatusCode::NO_CONTENT
    };
    Router::new().route("/faults", post(order).delete(take_back)).layer(from_fn(only_on_loopback))
}

#[derive(Deserialize)]
struct Order<F> {
    fault: F,
    #[serde(default = "once")]
    count: u32,
}

fn once() -> u32 {
    1
}

async fn only_on_loopback(request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    if ["127.0.0.1", "localhost", "[::1]"].contains(&name) {
        next.run(request).await
    } else {
        StatusCode::FORBIDDEN.into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_committed_as_often_as_was_asked() {
        let mut faults = Faults::default();
        faults.set('a', 1);
        faults.set('b', 2);
        let mut commits = |wanted| faults.take_one(|fault| (fault == wanted).then_some(())).is_some();
        assert_eq!(['b', 'b', 'b', 'a', 'a'].map(&mut commits), [true, true, false, true, false]);
    }

    #[test]
    fn cleared_faults_are_not_committed() {
        let mut faults = Faults::default();
        faults.set('a', 2);
        faults.clear();
        assert_eq!(faults.take_one(Some), None);
    }
}
