package dev.flagledger.query.event;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.query.event.table.EventPlace;
import dev.flagledger.query.event.table.OfInstallation;
import dev.flagledger.query.event.table.OfOrganisations;
import dev.flagledger.query.event.table.OfProject;
import java.util.List;

/** The places whose events the caller may see. The permissions are those of the audit log. */
public final class EventPlaces {

    private EventPlaces() {}

    /** All organisations that the caller administers; a superuser administers the installation, and so the log with all that it has. */
    public static EventPlace administered(AccessContext access) {
        return access.may(Permission.INSTALLATION_ADMIN, new Scope.Everywhere())
                ? new OfInstallation(access.now().organisations().keySet())
                : new OfOrganisations(access.administeredOrganisations());
    }

    /** An organisation, if the caller administers it. */
    public static EventPlace ofOrganisation(AccessContext access, int id) {
        access.organisation(id, Permission.ORGANISATION_ADMIN);
        return new OfOrganisations(List.of(id));
    }

    /** A project, if the caller may view its audit log. */
    public static EventPlace ofProject(AccessContext access, int id) {
        access.project(id, Permission.VIEW_AUDIT_LOG);
        return new OfProject(id);
    }
}
