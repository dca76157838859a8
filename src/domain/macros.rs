//! What every value and every error of the domain has in common.

/// The wire form of a value: sent as `as_str` gives it, read through `parse`.
macro_rules! text_on_the_wire {
    ($type:ident, $error:ty) => {
        impl TryFrom<String> for $type {
            type Error = $error;

            fn try_from(raw: String) -> Result<Self, $error> {
                Self::parse(&raw)
            }
        }

        impl From<$type> for String {
            fn from(value: $type) -> String {
                value.as_str().to_owned()
            }
        }
    };
}

/// A `Debug` that shows nothing of the value, for everything that must not reach a log.
macro_rules! hidden_in_debug {
    ($($type:ident),+) => {
        $(impl std::fmt::Debug for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($type), "(***)"))
            }
        })+
    };
}

/// Lets an error enum travel as `std::error::Error`. Sentences for people are made elsewhere, so the name is enough here.
macro_rules! named_error {
    ($($type:ident),+) => {
        $(impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Debug::fmt(self, f)
            }
        }

        impl std::error::Error for $type {})+
    };
}

/// Lets `?` turn an error of format into the error of one particular value.
macro_rules! from_format_error {
    ($($type:ident),+) => {
        $(impl From<crate::domain::text::FormatError> for $type {
            fn from(error: crate::domain::text::FormatError) -> Self {
                Self::Format(error)
            }
        })+
    };
}
