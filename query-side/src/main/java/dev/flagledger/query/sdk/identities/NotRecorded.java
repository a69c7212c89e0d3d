package dev.flagledger.query.sdk.identities;

import dev.flagledger.contract.log.OncePerMinute;
import dev.flagledger.ledger.database.DatabaseTrouble;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reports, by a header and once a minute in the log, that identities are not recorded while the database is unavailable. */
@Component
final class NotRecorded {

    private static final Logger LOG = LoggerFactory.getLogger(NotRecorded.class);
    private static final String HEADER = "Flagledger-Not-Recorded";

    private final SdkSettings.Unrecorded unrecorded;
    private final AtomicLong count = new AtomicLong();
    private final OncePerMinute lines = new OncePerMinute(System::nanoTime);

    NotRecorded(SdkSettings settings) {
        this.unrecorded = settings.identities().unrecorded();
    }

    /** Sets the header; rethrows a failure that is not the database's, and any failure if the operator has set it so. */
    void report(RuntimeException failure, HttpServletResponse response) {
        var trouble = DatabaseTrouble.of(failure);
        if (trouble.isEmpty() || unrecorded == SdkSettings.Unrecorded.REFUSE) {
            throw failure;
        }
        response.setHeader(
                HEADER,
                switch (trouble.get()) {
                    case AWAY, ALL_CONNECTIONS_IN_USE -> "database-away";
                    case NO_SPACE -> "no-space";
                });
        long total = count.incrementAndGet();
        if (lines.isDue()) {
            LOG.warn("Identities are answered from memory and not recorded, {} times since the start", total);
        }
    }
}
