//! Something for each of some fields.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{MapAccess, Visitor},
};

use super::Field;

/// In page order. There are two dozen fields at most, for which a tree would be ten times the code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct ByField<T>(Vec<(Field, T)>);

impl<T> Default for ByField<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> ByField<T> {
    pub(super) fn get(&self, field: Field) -> Option<&T> {
        self.0.iter().find(|(known, _)| *known == field).map(|(_, value)| value)
    }

    /// Puts a value in the place of the one that was there, which it gives back.
    pub(super) fn insert(&mut self, field: Field, value: T) -> Option<T> {
        let at = self.0.partition_point(|(known, _)| *known < field);
        match self.0.get_mut(at) {
            Some((known, before)) if *known == field => Some(std::mem::replace(before, value)),
            _ => {
                self.0.insert(at, (field, value));
                None
            }
        }
    }

    pub(super) fn remove(&mut self, field: Field) {
        self.0.retain(|(known, _)| *known != field);
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (Field, &T)> {
        self.0.iter().map(|(field, value)| (*field, value))
    }

    pub(super) fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Serialize> Serialize for ByField<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for ByField<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Entries(PhantomData))
    }
}

struct Entries<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
    type Value = ByField<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map of fields")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<ByField<T>, A::Error> {
        let mut all = ByField::default();
        while let Some((field, value)) = entries.next_entry()? {
            all.insert(field, value);
        }
        Ok(all)
    }
}
