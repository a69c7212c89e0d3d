package dev.flagledger.command.project;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Retention of names that can no longer be used.
 *
 * @param names the time after the deletion of their project; zero to keep them for ever
 */
@ConfigurationProperties("flagledger.retention")
record NameRetention(@DefaultValue("1d") Duration names) {}
