//! From the form to a change that waits for its login.

use nemkonto::{
    contract::{AccountOverview, HolderHandle, PrepareAnswer, PrepareRequest, ProblemType},
    domain::{
        change_kind::ChangeKind,
        date::Date,
        draft::{Draft, Field, Rules},
        holder::Scheme,
    },
};
use url::Url;

use super::checks;
use crate::{
    Kit,
    cases::{Which, Who},
    kit::prepare,
    outcome::{Outcome, expect, fail},
};

checks! {
    "prepare.reading", "POST /api/changes/prepare",
    "`reading` is the change as the form says it, for the holder of the handle, with what is registered now in `before`, and the session's unit in `acts_for`. Nothing is changed yet."
    => reading;
    "prepare.login", "POST /api/changes/prepare",
    "`next.login` names the employee whose login is wanted, and the time until when. `state` and `issuer` are what the provider will send back to the app's /return; each prepared change has a `change_id`, `state` and `sealed` of its own."
    => login;
    "prepare.text", "POST /api/changes/prepare",
    "`reference_text`, which the MitID app shows, contains the `check_code`, which has four digits. Neither it nor `authorization_url`, `change_id` or `state` holds a CPR number or an account number in whole."
    => text;
    "prepare.fields", "POST /api/changes/prepare",
    "A form whose fields do not follow the rules is refused as fields-refused. `errors` says for each field where it stands in the body (`/draft/values/…`), which it is, and what is wrong."
    => fields;
    "prepare.version", "POST /api/changes/prepare",
    "A `version` that is not the present one of the accounts, or of the benefit types, is refused as accounts-changed."
    => version;
    "prepare.right", "POST /api/changes/prepare",
    "A caseworker without the right to this kind of change is refused as no-right."
    => right;
    "prepare.holder", "POST /api/changes/prepare",
    "A form about accounts without a `holder`, and one about benefit types with one, is refused as bad-request; a handle that the API has not made as holder-not-found."
    => holder;
}

/// Rules that an account without a first day of use does not depend on.
const RULES: Rules = Rules { today: Date::UNIX_EPOCH, valid_from_days: 0, tolerance_days: 0 };

async fn reading(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let before = kit.changed(&anna.browser).await?;
    let draft = kit.cases.form(ChangeKind::AssignNemKonto, Which::New)?;
    let ready = kit.prepare(&anna).await?;
    let reading = &ready.reading;
    let caseworker = &anna.session.caseworker;
    let forms = [Ok(draft), kit.cases.form(ChangeKind::AssignNemKonto, Which::Other)];
    let is_entered = forms.into_iter().flatten().any(|draft| {
        draft.check(Some(&before.holder), &caseworker.authority.cvr, RULES).is_ok_and(|change| change == reading.change)
    });
    expect(is_entered, "`reading.change` is not what was entered")?;
    expect(reading.before == before.registered_nemkonto(), "`reading.before` is not what is registered")?;
    expect(reading.names.holder.as_ref() == Some(&before.name), "`reading.names.holder` is not the holder's name")?;
    let acts_for = (&reading.acts_for.unit, &reading.acts_for.authority);
    expect(acts_for == (&caseworker.unit, &caseworker.authority), "`reading.acts_for` is not the session's unit")?;
    let after = kit.changed(&anna.browser).await?;
    expect(after == before, "the accounts are others after prepare")
}

async fn login(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let (first, second) = (kit.prepare(&anna).await?, kit.prepare(&anna).await?);
    let (one, other) = (&first.login, &second.login);
    expect(one.change_id != other.change_id, "two changes have the same `change_id`")?;
    expect(one.state != other.state, "two changes have the same `state`")?;
    expect(one.sealed != other.sealed, "two changes have the same `sealed`")?;
    expect(one.expires_at > first.reading.prepared_at, "`expires_at` is not after `prepared_at`")?;
    expect(one.identity.name == anna.session.caseworker.name, "`identity` is not the caseworker")?;
    let origin = one.authorization_url.parse::<Url>().ok().map(|url| url.origin().ascii_serialization());
    expect(kit.configuration().await?.login_origin == origin, "`authorization_url` is not at `login_origin`")?;
    let callback = kit.approve(&one.authorization_url, Who::Caseworker).await?;
    expect(callback.state == one.state, "the provider sends back another state than `state`")?;
    let is_named = one.issuer.is_none() || callback.iss == one.issuer;
    expect(is_named, "the provider sends back another iss than `issuer`")
}

