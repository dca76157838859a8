//! The build tools, each in the version this checkout is pinned to, in `target/tools`.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use tokio::process::Command;

use super::command::{command, output, succeeds};
use super::error::LaunchError;
use super::prebuilt;

/// A later Trunk needs a newer compiler than `rust-toolchain.toml` names.
pub const TRUNK: &str = "0.21.14";
const NODE: u32 = 20;
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Installed build tools.
#[derive(Debug)]
pub struct Tools {
    folder: PathBuf,
}

impl Tools {
    /// Installs what is missing, in view of the user.
    pub async fn install(root: &Path) -> Result<Self, LaunchError> {
        check(root).await?;
        let tools = Self { folder: root.join("target/tools") };
        fs::create_dir_all(&tools.folder).map_err(LaunchError::file(&tools.folder))?;
        tools.install_packages(root).await?;
        tools.install_trunk(root).await?;
        let wasm_bindgen = locked_version(root, "wasm-bindgen")?;
        if !tools.has("wasm-bindgen", &wasm_bindgen).await {
            // Without --locked: the lock file published with 0.2.130 asks for a crate version that crates.io does not offer.
            tools.compile(root, "wasm-bindgen-cli", &wasm_bindgen, &[]).await?;
        }
        Ok(tools)
    }

    /// Trunk, finding the other tools on its search path.
    pub fn trunk(&self, root: &Path) -> Command {
        let mut trunk = command(self.program("trunk"));
        trunk.current_dir(root).env("PATH", self.search_path()).env("TRUNK_SKIP_VERSION_CHECK", "true");
        // Trunk takes the words `true` and `false` here, others write `1`.
        if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
            trunk.env("NO_COLOR", "true");
        }
        trunk
    }

    /// The shell command that puts the tools on the search path.
    pub fn path_command(&self) -> String {
        let [programs, packages] = self.folders();
        format!("export PATH=\"{}:{}:$PATH\"", programs.display(), packages.display())
    }

    fn program(&self, name: &str) -> PathBuf {
        self.folder.join("bin").join(name).with_extension(env::consts::EXE_EXTENSION)
    }

    fn folders(&self) -> [PathBuf; 2] {
        [self.folder.join("bin"), self.folder.join("node_modules/.bin")]
    }

    fn search_path(&self) -> OsString {
        let present = env::var_os("PATH").unwrap_or_default();
        let all = self.folders().into_iter().chain(env::split_paths(&present));
        // Joining fails only for a folder whose name contains the separator; then the tools are not found, and said so.
        env::join_paths(all).unwrap_or(present)
    }

    /// The stylesheet's sources, its compiler and the WebAssembly optimiser, from npm.
    async fn install_packages(&self, root: &Path) -> Result<(), LaunchError> {
        let lock = Path::new("package-lock.json");
        let read = |folder: &Path| fs::read(folder.join(lock)).ok();
        let complete = self.folder.join("node_modules/.package-lock.json").exists();
        if complete && read(&self.folder) == read(&root.join("style")) {
            return Ok(());
        }
        println!("Fetching dkfds, sass and binaryen from npm ...");
        for name in [Path::new("package.json"), lock] {
            let (from, to) = (root.join("style").join(name), self.folder.join(name));
            fs::copy(&from, to).map_err(LaunchError::file(from))?;
        }
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
        if succeeds(command(npm).args(arguments).current_dir(&self.folder)).await? {
            return Ok(());
        }
        Err(LaunchError::Install { tool: "The stylesheet's packages".into() })
    }

    async fn install_trunk(&self, root: &Path) -> Result<(), LaunchError> {
        if self.has("trunk", TRUNK).await {
            return Ok(());
        }
        if let Some(prebuilt) = prebuilt::trunk(TRUNK) {
            println!("Fetching trunk {TRUNK} ...");
            match prebuilt.install("trunk", &self.folder.join("bin")).await {
                Ok(()) if self.has("trunk", TRUNK).await => return Ok(()),
                Ok(()) => println!("It does not run on this machine."),
                Err(error) => println!("Not this way: {error}."),
            }
        }
        self.compile(root, "trunk", TRUNK, &["--locked"]).await
    }

    /// Whether a program is there, in this version.
    async fn has(&self, program: &str, version: &str) -> bool {
        let line = output(command(self.program(program)).arg("--version")).await;
        line.is_some_and(|line| line.split_whitespace().nth(1) == Some(version))
    }

    async fn compile(&self, root: &Path, name: &str, version: &str, more: &[&str]) -> Result<(), LaunchError> {
        println!("Compiling {name} {version}: some minutes, this once ...");
        let mut install = command(cargo());
        install.current_dir(root).args(["install", name, "--version", version, "--root"]).arg(&self.folder);
        // Neither fetches anything by itself here, and TLS is much to compile. What is there was not always put there by cargo.
        install.args(["--no-default-features", "--force"]);
        // Kept outside the temporary folder, so that an interrupted installation continues where it stopped.
        install.arg("--target-dir").arg(self.folder.join("build")).args(more);
        // Tools that run for seconds are better compiled fast than fast.
        for (setting, value) in [("OPT_LEVEL", "1"), ("LTO", "off"), ("CODEGEN_UNITS", "16"), ("DEBUG", "false")] {
            install.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
        }
        if succeeds(&mut install).await? {
            return Ok(());
        }
        Err(LaunchError::Install { tool: format!("{name} {version}") })
    }
}

/// Whether what is not installed here is there: Node.js, and a compiler that can make WebAssembly, which rustup completes.
pub async fn check(root: &Path) -> Result<(), LaunchError> {
    check_node().await?;
    install_wasm_target(root).await
}

/// The cargo that started this program.
pub fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

async fn check_node() -> Result<(), LaunchError> {
    let version = output(command("node").arg("--version")).await.ok_or(LaunchError::NodeMissing { needed: NODE })?;
    let found = version.trim_start_matches('v');
    match found.split('.').next().and_then(|major| major.parse::<u32>().ok()) {
        Some(major) if major >= NODE => Ok(()),
        _ => Err(LaunchError::NodeTooOld { found: found.to_owned(), needed: NODE }),
    }
}

/// rustup adds the target of `rust-toolchain.toml` only together with a toolchain that it installs, not to one that is there.
async fn install_wasm_target(root: &Path) -> Result<(), LaunchError> {
    if has_wasm_target(root).await {
        return Ok(());
    }
    println!("Adding the target {WASM_TARGET} ...");
    let added = succeeds(command("rustup").args(["target", "add", WASM_TARGET]).current_dir(root)).await;
    if matches!(added, Ok(true)) && has_wasm_target(root).await { Ok(()) } else { Err(LaunchError::WasmTargetMissing) }
}

async fn has_wasm_target(root: &Path) -> bool {
    let arguments = ["--print", "target-libdir", "--target", WASM_TARGET];
    let folder = output(command("rustc").args(arguments).current_dir(root)).await;
    folder.is_some_and(|folder| Path::new(&folder).exists())
}

/// The version in `Cargo.lock`: the program must be exactly as old as the crate.
fn locked_version(root: &Path, package: &str) -> Result<String, LaunchError> {
    let path = root.join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(LaunchError::file(&path))?;
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1).and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(str::to_owned).ok_or_else(|| LaunchError::file(&path)(std::io::ErrorKind::InvalidData.into()))
}
