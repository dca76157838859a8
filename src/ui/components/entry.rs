//! Rows of a list of terms and values: account holders, accounts, and what a change does to them.

use leptos::prelude::*;

use super::CopyButton;
use crate::{
    browser::{clock, names},
    contract::Names,
    domain::{
        account::Account,
        change::{Change, Registered},
        holder::HolderId,
    },
    i18n::{Line, LineValue, account_lines, bank_line, holder_number, masked_holder_number, registered_lines, scheme},
    ui::language::{language, texts},
};

/// A term and its value.
#[component]
pub fn Row(term: &'static str, children: Children) -> impl IntoView {
    view! {
        <div class="row-pair">
            <dt>{term}</dt>
            <dd>{children()}</dd>
        </div>
    }
}

/// The lines of an account, and its number to be copied.
#[component]
pub fn AccountRows(account: Account, bank: Option<String>) -> impl IntoView {
    let bank = bank_line(language(), &account, bank.as_deref());
    view! {
        {bank.into_iter().chain(account_lines(language(), &account)).map(|line| view! { <LineRow line mark=None/> }).collect_view()}
        <CopyButton text=account.text_to_copy() what=texts().copy.account/>
    }
}

/// The lines of what is registered, or words that say that nothing is.
#[component]
pub fn RegisteredRows(
    entry: Option<Registered>,
    none: &'static str,
    /// What to compare with: lines that differ from it are marked.
    #[prop(optional_no_strip)]
    before: Option<Registered>,
    /// What takes its place: lines of which it has none are marked, where both are of one kind.
    #[prop(optional_no_strip)]
    after: Option<Registered>,
    /// The banks of the entry and of what it is compared with.
    #[prop(optional)]
    banks: (Option<String>, Option<String>),
) -> impl IntoView {
    let Some(entry) = entry else {
        return view! { <span class="none">{none}</span> }.into_any();
    };
    let lines = |registered: &Registered, bank: &Option<String>| {
        let bank = registered.account().and_then(|account| bank_line(language(), account, bank.as_deref()));
        bank.into_iter().chain(registered_lines(language(), registered)).collect::<Vec<_>>()
    };
    let old = before.as_ref().map(|before| lines(before, &banks.1));
    let new = after.as_ref().filter(|after| after.is_like(&entry)).map(|after| lines(after, &banks.1));
    let texts = &texts().changes;
    lines(&entry, &banks.0)
        .into_iter()
        .map(|line| {
            let is_changed = old.as_ref().is_some_and(|old| !old.contains(&line));
            let is_dropped = new.as_ref().is_some_and(|new| new.iter().all(|other| other.label != line.label));
            let mark = is_changed.then_some(texts.changed).or(is_dropped.then_some(texts.dropped));
            view! { <LineRow line mark/> }
        })
        .collect_view()
        .into_any()
}

/// What is registered before a change beside what is registered after it, with what differs marked.
#[component]
pub fn Comparison(
    change: Change,
    before: Option<Registered>,
    names: Names,
    /// Whether the change was carried out: then what was before it is not the present any more, whenever the receipt is read.
    #[prop(optional)]
    is_done: bool,
) -> impl IntoView {
    let texts = &texts().changes;
    let kind = change.kind();
    let account_type = change.account().map(Account::account_type);
    let after = change.after(before.as_ref());
    let Names { bank, bank_before, .. } = names;
    let of_before = (bank_before.clone(), bank.clone());
    view! {
        <div class="comparison">
            <div class="comparison-side" id="before" role="group" aria-labelledby="before-heading">
                <p class="comparison-heading" id="before-heading">
                    {if is_done { texts.before_change } else { (texts.before)(kind) }}":"
                </p>
                <RegisteredRows entry=before.clone() after=after.clone() banks=of_before none=texts.none/>
            </div>
            <div class="comparison-side comparison-after" id="after" role="group" aria-labelledby="after-heading">
                <p class="comparison-heading" id="after-heading">{(texts.after)(kind, account_type)}":"</p>
                <RegisteredRows entry=after before banks=(bank, bank_before) none=texts.removed/>
            </div>
        </div>
    }
}

/// Name and number of a holder. A CPR number is shown in whole, and can be copied, only where the holder is made sure of.
#[component]
pub fn HolderRows(holder: HolderId, name: String, #[prop(optional)] is_whole: bool) -> impl IntoView {
    let number = if is_whole { holder_number } else { masked_holder_number };
    view! {
        <p class="holder">
            <strong class="holder-name" translate="no">{name}</strong>
            <span class="number" translate="no">{number(language(), &holder)}</span>
            {is_whole.then(|| view! {
                " "
                <CopyButton text=holder.as_str().to_owned() what=scheme(texts(), holder.scheme())/>
            })}
        </p>
    }
}

#[component]
fn LineRow(
    line: Line,
    /// A word for how it differs from what it is compared with.
    mark: Option<&'static str>,
) -> impl IntoView {
    let Line { label, value } = line;
    let language = language();
    let value = match value {
        LineValue::Text(text) => text,
        LineValue::Country(country) => format!("{} ({country})", names::country(language, country)),
        LineValue::Currency(currency) => format!("{} ({currency})", names::currency(language, &currency)),
        LineValue::Date(date) => clock::date(language, date),
    };
    view! {
        <div class="account-line" class:changed=mark.is_some()>
            <span class="account-label">{label}":"</span>
            " "
            <span class="number" translate="no">{value}</span>
            {mark.map(|word| view! { " "<span class="changed-word">{word}</span> })}
        </div>
    }
}
