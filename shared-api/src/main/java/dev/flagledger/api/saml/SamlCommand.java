package dev.flagledger.api.saml;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Claiming;
import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Releasing;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.organisation.OrganisationCommand;
import java.util.List;

/** Commands about an organisation's logins by SAML. */
public sealed interface SamlCommand extends LedgerCommand {

    int organisationId();

    @Override
    default String aggregateId() {
        return OrganisationCommand.streamOf(organisationId());
    }

    @Override
    default Scope scope() {
        return new Scope.OfOrganisation(organisationId());
    }

    /** Returns the owner of a configuration's name. */
    static String ownerOf(int configurationId) {
        return "saml-" + configurationId;
    }

    private static List<Claim> claims(SamlConfiguration configuration) {
        return List.of(new Claim(Claim.Kind.SAML_CONFIGURATION, "", configuration.name(), ownerOf(configuration.id())));
    }

    record AddSaml(int organisationId, SamlConfiguration configuration) implements SamlCommand, Claiming {
        @Override
        public List<Claim> claims() {
            return SamlCommand.claims(configuration);
        }
    }

    record ChangeSaml(int organisationId, Edit<SamlConfiguration> configuration) implements SamlCommand, Claiming {
        @Override
        public List<Claim> claims() {
            return SamlCommand.claims(configuration.wanted());
        }
    }

    /** Removes a configuration with its mappings. */
    record RemoveSaml(int organisationId, int configurationId) implements SamlCommand, Releasing {
        @Override
        public List<String> ended() {
            return List.of(ownerOf(configurationId));
        }
    }

    record AddMapping(int organisationId, SamlMapping mapping) implements SamlCommand {}

    record ChangeMapping(int organisationId, Edit<SamlMapping> mapping) implements SamlCommand {}

    record RemoveMapping(int organisationId, int mappingId) implements SamlCommand {}
}
