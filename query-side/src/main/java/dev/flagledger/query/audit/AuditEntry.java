package dev.flagledger.query.audit;

import dev.flagledger.api.event.RecordedEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A line of the audit log as it is kept. Never changed once written. */
@Entity
@Immutable
@Table(name = "audit_entry")
class AuditEntry implements Persistable<Integer> {

    @Id
    private int id;

    // Written for those who query the table; only those that are read here are private.
    long position;
    String actorName;
    int organisationId;

    private Instant createdDate;
    private String log;
    private @Nullable Integer authorId;
    private String actorKind;
    private @Nullable Integer projectId;
    private @Nullable Integer environmentId;
    private @Nullable Integer relatedObjectId;
    private @Nullable UUID relatedObjectUuid;
    private @Nullable String relatedObjectType;
    private boolean systemEvent;
    private String changeType;
    private String changeDetails;

    AuditEntry() {}

    AuditEntry(int id, RecordedEvent recorded, AuditLine line, String changeDetails) {
        this.id = id;
        this.position = recorded.position();
        this.createdDate = recorded.at();
        this.log = line.log();
        this.authorId = recorded.actor().id();
        this.actorKind = recorded.actor().kind().name();
        this.actorName = recorded.actor().name();
        var place = line.place();
        this.organisationId = place.organisationId();
        this.projectId = place.projectId();
        this.environmentId = place.environmentId();
        var about = line.about();
        if (about != null) {
            this.relatedObjectId = about.id();
            this.relatedObjectUuid = about.uuid();
            this.relatedObjectType = about.type().name();
        }
        this.systemEvent = false;
        this.changeType = line.changeType().name();
        this.changeDetails = changeDetails;
    }

    @Override
    public Integer getId() {
        return id;
    }

    /** The projection only ever adds lines. */
    @Override
    public boolean isNew() {
        return true;
    }

    Instant createdDate() {
        return createdDate;
    }

    String log() {
        return log;
    }

    /** The id of the user who did it; null when it was not a user. */
    @Nullable Integer authorId() {
        return "USER".equals(actorKind) ? authorId : null;
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
