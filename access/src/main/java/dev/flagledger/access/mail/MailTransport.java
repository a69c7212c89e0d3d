package dev.flagledger.access.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Sends mails to the SMTP server. */
final class MailTransport {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final JavaMailSender server;
    private final String from;

    MailTransport(MailSettings settings) {
        this.server = server(settings);
        this.from = settings.from();
    }

    /**
     * Sends a mail; it has arrived at the SMTP server when this returns.
     *
     * @throws org.springframework.mail.MailException otherwise; the mail may have arrived nevertheless
     */
    void send(String recipient, Mail mail) {
        try {
            var message = server.createMimeMessage();
            var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(new InternetAddress(from, true));
            helper.setTo(new InternetAddress(recipient, true));
            helper.setSubject(mail.subject());
            helper.setText(mail.text());
            // So that nobody's absence assistant answers (RFC 3834).
            message.setHeader("Auto-Submitted", "auto-generated");
            server.send(message);
        } catch (MessagingException e) {
            throw new MailPreparationException(e);
        }
    }

    private static JavaMailSender server(MailSettings settings) {
        var server = new JavaMailSenderImpl();
        server.setHost(settings.host());
        server.setPort(settings.port());
        server.setDefaultEncoding(StandardCharsets.UTF_8.name());
        boolean authenticates = !settings.username().isEmpty();
        if (authenticates) {
            server.setUsername(settings.username());
            server.setPassword(settings.password());
        }
        server.setJavaMailProperties(properties(settings.security(), authenticates));
        return server;
    }

    private static Properties properties(MailSettings.Security security, boolean authenticates) {
        boolean startTls = security == MailSettings.Security.STARTTLS;
        var properties = new Properties();
        properties.setProperty("mail.smtp.auth", Boolean.toString(authenticates));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(security == MailSettings.Security.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        for (var wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail.smtp." + wait, Long.toString(TIMEOUT.toMillis()));
        }
        return properties;
    }
}
