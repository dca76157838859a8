//! Dansk.

use super::{Action, Texts};

pub(super) const TEXTS: Texts = Texts {
    language_name: "Dansk",
    sandbox: "Sandkasse",
    not_mitid: "Sandkasse – ikke MitID.",
    invented: "Alle personer er opdigtede.",
    cancel: "Afbryd",
    go_on: "Fortsæt",
    error_prefix: "Fejl: ",

    log_on_at: |client| format!("Log på hos {client}"),
    choose_lead: "Vælg, hvordan du vil logge på.",
    choose_mitid: "MitID (sandkasse)",
    choose_hint: "Brug MitID Erhverv, hvis du logger på for din arbejdsplads.",

    user_id_title: "Indtast dit bruger-ID",
    user_id: "Bruger-ID",
    user_id_hint: "Skriv et af de bruger-ID’er, der står nederst på siden.",
    user_id_unknown: "Sandkassen kender ikke dette bruger-ID. Kontrollér stavningen, eller vælg et fra listen.",
    user_id_empty: "Indtast et bruger-ID. Du kan vælge et fra listen.",
    people: "Personer i sandkassen",
    name_protected: "Navnebeskyttet",

    wait_title: "Åbn appen, og godkend",
    wait_lead: "Scan QR-koden med telefonen, eller åbn appen her.",
    qr_code: "QR-kode, der åbner den simulerede app",
    open_app: "Åbn appen",
    new_tab: "(åbner i en ny fane)",
    waiting: "Vi venter på dit svar i appen. Siden går selv videre.",
    wait_fallback: "Sker der ikke noget, når du har svaret i appen?",

    app: "Simuleret app",
    action: |action, client| match action {
        Action::LogOn => format!("Log på hos {client}"),
        Action::Approve => format!("Godkend hos {client}"),
        Action::Confirm => format!("Bekræft hos {client}"),
        Action::Accept => format!("Acceptér hos {client}"),
        Action::Sign => format!("Underskriv hos {client}"),
    },
    asks: |client| format!("{client} beder om dit svar."),
    you_are: "Du er",
    you_approve: "Du er ved at godkende",
    approve: "Godkend",
    reject: "Afvis",
    check_first: "Godkend kun, hvis det er dig selv, der har bedt om det.",
    approved: "Godkendt",
    rejected: "Afvist",
    go_back: "Gå tilbage til det vindue, du kom fra. Du kan lukke denne fane.",
    nothing_title: "Der er intet at godkende",
    nothing_text: "Indtast først dit bruger-ID i det vindue, hvor du logger på.",

    expired_title: "Dette login er afsluttet eller udløbet",
    expired_text: "Gå tilbage til den side, du kom fra, og start forfra.",
    unknown_request_title: "Vi kan ikke vise login-siden",
    unknown_request_text: "Linket virker ikke eller er allerede brugt. Gå tilbage til den side, du kom fra, og start forfra.",
    logged_out_title: "Du er logget af",
    logged_out_text: "Du kan lukke vinduet.",
};
