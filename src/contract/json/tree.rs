//! What a JSON text consists of (RFC 8259).

use super::Unreadable;

/// A JSON value. The entries of an object stand in the order of the text, and all of them: whether a name may be there twice is for the type to
/// say that is read.
pub(super) enum Json {
    Null,
    Bool(bool),
    Unsigned(u64),
    Negative(i64),
    /// A number with a fraction or an exponent, or one that is too large. Nothing in the contract is one, so its value is left aside.
    OtherNumber,
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

/// How many lists and objects may be within each other, as in `serde_json`.
const DEEPEST: usize = 127;

impl Json {
    pub(super) fn parse(text: &str) -> Result<Self, Unreadable> {
        let mut reader = Reader { rest: text };
        let value = reader.value(0)?;
        reader.skip_space();
        if reader.rest.is_empty() { Ok(value) } else { Err(Unreadable) }
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    fn value(&mut self, depth: usize) -> Result<Json, Unreadable> {
        self.skip_space();
        match self.rest.bytes().next() {
            Some(b'{' | b'[') if depth == DEEPEST => Err(Unreadable),
            Some(b'{') => self.object(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => self.text().map(Json::Text),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ if self.takes("null") => Ok(Json::Null),
            _ if self.takes("true") => Ok(Json::Bool(true)),
            _ if self.takes("false") => Ok(Json::Bool(false)),
            _ => Err(Unreadable),
        }
    }

    fn object(&mut self, depth: usize) -> Result<Json, Unreadable> {
        let mut entries = Vec::new();
        self.elements("{", "}", |reader| {
            reader.skip_space();
            let name = reader.text()?;
            reader.skip_space();
            reader.expect(":")?;
            entries.push((name, reader.value(depth + 1)?));
            Ok(())
        })?;
        Ok(Json::Object(entries))
    }

    fn list(&mut self, depth: usize) -> Result<Json, Unreadable> {
        let mut elements = Vec::new();
        self.elements("[", "]", |reader| {
            elements.push(reader.value(depth + 1)?);
            Ok(())
        })?;
        Ok(Json::List(elements))
    }

    /// What stands between brackets, with commas between.
    fn elements(
        &mut self,
        open: &str,
        close: &str,
        mut element: impl FnMut(&mut Self) -> Result<(), Unreadable>,
    ) -> Result<(), Unreadable> {
        self.expect(open)?;
        self.skip_space();
        if self.takes(close) {
            return Ok(());
        }
        loop {
            element(self)?;
            self.skip_space();
            if self.takes(close) {
                return Ok(());
            }
            self.expect(",")?;
        }
    }

    fn text(&mut self) -> Result<String, Unreadable> {
        self.expect("\"")?;
        let mut text = String::new();
        loop {
            let plain = self.rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20)).ok_or(Unreadable)?;
            text.push_str(self.take(plain));
            if self.takes("\"") {
                return Ok(text);
            }
            self.expect("\\")?;
            text.push(self.escaped()?);
        }
    }

    /// What stands after a backslash.
    fn escaped(&mut self) -> Result<char, Unreadable> {
        if !self.rest.is_char_boundary(1) {
            return Err(Unreadable);
        }
        Ok(match self.take(1) {
            sign @ ("\"" | "\\" | "/") => char::from(sign.as_bytes()[0]),
            "b" => '\u{8}',
            "f" => '\u{c}',
            "n" => '\n',
            "r" => '\r',
            "t" => '\t',
            "u" => {
                let first = self.code_unit()?;
                let code = match first {
                    // Two units for a character outside the first plane.
                    0xd800..0xdc00 => {
                        self.expect("\\u")?;
                        let second = self.code_unit()?;
                        if !(0xdc00..0xe000).contains(&second) {
                            return Err(Unreadable);
                        }
                        0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)
                    }
                    _ => first,
                };
                char::from_u32(code).ok_or(Unreadable)?
            }
            _ => return Err(Unreadable),
        })
    }

    /// Four hexadecimal digits.
    fn code_unit(&mut self) -> Result<u32, Unreadable> {
        let digits = self.rest.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let unit = u32::from_str_radix(digits.ok_or(Unreadable)?, 16).map_err(|_| Unreadable)?;
        self.take(4);
        Ok(unit)
    }

    fn number(&mut self) -> Result<Json, Unreadable> {
        let start = self.rest;
        let is_negative = self.takes("-");
        let whole = self.digits()?;
        if whole.len() > 1 && whole.starts_with('0') {
            return Err(Unreadable);
        }
        let mut is_whole = true;
        if self.takes(".") {
            is_whole = false;
            self.digits()?;
        }
        if self.takes("e") || self.takes("E") {
            is_whole = false;
            let _ = self.takes("+") || self.takes("-");
            self.digits()?;
        }
        let number = &start[..start.len() - self.rest.len()];
        Ok(match number.parse() {
            _ if !is_whole => Json::OtherNumber,
            // Minus zero is none.
            Ok(number @ ..0) => Json::Negative(number),
            _ if is_negative => Json::OtherNumber,
            _ => number.parse().map_or(Json::OtherNumber, Json::Unsigned),
        })
    }

    /// At least one digit.
    fn digits(&mut self) -> Result<&'a str, Unreadable> {
        let end = self.rest.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(self.rest.len());
        if end > 0 { Ok(self.take(end)) } else { Err(Unreadable) }
    }

    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\n', '\r', '\t']);
    }

    fn expect(&mut self, what: &str) -> Result<(), Unreadable> {
        if self.takes(what) { Ok(()) } else { Err(Unreadable) }
    }

    fn takes(&mut self, what: &str) -> bool {
        let after = self.rest.strip_prefix(what);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }
}
