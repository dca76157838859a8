//! The authorization response: the redirect that takes the person back to the client.

use axum::response::{IntoResponse, Redirect, Response};

use super::{
    Provider,
    fault::{AnswerEdit, Effect},
    id_token,
    request::AuthorizationRequest,
    shape,
    state::{Grant, NO_STORE, Session},
};

/// Sends the person back with a code for the login.
pub(super) fn success(provider: &Provider, request: &AuthorizationRequest, session: Session) -> Response {
    let grant = Grant {
        redirect_uri: request.redirect_uri.clone(),
        code_challenge: request.code_challenge.clone(),
        nonce: request.nonce.clone(),
        session,
    };
    let code = provider.inside().codes.add(grant.clone());
    let mut answer = Answer::new(provider, request);
    answer.set("code", &code);
    for edit in edits(provider) {
        if matches!(edit, AnswerEdit::AddIdToken) {
            answer.set("id_token", &id_token::issue(provider, &grant, None));
        } else {
            answer.apply(edit);
        }
    }
    answer.send(request)
}

/// Sends the person back with an error.
pub(super) fn failure(
    provider: &Provider,
    request: &AuthorizationRequest,
    code: &str,
    description: Option<&str>,
) -> Response {
    let mut answer = Answer::new(provider, request);
    answer.fail(code, description);
    for edit in edits(provider) {
        answer.apply(edit);
    }
    answer.send(request)
}

fn edits(provider: &Provider) -> Vec<AnswerEdit> {
    provider.inside().faults.take(Effect::try_as_answer).unwrap_or_default()
}

struct Answer {
    parameters: Vec<(String, String)>,
    in_fragment: bool,
}

impl Answer {
    /// An answer with the `state` of the request and, where the broker names it, the issuer (RFC 9207).
    fn new(provider: &Provider, request: &AuthorizationRequest) -> Answer {
        let mut answer = Answer { parameters: Vec::new(), in_fragment: false };
        if let Some(state) = &request.state {
            answer.set("state", state);
        }
        if shape::names_issuer(provider.shaped_after()) {
            answer.set("iss", provider.issuer());
        }
        answer
    }

    fn set(&mut self, name: &str, value: &str) {
        self.leave_out(name);
        self.parameters.push((name.to_owned(), value.to_owned()));
    }

    fn leave_out(&mut self, name: &str) {
        self.parameters.retain(|(known, _)| known != name);
    }

    fn fail(&mut self, code: &str, description: Option<&str>) {
        self.leave_out("code");
        self.set("error", code);
        self.leave_out("error_description");
        if let Some(description) = description {
            self.set("error_description", description);
        }
    }

    fn apply(&mut self, edit: AnswerEdit) {
        match edit {
            AnswerEdit::Fail(code, description) => self.fail(code, description.as_deref()),
            AnswerEdit::Set(name, value) => self.set(name, value),
            AnswerEdit::LeaveOut(name) => self.leave_out(name),
            AnswerEdit::MoveToFragment => self.in_fragment = true,
            AnswerEdit::AddIdToken => {}
        }
    }

    fn send(&self, request: &AuthorizationRequest) -> Response {
        let mut target = request.redirect_uri.clone();
        target.query_pairs_mut().extend_pairs(&self.parameters);
        if self.in_fragment {
            let answer = target.query().map(str::to_owned);
            target.set_query(request.redirect_uri.query());
            target.set_fragment(answer.as_deref());
        }
        (NO_STORE, Redirect::to(target.as_str())).into_response()
    }
}
