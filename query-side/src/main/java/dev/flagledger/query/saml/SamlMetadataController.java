package dev.flagledger.query.saml;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.saml.SamlDirectory;
import dev.flagledger.access.saml.ServiceProviders;
import dev.flagledger.access.saml.metadata.ServiceProviderMetadata;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads the metadata of this server as a service provider, which everybody may have. */
@RestController
class SamlMetadataController {

    private static final String SAML_METADATA = "application/samlmetadata+xml";

    private final History<Installation> history;
    private final ServiceProviders providers;

    SamlMetadataController(History<Installation> history, ServiceProviders providers) {
        this.history = history;
        this.providers = providers;
    }

    @GetMapping(
            path = "/api/v1/auth/saml/{name}/metadata",
            produces = {
                MediaType.APPLICATION_XML_VALUE,
                MediaType.TEXT_XML_VALUE,
                SAML_METADATA,
                MediaType.APPLICATION_JSON_VALUE
            })
    ResponseEntity<String> metadata(@PathVariable String name, HttpServletRequest request) {
        var owned = found(SamlDirectory.named(history.state(), name), "SamlConfiguration");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .body(ServiceProviderMetadata.write(providers.of(owned.configuration(), request)));
    }
}
