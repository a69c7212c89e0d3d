package dev.flagledger.query.audit;

import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.query.audit.AuditLine.About;
import dev.flagledger.query.audit.AuditLine.Named;
import dev.flagledger.query.audit.AuditLine.Place;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A line of the audit log that is to be written.
 *
 * @param recorded the event that it is about
 * @param details what changed, as JSON
 * @param erasedDetails the same once whoever the line names is erased; null if it names nobody
 */
record AuditRow(
        RecordedEvent recorded,
        AuditLine line,
        String details,
        @Nullable String erasedDetails) {

    Place place() {
        return line.place();
    }

    /** Something of the thing that changed; null where the contract has no name for its kind. */
    <T> @Nullable T ofThing(Function<About, @Nullable T> what) {
        var about = line.about();
        return about == null ? null : what.apply(about);
    }

    /** Something of whom the line names; null if it names nobody. */
    @Nullable String ofNamed(Function<Named, String> what) {
        var named = line.named();
        return named == null ? null : what.apply(named);
    }
}
