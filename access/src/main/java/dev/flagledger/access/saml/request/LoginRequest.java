package dev.flagledger.access.saml.request;

import dev.flagledger.access.saml.metadata.IdentityProvider;
import dev.flagledger.access.saml.metadata.ServiceProvider;
import dev.flagledger.access.saml.xml.Elements;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/** A request that an identity provider logs somebody in, in an address that the browser is sent to (SAML bindings, 3.4). */
public final class LoginRequest {

    private static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";

    private LoginRequest() {}

    /** Makes the address of a request with this id, signed with the service provider's key. */
    public static URI url(IdentityProvider to, ServiceProvider from, String id, Instant now) {
        try {
            var query = "SAMLRequest=" + encoded(deflated(xml(to, from, id, now))) + "&SigAlg="
                    + URLEncoder.encode(SignatureMethod.RSA_SHA256, StandardCharsets.UTF_8);
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(from.key());
            signature.update(query.getBytes(StandardCharsets.US_ASCII));
            var address = to.singleSignOn().toString();
            var separator = address.contains("?") ? "&" : "?";
            return URI.create(address + separator + query + "&Signature=" + encoded(signature.sign()));
        } catch (XMLStreamException | IOException | GeneralSecurityException e) {
            throw new IllegalStateException("a request that cannot be written", e);
        }
    }

    private static String xml(IdentityProvider to, ServiceProvider from, String id, Instant now)
            throws XMLStreamException {
        var text = new StringWriter();
        var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        xml.writeStartElement("samlp", "AuthnRequest", Elements.PROTOCOL);
        xml.writeNamespace("samlp", Elements.PROTOCOL);
        xml.writeAttribute("ID", id);
        xml.writeAttribute("Version", "2.0");
        xml.writeAttribute("IssueInstant", now.truncatedTo(ChronoUnit.SECONDS).toString());
        xml.writeAttribute("Destination", to.singleSignOn().toString());
        xml.writeAttribute("ProtocolBinding", POST);
        xml.writeAttribute("AssertionConsumerServiceURL", from.consumer().toString());
        xml.writeStartElement("saml", "Issuer", Elements.ASSERTIONS);
        xml.writeNamespace("saml", Elements.ASSERTIONS);
        xml.writeCharacters(from.entityId());
        xml.writeEndElement();
        xml.writeEndElement();
        return text.toString();
    }

    private static byte[] deflated(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            deflater.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String encoded(byte[] bytes) {
        return URLEncoder.encode(Base64.getEncoder().encodeToString(bytes), StandardCharsets.UTF_8);
    }
}
