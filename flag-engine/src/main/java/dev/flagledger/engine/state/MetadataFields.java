package dev.flagledger.engine.state;

import dev.flagledger.api.metadata.Attachment;
import dev.flagledger.api.metadata.Attachment.Requirement;
import dev.flagledger.api.metadata.ContentType;
import dev.flagledger.api.metadata.MetadataCommand.Owner;
import dev.flagledger.api.metadata.MetadataEvent;
import dev.flagledger.api.metadata.MetadataEvent.AttachmentChanged;
import dev.flagledger.api.metadata.MetadataEvent.FieldAttached;
import dev.flagledger.api.metadata.MetadataEvent.FieldChanged;
import dev.flagledger.api.metadata.MetadataEvent.FieldCreated;
import dev.flagledger.api.metadata.MetadataEvent.FieldDeleted;
import dev.flagledger.api.metadata.MetadataEvent.FieldDetached;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The custom fields of all organisations and of their projects.
 *
 * @param fieldOfAttachment where to find what values are written into
 * @param ended those that went with their project; what is still recorded of them changes nothing
 */
public record MetadataFields(
        PSortedMap<Integer, MetadataField> byId, PMap<Integer, Integer> fieldOfAttachment, PSet<Integer> ended) {

    static final MetadataFields EMPTY =
            new MetadataFields(TreePMap.empty(), HashTreePMap.empty(), HashTreePSet.empty());

    /** The field; empty if there is none, or no longer. */
    public Optional<MetadataField> field(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The field with this attachment; empty if there is none, or no longer. */
    public Optional<MetadataField> attached(int attachmentId) {
        return Optional.ofNullable(fieldOfAttachment.get(attachmentId)).flatMap(this::field);
    }

    /** All fields in an organisation, those of its projects included, by id. */
    public Stream<MetadataField> in(int organisationId) {
        return byId.values().stream().filter(field -> field.owner().organisationId() == organisationId);
    }

    /** The fields of a project by name, in which its own stand before those that its organisation has for all. */
    public Map<String, MetadataField> of(Project project) {
        return in(project.organisationId())
                .filter(field -> field.isFor(project))
                .collect(Collectors.toMap(
                        field -> field.definition().name(),
                        field -> field,
                        (one, other) -> one.owner().projectId() == null ? other : one));
    }

    /** The names of the fields without which nothing of this kind may be in the project, in their order. */
    public Stream<MetadataField> required(Project project, ContentType type) {
        return of(project).values().stream()
                .filter(field -> field.attachedTo(type)
                        .filter(attachment -> isRequired(attachment, project))
                        .isPresent())
                .sorted((one, other) -> Integer.compare(one.id(), other.id()));
    }

    private static boolean isRequired(Attachment attachment, Project project) {
        return attachment.requiredFor().stream().anyMatch(place -> switch (place.contentType()) {
            case ORGANISATION -> place.objectId() == project.organisationId();
            case PROJECT -> place.objectId() == project.id();
            case ENVIRONMENT, FEATURE, SEGMENT -> false;
        });
    }

    MetadataFields evolve(MetadataEvent event) {
        int id = event.fieldId();
        if (ended.contains(id)) {
            return this;
        }
        return switch (event) {
            case FieldCreated e ->
                with(new MetadataField(id, new Owner(e.organisationId(), e.projectId()), e.definition()));
            case FieldChanged e -> changed(id, field -> field.with(e.definition()));
            case FieldAttached e ->
                new MetadataFields(byId, fieldOfAttachment.plus(e.attachment().id(), id), ended)
                        .changed(id, field -> field.with(e.attachment()));
            case AttachmentChanged e -> changed(id, field -> field.with(e.attachment()));
            case FieldDetached e ->
                new MetadataFields(byId, fieldOfAttachment.minus(e.attachmentId()), ended)
                        .changed(id, field -> field.without(e.attachmentId()));
            case FieldDeleted _ -> without(Known.in(byId, id, "custom field"));
        };
    }

    /** Without the fields of a project, and without what others require of it. */
    MetadataFields withoutProject(int projectId) {
        var fields = this;
        for (var field : byId.values()) {
            if (Objects.equals(field.owner().projectId(), projectId)) {
                fields = fields.without(field).ended(field.id());
            } else {
                fields = fields.with(field.requiredElsewhere(new Requirement(ContentType.PROJECT, projectId)));
            }
        }
        return fields;
    }

    private MetadataFields without(MetadataField field) {
        return new MetadataFields(
                byId.minus(field.id()),
                fieldOfAttachment.minusAll(field.attachments().keySet()),
                ended);
    }

    private MetadataFields ended(int id) {
        return new MetadataFields(byId, fieldOfAttachment, ended.plus(id));
    }

    private MetadataFields changed(int id, UnaryOperator<MetadataField> change) {
        return with(change.apply(Known.in(byId, id, "custom field")));
    }

    private MetadataFields with(MetadataField field) {
        return new MetadataFields(byId.plus(field.id(), field), fieldOfAttachment, ended);
    }
}
