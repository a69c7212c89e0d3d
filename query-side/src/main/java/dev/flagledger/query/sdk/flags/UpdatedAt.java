package dev.flagledger.query.sdk.flags;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** An instant as applications compare it: Unix seconds as a decimal with at least one digit after the point. */
public final class UpdatedAt {

    private static final int MICROS = 6;
    private static final int NANOS = 9;

    private UpdatedAt() {}

    /** The instant, to the microsecond. */
    public static String text(Instant at) {
        var seconds = BigDecimal.valueOf(at.getEpochSecond())
                .add(BigDecimal.valueOf(at.getNano(), NANOS))
                .setScale(MICROS, RoundingMode.DOWN)
                .stripTrailingZeros();
        return seconds.setScale(Math.max(1, seconds.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
