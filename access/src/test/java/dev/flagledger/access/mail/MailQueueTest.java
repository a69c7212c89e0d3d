package dev.flagledger.access.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.flagledger.access.mail.MailQueue.Due;
import dev.flagledger.ledger.secret.BrokenSealException;
import dev.flagledger.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class MailQueueTest {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Mail MAIL = new Mail("Hello", "One\n\nTwo");

    private final TestDatabase database = TestDatabase.fresh().migrated();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final MailQueue queue = SmtpServer.queue(jdbc);

    @Test
    void aMailIsTakenByOneNode() {
        queue.add("jane@ex.test", MAIL);

        var due = queue.take(LEASE).orElseThrow();

        assertThat(queue.open(due)).isEqualTo(MAIL);
        assertThat(queue.take(LEASE)).isEmpty();
    }

    @Test
    void aMailThatItsNodeNeverSentIsTakenByAnother() {
        queue.add("jane@ex.test", MAIL);
        assertThat(queue.take(Duration.ZERO)).map(Due::attempts).contains(1);

        assertThat(queue.take(LEASE)).map(Due::attempts).contains(2);
    }

    @Test
    void whatAMailSaysIsNotStoredInTheClear() {
        queue.add("jane@ex.test", MAIL);

        assertThat(jdbc.sql("select encode(mail.content, 'escape') from access.mail")
                        .query(String.class)
                        .single())
                .doesNotContain("Hello")
                .doesNotContain("Two");
    }

    @Test
    void aMailCannotBeSentToSomebodyElse() {
        queue.add("jane@ex.test", MAIL);
        jdbc.sql("update access.mail set recipient = 'eve@ex.test'").update();
        var due = queue.take(LEASE).orElseThrow();

        assertThatExceptionOfType(BrokenSealException.class).isThrownBy(() -> queue.open(due));
    }

    @Test
    void thePausesGrowUpToAnHour() {
        assertThat(paused(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(paused(4)).isEqualTo(Duration.ofMinutes(8));
        assertThat(paused(7)).isEqualTo(Duration.ofHours(1));
        assertThat(paused(1_000)).isEqualTo(Duration.ofHours(1));
    }

    private Duration paused(int attempts) {
        return queue.postpone(new Due(1, "jane@ex.test", new byte[0], attempts));
    }
}
