//! The servers of `tests/deploy`, as an agency would put them before the app and its API; on this machine, on free ports, and over TLS
//! with certificates that nobody vouches for.

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

use crate::driver::free_port;
use crate::error::Error;
use crate::site::root;

const START_LIMIT: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(20);
const CERTIFICATE: &str = "fullchain.pem";
const KEY: &str = "key.pem";

/// A web server.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Server {
    Nginx,
    Caddy,
}

/// One that runs, until it is dropped.
#[derive(Debug)]
pub struct Proxy {
    /// Where it listens for those who come without TLS.
    pub plain: Url,
    _process: Child,
    _folder: TempDir,
}

/// What stands in the example's place of what is to be filled in.
struct Place<'a> {
    /// With all that the server keeps.
    folder: &'a Path,
    origin: &'a Url,
    port: u16,
    plain_port: u16,
    dist: &'a Path,
    api: String,
}

impl Server {
    pub const ALL: [Self; 2] = [Self::Nginx, Self::Caddy];

    /// Starts the server of the example, for browsers that come to this origin.
    pub async fn start(self, origin: &Url, dist: &Path, api: &Url) -> Result<Proxy, Error> {
        let folder = tempfile::tempdir()?;
        let place = Place {
            folder: folder.path(),
            origin,
            port: origin.port().ok_or(Error::Answer)?,
            plain_port: free_port()?,
            dist,
            api: format!("127.0.0.1:{}", api.port().ok_or(Error::Answer)?),
        };
        let mut command = match self {
            Self::Nginx => nginx(&place).await?,
            Self::Caddy => caddy(&place)?,
        };
        let command = command.stdin(Stdio::null()).kill_on_drop(true);
        let program = self.program();
        let mut process = command.spawn().map_err(|source| Error::Driver { program, source })?;
        listening(&mut process, program, place.port).await?;
        listening(&mut process, program, place.plain_port).await?;
        let plain = format!("http://localhost:{}", place.plain_port).parse().map_err(|_| Error::Answer)?;
        Ok(Proxy { plain, _process: process, _folder: folder })
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
async fn nginx(place: &Place<'_>) -> Result<Command, Error> {
    let folder = place.folder.display();
    certificate(place.folder).await?;
    let example = fs::read_to_string(root().join("tests/deploy/nginx.conf"))?;
    let site = [
        ("listen 443 ssl http2;", format!("listen 127.0.0.1:{} ssl http2;", place.port)),
        ("server_name nemkonto.example;", "server_name localhost;".to_owned()),
        ("/etc/ssl/nemkonto/fullchain.pem", format!("{folder}/{CERTIFICATE}")),
        ("/etc/ssl/nemkonto/key.pem", format!("{folder}/{KEY}")),
        ("server 127.0.0.1:8080;", format!("server {};", place.api)),
        ("root /srv/nemkonto;", format!("root {};", place.dist.display())),
        ("listen 80;", format!("listen 127.0.0.1:{};", place.plain_port)),
        ("server_name nemkonto.example;", "server_name localhost;".to_owned()),
    ]
    .iter()
    .try_fold(example, |text, (from, to)| text.contains(from).then(|| text.replacen(from, to, 1)));
    let servers = installed();
    let module = servers.join("usr/lib/nginx/modules/ngx_http_brotli_static_module.so");
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {folder}/{kind};\n"))
        .concat();
    let main = format!(
        "daemon off;\nmaster_process off;\npid {folder}/pid;\nerror_log stderr warn;\nload_module {module};\nevents {{}}\n\
         http {{\ninclude {types};\ndefault_type application/octet-stream;\naccess_log off;\n{temporary}{site}}}\n",
        module = module.display(),
        types = servers.join("etc/nginx/mime.types").display(),
        site = site.ok_or(Error::Answer)?,
    );
    let file = place.folder.join("nginx.conf");
    fs::write(&file, main)?;
    let mut command = Command::new(servers.join("usr/sbin/nginx"));
    command.arg("-e").arg("stderr").arg("-p").arg(place.folder).arg("-c").arg(file);
    Ok(command)
}

/// Makes a certificate for this machine, and its key.
async fn certificate(folder: &Path) -> Result<(), Error> {
    let mut command = Command::new("openssl");
    command.args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"]);
    command.args(["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]);
    command.arg("-out").arg(folder.join(CERTIFICATE)).arg("-keyout").arg(folder.join(KEY));
    let made = command.stderr(Stdio::null()).status().await;
    let made = made.map_err(|source| Error::Driver { program: "openssl", source })?;
    if made.success() { Ok(()) } else { Err(Error::DriverSilent { program: "openssl" }) }
}

/// The example, told by the environment what is to be filled in. For this machine Caddy makes its certificate itself.
fn caddy(place: &Place<'_>) -> Result<Command, Error> {
    let example = fs::read_to_string(root().join("tests/deploy/Caddyfile"))?;
    let file = place.folder.join("Caddyfile");
    let (port, plain_port) = (place.port, place.plain_port);
    let global = format!(
        "\tadmin off\n\tdefault_bind 127.0.0.1\n\tskip_install_trust\n\thttp_port {plain_port}\n\thttps_port {port}\n"
    );
    fs::write(&file, format!("{{\n{global}}}\n{example}"))?;
    let mut command = Command::new(installed().join("usr/bin/caddy"));
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(file).stderr(Stdio::null());
    command.env("HOME", place.folder).env("NEMKONTO_SITE", place.origin.as_str().trim_end_matches('/'));
    command.env("NEMKONTO_ROOT", place.dist).env("NEMKONTO_API", &place.api);
    Ok(command)
}
