package dev.flagledger.contract.audit.event;

import dev.flagledger.api.environment.ServerKey;
import dev.flagledger.contract.view.audit.FieldChange;
import java.util.List;

/** The changed fields of the server-side keys of environments. */
final class ServerKeyFields {

    private ServerKeyFields() {}

    static List<FieldChange> changes(ServerKey old, ServerKey now) {
        return FieldChange.differing(
                new FieldChange("name", old.name(), now.name()),
                new FieldChange("active", old.active(), now.active()),
                FieldChange.ofTime("expires_at", old.expiresAt(), now.expiresAt()));
    }
}
