package agentsettings.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.core.apps.Actor;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.requests.RepeatableRequest;
import agentsettings.core.store.Directory;
import agentsettings.core.store.KeyAddition;
import agentsettings.core.store.RequestOutcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A request to the directory that is sent again under its idempotency key is executed once. */
public abstract class RepeatedRequestsContract extends DirectoryFixture {

    private static final RequestOutcome<KeyAddition> ADDED = new RequestOutcome.Executed<>(KeyAddition.ADDED);

    private static RepeatableRequest request(String actor, String body, String nonce, Instant now) {
        return new RepeatableRequest(
                new Actor(Actor.Kind.MANAGEMENT_KEY, actor), new Idempotency("key-1", body), nonce, now);
    }

    private RequestOutcome<KeyAddition> add(RepeatableRequest request, String id) {
        return add(directory, request, id);
    }

    private static RequestOutcome<KeyAddition> add(Directory directory, RepeatableRequest request, String id) {
        return directory.once(request, d -> d.addManagementKey(key(id, null)), KeyAddition.ADDED::equals);
    }

    @Test
    void theFirstIsExecutedAndLaterOnesAreGivenItsNonce() {
        assertThat(add(request("a", "body", "n1", NOON), "aaaaaaaa")).isEqualTo(ADDED);
        reopen();
        assertThat(add(request("a", "body", "n2", NOON.plus(Idempotency.LIFE).minusMillis(1)), "bbbbbbbb"))
                .isEqualTo(new RequestOutcome.Repeated<>("n1"));
        assertThat(add(request("a", "another body", "n3", NOON), "cccccccc"))
                .isEqualTo(new RequestOutcome.KeyReused<>());
        assertThat(keys()).singleElement().satisfies(key -> assertThat(key.id()).isEqualTo("aaaaaaaa"));
    }

    @Test
    void eachActorHasKeysOfItsOwnAndAKeyIsNewAgainAfterItsLife() {
        assertThat(add(request("a", "body", "n1", NOON), "aaaaaaaa")).isEqualTo(ADDED);
        assertThat(add(request("b", "body", "n2", NOON), "bbbbbbbb")).isEqualTo(ADDED);
        Instant later = NOON.plus(Idempotency.LIFE);
        assertThat(add(request("a", "another body", "n3", later), "cccccccc")).isEqualTo(ADDED);
        assertThat(add(request("a", "another body", "n4", later), "dddddddd"))
                .isEqualTo(new RequestOutcome.Repeated<>("n3"));
    }

    @Test
    void expiredRequestsAreRemovedOnceNobodyMayStillClaimThem() {
        add(request("a", "body", "n1", NOON), "aaaaaaaa");
        add(request("b", "body", "n2", NOON.plusMillis(1)), "bbbbbbbb");
        Instant removal = NOON.plus(Idempotency.LIFE.multipliedBy(2));
        directory.removeExpiredRequests(removal.minusMillis(1));
        assertThat(engine.database().rowCounts()).containsEntry("idempotency_key", 2L);
        directory.removeExpiredRequests(removal);
        assertThat(engine.database().rowCounts()).containsEntry("idempotency_key", 1L);
    }

    @Test
    void afterAFailureAKeyIsNewAlsoToANodeWhoseClockIsBehind() {
        directory.addManagementKey(key("aaaaaaaa", null));
        assertThat(add(request("a", "body", "n1", NOON), "aaaaaaaa"))
                .isEqualTo(new RequestOutcome.Executed<>(KeyAddition.ID_TAKEN));
        Instant behind = NOON.minusSeconds(3);
        assertThat(add(request("a", "another body", "n2", behind), "bbbbbbbb")).isEqualTo(ADDED);
        assertThat(add(request("a", "another body", "n3", behind), "cccccccc"))
                .isEqualTo(new RequestOutcome.Repeated<>("n2"));
    }

    @Test
    void aFailureIsNotRememberedAndAnExceptionChangesNothing() {
        directory.addManagementKey(key("aaaaaaaa", null));
        RepeatableRequest request = request("a", "body", "n1", NOON);
        assertThat(add(request, "aaaaaaaa")).isEqualTo(new RequestOutcome.Executed<>(KeyAddition.ID_TAKEN));
        assertThatThrownBy(() -> directory.once(
                        request,
                        d -> {
                            d.addManagementKey(key("bbbbbbbb", null));
                            throw new IllegalStateException("on purpose");
                        },
                        _ -> true))
                .hasMessage("on purpose");
        assertThat(keys()).hasSize(1);
        assertThat(add(request, "bbbbbbbb")).isEqualTo(ADDED);
    }

    @Test
    void ofSeveralAtOnceOneIsExecuted() throws Exception {
        List<RequestOutcome<KeyAddition>> outcomes =
                atOnce(8, (own, i) -> add(own, request("a", "body", "n" + i, NOON), "aaaaaaa" + i));
        assertThat(outcomes).filteredOn(ADDED::equals).hasSize(1);
        assertThat(outcomes)
                .filteredOn(RequestOutcome.Repeated.class::isInstance)
                .hasSize(7);
        assertThat(outcomes.stream().distinct()).hasSize(2);
        assertThat(keys()).hasSize(1);
    }
}
