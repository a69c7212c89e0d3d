package dev.flagledger.query.audit.description.organisation;

import dev.flagledger.api.event.GrantEvent;
import dev.flagledger.api.event.GrantEvent.PermissionsChanged;
import dev.flagledger.api.event.GrantEvent.PermissionsGranted;
import dev.flagledger.api.event.GrantEvent.PermissionsWithdrawn;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.contract.view.audit.AccessEventTexts;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.grant.Grants;
import dev.flagledger.query.audit.description.EventDescription;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is told of permissions granted. Holders are told by their ids, which are no personal data. */
final class GrantDescriptions {

    private GrantDescriptions() {}

    static EventDescription of(Installation before, GrantEvent event) {
        var old = grants(before, event).find(event.place(), event.grantId()).orElse(null);
        return switch (event) {
            case PermissionsGranted e -> of(AccessEventTexts.granted(holder(e.grant())), old, e.grant());
            case PermissionsChanged e -> of(AccessEventTexts.grantChanged(holder(e.grant())), old, e.grant());
            case PermissionsWithdrawn e ->
                of(
                        AccessEventTexts.grantWithdrawn(old == null ? Integer.toString(e.grantId()) : holder(old)),
                        old,
                        null);
        };
    }

    private static Grants grants(Installation before, GrantEvent event) {
        return before.projectOf(event.place().scope())
                .map(project -> project.grants())
                .or(() -> before.organisation(event.organisationId())
                        .map(organisation -> organisation.access().grants()))
                .orElse(Grants.NONE);
    }

    private static String holder(Grant grant) {
        return grant.holder().kind().name().toLowerCase(Locale.ROOT) + " "
                + grant.holder().id();
    }

    private static EventDescription of(String summary, @Nullable Grant old, @Nullable Grant now) {
        return EventDescription.of(
                summary,
                FieldChange.differing(
                        new FieldChange("holder", moved(old, now), moved(now, old)),
                        new FieldChange("permissions", keys(old), keys(now)),
                        new FieldChange("admin", admin(old), admin(now))));
    }

    /** The holder of a grant that had or has another one; the summary names the only one. */
    private static @Nullable String moved(@Nullable Grant grant, @Nullable Grant other) {
        return grant == null || other == null ? null : holder(grant);
    }

    private static @Nullable List<String> keys(@Nullable Grant grant) {
        return grant == null
                ? null
                : grant.permissions().stream().map(Enum::name).toList();
    }

    private static @Nullable Boolean admin(@Nullable Grant grant) {
        return grant == null ? null : grant.admin();
    }
}
