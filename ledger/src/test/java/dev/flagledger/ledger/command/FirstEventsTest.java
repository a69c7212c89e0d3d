package dev.flagledger.ledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.ExportEvent.EventsExported;
import dev.flagledger.api.event.ExportEvent.Format;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestFold;
import dev.flagledger.testing.TestNode;
import dev.flagledger.testing.TestRefusals;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirstEventsTest {

    private final TestDatabase database = TestDatabase.fresh().migrated();
    private final TestNode node = node();
    private final TestNode other = node();

    @AfterEach
    void close() {
        node.close();
        other.close();
    }

    private TestNode node() {
        return TestNode.on(database, TestFold.class, TestRefusals.class);
    }

    @Test
    void anEventHappensOnceInItsStream() {
        append(node, "api-key-21");
        append(node, "api-key-21");
        append(other, "api-key-21");
        append(other, "api-key-22");

        assertThat(node.get(EventLog.class).head()).isEqualTo(2);
    }

    @Test
    void ofConcurrentCallsOneAppends() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int call = 0; call < 20; call++) {
                var by = call % 2 == 0 ? node : other;
                threads.execute(() -> append(by, "api-key-21"));
            }
        }

        assertThat(node.get(EventLog.class).head()).isEqualTo(1);
    }

    /** These nodes have no handlers of commands. */
    @Test
    void anEventIsRecordedWithoutACommand() {
        var export = new EventsExported(new UUID(0, 7), List.of(2), null, Format.CSV, "");

        long position = other.get(Commands.class).record("export-7", export, Attribution.SYSTEM);

        assertThat(position).isEqualTo(1);
        assertThat(node.get(EventLog.class).rows(0, 1).getFirst().event().event())
                .isEqualTo(export);
    }

    private static void append(TestNode node, String stream) {
        node.get(FirstEvents.class).append(stream, new UserLoggedIn(3, LoginWay.EMAIL), Attribution.SYSTEM);
    }
}
