//! What has to be said in a language: the whole of it, page by page. A folder for each language says it, file by file like this one.

use super::{
    accounts::{BenefitTypes, History, Lookup, Overview, Registered},
    changes::{ChangePage, Changes, Confirmation},
    errors::Errors,
    fields::Fields,
    frame::{Copy, Crash, Frame, Session},
    login::{Login, Relogin, Units},
    payee::Payee,
    problems::Problems,
    receipts::{Receipt, Verify},
};
use crate::domain::date::Date;

/// The sentences of one language.
pub struct Texts {
    /// Language tag (BCP 47).
    pub tag: &'static str,
    /// The language called by its own name.
    pub own_name: &'static str,
    pub date: fn(Date) -> String,
    pub frame: Frame,
    pub session: Session,
    pub copy: Copy,
    pub units: Units,
    pub login: Login,
    pub lookup: Lookup,
    pub overview: Overview,
    pub changes: Changes,
    pub fields: Fields,
    pub errors: Errors,
    pub change_page: ChangePage,
    pub registered: Registered,
    pub confirmation: Confirmation,
    pub payee: Payee,
    pub history: History,
    pub benefit_types: BenefitTypes,
    pub relogin: Relogin,
    pub receipt: Receipt,
    pub verify: Verify,
    pub problem: Problems,
    pub crash: Crash,
}
