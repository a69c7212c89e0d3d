package dev.flagledger.query.event.table;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.flagledger.contract.view.audit.ActorView;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event in the admin API. Texts and scopes are those of its time.
 *
 * @param at the time, in the format of the REST API
 * @param organisation null for events of an account
 * @param object what the event is about, as {@code kind:id}
 * @param difference the changed fields, as JSON
 */
public record EventView(
        long position,
        UUID eventId,
        String at,
        String type,
        String action,
        @Nullable Integer organisation,
        @Nullable Integer project,
        @Nullable Integer environment,
        String object,
        @Nullable Integer feature,
        @Nullable Integer segment,
        @Nullable Integer identity,
        ActorView actor,
        @Nullable String address,
        @Nullable String agent,
        @Nullable String request,
        @Nullable String note,
        String summary,
        @JsonRawValue String difference) {

    public Instant instant() {
        return OffsetDateTime.parse(at).toInstant();
    }
}
