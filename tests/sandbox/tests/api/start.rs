//! Starting the sandbox on what is there already.

use nemkonto_sandbox::server::{Sandbox, Settings};
use rusqlite::Connection;
use tempfile::TempDir;

#[tokio::test]
async fn data_of_another_version_are_left_alone_with_a_word_on_the_way_out() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data.sqlite");
    let database = Connection::open(&data).unwrap();
    database.execute_batch("CREATE TABLE holders (id INTEGER); PRAGMA user_version = 1").unwrap();
    let settings = Settings::new(0, folder.path().to_owned(), data.clone());
    let refused = Sandbox::start(&settings).await.unwrap_err().to_string();
    assert!(refused.contains("--reset") && refused.contains(data.to_str().unwrap()), "{refused}");
    assert_eq!(database.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)), Ok(1));
}
