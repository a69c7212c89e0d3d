package dev.flagledger.query.audit;

import dev.flagledger.api.Actor;
import dev.flagledger.contract.view.audit.AuditedLine;
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
class AuditEntry implements AuditedLine {

    @Id
    private int id;

    private int organisationId;
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

    @Override
    public int id() {
        return id;
    }

    @Override
    public Instant createdDate() {
        return createdDate;
    }

    @Override
    public String log() {
        return log;
    }

    @Override
    public Actor actor() {
        return new Actor(Actor.Kind.valueOf(actorKind), authorId, actorName);
    }

    @Override
    public @Nullable Integer projectId() {
        return projectId;
    }

    @Override
    public @Nullable Integer environmentId() {
        return environmentId;
    }

    @Override
    public @Nullable Integer relatedObjectId() {
        return relatedObjectId;
    }

    @Override
    public @Nullable UUID relatedObjectUuid() {
        return relatedObjectUuid;
    }

    @Override
    public @Nullable String relatedObjectType() {
        return relatedObjectType;
    }

    @Override
    public boolean systemEvent() {
        return systemEvent;
    }

    int organisationId() {
        return organisationId;
    }

    String changeType() {
        return changeType;
    }

    String changeDetails() {
        return changeDetails;
    }
}
