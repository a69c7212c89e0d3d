package dev.flagledger.access.saml;

import dev.flagledger.access.federation.FederatedProvider;
import dev.flagledger.access.federation.LinkedLogins;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.access.SamlTexts;
import dev.flagledger.engine.state.Installation;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Keeps users with SAML in the organisation that has them: whoever is linked with an identity provider by SAML founds no organisation, and
 * joins none but those whose providers they are linked with. What they were a member of before stays.
 */
@Component
public class SamlMembership {

    private final LinkedLogins links;

    public SamlMembership(LinkedLogins links) {
        this.links = links;
    }

    /**
     * Requires that a user may found an organisation.
     *
     * @throws Refusal if not
     */
    public void requireFounder(int user) {
        if (!providersOf(user).isEmpty()) {
            throw Refusal.detail(HttpStatus.FORBIDDEN, SamlTexts.NO_FOUNDER);
        }
    }

    /**
     * Requires that a user may join an organisation.
     *
     * @throws Refusal if not
     */
    public void requireMember(Installation installation, int user, int organisation) {
        if (!mayJoin(installation, user, organisation)) {
            throw Refusal.detail(HttpStatus.FORBIDDEN, SamlTexts.OTHER_ORGANISATION);
        }
    }

    /** Returns whether a user may join an organisation. */
    public boolean mayJoin(Installation installation, int user, int organisation) {
        var linked = providersOf(user);
        return linked.isEmpty()
                || installation.organisation(organisation).stream()
                        .flatMap(known -> known.access().saml().byId().keySet().stream())
                        .anyMatch(id -> linked.contains(new FederatedProvider(FederatedProvider.Kind.SAML, id).key()));
    }

    private List<String> providersOf(int user) {
        return links.providersOf(user).stream()
                .filter(key -> FederatedProvider.isOf(FederatedProvider.Kind.SAML, key))
                .toList();
    }
}
