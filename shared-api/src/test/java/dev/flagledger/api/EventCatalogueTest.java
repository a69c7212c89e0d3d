package dev.flagledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.LogEvent;
import dev.flagledger.api.event.UserEvent.UserRegistered;
import dev.flagledger.api.user.UserCommand;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {

    private static final EventCatalogue CATALOGUE = new EventCatalogue();

    @Test
    void everyEventHasAStoredName() {
        assertThat(ModuleClasses.recordsThatAre(LogEvent.class))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(EventCatalogue.types().values());
    }

    @Test
    void everyFamilyOfEventsIsSealed() {
        assertThat(ModuleClasses.interfacesBelow(LogEvent.class)).hasSize(30).allMatch(Class::isSealed);
    }

    @Test
    void namesAndTypesCorrespond() {
        EventCatalogue.types().forEach((name, type) -> {
            assertThat(CATALOGUE.typeOf(name)).contains(type);
            assertThat(CATALOGUE.nameOf(type)).contains(name);
        });
    }

    @Test
    void otherTypesHaveNoName() {
        assertThat(CATALOGUE.nameOf(UserCommand.LogIn.class)).isEmpty();
        assertThat(CATALOGUE.typeOf(UserRegistered.class.getName())).isEmpty();
    }

    @Test
    void aNameIsAConceptAndAPastParticiple() {
        assertThat(EventCatalogue.types().keySet())
                .allMatch(name ->
                        name.matches("[a-z]+(-[a-z]+)?\\.([a-z]+-)*([a-z]+ed|(un)?proven|forgotten)(-in|-out)?"));
        EventCatalogue.types()
                .forEach((name, type) -> assertThat(type.getEnclosingClass().getSimpleName())
                        .isEqualToIgnoringCase(name.split("\\.", 2)[0].replace("-", "") + "Event"));
    }

    /** Existing logs contain these names. Lines may be added here, but never changed or removed. */
    @Test
    void storedNamesNeverChange() {
        assertThat(EventCatalogue.types().keySet())
                .containsExactly(
                        "account.activated",
                        "account.activation-awaited",
                        "account.deactivated",
                        "account.email-changed",
                        "account.onboarding-changed",
                        "account.origin-added",
                        "account.password-changed",
                        "account.password-reset-requested",
                        "account.superuser-granted",
                        "account.superuser-revoked",
                        "code.scanned",
                        "environment.changed",
                        "environment.cloned",
                        "environment.created",
                        "environment.deleted",
                        "environment.features-exported",
                        "environment.first-evaluated",
                        "environment.server-key-added",
                        "environment.server-key-changed",
                        "environment.server-key-first-used",
                        "environment.server-key-removed",
                        "environment.trait-deleted",
                        "environment.versioning-disabled",
                        "environment.versioning-enabled",
                        "erasure.former-identity-erased",
                        "erasure.identity-erased",
                        "erasure.invited-person-erased",
                        "erasure.user-erased",
                        "export.events-exported",
                        "factor.activated",
                        "factor.backup-code-used",
                        "factor.deactivated",
                        "factor.failed",
                        "feature.changed",
                        "feature.created",
                        "feature.deleted",
                        "feature.group-owners-changed",
                        "feature.option-added",
                        "feature.option-changed",
                        "feature.option-removed",
                        "feature.owners-changed",
                        "feature.type-changed",
                        "flag.segment-override-created",
                        "flag.segment-override-removed",
                        "flag.segment-override-updated",
                        "flag.segment-placed",
                        "flag.segments-ordered",
                        "flag.state-updated",
                        "grant.permissions-changed",
                        "grant.permissions-granted",
                        "grant.permissions-removed",
                        "group.admin-changed",
                        "group.changed",
                        "group.created",
                        "group.deleted",
                        "group.members-added",
                        "group.members-removed",
                        "health.changed",
                        "health.provider-added",
                        "health.provider-removed",
                        "identity.created",
                        "identity.deleted",
                        "identity.renamed",
                        "identity.traits-changed",
                        "invite.accepted",
                        "invite.created",
                        "invite.deleted",
                        "invite.link-created",
                        "invite.link-deleted",
                        "invite.link-used",
                        "invite.repeated",
                        "login-link.added",
                        "login-link.removed",
                        "login-rule.domain-added",
                        "login-rule.domain-proven",
                        "login-rule.domain-record-missed",
                        "login-rule.domain-removed",
                        "login-rule.domain-unproven",
                        "login-rule.policy-changed",
                        "managed-identity.created",
                        "managed-identity.deleted",
                        "managed-identity.override-created",
                        "managed-identity.override-removed",
                        "managed-identity.override-updated",
                        "managed-identity.renamed",
                        "managed-identity.traits-changed",
                        "metadata.attachment-changed",
                        "metadata.field-attached",
                        "metadata.field-changed",
                        "metadata.field-created",
                        "metadata.field-deleted",
                        "metadata.field-detached",
                        "oidc-provider.added",
                        "oidc-provider.changed",
                        "oidc-provider.removed",
                        "organisation.api-key-changed",
                        "organisation.api-key-created",
                        "organisation.api-key-first-used",
                        "organisation.api-key-revoked",
                        "organisation.changed",
                        "organisation.created",
                        "organisation.deleted",
                        "organisation.events-pruned",
                        "organisation.legal-hold-lifted",
                        "organisation.legal-hold-placed",
                        "organisation.member-joined",
                        "organisation.member-removed",
                        "organisation.member-role-changed",
                        "organisation.retention-changed",
                        "project.changed",
                        "project.created",
                        "project.deleted",
                        "project.tag-changed",
                        "project.tag-created",
                        "project.tag-deleted",
                        "role.changed",
                        "role.created",
                        "role.deleted",
                        "role.holder-added",
                        "role.holder-removed",
                        "role.rights-changed",
                        "role.rights-removed",
                        "saml.added",
                        "saml.changed",
                        "saml.mapping-added",
                        "saml.mapping-changed",
                        "saml.mapping-removed",
                        "saml.removed",
                        "scim.connected",
                        "scim.disconnected",
                        "scim.group-filled",
                        "scim.person-forgotten",
                        "scim.person-recorded",
                        "scim.token-changed",
                        "segment.changed",
                        "segment.created",
                        "segment.deleted",
                        "session.application-granted",
                        "session.application-revoked",
                        "session.ended",
                        "trust.changed",
                        "trust.created",
                        "trust.deleted",
                        "trust.token-issued",
                        "user.logged-in",
                        "user.logged-out",
                        "user.login-failed",
                        "user.login-locked",
                        "user.registered",
                        "user.renamed",
                        "version.discarded",
                        "version.drafted",
                        "version.edited",
                        "version.published",
                        "webhook.added",
                        "webhook.changed",
                        "webhook.messages-redelivered",
                        "webhook.paused",
                        "webhook.removed",
                        "webhook.resumed");
    }
}
