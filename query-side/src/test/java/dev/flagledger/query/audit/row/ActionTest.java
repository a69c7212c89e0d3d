package dev.flagledger.query.audit.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.LedgerEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionTest {

    @ParameterizedTest
    @CsvSource({
        "feature.created, CREATE",
        "environment.cloned, CREATE",
        "organisation.member-joined, CREATE",
        "flag.segments-ordered, UPDATE",
        "metadata.field-detached, UPDATE",
        "version.published, UPDATE",
        "organisation.api-key-revoked, DELETE",
        "erasure.user-erased, DELETE",
        "organisation.events-pruned, DELETE",
        "organisation.legal-hold-placed, CREATE",
        "organisation.legal-hold-lifted, DELETE",
        "user.logged-in, OTHER",
        "health.changed, UPDATE",
        "grant.permissions-granted, CREATE",
        "grant.permissions-changed, UPDATE",
        "grant.permissions-removed, DELETE",
        "account.superuser-granted, CREATE",
        "account.superuser-revoked, DELETE",
        "factor.activated, UPDATE",
        "factor.deactivated, UPDATE",
        "login-link.removed, DELETE",
        "login-rule.domain-proven, UPDATE",
        "scim.connected, CREATE",
        "scim.person-forgotten, DELETE",
        "session.ended, DELETE",
        "session.application-granted, CREATE",
        "session.application-revoked, DELETE"
    })
    void theActionIsThatOfTheLastWord(String type, Action action) {
        assertThat(Action.of(type)).isEqualTo(action);
    }

    @Test
    void anActionHasTheEventsOfItsWords() {
        assertThat(Action.DELETE.types()).contains("feature.deleted").doesNotContain("feature.created");
        assertThat(Action.CREATE.types())
                .as("what applications report is in another log")
                .doesNotContain("identity.created");
    }

    /** A new event is listed here if its name has none of the known words. */
    @Test
    void onlyEventsThatDecideNothingAreOthers() {
        assertThat(EventCatalogue.types().entrySet().stream()
                        .filter(type -> LedgerEvent.class.isAssignableFrom(type.getValue()))
                        .map(Map.Entry::getKey)
                        .filter(type -> Action.of(type) == Action.OTHER)
                        .toList())
                .containsExactly(
                        "account.activation-awaited",
                        "account.password-reset-requested",
                        "code.scanned",
                        "environment.features-exported",
                        "environment.first-evaluated",
                        "environment.server-key-first-used",
                        "export.events-exported",
                        "factor.backup-code-used",
                        "factor.failed",
                        "invite.accepted",
                        "invite.link-used",
                        "invite.repeated",
                        "login-rule.domain-record-missed",
                        "organisation.api-key-first-used",
                        "trust.token-issued",
                        "user.logged-in",
                        "user.logged-out",
                        "user.login-failed",
                        "user.login-locked",
                        "webhook.messages-redelivered",
                        "webhook.paused",
                        "webhook.resumed");
    }
}
