-- The numbers that a tenant space may use. Kinds are display or softphone, joined by a comma; those that are withdrawn are being taken
-- back.
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
