package dev.flagledger.access.mail;

import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.Wrapping;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails that are not sent yet, for all nodes. Times are those of the database. */
@Component
class MailQueue {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Wrapping wrapping;

    MailQueue(JdbcClient jdbc, InstallationKey key) {
        this.jdbc = jdbc;
        this.wrapping = new Wrapping(key, "mails");
    }

    /** A mail that a node is about to send. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Due(long id, String recipient, byte[] content, int attempts) {}

    void add(String recipient, Mail mail) {
        jdbc.sql("insert into access.mail (recipient, content) values (:recipient, :content)")
                .param("recipient", recipient)
                .param("content", wrapping.wrap(mail.bytes(), recipient))
                .update();
    }

    /** Takes a mail that is due, unless there is none. Other nodes leave it alone for as long as given. */
    Optional<Due> take(Duration lease) {
        return jdbc.sql("""
                        update access.mail set attempts = mail.attempts + 1, due_at = now() + :lease * interval '1 second'
                        where mail.id = (
                            select due.id from access.mail due where due.due_at <= now()
                            order by due.due_at, due.id limit 1 for update skip locked)
                        returning mail.id, mail.recipient, mail.content, mail.attempts""").param("lease", lease.toSeconds()).query(Due.class).optional();
    }

    /** Returns what the mail says. */
    Mail open(Due due) {
        return Mail.of(wrapping.unwrap(due.content(), due.recipient()));
    }

    void remove(long id) {
        jdbc.sql("delete from access.mail where mail.id = :id").param("id", id).update();
    }

    void removeTo(String recipient) {
        jdbc.sql("delete from access.mail where mail.recipient = :recipient")
                .param("recipient", recipient)
                .update();
    }

    /** Lets a mail be tried again later, the later the more often it failed. Returns after how long. */
    Duration postpone(Due due) {
        var pause = pause(due.attempts());
        jdbc.sql("update access.mail set due_at = now() + :pause * interval '1 second' where mail.id = :id")
                .param("pause", pause.toSeconds())
                .param("id", due.id())
                .update();
        return pause;
    }

    private static Duration pause(int attempts) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
