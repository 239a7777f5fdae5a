-- What is true of the database as a whole.
CREATE TABLE database_fact (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- A database with the demo's app is a demo.
INSERT INTO database_fact SELECT 'demo', '' FROM app
WHERE app_key = 'demo-app' AND tenant_id = '202205116084' AND edition = 2023;
