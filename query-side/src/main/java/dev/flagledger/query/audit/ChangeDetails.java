package dev.flagledger.query.audit;

import dev.flagledger.contract.view.audit.ChangeView;
import dev.flagledger.contract.view.audit.FieldChange;
import java.util.List;
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
}