async fn text(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let ready = kit.prepare(&anna).await?;
    let login = &ready.login;
    let is_code = login.check_code.len() == 4 && login.check_code.bytes().all(|byte| byte.is_ascii_digit());
    expect(is_code, "`check_code` has not four digits")?;
    expect(login.reference_text.contains(&login.check_code), "`reference_text` does not contain the check code")?;
    let account = serde_json::to_string(&ready.reading.change.account()).unwrap_or_default();
    let holder = ready.reading.change.holder().filter(|holder| holder.scheme() == Scheme::Cpr);
    let secrets = [longest_number(&account), holder.map(|holder| holder.as_str().to_owned()).unwrap_or_default()];
    for told in [&login.reference_text, &login.authorization_url, &login.change_id.0, &login.state] {
        let is_whole = |secret: &String| secret.len() > 5 && compact(told).contains(secret);
        expect(!secrets.iter().any(is_whole), "a number stands in a text or an address in whole")?;
    }
    Ok(())
}

/// Without what is written between the groups of a number.
fn compact(text: &str) -> String {
    text.chars().filter(|character| !matches!(character, ' ' | '-' | '.')).collect()
}

fn longest_number(text: &str) -> String {
    let numbers = text.split(|character: char| !character.is_ascii_digit());
    numbers.max_by_key(|number| number.len()).unwrap_or_default().to_owned()
}

async fn fields(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let overview = kit.changed(&anna.browser).await?;
    let mut draft = Draft::new(ChangeKind::AssignNemKonto);
    for (field, typed) in [(Field::AccountType, "iban"), (Field::Bic, "NOT A BIC"), (Field::Iban, "LT35 3250")] {
        draft.set(field, typed);
    }
    let refused = prepare(&anna.browser, &overview, &draft).await?.refusal(ProblemType::FieldsRefused)?;
    let told: Vec<_> = refused.errors.iter().map(|error| (error.field, error.pointer.as_str())).collect();
    let expected = [(Field::Bic, "/draft/values/bic"), (Field::Iban, "/draft/values/iban")];
    expect(told == expected, "`errors` does not name exactly the fields that are wrong, in page order")
}

async fn version(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let mut overview = kit.changed(&anna.browser).await?;
    overview.version += 1;
    let draft = kit.cases.form(ChangeKind::AssignNemKonto, Which::New)?;
    prepare(&anna.browser, &overview, &draft).await?.is_refused(ProblemType::AccountsChanged)
}

async fn right(kit: &Kit) -> Outcome {
    let dan = kit.caseworker(Who::Onlooker).await?;
    // Looked up by somebody else, for dan's look-ups are counted.
    let overview = kit.changed(&kit.caseworker(Who::Caseworker).await?.browser).await?;
    let draft = kit.cases.form(ChangeKind::AssignNemKonto, Which::New)?;
    prepare(&dan.browser, &overview, &draft).await?.is_refused(ProblemType::NoRight)
}

async fn holder(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let overview = kit.changed(&anna.browser).await?;
    let about_account = kit.cases.form(ChangeKind::AssignNemKonto, Which::New)?;
    let about_type = Draft::new(ChangeKind::DeleteBenefitType);
    for (holder, draft) in [(None, &about_account), (Some(overview.handle.clone()), &about_type)] {
        let request = PrepareRequest { holder, version: overview.version, draft: draft.clone(), acknowledges: None };
        anna.browser.post("/api/changes/prepare", &request).await?.is_refused(ProblemType::BadRequest)?;
    }
    let nobody = AccountOverview { handle: HolderHandle("no-such-handle".to_owned()), ..overview };
    let answer = prepare(&anna.browser, &nobody, &about_account).await?;
    if answer.problem().is_none() {
        answer.read::<PrepareAnswer>()?;
        return fail("a change for a handle that there is not is prepared");
    }
    answer.is_refused(ProblemType::HolderNotFound)
}
