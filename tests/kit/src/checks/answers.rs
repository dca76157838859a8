//! What holds for every answer, watched while the other checks ask.

use super::checks;
use crate::{Kit, observed::Rule, outcome::Outcome};

checks! {
    "answers.schema", "every call",
    "An answer has status 200 and a body of type application/json that follows the schema of its call, or it is a refusal: \
     a body of type application/problem+json that follows `ProblemDetails`, with the status that belongs to its `type`, in the answer and in `status`."
    => schema;
    "answers.not-cached", "every call",
    "Every answer, a refusal too, says `Cache-Control: no-store`."
    => not_cached;
    "answers.reference", "every call",
    "Every refusal has an `instance` that no other has: the reference under which it stands in the API's log."
    => reference;
    "answers.retry-after", "every call",
    "Where a refusal says in `retry_after` in how many seconds to try again, the header `Retry-After` says the same, and the other way round."
    => retry_after;
    "answers.cookies", "every call",
    "Every cookie is `HttpOnly`, `SameSite=Strict`, `Path=/` and for no `Domain`; with TLS it is `Secure`, too, and its name begins with `__Host-`."
    => cookies;
    "answers.numbers", "every call",
    "No refusal holds the number of an account holder, not even the one that was asked for."
    => numbers;
}

async fn schema(kit: &Kit) -> Outcome {
    kit.verdict(Rule::Schema)
}

async fn not_cached(kit: &Kit) -> Outcome {
    kit.verdict(Rule::Caching)
}

async fn reference(kit: &Kit) -> Outcome {
    kit.verdict(Rule::Reference)
}

async fn retry_after(kit: &Kit) -> Outcome {
    kit.verdict(Rule::RetryAfter)
}

async fn cookies(kit: &Kit) -> Outcome {
    kit.verdict(Rule::Cookies)
}

async fn numbers(kit: &Kit) -> Outcome {
    kit.verdict(Rule::Numbers)
}
