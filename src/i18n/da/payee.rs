//! What the payee's bank said about an account, and what a caseworker says to that, in Danish.

use crate::{domain::payee::PayeeAnswer, i18n::payee::Payee};

pub(super) const PAYEE: Payee = Payee {
    heading: "Hvem ejer kontoen?",
    answer: |answer, asked, bank| match answer {
        PayeeAnswer::Match => format!("Banken bekræfter, at kontoen tilhører {asked}."),
        PayeeAnswer::CloseMatch => {
            format!("Banken kender kontoen under et navn, der ligner: {bank}. Den blev spurgt om {asked}.")
        }
        PayeeAnswer::NoMatch => format!("Banken svarer, at kontoen ikke tilhører {asked}."),
        PayeeAnswer::NoIban => "Banken kan ikke spørges, for kontoen har intet IBAN.".into(),
        PayeeAnswer::NotInScheme => "Banken svarer ikke på, hvem der ejer kontoen.".into(),
        PayeeAnswer::NoAnswer => "Banken har ikke svaret i tide.".into(),
    },
    advice: |answer| match answer {
        PayeeAnswer::Match => "",
        PayeeAnswer::CloseMatch | PayeeAnswer::NoMatch => {
            "Sammenlign kontoen med bilaget, og spørg kontohaveren ad en vej, du kender i forvejen. Er kontoen rigtig, så vælg hvorfor. Det kommer til at stå på kvitteringen."
        }
        PayeeAnswer::NoIban | PayeeAnswer::NotInScheme => "Kontrollér på anden måde, at kontoen er kontohaverens.",
        PayeeAnswer::NoAnswer => "Spørg igen, eller kontrollér på anden måde, at kontoen er kontohaverens.",
    },
    asked_at: |time| format!("Spurgt kl. {time}."),
    record: |answer| match answer {
        PayeeAnswer::Match => "Banken bekræftede navnet",
        PayeeAnswer::CloseMatch => "Banken kendte kontoen under et lignende navn",
        PayeeAnswer::NoMatch => "Banken svarede, at kontoen ikke var kontohaverens",
        PayeeAnswer::NoIban => "Banken kunne ikke spørges: intet IBAN",
        PayeeAnswer::NotInScheme => "Banken svarer ikke på, hvem der ejer kontoen",
        PayeeAnswer::NoAnswer => "Banken svarede ikke",
    },
    term: "Kontoens ejer",
    said: |reason| format!("Sagsbehandlerens begrundelse: {reason}."),
    go_on: "Fortsæt",
    ask_again: "Spørg banken igen",
    asking: "Spørger …",
    preparing: "Spørger kontoens bank om navnet …",
};
