//! Calendar dates without a clock or a time zone.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::text::is_separator;

/// A day of the Gregorian calendar, years 1 to 9999. `Display` and the wire form are ISO 8601 (`2023-09-18`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// Why a typed date cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateError {
    /// Nothing typed.
    Empty,
    /// Not day, month and a year of four digits.
    Unreadable,
    /// Readable, but the calendar has no such day.
    NoSuchDate,
}

named_error!(DateError);

impl Date {
    const FIRST: Date = Date { year: 1, month: 1, day: 1 };
    /// The last day that four digits of year can write.
    pub const LAST: Date = Date { year: 9999, month: 12, day: 31 };

    /// 1 January 1970, from which computers count.
    pub const UNIX_EPOCH: Date = Date { year: 1970, month: 1, day: 1 };

    /// The day, if the calendar has it.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let valid =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=month_length(year, month)).contains(&day);
        valid.then_some(Date { year, month, day })
    }

    /// Reads a date as typed in Denmark (`18-09-2023`, `18.9.2023`, `18/9 2023`, `18092023`) or in ISO 8601 order.
    ///
    /// ```
    /// use nemkonto::domain::date::{Date, DateError};
    ///
    /// assert_eq!(Date::parse_typed("18/9 2023"), Date::parse_typed("2023-09-18"));
    /// assert_eq!(Date::parse_typed("18/9 2023").unwrap().to_string(), "2023-09-18");
    /// assert_eq!(Date::parse_typed("29-02-2023"), Err(DateError::NoSuchDate));
    /// ```
    pub fn parse_typed(raw: &str) -> Result<Date, DateError> {
        let raw = raw.trim();
        if raw.is_empty() {
            return Err(DateError::Empty);
        }
        let parts: Vec<&str> = raw.split(|c| is_separator(c) || c == '/').filter(|part| !part.is_empty()).collect();
        let (year, month, day) = match parts[..] {
            [all] if all.len() == 8 && all.is_ascii() => (&all[4..], &all[2..4], &all[..2]),
            [year, month, day] if year.len() == 4 => (year, month, day),
            [day, month, year] => (year, month, day),
            _ => return Err(DateError::Unreadable),
        };
        if year.len() != 4 || month.len() > 2 || day.len() > 2 {
            return Err(DateError::Unreadable);
        }
        let [year, month, day] = [number(year)?, number(month)?, number(day)?];
        // Two digits always fit.
        let [Ok(month), Ok(day)] = [u8::try_from(month), u8::try_from(day)] else {
            return Err(DateError::Unreadable);
        };
        Date::new(year, month, day).ok_or(DateError::NoSuchDate)
    }

    /// Day, month and year as people type them in Denmark: `18-09-2023`.
    #[must_use]
    pub fn as_typed(self) -> String {
        format!("{:02}-{:02}-{:04}", self.day, self.month, self.year)
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }

    /// So many days later, or earlier when negative; stops at the first and last day of the years 1 to 9999.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Date {
        let end = if days.is_negative() { Date::FIRST } else { Date::LAST };
        Date::from_day_number(self.day_number().saturating_add(days)).unwrap_or(end)
    }

    /// How many days from this day to `other`; negative when `other` is earlier.
    #[must_use]
    pub fn days_until(self, other: Date) -> i32 {
        other.day_number() - self.day_number()
    }

    /// Days since 29 February of the year 0. Years that begin in March have their leap day last.
    fn day_number(self) -> i32 {
        let (month, year) = (i32::from(self.month), i32::from(self.year));
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + i32::from(self.day)
    }

    fn from_day_number(number: i32) -> Option<Date> {
        // No year is longer than 366 days, so the search starts at or before the year sought: 20 years before it for the year 9999.
        let mut year = u16::try_from(number / 366).ok()?.max(1);
        while (Date { year: year + 1, month: 1, day: 1 }).day_number() <= number {
            year += 1;
        }
        let first_of = |month| Date { year, month, day: 1 }.day_number();
        let month = (1..=12).rev().find(|&month| first_of(month) <= number)?;
        let day = u8::try_from(number - first_of(month) + 1).ok()?;
        Date::new(year, month, day)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> String {
        date.to_string()
    }
}

impl TryFrom<String> for Date {
    type Error = DateError;

    /// Reads ISO 8601 only: on the wire there is one form.
    fn try_from(iso: String) -> Result<Date, DateError> {
        let date = Date::parse_typed(&iso)?;
        if date.to_string() == iso { Ok(date) } else { Err(DateError::Unreadable) }
    }
}

fn month_length(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A part of a typed date: ASCII digits only, for `u16::from_str` would take a sign too.
fn number(part: &str) -> Result<u16, DateError> {
    if part.bytes().all(|byte| byte.is_ascii_digit()) {
        part.parse().map_err(|_| DateError::Unreadable)
    } else {
        Err(DateError::Unreadable)
    }
}
