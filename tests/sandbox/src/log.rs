//! What happens, one line of JSON each, for machines that watch: how many, how long, refused for what reason. Who did what is in the audit log.
//!
//! An entry has no field for anything that a person typed or an address holds, so nothing of it can come in.

use std::{
    fmt, fs, io,
    io::Write,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use nemkonto::contract::{Operation, ProblemType, Report};
use serde::Serialize;

/// Where lines go. Clones share it; the default keeps none.
#[derive(Clone, Default)]
pub struct Log(Option<Arc<Mutex<Box<dyn Write + Send>>>>);

/// What a line is about.
#[derive(Serialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Entry<'a> {
    /// A call was answered.
    Call {
        /// Which; nothing for an address that is no call.
        operation: Option<Operation>,
        /// The HTTP status.
        status: u16,
        /// How long it took.
        milliseconds: u128,
        /// As what it was refused.
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: Option<ProblemType>,
        /// What the caller was told to quote; also in the audit log.
        #[serde(skip_serializing_if = "Option::is_none")]
        reference: Option<&'a str>,
    },
    /// A browser told of an error of the app.
    Report(&'a Report),
}

#[derive(Serialize)]
struct Line<'a> {
    /// RFC 3339.
    time: String,
    #[serde(flatten)]
    entry: Entry<'a>,
}

impl Log {
    /// Lines go there.
    pub fn to(writer: impl Write + Send + 'static) -> Self {
        Self(Some(Arc::new(Mutex::new(Box::new(writer)))))
    }

    /// Lines are added to a file; `-` is the standard output.
    pub fn at(path: &Path) -> io::Result<Self> {
        if path.as_os_str() == "-" {
            return Ok(Self::to(io::stdout()));
        }
        fs::OpenOptions::new().create(true).append(true).open(path).map(Self::to)
    }

    /// Writes a line. A log that cannot be written stops nobody.
    pub fn write(&self, entry: Entry<'_>) {
        let Some(writer) = &self.0 else { return };
        let time = jiff::Timestamp::now().round(jiff::Unit::Millisecond).unwrap_or_default().to_string();
        let Ok(mut line) = serde_json::to_string(&Line { time, entry }) else { return };
        line.push('\n');
        let mut writer = writer.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = writer.write_all(line.as_bytes()).and_then(|()| writer.flush());
    }
}

impl fmt::Debug for Log {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Log").field(&self.0.is_some()).finish()
    }
}
