package dev.flagledger.engine.retention;

import dev.flagledger.api.event.GrantEvent;
import dev.flagledger.api.event.GrantEvent.PermissionsChanged;
import dev.flagledger.api.event.GrantEvent.PermissionsGranted;
import dev.flagledger.api.event.GrantEvent.PermissionsWithdrawn;
import dev.flagledger.api.event.GroupEvent.GroupChanged;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyChanged;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyRevoked;
import dev.flagledger.api.event.OrganisationEvent.OrganisationChanged;
import dev.flagledger.api.event.RoleEvent.RoleChanged;
import dev.flagledger.api.event.RoleEvent.RoleRightsChanged;
import dev.flagledger.api.event.SamlEvent;
import dev.flagledger.api.event.SamlEvent.SamlAdded;
import dev.flagledger.api.event.SamlEvent.SamlChanged;
import dev.flagledger.api.event.SamlEvent.SamlMappingAdded;
import dev.flagledger.api.event.SamlEvent.SamlMappingChanged;
import dev.flagledger.api.event.SamlEvent.SamlMappingRemoved;
import dev.flagledger.api.event.SamlEvent.SamlRemoved;
import java.util.List;

/** What each event of an organisation states. An event that is not known to be needless is needed. */
final class OrganisationStatements {

    private static final String VALUE = "value";

    /** Stated by the removal only. */
    private static final String GONE = "gone";

    private OrganisationStatements() {}

    static Statement of(OrganisationEvent event) {
        return switch (event) {
            case OrganisationChanged e -> Statement.sets(List.of("organisation", e.organisationId()), VALUE);
            case ApiKeyCreated e -> Statement.until(List.of("api-key", e.key().id()), GONE);
            case ApiKeyChanged e -> Statement.sets(List.of("api-key", e.key().id()), VALUE);
            case ApiKeyRevoked e -> Statement.begins(List.of("api-key", e.keyId()), VALUE, GONE);
            case GroupChanged e -> Statement.sets(List.of("group", e.groupId()), VALUE);
            case GrantEvent e -> of(e);
            case RoleChanged e -> Statement.sets(List.of("role", e.roleId()), VALUE);
            case RoleRightsChanged e ->
                Statement.sets(List.of("role-grant", e.grant().id()), VALUE);
            case SamlEvent e -> of(e);
            // Who was a member decides who sees the events of accounts, which are kept.
            case OrganisationEvent _ -> Statement.NONE;
        };
    }

    private static Statement of(GrantEvent event) {
        var grant = List.of("grant", event.grantId());
        return switch (event) {
            case PermissionsGranted _ -> Statement.until(grant, GONE);
            case PermissionsChanged _ -> Statement.sets(grant, VALUE);
            case PermissionsWithdrawn _ -> Statement.begins(grant, VALUE, GONE);
        };
    }

    private static Statement of(SamlEvent event) {
        return switch (event) {
            case SamlAdded e ->
                Statement.until(List.of("saml", e.configuration().id()), GONE);
            case SamlChanged e ->
                Statement.sets(List.of("saml", e.configuration().id()), VALUE);
            case SamlRemoved e -> Statement.begins(List.of("saml", e.configurationId()), VALUE, GONE);
            case SamlMappingAdded e ->
                Statement.until(List.of("saml-mapping", e.mapping().id()), GONE);
            case SamlMappingChanged e ->
                Statement.sets(List.of("saml-mapping", e.mapping().id()), VALUE);
            case SamlMappingRemoved e -> Statement.begins(List.of("saml-mapping", e.mappingId()), VALUE, GONE);
        };
    }
}
