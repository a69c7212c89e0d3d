package dev.flagledger.query.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Actor;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.engine.Shop;
import org.junit.jupiter.api.Test;

class AdministeredEnvironmentsTest {

    @Test
    void anAdminOfTheOrganisationAdministersAllEnvironments() {
        assertThat(AdministeredEnvironments.of(as(Shop.ANA), Shop.PROJECT))
                .containsExactlyInAnyOrder(Shop.LIVE, Shop.STAGING);
    }

    @Test
    void anOrdinaryMemberAdministersNone() {
        assertThat(AdministeredEnvironments.of(as(Shop.BO), Shop.PROJECT)).isEmpty();
    }

    @Test
    void aProjectThatDoesNotExistIsNotFound() {
        assertThatThrownBy(() -> AdministeredEnvironments.of(as(Shop.ANA), 99))
                .isInstanceOf(Rejected.class)
                .hasMessage(new Rejection.Missing("Project").toString());
    }

    @Test
    void aProjectOfAnotherOrganisationIsForbidden() {
        assertThatThrownBy(() -> AdministeredEnvironments.of(as(99), Shop.PROJECT))
                .isInstanceOf(Rejected.class)
                .hasMessage(new Rejection.Forbidden().toString());
    }

    private static AccessContext as(int userId) {
        return new AccessContext(
                Shop.withBasket().then(Shop.viewedByBo()).state(), Actor.user(userId, "user@example.test"));
    }
}
