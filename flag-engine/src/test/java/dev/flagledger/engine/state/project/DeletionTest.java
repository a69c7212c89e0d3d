package dev.flagledger.engine.state.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityRenamed;
import dev.flagledger.api.event.MetadataEvent.FieldAttached;
import dev.flagledger.api.event.MetadataEvent.FieldChanged;
import dev.flagledger.api.event.MetadataEvent.FieldCreated;
import dev.flagledger.api.event.OrganisationEvent.OrganisationDeleted;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.metadata.Attachment;
import dev.flagledger.api.metadata.ContentType;
import dev.flagledger.api.metadata.FieldDefinition;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Dependent objects are deleted too. */
class DeletionTest {

    private static final FeatureValue RED = FeatureValue.of("red");
    private static final int OWN_SEGMENT = 21;

    /** The basket is overridden in live, for anyone in beta, for a segment of its own and for an identity. */
    private final History history = Shop.withBasket()
            .then(
                    Shop.feature(11, "checkout", 110, 111),
                    Shop.segment(),
                    Shop.segment(OWN_SEGMENT, "basket only", Shop.BASKET),
                    Shop.overriddenForSegment(true, RED),
                    Shop.overriddenForSegment(OWN_SEGMENT, 1),
                    Shop.overriddenForIdentity(true, RED));

    @Test
    void deletingAFeatureDeletesItsFlagsAndSpecificSegments() {
        history.then(new FeatureDeleted(Shop.BASKET));

        assertThat(project().features()).containsOnlyKeys(11);
        assertThat(project().segments()).containsOnlyKeys(Shop.BETA);
        assertThat(live().flags()).containsOnlyKeys(11);
        assertThat(live().flagOfState(105)).isEmpty();
        assertThat(project().environment(Shop.STAGING).flags()).containsOnlyKeys(11);
        assertThat(history.state().projectOfFeature(Shop.BASKET)).isEmpty();
        assertThat(history.state().projectOfSegment(OWN_SEGMENT)).isEmpty();
    }

    @Test
    void deletingASegmentDeletesItsOverrides() {
        history.then(new SegmentDeleted(Shop.BETA));

        assertThat(project().segments()).containsOnlyKeys(OWN_SEGMENT);
        assertThat(live().flag(Shop.BASKET).segments()).containsOnlyKeys(OWN_SEGMENT);
        assertThat(live().flag(Shop.BASKET).identities()).isNotEmpty();
        assertThat(history.state().projectOfSegment(Shop.BETA)).isEmpty();
    }

    @Test
    void deletingAnEnvironmentReleasesItsKey() {
        history.then(new EnvironmentDeleted(Shop.LIVE));

        assertThat(project().environments()).containsOnlyKeys(Shop.STAGING);
        assertThat(history.state().environment(Shop.LIVE)).isEmpty();
        assertThat(history.state().projectOfEnvironment(Shop.LIVE)).isEmpty();
        assertThat(history.state().environmentOfKey("key-5")).isEmpty();
    }

    @Test
    void theKeyOfADeletedEnvironmentCanBeReused() {
        history.then(
                new EnvironmentDeleted(Shop.LIVE),
                new EnvironmentChanged(Shop.STAGING, Shop.settings("Staging", "key-5")));

        assertThat(history.state().environmentOfKey("key-5").map(Environment::id))
                .contains(Shop.STAGING);
    }

    @Test
    void deletingAProjectDeletesEverythingInIt() {
        history.then(new ProjectDeleted(Shop.PROJECT));

        var state = history.state();
        assertThat(state.projects()).isEmpty();
        assertThat(state.environment(Shop.LIVE)).isEmpty();
        assertThat(state.environmentOfKey("key-6")).isEmpty();
        assertThat(state.projectOfFeature(Shop.BASKET)).isEmpty();
        assertThat(state.projectOfSegment(Shop.BETA)).isEmpty();
        assertThat(state.organisations()).containsOnlyKeys(Shop.ORGANISATION);
    }

    @Test
    void deletingAnOrganisationDeletesEverythingInIt() {
        history.then(
                new FieldCreated(
                        34, Shop.ORGANISATION, null, new FieldDefinition("jira", FieldDefinition.Type.STR, null)),
                new OrganisationDeleted(Shop.ORGANISATION),
                new FieldAttached(34, new Attachment(35, ContentType.FEATURE, List.of())));

        var state = history.state();
        assertThat(state.organisations()).isEmpty();
        assertThat(state.projects()).isEmpty();
        assertThat(state.environmentOfKey("key-6")).isEmpty();
        assertThat(state.metadata().in(Shop.ORGANISATION)).isEmpty();
        assertThat(state.metadata().attached(35)).isEmpty();
        assertThat(state.users()).isNotEmpty();
    }

    @Test
    void deletingAProjectDeletesItsCustomFieldsAndRequirements() {
        var definition = new FieldDefinition("jira", FieldDefinition.Type.STR, null);
        var required = new Attachment(
                33, ContentType.FEATURE, List.of(new Attachment.Requirement(ContentType.PROJECT, Shop.PROJECT)));
        history.then(
                new FieldCreated(31, Shop.ORGANISATION, Shop.PROJECT, definition),
                new FieldAttached(31, new Attachment(32, ContentType.FEATURE, List.of())),
                new FieldCreated(34, Shop.ORGANISATION, null, definition),
                new FieldAttached(34, required),
                new ProjectDeleted(Shop.PROJECT),
                new FieldChanged(31, definition));

        var fields = history.state().metadata();
        assertThat(fields.field(31)).isEmpty();
        assertThat(fields.attached(32)).isEmpty();
        assertThat(fields.in(Shop.ORGANISATION))
                .singleElement()
                .satisfies(field -> assertThat(field.attachments())
                        .containsOnly(Map.entry(33, new Attachment(33, ContentType.FEATURE, List.of()))));
    }

    @Test
    void deletingAnIdentityDeletesItsOverrides() {
        history.then(new ManagedIdentityDeleted(Shop.LIVE, Shop.USER_88));

        assertThat(live().flag(Shop.BASKET).identities()).isEmpty();
        assertThat(live().updatedAt()).isEqualTo(history.last().at());
    }

    /** Whether it had any may depend on events that were pruned since. */
    @Test
    void deletingAnIdentityWithoutOverridesUpdatesTheTimeOnly() {
        var before = live();
        for (var event : List.of(
                new ManagedIdentityRenamed(Shop.LIVE, 4212, "user-90"), new ManagedIdentityDeleted(Shop.LIVE, 4212))) {
            history.then(event);
            assertThat(live()).isEqualTo(before.touched(history.last().at()));
        }
    }

    @Test
    void deletionsThatApplicationsCanSeeUpdateTheEnvironment() {
        history.then(new SegmentDeleted(Shop.BETA));
        assertThat(live().updatedAt()).isEqualTo(history.last().at());

        history.then(new FeatureDeleted(Shop.BASKET));
        assertThat(live().updatedAt()).isEqualTo(history.last().at());
        assertThat(project().environment(Shop.STAGING).updatedAt())
                .isEqualTo(history.last().at());
    }

    private Project project() {
        return history.state().project(Shop.PROJECT).orElseThrow();
    }

    private Environment live() {
        return project().environment(Shop.LIVE);
    }
}
