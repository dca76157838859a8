//! What is read from the return address, and what is refused there.

use nemkonto::{
    contract::LoginCallback,
    relogin::{Callback, ProviderError},
};

fn read(parameters: &[(&str, &str)]) -> Callback {
    let owned: Vec<_> = parameters.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Callback::from_parameters(&owned)
}

fn login(iss: Option<&str>) -> Callback {
    Callback::Login(LoginCallback { code: "c".into(), state: "s".into(), iss: iss.map(str::to_owned) })
}

fn error(error: ProviderError) -> Callback {
    Callback::Error { state: "s".into(), error, iss: None }
}

#[test]
fn a_login_has_a_code_and_a_state_and_may_name_its_issuer() {
    assert_eq!(read(&[("code", "c"), ("state", "s")]), login(None));
    assert_eq!(read(&[("iss", "i"), ("state", "s"), ("code", "c"), ("other", "x"), ("other", "y")]), login(Some("i")));
}

#[test]
fn a_parameter_that_is_missing_empty_or_repeated_makes_the_address_foreign() {
    for parameters in [
        &[][..],
        &[("code", "c")],
        &[("state", "s")],
        &[("code", ""), ("state", "s")],
        &[("code", "c"), ("state", "")],
        &[("code", "c"), ("state", "s"), ("iss", "")],
        &[("code", "c"), ("code", "c"), ("state", "s")],
        &[("code", "c"), ("state", "s"), ("state", "s")],
        &[("code", "c"), ("state", "s"), ("iss", "i"), ("iss", "i")],
        &[("error", "access_denied"), ("state", "s"), ("iss", "i"), ("iss", "i")],
        &[("error", "access_denied")],
        &[("error", ""), ("state", "s")],
        &[("code", "c"), ("error", "access_denied"), ("state", "s")],
    ] {
        assert_eq!(read(parameters), Callback::Foreign, "{parameters:?}");
    }
}

#[test]
fn p20_a_token_in_the_address_makes_it_foreign() {
    for token in ["id_token", "access_token"] {
        assert_eq!(read(&[("code", "c"), ("state", "s"), (token, "t")]), Callback::Foreign);
        assert_eq!(read(&[("error", "access_denied"), ("state", "s"), (token, "t")]), Callback::Foreign);
    }
}

#[test]
fn p16_every_error_of_a_provider_is_one_of_four() {
    for (codes, expected) in [
        (&["access_denied", "mitid_user_aborted", "user_aborted"][..], ProviderError::Cancelled),
        (
            &[
                "login_required",
                "interaction_required",
                "account_selection_required",
                "consent_required",
                "unmet_authentication_requirements",
            ],
            ProviderError::LoginNotPossible,
        ),
        (&["temporarily_unavailable", "server_error"], ProviderError::Unavailable),
        (&["invalid_request", "<b>Access_Denied</b>"], ProviderError::Unknown),
    ] {
        for code in codes {
            assert_eq!(read(&[("error", code), ("state", "s"), ("error_description", "d")]), error(expected), "{code}");
        }
    }
}

#[test]
fn the_state_names_the_record() {
    assert_eq!(login(None).state(), Some("s"));
    assert_eq!(error(ProviderError::Unknown).state(), Some("s"));
    assert_eq!(Callback::Foreign.state(), None);
}
