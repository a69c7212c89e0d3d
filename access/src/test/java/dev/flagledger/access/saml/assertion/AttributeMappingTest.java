package dev.flagledger.access.saml.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.saml.Rejections;
import dev.flagledger.access.saml.rejection.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributeMappingTest {

    private static final String PERSISTENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
    private static final String TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";
    private static final String EMAIL = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";
    private static final String CLAIMS = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";

    @Test
    void customaryAttributesAreRead() {
        var user = AttributeMapping.CUSTOMARY.read(new Statements(
                "n",
                PERSISTENT,
                Map.of(
                        "uid", List.of("jdoe"),
                        "mail", List.of("jane@ex.test"),
                        "givenName", List.of("Jane"),
                        "sn", List.of("Doe"),
                        "groups", List.of("a", "b", "a"))));

        assertThat(user).isEqualTo(new SamlUser("jdoe", "jane@ex.test", "Jane", "Doe", List.of("a", "b")));
    }

    @Test
    void claimsOfMicrosoftAreRead() {
        var user = AttributeMapping.CUSTOMARY.read(new Statements(
                "n",
                PERSISTENT,
                Map.of(
                        CLAIMS + "emailaddress",
                        List.of("jane@ex.test"),
                        CLAIMS + "givenname",
                        List.of("Jane"),
                        CLAIMS + "surname",
                        List.of("Doe"),
                        "http://schemas.microsoft.com/ws/2008/06/identity/claims/groups",
                        List.of("9f"))));

        assertThat(user).isEqualTo(new SamlUser("n", "jane@ex.test", "Jane", "Doe", List.of("9f")));
    }

    @Test
    void whatIsMappedComesFirst() {
        var mapping = new AttributeMapping(List.of("urn:mail"), List.of("call"), List.of("NameID"), List.of("teams"));
        var user = mapping.read(new Statements(
                "n",
                PERSISTENT,
                Map.of(
                        "urn:mail", List.of("jane@ex.test"),
                        "mail", List.of("other@ex.test"),
                        "call", List.of("J"),
                        "teams", List.of("t"))));

        assertThat(user).isEqualTo(new SamlUser("n", "jane@ex.test", "J", "n", List.of("t")));
    }

    /** Otherwise a login at a provider that says nothing about groups would end all memberships. */
    @Test
    void nothingSaidAboutGroupsIsNotNone() {
        assertThat(named("Jane").groups()).isNull();

        var none = Map.of("mail", List.of("jane@ex.test"), "groups", List.<String>of());
        assertThat(AttributeMapping.CUSTOMARY
                        .read(new Statements("n", PERSISTENT, none))
                        .groups())
                .isEmpty();
    }

    @Test
    void aDisplayNameHasTwoParts() {
        var whole = named("Jane van Doe");
        assertThat(whole.firstName()).isEqualTo("Jane");
        assertThat(whole.lastName()).isEqualTo("van Doe");
        assertThat(named("Jane").lastName()).isEmpty();
    }

    @Test
    void aNameThatIsAnAddressIsOne() {
        assertThat(AttributeMapping.CUSTOMARY
                        .read(new Statements("jane@ex.test", EMAIL, Map.of()))
                        .email())
                .isEqualTo("jane@ex.test");
        assertThat(Rejections.of(
                        () -> AttributeMapping.CUSTOMARY.read(new Statements("jane@ex.test", PERSISTENT, Map.of()))))
                .isEqualTo(Reason.EMAIL);
    }

    @Test
    void aNameForOneSessionIdentifiesNobody() {
        var attributes = Map.of("mail", List.of("jane@ex.test"));
        assertThat(Rejections.of(() -> AttributeMapping.CUSTOMARY.read(new Statements("x1", TRANSIENT, attributes))))
                .isEqualTo(Reason.SUBJECT);

        var known = Map.of("mail", List.of("jane@ex.test"), "subject-id", List.of("jdoe@ex.test"));
        assertThat(AttributeMapping.CUSTOMARY
                        .read(new Statements("x1", TRANSIENT, known))
                        .subject())
                .isEqualTo("jdoe@ex.test");
    }

    private static SamlUser named(String name) {
        return AttributeMapping.CUSTOMARY.read(
                new Statements("n", PERSISTENT, Map.of("mail", List.of("jane@ex.test"), "displayName", List.of(name))));
    }
}
