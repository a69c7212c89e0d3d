package dev.flagledger.access.permission;

import static dev.flagledger.api.access.Permission.DELETE_FEATURE;
import static dev.flagledger.api.access.Permission.VIEW_PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.grant.TaggedPermission;
import dev.flagledger.engine.state.organisation.role.RoleRights;
import java.util.List;
import org.junit.jupiter.api.Test;

class RightsSourceTest {

    private static final RightsSource LIMITED = RightsSource.of(
            null,
            new RoleRights(
                    4,
                    "Deployers",
                    List.of(),
                    false,
                    List.of(
                            new TaggedPermission(DELETE_FEATURE, List.of(11, 12)),
                            TaggedPermission.everywhere(VIEW_PROJECT))));

    @Test
    void aLimitedPermissionIsForFeaturesWithOneOfTheTags() {
        assertThat(LIMITED.grants(DELETE_FEATURE, List.of(12, 13))).isTrue();
        assertThat(LIMITED.grants(DELETE_FEATURE, List.of(13))).isFalse();
        assertThat(LIMITED.grants(DELETE_FEATURE, List.of())).isFalse();
        assertThat(LIMITED.names(DELETE_FEATURE)).isTrue();
    }

    @Test
    void othersAreForAllFeatures() {
        assertThat(LIMITED.grants(VIEW_PROJECT, List.of())).isTrue();
        assertThat(LIMITED.grants(VIEW_PROJECT, List.of(13))).isTrue();
    }

    @Test
    void aRoleIsNoDirectGrant() {
        assertThat(LIMITED.isDirect()).isFalse();
    }
}
