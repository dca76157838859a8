//! Programs as their makers publish them, compiled: fetching one takes seconds, compiling it minutes.

use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

use reqwest::Client;
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::command::{command, succeeds};

/// Whoever cannot reach the place waits this long; then the program is compiled.
const REACHED_WITHIN: Duration = Duration::from_secs(5);
/// Where nothing more comes for so long, nothing will.
const SILENT_FOR: Duration = Duration::from_secs(10);
const FETCHED_WITHIN: Duration = Duration::from_secs(90);

/// A published archive with one program in it.
#[derive(Debug, Clone)]
pub struct Prebuilt {
    pub url: String,
    /// Of the archive, in hexadecimal: whoever changes the file at that place cannot change what is run here.
    pub sha256: &'static str,
}

/// Why there is no such program. It is then compiled, so this is only told.
#[derive(Debug, Error)]
pub enum PrebuiltError {
    #[error("it could not be fetched: {0}")]
    Fetch(#[from] reqwest::Error),
    #[error("what was fetched is not what was published")]
    OtherContent,
    #[error("it could not be unpacked")]
    Unpack,
    #[error("it could not be written: {0}")]
    File(#[from] io::Error),
}

/// The archives of Trunk 0.21.14: the targets that this program may run on, and the SHA-256 of each.
const TRUNK: [(&str, &str, &str, &str); 4] = [
    (
        "linux",
        "x86_64",
        "x86_64-unknown-linux-musl",
        "a67f4054b249fe9acc5fabc25de1aebf19783aca3ad6ff64bf34d7da44d0ea20",
    ),
    (
        "linux",
        "aarch64",
        "aarch64-unknown-linux-musl",
        "e8e2a2bb423ce6702ab9f4f02f8c9ae99d790f0301f7634e986b2dd8706019cc",
    ),
    ("macos", "x86_64", "x86_64-apple-darwin", "f1ba0e3bbe24e0ae219c6d22c33e24e2825c1608dd27c2556e323495110f1a95"),
    ("macos", "aarch64", "aarch64-apple-darwin", "764e299dd50d89442a4e96a236349f57961984b701e74d3dbdb39cd1c9f5101e"),
];

/// Trunk of this version, for this machine.
pub fn trunk(version: &str) -> Option<Prebuilt> {
    let is_ours =
        |(os, arch, ..): &&(&str, &str, &str, &str)| (*os, *arch) == (std::env::consts::OS, std::env::consts::ARCH);
    let (_, _, target, sha256) = TRUNK.iter().find(is_ours)?;
    let url = format!("https://github.com/trunk-rs/trunk/releases/download/v{version}/trunk-{target}.tar.gz");
    Some(Prebuilt { url, sha256 })
}

impl Prebuilt {
    /// Puts the program into the folder, if it arrives whole and is the one that is expected.
    pub async fn install(&self, program: &str, folder: &Path) -> Result<(), PrebuiltError> {
        let http = Client::builder()
            .connect_timeout(REACHED_WITHIN)
            .read_timeout(SILENT_FOR)
            .timeout(FETCHED_WITHIN)
            .build()?;
        let archive = http.get(&self.url).send().await?.error_for_status()?.bytes().await?;
        if hash(&archive) != self.sha256 {
            return Err(PrebuiltError::OtherContent);
        }
        fs::create_dir_all(folder)?;
        let file = folder.join(format!("{program}.tar.gz"));
        fs::write(&file, &archive)?;
        let unpacked = succeeds(command("tar").arg("-xzf").arg(&file).arg("-C").arg(folder).arg(program)).await;
        fs::remove_file(&file)?;
        if unpacked.unwrap_or(false) { Ok(()) } else { Err(PrebuiltError::Unpack) }
    }
}

fn hash(archive: &[u8]) -> String {
    format!("{:x}", Sha256::digest(archive))
}

#[cfg(all(test, unix))]
mod tests {
    #![allow(clippy::unwrap_used)]
    use axum::Router;
    use axum::body::Bytes;
    use axum::http::header::CONTENT_LENGTH;
    use axum::routing::get;
    use tempfile::TempDir;
    use tokio::net::TcpListener;

    use super::*;
    use crate::launch::command::output;
    use crate::launch::tools;

    /// An archive with a program that says a word.
    async fn archive(word: &str) -> Vec<u8> {
        let folder = TempDir::new().unwrap();
        let program = folder.path().join("tool");
        fs::write(&program, format!("#!/bin/sh\necho {word}\n")).unwrap();
        assert!(succeeds(command("chmod").arg("+x").arg(program)).await.unwrap());
        let packed = folder.path().join("tool.tar.gz");
        let pack = ["-C", folder.path().to_str().unwrap(), "tool"];
        assert!(succeeds(command("tar").arg("-czf").arg(&packed).args(pack)).await.unwrap());
        fs::read(packed).unwrap()
    }

    /// Serves the bytes, which it says are so many, and expects an archive with this hash.
    async fn published(bytes: Vec<u8>, length: usize, sha256: String) -> Prebuilt {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/tool.tar.gz", listener.local_addr().unwrap());
        let serve = get(move || async move { ([(CONTENT_LENGTH, length)], Bytes::from(bytes)) });
        tokio::spawn(axum::serve(listener, Router::new().route("/tool.tar.gz", serve)).into_future());
        Prebuilt { url, sha256: sha256.leak() }
    }

    #[tokio::test]
    async fn what_was_published_is_installed_and_runs() {
        let bytes = archive("hello").await;
        let (length, sha256) = (bytes.len(), hash(&bytes));
        let folder = TempDir::new().unwrap();
        published(bytes, length, sha256).await.install("tool", folder.path()).await.unwrap();
        assert_eq!(output(&mut command(folder.path().join("tool"))).await.as_deref(), Some("hello"));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "the archive does not stay");
    }

    #[tokio::test]
    async fn another_content_is_not_even_unpacked() {
        let (expected, other) = (archive("hello").await, archive("evil").await);
        let folder = TempDir::new().unwrap();
        let (length, sha256) = (other.len(), hash(&expected));
        let outcome = published(other, length, sha256).await.install("tool", folder.path()).await;
        assert!(matches!(outcome, Err(PrebuiltError::OtherContent)), "{outcome:?}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[tokio::test]
    async fn half_an_archive_is_refused() {
        let bytes = archive("hello").await;
        let (length, sha256) = (bytes.len(), hash(&bytes));
        let half = bytes[..length / 2].to_vec();
        let folder = TempDir::new().unwrap();
        let cut = published(half.clone(), length, sha256.clone()).await.install("tool", folder.path()).await;
        assert!(matches!(cut, Err(PrebuiltError::Fetch(_))), "{cut:?}");
        let passed_off_as_whole = published(half, length / 2, sha256).await.install("tool", folder.path()).await;
        assert!(matches!(passed_off_as_whole, Err(PrebuiltError::OtherContent)), "{passed_off_as_whole:?}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[tokio::test]
    async fn a_place_that_cannot_be_reached_is_given_up() {
        let folder = TempDir::new().unwrap();
        let nobody_listens = Prebuilt { url: "http://127.0.0.1:9/tool.tar.gz".to_owned(), sha256: "" };
        let outcome = nobody_listens.install("tool", folder.path()).await;
        assert!(matches!(outcome, Err(PrebuiltError::Fetch(_))), "{outcome:?}");
        let moved = published(Vec::new(), 0, String::new()).await;
        let elsewhere = Prebuilt { url: format!("{}.gone", moved.url), ..moved };
        let outcome = elsewhere.install("tool", folder.path()).await;
        assert!(matches!(outcome, Err(PrebuiltError::Fetch(_))), "{outcome:?}");
    }

    #[tokio::test]
    async fn an_archive_without_the_program_is_told() {
        let bytes = b"no archive".to_vec();
        let (length, sha256) = (bytes.len(), hash(&bytes));
        let folder = TempDir::new().unwrap();
        let outcome = published(bytes, length, sha256).await.install("tool", folder.path()).await;
        assert!(matches!(outcome, Err(PrebuiltError::Unpack)), "{outcome:?}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    /// Another version has other hashes.
    #[test]
    fn the_hashes_are_those_of_the_pinned_trunk() {
        assert_eq!(tools::TRUNK, "0.21.14");
        let hashes: Vec<_> = TRUNK.iter().map(|(.., hash)| hash.len()).collect();
        assert_eq!(hashes, [64; 4]);
    }
}
