//! The fields of a payment to a creditor by payment slip.

use leptos::prelude::*;

use crate::{
    domain::{draft::Field, fi::Slip},
    ui::{
        change_form::ChangeForm,
        components::{Choice, RadioGroup, TextField},
        language::texts,
    },
};

pub(super) const FIRST_SLIP: &str = id_of(Slip::Type71);

/// Which slip, the payment id that it has, and the creditor. The whole line of a slip, pasted, is spread over them.
#[component]
pub fn FiFields(form: ChangeForm) -> impl IntoView {
    let texts = &texts().fields;
    let slip = Memo::new(move |_| form.draft().slip());
    let choice = |&slip: &Slip| Choice { id: id_of(slip), label: (texts.slip)(slip) };
    let choices: Vec<_> = Slip::ALL.iter().map(choice).collect();
    let choose = move |id: &'static str| {
        if let Some(slip) = Slip::ALL.iter().copied().find(|slip| id_of(*slip) == id) {
            form.update(|draft| draft.set(Field::Slip, slip.code()));
        }
    };
    view! {
        <RadioGroup
            name=Field::Slip.name()
            legend=(texts.field)(Field::Slip).label
            choices
            chosen=Signal::derive(move || slip.get().map(id_of))
            on_change=Callback::new(choose)
            error=form.error(Field::Slip)
        />
        {move || slip.get().filter(|slip| slip.id_length().is_some()).map(|slip| view! {
            <TextField
                id=Field::PaymentId.name()
                label=(texts.field)(Field::PaymentId).label
                hint=(texts.payment_id)(slip).hint
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
            label=(texts.field)(Field::Creditor).label
            hint=(texts.field)(Field::Creditor).hint
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
