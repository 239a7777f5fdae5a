-- The numbers that a tenant space may use. Kinds are display or softphone, joined by a comma; those that are withdrawn are being taken
-- back.
CREATE TABLE allotted_number (
    tenant_id   text COLLATE "C" NOT NULL,
    number      text COLLATE "C" NOT NULL,
    kinds       text             NOT NULL,
    withdrawn   text             NOT NULL,
    description text             NOT NULL,
    created_at  bigint           NOT NULL,
    version     bigint           NOT NULL,
    PRIMARY KEY (tenant_id, number)
);
