package dev.flagledger.contract.view.project;

import dev.flagledger.api.metadata.Attachment;
import dev.flagledger.engine.state.metadata.MetadataField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A custom field in the admin API.
 *
 * @param project null for fields of all the organisation's projects
 * @param modelFields its attachments
 */
public record MetadataFieldView(
        int id,
        String name,
        String type,
        @Nullable String description,
        int organisation,
        @Nullable Integer project,
        List<ModelField> modelFields) {

    /** An attachment nested in its field. */
    public record ModelField(int id, int contentType, List<ModelFieldView.Requirement> isRequiredFor) {

        static ModelField of(Attachment attachment) {
            return new ModelField(
                    attachment.id(), attachment.contentType().id(), ModelFieldView.requirements(attachment));
        }
    }

    public static MetadataFieldView of(MetadataField field) {
        var definition = field.definition();
        return new MetadataFieldView(
                field.id(),
                definition.name(),
                definition.type().wireName(),
                definition.description(),
                field.owner().organisationId(),
                field.owner().projectId(),
                field.attachments().values().stream().map(ModelField::of).toList());
    }
}
