//! An address that is no page.

use leptos::prelude::*;

use crate::ui::{
    components::{Link, PageHeading},
    route::Route,
    state::App,
};

/// Says so, and leads to the start.
#[component]
pub fn NotFound() -> impl IntoView {
    let app = App::get();
    view! {
        <PageHeading text=Signal::derive(move || app.texts().problem.not_found_title.to_owned())/>
        <p>{move || app.texts().problem.not_found}</p>
        <p><Link to=Route::Start>{move || app.texts().problem.to_start}</Link></p>
    }
}
