package agentsettings.storage;

import static agentsettings.storage.Samples.CALLER;
import static agentsettings.storage.Samples.EMPTY;
import static agentsettings.storage.Samples.OTHER_USER;
import static agentsettings.storage.Samples.USER;
import static agentsettings.storage.Samples.VENDORS;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.App;
import agentsettings.core.apps.Edition;
import agentsettings.core.apps.ManagementKey;
import agentsettings.core.apps.Role;
import agentsettings.core.commands.EditUser;
import agentsettings.core.requests.Condition;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.requests.RepeatableRequest;
import agentsettings.core.store.DatabaseFact;
import agentsettings.core.store.Directory;
import agentsettings.storage.verify.Finding;
import agentsettings.storage.verify.Findings;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A verification finds nothing in a database that the service has written, and exactly one thing after one fault was planted by SQL.
 * The changes have the numbers 1024 (a user), 2048 (the other), 3072 to 5120 (the settings of the one), 6144 and 7168 (settings that
 * were deleted), 8192 and 9216 (a user who was deleted), and 10240 (the other's settings).
 */
public abstract class VerificationContract extends StoreFixture {

    private static final String TENANT = CALLER.tenantId();

    /** An engine with an empty database. */
    @Override
    protected abstract Engine engine() throws IOException;

    @BeforeEach
    void fill() {
        try (Directory directory = database().database().openDirectory()) {
            directory.addApp(App.create("demo-app", TENANT, Edition.E2023, "hash", NOON));
            directory.addManagementKey(
                    new ManagementKey("abcdefgh", "ops", Role.ADMIN, TENANT, "hash", NOON, null, null));
            directory.addFact(DatabaseFact.SECRET_HASH_KEY, "f00d");
            RepeatableRequest request = new RepeatableRequest(
                    CALLER.actor(), new Idempotency("another-key", "app digest"), "a nonce", NOON);
            directory.once(request, same -> true, done -> done);
        }
        long id = created(USER, VENDORS);
        update(id, USER, EMPTY);
        update(id, USER, VENDORS);
        created(OTHER_USER, EMPTY);
        delete(OTHER_USER);
        add(Samples.user(CALLER, "gone", "sum-gone", "gone"));
        write(new EditUser(CALLER, "gone", new EditUser.Delete(false), Condition.NONE));
        created(OTHER_USER, EMPTY);
        database().execute("INSERT INTO allotted_number VALUES ('202205116084', '+4930', 'display', '', '', 5, 1)");
        database().execute("INSERT INTO signing_key VALUES ('k', " + database().bytes("00".repeat(32)) + ", 3)");
        database().execute("""
                INSERT INTO job VALUES ('202205116084', 'j1', 'import users', '{}', 'management key', 'abcdefgh', NULL, NULL,
                    9, 1, 2, 3, 'done', 4, 3, 0, 1, 9, NULL, NULL, NULL, 0),
                    ('202205116084', 'j2', 'import users', '{}', 'management key', 'abcdefgh', NULL, NULL,
                    9, 1, 2, NULL, 'applying', 0, 0, 0, 0, 0, NULL, NULL, NULL, 0)
                """);
        database().execute("INSERT INTO job_fault VALUES ('202205116084', 'j1', 2, 0, NULL, 'cell-count', 'x', NULL)");
        database()
                .execute("INSERT INTO job_input VALUES ('202205116084', 'j2', 0, "
                        + database().bytes("00") + "), ('202205116084', 'j2', 1, "
                        + database().bytes("00") + ")");
        database()
                .execute("INSERT INTO idempotency_key VALUES"
                        + " ('202205116084', 'demo-app', 'secret-key', 'd', 'created', 7, 99),"
                        + " ('202205116084', 'demo-app', 'claimed-key', '', '', NULL, 99)");
    }

    protected final void execute(String sql) {
        database().execute(sql);
    }

    protected final List<String> verify() {
        Findings findings = new Findings(10);
        database().database().verify(findings, SilentProgress.SILENT);
        return findings.kept().stream().map(Finding::toString).toList();
    }

    @Test
    void findsNothingInWhatTheServiceHasWritten() {
        assertThat(verify()).isEmpty();
    }

    @Test
    void findsNothingInALogThatWasTrimmed() {
        try (LogTrimmer trimmer = database().database().openLogTrimmer()) {
            assertThat(trimmer.trim(NOON.plusSeconds(1))).isEqualTo(10);
        }
        assertThat(verify()).isEmpty();
        update(settings(USER).id(), USER, EMPTY);
        delete(OTHER_USER);
        assertThat(verify()).isEmpty();
    }

    @Test
    void keepsTheFirstFindingsAndCountsAll() {
        database().execute("DELETE FROM deleted_record");
        Findings findings = new Findings(1);
        database().database().verify(findings, SilentProgress.SILENT);
        assertThat(findings.kept()).singleElement().extracting(Finding::key).isEqualTo("7168");
        assertThat(findings.count()).isEqualTo(2);
    }

    @Test
    void showsAKeyOnOneLine() {
        assertThat(new Finding("job", "a\nb\u202Ec", "is wrong").toString())
                .isEqualTo("job a\\u{a}b\\u{202e}c: is wrong");
    }

    /** What is expected is divided by semicolons; USER and OTHER stand for the keys of the two users. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            UPDATE tenant_space SET number_check = 'perhaps' | tenant_space 202205116084: its values are invalid
            UPDATE tenant_space SET version = 0 | tenant_space 202205116084: its values are invalid
            UPDATE app SET edition = 1999 | app demo-app: its values are invalid
            UPDATE app SET app_key = 'a secret' | app (not shown): its values are invalid
            UPDATE management_key SET role = 'root' | management_key abcdefgh: its values are invalid
            UPDATE management_key SET key_id = 'ask_abcdefgh_secret' | management_key (not shown): its values are invalid
            UPDATE signing_key SET secret = SHORT | signing_key k: its secret is too short
            UPDATE database_fact SET name = 'a secret' | database_fact (not shown): it is no fact that this version knows
            UPDATE allotted_number SET kinds = 'fax' | allotted_number 202205116084/+4930: its values are invalid
            UPDATE allotted_number SET withdrawn = 'softphone' | allotted_number 202205116084/+4930: its values are invalid
            UPDATE allotted_number SET number = '4x' | allotted_number 202205116084/4x: number must contain only digits, *, # and a leading + (not alone)~ character 2 is not allowed.
            UPDATE allotted_number SET tenant_id = '1' | allotted_number 1/+4930: its tenant space does not exist
            UPDATE job SET rows_read = 9 WHERE job_id = 'j1' | job 202205116084/j1: its state, times and counts do not fit each other
            UPDATE job SET ended_at = NULL WHERE job_id = 'j1' | job 202205116084/j1: its state, times and counts do not fit each other
            UPDATE job SET kind = 'a secret' WHERE job_id = 'j1' | job 202205116084/j1: its values are invalid
            UPDATE job_fault SET job_id = 'j3' | job_fault 202205116084/j3/2/0: its job does not exist
            UPDATE job_input SET job_id = 'j3' | job_input 202205116084/j3: its job does not exist
            DELETE FROM job_input WHERE part = 0 | job_input 202205116084/j2: a part of the input is missing
            UPDATE idempotency_key SET outcome = 'a secret' | idempotency_key 202205116084/demo-app/(not shown): its values are invalid
            UPDATE idempotency_key SET settings_id = NULL | idempotency_key 202205116084/demo-app/(not shown): its values are invalid
            INSERT INTO agent_settings (tenant_id, user_id, id, version, created_at, updated_at) SELECT tenant_id, 'nobody', 1, 1, 0, 0 FROM tenant_space | agent_settings 202205116084/nobody: its user does not exist
            UPDATE agent_settings SET id = -1, change = 0 WHERE version = 3 | agent_settings USER: its id and its version must be positive; change_log 5120: nothing follows from it
            UPDATE agent_settings SET id = 7, change = 0 | agent_settings USER: other settings have the same id; agent_settings OTHER: other settings have the same id; change_log 5120: nothing follows from it; change_log 10240: nothing follows from it
            UPDATE agent_settings SET display_numbers = '1,2,3,4,5,6' WHERE version = 3 | agent_settings USER: display_numbers must have at most 5 numbers~ got 6.
            UPDATE agent_settings SET softphone_numbers = '12,3 4' WHERE version = 3 | agent_settings USER: softphone_numbers, number 2 must contain only digits, *, # and a leading + (not alone)~ character 2 is not allowed.
            UPDATE agent_settings SET softphone_numbers = '12,' WHERE version = 3 | agent_settings USER: softphone_numbers, number 2 must be 1 to 15 characters~ got 0.
            UPDATE agent_settings SET call_type = '7' WHERE version = 3 | agent_settings USER: call_type must be "0", "1" or "2".
            UPDATE agent_settings SET call_type = '2' WHERE version = 3 | agent_settings USER: it differs from what its last change in the change log shows
            UPDATE agent_settings SET version = 4 WHERE version = 3 | agent_settings USER: it differs from what its last change in the change log shows
            UPDATE agent_settings SET updated_at = 4 WHERE version = 3 | agent_settings USER: it differs from what its last change in the change log shows
            UPDATE agent_settings SET change = 0 WHERE version = 3 | change_log 5120: nothing follows from it
            UPDATE agent_settings SET change = 102400 WHERE version = 3 | agent_settings USER: its last change, 102400, is not in the change log; change_log 5120: nothing follows from it
            UPDATE agent_settings SET change = 4096 WHERE version = 3 | agent_settings USER: it differs from what its last change in the change log shows; change_log 4096: 2 changes, records or deletions follow from it; change_log 5120: nothing follows from it
            INSERT INTO t_aicc_pub_appcube_user VALUES ('1', 'u', 's', 'acc', 'Ann', NULL, NULL, NULL, '1', 0, 0) | t_aicc_pub_appcube_user 1/u: its tenant space does not exist
            UPDATE t_aicc_pub_appcube_user SET name = 'Eve' WHERE account = 'y111' | t_aicc_pub_appcube_user USER: it differs from what its last change in the change log shows
            UPDATE t_aicc_pub_appcube_user SET sum_user_id = 'Eve' WHERE account = 'y111' | t_aicc_pub_appcube_user USER: it differs from what its last change in the change log shows
            UPDATE t_aicc_pub_appcube_user SET account = 'y' WHERE account = 'y111' | t_aicc_pub_appcube_user USER: account must be 3 to 64 characters~ got 1.
            UPDATE t_aicc_pub_appcube_user SET status = '7' WHERE account = 'y111' | t_aicc_pub_appcube_user USER: status must be "0", "1" or "2".
            UPDATE change_log SET action = 'delete' WHERE seq = 4 | change_log 4096: its action, settings, version, before and after do not fit each other
            UPDATE change_log SET settings_version = 2 WHERE seq = 10 | agent_settings OTHER: it differs from what its last change in the change log shows; change_log 10240: its action, settings, version, before and after do not fit each other
            UPDATE change_log SET actor_kind = 'a secret' WHERE seq = 4 | change_log 4096: its values are invalid
            UPDATE change_log SET before = '{"callType"' WHERE seq = 4 | change_log 4096: its values are invalid
            UPDATE change_log SET before = '{"callType":"0"}' WHERE seq = 4 | change_log 4096: it does not follow from the change before it, 3072
            UPDATE change_log SET previous = 0 WHERE seq = 4 | change_log 3072: nothing follows from it
            UPDATE change_log SET previous = 102400 WHERE seq = 4 | change_log 4096: the change before it, 102400, is not in the change log; change_log 3072: nothing follows from it
            UPDATE change_log SET previous = 1024 WHERE seq = 3 | change_log 3072: it begins a record, but names a change before it; change_log 1024: 2 changes, records or deletions follow from it
            DELETE FROM change_log WHERE seq = 2 | t_aicc_pub_appcube_user OTHER: its last change, 2048, is not in the change log; change_log 3072: it is change 3 of node 0, but comes after change 1
            DELETE FROM deleted_record WHERE change = 7168 | change_log 7168: nothing follows from it
            UPDATE deleted_record SET change = 6144 WHERE change = 7168 | deleted_record OTHER/6144: its change is no deletion in the change log; change_log 6144: 2 changes, records or deletions follow from it; change_log 7168: nothing follows from it
            INSERT INTO deleted_record VALUES ('202205116084', 'u', 102400) | deleted_record 202205116084/u/102400: its change is no deletion in the change log
            INSERT INTO change_log_start VALUES (0, 1024, 0) | change_log 1024: it is change 1 of node 0, but comes after change 1
            """)
    void findsExactlyThePlantedFault(String plant, String expected) {
        database().execute(plant.replace("SHORT", database().bytes("00")));
        String[] findings = expected.replace("USER", TENANT + "/" + USER)
                .replace("OTHER", TENANT + "/" + OTHER_USER)
                .split("; ", -1);
        assertThat(verify())
                .containsExactly(Stream.of(findings)
                        .map(finding -> finding.replace('~', ';'))
                        .toArray(String[]::new));
    }
}
