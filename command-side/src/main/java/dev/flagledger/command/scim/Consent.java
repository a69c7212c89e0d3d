package dev.flagledger.command.scim;

import dev.flagledger.access.federation.FederatedProvider;
import dev.flagledger.access.federation.LinkedLogins;
import dev.flagledger.access.saml.SamlMembership;
import dev.flagledger.api.scim.ScimPerson;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.engine.state.organisation.Organisation;
import org.springframework.stereotype.Component;

/**
 * Knows who may be made a member without being asked. An account belongs to its user: an organisation may not make a member of anybody whose address
 * it knows, since it could then demand a second factor of them, and see their name.
 */
@Component
class Consent {

    private final LinkedLogins links;
    private final SamlMembership saml;

    Consent(LinkedLogins links, SamlMembership saml) {
        this.links = links;
        this.saml = saml;
    }

    /**
     * Returns whether a person may be made a member: the directory has opened their account, or it is linked with one of the organisation's
     * providers; and they have not left. Those whom the directory itself has taken out may return.
     */
    boolean given(CommandContext context, ScimPerson person) {
        var organisation = context.access().directed();
        int user = person.userId();
        if (!saml.mayJoin(context.installation(), user, organisation.id())) {
            return false;
        }
        if (organisation.access().invitations().former().contains(user)) {
            return person.takenOut();
        }
        return links.wasLinkedBy(user, organisation.id())
                || links.providersOf(user).stream()
                        .map(FederatedProvider::ofKey)
                        .anyMatch(provider -> isOwn(organisation, provider));
    }

    private static boolean isOwn(Organisation organisation, FederatedProvider provider) {
        return switch (provider.kind()) {
            case OIDC -> organisation.access().providers().oidc().containsKey(provider.id());
            case SAML -> organisation.access().saml().byId().containsKey(provider.id());
            case GOOGLE, GITHUB, LDAP -> false;
        };
    }
}
