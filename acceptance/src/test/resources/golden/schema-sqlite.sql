CREATE TABLE agent_settings (
    tenant_id                TEXT    NOT NULL,
    user_id                  TEXT    NOT NULL,
    id                       INTEGER NOT NULL,
    call_type                TEXT,
    display_numbers          TEXT,
    softphone_numbers        TEXT,
    default_display_number   TEXT,
    default_softphone_number TEXT,
    version                  INTEGER NOT NULL,
    created_at               INTEGER NOT NULL,
    updated_at               INTEGER NOT NULL, change INTEGER NOT NULL DEFAULT 0, account TEXT,
    PRIMARY KEY (tenant_id, user_id)
) STRICT;

CREATE TABLE allotted_number (
    tenant_id   TEXT    NOT NULL,
    number      TEXT    NOT NULL,
    kinds       TEXT    NOT NULL,
    withdrawn   TEXT    NOT NULL,
    description TEXT    NOT NULL,
    created_at  INTEGER NOT NULL,
    version     INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE app (
    app_key     TEXT    NOT NULL PRIMARY KEY,
    tenant_id   TEXT    NOT NULL REFERENCES tenant_space,
    edition     INTEGER NOT NULL,
    secret_hash TEXT    NOT NULL,
    enabled     INTEGER NOT NULL,
    token_epoch INTEGER NOT NULL,
    created_at  INTEGER NOT NULL
, previous_secret_hash TEXT, previous_secret_until INTEGER, version INTEGER NOT NULL DEFAULT 1) STRICT;

CREATE TABLE "change_log" (
    number           INTEGER NOT NULL PRIMARY KEY,
    node             INTEGER NOT NULL GENERATED ALWAYS AS (number % 1024) VIRTUAL,
    seq              INTEGER NOT NULL GENERATED ALWAYS AS (number / 1024) VIRTUAL,
    previous         INTEGER NOT NULL,
    at               INTEGER NOT NULL,
    tenant_id        TEXT    NOT NULL,
    user_id          TEXT    NOT NULL,
    settings_id      INTEGER,
    settings_version INTEGER,
    actor_kind       TEXT    NOT NULL,
    actor            TEXT    NOT NULL,
    action           TEXT    NOT NULL,
    before           TEXT,
    after            TEXT
) STRICT;

CREATE TABLE change_log_start (
    node        INTEGER NOT NULL PRIMARY KEY,
    number      INTEGER NOT NULL,
    settings_id INTEGER NOT NULL
) STRICT;

CREATE TABLE copied_node (
    node INTEGER NOT NULL PRIMARY KEY,
    seq  INTEGER NOT NULL
) STRICT;

CREATE TABLE database_fact (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE deleted_record (
    tenant_id TEXT    NOT NULL,
    user_id   TEXT    NOT NULL,
    change    INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, user_id, change)
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency_key (
    tenant_id       TEXT    NOT NULL,
    app_key         TEXT    NOT NULL,
    idempotency_key TEXT    NOT NULL,
    body_digest     TEXT    NOT NULL,
    outcome         TEXT    NOT NULL,
    settings_id     INTEGER,
    expires_at      INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, app_key, idempotency_key)
) STRICT;

CREATE INDEX idempotency_key_by_end ON idempotency_key (expires_at);

CREATE TABLE job (
    tenant_id      TEXT NOT NULL,
    job_id         TEXT NOT NULL,
    kind           TEXT NOT NULL,
    options        TEXT NOT NULL,
    actor_kind     TEXT NOT NULL,
    actor          TEXT NOT NULL,
    request_key    TEXT,
    request_digest TEXT,
    input_bytes    INTEGER NOT NULL,
    created_at     INTEGER NOT NULL,
    started_at     INTEGER,
    ended_at       INTEGER,
    state          TEXT NOT NULL,
    rows_read      INTEGER NOT NULL,
    rows_applied   INTEGER NOT NULL,
    rows_unchanged INTEGER NOT NULL,
    rows_faulty    INTEGER NOT NULL,
    bytes_read     INTEGER NOT NULL,
    failure        TEXT,
    claimed_by     TEXT,
    claimed_until  INTEGER, rows_warned INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, job_id)
) STRICT;

CREATE UNIQUE INDEX job_request ON job (tenant_id, actor_kind, actor, request_key);

CREATE TABLE job_fault (
    tenant_id   TEXT NOT NULL,
    job_id      TEXT NOT NULL,
    row_number  INTEGER NOT NULL,
    fault       INTEGER NOT NULL,
    column_name TEXT,
    code        TEXT NOT NULL,
    detail      TEXT NOT NULL, user_id TEXT,
    PRIMARY KEY (tenant_id, job_id, row_number, fault)
) STRICT;

CREATE TABLE job_input (
    tenant_id TEXT NOT NULL,
    job_id    TEXT NOT NULL,
    part      INTEGER NOT NULL,
    bytes     BLOB NOT NULL,
    PRIMARY KEY (tenant_id, job_id, part)
) STRICT;

CREATE TABLE management_key (
    key_id       TEXT    NOT NULL PRIMARY KEY,
    name         TEXT    NOT NULL,
    role         TEXT    NOT NULL,
    tenant_id    TEXT    REFERENCES tenant_space,
    secret_hash  TEXT    NOT NULL,
    created_at   INTEGER NOT NULL,
    expires_at   INTEGER,
    last_used_at INTEGER
) STRICT;

CREATE TABLE signing_key (
    key_id     TEXT    NOT NULL PRIMARY KEY,
    secret     BLOB    NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER account_of_settings AFTER UPDATE OF account ON t_aicc_pub_appcube_user WHEN new.account <> old.account
BEGIN
    UPDATE agent_settings SET account = new.account WHERE tenant_id = new.tenant_id AND user_id = new.user_id;
END;

CREATE TABLE t_aicc_pub_appcube_user (
    tenant_id   TEXT    NOT NULL,
    user_id     TEXT    NOT NULL,
    sum_user_id TEXT    NOT NULL,
    account     TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    phone       TEXT,
    email       TEXT,
    description TEXT,
    status      TEXT    NOT NULL,
    created_at  INTEGER NOT NULL, change INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, user_id),
    UNIQUE (tenant_id, sum_user_id),
    UNIQUE (tenant_id, account)
) STRICT;

CREATE TABLE tenant_space (
    tenant_id  TEXT    NOT NULL PRIMARY KEY,
    created_at INTEGER NOT NULL
, name TEXT NOT NULL DEFAULT '', region TEXT, access_code TEXT, number_check TEXT NOT NULL DEFAULT 'off', version INTEGER NOT NULL DEFAULT 1) STRICT;

