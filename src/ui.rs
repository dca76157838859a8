//! Draws states and turns gestures into events. Rules and protocol live elsewhere.

pub mod change_form;
pub mod components;
pub mod confirmation;
pub mod crash;
pub mod expiry;
pub mod frame;
mod keeping;
pub mod language;
pub mod pages;
pub mod recent;
pub mod route;
mod runner;
pub mod session_notice;
pub mod state;

use leptos::{ev, prelude::*};

use crate::{
    browser::{self, location},
    relogin::{Callback, Event},
};
use frame::Frame;
use route::Route;
use state::App;

/// Mounts the app in the page's body.
pub fn mount() {
    browser::crash::show_page_on_panic(crash::page);
    // Before anything is drawn or awaited: no code may stay in the address.
    let arrival = match Route::from_path(&location::path()) {
        route @ (Route::Return | Route::LoginReturn) => {
            Some((route, Callback::from_parameters(&location::take_parameters())))
        }
        _ => None,
    };
    mount_to_body(move || {
        let app = App::at_the_present_address();
        provide_context(app);
        app.take_receipt_code();
        app.watch_session();
        app.keep_what_is_typed();
        start(app, arrival);
        view! { <Frame/> }
    });
    browser::crash::hide_loading_panel();
}

fn start(app: App, arrival: Option<(Route, Callback)>) {
    match arrival {
        Some((Route::LoginReturn, callback)) => app.dispatch(Event::CameBackFromLogin(callback)),
        Some((_, callback)) => app.came_back(callback),
        None => app.dispatch(Event::Opened),
    }
    let on_popstate = window_event_listener(ev::popstate, move |_| {
        app.take_receipt_code();
        app.show(Route::from_path(&location::path()));
    });
    let on_pageshow = window_event_listener(ev::pageshow, move |event| {
        if event.persisted() {
            app.dispatch(Event::PageRestored);
        }
    });
    let on_online = window_event_listener(ev::online, move |_| {
        app.is_online.set(true);
        app.dispatch(Event::NetworkReturned);
    });
    let on_offline = window_event_listener(ev::offline, move |_| app.is_online.set(false));
    on_cleanup(move || {
        on_online.remove();
        on_offline.remove();
        on_popstate.remove();
        on_pageshow.remove();
    });
}
