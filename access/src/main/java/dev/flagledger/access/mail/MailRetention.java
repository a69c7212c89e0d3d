package dev.flagledger.access.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** For how long mails that the SMTP server does not accept are tried again; zero for ever. */
@ConfigurationProperties("flagledger.retention")
record MailRetention(@DefaultValue("3d") Duration mails) {}
