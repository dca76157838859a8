//! The receipt, and checking one, in Danish.

use crate::{
    i18n::receipts::{Receipt, VerificationErrorTexts, Verify},
    verification::VerificationError,
};

pub(super) const RECEIPT: Receipt = Receipt {
    title: "Kvittering",
    number: "Kvitteringsnummer",
    committed_at: "Registreret",
    caseworker: "Sagsbehandler",
    authority: "Myndighed",
    holder: "Kontohaver",
    change: "Ændring",
    benefit_type: "Ydelsesart",
    account: "Konto",
    login_at: "Bekræftet med login",
    login_with: |at, level| format!("{at}, sikringsniveau {level}"),
    assurance_low: "Lav",
    assurance_substantial: "Betydelig",
    assurance_high: "Høj",
    check_code: "Kontrolkode",
    next_heading: "Det sker der nu",
    qr_code: "QR-kode, der viser, om kvitteringen er ægte",
    qr_code_note: |address| {
        format!("Alle kan på {address} se, om kvitteringen er ægte. Scan koden, eller vælg den hentede fil.")
    },
    print: "Udskriv kvittering",
    download: "Hent kvittering som fil",
    download_name: |number| format!("kvittering-{number}.jws"),
    same_holder: "Ny ændring for samme kontohaver",
    back_to_types: "Til ydelsesarter",
    new_change: "Find en anden kontohaver",
    loading: "Henter kvitteringen …",
};

pub(super) const VERIFY: Verify = Verify {
    error,
    title: "Kontrollér en kvittering",
    lead: "Se, om en kvittering fra NemKonto er ægte, og om der er ændret i den.",
    private: "Kontrollen sker i din browser. Kvitteringen bliver ikke sendt nogen steder hen.",
    file_label: "Kvittering som fil",
    file_hint: "Filens navn ender på .jws. Den kontrolleres, så snart du har valgt den",
    text_label: "Kvittering som tekst",
    text_hint: "Indsæt hele filens tekst, eller adressen fra QR-koden",
    text_missing: "Indsæt kvitteringens tekst, eller vælg en fil",
    button: "Kontrollér tekst",
    checking: "Kontrollerer …",
    receipt_genuine: "Kvitteringen er ægte",
    receipt_genuine_note: "NemKonto har underskrevet den, og der er ikke ændret i den siden. Den viser, hvad der blev registreret dengang. Kontoen kan være ændret senere.",
    code_genuine: "QR-koden er ægte",
    code_genuine_note: "Sammenlign oplysningerne her med papiret. Er de ikke ens, er der ændret i papiret.",
    code_next: "Har du også kvitteringen som fil, så vælg den nedenfor. Så ser du hele kvitteringen, og om fil og papir hører sammen.",
    belongs_together: "Filen og QR-koden hører til samme kvittering.",
    belongs_apart: "Filen og QR-koden hører ikke sammen",
    belongs_apart_note: "Hver for sig er de ægte, men de hører til hver sin kvittering.",
};

fn error(error: &VerificationError) -> VerificationErrorTexts {
    match error {
        VerificationError::NotAReceipt => VerificationErrorTexts {
            title: "Det kan ikke læses som en kvittering fra NemKonto",
            explanation: "Vælg den fil, der blev hentet med kvitteringen, eller indsæt hele dens tekst. Har du kun et papir eller en PDF, så scan QR-koden. Er det den rigtige fil, er den ændret eller ikke hel, og så kan du ikke stole på den.",
        },
        VerificationError::Altered => VerificationErrorTexts {
            title: "Kvitteringen er ændret",
            explanation: "Underskriften passer ikke til indholdet. Nogen har ændret i kvitteringen, eller noget af den mangler. Stol ikke på det, der står i den. Bed om at få den oprindelige fil.",
        },
        VerificationError::UnknownKey => VerificationErrorTexts {
            title: "Kvitteringen er ikke underskrevet af NemKonto",
            explanation: "Den er underskrevet med en nøgle, som ikke er en af NemKontos. Stol ikke på det, der står i den.",
        },
        VerificationError::TooNew => VerificationErrorTexts {
            title: "Kvitteringen kan ikke vises",
            explanation: "NemKonto har underskrevet den, men siden her er ældre end kvitteringen. Genindlæs siden, og prøv igen.",
        },
        VerificationError::NoKeys(_) => VerificationErrorTexts {
            title: "Kvitteringen er ikke kontrolleret",
            explanation: "NemKontos nøgler kunne ikke hentes. Kontrollér din netforbindelse, og prøv igen.",
        },
        VerificationError::NoCrypto => VerificationErrorTexts {
            title: "Kvitteringen er ikke kontrolleret",
            explanation: "Din browser kan ikke kontrollere underskrifter på denne adresse. Brug en nyere browser, og se efter, at adressen begynder med https.",
        },
    }
}
