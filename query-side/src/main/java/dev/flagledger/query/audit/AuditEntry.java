package dev.flagledger.query.audit;

import dev.flagledger.api.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of the audit log, for reading. Written by {@link AuditTable} and otherwise immutable. */
@Entity
@Immutable
@Table(schema = "query", name = "audit_entry")
class AuditEntry {

    @Id
    private int id;

    // Used in criteria only.
    int organisationId;

    private Instant createdDate;
    private String log;
    private @Nullable Integer authorId;
    private String actorKind;
    private String actorName;
    private @Nullable Integer projectId;
    private @Nullable Integer environmentId;
    private @Nullable Integer relatedObjectId;
    private @Nullable UUID relatedObjectUuid;
    private @Nullable String relatedObjectType;
    private boolean systemEvent;
    private String changeType;
    private String changeDetails;

    AuditEntry() {}

    int id() {
        return id;
    }

    Instant createdDate() {
        return createdDate;
    }

    String log() {
        return log;
    }

    /** The id of the author; null if it is no user. */
    @Nullable Integer authorId() {
        return actor().kind() == Actor.Kind.USER ? authorId : null;
    }

    /** Who caused it, as of then. */
    Actor actor() {
        return new Actor(Actor.Kind.valueOf(actorKind), authorId, actorName);
    }

    @Nullable Integer projectId() {
        return projectId;
    }

    @Nullable Integer environmentId() {
        return environmentId;
    }

    @Nullable Integer relatedObjectId() {
        return relatedObjectId;
    }

    @Nullable UUID relatedObjectUuid() {
        return relatedObjectUuid;
    }

    @Nullable String relatedObjectType() {
        return relatedObjectType;
    }

    boolean systemEvent() {
        return systemEvent;
    }

    String changeType() {
        return changeType;
    }

    String changeDetails() {
        return changeDetails;
    }
}
