//! Danish.

mod fields;

use super::texts::{
    BenefitTypes, ChangePage, Changes, Confirmation, Copy, Crash, Frame, History, Login, Lookup, Overview, Problem,
    Receipt, Registered, Relogin, Session, Texts, Units, Verify,
};
use crate::{
    contract::Warning,
    domain::{account::AccountType, change_kind::ChangeKind},
};

pub(super) const TEXTS: Texts = Texts {
    frame: Frame {
        service: "NemKonto for sagsbehandlere",
        skip_link: "Gå til sidens indhold",
        sandbox: "Sandkasse: alle personer, virksomheder og konti er opdigtede.",
        sandbox_guide: "Se, hvad du kan prøve",
        log_out: "Log af",
        choose_language: "Vælg sprog",
        contact_heading: "Hjælp",
        verify_receipt: "Kontrollér en kvittering",
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
    },
    session: Session {
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
    },
    copy: Copy {
        button: "Kopiér",
        copied: "Kopieret",
        refused: "Browseren kopierer ikke. Markér nummeret, og tryk på Ctrl og C.",
        account: "kontonummer",
        receipt_number: "kvitteringsnummer",
    },
    units: Units {
        title: "Skift enhed",
        lead: "Enheden afgør, hvilke ydelser du kan registrere specifikke konti for. Det, du er i gang med at indtaste, bliver stående.",
        legend: "Hvilken enhed handler du for?",
        button: "Skift enhed",
        back: "Tilbage uden at skifte",
    },
    login: Login {
        title: "Log ind som sagsbehandler",
        lead: "Her registrerer du konti på vegne af borgere og virksomheder, så offentlige udbetalinger når frem.",
        who: "Du skal bruge MitID Erhverv fra den myndighed, du arbejder for. Dit private MitID giver ikke adgang.",
        button: "Log ind",
        starting: "Sender dig til login …",
        logged_out: "Du er logget af.",
        cancelled: "Du afbrød login. Vælg Log ind, når du vil prøve igen.",
        ended_title: "Du er logget af",
        ended: "Det sker af sikkerhedsgrunde, når siden ikke har været brugt i et stykke tid.",
        kept: "Det, du havde indtastet, er ikke tabt. Log ind igen, så står det, hvor du slap det.",
        not_kept: "Browseren tillader ikke, at det, du havde indtastet, bliver gemt. Du skal indtaste det igen, når du har logget ind.",
        nothing_typed: "Du havde ikke indtastet noget, så der er ikke gået noget tabt.",
        change_under_way: "Du var i gang med at bekræfte en ændring. Log ind igen, så ser vi, om den er gennemført.",
        again: "Log ind igen",
    },
    lookup: Lookup {
        title: "Find kontohaver",
        number_label: "CPR-, CVR-, SE- eller P-nummer",
        number_hint: "Skriv eller indsæt nummeret, med eller uden bindestreg og mellemrum",
        scheme_legend: "Hvilken slags nummer er det?",
        scheme_required: "Vælg, hvilken slags nummer det er",
        cpr: "CPR-nummer",
        cvr: "CVR-nummer",
        se: "SE-nummer",
        p: "P-nummer",
        understood_as: |kind| format!("Læst som {kind}"),
        no_right: "Du har ikke rettighed til at slå kontohavere op. Din lokale administrator kan give dig den.",
        no_check_digit: "Nummeret opfylder ikke modulus 11. Det gør ikke alle gyldige numre",
        button: "Åbn kontooversigt",
        searching: "Søger …",
        recent: "Seneste opslag",
        recent_key: "Pil ned fører til de seneste opslag",
        recent_hint: "Listen står kun her i fanen og forsvinder, når du logger af.",
    },
    overview: Overview {
        title: "Kontooversigt",
        back: "Find en anden kontohaver",
        deceased: "Personen er registreret som afdød.",
        closed: "Virksomheden er registreret som ophørt.",
        nemkonto: "NemKonto",
        no_nemkonto: "Der er ingen NemKonto i kraft.",
        pending: "NemKonto, der venter på aktivering",
        not_activated: "NemKonto, der ikke blev aktiveret",
        pending_note: |date| {
            format!("Kontoen træder i kraft, når kontohaveren bruger koden i aktiveringsbrevet, senest den {date}.")
        },
        specific: "Specifikke konti",
        no_specific: "Der er ingen specifikke konti.",
        benefit_type: "Ydelsesart",
        account: "Konto",
        registered: "Registreret",
        registered_by: |by, at| format!("{by}, {at}"),
        unlocked: "Ikke låst. Kontohaveren kan ændre og slette kontoen, og den kan blive NemKonto",
        unlocked_creditor: "Ikke låst. Kontohaveren kan ændre og slette kontoen",
        lock: "Lås",
        assign: "Registrér NemKonto",
        replace: "Ret NemKonto",
        delete: "Slet NemKonto",
        create_specific: "Registrér specifik konto",
        history: "Se historik",
        letter_sent: |date| format!("Aktiveringsbrevet er dateret den {date}."),
        expired_note: |date| {
            format!(
                "Koden i aktiveringsbrevet udløb den {date}. Kontoen kan ikke længere aktiveres og skal registreres igen."
            )
        },
        valid_from: |date| format!("Gælder fra {date}."),
        no_right: "Du kan se konti, men du har ikke rettighed til at ændre NemKonto. Din lokale administrator kan give dig den.",
        no_right_specific: "Du har ikke rettighed til at ændre specifikke konti. Din lokale administrator kan give dig den.",
        pending_specific: "Konto, der venter på aktivering",
        not_activated_specific: "Konto, der ikke blev aktiveret",
        authority: "Myndighed",
        locked_account: "Låst for ændringer. Kun myndigheden selv kan ændre kontoen, og den bliver aldrig NemKonto",
        locked_type: "Låst, fordi ydelsesarten er låst. Kun myndigheden selv kan ændre kontoen, og den bliver aldrig NemKonto. Låsen fjernes ved at rette ydelsesarten",
        action: |kind| match kind {
            ChangeKind::ReplaceSpecific => "Ret konto",
            ChangeKind::DeleteSpecific => "Slet konto",
            ChangeKind::LockSpecific => "Lås for ændringer",
            ChangeKind::UnlockSpecific => "Lås op",
            ChangeKind::AssignNemKonto
            | ChangeKind::DeleteNemKonto
            | ChangeKind::CreateSpecific
            | ChangeKind::CreateBenefitType
            | ChangeKind::EditBenefitType
            | ChangeKind::DeleteBenefitType => "Ret",
        },
        action_on: |benefit_type| format!("for {benefit_type}"),
        loading: "Henter kontooversigten …",
    },
    changes: Changes {
        title: |kind| match kind {
            ChangeKind::AssignNemKonto => "Registrér NemKonto",
            ChangeKind::DeleteNemKonto => "Slet NemKonto",
            ChangeKind::CreateSpecific => "Registrér specifik konto",
            ChangeKind::ReplaceSpecific => "Ret specifik konto",
            ChangeKind::DeleteSpecific => "Slet specifik konto",
            ChangeKind::LockSpecific => "Lås specifik konto",
            ChangeKind::UnlockSpecific => "Lås specifik konto op",
            ChangeKind::CreateBenefitType => "Opret ydelsesart",
            ChangeKind::EditBenefitType => "Ret ydelsesart",
            ChangeKind::DeleteBenefitType => "Slet ydelsesart",
        },
        lead: |kind| match kind {
            ChangeKind::AssignNemKonto | ChangeKind::EditBenefitType => "",
            ChangeKind::DeleteNemKonto => {
                "Kontoen holder op med at være NemKonto, så snart du har bekræftet med MitID Erhverv."
            }
            ChangeKind::CreateSpecific => {
                "En specifik konto modtager én ydelse fra én myndighed. Andre ydelser går fortsat til NemKonto. Foreslå eventuelt først kontohaveren selv at overføre pengene mellem sine konti."
            }
            ChangeKind::ReplaceSpecific => {
                "Den nye konto træder i stedet for den nuværende, når kontohaveren har aktiveret den. Låsen ændres ikke."
            }
            ChangeKind::DeleteSpecific => {
                "Når du har bekræftet, går ydelsen til kontohaverens NemKonto, hvis der er en."
            }
            ChangeKind::LockSpecific => {
                "En låst konto kan kun ændres og slettes af din egen myndighed, og den bliver aldrig NemKonto, heller ikke når NemKonto slettes."
            }
            ChangeKind::UnlockSpecific => {
                "Er kontoen ikke låst, kan kontohaveren ændre og slette den, og den kan blive NemKonto, hvis NemKonto slettes."
            }
            ChangeKind::CreateBenefitType => {
                "Aftal den nye ydelsesart med jeres udbetalende system, før du opretter den."
            }
            ChangeKind::DeleteBenefitType => "En ydelsesart kan slettes, når der ikke er specifikke konti for den.",
        },
        save: |kind| match kind {
            ChangeKind::DeleteNemKonto => "Slet NemKonto",
            ChangeKind::DeleteSpecific => "Slet konto",
            ChangeKind::LockSpecific => "Lås konto",
            ChangeKind::UnlockSpecific => "Lås konto op",
            ChangeKind::DeleteBenefitType => "Slet ydelsesart",
            ChangeKind::AssignNemKonto
            | ChangeKind::CreateSpecific
            | ChangeKind::ReplaceSpecific
            | ChangeKind::CreateBenefitType
            | ChangeKind::EditBenefitType => "Gem",
        },
        done: |kind| match kind {
            ChangeKind::AssignNemKonto => "Ny NemKonto registreret",
            ChangeKind::DeleteNemKonto => "NemKonto slettet",
            ChangeKind::CreateSpecific => "Specifik konto registreret",
            ChangeKind::ReplaceSpecific => "Specifik konto rettet",
            ChangeKind::DeleteSpecific => "Specifik konto slettet",
            ChangeKind::LockSpecific => "Specifik konto låst",
            ChangeKind::UnlockSpecific => "Specifik konto låst op",
            ChangeKind::CreateBenefitType => "Ydelsesart oprettet",
            ChangeKind::EditBenefitType => "Ydelsesart rettet",
            ChangeKind::DeleteBenefitType => "Ydelsesart slettet",
        },
        success: |kind| match kind {
            ChangeKind::AssignNemKonto => "Den nye NemKonto er registreret",
            ChangeKind::DeleteNemKonto => "NemKonto er slettet",
            ChangeKind::CreateSpecific => "Den specifikke konto er registreret",
            ChangeKind::ReplaceSpecific => "Den nye specifikke konto er registreret",
            ChangeKind::DeleteSpecific => "Den specifikke konto er slettet",
            ChangeKind::LockSpecific => "Den specifikke konto er låst",
            ChangeKind::UnlockSpecific => "Den specifikke konto er låst op",
            ChangeKind::CreateBenefitType => "Ydelsesarten er oprettet",
            ChangeKind::EditBenefitType => "Ydelsesarten er rettet",
            ChangeKind::DeleteBenefitType => "Ydelsesarten er slettet",
        },
        next: |kind| match kind {
            ChangeKind::AssignNemKonto => &[
                "Kontohaveren får et aktiveringsbrev med posten, sendt til adressen i CPR eller CVR. Den nye konto træder i kraft, når koden i brevet er brugt, dog tidligst den dag, den gælder fra. Koden virker i 60 dage fra brevets dato.",
                "Indtil da går udbetalinger som hidtil. Haster det, kan kontohaveren gå til sin egen bank.",
            ],
            ChangeKind::DeleteNemKonto => {
                &["Kontoen er ikke længere NemKonto. Det slettede kontonummer står ikke på kvitteringen."]
            }
            ChangeKind::CreateSpecific => &[
                "Kontohaveren får et aktiveringsbrev med posten, sendt til adressen i CPR eller CVR. Kontoen træder i kraft, når koden i brevet er brugt. Koden virker i 60 dage fra brevets dato.",
                "Indtil da udbetales ydelsen som hidtil.",
            ],
            ChangeKind::ReplaceSpecific => &[
                "Kontohaveren får et aktiveringsbrev med posten, sendt til adressen i CPR eller CVR. Den nye konto træder i kraft, når koden i brevet er brugt. Koden virker i 60 dage fra brevets dato.",
                "Indtil da udbetales ydelsen som hidtil.",
            ],
            ChangeKind::DeleteSpecific => &["Kontoen er slettet. Det slettede kontonummer står ikke på kvitteringen."],
            ChangeKind::LockSpecific => {
                &["Låsen gælder fra nu af. Kun din myndighed kan ændre kontoen eller låse den op."]
            }
            ChangeKind::UnlockSpecific => &["Kontoen er ikke længere selv låst."],
            ChangeKind::CreateBenefitType => &[
                "Ydelsesarten kan bruges fra nu af. Jeres udbetalende system skal kende kortteksten, før ydelsen kan gå til en specifik konto.",
            ],
            ChangeKind::EditBenefitType => &["Ændringen gælder fra nu af."],
            ChangeKind::DeleteBenefitType => &["Ydelsesarten kan ikke længere bruges. Dens historik bliver stående."],
        },
        next_as_told: |kind, warning| match (kind, warning) {
            (ChangeKind::DeleteNemKonto, Warning::SpecificAccountTakesOver) => {
                Some("En specifik konto er blevet NemKonto. Se i kontooversigten hvilken.")
            }
            (ChangeKind::DeleteNemKonto, Warning::NoAccountAfterwards) => {
                Some("Kontohaveren har nu ingen NemKonto. Udbetalinger kan ikke gennemføres, før der er en ny.")
            }
            (ChangeKind::DeleteNemKonto, Warning::StillWaits) => Some(
                "Den konto, der venter på aktivering, bliver NemKonto, når kontohaveren bruger koden i aktiveringsbrevet.",
            ),
            (ChangeKind::DeleteSpecific, Warning::BenefitGoesToNemKonto) => {
                Some("Ydelsen går fra nu af til kontohaverens NemKonto.")
            }
            (ChangeKind::DeleteSpecific, Warning::NoAccountAfterwards) => {
                Some("Kontohaveren har ingen NemKonto, så ydelsen kan ikke udbetales, før der er registreret en.")
            }
            (ChangeKind::UnlockSpecific, Warning::UnlockedCanBeChanged | Warning::UnlockedCreditorCanBeChanged) => {
                Some("Fra nu af kan kontohaveren ændre og slette den.")
            }
            (ChangeKind::CreateSpecific | ChangeKind::UnlockSpecific, Warning::LockedByType) => {
                Some("Ydelsesarten låser kontoen. Den lås fjernes ved at rette ydelsesarten.")
            }
            (ChangeKind::EditBenefitType, Warning::LocksAllAccounts) => {
                Some("Alle specifikke konti for ydelsesarten er låst fra nu af.")
            }
            (ChangeKind::EditBenefitType, Warning::UnlocksAllAccounts) => Some(
                "Ydelsesarten låser ikke længere dens specifikke konti. De konti, der selv er låst, er stadig låst.",
            ),
            (
                ChangeKind::AssignNemKonto | ChangeKind::CreateSpecific | ChangeKind::ReplaceSpecific,
                Warning::HolderDeceased,
            ) => Some("Kontohaveren er registreret som afdød, så aktiveringsbrevet når måske ikke frem."),
            (
                ChangeKind::AssignNemKonto | ChangeKind::CreateSpecific | ChangeKind::ReplaceSpecific,
                Warning::CompanyClosed,
            ) => Some("Virksomheden er registreret som ophørt, så aktiveringsbrevet når måske ikke frem."),
            _ => None,
        },
        before: |kind| match kind {
            ChangeKind::AssignNemKonto | ChangeKind::DeleteNemKonto => "Nuværende NemKonto",
            ChangeKind::CreateSpecific
            | ChangeKind::ReplaceSpecific
            | ChangeKind::DeleteSpecific
            | ChangeKind::LockSpecific
            | ChangeKind::UnlockSpecific => "Nuværende specifik konto",
            ChangeKind::CreateBenefitType | ChangeKind::EditBenefitType | ChangeKind::DeleteBenefitType => {
                "Nuværende ydelsesart"
            }
        },
        belongs_to: |authority| format!("Kontoen hører til {authority}"),
        before_change: "Før ændringen",
        after: |kind, form| match (kind, form) {
            (ChangeKind::AssignNemKonto, Some(AccountType::Iban | AccountType::Number)) => "Ny udenlandsk NemKonto",
            (ChangeKind::AssignNemKonto, _) => "Ny NemKonto",
            (ChangeKind::DeleteNemKonto, _) => "NemKonto efter ændringen",
            (
                ChangeKind::CreateSpecific | ChangeKind::ReplaceSpecific,
                Some(AccountType::Iban | AccountType::Number),
            ) => "Ny udenlandsk specifik konto",
            (ChangeKind::CreateSpecific | ChangeKind::ReplaceSpecific, _) => "Ny specifik konto",
            (ChangeKind::DeleteSpecific | ChangeKind::LockSpecific | ChangeKind::UnlockSpecific, _) => {
                "Specifik konto efter ændringen"
            }
            (ChangeKind::CreateBenefitType, _) => "Ny ydelsesart",
            (ChangeKind::EditBenefitType | ChangeKind::DeleteBenefitType, _) => "Ydelsesart efter ændringen",
        },
        removed: "Slettes",
        none: "Ingen",
        changed: "ændret",
        dropped: "udgår",
        promoted: |benefit_type| {
            format!("Den specifikke konto for {benefit_type} blev NemKonto, da NemKonto blev slettet")
        },
        registered: "NemKonto registreret af banken",
    },
    fields: fields::FIELDS,
    change_page: ChangePage {
        delete_takes_over: "Disse specifikke konti er ikke låst. En af dem kan automatisk blive den nye NemKonto. Skal det ikke ske, skal de låses først.",
        only_owner_locks: "Kun myndigheden selv kan låse kontoen.",
        delete_none_takes_over: "Ingen ulåst specifik konto kan blive den nye NemKonto. Bagefter kan offentlige udbetalinger ikke gennemføres, før der er en ny.",
        no_benefit_types: "Din enhed udbetaler ingen ydelser, så her kan ikke registreres specifikke konti. Skift enhed, hvis du også handler for en anden.",
        evidence: "Kontrollér, at ønsket kommer fra kontohaveren, og gem dokumentationen på sagen.",
        before_save: "Der sker ingen ændring, før du har set en bekræftelse og logget ind med MitID Erhverv.",
        saving: "Kontrollerer ændringen …",
        back: "Tilbage til kontooversigt",
        back_to_types: "Tilbage til ydelsesarter",
        cancelled_notice: "Du afbrød login med MitID Erhverv. Det, du havde indtastet, står her stadig.",
        interrupted_notice: "Du kom tilbage, før login med MitID Erhverv var afsluttet. Det, du havde indtastet, står her stadig.",
        asked_notice: "Det, du havde indtastet, står her stadig.",
        notice_heading: "Ændringen er ikke gennemført",
        not_there_title: "Det, du vil ændre, findes ikke længere",
        not_there: "Det kan være slettet i mellemtiden, eller det hører til en anden myndighed. Gå tilbage, og se, hvad der er registreret nu.",
    },
    registered: Registered {
        locked: "Låst for ændringer",
        type_locked: "Låst for kontoændringer",
        unlocked: "Ikke låst",
    },
    confirmation: Confirmation {
        title: "Bekræftelse",
        lead: "Du skal nu bekræfte ændringen med MitID Erhverv",
        for_cpr: "For CPR-nummer:",
        for_cvr: "For CVR-nummer:",
        for_se: "For SE-nummer:",
        for_p: "For P-nummer:",
        benefit_type: "Ydelsesart:",
        of_authority: "Myndighed:",
        foreign_warning: "NemKonto kan ikke garantere, at pengene når frem til en konto i udlandet. Banken tager gebyr for overførslen.",
        specific_takes_over: "En specifik konto, der ikke er låst, kan automatisk blive den nye NemKonto.",
        no_account_afterwards: "Bagefter har kontohaveren ingen NemKonto, og offentlige udbetalinger kan ikke gennemføres.",
        replaces_pending: "En anden konto venter på aktivering. Den nye konto træder i stedet for den.",
        still_waits: "En anden konto venter på aktivering. Den bliver NemKonto, når kontohaveren bruger koden i aktiveringsbrevet, også efter sletningen.",
        never_activated: "Den nuværende konto er ikke i kraft: Kontohaveren har ikke aktiveret den.",
        unlocked_can_be_changed: "Kontoen er ikke låst. Kontohaveren kan ændre og slette den, og den kan blive NemKonto, hvis NemKonto slettes.",
        unlocked_creditor_can_be_changed: "Kontoen er ikke låst. Kontohaveren kan ændre og slette den.",
        locked_for_others: "Kontoen er låst. Kun din myndighed kan ændre den, og den bliver aldrig NemKonto.",
        locked_by_type: "Kontoen er ikke selv låst, men ydelsesarten låser den. Kun din myndighed kan ændre den, og den bliver aldrig NemKonto.",
        locks_all_accounts: "Alle specifikke konti for ydelsesarten bliver låst.",
        unlocks_all_accounts: "Ydelsesarten låser ikke længere dens specifikke konti. De konti, der selv er låst, forbliver låst.",
        benefit_goes_to_nemkonto: "Ydelsen går bagefter til kontohaverens NemKonto.",
        holder_deceased: "Kontohaveren er registreret som afdød.",
        company_closed: "Virksomheden er registreret som ophørt.",
        identity: |name, authority| format!("Log ind som {name} for {authority}."),
        identity_hidden_name: |authority| format!("Log ind med din egen MitID Erhverv-identitet for {authority}."),
        app_text: "Dette står i MitID-appen. Afvis i appen, hvis der står noget andet:",
        check_code: "Kontrolkode",
        expires: |time| format!("Login skal være afsluttet inden kl. {time}."),
        confirm: "Bekræft",
        leaving: "Sender dig til MitID …",
        cancel: "Afbryd",
    },
    history: History {
        title: "Historik",
        types_title: "Historik for ydelsesarter",
        none: "Der er ingen ændringer endnu.",
        by: |by| format!("Af {by}"),
        by_caseworker: |caseworker, authority| format!("Af {caseworker}, {authority}"),
        receipt: |number| format!("Kvittering {number}"),
        older: "Vis ældre ændringer",
        loading: "Henter historikken …",
        shown: |count| if count == 1 { "1 ændring vist".to_owned() } else { format!("{count} ændringer vist") },
        no_more: "Der er ikke flere.",
    },
    benefit_types: BenefitTypes {
        title: "Ydelsesarter",
        lead: "Her er de ydelsesarter, som din myndighed selv har oprettet. De generelle ydelsesarter er fælles for alle myndigheder og kan ikke rettes.",
        none: "Din myndighed har ingen egne ydelsesarter.",
        create: "Opret ny",
        edit: "Ret",
        delete: "Slet",
        history: "Se historik",
        code: "Korttekst",
        name: "Ydelsesartstekst",
        lock: "Lås",
        accounts: "Specifikke konti",
        no_right: "Du kan se ydelsesarter, men du har ikke rettighed til at ændre dem. Din lokale administrator kan give dig den.",
        loading: "Henter ydelsesarterne …",
        actions: "Handlinger",
    },
    relogin: Relogin {
        submitting_title: "Ændringen gennemføres",
        submitting: "Gennemfører ændringen …",
        reopening_title: "Ændringen åbnes igen",
        reopening: "Henter det, du havde indtastet …",
        retrying: |attempt| {
            format!("NemKonto svarer ikke. Vi prøver selv igen (forsøg {attempt}). Ændringen er ikke tabt.")
        },
        try_now: "Prøv igen nu",
    },
    receipt: Receipt {
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
    },
    verify: Verify {
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
    },
    problem: Problem {
        what_happened: "Hvad er der sket?",
        what_became: "Hvad blev der af ændringen?",
        not_carried_out: "Ændringen er ikke gennemført.",
        unknown: "Vi ved endnu ikke, om ændringen er gennemført. Den kan aldrig blive gennemført to gange.",
        next_step: "Det kan du gøre",
        reference: |reference| format!("Reference til support: {reference}"),
        moment: |at| format!("Tidspunkt til support: {at}"),
        nothing_changed: "Der er ikke ændret noget.",
        receipts_of_changes: "Kun ændringer, der er gennemført, har et kvitteringsnummer.",
        expected: |employer| format!("Login skal være med MitID Erhverv fra {employer}."),
        try_again: "Prøv igen",
        back_to_form: "Tilbage til ændringen",
        log_in_again: "Log ind igen",
        to_start: "Til forsiden",
        not_found_title: "Siden findes ikke",
        not_found: "Kontrollér adressen, eller begynd forfra fra forsiden. Adressen kan være skrevet forkert, eller siden kan være flyttet.",
    },
    crash: Crash {
        title: "NemKonto kunne ikke fortsætte",
        what_happened: "Der er sket en fejl i programmet. Det skyldes ikke noget, du har gjort.",
        nothing_sent: "Der er ikke sendt nogen ændring, så der er ikke ændret noget.",
        under_way: "Du var i gang med at bekræfte en ændring, og vi ved endnu ikke, om den er gennemført. Genindlæs siden, så ser vi efter. Ændringen kan aldrig blive gennemført to gange.",
        carried_out: "Ændringen er gennemført. Kvitteringen kommer igen, når siden er genindlæst.",
        reload_only: "Genindlæs siden. Sker det en gang til, så kontakt support og oplys referencen.",
        reload_kept: "Genindlæs siden. Det, du havde indtastet, er der stadig. Sker det en gang til, så kontakt support og oplys referencen.",
        reload: "Genindlæs siden",
    },
};
