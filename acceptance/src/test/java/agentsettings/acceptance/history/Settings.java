package agentsettings.acceptance.history;

import agentsettings.acceptance.settings.Content;

/** One record of settings as a query tells it. */
public record Settings(long id, Content content) {

    public Settings {
        content = content.told();
    }
}
