package dev.flagledger.webhook.outbox;

import dev.flagledger.api.Actor;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.audit.line.AuditLine.RelatedObject;
import dev.flagledger.contract.view.audit.AuditedLine;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the audit log with its id in the audit API. */
record NumberedLine(int id, RecordedEvent recorded, AuditLine line) implements AuditedLine {

    @Override
    public Instant createdDate() {
        return recorded.at();
    }

    @Override
    public String log() {
        return line.log();
    }

    @Override
    public Actor actor() {
        return recorded.actor();
    }

    @Override
    public @Nullable Integer projectId() {
        return line.place().projectId();
    }

    @Override
    public @Nullable Integer environmentId() {
        return line.place().environmentId();
    }

    @Override
    public @Nullable Integer relatedObjectId() {
        return related().map(RelatedObject::id).orElse(null);
    }

    @Override
    public @Nullable UUID relatedObjectUuid() {
        return related().map(RelatedObject::uuid).orElse(null);
    }

    @Override
    public @Nullable String relatedObjectType() {
        return related().map(related -> related.type().name()).orElse(null);
    }

    @Override
    public boolean systemEvent() {
        return false;
    }

    private Optional<RelatedObject> related() {
        return Optional.ofNullable(line.relatedObject());
    }
}
