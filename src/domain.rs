//! What a valid account holder, account and change is. Pure: no browser, no I/O, no clock, no text for people.
