-- A change has a number: its place in the sequence of the node that made it, times 1024, plus the number of that node. Each record knows
-- the change that stored it, and each change the one before of the same record, so that its history can be followed; 0 stands for none.

ALTER TABLE agent_settings ADD COLUMN change INTEGER NOT NULL DEFAULT 0;
ALTER TABLE t_aicc_pub_appcube_user ADD COLUMN change INTEGER NOT NULL DEFAULT 0;

CREATE TABLE numbered_change (
    number           INTEGER NOT NULL PRIMARY KEY,
    node             INTEGER NOT NULL GENERATED ALWAYS AS (number % 1024) VIRTUAL,
    seq              INTEGER NOT NULL GENERATED ALWAYS AS (number / 1024) VIRTUAL,
    previous         INTEGER NOT NULL,
    at               INTEGER NOT NULL,
    tenant_id        TEXT    NOT NULL,
    user_id          TEXT    NOT NULL,
    settings_id      INTEGER,
    settings_version INTEGER,
    actor_kind       TEXT    NOT NULL,
    actor            TEXT    NOT NULL,
    action           TEXT    NOT NULL,
    before           TEXT,
    after            TEXT
) STRICT;

INSERT INTO numbered_change
SELECT seq * 1024,
       coalesce(lag(seq) OVER record, 0) * 1024,
       at,
       tenant_id,
       user_id,
       settings_id,
       CASE WHEN settings_id IS NOT NULL THEN row_number() OVER record END,
       CASE actor WHEN 'command line' THEN 'command line' ELSE 'app' END,
       actor,
       action,
       before,
       after
FROM change_log
WINDOW record AS (PARTITION BY tenant_id, user_id, settings_id ORDER BY seq);

DROP TABLE change_log;
ALTER TABLE numbered_change RENAME TO change_log;

-- What was added is what is there: users could not be changed before.
UPDATE change_log
SET after = (
    SELECT json_object('sumUserId', sum_user_id, 'account', account, 'name', name, 'phone', phone, 'email', email,
                       'description', description, 'status', status)
    FROM t_aicc_pub_appcube_user u
    WHERE u.tenant_id = change_log.tenant_id AND u.user_id = change_log.user_id)
WHERE action = 'add user';

-- The last change of each record that was deleted, from which its history can be followed.
CREATE TABLE deleted_record (
    tenant_id TEXT    NOT NULL,
    user_id   TEXT    NOT NULL,
    change    INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, user_id, change)
) STRICT, WITHOUT ROWID;

INSERT INTO deleted_record SELECT tenant_id, user_id, number FROM change_log WHERE action = 'delete';

CREATE TEMP TABLE last_change AS
SELECT tenant_id, user_id, ifnull(settings_id, 0) AS settings_id, max(number) AS number FROM change_log GROUP BY 1, 2, 3;

CREATE UNIQUE INDEX temp.last_change_of_record ON last_change (tenant_id, user_id, settings_id);

UPDATE agent_settings
SET change = l.number
FROM last_change l
WHERE l.tenant_id = agent_settings.tenant_id AND l.user_id = agent_settings.user_id AND l.settings_id = agent_settings.id;

UPDATE t_aicc_pub_appcube_user
SET change = l.number
FROM last_change l
WHERE l.tenant_id = t_aicc_pub_appcube_user.tenant_id AND l.user_id = t_aicc_pub_appcube_user.user_id AND l.settings_id = 0;

DROP TABLE last_change;

-- The last change of each node whose changes were copied from PostgreSQL. Changes that are made in this file have node 0.
CREATE TABLE copied_node (
    node INTEGER NOT NULL PRIMARY KEY,
    seq  INTEGER NOT NULL
) STRICT;

-- Where the log of each node begins: the last change that was removed from it, and the largest id of settings up to it.
CREATE TABLE change_log_start (
    node        INTEGER NOT NULL PRIMARY KEY,
    number      INTEGER NOT NULL,
    settings_id INTEGER NOT NULL
) STRICT;
