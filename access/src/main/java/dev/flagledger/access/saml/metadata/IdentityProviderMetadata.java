package dev.flagledger.access.saml.metadata;

import dev.flagledger.access.saml.rejection.SamlRejectedException;
import dev.flagledger.access.saml.xml.Elements;
import dev.flagledger.access.saml.xml.SecureXml;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Reads the metadata of identity providers. */
public final class IdentityProviderMetadata {

    private static final String REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";
    private static final String ENTITY = "EntityDescriptor";
    private static final String ROLE = "IDPSSODescriptor";

    private IdentityProviderMetadata() {}

    /**
     * Reads metadata.
     *
     * @throws InvalidMetadataException if it does not describe one identity provider that can be used
     */
    public static IdentityProvider read(String xml) throws InvalidMetadataException {
        var roles = roles(root(xml));
        if (roles.size() != 1) {
            throw new InvalidMetadataException(
                    "The metadata describes " + roles.size() + " identity providers, not one.");
        }
        var role = roles.getFirst();
        var certificates = certificates(role);
        if (certificates.isEmpty()) {
            throw new InvalidMetadataException("The metadata has no certificate for signatures.");
        }
        var entity = (Element) role.getParentNode();
        return new IdentityProvider(entity.getAttribute("entityID"), singleSignOn(role), certificates);
    }

    private static Element root(String xml) throws InvalidMetadataException {
        try {
            return SecureXml.parse(xml).getDocumentElement();
        } catch (SamlRejectedException e) {
            throw new InvalidMetadataException("The metadata is not XML of SAML 2.0.");
        }
    }

    /** The root is an entity, or a list of some. */
    private static List<Element> roles(Element root) {
        var entities = Elements.is(root, Elements.METADATA, ENTITY)
                ? Stream.of(root)
                : Elements.below(root, Elements.METADATA, ENTITY);
        return entities.filter(entity -> !entity.getAttribute("entityID").isBlank())
                .flatMap(entity -> Elements.children(entity, Elements.METADATA, ROLE).stream())
                .toList();
    }

    private static URI singleSignOn(Element role) throws InvalidMetadataException {
        return Elements.children(role, Elements.METADATA, "SingleSignOnService").stream()
                .filter(service -> REDIRECT.equals(service.getAttribute("Binding")))
                .flatMap(service -> url(service.getAttribute("Location")).stream())
                .findFirst()
                .orElseThrow(() -> new InvalidMetadataException(
                        "The metadata has no address for single sign-on with the binding HTTP-Redirect."));
    }

    private static Optional<URI> url(String text) {
        try {
            return Optional.of(URI.create(text.strip()))
                    .filter(url -> url.getHost() != null && url.getRawFragment() == null)
                    .filter(url -> "https".equals(url.getScheme()) || "http".equals(url.getScheme()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A descriptor without use is for both. */
    private static List<X509Certificate> certificates(Element role) throws InvalidMetadataException {
        var texts = Elements.children(role, Elements.METADATA, "KeyDescriptor").stream()
                .filter(key -> !key.getAttribute("use").equals("encryption"))
                .flatMap(key -> Elements.below(key, Elements.SIGNATURES, "X509Certificate"))
                .map(Elements::text)
                .toList();
        var certificates = new ArrayList<X509Certificate>();
        for (var text : texts) {
            certificates.add(Certificates.parse(text));
        }
        return List.copyOf(certificates);
    }
}
