package peer.settings;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The operations on settings. Each method is a transaction, which is durable when the method returns. */
@Service
@Transactional
public class AgentSettingsService {

    /** The account and settings of a user. */
    public record Found(String account, AgentSettings settings) {}

    private final UserRepository users;
    private final AgentSettingsRepository allSettings;
    private final ChangeLogRepository changeLog;
    private final JsonMapper json;
    private final Clock clock;

    AgentSettingsService(
            UserRepository users,
            AgentSettingsRepository allSettings,
            ChangeLogRepository changeLog,
            JsonMapper json,
            Clock clock) {
        this.users = users;
        this.allSettings = allSettings;
        this.changeLog = changeLog;
        this.json = json;
        this.clock = clock;
    }

    public AgentSettings create(Caller caller, String userId, OutboundSettings requested) {
        requireUser(caller, userId);
        if (allSettings.existsByTenantIdAndUserId(caller.tenantId(), userId)) {
            throw RequestException.settingsExist();
        }
        Instant now = clock.instant();
        OutboundSettings outbound = OutboundSettings.NONE.with(requested);
        AgentSettings created = allSettings.save(new AgentSettings(caller.tenantId(), userId, outbound, now));
        log(new ChangeLogEntry(caller, created, "create", now), null, outbound);
        return created;
    }

    /** Changes the fields that aren't null; an empty default removes the default. */
    public AgentSettings update(Caller caller, String userId, long id, OutboundSettings changes) {
        AgentSettings settings = settingsOf(caller, userId);
        if (settings.getId() != id) {
            throw RequestException.idMismatch();
        }
        Instant now = clock.instant();
        OutboundSettings before = settings.getOutbound();
        settings.change(before.with(changes), now);
        log(new ChangeLogEntry(caller, settings, "update", now), before, settings.getOutbound());
        return settings;
    }

    @Transactional(readOnly = true)
    public Found query(Caller caller, String userIdOrSumUserId) {
        User user = users.findById(new User.Key(caller.tenantId(), userIdOrSumUserId))
                .or(() -> users.findByKeyTenantIdAndSumUserId(caller.tenantId(), userIdOrSumUserId))
                .orElseThrow(RequestException::unknownUser);
        return allSettings
                .findByTenantIdAndUserId(caller.tenantId(), user.getKey().userId())
                .map(settings -> new Found(user.getAccount(), settings))
                .orElseThrow(RequestException::noSettings);
    }

    public void delete(Caller caller, String userId) {
        AgentSettings settings = settingsOf(caller, userId);
        allSettings.delete(settings);
        log(new ChangeLogEntry(caller, settings, "delete", clock.instant()), settings.getOutbound(), null);
    }

    private AgentSettings settingsOf(Caller caller, String userId) {
        requireUser(caller, userId);
        return allSettings.findByTenantIdAndUserId(caller.tenantId(), userId).orElseThrow(RequestException::noSettings);
    }

    private void requireUser(Caller caller, String userId) {
        if (!users.existsById(new User.Key(caller.tenantId(), userId))) {
            throw RequestException.unknownUser();
        }
    }

    private void log(ChangeLogEntry entry, OutboundSettings before, OutboundSettings after) {
        changeLog.save(entry.fromTo(text(before), text(after)));
    }

    private String text(OutboundSettings outbound) {
        return outbound == null ? null : json.writeValueAsString(outbound);
    }
}
