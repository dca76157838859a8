//! Times as the browser writes them. The browser's clock decides nothing; the API's does.

use js_sys::{Array, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::{contract::Timestamp, domain::date::Date, i18n::Language};

/// Times are Danish wherever the computer is.
const TIME_ZONE: &str = "Europe/Copenhagen";

/// Date and time such as `18-09-2023 12:42` (Danish) or `18 September 2023 12:42` (English).
#[must_use]
pub fn date_and_time(language: Language, at: Timestamp) -> String {
    let (day, time) = in_denmark(at);
    format!("{} {time}", date(language, day))
}

/// Time of day such as `12:52`.
#[must_use]
pub fn time_of_day(at: Timestamp) -> String {
    in_denmark(at).1
}

/// A calendar date such as `18-09-2023` (Danish) or `18 September 2023` (English).
#[must_use]
pub fn date(language: Language, date: Date) -> String {
    (language.texts().date)(date)
}

/// Today's date in Denmark, by the browser's clock. Good for hints; the API checks again by its own.
#[must_use]
pub fn today() -> Date {
    in_denmark(now()).0
}

/// Now, by the browser's clock; for telling the support when something happened.
#[must_use]
pub fn now() -> Timestamp {
    #[allow(clippy::cast_possible_truncation, reason = "seconds since 1970 fit")]
    let now = js_sys::Date::now() as i64 / 1000;
    Timestamp(now)
}

/// Seconds since some moment, for measuring how long something lasts. They go on while the computer sleeps.
#[must_use]
pub fn seconds() -> f64 {
    js_sys::Date::now() / 1000.0
}

thread_local! {
    /// Made once: a browser takes longer for it than for drawing a page.
    static FORMAT: Intl::DateTimeFormat = in_parts();
}

fn in_parts() -> Intl::DateTimeFormat {
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
    Intl::DateTimeFormat::new(&Array::of1(&"en-GB".into()), &options)
}

/// The day and the time of day at a moment. What lies after the year 9999 is as far away as a date can be.
fn in_denmark(at: Timestamp) -> (Date, String) {
    #[allow(clippy::cast_precision_loss, reason = "milliseconds stay far below 2^53")]
    let moment = js_sys::Date::new(&JsValue::from_f64(at.0 as f64 * 1000.0));
    let all = FORMAT.with(|format| format.format_to_parts(&moment));
    let part = |wanted: &str| {
        all.iter()
            .find(|part| text(part, "type").as_deref() == Some(wanted))
            .and_then(|part| text(&part, "value"))
            .unwrap_or_default()
    };
    let number = |wanted| part(wanted).parse::<u16>().unwrap_or_default();
    #[allow(clippy::cast_possible_truncation, reason = "months and days fit")]
    let day = Date::new(number("year"), number("month") as u8, number("day") as u8).unwrap_or(Date::LAST);
    (day, format!("{}:{}", part("hour"), part("minute")))
}

fn text(object: &JsValue, name: &str) -> Option<String> {
    Reflect::get(object, &name.into()).ok()?.as_string()
}
