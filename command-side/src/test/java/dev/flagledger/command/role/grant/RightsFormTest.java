package dev.flagledger.command.role.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.grant.TaggedPermission;
import dev.flagledger.api.role.RoleGrant;
import dev.flagledger.testing.Forms;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightsFormTest {

    private static final TaggedPermission VIEW = TaggedPermission.everywhere(Permission.VIEW_ENVIRONMENT);
    private static final RoleGrant NOW = new RoleGrant(
            31,
            GrantPlace.environment(7),
            true,
            List.of(VIEW, new TaggedPermission(Permission.UPDATE_FEATURE_STATE, List.of(404))));

    @Test
    void thePermissionsAreReplacedWhole() {
        var read = read("{'admin': false, 'permissions': [{'permission_key': 'UPDATE_FEATURE_STATE', 'tags': [12, 11]},"
                + " {'permission_key': 'VIEW_ENVIRONMENT'}]}");

        assertThat(read.admin()).isFalse();
        assertThat(read.permissions())
                .containsExactly(VIEW, new TaggedPermission(Permission.UPDATE_FEATURE_STATE, List.of(11, 12)));
        assertThat(read("{'permissions': []}"))
                .isEqualTo(new RoleGrant(31, GrantPlace.environment(7), true, List.of()));
    }

    @Test
    void namesAreEnough() {
        assertThat(read("{'permissions': ['VIEW_ENVIRONMENT', 'VIEW_ENVIRONMENT']}")
                        .permissions())
                .containsExactly(VIEW);
    }

    @Test
    void nobodyIsAdminOfAnOrganisationByARole() {
        var organisation = new RoleGrant(31, GrantPlace.organisation(1), false, List.of());

        assertThat(RightsForm.read(Forms.of("{'admin': true, 'permissions': []}"), organisation, _ -> true)
                        .admin())
                .isFalse();
    }

    @Test
    void onlyADeletedTagOfThePermissionItselfCanStay() {
        assertThat(Forms.problems(
                        () -> read("{'permissions': [{'permission_key': 'UPDATE_FEATURE_STATE', 'tags': [404]}]}")))
                .isEqualTo("{}");
        assertThat(Forms.problems(
                        () -> read("{'permissions': [{'permission_key': 'CREATE_CHANGE_REQUEST', 'tags': [404]}]}")))
                .contains("Invalid pk \"404\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {}                                                          ; {permissions=[This field is required.]}
            {'permissions': null}                                       ; {permissions=[This field may not be null.]}
            {'permissions': ['FOO']}                                    ; {permissions=[Invalid pk "FOO" - object does not exist.]}
            {'permissions': ['ORGANISATION_ADMIN']}                     ; {permissions=[Invalid pk "ORGANISATION_ADMIN" - object does not exist.]}
            {'permissions': [{}]}                                       ; {permissions=[{permission_key=[This field is required.]}]}
            {'permissions': [{'permission_key': 'FOO'}]}                ; {permissions=[{permission_key=[Invalid pk "FOO" - object does not exist.]}]}
            {'permissions': [{'permission_key': 'VIEW_PROJECT', 'tags': [11]}]} ; {permissions=[{tags=[This permission cannot be limited to tags.]}]}
            """)
    void wrongPermissionsAreReported(String sent, String problems) {
        assertThat(Forms.problems(() -> read(sent))).isEqualTo(problems);
    }

    private static RoleGrant read(String sent) {
        return RightsForm.read(Forms.of(sent), NOW, tag -> tag < 20);
    }
}
