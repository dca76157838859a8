//! From an empty checkout to a running sandbox: tools, app, server.

mod app;
mod command;
mod error;
pub mod options;
mod prebuilt;
mod stamp;
mod tools;
mod watch;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use nemkonto_sandbox::{
    api::{Agency, Clock},
    log::Log,
    provider,
    relying_party::ProviderSettings,
    server::{Sandbox, Settings, stand_in::StandIn},
    store::{Data, Store, StoreError, audit, receipt_keys},
};
use tokio::signal;
use url::Url;

use error::LaunchError;
use options::Options;
use tools::Tools;

/// Does what the command line asks, until Ctrl-C.
pub async fn run(options: Options) -> Result<(), LaunchError> {
    let root = root();
    if options.install {
        return install(&root).await;
    }
    if let (true, Some(app)) = (options.only_provider, &options.origin) {
        return only_provider(options.port, app).await;
    }
    let provider = options.provider.as_deref().map(ProviderSettings::read).transpose()?;
    let data = options.data.unwrap_or_else(|| root.join("target/sandbox.sqlite"));
    if options.rotate_receipt_key {
        return rotate_receipt_key(&data);
    }
    if options.audit_log {
        return print_audit_log(&data);
    }
    if options.reset {
        remove_database(&data)?;
    }
    let agency = options.configuration.as_deref().map(Agency::read).transpose()?;
    let open = |path: &Path| Log::at(path).map_err(LaunchError::file(path));
    let log = options.log.as_deref().map(open).transpose()?.unwrap_or_default();
    let (port, origin) = (options.port, options.origin);
    let agency = agency.unwrap_or_else(Agency::of_the_sandbox);
    let settings = |dist| Settings { provider, agency, log, origin, ..Settings::new(port, dist, data) };
    if options.watch {
        return watch(&root, &settings(watch::dist(&root))).await;
    }
    let dist = match &options.dist {
        Some(dist) => app::built(dist)?,
        None => app::build(&root).await?,
    };
    let settings = settings(dist);
    let sandbox = Sandbox::start(&settings).await?;
    print(&sandbox, &settings, sandbox.app().as_str());
    interrupted().await;
    sandbox.stop().await;
    Ok(())
}

async fn install(root: &Path) -> Result<(), LaunchError> {
    let tools = Tools::install(root).await?;
    println!(
        "The build tools are installed. For `trunk serve`, put them on the search path:\n  {}",
        tools.path_command()
    );
    Ok(())
}

async fn only_provider(port: u16, app: &Url) -> Result<(), LaunchError> {
    let stand_in = StandIn::start(port, app).await?;
    println!("The stand-in for MitID is running. It knows one client, by what it would give an agency:");
    println!("  issuer         {}", stand_in.address.as_str().trim_end_matches('/'));
    println!("  client_id      {}", stand_in.client_id);
    println!("  client_secret  {}", stand_in.client_secret);
    for address in &stand_in.redirect_uris {
        println!("  redirect_uri   {address}");
    }
    println!("{}\n(Ctrl-C stops it)", provider::guide());
    interrupted().await;
    Ok(())
}

fn rotate_receipt_key(data: &Path) -> Result<(), LaunchError> {
    let store = Store::open(&Data::File(data.to_owned()))?;
    let now = Clock::default().now();
    let key =
        store.transaction_blocking(|transaction| receipt_keys::rotate(transaction, now).map_err(StoreError::from))?;
    println!("Receipts are signed with the key {key} from now on. Older receipts can still be checked.");
    Ok(())
}

fn print_audit_log(data: &Path) -> Result<(), LaunchError> {
    let store = Store::open(&Data::File(data.to_owned()))?;
    for line in store.transaction_blocking(|transaction| audit::lines(transaction).map_err(StoreError::from))? {
        println!("{line}");
    }
    Ok(())
}

async fn watch(root: &Path, settings: &Settings) -> Result<(), LaunchError> {
    let tools = Tools::install(root).await?;
    let sandbox = Sandbox::start(settings).await?;
    print(&sandbox, settings, watch::ADDRESS);
    let result = tokio::select! {
        result = watch::serve(root, &tools) => result,
        () = interrupted() => Ok(()),
    };
    sandbox.stop().await;
    result
}

/// The folder of the workspace, where this program was compiled.
fn root() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    root.canonicalize().unwrap_or(root)
}

/// Removes the database and the two files that SQLite may keep beside it.
fn remove_database(data: &Path) -> Result<(), LaunchError> {
    for suffix in ["", "-wal", "-shm"] {
        let mut name = data.as_os_str().to_owned();
        name.push(suffix);
        match fs::remove_file(&name) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(LaunchError::file(name)(error));
            }
            _ => {}
        }
    }
    Ok(())
}

fn print(sandbox: &Sandbox, settings: &Settings, address: &str) {
    for section in sandbox.guide() {
        println!("\n{section}");
    }
    println!("\nNemKonto is running. Open {}", address.trim_end_matches('/'));
    match &settings.provider {
        None => {
            let stand_in = sandbox.provider().as_str().trim_end_matches('/');
            println!("(the stand-in for MitID is on {stand_in}; Ctrl-C stops both)");
        }
        Some(provider) => {
            println!("Logins go to {}, which must let them return to", provider.issuer);
            for address in sandbox.redirect_uris() {
                println!("  {address}");
            }
            println!("(Ctrl-C stops it)");
        }
    }
}

/// Returns at Ctrl-C, or when the system asks the program to end.
async fn interrupted() {
    #[cfg(unix)]
    let terminated = async {
        match signal::unix::signal(signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        _ = signal::ctrl_c() => {}
        () = terminated => {}
    }
}
