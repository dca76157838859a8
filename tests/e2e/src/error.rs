//! Why a test could not drive the browser.

use fantoccini::error::{CmdError, NewSessionError};
use nemkonto_sandbox::driver::DriverError;
use nemkonto_sandbox::server::StartError;
use thiserror::Error;

#[derive(Debug, Error)]
pub enum Error {
    #[error("there is no built app in {0}; build it with `trunk build --release`")]
    NotBuilt(String),
    #[error("{program} did not start ({source}); `tests/run` installs it")]
    Driver { program: &'static str, source: std::io::Error },
    #[error("{program} does not answer")]
    DriverSilent { program: &'static str },
    #[error("the profile for Firefox could not be copied")]
    NoProfile,
    #[error("no browser session: {0}")]
    Session(Box<NewSessionError>),
    #[error("{0}")]
    Command(Box<CmdError>),
    #[error("waiting for {wanted} on {url}: {source}")]
    NotShown { wanted: String, url: String, source: Box<CmdError> },
    #[error("waiting for the focus on {wanted}, {focused} has it")]
    NotFocused { wanted: String, focused: String },
    #[error("the app did not report {0}")]
    NotReported(String),
    #[error("the file was not saved")]
    NotSaved,
    #[error("the next page does not load")]
    NotLoaded,
    #[error("an answer of the driver has an unknown shape")]
    Answer,
    #[error("axe-core is not installed; `tests/run` installs it")]
    NoAxe,
    #[error("axe-core stopped: {0}")]
    Axe(String),
    #[error("{0}")]
    Sandbox(#[from] StartError),
    #[error("{0}")]
    Login(#[from] DriverError),
    #[error("the API answered {0}")]
    Refused(String),
    #[error("{0}")]
    File(#[from] std::io::Error),
}

impl From<CmdError> for Error {
    fn from(error: CmdError) -> Self {
        Self::Command(Box::new(error))
    }
}

impl From<NewSessionError> for Error {
    fn from(error: NewSessionError) -> Self {
        Self::Session(Box::new(error))
    }
}
