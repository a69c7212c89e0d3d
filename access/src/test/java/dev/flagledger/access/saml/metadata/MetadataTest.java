package dev.flagledger.access.saml.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.flagledger.access.saml.store.ServiceProviderKeys;
import dev.flagledger.access.saml.xml.SecureXml;
import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.InstallationSecret;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestIdentityProvider;
import dev.flagledger.testing.TurnedClock;
import java.net.URI;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class MetadataTest {

    private static final String VALID = TestIdentityProvider.make().metadata();

    @Test
    void metadataNamesTheProviderItsAddressAndItsKeys() throws InvalidMetadataException {
        var provider = IdentityProviderMetadata.read("\n  " + VALID);

        assertThat(provider.entityId()).isEqualTo(TestIdentityProvider.ENTITY_ID);
        assertThat(provider.singleSignOn()).isEqualTo(URI.create(TestIdentityProvider.SIGN_ON));
        assertThat(provider.keys()).hasSize(1);
    }

    @Test
    void keysOfADescriptorWithoutUseSignAndThoseForEncryptionDoNot() throws InvalidMetadataException {
        assertThat(IdentityProviderMetadata.read(VALID.replace(" use=\"signing\"", ""))
                        .keys())
                .hasSize(1);
        assertThat(problem(VALID.replace("use=\"signing\"", "use=\"encryption\"")))
                .isEqualTo("The metadata has no certificate for signatures.");
    }

    /** As Microsoft's providers do. */
    @Test
    void otherRolesAreIgnored() throws InvalidMetadataException {
        var roles = VALID.replace("<IDPSSODescriptor", """
                <RoleDescriptor xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:fed="http://docs.oasis-open.org/wsfed/federation/200706" xsi:type="fed:SecurityTokenServiceType"
                    protocolSupportEnumeration="http://docs.oasis-open.org/wsfed/federation/200706">
                  <fed:ClaimTypesOffered><fed:ClaimType Uri="urn:a"/></fed:ClaimTypesOffered>
                </RoleDescriptor>
                <IDPSSODescriptor""");

        assertThat(IdentityProviderMetadata.read(roles).keys()).hasSize(1);
    }

    @Test
    void aListOfOneProviderIsRead() throws InvalidMetadataException {
        var list = "<EntitiesDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\">"
                + VALID.replaceFirst("<\\?xml.*?\\?>", "") + "</EntitiesDescriptor>";

        assertThat(IdentityProviderMetadata.read(list).entityId()).isEqualTo(TestIdentityProvider.ENTITY_ID);
    }

    @Test
    void whatCannotBeUsedSaysWhy() {
        assertThat(problem("hello")).isEqualTo("The metadata is not XML of SAML 2.0.");
        assertThat(problem("<!DOCTYPE a>" + VALID.replaceFirst("<\\?xml.*?\\?>", "")))
                .isEqualTo("The metadata is not XML of SAML 2.0.");
        assertThat(problem(VALID.replaceAll("IDPSSODescriptor", "AttributeAuthorityDescriptor")))
                .startsWith("The metadata");
        assertThat(problem(VALID.replace("HTTP-Redirect", "SOAP")))
                .isEqualTo("The metadata has no address for single sign-on with the binding HTTP-Redirect.");
        assertThat(problem(VALID.replaceAll(
                        "(?s)<ds:X509Certificate>.*</ds:X509Certificate>",
                        "<ds:X509Certificate>AAAA</ds:X509Certificate>")))
                .isEqualTo("A certificate in the metadata cannot be read.");
    }

    @Test
    void thisServerDescribesItself() throws Exception {
        var jdbc = JdbcClient.create(TestDatabase.fresh().migrated().dataSource());
        var pair = new ServiceProviderKeys(
                        jdbc, new InstallationKey(jdbc, new InstallationSecret(jdbc, ""), ""), new TurnedClock())
                .draw();
        var here =
                new ServiceProvider("acme", URI.create("https://flags.test/response/"), pair.key(), pair.certificate());

        var written = ServiceProviderMetadata.write(here);

        var root = SecureXml.parse(written).getDocumentElement();
        assertThat(root.getAttribute("entityID")).isEqualTo("acme");
        assertThat(written)
                .contains("AuthnRequestsSigned=\"true\"")
                .contains("use=\"signing\"")
                .contains("use=\"encryption\"")
                .contains("Location=\"https://flags.test/response/\"")
                .contains(Base64.getEncoder().encodeToString(pair.certificate().getEncoded()));
    }

    private static String problem(String xml) {
        return catchThrowableOfType(InvalidMetadataException.class, () -> IdentityProviderMetadata.read(xml))
                .problem();
    }
}
