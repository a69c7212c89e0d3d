package dev.flagledger.access.saml.trial;

import dev.flagledger.access.address.Loopback;
import dev.flagledger.access.saml.metadata.IdentityProvider;
import dev.flagledger.access.saml.metadata.ServiceProvider;
import dev.flagledger.contract.form.value.UrlRules;
import dev.flagledger.contract.view.login.Trial;
import java.net.URI;
import java.time.Instant;

/** Tells what is wrong with a configuration, from what is stored of it. Nobody is asked. */
public final class ConfigurationTrial {

    private ConfigurationTrial() {}

    /**
     * Tries a configuration whose metadata can be read.
     *
     * @param side this server, at the address that it would tell the identity provider
     * @param frontend the dashboard, to which browsers return
     */
    public static Trial of(IdentityProvider provider, ServiceProvider side, String frontend, Instant now) {
        var certificates = CertificateTrial.problemOf(provider.certificates(), now);
        if (certificates.isPresent()) {
            return Trial.failed("certificate", certificates.get());
        }
        if (!isConfidential(provider.singleSignOn())) {
            return Trial.failed(
                    "sign_on",
                    "The identity provider's address for requests, " + provider.singleSignOn() + ", is not HTTPS.");
        }
        if (UrlRules.problemOf(frontend).isPresent() || !isConfidential(URI.create(frontend))) {
            return Trial.failed(
                    "frontend_url",
                    "Browsers bring the code of a login to " + frontend
                            + ". Whoever reads the code can log in, so the address has to be HTTPS.");
        }
        return address(side, URI.create(frontend));
    }

    private static Trial address(ServiceProvider side, URI frontend) {
        var consumer = side.consumer();
        if (!isConfidential(consumer)) {
            return Trial.failed(
                    "address",
                    "Responses are expected at " + consumer
                            + ", which is not HTTPS: they can be read on the way, and some browsers forget after two minutes"
                            + " that they have begun a login. Set FLAGLEDGER_SERVER_URL if browsers use another address.");
        }
        if (Loopback.isHostOf(consumer) && !Loopback.isHostOf(frontend)) {
            return Trial.failed(
                    "address",
                    "Responses are expected at " + consumer
                            + ", which only browsers on the server's own machine reach. Ask"
                            + " by the address that browsers use, or set FLAGLEDGER_SERVER_URL to it.");
        }
        return Trial.passed("The entity id of this server is " + side.entityId() + ", and its address for responses "
                + consumer + ". The identity provider has to know both.");
    }

    /** Whether nobody can read on the way what is sent there. */
    private static boolean isConfidential(URI address) {
        return "https".equalsIgnoreCase(address.getScheme()) || Loopback.isHostOf(address);
    }
}
