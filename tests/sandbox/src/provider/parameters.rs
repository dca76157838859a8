//! The parameters of a request, as forms and queries carry them.

use url::form_urlencoded;

/// Named values, each at most once.
#[derive(Debug, Clone, Default)]
pub(super) struct Parameters(Vec<(String, String)>);

/// The same parameter occurred twice (forbidden by RFC 6749, sections 3.1 and 3.2).
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Repeated;

impl Parameters {
    pub fn parse(encoded: &str) -> Result<Parameters, Repeated> {
        let mut pairs: Vec<(String, String)> = Vec::new();
        for (name, value) in form_urlencoded::parse(encoded.as_bytes()) {
            if pairs.iter().any(|(known, _)| *known == name) {
                return Err(Repeated);
            }
            pairs.push((name.into_owned(), value.into_owned()));
        }
        Ok(Parameters(pairs))
    }

    /// The value of a parameter. One without a value counts as left out (RFC 6749, section 3.1).
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, value)| known == name && !value.is_empty()).map(|(_, value)| value.as_str())
    }

    /// The space-separated words of a parameter.
    pub fn words(&self, name: &str) -> Vec<String> {
        self.get(name).unwrap_or_default().split_ascii_whitespace().map(str::to_owned).collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_empty_value_counts_as_left_out() {
        let parameters = Parameters::parse("a=&b=1+2").unwrap();
        assert_eq!(parameters.get("a"), None);
        assert_eq!(parameters.get("b"), Some("1 2"));
        assert_eq!(parameters.words("b"), ["1", "2"]);
    }

    #[test]
    fn a_repeated_parameter_is_refused() {
        assert_eq!(Parameters::parse("a=1&a=1").unwrap_err(), Repeated);
    }
}
