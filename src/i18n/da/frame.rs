//! What stands around every page, in Danish.

use crate::i18n::frame::{Copy, Crash, Frame, Session};

pub(super) const FRAME: Frame = Frame {
    service: "NemKonto for sagsbehandlere",
    skip_link: "Gå til sidens indhold",
    sandbox: "Sandkasse: alle personer, virksomheder og konti er opdigtede.",
    sandbox_guide: "Se, hvad du kan prøve",
    log_out: "Log af",
    choose_language: "Vælg sprog",
    contact_heading: "Hjælp",
    verify_receipt: "Kontrollér en kvittering",
    accessibility_statement: "Tilgængelighedserklæring",
    privacy_notice: "Privatlivspolitik",
    support: "Support",
    session_minutes: |minutes| format!("Du bliver logget af, når du ikke har brugt NemKonto i {minutes} minutter."),
    error_prefix: "Fejl: ",
    error_title_prefix: "Fejl: ",
    error_summary: "Der er noget, der skal rettes",
    warning: "Advarsel",
    loading: "Henter …",
    hidden_name: "Navnebeskyttet medarbejder",
    offline: "Der er ingen netforbindelse. Det, du indtaster, bliver stående, og du kan fortsætte, når forbindelsen er tilbage.",
    menu: "Menu",
    find_holder: "Find kontohaver",
    benefit_types: "Ydelsesarter",
    unit: "Enhed",
    switch_unit: "Skift enhed",
    switching: "Skifter enhed …",
};

pub(super) const SESSION: Session = Session {
    heading: "Du er ved at blive logget af",
    left: |seconds| format!("Du bliver logget af om {}:{:02}.", seconds / 60, seconds % 60),
    announced: |seconds| {
        let time = match seconds {
            60 => "et minut".to_owned(),
            0..60 => format!("{seconds} sekunder"),
            _ => format!("{} minutter", seconds / 60),
        };
        format!("Du bliver logget af om {time}. Vælg Forbliv logget på, hvis du vil fortsætte.")
    },
    kept: "Det, du har indtastet, bliver gemt, til du logger ind igen.",
    stay: "Forbliv logget på",
    staying: "Forlænger …",
    stayed: "Du er stadig logget på.",
};

pub(super) const COPY: Copy = Copy {
    button: "Kopiér",
    copied: "Kopieret",
    refused: "Browseren kopierer ikke. Markér nummeret, og tryk på Ctrl og C.",
    account: "kontonummer",
    receipt_number: "kvitteringsnummer",
};

pub(super) const CRASH: Crash = Crash {
    title: "NemKonto kunne ikke fortsætte",
    what_happened: "Der er sket en fejl i programmet. Det skyldes ikke noget, du har gjort.",
    nothing_sent: "Der er ikke sendt nogen ændring, så der er ikke ændret noget.",
    under_way: "Du var i gang med at bekræfte en ændring, og vi ved endnu ikke, om den er gennemført. Genindlæs siden, så ser vi efter. Ændringen kan aldrig blive gennemført to gange.",
    carried_out: "Ændringen er gennemført. Kvitteringen kommer igen, når siden er genindlæst.",
    reload_only: "Genindlæs siden. Sker det en gang til, så kontakt support og oplys referencen.",
    reload_kept: "Genindlæs siden. Det, du havde indtastet, er der stadig. Sker det en gang til, så kontakt support og oplys referencen.",
    reload: "Genindlæs siden",
};
