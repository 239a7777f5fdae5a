INSERT INTO app (app_key, tenant_id, enabled) VALUES ('demo-app', '202205116084', true) ON CONFLICT DO NOTHING;
