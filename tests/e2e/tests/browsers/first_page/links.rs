//! The links of the agency, before the app is there.

use super::{App, in_one_browser_with};

/// The API's answer, with links of which one is stored.
pub(super) const STORED_LINK: &str = "const ask = window.fetch; window.fetch = async (what, how) => { \
                           const answer = await ask(what, how); \
                           if (what !== '/api/configuration') return answer; \
                           const links = { support: '/sandbox/support', privacy_notice: localStorage.getItem('link') }; \
                           return Response.json({ ...(await answer.json()), links }); };";

/// As in the app: `contract::Links`.
#[tokio::test]
async fn t13_links_of_the_configuration_are_followed_before_the_app_is_there_as_in_it() {
    let cases = include_str!("../../../../cases/link.csv");
    in_one_browser_with(App::MissingWithLink, "t13_links_of_the_configuration", async |site| {
        site.visit_without_the_app("/third-party-notices.txt").await.unwrap();
        for row in cases.lines().skip(1) {
            let [why, address, expected] = *row.split(',').collect::<Vec<_>>() else { panic!("{row}") };
            let address = address.replace("\\n", "\n").replace("\\\\", "\\");
            site.browser.run("localStorage.setItem('link', arguments[0])", vec![address.clone().into()]).await.unwrap();
            site.visit_without_the_app("/").await.unwrap();
            site.browser.find("#support").await.unwrap();
            let shown =
                "const link = document.getElementById('privacy_notice'); return link && link.getAttribute('href')";
            let shown = site.browser.run(shown, Vec::new()).await.unwrap();
            assert_eq!(shown.as_str(), (expected == "followed").then_some(address.as_str()), "{why}");
        }
    })
    .await;
}
