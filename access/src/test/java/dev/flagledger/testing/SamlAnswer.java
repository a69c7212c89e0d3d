package dev.flagledger.testing;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/** What an identity provider of tests answers: right unless a test changes something. Valid for five minutes. */
public final class SamlAnswer {

    /** The format of names that last. */
    public static final String PERSISTENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";

    private static final int SECONDS = 300;

    private final Instant now;
    private String id = "_" + UUID.randomUUID();
    private String issuer = TestIdentityProvider.ENTITY_ID;
    private String status = "urn:oasis:names:tc:SAML:2.0:status:Success";
    private String format = PERSISTENT;
    private String name = "jane";
    private String method = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
    private @Nullable String audience;
    private @Nullable String destination;
    private String recipient;
    private @Nullable String request;
    private @Nullable String responseTo;
    private boolean lasting;
    private final Map<String, List<String>> attributes = new LinkedHashMap<>();

    private SamlAnswer(String consumer, String audience, @Nullable String request, Instant now) {
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
        this.destination = consumer;
        this.recipient = consumer;
        this.audience = audience;
        this.request = request;
        this.responseTo = request;
    }

    /** An answer about Jane. */
    public static SamlAnswer to(String consumer, String audience, @Nullable String request, Instant now) {
        return new SamlAnswer(consumer, audience, request, now);
    }

    public SamlAnswer id(String changed) {
        id = changed;
        return this;
    }

    /** Who has made the assertion, but not the response. */
    public SamlAnswer issuer(String changed) {
        issuer = changed;
        return this;
    }

    public SamlAnswer status(String changed) {
        status = changed;
        return this;
    }

    public SamlAnswer name(String changed) {
        name = changed;
        return this;
    }

    public SamlAnswer format(String changed) {
        format = changed;
        return this;
    }

    public SamlAnswer method(String changed) {
        method = changed;
        return this;
    }

    public SamlAnswer audience(@Nullable String changed) {
        audience = changed;
        return this;
    }

    public SamlAnswer destination(@Nullable String changed) {
        destination = changed;
        return this;
    }

    public SamlAnswer recipient(String changed) {
        recipient = changed;
        return this;
    }

    /** The request that the response answers, but not the assertion. */
    public SamlAnswer responseTo(@Nullable String changed) {
        responseTo = changed;
        return this;
    }

    /** Leaves out until when the assertion may be brought. */
    public SamlAnswer lasting() {
        lasting = true;
        return this;
    }

    public SamlAnswer attribute(String attribute, String... values) {
        attributes.put(attribute, List.of(values));
        return this;
    }

    /** The response as a document, not signed. */
    public Document document() {
        return parsed("""
                <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_%s" Version="2.0" IssueInstant="%s"%s%s>\
                <saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">%s</saml:Issuer>\
                <samlp:Status><samlp:StatusCode Value="%s"/></samlp:Status>%s</samlp:Response>""".formatted(
                        UUID.randomUUID(),
                        now,
                        attribute("Destination", destination),
                        attribute("InResponseTo", responseTo),
                        TestIdentityProvider.ENTITY_ID,
                        status,
                        assertion()));
    }

    private String assertion() {
        return """
                <saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="%s" Version="2.0" IssueInstant="%s">\
                <saml:Issuer>%s</saml:Issuer><saml:Subject><saml:NameID Format="%s">%s</saml:NameID>\
                <saml:SubjectConfirmation Method="%s"><saml:SubjectConfirmationData Recipient="%s"%s%s/>\
                </saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="%s" NotOnOrAfter="%s">%s</saml:Conditions>\
                <saml:AuthnStatement AuthnInstant="%s"/><saml:AttributeStatement>%s</saml:AttributeStatement>\
                </saml:Assertion>""".formatted(
                        id,
                        now,
                        issuer,
                        format,
                        name,
                        method,
                        recipient,
                        attribute("InResponseTo", request),
                        lasting ? "" : attribute("NotOnOrAfter", end()),
                        now,
                        end(),
                        audience == null
                                ? ""
                                : "<saml:AudienceRestriction><saml:Audience>" + audience
                                        + "</saml:Audience></saml:AudienceRestriction>",
                        now,
                        statements());
    }

    private String end() {
        return now.plusSeconds(SECONDS).toString();
    }

    private String statements() {
        return attributes.entrySet().stream()
                .map(entry -> "<saml:Attribute Name=\"" + entry.getKey() + "\">"
                        + entry.getValue().stream()
                                .map(value -> "<saml:AttributeValue>" + value + "</saml:AttributeValue>")
                                .collect(Collectors.joining())
                        + "</saml:Attribute>")
                .collect(Collectors.joining());
    }

    private static String attribute(String attribute, @Nullable String value) {
        return value == null ? "" : " " + attribute + "=\"" + value + "\"";
    }

    static Document parsed(String xml) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
