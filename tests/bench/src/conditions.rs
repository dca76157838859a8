//! An office computer that is not new on a line that is not good: what Lighthouse calls "slow 4G".

use std::fmt;

use nemkonto_e2e::browser::Browser;
use serde_json::json;

use crate::Failure;

pub struct Conditions {
    /// How many times slower than it is the processor appears.
    slowdown: u32,
    /// Megabits in a second, both ways.
    megabits: f64,
    /// From a request to the beginning of its answer.
    latency_ms: u32,
}

impl Default for Conditions {
    fn default() -> Self {
        Self { slowdown: 4, megabits: 1.6, latency_ms: 150 }
    }
}

impl Conditions {
    /// Slows down the processor and the network of the tab, until it is closed.
    pub async fn impose(&self, browser: &Browser) -> Result<(), Failure> {
        let bytes_a_second = self.megabits * 1e6 / 8.0;
        let network = json!({
            "offline": false,
            "latency": self.latency_ms,
            "downloadThroughput": bytes_a_second,
            "uploadThroughput": bytes_a_second,
        });
        browser.devtools("Network.enable", json!({})).await?;
        browser.devtools("Network.emulateNetworkConditions", network).await?;
        self.slow_down(browser).await
    }

    /// Slows down the processor alone.
    pub async fn slow_down(&self, browser: &Browser) -> Result<(), Failure> {
        browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": self.slowdown })).await?;
        Ok(())
    }
}

impl fmt::Display for Conditions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}x CPU slow-down, {} Mbit/s, {} ms", self.slowdown, self.megabits, self.latency_ms)
    }
}
