//! What an agency sets, before the app is there and in it.

use std::fs;

use nemkonto_e2e::engine::Engine;
use nemkonto_e2e::pages::Page;
use nemkonto_e2e::site::Site;
use nemkonto_e2e::{at_site, in_one_browser};
use nemkonto_sandbox::api::Agency;

use crate::caseworker::Caseworker;
use crate::start::{NEVER, built_file, copy_of_the_build, replace_script};

/// What a footer says, and what of the agency is on the page.
const SHOWN: &str = "return [document.title, ...[...document.querySelectorAll('.service-name, footer p, footer li, footer button')] \
                     .map((element) => element.innerText), getComputedStyle(document.documentElement).getPropertyValue('--primary'), \
                     getComputedStyle(document.querySelector('.service-name'), '::before').content].join('|')";

#[tokio::test]
async fn what_the_agency_sets_is_shown_before_the_app_is_there_and_in_it() {
    let copy = copy_of_the_build();
    fs::create_dir(copy.path().join("agency")).unwrap();
    let sheet = ":root { --primary: #123456; --logo: url('/agency/logo.svg'); }";
    fs::write(copy.path().join("agency/brand.css"), sheet).unwrap();
    fs::write(copy.path().join("agency/logo.svg"), "<svg xmlns='http://www.w3.org/2000/svg' width='32' height='32'/>")
        .unwrap();
    let agency = Agency {
        product_name: Some("Kontoportalen".to_owned()),
        languages: vec!["en".to_owned()],
        session_length_shown: true,
        stylesheet: Some("/agency/brand.css".to_owned()),
        ..Agency::of_the_sandbox()
    };
    let site = Site::open_for(Engine::Shell, copy.path().to_owned(), agency).await.unwrap();
    at_site(site, "what_the_agency_sets_is_shown", async |site| {
        site.visit("/").await.unwrap();
        site.browser.settle().await.unwrap();
        assert_eq!(Page(&site.browser).language().await.unwrap(), "en");
        let in_the_app = site.browser.run(SHOWN, Vec::new()).await.unwrap();
        let in_the_app = in_the_app.as_str().unwrap();
        for expected in [
            "Log in as a caseworker – Kontoportalen|Kontoportalen|",
            "You are logged off when you have not used NemKonto for 30 minutes.",
            "|Accessibility statement|Privacy notice|Support|English|#123456|",
            "/agency/logo.svg",
        ] {
            assert!(in_the_app.contains(expected), "{expected}: {in_the_app}");
        }

        // The next time it is there at once: before the API has answered, and without the app.
        replace_script(copy.path(), "boot", NEVER);
        let script = fs::read_to_string(built_file(copy.path(), "early", "js")).unwrap();
        let never_answered = format!("window.fetch = () => new Promise(() => {{}}); {script}");
        replace_script(copy.path(), "early", &never_answered);
        site.visit_without_the_app("/").await.unwrap();
        site.browser.wait_until("[...document.styleSheets].some(({ href }) => href?.includes('brand'))").await.unwrap();
        let before_the_app = site.browser.run(SHOWN, Vec::new()).await.unwrap();
        assert_eq!(before_the_app.as_str().unwrap(), in_the_app);
    })
    .await;
}

/// An error, for this is the sandbox; for an agency it is a warning.
#[tokio::test]
async fn a30_an_entry_that_nobody_knows_is_named_and_the_rest_holds() {
    for (is_sandbox, level) in [(true, "SEVERE"), (false, "WARNING")] {
        let copy = copy_of_the_build();
        let early = built_file(copy.path(), "early", "js");
        let script = fs::read_to_string(&early).unwrap();
        let changed = format!(
            "const ask = window.fetch; window.fetch = async (what, how) => {{ const answer = await ask(what, how); \
             if (what !== '/api/configuration') return answer; const known = await answer.json(); \
             return Response.json({{ ...known, sandbox: {is_sandbox}, colour: 'red', links: {{ ...known.links, help: '/', support: 'help' }} }}); }}; "
        );
        fs::write(&early, changed + &script).unwrap();
        let site = Site::open_with(Engine::Shell, copy.path().to_owned()).await.unwrap();
        at_site(site, "a30_an_entry_that_nobody_knows_is_named", async |site| {
            site.visit("/").await.unwrap();
            let footer = site.browser.text("footer").await.unwrap();
            assert!(footer.contains("NemKonto Support") && footer.contains("Privatlivspolitik"), "{footer}");
            assert!(!footer.contains("\nSupport"), "{footer}");
            let messages = site.browser.console().await.unwrap();
            for expected in ["colour is not known", "links.help is not known", "links.support is not followed"] {
                let told = messages.iter().find(|message| message.text.contains(expected));
                assert_eq!(told.map(|message| message.level.as_str()), Some(level), "{expected}: {messages:#?}");
            }
        })
        .await;
    }
}

#[tokio::test]
async fn a30_a_configuration_that_is_broken_keeps_nobody_from_logging_in() {
    in_one_browser("a30_a_configuration_that_is_broken", async |site| {
        site.visit("/third-party-notices.txt").await.unwrap();
        for broken in [
            "",
            "{",
            "null",
            "[]",
            "5",
            "{\"contact\":5,\"languages\":5,\"links\":5}",
            "{\"contact\":{},\"languages\":[5]}",
        ] {
            site.browser
                .run("localStorage.setItem('nemkonto.configuration', arguments[0])", vec![broken.into()])
                .await
                .unwrap();
            site.visit("/").await.unwrap();
            assert_eq!(Page(&site.browser).heading().await.unwrap(), "Log ind som sagsbehandler", "{broken}");
        }
        Caseworker::log_in_by_hand(site, "anna").await;
    })
    .await;
}
