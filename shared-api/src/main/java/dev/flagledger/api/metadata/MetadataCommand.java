package dev.flagledger.api.metadata;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Claiming;
import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Releasing;
import dev.flagledger.api.access.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands about a custom field. Each names the owner of the field. */
public sealed interface MetadataCommand extends LedgerCommand {

    int fieldId();

    Owner owner();

    /**
     * The owner of a field: an organisation or one of its projects.
     *
     * @param projectId the project that the field is limited to; null for the whole organisation
     */
    record Owner(int organisationId, @Nullable Integer projectId) {}

    @Override
    default String aggregateId() {
        return streamOf(fieldId());
    }

    /** Returns the stream of one custom field. */
    static String streamOf(int fieldId) {
        return "metadata-field-" + fieldId;
    }

    @Override
    default Scope scope() {
        return scopeOf(owner());
    }

    /** Returns the scope on which the permission for a field is needed. */
    static Scope scopeOf(Owner owner) {
        var project = owner.projectId();
        return project == null ? new Scope.OfOrganisation(owner.organisationId()) : new Scope.OfProject(project);
    }

    record CreateField(int fieldId, Owner owner, FieldDefinition definition) implements MetadataCommand, Claiming {
        @Override
        public List<Claim> claims() {
            return List.of(nameOf(this, definition));
        }
    }

    record ChangeField(int fieldId, Owner owner, Edit<FieldDefinition> definition)
            implements MetadataCommand, Claiming {
        @Override
        public List<Claim> claims() {
            var wanted = nameOf(this, definition.wanted());
            return wanted.equals(nameOf(this, definition.seen())) ? List.of() : List.of(wanted);
        }
    }

    record AttachField(int fieldId, Owner owner, Attachment attachment) implements MetadataCommand {}

    record ChangeAttachment(int fieldId, Owner owner, Edit<Attachment> attachment) implements MetadataCommand {}

    record DetachField(int fieldId, Owner owner, int attachmentId) implements MetadataCommand {}

    record DeleteField(int fieldId, Owner owner) implements MetadataCommand, Releasing {}

    private static Claim nameOf(MetadataCommand command, FieldDefinition definition) {
        var organisation = Integer.toString(command.owner().organisationId());
        var project = command.owner().projectId();
        return new Claim(
                Claim.Kind.METADATA_FIELD,
                project == null ? organisation : organisation + "/" + project,
                definition.name(),
                command.aggregateId());
    }
}
