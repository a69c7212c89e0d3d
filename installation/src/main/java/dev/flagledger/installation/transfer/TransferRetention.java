package dev.flagledger.installation.transfer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long exports and imports are stored after their creation; zero for ever. The period for which they are returned
 * is set by the contract.
 */
@ConfigurationProperties("flagledger.retention")
record TransferRetention(
        @DefaultValue("14d") Duration exports,
        @DefaultValue("14d") Duration imports) {}
