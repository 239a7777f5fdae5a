-- Imports and bulk changes, with how far they have come. A worker claims a job for some time, and claims it again before that is over.
CREATE TABLE job (
    tenant_id      text COLLATE "C" NOT NULL,
    job_id         text COLLATE "C" NOT NULL,
    kind           text NOT NULL,
    options        text NOT NULL,
    actor_kind     text COLLATE "C" NOT NULL,
    actor          text COLLATE "C" NOT NULL,
    request_key    text COLLATE "C",
    request_digest text,
    input_bytes    bigint NOT NULL,
    created_at     bigint NOT NULL,
    started_at     bigint,
    ended_at       bigint,
    state          text NOT NULL,
    rows_read      bigint NOT NULL,
    rows_applied   bigint NOT NULL,
    rows_unchanged bigint NOT NULL,
    rows_faulty    bigint NOT NULL,
    bytes_read     bigint NOT NULL,
    failure        text,
    claimed_by     text,
    claimed_until  bigint,
    PRIMARY KEY (tenant_id, job_id)
);
CREATE UNIQUE INDEX job_request ON job (tenant_id, actor_kind, actor, request_key);

-- What a job reads, in compressed parts.
CREATE TABLE job_input (
    tenant_id text COLLATE "C" NOT NULL,
    job_id    text COLLATE "C" NOT NULL,
    part      bigint NOT NULL,
    bytes     bytea NOT NULL,
    PRIMARY KEY (tenant_id, job_id, part)
);

-- The faults of a job's rows, numbered within a row.
CREATE TABLE job_fault (
    tenant_id   text COLLATE "C" NOT NULL,
    job_id      text COLLATE "C" NOT NULL,
    row_number  bigint NOT NULL,
    fault       bigint NOT NULL,
    column_name text,
    code        text NOT NULL,
    detail      text NOT NULL,
    PRIMARY KEY (tenant_id, job_id, row_number, fault)
);
