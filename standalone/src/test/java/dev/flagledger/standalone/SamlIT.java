package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestIdentityProvider;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Section 1.11 of the admin contract: the configurations of SAML. */
class SamlIT extends SamlConfigured {

    @Test
    void configurationsAreReadByAdminsOnly() {
        var one = shop.ana().get("auth/saml/configuration/" + name + "/").ok();
        assertThat(one.get("organisation").asInt()).isEqualTo(shop.organisation());
        assertThat(one.get("idp_metadata_xml").asString()).contains(TestIdentityProvider.ENTITY_ID);
        assertThat(shop.ana()
                        .get("auth/saml/configuration/?organisation=" + shop.organisation())
                        .ok()
                        .get("count")
                        .asInt())
                .isEqualTo(1);

        var stranger = anonymous.newUser();
        assertThat(stranger.get("auth/saml/configuration/" + name + "/").text())
                .isEqualTo("{\"detail\":\"No SamlConfiguration matches the given query.\"}");
        assertThat(stranger.get("auth/saml/configuration/?organisation=" + shop.organisation())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aConfigurationIsChangedAndDeleted() {
        var path = "auth/saml/configuration/" + name + "/";
        var changed =
                shop.ana().patch(path, Map.of("allow_idp_initiated", false)).ok();
        assertThat(changed.get("allow_idp_initiated").asBoolean()).isFalse();
        assertThat(changed.get("name").asString()).isEqualTo(name);

        assertThat(shop.ana().delete(path).status()).isEqualTo(204);
        assertThat(shop.ana().get(path).status()).isEqualTo(404);
        assertThat(anonymous.get("auth/saml/" + name + "/metadata/").status()).isEqualTo(404);
    }

    @Test
    void aNameIsUniqueInTheInstallation() {
        var again = Shop.in(SERVER);
        var taken = again.ana()
                .post(
                        "auth/saml/configuration/",
                        Map.of("organisation", again.organisation(), "name", name, "frontend_url", "https://a.test"));

        assertThat(taken.status()).isEqualTo(400);
        assertThat(taken.json().has("name")).isTrue();
    }

    @Test
    void attributesAreMapped() {
        int id = shop.ana()
                .get("auth/saml/configuration/" + name + "/")
                .ok()
                .get("id")
                .asInt();
        var mapping =
                Map.of("saml_configuration", id, "django_attribute_name", "email", "idp_attribute_name", "urn:mail");
        var made = shop.ana().post("auth/saml/attribute-mapping/", mapping).ok();
        var path = "auth/saml/attribute-mapping/" + made.get("id").asInt() + "/";

        assertThat(shop.ana()
                        .get("auth/saml/attribute-mapping/?saml_configuration=" + id)
                        .ok()
                        .get("results")
                        .get(0))
                .isEqualTo(made);
        assertThat(shop.ana()
                        .patch(path, Map.of("idp_attribute_name", "mail2"))
                        .ok()
                        .get("idp_attribute_name")
                        .asString())
                .isEqualTo("mail2");
        assertThat(anonymous
                        .newUser()
                        .post("auth/saml/attribute-mapping/", mapping)
                        .text())
                .contains("Invalid pk");
        assertThat(anonymous.newUser().delete(path).status()).isEqualTo(404);
        assertThat(shop.ana().delete(path).status()).isEqualTo(204);
        assertThat(shop.ana()
                        .get("auth/saml/attribute-mapping/?saml_configuration=0")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void thisServerDescribesItselfAsXml() {
        var answer = anonymous.with("Accept", "application/xml").get("auth/saml/" + name + "/metadata/");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.http().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/xml"));
        assertThat(answer.text()).contains("entityID=\"" + name + "\"").contains("Location=\"" + consumer() + "\"");
    }

    @Test
    void aLoginStartsWithARedirectInABody() {
        var answer = anonymous.post("auth/saml/" + name + "/request/", Map.of()).ok();

        assertThat(answer.get("status").asInt()).isEqualTo(302);
        var begin = answer.get("headers").get("Location").asString();
        assertThat(begin).isEqualTo(consumer().replace("response", "request"));
        var sent = anonymous.get("auth/saml/" + name + "/request/");
        assertThat(sent.status()).isEqualTo(302);
        assertThat(sent.http().headers().firstValue("Location").orElseThrow())
                .startsWith(TestIdentityProvider.SIGN_ON + "?SAMLRequest=")
                .contains("&SigAlg=")
                .contains("&Signature=");
        assertThat(sent.http().headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "Path=/api/v1/auth/saml/" + name + "/response/");
        assertThat(anonymous.post("auth/saml/nowhere/request/", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void withoutMetadataNoLoginStarts() {
        shop.ana()
                .patch("auth/saml/configuration/" + name + "/", Map.of("idp_metadata_xml", ""))
                .ok();

        assertThat(anonymous.post("auth/saml/" + name + "/request/", Map.of()).status())
                .isEqualTo(400);
    }
}
