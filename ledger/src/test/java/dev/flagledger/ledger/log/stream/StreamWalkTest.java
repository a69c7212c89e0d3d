package dev.flagledger.ledger.log.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EventScope;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.ledger.database.Parameters;
import dev.flagledger.ledger.log.AppendContext;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.store.TestLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Streams read one after another. */
class StreamWalkTest {

    /** More than are in memory at a time. */
    private static final int MANY = 1_100;

    private final TestLog log = TestLog.fresh();
    private final StreamLog streams = log.streams(events -> events.stream()
            .map(_ -> new AppendContext(new EventScope(3, 7, null, "user:1"), List.of(), false))
            .toList());
    private final StreamWalk walk = streams.walk();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void eachStreamIsNamedOnce() {
        append("user-1", 3);
        append("user-2", 1);
        append("user-3", 2);

        assertThat(walk.count()).isEqualTo(3);
        assertThat(walk.after("", 2)).containsExactly("user-1", "user-2");
        assertThat(walk.after("user-2", 2)).containsExactly("user-3");
        assertThat(walk.after("user-3", 2)).isEmpty();
        assertThat(walk.existing(List.of("user-2", "user-4"))).containsExactly("user-2");
    }

    @Test
    void eventsAreReadStreamByStreamInOrder() {
        append("user-1", MANY);
        append("user-2", 1);
        append("user-3", 2);
        var read = new ArrayList<WalkedEvent>();

        log.transactions().executeInTransaction(() -> walk.read(List.of("user-3", "user-1"), read::add));

        assertThat(read).hasSize(MANY + 2);
        for (int number = 0; number < MANY; number++) {
            assertThat(read.get(number).stream()).isEqualTo("user-1");
            assertThat(read.get(number).sequence()).isEqualTo(number);
        }
        var last = read.getLast();
        assertThat(last.event()).isEqualTo(new UserLoggedIn(1, LoginWay.EMAIL));
        assertThat(last.organisationId()).isEqualTo(3);
        assertThat(last.projectId()).isEqualTo(7);
        assertThat(last.at()).isEqualTo(streams.stream("user-3").getLast().at());
    }

    private void append(String stream, int events) {
        var appender = streams.appender(new RowChange<UserLoggedIn>() {
            @Override
            public String sql() {
                return "guard as (select place from alive)";
            }

            @Override
            public void bind(Parameters parameters, List<PlacedEvent<UserLoggedIn>> placed) {}
        });
        log.transactions().executeInTransaction(() -> {
            for (int sequence = 0; sequence < events; sequence++) {
                appender.append(stream, sequence, new UserLoggedIn(1, LoginWay.EMAIL), Attribution.SYSTEM);
            }
        });
    }
}
