-- The database of the sandbox. Times are seconds since 1970, accounts are JSON as in the contract.

-- Keys that must survive a restart: what was sealed before it can be opened after it.
CREATE TABLE IF NOT EXISTS secrets (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT;

-- Keys that sign receipts. One is in use; of those that are not, only the public half is kept, which verifies what they signed.
CREATE TABLE IF NOT EXISTS receipt_keys (
    kid         TEXT PRIMARY KEY,
    private_key BLOB,
    public_key  TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    retired_at  INTEGER,
    CHECK ((private_key IS NULL) = (retired_at IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS receipt_key_in_use ON receipt_keys (retired_at IS NULL) WHERE retired_at IS NULL;

CREATE TABLE IF NOT EXISTS authorities (
    cvr  TEXT PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;

-- Who may do what, for which authority. Names come with the login, never from here.
CREATE TABLE IF NOT EXISTS caseworkers (
    person_id  TEXT NOT NULL,
    cvr        TEXT NOT NULL REFERENCES authorities (cvr),
    may_view   INTEGER NOT NULL,
    may_change INTEGER NOT NULL,
    PRIMARY KEY (person_id, cvr)
) STRICT;

-- Of a session's token only the SHA-256 is kept: whoever reads the database cannot take over a session.
CREATE TABLE IF NOT EXISTS sessions (
    token_hash BLOB PRIMARY KEY,
    person_id  TEXT NOT NULL,
    cvr        TEXT NOT NULL,
    name       TEXT,
    expires_at INTEGER NOT NULL,
    FOREIGN KEY (person_id, cvr) REFERENCES caseworkers (person_id, cvr)
) STRICT;

CREATE TABLE IF NOT EXISTS holders (
    id      INTEGER PRIMARY KEY,
    key     TEXT NOT NULL UNIQUE,
    scheme  TEXT NOT NULL,
    number  TEXT NOT NULL,
    name    TEXT NOT NULL,
    status  TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    UNIQUE (scheme, number)
) STRICT;

CREATE TABLE IF NOT EXISTS nemkonti (
    holder_id     INTEGER PRIMARY KEY REFERENCES holders (id),
    account       TEXT NOT NULL,
    registered_by TEXT NOT NULL,
    registered_at INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS pending_nemkonti (
    holder_id     INTEGER PRIMARY KEY REFERENCES holders (id),
    account       TEXT NOT NULL,
    registered_by TEXT NOT NULL,
    registered_at INTEGER NOT NULL,
    letter_date   TEXT NOT NULL,
    activate_by   TEXT NOT NULL,
    valid_from    TEXT
) STRICT;

CREATE TABLE IF NOT EXISTS benefit_types (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS specific_accounts (
    holder_id     INTEGER NOT NULL REFERENCES holders (id),
    benefit_type  TEXT NOT NULL REFERENCES benefit_types (code),
    cvr           TEXT NOT NULL REFERENCES authorities (cvr),
    account       TEXT NOT NULL,
    locked        INTEGER NOT NULL,
    registered_by TEXT NOT NULL,
    registered_at INTEGER NOT NULL,
    PRIMARY KEY (holder_id, benefit_type, cvr)
) STRICT;

-- Changes that were carried out, each with its evidence and the receipt as it was signed. One login commits one change: `change_id` and `nonce` are unique.
CREATE TABLE IF NOT EXISTS commits (
    change_id      TEXT PRIMARY KEY,
    nonce          TEXT NOT NULL UNIQUE,
    receipt_number TEXT NOT NULL UNIQUE,
    holder_id      INTEGER NOT NULL REFERENCES holders (id),
    person_id      TEXT NOT NULL,
    cvr            TEXT NOT NULL,
    change_bytes   TEXT NOT NULL,
    salt           BLOB NOT NULL,
    id_token       TEXT NOT NULL,
    code_hash      BLOB NOT NULL UNIQUE,
    committed_at   INTEGER NOT NULL,
    document       TEXT NOT NULL,
    code           TEXT NOT NULL
) STRICT;

-- Changes that were given back for editing. No login can commit them any more.
CREATE TABLE IF NOT EXISTS withdrawn_changes (
    change_id    TEXT PRIMARY KEY,
    withdrawn_at INTEGER NOT NULL
) STRICT;

-- Attempts to confirm. A code is redeemed once, by whoever manages to write its hash here.
CREATE TABLE IF NOT EXISTS confirm_attempts (
    id         INTEGER PRIMARY KEY,
    change_id  TEXT NOT NULL,
    code_hash  BLOB UNIQUE,
    at         INTEGER NOT NULL,
    refused_as TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS confirm_attempts_by_change ON confirm_attempts (change_id);

-- Who did what. Numbers of citizens and accounts never appear here; `subject` is a keyed hash of a number that was looked up.
CREATE TABLE IF NOT EXISTS audit (
    id        INTEGER PRIMARY KEY,
    at        INTEGER NOT NULL,
    event     TEXT NOT NULL,
    person_id TEXT,
    cvr       TEXT,
    holder_id INTEGER,
    change_id TEXT,
    subject   TEXT,
    problem   TEXT,
    detail    TEXT,
    reference TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS audit_by_person ON audit (person_id, event, at);
