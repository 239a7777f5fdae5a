-- What a tenant space is called, where its numbers are dialled, and how they are checked (off, warn or enforce).
ALTER TABLE tenant_space ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE tenant_space ADD COLUMN region TEXT;
ALTER TABLE tenant_space ADD COLUMN access_code TEXT;
ALTER TABLE tenant_space ADD COLUMN number_check TEXT NOT NULL DEFAULT 'off';
ALTER TABLE tenant_space ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

-- The secret before, which is accepted until a time.
ALTER TABLE app ADD COLUMN previous_secret_hash TEXT;
ALTER TABLE app ADD COLUMN previous_secret_until INTEGER;
ALTER TABLE app ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

-- Keys to the management interface. One without a tenant space has access to all.
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
