\set i :i + 1
\set n :first + :taken + :client_id + :i * :clients
BEGIN;
INSERT INTO agent_settings (tenant_id, user_id, id, call_type, display_numbers, softphone_numbers, default_display_number,
  default_softphone_number, version, created_at, updated_at, change)
  VALUES ('202205116084', '10gg' || lpad(:n::text, 16, '0'), :n + 1500000000000000000, '1',
  '12323,232232,12323,12323', '12323,232343,233,232343', '1212121212', '23232323', 1, 0, 0, :n * 1024::bigint);
INSERT INTO change_log (tenant_id, node, seq, previous, at, user_id, settings_id, settings_version, actor_kind, actor, action, after)
  VALUES ('202205116084', 2000, :n, 0, 0, '10gg' || lpad(:n::text, 16, '0'), :n + 1500000000000000000, 1, 'app', 'demo-app', 'create',
  '{"callType":"1","displayNumbers":["12323","232232","12323","12323"],"softphoneNumbers":["12323","232343","233","232343"],"defaultDisplayNumber":"1212121212","defaultSoftphoneNumber":"23232323"}');
END;
