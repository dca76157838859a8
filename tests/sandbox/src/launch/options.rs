//! The command line.

use std::path::PathBuf;

use clap::Parser;
use url::Url;

/// Builds the NemKonto caseworker frontend and serves it on this machine, with its API and a stand-in for MitID.
///
/// The first start fetches the pinned build tools into `target/tools`, which takes some minutes; later starts take seconds.
#[derive(Debug, Parser)]
#[command(version)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Options {
    /// Port of the app and its API; the stand-in for MitID takes the next one. 0 picks free ports.
    #[arg(long, default_value_t = 8080, value_parser = clap::value_parser!(u16).range(0..65535))]
    pub port: u16,

    /// Where the data are kept [default: target/sandbox.sqlite].
    #[arg(long, value_name = "FILE")]
    pub data: Option<PathBuf>,

    /// Start again with the data the sandbox comes with.
    #[arg(long)]
    pub reset: bool,

    /// For developers of the frontend: build on every change and reload the page, on <http://localhost:8090>.
    #[arg(long, conflicts_with_all = ["port", "dist", "origin"])]
    pub watch: bool,

    /// Serve this build of the app instead of building it.
    #[arg(long, value_name = "DIR")]
    pub dist: Option<PathBuf>,

    /// Sign receipts with a new key from now on, and stop. Older receipts can still be checked. A running sandbox takes notice.
    #[arg(long, conflicts_with_all = ["port", "reset", "watch", "dist", "provider"])]
    pub rotate_receipt_key: bool,

    /// Print who looked up what, who changed what, and what was refused and why, and stop.
    #[arg(long, conflicts_with_all = ["port", "reset", "watch", "dist", "rotate_receipt_key", "provider"])]
    pub audit_log: bool,

    /// Log in at the OpenID provider that this file describes; tests/sandbox/providers has files to start from.
    ///
    /// Every employee who logs in there counts as a caseworker.
    #[arg(long, value_name = "FILE")]
    pub provider: Option<PathBuf>,

    /// Start with what this file sets of the app; tests/sandbox/configuration.toml is the one to start from.
    #[arg(long, value_name = "FILE")]
    pub configuration: Option<PathBuf>,

    /// Add a line of JSON for each call of the API to this file; `-` is the standard output.
    #[arg(long, value_name = "FILE")]
    pub log: Option<PathBuf>,

    /// Where browsers come to, if another server stands before the sandbox, such as <https://nemkonto.example>.
    #[arg(long, value_name = "URL")]
    pub origin: Option<Url>,

    /// Start nothing but the stand-in for MitID, on --port, for another API whose app is at --origin; prints what it knows that API by.
    #[arg(long, requires = "origin", conflicts_with_all = ["data", "reset", "watch", "dist", "rotate_receipt_key", "audit_log", "provider", "configuration", "log"])]
    pub only_provider: bool,

    /// Fetch the build tools and stop.
    #[arg(long, conflicts_with_all = ["port", "data", "reset", "watch", "dist", "rotate_receipt_key", "audit_log", "provider", "configuration", "log", "origin", "only_provider"])]
    pub install: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Options::command().debug_assert();
    }

    #[test]
    fn watching_uses_the_ports_and_the_origin_that_trunk_knows() {
        assert!(Options::try_parse_from(["sandbox", "--watch"]).is_ok());
        assert!(Options::try_parse_from(["sandbox", "--watch", "--port", "9000"]).is_err());
        assert!(Options::try_parse_from(["sandbox", "--watch", "--origin", "https://nemkonto.example"]).is_err());
    }

    #[test]
    fn the_provider_by_itself_has_to_know_whose_it_is() {
        assert!(Options::try_parse_from(["sandbox", "--only-provider"]).is_err());
        assert!(
            Options::try_parse_from(["sandbox", "--only-provider", "--origin", "http://localhost:9000", "--dist", "x"])
                .is_err()
        );
        assert!(Options::try_parse_from(["sandbox", "--only-provider", "--origin", "http://localhost:9000"]).is_ok());
    }

    #[test]
    fn leaves_room_for_the_port_of_the_provider() {
        assert!(Options::try_parse_from(["sandbox", "--port", "65535"]).is_err());
        assert!(Options::try_parse_from(["sandbox", "--port", "65534"]).is_ok());
    }
}
