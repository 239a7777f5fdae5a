-- What is true of the database as a whole.
CREATE TABLE database_fact (
    name  text COLLATE "C" NOT NULL PRIMARY KEY,
    value text             NOT NULL
);

-- A database with the demo's app is a demo.
INSERT INTO database_fact SELECT 'demo', '' FROM app
WHERE app_key = 'demo-app' AND tenant_id = '202205116084' AND edition = 2023;
