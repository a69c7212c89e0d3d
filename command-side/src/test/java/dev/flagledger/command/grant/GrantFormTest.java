package dev.flagledger.command.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.testing.Forms;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantFormTest {

    private static final int OPS = 61;
    private static final GrantPlace SHOP = GrantPlace.project(Shop.PROJECT);
    private static final GrantPlace ACME = GrantPlace.organisation(Shop.ORGANISATION);
    private static final Organisation ORGANISATION = Shop.withBasket()
            .then(new GroupCreated(Shop.ORGANISATION, OPS, new GroupDetails("Ops", false, null)))
            .state()
            .organisation(Shop.ORGANISATION)
            .orElseThrow();
    private static final Grant CURRENT =
            new Grant(81, GrantHolder.user(Shop.BO), SHOP, true, List.of(Permission.VIEW_PROJECT));

    @Test
    void aUserOrAGroupIsGrantedPermissions() {
        assertThat(form("{'user': 2, 'permissions': ['VIEW_PROJECT', 'CREATE_FEATURE']}", GrantHolder.Kind.USER)
                        .create(9, SHOP))
                .isEqualTo(new Grant(
                        9,
                        GrantHolder.user(Shop.BO),
                        SHOP,
                        false,
                        List.of(Permission.VIEW_PROJECT, Permission.CREATE_FEATURE)));
        assertThat(form("{'group': 61, 'admin': true}", GrantHolder.Kind.GROUP).create(9, SHOP))
                .isEqualTo(new Grant(9, GrantHolder.group(OPS), SHOP, true, List.of()));
    }

    /** Admins of an organisation have the role, so that the last one is known. */
    @Test
    void nobodyBecomesAdminOfAnOrganisationByAGrant() {
        assertThat(form("{'user': 2, 'admin': true}", GrantHolder.Kind.USER)
                        .create(9, ACME)
                        .admin())
                .isFalse();
    }

    @Test
    void absentFieldsKeepTheirValuesUnlessAllIsReplaced() {
        assertThat(change("{}", false)).isEqualTo(CURRENT);
        assertThat(change("{'admin': false}", true))
                .isEqualTo(new Grant(81, GrantHolder.user(Shop.BO), SHOP, false, List.of()));
        assertThat(change("{'user': 1, 'permissions': []}", false))
                .isEqualTo(new Grant(81, GrantHolder.user(Shop.ANA), SHOP, true, List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {}                                             ; {user=[This field is required.]}
            {'user': 77}                                   ; {user=[Invalid pk "77" - object does not exist.]}
            {'user': 2, 'permissions': ['PROJECT_ADMIN']}  ; {permissions=[Invalid pk "PROJECT_ADMIN" - object does not exist.]}
            {'user': 2, 'permissions': ['view_project']}   ; {permissions=[Invalid pk "view_project" - object does not exist.]}
            {'user': 2, 'permissions': [7]}                ; {permissions=[Invalid pk "7" - object does not exist.]}
            """)
    void whatCannotBeGrantedIsReported(String sent, String problems) {
        assertThat(Forms.problems(() -> form(sent, GrantHolder.Kind.USER).create(9, SHOP)))
                .isEqualTo(problems);
    }

    private static Grant change(String sent, boolean replaces) {
        return form(sent, GrantHolder.Kind.USER).change(CURRENT, replaces);
    }

    private static GrantForm form(String sent, GrantHolder.Kind kind) {
        return new GrantForm(Forms.of(sent), ORGANISATION, kind);
    }
}
