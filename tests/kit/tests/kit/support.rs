//! A sandbox without the app, and the kit for it.

use std::{net::SocketAddr, time::Duration};

use axum::Router;
use nemkonto::{contract::UnitId, domain::right::Right};
use nemkonto_kit::{Kit, Means, Target, cases::Cases, login::LoginWay};
use nemkonto_sandbox::{
    api::{self, Agency, Api, Clock, Limits, PayeeSettings, Settings},
    fixtures::ASSIGNMENTS,
    identities::{ANNA, IdentityKind},
    log::Log,
    provider::{self, Algorithm, Client, Provider},
    relying_party::{Broker, Person, ProviderSettings, Secret},
    store::{Data, assignments},
    vop,
};
use tokio::net::TcpListener;
use url::Url;

/// Where the app would be served from.
const APP: &str = "http://localhost:8080";

/// The test data that come with the kit.
pub const CASES: &str = include_str!("../../sandbox.toml");

/// A running API with a provider and a bank. It goes with the runtime of the test.
pub struct Sandbox {
    pub api: Api,
    pub address: Url,
}

impl Sandbox {
    pub async fn start() -> Sandbox {
        Sandbox::with(|_| {}).await
    }

    /// The same with an edited provider file.
    pub async fn with(edit: impl FnOnce(&mut ProviderSettings)) -> Sandbox {
        let (listener, issuer) = listen().await;
        let secret = "a secret".to_owned();
        let origins = vec![APP.to_owned()];
        let stand_in = Provider::new(provider::Settings {
            issuer: issuer.clone(),
            client: Client {
                id: "nemkonto".to_owned(),
                secret: secret.clone(),
                name: "NemKonto".to_owned(),
                redirect_uris: Settings::redirect_uris(&origins).iter().map(|uri| uri.parse().unwrap()).collect(),
                post_logout_redirect_uris: Vec::new(),
            },
            shaped_after: Broker::Nets,
            signing: Algorithm::Es256,
            fault_switch: true,
        });
        let mut settings = ProviderSettings::nets(stand_in.issuer(), "nemkonto", Secret::new(&secret));
        edit(&mut settings);
        serve(listener, provider::router(stand_in).merge(vop::stand_in::router()));

        let agency = Agency::of_the_sandbox();
        let asked = agency.payee_check.as_ref().unwrap();
        // A machine that does many things at once may keep the bank waiting.
        let payee = PayeeSettings { patience: Duration::from_mins(1), ..PayeeSettings::new(issuer, asked) };
        let api = Api::new(Settings {
            data: Data::InMemory,
            app_origins: origins,
            provider: ProviderSettings { timeout: Duration::from_mins(1), ..settings },
            registers_unknown: false,
            limits: Limits { lookups_a_minute: 16, ..Limits::default() },
            payee: Some(payee),
            agency,
            sandbox: true,
            log: Log::default(),
            clock: Clock::default(),
        })
        .unwrap();
        let (listener, address) = listen().await;
        serve(listener, Router::new().nest("/api", api::router(api.clone())));
        Sandbox { api, address }
    }

    /// The kit with these test data, and every means to try what needs time or another right.
    pub fn kit(&self, http: &reqwest::Client, cases: &str) -> Kit {
        let (clock, api) = (self.api.clock().clone(), self.api.clone());
        let means = Means {
            pass: Box::new(move |seconds| {
                clock.advance(seconds);
                Box::pin(async { Ok(()) })
            }),
            set_right: Some(Box::new(move |given| set_right(&api, given))),
        };
        let target = Target { base: self.address.clone(), origin: APP.to_owned() };
        Kit::new(target, Cases::parse(cases).unwrap(), http.clone(), LoginWay::stand_in(http.clone()), means)
    }
}

fn set_right(api: &Api, given: bool) {
    let rights: &[Right] = if given { Right::ALL } else { &[Right::ViewAccounts] };
    let IdentityKind::Employee { authority, persistent_id } = ANNA.kind else { panic!("Anna is an employee") };
    let anna = Person { id: persistent_id.to_owned(), cvr: authority.cvr.to_owned() };
    let set = api.store().transaction_blocking(|transaction| {
        for assignment in ASSIGNMENTS.iter().filter(|assignment| assignment.identity == ANNA) {
            assignments::set_rights(transaction, &anna, &UnitId(assignment.unit.id.to_owned()), rights)?;
        }
        Ok::<_, nemkonto_sandbox::store::StoreError>(())
    });
    set.unwrap();
}

/// A client for any number of kits.
pub fn client() -> reqwest::Client {
    reqwest::Client::builder().timeout(Duration::from_mins(1)).build().unwrap()
}

async fn listen() -> (TcpListener, Url) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
    (listener, address)
}

fn serve(listener: TcpListener, router: Router) {
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(axum::serve(listener, service).into_future());
}
