package dev.flagledger.platform.transfer;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** For how long exports and imports are known. */
final class Retention {

    private static final Duration KEPT = Duration.ofDays(14);

    private Retention() {}

    /** What was made before that is known no longer. */
    static OffsetDateTime begin(Instant now) {
        return at(now.minus(KEPT));
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
