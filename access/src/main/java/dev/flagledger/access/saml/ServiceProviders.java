package dev.flagledger.access.saml;

import dev.flagledger.access.address.OwnAddress;
import dev.flagledger.access.saml.metadata.ServiceProvider;
import dev.flagledger.access.saml.store.ServiceProviderKeys;
import dev.flagledger.api.saml.SamlConfiguration;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.stereotype.Component;

/** This server as service provider of its configurations. */
@Component
public final class ServiceProviders {

    private final ServiceProviderKeys keys;
    private final OwnAddress address;

    ServiceProviders(ServiceProviderKeys keys, OwnAddress address) {
        this.keys = keys;
        this.address = address;
    }

    /** Returns the service provider of a configuration, which must exist, at the address that a request was sent to. */
    public ServiceProvider of(SamlConfiguration configuration, HttpServletRequest request) {
        var pair = keys.of(configuration.id());
        var consumer = address.of(request) + "/api/v1/auth/saml/" + configuration.name() + "/response/";
        return new ServiceProvider(configuration.name(), URI.create(consumer), pair.key(), pair.certificate());
    }
}
