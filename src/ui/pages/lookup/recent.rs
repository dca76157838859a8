//! The list of those who were looked at in this session, one key away from the field.

use leptos::{ev, prelude::*};

use super::NUMBER;
use crate::{
    browser::document,
    i18n::masked_holder_number,
    ui::{
        components::Link,
        language::{language, texts},
        route::Route,
        stores::{Fetched, MOST, Recent},
    },
};

const ENTRIES: [&str; MOST] =
    ["recent-1", "recent-2", "recent-3", "recent-4", "recent-5", "recent-6", "recent-7", "recent-8"];

/// The list, if it holds anybody.
#[component]
pub fn RecentLookUps() -> impl IntoView {
    let fetched = Fetched::get();
    let texts = &texts().lookup;
    move || {
        let recent = fetched.recent();
        (!recent.is_empty()).then(|| {
            view! {
                <section class="recent" aria-labelledby="recent-heading">
                    <h2 class="h3" id="recent-heading">{texts.recent}</h2>
                    <p class="form-hint" id="recent-hint">{texts.recent_hint}</p>
                    <ul class="summary-list" id="recent" on:keydown=move |event| move_within(&event)>
                        {recent.into_iter().zip(ENTRIES).map(|(recent, id)| view! { <Entry recent id/> }).collect_view()}
                    </ul>
                </section>
            }
        })
    }
}

#[component]
fn Entry(recent: Recent, id: &'static str) -> impl IntoView {
    let Recent { handle, holder, name } = recent;
    view! {
        <li>
            <Link to=Route::Overview(handle) id>
                <span translate="no">{name}</span>", "<span class="number" translate="no">{masked_holder_number(language(), &holder)}</span>
            </Link>
        </li>
    }
}

/// Arrow down leads from the field to the list. Not a letter, which could be typed or belong to a screen reader (WCAG 2.2, 2.1.4), and
/// nothing that a field of one line has a use for.
pub fn enter(event: &ev::KeyboardEvent) {
    let is_there = document::has_focus(NUMBER) && document::is_there(ENTRIES[0]);
    if is_there && event.key() == "ArrowDown" && !has_modifier(event) {
        event.prevent_default();
        document::focus(ENTRIES[0]);
    }
}

/// Arrows move among the entries and back to the field; Escape leads there at once.
fn move_within(event: &ev::KeyboardEvent) {
    let Some(at) = ENTRIES.iter().position(|id| document::has_focus(id)).filter(|_| !has_modifier(event)) else {
        return;
    };
    let to = match event.key().as_str() {
        "ArrowDown" => ENTRIES.get(at + 1).copied(),
        "ArrowUp" => Some(at.checked_sub(1).map_or(NUMBER, |above| ENTRIES[above])),
        "Escape" => Some(NUMBER),
        _ => return,
    };
    event.prevent_default();
    if let Some(to) = to {
        document::focus(to);
    }
}

fn has_modifier(event: &ev::KeyboardEvent) -> bool {
    event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key()
}
