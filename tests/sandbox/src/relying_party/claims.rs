//! Reading claims: the same thing has different types at different providers, and in different answers of one.

use serde_json::{Map, Value};

use super::{ClaimNames, LoginError, Person};

/// What is told of a person: by the ID token, and by the userinfo endpoint what the ID token leaves out.
pub(super) struct Claims {
    token: Map<String, Value>,
    userinfo: Option<Map<String, Value>>,
}

/// The claim is there, but it is a list, an object or a fraction: it says nothing that could be compared.
pub(super) struct NoText;

impl Claims {
    /// The claims of an ID token.
    pub fn of_token(token: Map<String, Value>) -> Self {
        Self { token, userinfo: None }
    }

    /// The same with what the userinfo endpoint tells. That it is about the same person has been checked.
    pub fn with_userinfo(self, userinfo: Map<String, Value>) -> Self {
        Self { userinfo: Some(userinfo), ..self }
    }

    /// A claim of the ID token as text.
    pub fn in_token(&self, name: &str) -> Result<Option<String>, NoText> {
        text(self.token.get(name))
    }

    /// A claim as text, named by this entry of the provider file. What is signed in the ID token counts; an endpoint that says
    /// something else is not believed at all.
    fn get(&self, name: &str, no_text: &'static str) -> Result<Option<String>, LoginError> {
        let no_text = |NoText| LoginError::NotProven(no_text);
        let told = text(self.userinfo.as_ref().and_then(|userinfo| userinfo.get(name))).map_err(no_text)?;
        match (self.in_token(name).map_err(no_text)?, told) {
            (Some(signed), Some(told)) if signed != told => Err(LoginError::NotProven("userinfo contradicts id_token")),
            (signed, told) => Ok(signed.or(told)),
        }
    }

    /// The employee and the company that the employee acts for.
    pub fn person(&self, names: &ClaimNames) -> Result<Person, LoginError> {
        let company = self.get(&names.company, "claims.company is no text")?;
        let is_employee = match &names.employee {
            Some(mark) => {
                let value = self.get(&mark.claim, "claims.employee.claim is no text")?;
                value.is_some_and(|value| mark.values.contains(&value))
            }
            None => company.is_some(),
        };
        if !is_employee {
            return Err(LoginError::PrivateIdentity("nothing marks an employee"));
        }
        let company = company.ok_or(LoginError::NotProven("no company"))?;
        Ok(Person {
            id: self.get(&names.person, "claims.person is no text")?.ok_or(LoginError::NotProven("no person"))?,
            cvr: cvr(&company).ok_or(LoginError::NotProven("company without CVR number"))?,
        })
    }

    /// The name, unless it is protected.
    pub fn name(&self, names: &ClaimNames) -> Result<Option<String>, LoginError> {
        let parts = names.name.iter().filter_map(|name| self.get(name, "claims.name is no text").transpose());
        let name = parts.collect::<Result<Vec<_>, _>>()?.join(" ");
        Ok(Some(name).filter(|name| !name.is_empty()))
    }
}

/// Numbers and truth values are text at some providers and not at others. An empty text says nothing.
fn text(value: Option<&Value>) -> Result<Option<String>, NoText> {
    let text = match value {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Bool(truth)) => truth.to_string(),
        Some(Value::Number(number)) if number.is_i64() || number.is_u64() => number.to_string(),
        Some(_) => return Err(NoText),
    };
    Ok(Some(text).filter(|text| !text.is_empty()))
}

