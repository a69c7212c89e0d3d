package dev.flagledger.command.saml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.saml.SamlConfiguration;
import dev.flagledger.contract.error.text.access.SamlTexts;
import dev.flagledger.testing.Forms;
import dev.flagledger.testing.TestIdentityProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamlFormTest {

    private static final SamlConfiguration BLANK = new SamlConfiguration(3, "", "", null, false, true, Role.USER);
    private static final SamlConfiguration ACME = new SamlConfiguration(
            3, "acme", "https://a.test", TestIdentityProvider.make().metadata(), true, false, Role.ADMIN);

    @Test
    void aConfigurationIsRead() {
        assertThat(SamlForm.read(
                        Forms.of("{'name':' Acme-1 ','frontend_url':'http://localhost:8080','allow_idp_initiated':true,"
                                + "'create_users':false,'role':'ADMIN'}"),
                        BLANK))
                .isEqualTo(new SamlConfiguration(3, "Acme-1", "http://localhost:8080", null, true, false, Role.ADMIN));
    }

    @Test
    void whoLogsInBecomesAUserUnlessTheConfigurationSaysOtherwise() {
        var created = SamlForm.create(Forms.of("{'name':'acme','frontend_url':'https://a.test'}"));

        assertThat(created).isEqualTo(new SamlConfiguration(0, "acme", "https://a.test", null, false, true, Role.USER));
        assertThat(problems("{'role':'OWNER'}")).contains("role=[");
    }

    @Test
    void omittedFieldsKeepTheirValues() {
        assertThat(SamlForm.read(Forms.of("{}"), ACME)).isEqualTo(ACME);
        assertThat(SamlForm.read(Forms.of("{'idp_metadata_xml':''}"), ACME).metadata())
                .isNull();
        assertThat(SamlForm.read(Forms.of("{'idp_metadata_xml':null}"), ACME).metadata())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "acme/", "ä", "a.b", "configuration", "attribute-mapping", "login", "metadata"})
    void aNameIsAPartOfAddresses(String name) {
        assertThat(problems("{'name':'" + name + "'}")).isEqualTo("{name=[" + SamlTexts.NAME + "]}");
    }

    @Test
    void metadataHaveToBeOfUse() {
        assertThat(problems("{'idp_metadata_xml':'<x/>'}")).contains("idp_metadata_xml=[The metadata");
    }

    @Test
    void theDashboardHasAUrl() {
        assertThat(problems("{'frontend_url':'javascript:alert(1)'}")).contains("frontend_url=[");
        assertThat(problems("{'frontend_url':''}")).contains("frontend_url=[This field may not be blank.]");
    }

    @Test
    void nameAndDashboardAreRequired() {
        var form = Forms.of("{}");
        SamlForm.requireAll(form);
        assertThat(Forms.problems(form))
                .contains("name=[This field is required.]")
                .contains("frontend_url=[This field is required.]");
    }

    private static String problems(String json) {
        return Forms.problems(() -> SamlForm.read(Forms.of(json), ACME));
    }
}
