package dev.flagledger.installation.transfer;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The period for which exports and imports are returned. */
final class TransferExpiry {

    private static final Duration FOUND = Duration.ofDays(14);

    private TransferExpiry() {}

    /** Returns the creation time of the oldest ones that are returned. */
    static OffsetDateTime since(Instant now) {
        return at(now.minus(FOUND));
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
