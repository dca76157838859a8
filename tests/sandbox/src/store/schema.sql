-- The database of the sandbox. Times are seconds since 1970, accounts are JSON as in the contract.

-- Keys that must survive a restart: what was sealed before it can be opened after it.
CREATE TABLE secrets (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT;

-- Keys that sign receipts. One is in use; of those that are not, only the public half is kept, which verifies what they signed.
CREATE TABLE receipt_keys (
    kid         TEXT PRIMARY KEY,
    private_key BLOB,
    public_key  TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    retired_at  INTEGER,
    CHECK ((private_key IS NULL) = (retired_at IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX receipt_key_in_use ON receipt_keys (retired_at IS NULL) WHERE retired_at IS NULL;

-- `version` grows with every change of the authority's own benefit types.
CREATE TABLE authorities (
    cvr     TEXT PRIMARY KEY,
    name    TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Organisational units, each of one authority.
CREATE TABLE units (
    id        TEXT PRIMARY KEY,
    authority TEXT NOT NULL REFERENCES authorities (cvr),
    name      TEXT NOT NULL
) STRICT;

-- The directory of banks: the key, and the bank, as JSON of the contract.
CREATE TABLE banks (
    key  TEXT PRIMARY KEY,
    bank TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- General benefit types have no owner. A payment names its type by nothing but the code, so a code is used once among all authorities.
CREATE TABLE benefit_types (
    code   TEXT PRIMARY KEY,
    name   TEXT NOT NULL,
    owner  TEXT REFERENCES authorities (cvr),
    locked INTEGER NOT NULL DEFAULT 0,
    CHECK (owner IS NOT NULL OR NOT locked)
) STRICT;
CREATE INDEX benefit_types_by_owner ON benefit_types (owner);

-- Which benefits a unit pays.
CREATE TABLE unit_benefit_types (
    unit_id TEXT NOT NULL REFERENCES units (id),
    code    TEXT NOT NULL REFERENCES benefit_types (code),
    PRIMARY KEY (unit_id, code)
) STRICT, WITHOUT ROWID;

-- Who may do what, for which unit. `cvr` is the employer that the login names, which need not be the unit's authority. `place` is the
-- order in the list, `chosen_at` when the person last chose the unit. Names come with the login, never from here.
CREATE TABLE assignments (
    person_id TEXT NOT NULL,
    cvr       TEXT NOT NULL,
    unit_id   TEXT NOT NULL REFERENCES units (id),
    rights    TEXT NOT NULL,
    place     INTEGER NOT NULL DEFAULT 0,
    chosen_at INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (person_id, cvr, unit_id)
) STRICT;

-- Of a session's token only the SHA-256 is kept: whoever reads the database cannot take over a session. Who can no longer act for the
-- session's unit is logged out, and never acts for another one unasked. `begun_by` is the change whose confirmation began the session, until
-- the session is used: until then the answer may have been lost.
CREATE TABLE sessions (
    token_hash BLOB PRIMARY KEY,
    person_id  TEXT NOT NULL,
    cvr        TEXT NOT NULL,
    unit_id    TEXT NOT NULL,
    name       TEXT,
    expires_at INTEGER NOT NULL,
    begun_by   TEXT,
    FOREIGN KEY (person_id, cvr, unit_id) REFERENCES assignments (person_id, cvr, unit_id) ON DELETE CASCADE
) STRICT;

CREATE TABLE holders (
    id      INTEGER PRIMARY KEY,
    key     TEXT NOT NULL UNIQUE,
    scheme  TEXT NOT NULL,
    number  TEXT NOT NULL,
    name    TEXT NOT NULL,
    status  TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    UNIQUE (scheme, number)
) STRICT;

CREATE TABLE nemkonti (
    holder_id     INTEGER PRIMARY KEY REFERENCES holders (id),
    account       TEXT NOT NULL,
    registered_by TEXT NOT NULL,
    registered_at INTEGER NOT NULL
) STRICT;

CREATE TABLE pending_nemkonti (
    holder_id     INTEGER PRIMARY KEY REFERENCES holders (id),
    account       TEXT NOT NULL,
    registered_by TEXT NOT NULL,
    registered_at INTEGER NOT NULL,
    letter_date   TEXT NOT NULL,
    activate_by   TEXT NOT NULL,
    valid_from    TEXT
) STRICT;

-- The place of an account for one benefit type of one authority. The account itself stands in the two tables that follow, which have the
-- columns of those for a `NemKonto`.
CREATE TABLE specific_accounts (
    id           INTEGER PRIMARY KEY,
    holder_id    INTEGER NOT NULL REFERENCES holders (id),
    benefit_type TEXT NOT NULL REFERENCES benefit_types (code),
    authority    TEXT NOT NULL REFERENCES authorities (cvr),
    locked       INTEGER NOT NULL,
    UNIQUE (holder_id, benefit_type, authority)
) STRICT;
CREATE INDEX specific_accounts_by_type ON specific_accounts (benefit_type);

CREATE TABLE specific_in_force (
    specific_id   INTEGER PRIMARY KEY REFERENCES specific_accounts (id) ON DELETE CASCADE,
    account       TEXT NOT NULL,
    registered_by TEXT NOT NULL,
    registered_at INTEGER NOT NULL
) STRICT;

CREATE TABLE pending_specific (
    specific_id   INTEGER PRIMARY KEY REFERENCES specific_accounts (id) ON DELETE CASCADE,
    account       TEXT NOT NULL,
    registered_by TEXT NOT NULL,
    registered_at INTEGER NOT NULL,
    letter_date   TEXT NOT NULL,
    activate_by   TEXT NOT NULL,
    valid_from    TEXT
) STRICT;

-- What has happened, to the accounts of a holder or to the benefit types of an authority. `acting` is the authority that did it, if it was
-- one; only for it are the caseworker's name and the receipt's number. Later entries have greater ids.
CREATE TABLE history (
    id             INTEGER PRIMARY KEY,
    holder_id      INTEGER REFERENCES holders (id),
    authority      TEXT REFERENCES authorities (cvr),
    at             INTEGER NOT NULL,
    event          TEXT NOT NULL,
    names          TEXT NOT NULL,
    done_by        TEXT NOT NULL,
    acting         TEXT REFERENCES authorities (cvr),
    caseworker     TEXT,
    payee          TEXT,
    receipt_number TEXT,
    CHECK ((holder_id IS NULL) <> (authority IS NULL))
) STRICT;
CREATE INDEX history_of_holder ON history (holder_id, id);
CREATE INDEX history_of_authority ON history (authority, id);

-- Changes that were carried out, each with its evidence and the receipt as it was signed. One login commits one change: `change_id` and `nonce` are unique. `cvr` is the
-- employer that the login named, `authority` the one for which the change was made.
CREATE TABLE commits (
    change_id      TEXT PRIMARY KEY,
    nonce          TEXT NOT NULL UNIQUE,
    receipt_number TEXT NOT NULL UNIQUE,
    holder_id      INTEGER REFERENCES holders (id),
    person_id      TEXT NOT NULL,
    cvr            TEXT NOT NULL,
    authority      TEXT NOT NULL REFERENCES authorities (cvr),
    change_bytes   TEXT NOT NULL,
    salt           BLOB NOT NULL,
    id_token       TEXT NOT NULL,
    code_hash      BLOB NOT NULL UNIQUE,
    committed_at   INTEGER NOT NULL,
    document       TEXT NOT NULL,
    code           TEXT NOT NULL
) STRICT;

-- Changes that were given back for editing. No login can commit them any more.
CREATE TABLE withdrawn_changes (
    change_id    TEXT PRIMARY KEY,
    withdrawn_at INTEGER NOT NULL
) STRICT;

-- Attempts to confirm. A code is redeemed once, by whoever manages to write its hash here.
CREATE TABLE confirm_attempts (
    id         INTEGER PRIMARY KEY,
    change_id  TEXT NOT NULL,
    code_hash  BLOB UNIQUE,
    at         INTEGER NOT NULL,
    refused_as TEXT
) STRICT;
CREATE INDEX confirm_attempts_by_change ON confirm_attempts (change_id);

-- Who did what. Numbers of citizens and accounts never appear here; `subject` is a keyed hash of a number that was looked up.
CREATE TABLE audit (
    id        INTEGER PRIMARY KEY,
    at        INTEGER NOT NULL,
    event     TEXT NOT NULL,
    person_id TEXT,
    cvr       TEXT,
    unit_id   TEXT,
    holder_id INTEGER,
    change_id TEXT,
    subject   TEXT,
    problem   TEXT,
    detail    TEXT,
    reference TEXT
) STRICT;
CREATE INDEX audit_by_person ON audit (person_id, event, at);
