package dev.flagledger.installation.transfer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how long exports and imports are kept, counted from when they were made; zero for ever. For how long they are found is
 * the contract's to say.
 */
@ConfigurationProperties("flagledger.retention")
record TransferRetention(
        @DefaultValue("14d") Duration exports,
        @DefaultValue("14d") Duration imports) {}
