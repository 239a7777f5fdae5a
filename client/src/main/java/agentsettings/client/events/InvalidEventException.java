package agentsettings.client.events;

import java.io.IOException;

/** What a server sent is no event, or more than one may be. The message holds nothing of it. */
public final class InvalidEventException extends IOException {

    private static final long serialVersionUID = 1L;

    public InvalidEventException(String message) {
        super(message);
    }
}
