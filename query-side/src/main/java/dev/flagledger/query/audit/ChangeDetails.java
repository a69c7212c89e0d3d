package dev.flagledger.query.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.flagledger.query.audit.line.FieldChange;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Converts the changes of a line to the JSON that is stored and sent. */
@Component
class ChangeDetails {

    private final JsonMapper json = JsonMapper.builder().build();

    String write(List<FieldChange> changes) {
        return json.writeValueAsString(changes.stream().map(ChangeView::of).toList());
    }

    List<ChangeView> read(String stored) {
        return List.of(json.readValue(stored, ChangeView[].class));
    }

    /** A change in the admin API. */
    record ChangeView(
            String field,
            @Nullable Object old,
            @JsonProperty("new") @Nullable Object now) {
        static ChangeView of(FieldChange change) {
            return new ChangeView(change.field(), change.old(), change.now());
        }
    }
}
