package dev.flagledger.query.audit.line;

import dev.flagledger.query.audit.line.AuditLine.ChangeType;
import dev.flagledger.query.audit.line.AuditLine.Place;
import dev.flagledger.query.audit.line.AuditLine.RelatedObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of things of which lines say no more than that they were created, updated or deleted. The words for segments
 * and environments are the contract's. It has none for the others, nor for the end of an environment; they are told alike.
 */
public enum AuditedKind {
    ORGANISATION("Organisation"),
    PROJECT("Project"),
    ENVIRONMENT("Environment"),
    SEGMENT("Segment"),
    TAG("Tag"),
    IDENTITY("Identity"),
    SERVER_KEY("Server-side key"),
    API_KEY("API key"),
    METADATA_FIELD("Custom field");

    private final String word;

    AuditedKind(String word) {
        this.word = word;
    }

    public AuditLine created(String name, Place place, @Nullable RelatedObject about) {
        return new AuditLine("New " + word + " created: " + name, place, about, ChangeType.CREATE, List.of());
    }

    public AuditLine updated(String name, Place place, @Nullable RelatedObject about, List<FieldChange> changes) {
        return new AuditLine(word + " updated: " + name, place, about, ChangeType.UPDATE, changes);
    }

    /** The contract has no history of deleted segments. */
    public AuditLine deleted(String name, Place place, @Nullable RelatedObject about) {
        var type = this == SEGMENT ? ChangeType.UNKNOWN : ChangeType.DELETE;
        return new AuditLine(word + " deleted: " + name, place, about, type, List.of());
    }
}
