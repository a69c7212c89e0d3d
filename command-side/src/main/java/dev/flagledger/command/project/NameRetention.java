package dev.flagledger.command.project;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how long names that nobody can want any more stay taken.
 *
 * @param names counted from when what they were names in was deleted; zero for ever
 */
@ConfigurationProperties("flagledger.retention")
record NameRetention(@DefaultValue("1d") Duration names) {}
