//! Finding a bank by what names it. Nothing of a person or an account is asked for or noted.

use axum::{Json, extract::State};
use nemkonto::{
    contract::FoundBank,
    domain::{
        account::Account,
        bank_key::BankKey,
        change::Change,
        draft::{Field, FieldError, FieldErrors},
        right::Right,
    },
};
use rusqlite::Transaction;

use super::{
    Api, Refusal,
    extract::{Body, LoggedIn, require},
};
use crate::store::banks;

/// `POST /api/banks/find`
pub async fn find(
    State(api): State<Api>,
    LoggedIn(session): LoggedIn,
    Body(key): Body<BankKey>,
) -> Result<Json<FoundBank>, Refusal> {
    require(&session, Right::ViewAccounts)?;
    api.store()
        .transaction(move |transaction| {
            let bank = banks::find(transaction, &key)?;
            Ok(Json(FoundBank { key, bank }))
        })
        .await
}

/// Refuses a domestic account in a bank that there is not. Of foreign banks the directory does not have all.
pub fn check(transaction: &Transaction<'_>, change: &Change) -> Result<(), Refusal> {
    if let Some(account @ Account::Domestic(_)) = change.account()
        && banks::of_account(transaction, account)?.is_none()
    {
        return Err(Refusal::from(&FieldErrors::one(Field::RegistrationNumber, FieldError::NoSuchBank)));
    }
    Ok(())
}
