-- Times are milliseconds since 1970-01-01T00:00:00Z. Lists of numbers are joined by commas, which no number holds. Text is compared
-- byte by byte. Every key of a large table begins with the tenant space, so that the tables can be distributed by it.

CREATE TABLE tenant_space (
    tenant_id  text COLLATE "C" NOT NULL PRIMARY KEY,
    created_at bigint           NOT NULL
);

CREATE TABLE app (
    app_key     text COLLATE "C" NOT NULL PRIMARY KEY,
    tenant_id   text COLLATE "C" NOT NULL REFERENCES tenant_space,
    edition     integer          NOT NULL,
    secret_hash text             NOT NULL,
    enabled     boolean          NOT NULL,
    token_epoch bigint           NOT NULL,
    created_at  bigint           NOT NULL
);

CREATE TABLE signing_key (
    key_id     text COLLATE "C" NOT NULL PRIMARY KEY,
    secret     bytea            NOT NULL,
    created_at bigint           NOT NULL
);

-- The vendor's user table: maps the user of the calling platform to the contact centre's.
CREATE TABLE t_aicc_pub_appcube_user (
    tenant_id   text COLLATE "C" NOT NULL,
    user_id     text COLLATE "C" NOT NULL,
    sum_user_id text COLLATE "C" NOT NULL,
    account     text COLLATE "C" NOT NULL,
    name        text             NOT NULL,
    phone       text,
    email       text,
    description text,
    status      text             NOT NULL,
    created_at  bigint           NOT NULL,
    PRIMARY KEY (tenant_id, user_id),
    UNIQUE (tenant_id, sum_user_id),
    UNIQUE (tenant_id, account)
);

CREATE TABLE agent_settings (
    tenant_id                text COLLATE "C" NOT NULL,
    user_id                  text COLLATE "C" NOT NULL,
    id                       bigint           NOT NULL,
    call_type                text,
    display_numbers          text,
    softphone_numbers        text,
    default_display_number   text,
    default_softphone_number text,
    version                  bigint           NOT NULL,
    created_at               bigint           NOT NULL,
    updated_at               bigint           NOT NULL,
    PRIMARY KEY (tenant_id, user_id)
);

-- One row for each change, written in the change's own transaction; within a node seq has no gaps.
CREATE TABLE change_log (
    tenant_id   text COLLATE "C" NOT NULL,
    node        integer          NOT NULL,
    seq         bigint           NOT NULL,
    at          bigint           NOT NULL,
    user_id     text COLLATE "C" NOT NULL,
    settings_id bigint,
    actor       text             NOT NULL,
    action      text             NOT NULL,
    before      text,
    after       text,
    PRIMARY KEY (tenant_id, node, seq)
);

CREATE TABLE idempotency_key (
    tenant_id       text COLLATE "C" NOT NULL,
    app_key         text COLLATE "C" NOT NULL,
    idempotency_key text COLLATE "C" NOT NULL,
    body_digest     text             NOT NULL,
    outcome         text             NOT NULL,
    settings_id     bigint,
    expires_at      bigint           NOT NULL,
    PRIMARY KEY (tenant_id, app_key, idempotency_key)
);

CREATE INDEX idempotency_key_by_end ON idempotency_key (tenant_id, expires_at);

-- Who writes under which node number, until when by this server's clock; the number of its last change, and the last id it used.
CREATE TABLE node_lease (
    node         integer     NOT NULL PRIMARY KEY,
    holder       text        NOT NULL,
    leased_until timestamptz NOT NULL,
    last_seq     bigint      NOT NULL,
    last_id      bigint      NOT NULL
);

INSERT INTO node_lease SELECT node, '', '-infinity', 0, 0 FROM generate_series(0, 1023) AS node;
