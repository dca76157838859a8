//! Requests to the provider: no redirects, a time limit, a size limit.

use std::{pin::Pin, time::Duration};

use axum::http::{self, StatusCode, header};
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use url::{Url, form_urlencoded};

use super::Secret;

/// Largest answer that is read, in bytes. Real ones have a few thousand.
const LARGEST_ANSWER: usize = 256 * 1024;

/// Sends requests to the provider.
pub(super) struct Http(reqwest::Client);

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum HttpError {
    #[error("no answer: {0}")]
    NoAnswer(#[from] reqwest::Error),
    #[error("the answer is too large")]
    TooLarge,
    #[error("the client's proof could not be signed")]
    NotSigned,
}

impl Http {
    pub fn new(timeout: Duration) -> Result<Self, reqwest::Error> {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).timeout(timeout).build()?;
        Ok(Self(client))
    }

    /// Posts a form, with HTTP Basic authentication as a client if there is one (`client_secret_basic`, RFC 6749 section 2.3.1:
    /// both parts form-encoded).
    pub async fn post_form(
        &self,
        url: &Url,
        client: Option<(&str, &Secret)>,
        fields: &[(&str, String)],
    ) -> Result<(StatusCode, Vec<u8>), HttpError> {
        let encoded = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let mut request = self
            .0
            .post(url.clone())
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ACCEPT, "application/json")
            .body(form);
        if let Some((id, secret)) = client {
            request = request.basic_auth(encoded(id), Some(encoded(secret.reveal())));
        }
        let answer = self.execute(request.build()?).await?;
        Ok((answer.status(), answer.into_body()))
    }

    /// Gets what an access token gives access to (RFC 6750 section 2.1).
    pub async fn get_with_token(&self, url: &Url, token: &str) -> Result<(StatusCode, Vec<u8>), HttpError> {
        let request = self.0.get(url.clone()).bearer_auth(token).header(header::ACCEPT, "application/json").build()?;
        let answer = self.execute(request).await?;
        Ok((answer.status(), answer.into_body()))
    }

    async fn execute(&self, request: reqwest::Request) -> Result<HttpResponse, HttpError> {
        let mut response = self.0.execute(request).await?;
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await? {
            if body.len() + chunk.len() > LARGEST_ANSWER {
                return Err(HttpError::TooLarge);
            }
            body.extend_from_slice(&chunk);
        }
        let mut answer = http::Response::new(body);
        *answer.status_mut() = response.status();
        *answer.headers_mut() = response.headers().clone();
        Ok(answer)
    }
}

/// Lets the library fetch discovery document and keys through us.
impl<'c> AsyncHttpClient<'c> for Http {
    type Error = HttpError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpError>> + Send + Sync + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(async move { self.execute(request.try_into()?).await })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use axum::{Router, routing::get};
    use tokio::net::TcpListener;

    use super::*;

    /// Fetches an answer of so many bytes.
    async fn fetch(size: usize) -> Result<HttpResponse, HttpError> {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/", listener.local_addr().unwrap());
        let router = Router::new().route("/", get(move || async move { vec![b' '; size] }));
        tokio::spawn(axum::serve(listener, router).into_future());
        let request = http::Request::get(url).body(Vec::new()).unwrap();
        Http::new(Duration::from_mins(1)).unwrap().call(request).await
    }

    #[tokio::test]
    async fn reads_an_answer_up_to_the_limit() {
        assert_eq!(fetch(LARGEST_ANSWER).await.unwrap().body().len(), LARGEST_ANSWER);
        assert!(matches!(fetch(LARGEST_ANSWER + 1).await, Err(HttpError::TooLarge)));
    }
}
