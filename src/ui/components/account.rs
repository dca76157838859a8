//! Rows of a list of terms and values: account holders and accounts.

use leptos::prelude::*;

use crate::{
    domain::{account::Account, holder::HolderId},
    i18n::{account_lines, holder_number},
    ui::state::App,
};

/// A term and its value.
#[component]
pub fn Row(#[prop(into)] term: Signal<String>, children: Children) -> impl IntoView {
    view! {
        <div class="row-pair">
            <dt>{move || term.get()}</dt>
            <dd>{children()}</dd>
        </div>
    }
}

/// The rows of an account, or one row that says there is none.
#[component]
pub fn AccountRows(account: Option<Account>, #[prop(into)] none: Signal<&'static str>) -> impl IntoView {
    let app = App::get();
    move || match account.clone() {
        None => view! { <span class="none">{move || none.get()}</span> }.into_any(),
        Some(account) => account_lines(app.language.get(), &account)
            .into_iter()
            .map(|line| {
                view! {
                    <div class="account-line">
                        <span class="account-label">{line.label}":"</span>
                    " "
                        <span class="number">{line.value}</span>
                    </div>
                }
            })
            .collect_view()
            .into_any(),
    }
}

/// Name and number of a holder.
#[component]
pub fn HolderRows(holder: HolderId, name: String) -> impl IntoView {
    let app = App::get();
    view! {
        <p class="holder">
            <strong class="holder-name">{name}</strong>
            <span class="number">{move || holder_number(app.language.get(), &holder)}</span>
        </p>
    }
}
