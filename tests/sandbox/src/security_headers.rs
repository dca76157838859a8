//! The response headers that keep the app to itself. Any server that serves the app should send the same.

use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use tower_http::set_header::SetResponseHeaderLayer;

/// Nothing but the app's own files, no inline script or style, no text that becomes HTML or script (Trusted Types), no
/// framing. `wasm-unsafe-eval` allows compiling WebAssembly and nothing else (Content Security Policy Level 3, 6.1.11).
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

const HEADERS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), clipboard-read=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
];

/// For two years no browser that has been here comes without TLS, whatever somebody types or links to (RFC 6797).
const STRICT_TRANSPORT_SECURITY: (HeaderName, &str) =
    (header::STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains");

/// How the app is served.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Transport {
    /// Over TLS, as in production.
    Tls,
    /// Without, as on this machine. Then the header that asks for TLS must not be sent (RFC 6797 section 7.2).
    Plain,
}

/// The headers of every response.
pub fn headers(transport: Transport) -> impl Iterator<Item = (HeaderName, &'static str)> {
    HEADERS.into_iter().chain((transport == Transport::Tls).then_some(STRICT_TRANSPORT_SECURITY))
}

/// Adds the headers to every response of the app and its API. The provider is another party and sends its own.
pub fn add(router: Router, transport: Transport) -> Router {
    headers(transport).fold(router, |router, (name, value)| {
        router.layer(SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value)))
    })
}
