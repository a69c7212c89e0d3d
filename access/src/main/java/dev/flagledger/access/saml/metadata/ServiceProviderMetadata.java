package dev.flagledger.access.saml.metadata;

import dev.flagledger.access.saml.xml.Elements;
import java.io.StringWriter;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the metadata of this server, which administrators give to their identity provider. */
public final class ServiceProviderMetadata {

    private static final String METADATA = Elements.METADATA;
    private static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
    private static final String PROTOCOL = Elements.PROTOCOL;

    private ServiceProviderMetadata() {}

    /** Writes the metadata as an XML document. */
    public static String write(ServiceProvider provider) {
        try {
            var text = new StringWriter();
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.setDefaultNamespace(METADATA);
            xml.writeStartDocument();
            xml.writeStartElement(METADATA, "EntityDescriptor");
            xml.writeDefaultNamespace(METADATA);
            xml.writeAttribute("entityID", provider.entityId());
            writeRole(xml, provider);
            xml.writeEndElement();
            xml.writeEndDocument();
            return text.toString();
        } catch (XMLStreamException | CertificateEncodingException e) {
            throw new IllegalStateException("metadata that cannot be written", e);
        }
    }

    private static void writeRole(XMLStreamWriter xml, ServiceProvider provider)
            throws XMLStreamException, CertificateEncodingException {
        xml.writeStartElement(METADATA, "SPSSODescriptor");
        xml.writeAttribute("AuthnRequestsSigned", "true");
        xml.writeAttribute("WantAssertionsSigned", "true");
        xml.writeAttribute("protocolSupportEnumeration", PROTOCOL);
        writeKey(xml, provider, "signing");
        writeKey(xml, provider, "encryption");
        xml.writeEmptyElement(METADATA, "AssertionConsumerService");
        xml.writeAttribute("Binding", POST);
        xml.writeAttribute("Location", provider.consumer().toString());
        xml.writeAttribute("index", "0");
        xml.writeAttribute("isDefault", "true");
        xml.writeEndElement();
    }

    private static void writeKey(XMLStreamWriter xml, ServiceProvider provider, String use)
            throws XMLStreamException, CertificateEncodingException {
        xml.writeStartElement(METADATA, "KeyDescriptor");
        xml.writeAttribute("use", use);
        xml.writeStartElement("ds", "KeyInfo", XMLSignature.XMLNS);
        xml.writeNamespace("ds", XMLSignature.XMLNS);
        xml.writeStartElement("ds", "X509Data", XMLSignature.XMLNS);
        xml.writeStartElement("ds", "X509Certificate", XMLSignature.XMLNS);
        xml.writeCharacters(
                Base64.getEncoder().encodeToString(provider.certificate().getEncoded()));
        for (int open = 0; open < 4; open++) {
            xml.writeEndElement();
        }
    }
}
