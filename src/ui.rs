//! Draws states and turns gestures into events. Rules and protocol live elsewhere.
//!
//! Arrows point one way. `route`, `task`, `lasting` and `reaction` know nothing of the rest; the `stores` are what the app knows, each about one thing; the
//! `journey` is above them and does what concerns several, as the machine decides; `language` and `components` draw pieces;
//! `change_form`, `session_notice` and `confirmation` are what pages have in common; `pages` are shown by the `frame`.

pub mod change_form;
pub mod components;
pub mod confirmation;
pub mod crash;
pub mod frame;
pub mod journey;
pub mod language;
pub mod lasting;
pub mod pages;
pub mod reaction;
pub mod route;
pub mod session_notice;
pub mod stores;
pub mod task;

use leptos::{ev, prelude::*};

use crate::{
    browser::{self, location, tabs},
    relogin::{Callback, Event, Machine},
};
use frame::Frame;
use journey::Journey;
use route::Route;
use stores::View;
use task::TaskScope;

/// Mounts the app in the page's body.
pub fn mount() {
    browser::crash::show_page_on_panic(crash::page);
    browser::translation::follow();
    // Before anything is drawn or awaited: no code may stay in the address.
    let arrival = match Route::from_path(&location::path()) {
        route @ (Route::Return | Route::LoginReturn) => {
            Some((route, Callback::from_parameters(&location::take_parameters())))
        }
        _ => None,
    };
    mount_to_body(move || {
        let journey = Journey::provide(Machine::default());
        journey.watch_session();
        journey.listen_to_other_tabs();
        journey.keep_what_is_typed();
        start(journey, View::get(), arrival);
        // What that asks the API is on its way before anything is drawn.
        let is_under_way = RwSignal::new(false);
        TaskScope::here().spawn(async {}, move |()| is_under_way.set(true));
        move || is_under_way.get().then(|| view! { <Frame/> })
    });
}

fn start(journey: Journey, page: View, arrival: Option<(Route, Callback)>) {
    page.take_receipt_code();
    match arrival {
        Some((Route::LoginReturn, callback)) => journey.dispatch(Event::CameBackFromLogin(callback)),
        Some((_, callback)) => journey.came_back(callback),
        None => journey.dispatch(Event::Opened),
    }
    let on_popstate = window_event_listener(ev::popstate, move |_| {
        page.take_receipt_code();
        journey.arrive(Route::from_path(&location::path()));
    });
    let on_pageshow = window_event_listener(ev::pageshow, move |event| {
        if event.persisted() {
            journey.was_restored();
        }
    });
    let on_pagehide = window_event_listener(ev::pagehide, move |_| tabs::stop_listening());
    let on_online = window_event_listener(ev::online, move |_| {
        page.note_network(true);
        journey.dispatch(Event::NetworkReturned);
    });
    let on_offline = window_event_listener(ev::offline, move |_| page.note_network(false));
    on_cleanup(move || {
        on_online.remove();
        on_offline.remove();
        on_popstate.remove();
        on_pageshow.remove();
        on_pagehide.remove();
    });
}
