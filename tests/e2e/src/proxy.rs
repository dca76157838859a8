//! The servers of `tests/deploy`, as an agency would put them before the app and its API; on this machine, on a free port.

use std::env;
use std::fmt;
use std::fs;
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use tempfile::TempDir;
use tokio::process::{Child, Command};
use tokio::time::{Instant, sleep};
use url::Url;

use crate::error::Error;
use crate::site::root;

const START_LIMIT: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(20);

/// A web server.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Server {
    Nginx,
    Caddy,
}

/// One that runs, until it is dropped.
#[derive(Debug)]
pub struct Proxy {
    _process: Child,
    _folder: TempDir,
}

impl Server {
    pub const ALL: [Self; 2] = [Self::Nginx, Self::Caddy];

    /// Starts the server of the example, for browsers that come to this origin.
    pub async fn start(self, origin: &Url, dist: &Path, api: &Url) -> Result<Proxy, Error> {
        let folder = tempfile::tempdir()?;
        let port = origin.port().ok_or(Error::Answer)?;
        let api = format!("127.0.0.1:{}", api.port().ok_or(Error::Answer)?);
        let mut command = match self {
            Self::Nginx => nginx(folder.path(), port, dist, &api)?,
            Self::Caddy => caddy(folder.path(), origin, dist, &api)?,
        };
        let command = command.stdin(Stdio::null()).kill_on_drop(true);
        let program = self.program();
        let mut process = command.spawn().map_err(|source| Error::Driver { program, source })?;
        listening(&mut process, program, port).await?;
        Ok(Proxy { _process: process, _folder: folder })
    }

    fn program(self) -> &'static str {
        match self {
            Self::Nginx => "nginx",
            Self::Caddy => "caddy",
        }
    }
}

/// Waits until a program takes connections.
pub(crate) async fn listening(process: &mut Child, program: &'static str, port: u16) -> Result<(), Error> {
    let limit = Instant::now() + START_LIMIT;
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if Instant::now() > limit || process.try_wait()?.is_some() {
            return Err(Error::DriverSilent { program });
        }
        sleep(PAUSE).await;
    }
    Ok(())
}

impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.program())
    }
}

/// Debian's packages, unpacked where `tests/run` leaves them: nothing on the machine is started or changed by them.
fn installed() -> PathBuf {
    env::var_os("NEMKONTO_SERVERS").map_or_else(|| root().join("target/tools/servers"), PathBuf::from)
}

/// The example, with the addresses of the test in place of those to fill in.
fn nginx(folder: &Path, port: u16, dist: &Path, api: &str) -> Result<Command, Error> {
    let example = fs::read_to_string(root().join("tests/deploy/nginx.conf"))?;
    let listen = format!("listen 127.0.0.1:{port};");
    let site = [
        ("listen 443 ssl http2;", listen.as_str()),
        ("server_name nemkonto.example;", "server_name localhost;"),
        ("ssl_certificate     /etc/ssl/nemkonto/fullchain.pem;", ""),
        ("ssl_certificate_key /etc/ssl/nemkonto/key.pem;", ""),
        ("server 127.0.0.1:8080;", &format!("server {api};")),
        ("root /srv/nemkonto;", &format!("root {};", dist.display())),
        // What sends people from port 80 is not tried here.
        ("listen 80;", &format!("listen unix:{}/plain;", folder.display())),
    ]
    .into_iter()
    .try_fold(example, |text, (from, to)| text.contains(from).then(|| text.replacen(from, to, 1)));
    let servers = installed();
    let module = servers.join("usr/lib/nginx/modules/ngx_http_brotli_static_module.so");
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {}/{kind};\n", folder.display()))
        .concat();
    let main = format!(
        "daemon off;\nmaster_process off;\npid {folder}/pid;\nerror_log stderr warn;\nload_module {module};\nevents {{}}\n\
         http {{\ninclude {types};\ndefault_type application/octet-stream;\naccess_log off;\n{temporary}{site}}}\n",
        folder = folder.display(),
        module = module.display(),
        types = servers.join("etc/nginx/mime.types").display(),
        site = site.ok_or(Error::Answer)?,
    );
    let file = folder.join("nginx.conf");
    fs::write(&file, main)?;
    let mut command = Command::new(servers.join("usr/sbin/nginx"));
    command.arg("-e").arg("stderr").arg("-p").arg(folder).arg("-c").arg(file);
    Ok(command)
}

/// The example, told by the environment what is to be filled in.
fn caddy(folder: &Path, origin: &Url, dist: &Path, api: &str) -> Result<Command, Error> {
    let example = fs::read_to_string(root().join("tests/deploy/Caddyfile"))?;
    let file = folder.join("Caddyfile");
    fs::write(&file, format!("{{\n\tadmin off\n\tdefault_bind 127.0.0.1\n}}\n{example}"))?;
    let mut command = Command::new(installed().join("usr/bin/caddy"));
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(file).stderr(Stdio::null());
    command.env("HOME", folder).env("NEMKONTO_SITE", origin.as_str().trim_end_matches('/'));
    command.env("NEMKONTO_ROOT", dist).env("NEMKONTO_API", api);
    Ok(command)
}
