package agentsettings.acceptance.durability;

import agentsettings.acceptance.durability.RecordedLoad.RecordedWrite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was acknowledged up to a moment of a recording. The next write of each connection may be in flight. Used by one thread. */
final class Acknowledged {

    private final List<UserHistory> users;
    private final Map<Integer, List<RecordedWrite>> writes;
    private final Map<Integer, Integer> seen = new HashMap<>();
    private int count;

    /** The begin of a recording with these writes, by the port of the client. */
    Acknowledged(List<String> userIds, Map<Integer, List<RecordedWrite>> writes) {
        users = userIds.stream().map(UserHistory::new).toList();
        this.writes = writes;
        writes.keySet().forEach(this::send);
    }

    List<UserHistory> users() {
        return users;
    }

    int count() {
        return count;
    }

    /** The client on this port has got a response; on another port it is not one of these. */
    void next(int port) {
        if (writes.containsKey(port)) {
            int index = seen.merge(port, 1, Integer::sum) - 1;
            RecordedWrite write = writes.get(port).get(index);
            users.get(write.user()).acknowledged(write.id());
            count++;
            send(port);
        }
    }

    private void send(int port) {
        int index = seen.getOrDefault(port, 0);
        List<RecordedWrite> all = writes.get(port);
        if (index < all.size()) {
            users.get(all.get(index).user()).sending(all.get(index).command());
        }
    }
}
