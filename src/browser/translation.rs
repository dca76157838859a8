//! A page that its browser, or an extension, translates.
//!
//! A translator puts nodes with words of its own in the places of the texts. What the app writes into its texts from then on stands nowhere:
//! the page would go on showing what was true before.

use js_sys::WeakMap;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{MutationObserver, MutationObserverInit, MutationRecord, Node};

use super::window;

/// From now on a text that the app changes comes back to its place, whatever a translator has put there; the translator then finds it new.
pub fn follow() {
    let Some(root) = window().document().and_then(|document| document.document_element()) else { return };
    let stand_ins = WeakMap::new();
    let on_mutation = Closure::<dyn Fn(Vec<MutationRecord>, MutationObserver)>::new(
        move |records: Vec<MutationRecord>, observer: MutationObserver| {
            for record in records {
                match record.target() {
                    Some(text) if record.type_() == "characterData" => put_back(&stand_ins, &text),
                    _ => note(&stand_ins, &record, &observer),
                }
            }
        },
    );
    let nodes = MutationObserverInit::new();
    nodes.set_child_list(true);
    nodes.set_subtree(true);
    if let Ok(observer) = MutationObserver::new(on_mutation.as_ref().unchecked_ref()) {
        let _ = observer.observe_with_options(&root, &nodes);
    }
    // As long as the page.
    on_mutation.forget();
}

/// Notes what stands in the place of a text that was taken out, and listens to what the app writes into it.
fn note(stand_ins: &WeakMap, record: &MutationRecord, observer: &MutationObserver) {
    let (Some(text), Some(stand_in)) = (only_text(record), stand_in(record)) else { return };
    stand_ins.set(text.unchecked_ref(), &stand_in);
    let writing = MutationObserverInit::new();
    writing.set_character_data(true);
    let _ = observer.observe_with_options(&text, &writing);
}

/// The text that was taken out of the page, if it is not elsewhere by now.
fn only_text(record: &MutationRecord) -> Option<Node> {
    record.removed_nodes().get(0).filter(|node| node.node_type() == Node::TEXT_NODE && !node.is_connected())
}

/// What came for it: in the same step, or before it in a step of its own.
fn stand_in(record: &MutationRecord) -> Option<Node> {
    record.added_nodes().get(0).or_else(|| record.previous_sibling()).or_else(|| record.next_sibling())
}

fn put_back(stand_ins: &WeakMap, text: &Node) {
    let Ok(stand_in) = stand_ins.get(text.unchecked_ref()).dyn_into::<Node>() else { return };
    if let Some(parent) = stand_in.parent_node().filter(|_| !text.is_connected()) {
        let _ = parent.replace_child(text, &stand_in);
    }
}
