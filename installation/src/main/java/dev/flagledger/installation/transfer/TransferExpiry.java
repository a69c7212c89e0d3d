package dev.flagledger.installation.transfer;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** For how long exports and imports are found. */
final class TransferExpiry {

    private static final Duration FOUND = Duration.ofDays(14);

    private TransferExpiry() {}

    /** What was made before that is found no longer. */
    static OffsetDateTime since(Instant now) {
        return at(now.minus(FOUND));
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
