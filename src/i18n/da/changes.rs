//! The changes: their forms, their confirmation, and what they do, in Danish.

use crate::{
    contract::Warning,
    domain::{account::AccountType, change_kind::ChangeKind, holder::Scheme},
    i18n::changes::{ChangePage, Changes, Confirmation},
};

pub(super) const CHANGES: Changes = Changes {
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
        ChangeKind::DeleteSpecific => "Når du har bekræftet, går ydelsen til kontohaverens NemKonto, hvis der er en.",
        ChangeKind::LockSpecific => {
            "En låst konto kan kun ændres og slettes af din egen myndighed, og den bliver aldrig NemKonto, heller ikke når NemKonto slettes."
        }
        ChangeKind::UnlockSpecific => {
            "Er kontoen ikke låst, kan kontohaveren ændre og slette den, og den kan blive NemKonto, hvis NemKonto slettes."
        }
        ChangeKind::CreateBenefitType => "Aftal den nye ydelsesart med jeres udbetalende system, før du opretter den.",
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
        ChangeKind::LockSpecific => &["Låsen gælder fra nu af. Kun din myndighed kan ændre kontoen eller låse den op."],
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
        (ChangeKind::EditBenefitType, Warning::UnlocksAllAccounts) => {
            Some("Ydelsesarten låser ikke længere dens specifikke konti. De konti, der selv er låst, er stadig låst.")
        }
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
    after: |kind, account_type| match (kind, account_type) {
        (ChangeKind::AssignNemKonto, Some(AccountType::Iban | AccountType::Number)) => "Ny udenlandsk NemKonto",
        (ChangeKind::AssignNemKonto, _) => "Ny NemKonto",
        (ChangeKind::DeleteNemKonto, _) => "NemKonto efter ændringen",
        (ChangeKind::CreateSpecific | ChangeKind::ReplaceSpecific, Some(AccountType::Iban | AccountType::Number)) => {
            "Ny udenlandsk specifik konto"
        }
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
    promoted: |benefit_type| format!("Den specifikke konto for {benefit_type} blev NemKonto, da NemKonto blev slettet"),
    registered: "NemKonto registreret af banken",
};

pub(super) const CHANGE_PAGE: ChangePage = ChangePage {
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
    other_version_notice: "NemKonto skiftede version, mens du loggede ind. Det, du havde indtastet, står her stadig. Vælg Gem, og bekræft igen.",
    notice_heading: "Ændringen er ikke gennemført",
    not_there_title: "Det, du vil ændre, findes ikke længere",
    not_there: "Det kan være slettet i mellemtiden, eller det hører til en anden myndighed. Gå tilbage, og se, hvad der er registreret nu.",
};

pub(super) const CONFIRMATION: Confirmation = Confirmation {
    title: "Bekræftelse",
    lead: "Du skal nu bekræfte ændringen med MitID Erhverv",
    for_holder: |scheme| match scheme {
        Scheme::Cpr => "For CPR-nummer:",
        Scheme::Cvr => "For CVR-nummer:",
        Scheme::Se => "For SE-nummer:",
        Scheme::P => "For P-nummer:",
    },
    benefit_type: "Ydelsesart:",
    of_authority: "Myndighed:",
    acts_for: "Du handler for:",
    warning,
    identity: |name, authority| format!("Log ind som {name} for {authority}."),
    identity_hidden_name: |authority| format!("Log ind med din egen MitID Erhverv-identitet for {authority}."),
    app_text: "Dette står i MitID-appen. Afvis i appen, hvis der står noget andet:",
    check_code: "Kontrolkode",
    expires: |time| format!("Login skal være afsluttet inden kl. {time}."),
    confirm: "Bekræft",
    leaving: "Sender dig til MitID …",
    cancel: "Afbryd",
};

fn warning(warning: Warning) -> &'static str {
    match warning {
        Warning::ForeignTransfer => {
            "NemKonto kan ikke garantere, at pengene når frem til en konto i udlandet. Banken tager gebyr for overførslen."
        }
        Warning::SpecificAccountTakesOver => {
            "En specifik konto, der ikke er låst, kan automatisk blive den nye NemKonto."
        }
        Warning::NoAccountAfterwards => {
            "Bagefter har kontohaveren ingen NemKonto, og offentlige udbetalinger kan ikke gennemføres."
        }
        Warning::ReplacesPending => "En anden konto venter på aktivering. Den nye konto træder i stedet for den.",
        Warning::StillWaits => {
            "En anden konto venter på aktivering. Den bliver NemKonto, når kontohaveren bruger koden i aktiveringsbrevet, også efter sletningen."
        }
        Warning::NeverActivated => "Den nuværende konto er ikke i kraft: Kontohaveren har ikke aktiveret den.",
        Warning::UnlockedCanBeChanged => {
            "Kontoen er ikke låst. Kontohaveren kan ændre og slette den, og den kan blive NemKonto, hvis NemKonto slettes."
        }
        Warning::UnlockedCreditorCanBeChanged => "Kontoen er ikke låst. Kontohaveren kan ændre og slette den.",
        Warning::LockedForOthers => "Kontoen er låst. Kun din myndighed kan ændre den, og den bliver aldrig NemKonto.",
        Warning::LockedByType => {
            "Kontoen er ikke selv låst, men ydelsesarten låser den. Kun din myndighed kan ændre den, og den bliver aldrig NemKonto."
        }
        Warning::LocksAllAccounts => "Alle specifikke konti for ydelsesarten bliver låst.",
        Warning::UnlocksAllAccounts => {
            "Ydelsesarten låser ikke længere dens specifikke konti. De konti, der selv er låst, forbliver låst."
        }
        Warning::BenefitGoesToNemKonto => "Ydelsen går bagefter til kontohaverens NemKonto.",
        Warning::HolderDeceased => "Kontohaveren er registreret som afdød.",
        Warning::CompanyClosed => "Virksomheden er registreret som ophørt.",
    }
}
