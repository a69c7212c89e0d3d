package dev.flagledger.access.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.access.address.DashboardLinks;
import dev.flagledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(OutputCaptureExtension.class)
class MailsTest {

    private static final DashboardLinks LINKS = new DashboardLinks("https://flags.ex.test");

    private final TestDatabase database = TestDatabase.fresh().migrated();
    private final javax.sql.DataSource source = database.dataSource();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    private final MailQueue queue = SmtpServer.queue(jdbc);
    private final SmtpServer server = new SmtpServer();
    private final MailSender sender = new MailSender(server.settings(), queue);
    private final Mails mails = new Mails(server.settings(), LINKS, queue, sender);

    @BeforeEach
    void start() {
        sender.start();
    }

    @AfterEach
    void stop() {
        sender.stop();
        server.close();
    }

    @Test
    void aMailIsSentAndNothingOfItIsKept() throws Exception {
        mails.queue("jane@ex.test", "Welcome, J\u00fcrgen", "Follow https://flags.ex.test/invite/abc\nBye");

        await().until(() -> server.received().size() == 1 && queued() == 0);
        var mail = server.received().getFirst();
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("jane@ex.test");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("flags@ex.test");
        assertThat(mail.getSubject()).isEqualTo("Welcome, J\u00fcrgen");
        assertThat(mail.getContent().toString().strip())
                .contains("https://flags.ex.test/invite/abc")
                .endsWith("Bye");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void aMailOfATransactionThatFailsIsNotSent() {
        transaction.executeWithoutResult(status -> {
            mails.queue("jane@ex.test", "Never", "");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(_ -> mails.queue("jane@ex.test", "Sent", ""));

        await().until(() -> !server.received().isEmpty());
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void aMailThatTheServerDoesNotTakeIsTriedAgain(CapturedOutput output) {
        server.stop();
        mails.queue("jane@ex.test", "Later", "");
        await().until(() -> output.getAll().contains("could not be sent, next attempt in 1 minutes"));
        assertThat(output.getAll()).doesNotContain("jane@ex.test");

        server.startAgain();
        jdbc.sql("update access.mail set due_at = now()").update();
        sender.loop().wake();

        await().until(() -> server.received().size() == 1 && queued() == 0);
    }

    @Test
    void oneMailThatCannotBeSentDoesNotKeepOthers() {
        mails.queue("no address", "Lost", "");
        mails.queue("jane@ex.test", "Sent", "");

        await().until(() -> server.received().size() == 1);
        assertThat(queued()).isEqualTo(1);
    }

    @Test
    void aSubjectCannotAddLines() throws Exception {
        mails.queue("jane@ex.test", "Join\r\nBcc: eve@ex.test\n" + "x".repeat(1_000), "");

        await().until(() -> !server.received().isEmpty());
        var mail = server.received().getFirst();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).startsWith("Join Bcc: eve@ex.test x").hasSize(200);
    }

    @Test
    void mailsToAPersonAreForgotten() {
        server.stop();
        mails.queue("jane@ex.test", "Lost", "");
        mails.queue("bo@ex.test", "Kept", "");

        mails.forget("jane@ex.test");

        assertThat(queued()).isEqualTo(1);
    }

    @Test
    void withoutAServerNothingIsQueued() {
        var none = new MailSettings("", 587, "", "", "", MailSettings.Security.STARTTLS);
        var idle = new MailSender(none, queue);
        idle.start();
        var unconfigured = new Mails(none, new DashboardLinks(""), queue, idle);

        unconfigured.queue("jane@ex.test", "Lost", "");

        assertThat(unconfigured.configured()).isFalse();
        assertThat(idle.isRunning()).isFalse();
        assertThat(queued()).isZero();
    }

    private long queued() {
        return jdbc.sql("select count(*) from access.mail").query(Long.class).single();
    }
}
