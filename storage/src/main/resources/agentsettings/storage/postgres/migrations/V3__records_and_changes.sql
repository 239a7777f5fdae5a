-- A change has a number: its place in the sequence of the node that made it (seq), times 1024, plus the number of that node. Each record
-- knows the change that stored it, and each change the one before of the same record, so that its history can be followed; 0 stands for
-- none.

ALTER TABLE agent_settings ADD COLUMN change bigint NOT NULL DEFAULT 0;
ALTER TABLE t_aicc_pub_appcube_user ADD COLUMN change bigint NOT NULL DEFAULT 0;

ALTER TABLE change_log
    ADD COLUMN previous         bigint NOT NULL DEFAULT 0,
    ADD COLUMN settings_version bigint,
    ADD COLUMN actor_kind       text   NOT NULL DEFAULT 'app';

ALTER TABLE change_log ALTER COLUMN previous DROP DEFAULT, ALTER COLUMN actor_kind DROP DEFAULT;

UPDATE change_log c
SET previous         = coalesce(w.previous, 0),
    settings_version = w.settings_version,
    actor_kind       = CASE c.actor WHEN 'command line' THEN 'command line' ELSE 'app' END
FROM (
    SELECT tenant_id,
           node,
           seq,
           lag(seq * 1024 + node) OVER record AS previous,
           CASE WHEN settings_id IS NOT NULL THEN row_number() OVER record END AS settings_version
    FROM change_log
    WINDOW record AS (PARTITION BY tenant_id, user_id, settings_id ORDER BY at, node, seq)) AS w
WHERE w.tenant_id = c.tenant_id AND w.node = c.node AND w.seq = c.seq;

-- What was added is what is there: users could not be changed before.
UPDATE change_log c
SET after = json_build_object('sumUserId', u.sum_user_id, 'account', u.account, 'name', u.name, 'phone', u.phone, 'email', u.email,
                              'description', u.description, 'status', u.status)::text
FROM t_aicc_pub_appcube_user u
WHERE c.action = 'add user' AND u.tenant_id = c.tenant_id AND u.user_id = c.user_id;

-- The last change of each record that was deleted, from which its history can be followed.
CREATE TABLE deleted_record (
    tenant_id text COLLATE "C" NOT NULL,
    user_id   text COLLATE "C" NOT NULL,
    change    bigint           NOT NULL,
    PRIMARY KEY (tenant_id, user_id, change)
);

INSERT INTO deleted_record SELECT tenant_id, user_id, seq * 1024 + node FROM change_log WHERE action = 'delete';

UPDATE agent_settings s
SET change = l.number
FROM (
    SELECT DISTINCT ON (tenant_id, user_id, settings_id) tenant_id, user_id, settings_id, seq * 1024 + node AS number
    FROM change_log
    ORDER BY tenant_id, user_id, settings_id, at DESC, node DESC, seq DESC) AS l
WHERE l.tenant_id = s.tenant_id AND l.user_id = s.user_id AND l.settings_id = s.id;

UPDATE t_aicc_pub_appcube_user u
SET change = l.number
FROM (
    SELECT DISTINCT ON (tenant_id, user_id) tenant_id, user_id, seq * 1024 + node AS number
    FROM change_log
    WHERE settings_id IS NULL
    ORDER BY tenant_id, user_id, at DESC, node DESC, seq DESC) AS l
WHERE l.tenant_id = u.tenant_id AND l.user_id = u.user_id;

-- Where the log of each node begins: the last change that was removed from it, and the largest id of settings up to it.
CREATE TABLE change_log_start (
    node        integer NOT NULL PRIMARY KEY,
    number      bigint  NOT NULL,
    settings_id bigint  NOT NULL
);
