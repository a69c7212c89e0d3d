package dev.flagledger.access.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.InstallationSecret;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An SMTP server on a port of its own, and a node that sends its mails to it. */
final class SmtpServer implements AutoCloseable {

    private static final String FROM = "flags@ex.test";

    private GreenMail server = started(0);
    private final int port = server.getSmtp().getPort();

    private static GreenMail started(int port) {
        var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    MailSettings settings(String user, String password, MailSettings.Security security) {
        return new MailSettings("127.0.0.1", port, user, password, FROM, security);
    }

    MailSettings settings() {
        return settings("", "", MailSettings.Security.NONE);
    }

    void know(String user, String password) {
        server.setUser(user, user, password);
        server.getUserManager().setAuthRequired(true);
    }

    List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }

    void stop() {
        server.stop();
    }

    void startAgain() {
        server = started(port);
    }

    @Override
    public void close() {
        server.stop();
    }

    static MailQueue queue(JdbcClient jdbc) {
        return new MailQueue(jdbc, new InstallationKey(jdbc, new InstallationSecret(jdbc, "a secret"), ""));
    }
}
