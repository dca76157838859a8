//! The whole journey by keyboard alone: what has the focus is seen, the order is that of the page, the dialog keeps the focus
//! and gives it back.

use crate::hands::Hands;
use nemkonto_e2e::in_each_browser;

/// The CVR number of a company, and the SE number of somebody else.
const COMPANY: &str = "99 00 06 78";
const BIC: &str = "REVOLT21";
const IBAN: &str = "LT35 3250 0123 4567 8901";

#[tokio::test]
async fn from_log_in_to_receipt_by_keyboard_alone() {
    in_each_browser("from_log_in_to_receipt_by_keyboard_alone", async |site| {
        let hands = Hands(&site.browser);
        site.visit("/").await.unwrap();
        site.browser.find("#log-in").await.unwrap();

        // The first stop leads past the header.
        assert_eq!(hands.tab().await, ".skipnav");
        hands.enter().await;
        hands.wait_for_focus("main").await;
        assert_eq!(hands.tab().await, "log-in");
        hands.enter().await;
        hands.log_in_at_the_provider("anna").await;

        // A number of two kinds: the arrows choose among the radio buttons.
        site.browser.find("#holder-number").await.unwrap();
        hands.tab_to("holder-number").await;
        hands.write(COMPANY).await;
        hands.enter().await;
        hands.wait_for_focus(".error-summary").await;
        hands.tab().await;
        hands.enter().await;
        hands.wait_for_focus("scheme-cvr").await;
        hands.down().await;
        hands.wait_for_focus("scheme-se").await;
        hands.up().await;
        hands.wait_for_focus("scheme-cvr").await;
        assert_eq!(hands.tab().await, "look-up");
        hands.enter().await;

        site.browser.find("#assign-nemkonto").await.unwrap();
        hands.wait_for_focus("page-heading").await;
        // A button copies the number.
        assert_eq!(hands.tab_to("assign-nemkonto").await, [".function-link", "history", "assign-nemkonto"]);
        hands.enter().await;

        // The kind of account decides which fields there are.
        site.browser.find("#account-type-domestic").await.unwrap();
        hands.wait_for_focus("page-heading").await;
        assert_eq!(hands.tab().await, "account-type-domestic");
        hands.down().await;
        hands.wait_for_focus("account-type-iban").await;

        // A mistake: the summary takes the focus and leads to the field.
        site.browser.find("#bic").await.unwrap();
        assert_eq!(hands.tab().await, "bic");
        hands.write(BIC).await;
        assert_eq!(hands.tab().await, "iban");
        hands.tab_to("save").await;
        hands.space().await;
        hands.wait_for_focus(".error-summary").await;
        assert_eq!(hands.tab().await, ".function-link");
        hands.enter().await;
        hands.wait_for_focus("iban").await;
        hands.write(IBAN).await;
        assert_eq!(hands.back_tab().await, "bic");
        assert_eq!(hands.tab().await, "iban");

        // Enter in a field saves. The dialog keeps the focus, and Escape gives it back to the field.
        hands.enter().await;
        hands.wait_for_focus("confirmation-heading").await;
        hands.cannot_leave_the_dialog(["confirm", "cancel"]).await;
        hands.escape().await;
        hands.wait_for_focus("iban").await;

        // The same from the button, and with "Afbryd".
        hands.tab_to("save").await;
        hands.space().await;
        hands.wait_for_focus("confirmation-heading").await;
        hands.tab_to("cancel").await;
        hands.space().await;
        hands.wait_for_focus("save").await;

        hands.enter().await;
        hands.wait_for_focus("confirmation-heading").await;
        assert_eq!(hands.tab().await, "confirm");
        hands.enter().await;
        hands.log_in_at_the_provider("anna").await;

        site.browser.find("#receipt-number").await.unwrap();
        assert!(site.browser.text("#receipt").await.unwrap().contains(IBAN));
        assert_eq!(hands.tab_to("new-change").await.last().unwrap(), "new-change");
        hands.enter().await;
        // For the next holder nothing has to be reached first.
        hands.wait_for_focus("holder-number").await;
    })
    .await;
}
