package dev.flagledger.api.metadata;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Claiming;
import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Releasing;
import dev.flagledger.api.access.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a custom field. Each says whose it is: of an organisation, or of one project there. */
public sealed interface MetadataCommand extends LedgerCommand {

    int fieldId();

    Owner owner();

    /**
     * Whose a field is.
     *
     * @param projectId the only project that has it; null for all of the organisation
     */
    record Owner(int organisationId, @Nullable Integer projectId) {}

    @Override
    default String aggregateId() {
        return streamOf(fieldId());
    }

    /** The stream of one custom field. */
    static String streamOf(int fieldId) {
        return "metadata-field-" + fieldId;
    }

    @Override
    default Scope scope() {
        return scopeOf(owner());
    }

    /** Where the right to a field is looked up. */
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
