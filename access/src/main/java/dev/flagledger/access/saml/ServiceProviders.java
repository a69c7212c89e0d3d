package dev.flagledger.access.saml;

import dev.flagledger.access.saml.metadata.ServiceProvider;
import dev.flagledger.access.saml.store.ServiceProviderKeys;
import dev.flagledger.api.saml.SamlConfiguration;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** This server as service provider of its configurations. */
@Component
@EnableConfigurationProperties(SamlSettings.class)
public final class ServiceProviders {

    private final ServiceProviderKeys keys;
    private final SamlSettings settings;

    ServiceProviders(ServiceProviderKeys keys, SamlSettings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    /** Returns the service provider of a configuration, which must exist, at the address that a request was sent to. */
    public ServiceProvider of(SamlConfiguration configuration, HttpServletRequest request) {
        var pair = keys.of(configuration.id());
        var consumer = base(request) + "/api/v1/auth/saml/" + configuration.name() + "/response/";
        return new ServiceProvider(configuration.name(), URI.create(consumer), pair.key(), pair.certificate());
    }

    private String base(HttpServletRequest request) {
        return settings.url() == null
                ? ServletUriComponentsBuilder.fromContextPath(request).toUriString()
                : settings.url().replaceFirst("/+$", "");
    }
}
