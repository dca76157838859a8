//! Reads JSON. What the types of the contract look like is told by their serde; this is how the app comes from a text to them.
//!
//! `serde_json` would have all that it does compiled for every type, with a reason for each way in which a text can be wrong, and with the
//! arithmetic of fractions. Nobody asks for those. So the text is made a tree of, and types are read from that, by as little code as there can
//! be for each.

mod tree;

use std::{fmt, slice::Iter};

use serde::{
    de::{
        DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer, MapAccess, SeqAccess,
        VariantAccess, Visitor, value::StrDeserializer,
    },
    forward_to_deserialize_any,
};

use tree::Json;

/// The text is no JSON, or says something else than was expected.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unreadable;

/// Reads a value.
///
/// ```
/// use nemkonto::contract::{Timestamp, json};
///
/// assert_eq!(json::read::<Timestamp>("1795826929"), Ok(Timestamp(1_795_826_929)));
/// // No calendar has it, so no browser could write it.
/// assert!(json::read::<Timestamp>("999999999999999").is_err());
/// ```
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    T::deserialize(&Json::parse(text)?)
}

/// The value that has a name, if there is one of this name.
pub(super) fn named<T: DeserializeOwned>(name: &str) -> Option<T> {
    T::deserialize(text(name)).ok()
}

impl Error for Unreadable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not the JSON that was expected")
    }
}

impl std::error::Error for Unreadable {}

impl<'de> Deserializer<'de> for &'de Json {
    type Error = Unreadable;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self {
            Json::Null => visitor.visit_unit(),
            Json::Bool(value) => visitor.visit_bool(*value),
            Json::Unsigned(number) => visitor.visit_u64(*number),
            Json::Negative(number) => visitor.visit_i64(*number),
            Json::OtherNumber => Err(Unreadable),
            Json::Text(text) => visitor.visit_str(text),
            Json::List(elements) => visitor.visit_seq(Elements(elements.iter())),
            Json::Object(entries) => visitor.visit_map(Entries::of(entries)),
        }
    }

    /// Only an object: serde would take a list for a struct, too.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        let Json::Object(entries) = self else { return Err(Unreadable) };
        visitor.visit_map(Entries::of(entries))
    }

    /// The name of a variant, or an object of one entry: name and content.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        match self {
            Json::Text(name) => visitor.visit_enum(Variant { name, content: &Json::Null }),
            Json::Object(entries) => {
                let [(name, content)] = entries.as_slice() else { return Err(Unreadable) };
                visitor.visit_enum(Variant { name, content })
            }
            _ => Err(Unreadable),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        if matches!(self, Json::Null) { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier
    }
}

struct Elements<'de>(Iter<'de, Json>);

impl<'de> SeqAccess<'de> for Elements<'de> {
    type Error = Unreadable;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Unreadable> {
        self.0.next().map(|element| seed.deserialize(element)).transpose()
    }
}

struct Entries<'de> {
    rest: Iter<'de, (String, Json)>,
    value: &'de Json,
}

impl<'de> Entries<'de> {
    fn of(entries: &'de [(String, Json)]) -> Self {
        Self { rest: entries.iter(), value: &Json::Null }
    }
}

impl<'de> MapAccess<'de> for Entries<'de> {
    type Error = Unreadable;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Unreadable> {
        let Some((key, value)) = self.rest.next() else { return Ok(None) };
        self.value = value;
        seed.deserialize(text(key)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Unreadable> {
        seed.deserialize(self.value)
    }
}

struct Variant<'de> {
    name: &'de str,
    content: &'de Json,
}

impl<'de> EnumAccess<'de> for Variant<'de> {
    type Error = Unreadable;
    type Variant = &'de Json;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, &'de Json), Unreadable> {
        Ok((seed.deserialize(text(self.name))?, self.content))
    }
}

impl<'de> VariantAccess<'de> for &'de Json {
    type Error = Unreadable;

    fn unit_variant(self) -> Result<(), Unreadable> {
        if matches!(self, Json::Null) { Ok(()) } else { Err(Unreadable) }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Unreadable> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_struct("", &[], visitor)
    }
}

fn text(text: &str) -> StrDeserializer<'_, Unreadable> {
    text.into_deserializer()
}
