package dev.flagledger.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamLogTest {

    /** Lets an event pass only if its commit waits for the disk. */
    private static final StreamLog.RowChange IF_DURABLE = new StreamLog.RowChange() {

        @Override
        public String sql() {
            return "guard as (select from alive where current_setting('synchronous_commit') = 'on')";
        }

        @Override
        public void bind(Parameters parameters, AppendContext context, Instant at) {}
    };

    private final TestLog log = TestLog.fresh();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void anAppendIsDurableWhateverTheOperatorSets() {
        var database =
                log.jdbc().sql("select current_database()").query(String.class).single();
        log.jdbc()
                .sql("alter database \"" + database + "\" set synchronous_commit = off")
                .update();

        try (var node = log.elsewhere()) {
            var streams = node.streams(_ -> List.of(new AppendContext(TestLog.SCOPE, List.of(), false)));

            assertThat(node.jdbc()
                            .sql("show synchronous_commit")
                            .query(String.class)
                            .single())
                    .isEqualTo("off");
            assertThat(streams.append("user-1", 0, new UserLoggedIn(1), Attribution.SYSTEM, IF_DURABLE))
                    .isTrue();
        }
    }
}
