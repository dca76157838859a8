//! A message on the page.

use leptos::prelude::*;

/// How urgent a message is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum AlertKind {
    /// Something went well.
    Success,
    /// Something to know.
    Info,
    /// Something to look at before going on.
    Warning,
    /// Something failed.
    Error,
}

impl AlertKind {
    fn class(self) -> &'static str {
        match self {
            Self::Success => "alert alert-success",
            Self::Info => "alert alert-info",
            Self::Warning => "alert alert-warning",
            Self::Error => "alert alert-error",
        }
    }

    /// Warnings and errors interrupt a screen reader; the rest waits its turn.
    fn role(self) -> &'static str {
        match self {
            Self::Success | Self::Info => "status",
            Self::Warning | Self::Error => "alert",
        }
    }
}

/// A message with a heading.
#[component]
pub fn Alert(
    kind: AlertKind,
    #[prop(into)] heading: String,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class=kind.class() role=kind.role()>
            <div class="alert-body">
                <h2 class="alert-heading">{heading}</h2>
                {children.map(|children| view! { <div class="alert-text">{children()}</div> })}
            </div>
        </div>
    }
}
