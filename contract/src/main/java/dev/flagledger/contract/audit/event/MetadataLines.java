package dev.flagledger.contract.audit.event;

import dev.flagledger.api.event.MetadataEvent;
import dev.flagledger.api.event.MetadataEvent.AttachmentChanged;
import dev.flagledger.api.event.MetadataEvent.FieldAttached;
import dev.flagledger.api.event.MetadataEvent.FieldChanged;
import dev.flagledger.api.event.MetadataEvent.FieldCreated;
import dev.flagledger.api.event.MetadataEvent.FieldDeleted;
import dev.flagledger.api.event.MetadataEvent.FieldDetached;
import dev.flagledger.api.metadata.Attachment;
import dev.flagledger.api.metadata.FieldDefinition;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.audit.line.AuditLine.Place;
import dev.flagledger.contract.audit.line.ObjectLines;
import dev.flagledger.contract.view.audit.AuditedKind;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.metadata.MetadataField;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of custom fields. The contract does not audit them, but they decide which values features must have and which still
 * count.
 */
final class MetadataLines {

    private static final AuditedKind FIELD = AuditedKind.METADATA_FIELD;

    private MetadataLines() {}

    static Stream<AuditLine> of(Installation before, MetadataEvent event, Installation after) {
        var metadata = (event instanceof FieldCreated ? after : before).metadata();
        return metadata.field(event.fieldId()).stream().map(field -> of(field, event));
    }

    private static AuditLine of(MetadataField field, MetadataEvent event) {
        var place = new Place(field.owner().organisationId(), field.owner().projectId(), null);
        var name = field.definition().name();
        return switch (event) {
            case FieldCreated _ -> ObjectLines.created(FIELD, name, place, null);
            case FieldChanged e ->
                ObjectLines.updated(
                        FIELD, e.definition().name(), place, null, changes(field.definition(), e.definition()));
            case FieldAttached e -> ObjectLines.updated(FIELD, name, place, null, changes(null, e.attachment()));
            case AttachmentChanged e -> {
                var old = field.attachments().get(e.attachment().id());
                yield ObjectLines.updated(FIELD, name, place, null, changes(old, e.attachment()));
            }
            case FieldDetached e ->
                ObjectLines.updated(
                        FIELD, name, place, null, changes(field.attachments().get(e.attachmentId()), null));
            case FieldDeleted _ -> ObjectLines.deleted(FIELD, name, place, null);
        };
    }

    private static List<FieldChange> changes(FieldDefinition old, FieldDefinition now) {
        return FieldChange.differing(
                new FieldChange("name", old.name(), now.name()),
                new FieldChange("type", old.type().wireName(), now.type().wireName()),
                new FieldChange("description", old.description(), now.description()));
    }

    private static List<FieldChange> changes(@Nullable Attachment old, @Nullable Attachment now) {
        return FieldChange.differing(
                new FieldChange("content_type", model(old), model(now)),
                new FieldChange("is_required_for", places(old), places(now)));
    }

    private static @Nullable String model(@Nullable Attachment attachment) {
        return attachment == null ? null : attachment.contentType().model();
    }

    private static List<Map<String, Object>> places(@Nullable Attachment attachment) {
        return attachment == null
                ? List.of()
                : attachment.requiredFor().stream()
                        .map(place -> Map.<String, Object>of(
                                "content_type", place.contentType().id(), "object_id", place.objectId()))
                        .toList();
    }
}
