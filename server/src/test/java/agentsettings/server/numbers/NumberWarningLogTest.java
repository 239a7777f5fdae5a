package agentsettings.server.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.numbers.NumberField;
import agentsettings.core.numbers.UsedNumber;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.users.UserKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writes with numbers that are not allotted are logged, but not each of many. */
class NumberWarningLogTest {

    private static final Logger LOGGER = Logger.getLogger(NumberWarningLog.class.getName());
    private static final UserKey USER = new UserKey("202205116084", "u1");
    private static final List<UsedNumber> NUMBERS = List.of(
            new UsedNumber(NumberField.DISPLAY_NUMBERS, 0, new PhoneNumber("1")),
            new UsedNumber(NumberField.DISPLAY_NUMBERS, 1, new PhoneNumber("1")),
            new UsedNumber(NumberField.DEFAULT_SOFTPHONE_NUMBER, 0, new PhoneNumber("+2")));

    private final List<String> lines = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final NumberWarningLog log = new NumberWarningLog(nanos::get);
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOGGER.addHandler(handler);
        LOGGER.setUseParentHandlers(false);
    }

    @AfterEach
    void stop() {
        LOGGER.removeHandler(handler);
        LOGGER.setUseParentHandlers(true);
    }

    @Test
    void ofManyWritesInASecondOneIsLoggedAndTheOthersAreCounted() {
        log.written(USER, List.of());
        for (int i = 0; i < 1000; i++) {
            log.written(USER, NUMBERS);
        }
        nanos.set(NumberWarningLog.INTERVAL.toNanos());
        log.written(USER, NUMBERS);
        String line =
                "Settings of user u1 of tenant space 202205116084 were written with numbers that are not allotted:"
                        + " 1, +2";
        assertThat(lines).containsExactly(line, line + " (999 more since the last such line)");
    }
}
