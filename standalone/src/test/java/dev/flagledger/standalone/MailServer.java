package dev.flagledger.standalone;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A mail server on the loopback address, and what it has received. */
record MailServer(GreenMail smtp) implements AutoCloseable {

    static MailServer start() {
        var smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        return new MailServer(smtp);
    }

    /** A server that sends its mails to this one, with further settings. */
    TestServer server(Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "flagledger.mail.host", "127.0.0.1",
                "flagledger.mail.port", Integer.toString(smtp.getSmtp().getPort()),
                "flagledger.mail.security", "none",
                "flagledger.mail.from", "flags@ex.test",
                "flagledger.dashboard.url", "https://flags.ex.test"));
        settings.putAll(more);
        return TestServer.start(settings);
    }

    /** The texts of the mails to an address. */
    List<String> texts(String address) {
        return to(address).map(MailServer::text).toList();
    }

    /** The subjects of the mails to an address. */
    List<String> subjects(String address) {
        return to(address).map(MailServer::subject).toList();
    }

    private Stream<? extends Message> to(String address) {
        return Arrays.stream(smtp.getReceivedMessages())
                .filter(mail -> recipient(mail).equals(address));
    }

    private static String recipient(Message mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String subject(Message mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Message mail) {
        try {
            return mail.getContent().toString();
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        smtp.stop();
    }
}
