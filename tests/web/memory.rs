//! What a page leaves behind when another one takes its place. `tests/run` runs it in a module of its own: an app that a test has mounted lives on in
//! the module, and other tests' apps want memory, too.

use crate::{
    support::{benefit_types, overview, session},
    verbs::{App, answer, exists, log_in, mount, open_confirmation, settle},
};
use leptos::prelude::*;
use nemkonto::{
    domain::change_kind::ChangeKind,
    relogin::Event,
    ui::{
        frame::Frame,
        route::{FormRoute, Route},
    },
};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

/// So many times the memory may grow until everything has its place. What loses two hundred bytes a page never comes to a time when it does not.
const BATCHES: u32 = 5;

/// Bytes that the module has of the browser. It gives none back, and asks for 64 kB at a time.
fn memory() -> u32 {
    let memory: js_sys::WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    memory.buffer().unchecked_into::<js_sys::ArrayBuffer>().byte_length()
}

/// Shows each page so many times, all of them for one frame, so that hundreds of pages take no time.
async fn show_pages(app: App, times: usize) {
    let holder = overview().handle;
    let form = Route::Form(FormRoute::Holder(holder.clone(), ChangeKind::AssignNemKonto));
    let pages = [
        (Route::Start, "#look-up"),
        (Route::Overview(holder), "#assign-nemkonto"),
        (Route::BenefitTypes, "#own"),
        (Route::Verify, "#check-text"),
        (Route::NotFound, "#page-heading"),
        (form, "#save"),
    ];
    for _ in 0..times {
        for (page, mark) in &pages {
            app.page.show(page.clone());
            is_there(mark).await;
        }
        open_confirmation(app, crate::support::answer());
        is_there("#confirm").await;
        app.journey.dispatch(Event::CancelPressed);
        // What waits for a frame, such as the focus of a heading, is held until there is one.
        settle().await;
    }
}

async fn is_there(mark: &str) {
    for _ in 0..100 {
        if exists(mark) {
            return;
        }
        leptos::task::tick().await;
    }
    panic!("{mark} does not appear");
}

/// What a signal keeps of everybody who has read it went with it only when it changed: some kilobytes for each change.
#[wasm_bindgen_test]
async fn a_page_that_is_left_leaves_nothing_in_memory() {
    let app = mount(|| view! { <Frame/> });
    log_in(app, session());
    answer("/api/configuration", 200, &crate::support::configuration());
    app.fetched.load_configuration();
    app.fetched.set_overview(Some(overview()));
    app.fetched.set_benefit_types(Some(benefit_types()));
    for _ in 0..BATCHES {
        let before = memory();
        show_pages(app, 60).await;
        if memory() == before {
            return;
        }
    }
    panic!("the memory grew each of {BATCHES} times");
}
