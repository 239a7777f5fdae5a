-- The tables of AgentSettings on PostgreSQL, with the columns that this peer needs. Times are milliseconds since 1970-01-01T00:00:00Z.
-- Unlike there, settings and changes have a key of one column from a sequence, which suits JPA best.

CREATE TABLE IF NOT EXISTS app (
    app_key   text COLLATE "C" NOT NULL PRIMARY KEY,
    tenant_id text COLLATE "C" NOT NULL,
    enabled   boolean          NOT NULL
);

CREATE TABLE IF NOT EXISTS t_aicc_pub_appcube_user (
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

CREATE SEQUENCE IF NOT EXISTS agent_settings_seq START 2000000000000000000 INCREMENT 50;

CREATE TABLE IF NOT EXISTS agent_settings (
    tenant_id                text COLLATE "C" NOT NULL,
    user_id                  text COLLATE "C" NOT NULL,
    id                       bigint           NOT NULL PRIMARY KEY,
    call_type                text,
    display_numbers          text,
    softphone_numbers        text,
    default_display_number   text,
    default_softphone_number text,
    version                  bigint           NOT NULL,
    created_at               bigint           NOT NULL,
    updated_at               bigint           NOT NULL,
    UNIQUE (tenant_id, user_id)
);

CREATE SEQUENCE IF NOT EXISTS change_log_seq INCREMENT 50;

CREATE TABLE IF NOT EXISTS change_log (
    tenant_id   text COLLATE "C" NOT NULL,
    seq         bigint           NOT NULL PRIMARY KEY,
    at          bigint           NOT NULL,
    user_id     text COLLATE "C" NOT NULL,
    settings_id bigint           NOT NULL,
    actor       text             NOT NULL,
    action      text             NOT NULL,
    before      text,
    after       text
);
