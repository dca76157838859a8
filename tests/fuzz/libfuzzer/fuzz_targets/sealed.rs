#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| nemkonto_fuzz::sealed(bytes));
