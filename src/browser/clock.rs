//! Times as the browser writes them. The browser's clock decides nothing; the API's does.

use js_sys::{Array, Date, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::{contract::Timestamp, domain::date, i18n::Language};

/// Times are Danish wherever the computer is.
const TIME_ZONE: &str = "Europe/Copenhagen";

/// Parts of a moment in Danish time, as text with leading zeros.
struct Parts {
    year: String,
    month: String,
    day: String,
    hour: String,
    minute: String,
}

/// Date and time such as `18-09-2023 12:42` (Danish) or `18 September 2023 12:42` (English).
#[must_use]
pub fn date_and_time(language: Language, at: Timestamp) -> String {
    let Parts { year, month, day, hour, minute } = parts(at);
    match language {
        Language::Danish => format!("{day}-{month}-{year} {hour}:{minute}"),
        Language::English => format!("{} {hour}:{minute}", written(language, &year, &month, &day)),
    }
}

/// Time of day such as `12:52`.
#[must_use]
pub fn time_of_day(at: Timestamp) -> String {
    let Parts { hour, minute, .. } = parts(at);
    format!("{hour}:{minute}")
}

/// A calendar date such as `18-09-2023` (Danish) or `18 September 2023` (English).
#[must_use]
pub fn date(language: Language, date: date::Date) -> String {
    let (year, month, day) =
        (format!("{:04}", date.year()), format!("{:02}", date.month()), format!("{:02}", date.day()));
    written(language, &year, &month, &day)
}

/// Today's date in Denmark, by the browser's clock. Good for hints; the API checks again by its own.
#[must_use]
pub fn today() -> date::Date {
    let Parts { year, month, day, .. } = parts(now());
    let number = |text: &str| text.parse::<u16>().unwrap_or_default();
    #[allow(clippy::cast_possible_truncation, reason = "months and days fit")]
    let today = date::Date::new(number(&year), number(&month) as u8, number(&day) as u8);
    today.unwrap_or(date::Date::LAST)
}

/// Now, by the browser's clock; for telling the support when something happened.
#[must_use]
pub fn now() -> Timestamp {
    #[allow(clippy::cast_possible_truncation, reason = "seconds since 1970 fit")]
    let now = Date::now() as i64 / 1000;
    Timestamp(now)
}

/// Seconds since some moment, for measuring how long something lasts. They go on while the computer sleeps.
#[must_use]
pub fn seconds() -> f64 {
    Date::now() / 1000.0
}

fn written(language: Language, year: &str, month: &str, day: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    match language {
        Language::Danish => format!("{day}-{month}-{year}"),
        Language::English => {
            let name = month.parse::<usize>().ok().and_then(|month| MONTHS.get(month.wrapping_sub(1))).unwrap_or(&"");
            format!("{} {name} {year}", day.trim_start_matches('0'))
        }
    }
}

fn parts(at: Timestamp) -> Parts {
    let options = Object::new();
    for (name, value) in [
        ("timeZone", TIME_ZONE),
        ("year", "numeric"),
        ("month", "2-digit"),
        ("day", "2-digit"),
        ("hour", "2-digit"),
        ("minute", "2-digit"),
        ("hourCycle", "h23"),
    ] {
        // Setting a property of a fresh plain object cannot fail.
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    let format = Intl::DateTimeFormat::new(&Array::of1(&"en-GB".into()), &options);
    #[allow(clippy::cast_precision_loss, reason = "milliseconds stay far below 2^53")]
    let moment = Date::new(&JsValue::from_f64(at.0 as f64 * 1000.0));
    let all = format.format_to_parts(&moment);
    let part = |wanted: &str| {
        all.iter()
            .find(|part| text(part, "type").as_deref() == Some(wanted))
            .and_then(|part| text(&part, "value"))
            .unwrap_or_default()
    };
    Parts { year: part("year"), month: part("month"), day: part("day"), hour: part("hour"), minute: part("minute") }
}

fn text(object: &JsValue, name: &str) -> Option<String> {
    Reflect::get(object, &name.into()).ok()?.as_string()
}
