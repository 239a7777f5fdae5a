\set n random(:first, :first + :count - 1)
SELECT u.user_id, u.account, s.id, s.version, s.created_at, s.call_type, s.display_numbers, s.softphone_numbers,
  s.default_display_number, s.default_softphone_number
  FROM t_aicc_pub_appcube_user u
  LEFT JOIN agent_settings s ON s.tenant_id = u.tenant_id AND s.user_id = u.user_id
  WHERE u.tenant_id = '202205116084' AND u.user_id = '10gg' || lpad(:n::text, 16, '0');
