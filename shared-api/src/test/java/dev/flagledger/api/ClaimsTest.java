package dev.flagledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.environment.EnvironmentCommand.ChangeEnvironment;
import dev.flagledger.api.environment.EnvironmentCommand.CreateEnvironment;
import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.feature.FeatureCommand.CreateFeature;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.feature.Owners;
import dev.flagledger.api.metadata.FieldDefinition;
import dev.flagledger.api.metadata.MetadataCommand.ChangeField;
import dev.flagledger.api.metadata.MetadataCommand.CreateField;
import dev.flagledger.api.metadata.MetadataCommand.Owner;
import dev.flagledger.api.organisation.LoginRuleCommand.ProveDomain;
import dev.flagledger.api.organisation.LoginRuleCommand.RemoveDomain;
import dev.flagledger.api.organisation.LoginRuleCommand.UnproveDomain;
import dev.flagledger.api.organisation.LoginRuleCommand.VouchForDomain;
import dev.flagledger.api.project.ProjectCommand.CreateProject;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.api.user.UserCommand.RegisterUser;
import dev.flagledger.api.webhook.WebhookCommand.AddWebhook;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Scopes and case sensitivity of unique names. */
class ClaimsTest {

    private static final UUID ID = new UUID(0, 1);

    @Test
    void anEmailAddressIsUniqueEverywhereInAnyCase() {
        assertThat(new RegisterUser(7, ID, "Ana@Example.TEST", "Ana", "Lee").claims())
                .containsExactly(new Claim(Claim.Kind.EMAIL, "", "ana@example.test", "user-7"));
    }

    @Test
    void aFeatureNameIsUniqueInItsProjectInAnyCase() {
        assertThat(new CreateFeature(
                                5,
                                ID,
                                3,
                                "Basket",
                                FeatureType.STANDARD,
                                null,
                                false,
                                FeatureDetails.NONE,
                                Owners.NONE,
                                List.of())
                        .claims())
                .containsExactly(new Claim(Claim.Kind.FEATURE_NAME, "3", "basket", "feature-5"));
    }

    @Test
    void aMailDomainIsProvenForOneOrganisation() {
        var claim = new Claim(Claim.Kind.MAIL_DOMAIN, "", "acme.example", "mail-domain-7");

        assertThat(new ProveDomain(2, 7, "acme.example").claims()).containsExactly(claim);
        assertThat(new VouchForDomain(2, 7, "acme.example").claims()).containsExactly(claim);
        assertThat(new RemoveDomain(2, 7).ended()).containsExactly(claim.owner());
        assertThat(new UnproveDomain(2, 7).ended()).containsExactly(claim.owner());
    }

    @Test
    void aProjectNameIsUniqueInItsOrganisationCaseByCase() {
        var settings = new ProjectSettings("Shop", false, false, false, true, null, 30, null, false, false);

        assertThat(new CreateProject(3, ID, 2, settings).claims())
                .containsExactly(new Claim(Claim.Kind.PROJECT_NAME, "2", "Shop", "project-3"));
    }

    @Test
    void anEnvironmentNameIsUniqueInItsProjectAndItsKeyEverywhere() {
        var settings = new EnvironmentSettings(
                "Live", "kEy", null, null, true, null, null, null, true, false, true, List.of());

        assertThat(new CreateEnvironment(4, ID, 3, settings).claims())
                .containsExactly(
                        new Claim(Claim.Kind.ENVIRONMENT_NAME, "3", "Live", "environment-4"),
                        new Claim(Claim.Kind.ENVIRONMENT_KEY, "", "kEy", "environment-4"));
    }

    @Test
    void anEnvironmentHasOneWebhookForIdentitiesAndAnyNumberOfOthers() {
        var settings = WebhookSettings.of("https://ex.test/", true);

        assertThat(new AddWebhook(43, WebhookOwner.identities(4), settings).claims())
                .containsExactly(new Claim(Claim.Kind.IDENTITY_WEBHOOK, "", "4", "webhook-43"));
        assertThat(new AddWebhook(43, WebhookOwner.environment(4), settings).claims())
                .isEmpty();
    }

    @Test
    void unchangedNamesAreNotClaimedAgain() {
        var seen = new EnvironmentSettings(
                "Live", "kEy", null, null, true, null, null, null, true, false, true, List.of());
        var wanted =
                new EnvironmentSettings("Live", "nEw", null, null, true, null, null, null, true, true, true, List.of());

        assertThat(new ChangeEnvironment(4, 3, new Edit<>(seen, wanted)).claims())
                .containsExactly(new Claim(Claim.Kind.ENVIRONMENT_KEY, "", "nEw", "environment-4"));
    }

    @Test
    void aFieldNameIsUniqueWithinItsOwner() {
        var jira = new FieldDefinition("Jira", FieldDefinition.Type.URL, null);
        var link = new FieldDefinition("Jira", FieldDefinition.Type.STR, null);

        assertThat(new CreateField(6, new Owner(2, null), jira).claims())
                .containsExactly(new Claim(Claim.Kind.METADATA_FIELD, "2", "Jira", "metadata-field-6"));
        assertThat(new CreateField(6, new Owner(2, 3), jira).claims())
                .containsExactly(new Claim(Claim.Kind.METADATA_FIELD, "2/3", "Jira", "metadata-field-6"));
        assertThat(new ChangeField(6, new Owner(2, 3), new Edit<>(jira, link)).claims())
                .isEmpty();
    }
}
