//! One step on the way to a screen.

use nemkonto_sandbox::provider::Fault;

/// What a person does, or what happens to the app, before a screen is shown.
#[derive(Debug, Clone, Copy)]
pub enum Step {
    /// Several steps.
    All(&'static [Step]),
    /// Opens a path of the app.
    Visit(&'static str),
    /// Loads the page again.
    Reload,
    /// Clicks an element, once it is there.
    Click(&'static str),
    /// Replaces what is in a field.
    Fill(&'static str, &'static str),
    /// Waits for an element.
    See(&'static str),
    /// Opens the accounts of a holder, from the first page. Eight digits are a CVR number.
    LookUp(&'static str),
    /// At the provider: chooses `MitID` and enters a user id.
    Choose(&'static str),
    /// At the provider, with its QR code shown: opens the simulated app in place of the login.
    OpenApp,
    /// At the provider: the whole login, until the provider sends the browser back.
    LogIn(&'static str),
    /// Has the receipt that is shown checked as a stranger would.
    CheckReceipt,
    /// Opens the address that the QR code of the receipt that is shown has.
    ScanReceipt,
    /// The session ends, unnoticed so far.
    EndSession,
    /// The provider commits this fault at its next opportunity.
    Provider(Fault),
    /// From now on the API does not answer requests to this part of an address.
    Silence(&'static str),
    /// From now on requests to this part of an address fail, and no second passes in the page: nothing is tried again by itself.
    Cut(&'static str),
    /// Opens an address; the app does not arrive.
    WithoutApp(&'static str),
    /// Shows a panel of index.html, alone.
    Reveal(&'static str),
    /// Runs a script in the page.
    Run(&'static str),
}