/// Eight digits, with or without `DK` before them. Companies that exist for tests only need not pass modulus 11.
fn cvr(text: &str) -> Option<String> {
    let compact: String = text.chars().filter(|character| !character.is_whitespace()).collect();
    let digits = compact.strip_prefix("DK").unwrap_or(&compact);
    (digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.to_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::json;

    use super::*;
    use crate::relying_party::{ClaimSource, EmployeeMark};

    fn object(value: Value) -> Map<String, Value> {
        match value {
            Value::Object(map) => map,
            _ => panic!("claims are an object"),
        }
    }

    fn names(employee: Option<(&str, &str)>) -> ClaimNames {
        ClaimNames {
            source: ClaimSource::Userinfo,
            person: "id".to_owned(),
            company: "cvr".to_owned(),
            name: vec!["first".to_owned(), "last".to_owned()],
            employee: employee
                .map(|(claim, value)| EmployeeMark { claim: claim.to_owned(), values: vec![value.to_owned()] }),
        }
    }

    fn person(token: Value, userinfo: Value, employee: Option<(&str, &str)>) -> Result<(String, String), LoginError> {
        let claims = Claims::of_token(object(token)).with_userinfo(object(userinfo));
        claims.person(&names(employee)).map(|person| (person.id, person.cvr))
    }

    #[test]
    fn numbers_and_truth_values_are_read_like_text() {
        let read = |token| person(token, json!({}), Some(("employee", "true")));
        let expected = Ok(("4711".to_owned(), "98765409".to_owned()));
        assert_eq!(read(json!({ "id": "4711", "cvr": "98765409", "employee": "true" })), expected);
        assert_eq!(read(json!({ "id": 4711, "cvr": 98_765_409, "employee": true })), expected);
        assert_eq!(read(json!({ "id": "4711", "cvr": "DK98765409", "employee": "true" })), expected);
        assert_eq!(read(json!({ "id": " 4711 ", "cvr": "DK 98 76 54 09", "employee": "true" })), expected);
    }

    #[test]
    fn the_largest_and_the_smallest_whole_numbers_are_read() {
        for id in [json!(u64::MAX), json!(i64::MIN)] {
            let read = person(json!({ "id": id, "cvr": "98765409" }), json!({}), None).unwrap();
            assert_eq!(read.0, id.to_string());
        }
    }

    #[test]
    fn a_company_without_a_cvr_number_is_none() {
        for cvr in ["9876540", "987654090", "SE98765409", "9876540x", "９８７６５４０９"] {
            let read = person(json!({ "id": "4711", "cvr": cvr }), json!({}), None);
            assert_eq!(read, Err(LoginError::NotProven("company without CVR number")), "{cvr}");
        }
    }

    #[test]
    fn p23_lists_and_objects_and_fractions_are_no_text_and_the_log_says_so() {
        let cvr = json!("98765409");
        for id in [json!(null), json!(" ")] {
            let read = person(json!({ "id": id, "cvr": cvr }), json!({}), None);
            assert_eq!(read, Err(LoginError::NotProven("no person")), "{id}");
        }
        for wrong in [json!(["4711"]), json!({ "id": 4711 }), json!(47.11)] {
            let no_text = |entry| Err(LoginError::NotProven(entry));
            let of_token = person(json!({ "id": wrong, "cvr": cvr }), json!({}), None);
            assert_eq!(of_token, no_text("claims.person is no text"), "{wrong}");
            let of_userinfo = person(json!({ "cvr": cvr }), json!({ "id": wrong }), None);
            assert_eq!(of_userinfo, no_text("claims.person is no text"), "{wrong}");
            assert_eq!(
                person(json!({ "cvr": wrong }), json!({}), None),
                no_text("claims.company is no text"),
                "{wrong}"
            );
            let marked = person(json!({ "cvr": cvr, "kind": wrong }), json!({}), Some(("kind", "4711")));
            assert_eq!(marked, no_text("claims.employee.claim is no text"), "{wrong}");
        }
    }

    #[test]
    fn what_the_token_leaves_out_comes_from_userinfo() {
        let read = person(json!({ "cvr": "98765409" }), json!({ "id": "4711" }), None);
        assert_eq!(read, Ok(("4711".to_owned(), "98765409".to_owned())));
    }

    #[test]
    fn userinfo_may_repeat_the_token_but_not_contradict_it() {
        let token = json!({ "id": "4711", "cvr": "98765409" });
        assert!(person(token.clone(), json!({ "id": 4711 }), None).is_ok());
        let contradiction = Err(LoginError::NotProven("userinfo contradicts id_token"));
        assert_eq!(person(token.clone(), json!({ "id": "4712" }), None), contradiction);
        assert_eq!(person(token, json!({ "cvr": "98765417" }), None), contradiction);
    }

    #[test]
    fn who_lacks_the_mark_of_an_employee_is_private() {
        let private = Err(LoginError::PrivateIdentity("nothing marks an employee"));
        assert_eq!(person(json!({ "id": "4711" }), json!({}), None), private);
        let with_company = json!({ "id": "4711", "cvr": "98765409" });
        assert_eq!(person(with_company.clone(), json!({}), Some(("kind", "professional"))), private);
        assert_eq!(person(with_company, json!({ "kind": "private" }), Some(("kind", "professional"))), private);
    }

    #[test]
    fn a_name_may_have_several_parts_or_none() {
        let name = |token| Claims::of_token(object(token)).name(&names(None)).unwrap();
        assert_eq!(name(json!({ "first": "Anna", "last": "Agersted" })).as_deref(), Some("Anna Agersted"));
        assert_eq!(name(json!({ "last": "Agersted" })).as_deref(), Some("Agersted"));
        assert_eq!(name(json!({ "first": "" })), None);
    }
}
