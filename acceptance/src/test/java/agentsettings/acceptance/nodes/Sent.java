package agentsettings.acceptance.nodes;

import agentsettings.acceptance.history.Request;
import agentsettings.acceptance.settings.SettingsClient;

/** A request that is under way to a node. */
record Sent(SettingsClient connection, RecordedUser user, int node, Request request, long invoked) {}
