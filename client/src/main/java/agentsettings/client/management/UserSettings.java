package agentsettings.client.management;

import agentsettings.client.management.calls.ManagementCall;
import agentsettings.client.management.calls.ManagementCalls;
import agentsettings.client.management.calls.ResourcePath;
import agentsettings.client.management.json.ChangeMapper;
import agentsettings.client.management.json.Json;
import agentsettings.client.management.json.RecordDecoder;
import agentsettings.client.management.json.ReplyDecoder;
import agentsettings.client.management.json.SettingsMapper;
import agentsettings.client.management.records.ExportFormat;
import agentsettings.client.management.records.HistoryItem;
import agentsettings.client.management.records.ListPage;
import agentsettings.client.management.records.Paging;
import agentsettings.client.management.records.RecordOutcome.OfDelete;
import agentsettings.client.management.records.RecordOutcome.OfGet;
import agentsettings.client.management.records.RecordOutcome.OfPatch;
import agentsettings.client.management.records.RecordOutcome.OfPut;
import agentsettings.client.management.records.RecordOutcome.OfRefresh;
import agentsettings.client.management.records.RecordOutcome.OfRestore;
import agentsettings.client.management.records.Settings;
import agentsettings.core.patches.SettingsPatch;
import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.requests.Condition;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.users.UserKey;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings of users, and their history. Its methods throw as those of {@link ManagementClient} do. Thread-safe. */
public final class UserSettings {

    private static final RecordDecoder<Settings> SETTINGS = new RecordDecoder<>(SettingsMapper::settings);

    private final ManagementCalls calls;

    UserSettings(ManagementCalls calls) {
        this.calls = calls;
    }

    /** Returns a page of the settings that meet the conditions, by userId. */
    public ListPage<Settings> list(SettingsFilter filter, Paging paging) {
        return calls.execute(ManagementCall.get(
                "list settings",
                ManagementCalls.page(list(filter), paging),
                ReplyDecoder.ofPage(paging.after(), SettingsMapper::settings)));
    }

    /**
     * Returns all settings that meet the conditions, by userId. It reads a page of 1,000 when the first of it is
     * wanted.
     */
    public Stream<Settings> all(SettingsFilter filter) {
        return calls.stream(paging -> list(filter, paging));
    }

    /**
     * Exports all settings that meet the conditions. The stream is read while the service writes it: a read waits for
     * the request time-out, and fails with an IOException if the export ends early. It must be closed.
     */
    public InputStream export(SettingsFilter filter, ExportFormat format) {
        return calls.open(ManagementCall.<InputStream>get("export settings", list(filter), _ -> Optional.empty())
                .accepting(format.mediaType()));
    }

    private static ResourcePath list(SettingsFilter filter) {
        return ResourcePath.of("tenants", filter.tenantId(), "settings")
                .with("q", filter.text())
                .with("callType", filter.callType().map(Json::nameOf))
                .with("number", filter.number())
                .with("displayNumber", filter.displayNumber())
                .with("softphoneNumber", filter.softphoneNumber())
                .with("updatedSince", filter.updatedSince())
                .with("wouldFail", filter.wouldFail() ? Optional.of("true") : Optional.empty());
    }

    public OfGet<Settings> get(UserKey user) {
        return calls.execute(ManagementCall.get("get settings", path(user), SETTINGS::get));
    }

    /**
     * Returns the settings if their version is another.
     *
     * @param tag of the version that the client has
     */
    public OfRefresh<Settings> refresh(UserKey user, String tag) {
        return calls.execute(ManagementCall.get("refresh settings", path(user), SETTINGS::refresh)
                .unlessTag(tag));
    }

    /** Creates or replaces a user's settings. What is null is not set. */
    public OfPut<Settings> put(UserKey user, OutboundSettings values, Condition condition) {
        return calls.execute(ManagementCall.put("put settings", path(user), SettingsMapper.body(values), SETTINGS::put)
                .when(condition));
    }

    /** Changes a user's settings. */
    public OfPatch<Settings> patch(UserKey user, SettingsPatch patch, Condition condition) {
        return calls.execute(
                ManagementCall.patch("patch settings", path(user), SettingsMapper.body(patch), SETTINGS::patch)
                        .when(condition));
    }

    /** Deletes a user's settings. The user remains. */
    public OfDelete<Settings> delete(UserKey user, Condition condition) {
        return calls.execute(ManagementCall.delete("delete settings", path(user), SETTINGS::delete)
                .when(condition));
    }

    /**
     * Puts back what stood before a change of the user's settings.
     *
     * @param change its id in the history
     */
    public OfRestore<Settings> restore(UserKey user, String change, Condition condition) {
        return calls.execute(ManagementCall.post(
                        "restore settings",
                        path(user).action(":restore"),
                        Json.object().put("change", change),
                        SETTINGS::restore)
                .when(condition));
    }

    /** Returns a page of the changes of a user and its settings, the newest first. They are not counted. */
    public ListPage<HistoryItem<?>> history(UserKey user, Paging paging) {
        ResourcePath path = ResourcePath.of("tenants", user.tenantId(), "users", user.userId(), "history");
        return calls.execute(ManagementCall.get(
                "get history",
                ManagementCalls.page(path, paging),
                ReplyDecoder.ofPage(paging.after(), ChangeMapper::item)));
    }

    /**
     * Returns all changes of a user and its settings, the newest first. It reads a page of 1,000 when the first of it
     * is wanted.
     */
    public Stream<HistoryItem<?>> wholeHistory(UserKey user) {
        return calls.stream(paging -> history(user, paging));
    }

    private static ResourcePath path(UserKey user) {
        return ResourcePath.of("tenants", user.tenantId(), "users", user.userId(), "settings");
    }
}
