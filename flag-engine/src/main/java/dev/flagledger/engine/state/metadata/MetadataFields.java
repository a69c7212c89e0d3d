package dev.flagledger.engine.state.metadata;

import dev.flagledger.api.event.MetadataEvent;
import dev.flagledger.api.event.MetadataEvent.AttachmentChanged;
import dev.flagledger.api.event.MetadataEvent.FieldAttached;
import dev.flagledger.api.event.MetadataEvent.FieldChanged;
import dev.flagledger.api.event.MetadataEvent.FieldCreated;
import dev.flagledger.api.event.MetadataEvent.FieldDeleted;
import dev.flagledger.api.event.MetadataEvent.FieldDetached;
import dev.flagledger.api.metadata.Attachment;
import dev.flagledger.api.metadata.ContentType;
import dev.flagledger.api.metadata.MetadataCommand.Owner;
import dev.flagledger.engine.Lookup;
import dev.flagledger.engine.state.project.Project;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pcollections.HashTreePSet;
import org.pcollections.IntTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The custom fields of all organisations.
 *
 * @param byId all fields; those of deleted projects and organisations are kept, since events may refer to them, but not
 *     returned
 * @param fieldOfAttachment field ids by attachment id
 * @param deletedProjects ids of deleted projects
 * @param deletedOrganisations ids of deleted organisations
 */
public record MetadataFields(
        PSortedMap<Integer, MetadataField> byId,
        PMap<Integer, Integer> fieldOfAttachment,
        PSet<Integer> deletedProjects,
        PSet<Integer> deletedOrganisations) {

    public static final MetadataFields EMPTY =
            new MetadataFields(TreePMap.empty(), IntTreePMap.empty(), HashTreePSet.empty(), HashTreePSet.empty());

    /** Returns the field, if it exists. */
    public Optional<MetadataField> field(int id) {
        return Optional.ofNullable(byId.get(id)).flatMap(this::seen);
    }

    /** Returns the owner of the field, even if the owner has been deleted; empty if the field does not exist. */
    public Optional<Owner> formerOwner(int id) {
        return Optional.ofNullable(byId.get(id)).map(MetadataField::owner);
    }

    /** Returns the field with this attachment, if it exists. */
    public Optional<MetadataField> attached(int attachmentId) {
        return Optional.ofNullable(fieldOfAttachment.get(attachmentId)).flatMap(this::field);
    }

    /** Returns the fields of an organisation and its projects, sorted by id. */
    public Stream<MetadataField> in(int organisationId) {
        return byId.values().stream()
                .filter(field -> field.owner().organisationId() == organisationId)
                .flatMap(field -> seen(field).stream());
    }

    private Optional<MetadataField> seen(MetadataField field) {
        var project = field.owner().projectId();
        return Optional.of(field)
                .filter(_ -> project == null || !deletedProjects.contains(project))
                .filter(_ -> !deletedOrganisations.contains(field.owner().organisationId()))
                .map(there -> there.requiredOutside(deletedProjects));
    }

    /** Returns the fields available in a project, by name. Its own fields hide those of the organisation. */
    public Map<String, MetadataField> of(Project project) {
        return in(project.organisationId())
                .filter(field -> field.isFor(project))
                .collect(Collectors.toMap(
                        field -> field.definition().name(),
                        field -> field,
                        (one, other) -> one.owner().projectId() == null ? other : one));
    }

    /** Returns the fields that objects of this type in the project must have, sorted by id. */
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

    public MetadataFields evolve(MetadataEvent event) {
        int id = event.fieldId();
        return switch (event) {
            case FieldCreated e ->
                with(new MetadataField(id, new Owner(e.organisationId(), e.projectId()), e.definition()));
            case FieldChanged e -> changed(id, field -> field.with(e.definition()));
            case FieldAttached e ->
                attached(fieldOfAttachment.plus(e.attachment().id(), id))
                        .changed(id, field -> field.with(e.attachment()));
            case AttachmentChanged e -> changed(id, field -> field.with(e.attachment()));
            case FieldDetached e ->
                attached(fieldOfAttachment.minus(e.attachmentId()))
                        .changed(id, field -> field.without(e.attachmentId()));
            case FieldDeleted _ -> {
                var attachments =
                        Lookup.required(byId, id, "custom field").attachments().keySet();
                yield new MetadataFields(
                        byId.minus(id), fieldOfAttachment.minusAll(attachments), deletedProjects, deletedOrganisations);
            }
        };
    }

    /** Hides the fields of a deleted project, also from later events. */
    public MetadataFields withoutProject(int projectId) {
        return new MetadataFields(byId, fieldOfAttachment, deletedProjects.plus(projectId), deletedOrganisations);
    }

    /** Hides the fields of a deleted organisation, also from later events. */
    public MetadataFields withoutOrganisation(int organisationId) {
        return new MetadataFields(byId, fieldOfAttachment, deletedProjects, deletedOrganisations.plus(organisationId));
    }

    private MetadataFields attached(PMap<Integer, Integer> changed) {
        return new MetadataFields(byId, changed, deletedProjects, deletedOrganisations);
    }

    private MetadataFields changed(int id, UnaryOperator<MetadataField> change) {
        return with(change.apply(Lookup.required(byId, id, "custom field")));
    }

    private MetadataFields with(MetadataField field) {
        return new MetadataFields(
                byId.plus(field.id(), field), fieldOfAttachment, deletedProjects, deletedOrganisations);
    }
}
