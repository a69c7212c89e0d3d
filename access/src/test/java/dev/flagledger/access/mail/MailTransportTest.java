package dev.flagledger.access.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;

class MailTransportTest {

    private static final Mail MAIL = new Mail("Hello", "Text");

    private final SmtpServer server = new SmtpServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aPasswordIsPresented() {
        server.know("flags", "right");

        transport("flags", "right", MailSettings.Security.NONE).send("jane@ex.test", MAIL);

        assertThat(server.received()).hasSize(1);
        assertThatExceptionOfType(MailAuthenticationException.class)
                .isThrownBy(() ->
                        transport("flags", "wrong", MailSettings.Security.NONE).send("jane@ex.test", MAIL));
    }

    @Test
    void nothingIsSentUnencryptedUnlessThatIsWanted() {
        assertThatExceptionOfType(MailException.class)
                .isThrownBy(
                        () -> transport("", "", MailSettings.Security.STARTTLS).send("jane@ex.test", MAIL));
        assertThatExceptionOfType(MailException.class)
                .isThrownBy(() -> transport("", "", MailSettings.Security.TLS).send("jane@ex.test", MAIL));
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aTextThatIsNoAddressIsRefused() {
        assertThatExceptionOfType(MailException.class)
                .isThrownBy(
                        () -> transport("", "", MailSettings.Security.NONE).send("jane@ex.test, eve@ex.test", MAIL));
        assertThat(server.received()).isEmpty();
    }

    private MailTransport transport(String user, String password, MailSettings.Security security) {
        return new MailTransport(server.settings(user, password, security));
    }
}
