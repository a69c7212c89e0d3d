package dev.flagledger.query.audit;

import dev.flagledger.contract.view.audit.FieldChange;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Converts the changes of a line to the JSON that is stored and sent. */
@Component
class ChangeDetails {

    private final JsonMapper json = JsonMapper.builder().build();

    String write(List<FieldChange> changes) {
        return json.writeValueAsString(changes);
    }

    List<FieldChange> read(String stored) {
        return List.of(json.readValue(stored, FieldChange[].class));
    }
}
