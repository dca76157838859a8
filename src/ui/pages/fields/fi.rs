//! The fields of a payment to a creditor by payment slip.

use leptos::prelude::*;

use crate::{
    domain::{draft::Field, fi::Slip},
    ui::{
        change_form::ChangeForm,
        components::{Choice, RadioGroup, TextField},
        state::App,
    },
};

pub(super) const FIRST_SLIP: &str = id_of(Slip::Type71);

/// Which slip, the payment id that it has, and the creditor. The whole line of a slip, pasted, is spread over them.
#[component]
pub fn FiFields(form: ChangeForm) -> impl IntoView {
    let app = App::get();
    let texts = move || &app.texts().fields;
    let slip = Memo::new(move |_| form.draft().slip());
    let choices = move || Slip::ALL.map(|slip| Choice { id: id_of(slip), label: (texts().slip)(slip) }).to_vec();
    let choose = move |id: &'static str| {
        if let Some(slip) = Slip::ALL.into_iter().find(|slip| id_of(*slip) == id) {
            form.update(|draft| draft.set(Field::Slip, slip.code()));
        }
    };
    view! {
        <RadioGroup
            name=Field::Slip.name()
            legend=Signal::derive(move || (texts().field)(Field::Slip).label)
            choices=Signal::derive(choices)
            chosen=Signal::derive(move || slip.get().map(id_of))
            on_change=Callback::new(choose)
            error=form.error(Field::Slip)
        />
        {move || slip.get().filter(|slip| slip.id_length().is_some()).map(|slip| view! {
            <TextField
                id=Field::PaymentId.name()
                label=Signal::derive(move || (texts().field)(Field::PaymentId).label.to_owned())
                hint=Signal::derive(move || (texts().payment_id)(slip).hint.to_owned())
                value=Signal::derive(move || form.value(Field::PaymentId))
                on_input=form.typed_into(Field::PaymentId)
                on_paste=form.pasted_account(Field::PaymentId)
                error=form.error(Field::PaymentId)
                width="input-char-16"
                numeric=true
            />
        })}
        <TextField
            id=Field::Creditor.name()
            label=Signal::derive(move || (texts().field)(Field::Creditor).label.to_owned())
            hint=Signal::derive(move || (texts().field)(Field::Creditor).hint.to_owned())
            value=Signal::derive(move || form.value(Field::Creditor))
            on_input=form.typed_into(Field::Creditor)
            on_paste=form.pasted_account(Field::Creditor)
            error=form.error(Field::Creditor)
            width="input-char-8"
            numeric=true
        />
    }
}

const fn id_of(slip: Slip) -> &'static str {
    match slip {
        Slip::Type71 => "slip-71",
        Slip::Type73 => "slip-73",
        Slip::Type75 => "slip-75",
    }
}
