package dev.flagledger.command.saml;

import dev.flagledger.access.saml.store.ServiceProviderKeys;
import dev.flagledger.api.saml.SamlCommand;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.ledger.command.NameClaims;
import org.springframework.stereotype.Component;

/** Ends what belongs to configurations outside the log. Takes part in the caller's transaction. */
@Component
public class SamlEndings {

    private final ServiceProviderKeys keys;
    private final SamlLinks links;
    private final NameClaims names;

    SamlEndings(ServiceProviderKeys keys, SamlLinks links, NameClaims names) {
        this.keys = keys;
        this.links = links;
        this.names = names;
    }

    /** Ends the keys and links of a configuration of an organisation, whose command releases its name. */
    void end(int organisation, int configurationId) {
        keys.remove(configurationId);
        links.forget(organisation, configurationId);
    }

    /** Ends everything of all configurations of an organisation, which is deleted. */
    public void endAllOf(Organisation organisation) {
        var ids = organisation.access().saml().byId().keySet();
        names.release(ids.stream().map(SamlCommand::ownerOf).toList());
        ids.forEach(id -> end(organisation.id(), id));
    }
}
