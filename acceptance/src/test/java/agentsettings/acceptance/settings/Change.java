package agentsettings.acceptance.settings;

/**
 * What was done to one user's settings, as the change log must tell it.
 *
 * @param after null after a delete
 */
public record Change(String action, long settingsId, Content after) {}
