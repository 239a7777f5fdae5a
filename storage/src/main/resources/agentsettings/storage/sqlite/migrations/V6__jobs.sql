-- Imports and bulk changes, with how far they have come. A worker claims a job for some time, and claims it again before that is over.
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
    claimed_until  INTEGER,
    PRIMARY KEY (tenant_id, job_id)
) STRICT;
CREATE UNIQUE INDEX job_request ON job (tenant_id, actor_kind, actor, request_key);

-- What a job reads, in compressed parts.
CREATE TABLE job_input (
    tenant_id TEXT NOT NULL,
    job_id    TEXT NOT NULL,
    part      INTEGER NOT NULL,
    bytes     BLOB NOT NULL,
    PRIMARY KEY (tenant_id, job_id, part)
) STRICT;

-- The faults of a job's rows, numbered within a row.
CREATE TABLE job_fault (
    tenant_id   TEXT NOT NULL,
    job_id      TEXT NOT NULL,
    row_number  INTEGER NOT NULL,
    fault       INTEGER NOT NULL,
    column_name TEXT,
    code        TEXT NOT NULL,
    detail      TEXT NOT NULL,
    PRIMARY KEY (tenant_id, job_id, row_number, fault)
) STRICT;
