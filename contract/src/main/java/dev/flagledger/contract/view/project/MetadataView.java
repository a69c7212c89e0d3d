package dev.flagledger.contract.view.project;

import dev.flagledger.api.metadata.MetadataValue;
import dev.flagledger.engine.state.Installation;
import java.util.List;

/**
 * What is written into a custom field.
 *
 * @param id the same as the field's: a thing has at most one value of each
 */
public record MetadataView(int id, int modelField, String fieldValue) {

    /** The values of a thing, without those of fields that it no longer has. */
    public static List<MetadataView> of(Installation installation, List<MetadataValue> values) {
        return values.stream()
                .filter(value ->
                        installation.metadata().attached(value.modelFieldId()).isPresent())
                .map(value -> new MetadataView(value.modelFieldId(), value.modelFieldId(), value.value()))
                .toList();
    }
}
