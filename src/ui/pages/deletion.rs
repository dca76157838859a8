//! What to know before a `NemKonto` is deleted: what may take its place.

use leptos::prelude::*;

use crate::{contract::SpecificAccount, ui::state::App};

/// Explains which specific accounts could become the `NemKonto`.
#[component]
pub fn Deletion(specific_accounts: Vec<SpecificAccount>) -> impl IntoView {
    let app = App::get();
    let texts = move || &app.texts().form;
    let promotable: Vec<_> = specific_accounts.into_iter().filter(|account| account.promotable().is_some()).collect();
    view! {
        {if promotable.is_empty() {
            view! { <p id="no-promotion">{move || texts().delete_none_takes_over}</p> }.into_any()
        } else {
            view! {
                <p>{move || texts().delete_takes_over}</p>
                <ul id="promotable">
                    {promotable.into_iter().map(|account| {
                        view! { <li>{format!("{} · {}", account.benefit_type, account.authority.name)}</li> }
                    }).collect_view()}
                </ul>
            }.into_any()
        }}
    }
}
