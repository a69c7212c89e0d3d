package dev.flagledger.query.usage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how long the counts of usage are kept by day.
 *
 * @param usage counted from the day; zero for ever
 */
@ConfigurationProperties("flagledger.retention")
record UsageRetention(@DefaultValue("400d") Duration usage) {}
