-- What a tenant space is called, where its numbers are dialled, and how they are checked (off, warn or enforce).
ALTER TABLE tenant_space
    ADD COLUMN name         text   NOT NULL DEFAULT '',
    ADD COLUMN region       text,
    ADD COLUMN access_code  text,
    ADD COLUMN number_check text   NOT NULL DEFAULT 'off',
    ADD COLUMN version      bigint NOT NULL DEFAULT 1;

-- The secret before, which is accepted until a time.
ALTER TABLE app
    ADD COLUMN previous_secret_hash  text,
    ADD COLUMN previous_secret_until bigint,
    ADD COLUMN version               bigint NOT NULL DEFAULT 1;

-- Keys to the management interface. One without a tenant space has access to all.
CREATE TABLE management_key (
    key_id       text COLLATE "C" NOT NULL PRIMARY KEY,
    name         text             NOT NULL,
    role         text             NOT NULL,
    tenant_id    text COLLATE "C" REFERENCES tenant_space,
    secret_hash  text             NOT NULL,
    created_at   bigint           NOT NULL,
    expires_at   bigint,
    last_used_at bigint
);
