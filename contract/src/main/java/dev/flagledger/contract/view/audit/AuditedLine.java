package dev.flagledger.contract.view.audit;

import dev.flagledger.api.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the audit log, as it is stored. */
public interface AuditedLine {

    int id();

    Instant createdDate();

    String log();

    /** Returns who caused it, as of then. */
    Actor actor();

    @Nullable Integer projectId();

    @Nullable Integer environmentId();

    @Nullable Integer relatedObjectId();

    @Nullable UUID relatedObjectUuid();

    @Nullable String relatedObjectType();

    boolean systemEvent();
}
