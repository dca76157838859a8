//! Login, units, and what is said while the re-login goes on, in Danish.

use crate::i18n::login::{Login, Relogin, Units};

pub(super) const LOGIN: Login = Login {
    title: "Log ind som sagsbehandler",
    lead: "Her registrerer du konti på vegne af borgere og virksomheder, så offentlige udbetalinger når frem.",
    who: "Du skal bruge MitID Erhverv fra den myndighed, du arbejder for. Dit private MitID giver ikke adgang.",
    button: "Log ind",
    starting: "Sender dig til login …",
    logged_out: "Du er logget af.",
    cancelled: "Du afbrød login. Vælg Log ind, når du vil prøve igen.",
    ended_title: "Du er logget af",
    ended: "Det sker af sikkerhedsgrunde, når siden ikke har været brugt i et stykke tid.",
    ended_in_other_tab: "Du har logget af i en anden fane.",
    kept: "Det, du havde indtastet, er ikke tabt. Log ind igen, så står det, hvor du slap det.",
    not_kept: "Browseren tillader ikke, at det, du havde indtastet, bliver gemt. Du skal indtaste det igen, når du har logget ind.",
    nothing_typed: "Du havde ikke indtastet noget, så der er ikke gået noget tabt.",
    change_under_way: "Du var i gang med at bekræfte en ændring. Log ind igen, så ser vi, om den er gennemført.",
    again: "Log ind igen",
    still_title: "Du er stadig logget på",
    still: "NemKonto har ikke fået besked om, at du logger af. Prøv igen. Luk browseren, hvis det ikke lykkes, og andre bruger computeren.",
    somebody_title: "En anden er logget på nu",
    somebody: "En anden sagsbehandler har logget ind i en anden fane. Derfor viser vi ikke længere noget her.",
    go_on_hint: "Er det dig, der er logget på nu, kan du fortsætte her. Det, den anden havde indtastet i denne fane, bliver slettet.",
    go_on: "Fortsæt som den, der er logget på",
};

pub(super) const UNITS: Units = Units {
    title: "Skift enhed",
    lead: "Enheden afgør, hvilke ydelser du kan registrere specifikke konti for. Det, du er i gang med at indtaste, bliver stående.",
    legend: "Hvilken enhed handler du for?",
    button: "Skift enhed",
    back: "Tilbage uden at skifte",
    other_title: "Du har valgt en anden enhed",
    other: |unit| format!("Du valgte enheden i en anden fane og handler nu for {unit}."),
    other_kept: "Det, du har indtastet her, bliver stående. Se efter, om det passer til enheden. Du kan skifte enhed igen øverst på siden, når du har valgt Fortsæt.",
    go_on: "Fortsæt",
};

pub(super) const RELOGIN: Relogin = Relogin {
    submitting_title: "Ændringen gennemføres",
    submitting: "Gennemfører ændringen …",
    reopening_title: "Ændringen åbnes igen",
    reopening: "Henter det, du havde indtastet …",
    retrying: |attempt| {
        format!("NemKonto svarer ikke. Vi prøver selv igen (forsøg {attempt}). Ændringen er ikke tabt.")
    },
    try_now: "Prøv igen nu",
};
