//! Pieces that pages are made of. They get props; from the context they take the language, and the way to another page.

mod alert;
mod check_box;
mod copy_button;
mod download_link;
mod entry;
mod error_summary;
mod failure_alert;
mod field_frame;
mod file_field;
mod link;
mod page_heading;
mod qr_code;
mod radio_group;
mod receipt_rows;
mod select;
mod submit_button;
mod text_field;
mod waiting;

pub use alert::{Alert, AlertKind};
pub use check_box::CheckBox;
pub use copy_button::CopyButton;
pub use download_link::DownloadLink;
pub use entry::{AccountRows, Comparison, HolderRows, RegisteredRows, Row};
pub use error_summary::{ErrorSummary, SummaryItem};
pub use failure_alert::FailureAlert;
pub use file_field::FileField;
pub use link::Link;
pub use page_heading::PageHeading;
pub use qr_code::QrCodeOf;
pub use radio_group::{Choice, RadioGroup};
pub use receipt_rows::{ReceiptCodeRows, ReceiptRows};
pub use select::{Select, SelectOption};
pub use submit_button::SubmitButton;
pub use text_field::TextField;
pub use waiting::Waiting;
