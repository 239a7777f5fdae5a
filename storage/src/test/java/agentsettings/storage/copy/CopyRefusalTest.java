package agentsettings.storage.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.core.store.Directory;
import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.Database;
import agentsettings.storage.progress.WorkProgress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What isn't copied, and that nothing of it is. */
final class CopyRefusalTest extends CopyFixture {

    private static final String LEASE =
            "UPDATE node_lease SET leased_until = now() + interval '1 minute' WHERE node = 3";

    @Test
    void aTargetThatHoldsSomethingIsRefused() throws SQLException {
        Database source = sqlite("source");
        Database target = postgres();
        fill(source);
        execute(target, "INSERT INTO signing_key VALUES ('k', '', 1)");
        assertThatThrownBy(() -> copy(source, target))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("its table signing_key has 1 rows");
        assertThat(rowsOfAll(target)).isEqualTo(1);
        assertThatThrownBy(() -> copy(target, source)).hasMessageContaining("its table tenant_space has 2 rows");
    }

    @Test
    void aServerOnPostgresIsRefused() throws SQLException {
        Database sqlite = sqlite("source");
        Database postgres = postgres();
        fill(sqlite);
        execute(postgres, LEASE);
        assertThatThrownBy(() -> copy(sqlite, postgres))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("A server uses the PostgreSQL database (node number 3)");
        assertThat(rowsOfAll(postgres)).isZero();
        Database empty = sqlite("empty");
        assertThatThrownBy(() -> copy(postgres, empty)).hasMessageContaining("node number 3");
    }

    @Test
    void aServerThatHasWrittenNothingIsRefusedToo() {
        Database postgres = postgres();
        Database target = sqlite("target");
        try (Directory directory = postgres.openDirectory()) {
            assertThat(directory.apps()).isEmpty();
            assertThatThrownBy(() -> copy(postgres, target))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("A server uses the PostgreSQL database (connection from ");
        }
    }

    @Test
    void noServerCanBeginMeanwhile() {
        Database postgres = postgres();
        List<Throwable> refusals = new ArrayList<>();
        new DatabaseCopy(new WorkProgress() {
                    @Override
                    public void begin(String what, long rows) {
                        try {
                            execute(postgres, "SET lock_timeout = '100ms'", LEASE);
                        } catch (SQLException e) {
                            refusals.add(e);
                        }
                    }

                    @Override
                    public void done(long rows) {}
                })
                .copy(postgres, sqlite("target"));
        assertThat(refusals)
                .hasSize(2)
                .allSatisfy(refusal -> assertThat(refusal).hasMessageContaining("lock timeout"));
    }

    @Test
    void theSameEngineIsRefused() {
        Database one = sqlite("one");
        Database other = sqlite("other");
        assertThatThrownBy(() -> copy(one, other)).hasMessageContaining("use the same engine");
    }

    @Test
    void aSourceOfAnotherSchemaIsRefused() {
        Database source = postgresWithoutSchema();
        Database target = sqlite("target");
        assertThatThrownBy(() -> copy(source, target))
                .hasMessageContaining("run ./agentsettings db migrate on it first");
    }

    @Test
    void whatPostgresCantStoreLeavesItEmptyAndIsNotShown() throws SQLException {
        Database source = sqlite("source");
        Database target = postgres();
        fill(source);
        execute(source, "UPDATE idempotency_key SET body_digest = 'hush' || char(0)");
        assertThatThrownBy(() -> copy(source, target))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("nothing was copied")
                .satisfies(failure -> assertThat(failure.getCause())
                        .hasMessageContaining("invalid byte sequence")
                        .hasMessageNotContaining("hush"));
        assertThat(rowsOfAll(target)).isZero();
        assertThat(rows(target, "SELECT count(*) FROM node_lease WHERE last_seq <> 0 OR last_id <> 0"))
                .containsExactly("0");
    }

    @Test
    void aCopyInterruptedLeavesSqliteEmpty() throws SQLException {
        Database source = sqlite("source");
        Database middle = postgres();
        Database target = sqlite("target");
        fill(source);
        copy(source, middle);
        WorkProgress interrupting = new WorkProgress() {
            @Override
            public void begin(String what, long rows) {
                if (what.equals("checking")) {
                    throw new IllegalStateException("interrupted");
                }
            }

            @Override
            public void done(long rows) {}
        };
        assertThatThrownBy(() -> new DatabaseCopy(interrupting).copy(middle, target))
                .hasMessage("interrupted");
        assertThat(rowsOfAll(target)).isZero();
    }

    @Test
    void aCopyThatDiffersIsUndone() throws SQLException {
        Database source = sqlite("source");
        Database target = postgres();
        fill(source);
        execute(
                target,
                "CREATE FUNCTION alter_name() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$BEGIN NEW.name = lower(NEW.name); RETURN NEW; END$$",
                "CREATE TRIGGER alter_name BEFORE INSERT ON t_aicc_pub_appcube_user"
                        + " FOR EACH ROW EXECUTE FUNCTION alter_name()");
        assertThat(copy(source, target))
                .filteredOn(table -> !table.equal())
                .singleElement()
                .satisfies(table -> {
                    assertThat(table.table()).isEqualTo("t_aicc_pub_appcube_user");
                    assertThat(table.copiedRows()).isEqualTo(table.rows());
                });
        assertThat(rowsOfAll(target)).isZero();
    }

    @Test
    void aCopyWhoseConnectionIsLostDuringTheCommitIsNotSaidToHaveFailed() throws SQLException {
        Database source = sqlite("source");
        Database target = postgres();
        fill(source);
        execute(
                target,
                "CREATE FUNCTION end_session() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END$$",
                "CREATE CONSTRAINT TRIGGER end_session AFTER INSERT ON tenant_space DEFERRABLE INITIALLY DEFERRED"
                        + " FOR EACH ROW EXECUTE FUNCTION end_session()");
        assertThatThrownBy(() -> copy(source, target))
                .isInstanceOf(OutcomeUnknown.class)
                .hasMessageContaining(target + " is empty or holds the whole copy")
                .hasCauseInstanceOf(SQLException.class);
    }
}
