package dev.flagledger.contract.view.project;

import dev.flagledger.api.metadata.MetadataValue;
import dev.flagledger.engine.state.Installation;
import java.util.List;

/**
 * The value of a custom field.
 *
 * @param id the same as the field's id: an object has at most one value per field
 */
public record MetadataView(int id, int modelField, String fieldValue) {

    /** The values of an object, without those of fields that are no longer attached. */
    public static List<MetadataView> of(Installation installation, List<MetadataValue> values) {
        return values.stream()
                .filter(value ->
                        installation.metadata().attached(value.modelFieldId()).isPresent())
                .map(value -> new MetadataView(value.modelFieldId(), value.modelFieldId(), value.value()))
                .toList();
    }
}
