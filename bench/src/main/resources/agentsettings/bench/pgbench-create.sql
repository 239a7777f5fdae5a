\set i :i + 1
\set n :first + :taken + :client_id + :i * :clients
BEGIN;
INSERT INTO agent_settings (tenant_id, user_id, id, call_type, display_numbers, softphone_numbers, default_display_number,
  default_softphone_number, version, created_at, updated_at)
  VALUES ('202205116084', '10gg' || lpad(:n::text, 16, '0'), :n + 1500000000000000000, '1',
  '12323,232232,12323,12323', '12323,232343,233,232343', '1212121212', '23232323', 1, 0, 0);
INSERT INTO change_log VALUES ('202205116084', 2000, :n, 0, '10gg' || lpad(:n::text, 16, '0'), :n + 1500000000000000000, 'demo-app', 'create',
  NULL, '{"callType":"1","displayNumbers":["12323","232232","12323","12323"],"softphoneNumbers":["12323","232343","233","232343"],"defaultDisplayNumber":"1212121212","defaultSoftphoneNumber":"23232323"}');
END;
