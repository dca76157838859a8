//! Finding an account holder, and what is registered, in Danish.

use crate::{
    domain::{change_kind::ChangeKind, holder::Scheme},
    i18n::accounts::{BenefitTypes, History, Lookup, Overview, Registered},
};

pub(super) const LOOKUP: Lookup = Lookup {
    title: "Find kontohaver",
    number_label: "CPR-, CVR-, SE- eller P-nummer",
    number_hint: "Skriv eller indsæt nummeret, med eller uden bindestreg og mellemrum",
    scheme_legend: "Hvilken slags nummer er det?",
    scheme_required: "Vælg, hvilken slags nummer det er",
    scheme: |scheme| match scheme {
        Scheme::Cpr => "CPR-nummer",
        Scheme::Cvr => "CVR-nummer",
        Scheme::Se => "SE-nummer",
        Scheme::P => "P-nummer",
    },
    understood_as: |kind| format!("Læst som {kind}"),
    no_right: "Du har ikke rettighed til at slå kontohavere op. Din lokale administrator kan give dig den.",
    no_check_digit: "Nummeret opfylder ikke modulus 11. Det gør ikke alle gyldige numre",
    button: "Åbn kontooversigt",
    searching: "Søger …",
    recent: "Seneste opslag",
    recent_key: "Pil ned fører til de seneste opslag",
    recent_hint: "Listen står kun her i fanen og forsvinder, når du logger af.",
};

pub(super) const OVERVIEW: Overview = Overview {
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
};

pub(super) const REGISTERED: Registered =
    Registered { locked: "Låst for ændringer", type_locked: "Låst for kontoændringer", unlocked: "Ikke låst" };

pub(super) const HISTORY: History = History {
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
};

pub(super) const BENEFIT_TYPES: BenefitTypes = BenefitTypes {
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
};
