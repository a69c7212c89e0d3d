package dev.flagledger.query.audit.description.organisation;

import static dev.flagledger.contract.view.audit.AuditedKind.IDENTITY_PROVIDER;

import dev.flagledger.api.event.OidcProviderEvent;
import dev.flagledger.api.event.OidcProviderEvent.OidcProviderAdded;
import dev.flagledger.api.event.OidcProviderEvent.OidcProviderChanged;
import dev.flagledger.api.event.OidcProviderEvent.OidcProviderRemoved;
import dev.flagledger.api.provider.OidcProvider;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.query.audit.description.EventDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is told of the identity providers of organisations. */
final class ProviderDescriptions {

    /** Stands for the old and the new secret, which are not in the log. */
    private static final String HIDDEN = "(hidden)";

    private ProviderDescriptions() {}

    static Optional<EventDescription> of(Installation before, OidcProviderEvent event) {
        var old = before.organisation(event.organisationId())
                .map(organisation -> organisation.access().providers().oidc().get(event.providerId()));
        return switch (event) {
            case OidcProviderAdded e ->
                Optional.of(EventDescription.of(
                        IDENTITY_PROVIDER.created(e.provider().name())));
            case OidcProviderChanged e ->
                old.map(known -> EventDescription.of(
                        IDENTITY_PROVIDER.updated(e.provider().name()), changes(known, e)));
            case OidcProviderRemoved _ ->
                old.map(known -> EventDescription.of(IDENTITY_PROVIDER.deleted(known.name())));
        };
    }

    private static List<FieldChange> changes(OidcProvider old, OidcProviderChanged event) {
        var now = event.provider();
        var changes = new ArrayList<>(FieldChange.differing(
                new FieldChange("issuer", old.issuer(), now.issuer()),
                new FieldChange("client_id", old.clientId(), now.clientId()),
                new FieldChange("scopes", old.scopes(), now.scopes()),
                new FieldChange("groups_claim", old.groupsClaim(), now.groupsClaim()),
                new FieldChange("trust_email", old.trustsEmail(), now.trustsEmail()),
                new FieldChange("create_users", old.createsUsers(), now.createsUsers()),
                new FieldChange("role", old.role().name(), now.role().name())));
        if (event.secretChanged()) {
            changes.add(new FieldChange("client_secret", HIDDEN, HIDDEN));
        }
        return List.copyOf(changes);
    }
}
