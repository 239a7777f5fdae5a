-- Adds users 0 to n - 1, of whom the first m have settings, to a database with the server's tables: psql -v n=N -v m=M -f seed.sql
INSERT INTO t_aicc_pub_appcube_user (tenant_id, user_id, sum_user_id, account, name, status, created_at)
    SELECT '202205116084', '10gg' || lpad(i::text, 16, '0'), '16' || lpad(i::text, 17, '0'), 'bench' || i, 'bench', '1', 0
    FROM generate_series(0, :n - 1) AS i;
INSERT INTO agent_settings
    SELECT '202205116084', '10gg' || lpad(i::text, 16, '0'), 1500000000000000000 + i, '1', '12323,232232,12323,12323',
        '12323,232343,233,232343', '1212121212', '23232323', 1, 0, 0
    FROM generate_series(0, :m - 1) AS i;
ANALYZE t_aicc_pub_appcube_user, agent_settings;
