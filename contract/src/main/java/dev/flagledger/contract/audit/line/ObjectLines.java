package dev.flagledger.contract.audit.line;

import dev.flagledger.contract.audit.line.AuditLine.ChangeType;
import dev.flagledger.contract.audit.line.AuditLine.Place;
import dev.flagledger.contract.audit.line.AuditLine.RelatedObject;
import dev.flagledger.contract.view.audit.AuditedKind;
import dev.flagledger.contract.view.audit.FieldChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates lines of objects that are created, updated and deleted, with the texts of their kinds. */
public final class ObjectLines {

    private ObjectLines() {}

    public static AuditLine created(AuditedKind kind, String name, Place place, @Nullable RelatedObject related) {
        return new AuditLine(kind.created(name), place, related, ChangeType.CREATE, List.of());
    }

    public static AuditLine updated(
            AuditedKind kind, String name, Place place, @Nullable RelatedObject related, List<FieldChange> changes) {
        return new AuditLine(kind.updated(name), place, related, ChangeType.UPDATE, changes);
    }

    /** The contract keeps no history of deleted segments. */
    public static AuditLine deleted(AuditedKind kind, String name, Place place, @Nullable RelatedObject related) {
        var type = kind == AuditedKind.SEGMENT ? ChangeType.UNKNOWN : ChangeType.DELETE;
        return new AuditLine(kind.deleted(name), place, related, type, List.of());
    }
}
