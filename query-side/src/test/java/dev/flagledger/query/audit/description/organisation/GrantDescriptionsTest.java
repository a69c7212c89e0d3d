package dev.flagledger.query.audit.description.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.event.GrantEvent.PermissionsChanged;
import dev.flagledger.api.event.GrantEvent.PermissionsGranted;
import dev.flagledger.api.event.GrantEvent.PermissionsWithdrawn;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrantDescriptionsTest {

    private static final GrantPlace PLACE = GrantPlace.project(Shop.PROJECT);
    private static final Grant OF_BO =
            new Grant(9, GrantHolder.user(Shop.BO), PLACE, false, List.of(Permission.VIEW_PROJECT));

    /** Who lost the permissions would stand nowhere otherwise. */
    @Test
    void aGrantThatChangesItsHolderTellsOfBoth() {
        var now = new Grant(9, GrantHolder.user(Shop.ANA), PLACE, false, OF_BO.permissions());

        var told = GrantDescriptions.of(
                Shop.open()
                        .then(new PermissionsGranted(Shop.ORGANISATION, OF_BO))
                        .state(),
                new PermissionsChanged(Shop.ORGANISATION, now));

        assertThat(told.difference()).containsExactly(new FieldChange("holder", "user " + Shop.BO, "user " + Shop.ANA));
    }

    @Test
    void theOnlyHolderStandsInTheSummary() {
        var told = GrantDescriptions.of(
                Shop.open()
                        .then(new PermissionsGranted(Shop.ORGANISATION, OF_BO))
                        .state(),
                new PermissionsWithdrawn(Shop.ORGANISATION, 9, PLACE));

        assertThat(told.summary()).isEqualTo("Permissions withdrawn from user " + Shop.BO);
        assertThat(told.difference()).extracting(FieldChange::field).containsExactly("permissions", "admin");
    }
}
