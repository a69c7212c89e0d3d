package dev.flagledger.access.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The SMTP server.
 *
 * @param host its name; empty for none
 * @param username empty if it requires no authentication
 * @param from the sender of all mails; required with a host
 */
@ConfigurationProperties("flagledger.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("") String from,
        @DefaultValue("starttls") Security security) {

    /** How connections to the SMTP server are encrypted. */
    enum Security {
        /** Encrypted after a command; refused if the server does not offer that. */
        STARTTLS,
        /** Encrypted from the start. */
        TLS,
        NONE
    }

    MailSettings {
        if (!host.isBlank()) {
            requireAddress(from);
        }
    }

    boolean configured() {
        return !host.isBlank();
    }

    private static void requireAddress(String from) {
        try {
            new InternetAddress(from, true).validate();
        } catch (AddressException e) {
            throw new IllegalArgumentException(
                    "FLAGLEDGER_MAIL_FROM must be an e-mail address if FLAGLEDGER_MAIL_HOST is set", e);
        }
    }

    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + "]";
    }
}
