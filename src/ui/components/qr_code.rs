//! An address as a QR code, for those who hold the paper.

use std::fmt::Write;

use leptos::prelude::*;
use qrcode::{Color, QrCode};

/// Light modules around the code (ISO/IEC 18004, 9.1).
const QUIET_ZONE: usize = 4;

/// A QR code as one SVG path. Nothing is drawn for an address that is too long for one, which ours are not.
#[component]
pub fn QrCodeOf(address: String, label: &'static str) -> impl IntoView {
    let code = QrCode::new(address.as_bytes()).ok();
    code.map(|code| {
        let size = code.width() + 2 * QUIET_ZONE;
        view! {
            <svg class="qr-code" role="img" aria-label=label viewBox=format!("0 0 {size} {size}") shape-rendering="crispEdges">
                <rect class="qr-background" width=size height=size/>
                <path d=path(&code)/>
            </svg>
        }
    })
}

/// One unit square for each dark module.
fn path(code: &QrCode) -> String {
    let width = code.width();
    let mut path = String::new();
    for (index, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let (x, y) = (index % width + QUIET_ZONE, index / width + QUIET_ZONE);
            // Writing to a string cannot fail.
            let _ = write!(path, "M{x} {y}h1v1h-1z");
        }
    }
    path
}
