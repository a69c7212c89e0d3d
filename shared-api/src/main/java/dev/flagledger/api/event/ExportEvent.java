package dev.flagledger.api.event;

import static dev.flagledger.api.Personal.Of.UNASSIGNABLE;

import dev.flagledger.api.Personal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events of exports of the log itself. Each is the only one of its stream. */
public sealed interface ExportEvent extends LedgerEvent {

    UUID exportId();

    /** The form in which events are exported. */
    enum Format {
        /** Rows as lines of JSON. */
        NDJSON,
        /** Rows as a sheet. */
        CSV,
        /** Stored bytes. */
        EXTRACT
    }

    /**
     * Events were exported, up to the one before this. Recorded before the first is sent.
     *
     * @param organisations ids of the organisations whose events were asked for; empty if those of a project were. If all
     *     events of the installation were, those that existed
     * @param projectId the project; null for organisations
     * @param filter what else was asked for, as in the query of a request, of which only {@code %} and {@code &} are encoded; of several
     *     organisations, and of the installation, without what may be that of one organisation; empty for all
     */
    record EventsExported(
            UUID exportId,
            List<Integer> organisations,
            @Nullable Integer projectId,
            Format format,
            @Personal(UNASSIGNABLE) String filter)
            implements ExportEvent {}
}
