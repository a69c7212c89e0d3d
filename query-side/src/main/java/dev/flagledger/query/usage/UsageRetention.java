package dev.flagledger.query.usage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The retention of daily usage counts.
 *
 * @param usage the age at which a day's counts are deleted; zero means never
 */
@ConfigurationProperties("flagledger.retention")
record UsageRetention(@DefaultValue("400d") Duration usage) {}
