-- The account of the user, kept with the settings so that a query reads them alone.
ALTER TABLE agent_settings ADD COLUMN account TEXT;

UPDATE agent_settings
SET account = u.account
FROM t_aicc_pub_appcube_user u
WHERE u.tenant_id = agent_settings.tenant_id AND u.user_id = agent_settings.user_id;

CREATE TRIGGER account_of_settings AFTER UPDATE OF account ON t_aicc_pub_appcube_user WHEN new.account <> old.account
BEGIN
    UPDATE agent_settings SET account = new.account WHERE tenant_id = new.tenant_id AND user_id = new.user_id;
END;
