package dev.flagledger.engine.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.EnvironmentEvent.VersioningEnabled;
import dev.flagledger.api.event.ExportEvent.EventsExported;
import dev.flagledger.api.event.ExportEvent.Format;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.FeatureEvent.FeatureCreated;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.event.OrganisationEvent.EventsPruned;
import dev.flagledger.api.event.OrganisationEvent.OrganisationChanged;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.OrganisationEvent.RetentionChanged;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.WebhookEvent.WebhookAdded;
import dev.flagledger.api.event.WebhookEvent.WebhookChanged;
import dev.flagledger.api.event.WebhookEvent.WebhookRemoved;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompactionTest {

    private static final WebhookOwner OWNER = WebhookOwner.environment(Shop.LIVE);
    private static final WebhookSettings WEBHOOK = WebhookSettings.of("https://hooks.example.test/", true);

    private static final int USER = 70;

    private final History history = Shop.open();

    @Test
    void aSettingIsNeedlessOnceItIsStatedAnew() {
        addBasket();
        int first = next(toggled(true, null));
        int second = next(toggled(false, null));

        assertThat(needless()).containsExactly(first);

        next(toggled(true, null));
        assertThat(needless()).containsExactly(first, second);
    }

    @Test
    void sharesAreNeededUntilTheyAreStatedAnew() {
        addBasket();
        int shares = next(toggled(true, List.of()));
        next(toggled(false, null));
        assertThat(needless()).isEmpty();

        next(toggled(false, List.of()));
        assertThat(needless()).contains(shares);
    }

    @Test
    void whatAVersionKeepsIsNeeded() {
        addBasket();
        next(toggled(true, null));
        next(new VersioningEnabled(Shop.LIVE, Shop.id(60)));
        next(toggled(false, null));

        assertThat(needless()).isEmpty();
    }

    @Test
    void ofAFeatureThatIsDeletedOnlyItsBeginningAndItsEndAreNeeded() {
        int created = addBasket();
        int changed = next(toggled(true, null));
        int deleted = next(new FeatureDeleted(Shop.BASKET));

        assertThat(needless()).contains(changed).doesNotContain(created, deleted);
    }

    @Test
    void whatStaysInAnyCaseIsNotLeftOut() {
        addBasket();
        int first = next(toggled(true, null));
        int second = next(toggled(false, null));
        next(toggled(true, null));

        assertThat(leftovers(position -> position == first).needless().stream()).containsExactly(second);
    }

    @Test
    void anOverrideOfAFeatureThatIsDeletedStaysInTheStreamOfItsIdentity() {
        addBasket();
        int created = next(overridden());
        int changed = next(changed(true));
        next(new FeatureDeleted(Shop.BASKET));

        assertThat(needless()).doesNotContain(created, changed);
    }

    @Test
    void streamsOfIdentitiesCanBeLoadedWhenTheFeatureHasEnded() {
        addBasket();
        int created = next(overridden());
        int changed = next(changed(null));
        next(new IdentityOverrideRemoved(Shop.LIVE, USER, Shop.BASKET));
        next(new FeatureDeleted(Shop.BASKET));

        assertThat(needless()).doesNotContain(created, changed);
    }

    private static IdentityOverrideCreated overridden() {
        return new IdentityOverrideCreated(
                Shop.LIVE, USER, "user", Shop.BASKET, 500, Shop.id(500), new Setting(true, FeatureValue.NONE));
    }

    private static IdentityOverrideUpdated changed(@Nullable Boolean enabled) {
        return new IdentityOverrideUpdated(
                Shop.LIVE, USER, Shop.BASKET, 500, new SettingChange(enabled, FeatureValue.NONE, List.of()));
    }

    @Test
    void ofAProjectThatIsDeletedOnlyTheIdsAreNeeded() {
        int created = addBasket();
        int changed = next(toggled(true, null));
        int feature = next(new FeatureDeleted(Shop.BASKET));
        int project = next(new ProjectDeleted(Shop.PROJECT));

        assertThat(needless()).contains(changed, feature).doesNotContain(created, project);
    }

    @Test
    void ofAWebhookThatIsRemovedOnlyTheIdsAreNeeded() {
        int added = next(new WebhookAdded(42, OWNER, WEBHOOK));
        int changed = next(new WebhookChanged(42, OWNER, WEBHOOK.with("https://moved.example.test/", true), false));
        assertThat(needless()).isEmpty();
        assertThat(leftovers().changed(added))
                .isEqualTo(new WebhookAdded(42, OWNER, WEBHOOK.with("https://moved.example.test/", true)));

        next(new WebhookRemoved(42, OWNER));
        assertThat(needless()).contains(changed).doesNotContain(added);
        assertThat(leftovers().changed(added)).isEqualTo(new WebhookAdded(42, OWNER, WebhookSettings.of("", false)));
    }

    @Test
    void nothingIsNeededOfAWebhookOfAnEnvironmentThatIsDeleted() {
        int added = next(new WebhookAdded(42, OWNER, WEBHOOK));
        int changed = next(new WebhookChanged(42, OWNER, WEBHOOK.with("https://moved.example.test/", true), false));
        next(new EnvironmentDeleted(Shop.LIVE));

        assertThat(needless()).contains(added, changed);
    }

    @Test
    void organisationsAndProjectsBeginWithWhatWasStatedLast() {
        var settings = new OrganisationSettings("Renamed", null, false, false);
        next(new OrganisationChanged(Shop.ORGANISATION, settings));
        next(new ProjectChanged(Shop.PROJECT, Shop.project(true)));

        assertThat(leftovers().changed().values())
                .contains(new OrganisationCreated(Shop.ORGANISATION, Shop.id(3), settings))
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                ProjectCreated.class,
                                created -> assertThat(created.settings()).isEqualTo(Shop.project(true))));
    }

    @Test
    void whatIsAboutRetentionIsAlwaysNeeded() {
        next(new RetentionChanged(Shop.ORGANISATION, 30));
        next(new RetentionChanged(Shop.ORGANISATION, 40));
        next(new EventsPruned(Shop.ORGANISATION, 1));
        next(new EventsPruned(Shop.ORGANISATION, 2));

        assertThat(needless()).isEmpty();
    }

    @Test
    void exportsAreNeverNeeded() {
        int ofAll = next(new EventsExported(Shop.id(80), List.of(Shop.ORGANISATION), null, Format.CSV, "search=Anna"));
        int ofOne = next(new EventsExported(Shop.id(81), List.of(), Shop.PROJECT, Format.EXTRACT, ""));

        assertThat(needless()).containsExactly(ofAll, ofOne);
    }

    @Test
    void aProposalThatChangesTheStateIsNotConfirmed() {
        var settings = Shop.settings("Live", "live-key");
        int confirmed = next(new EnvironmentChanged(Shop.LIVE, settings));
        next(new EnvironmentChanged(Shop.LIVE, settings));
        assertThat(needless()).containsExactly(confirmed);

        next(new WebhookAdded(42, OWNER, WEBHOOK));
        assertThat(Compaction.of(new OneMoreLater(), _ -> false)).isEqualTo(new Leftovers(new BitSet(), Map.of()));
    }

    @Test
    void theEventsAreReadAtMost61Times() {
        for (int i = 0; i < 100; i++) {
            next(new EnvironmentChanged(Shop.LIVE, Shop.settings("Live", "live-key")));
        }
        next(new WebhookAdded(42, OWNER, WEBHOOK));
        var events = new OneMoreLater();

        assertThat(Compaction.of(events, _ -> false)).isEqualTo(new Leftovers(new BitSet(), Map.of()));
        assertThat(events.reads).isEqualTo(61);
    }

    /** There is one more event when they are read without the proposals, so that these seem to matter. */
    private final class OneMoreLater implements Compaction.Events {

        private int reads;

        @Override
        public void read(Compaction.Reader reader) {
            CompactionPropertiesTest.events(history, history.events().size() - (reads++ < 2 ? 1 : 0))
                    .read(reader);
        }
    }

    @Test
    void anEventThatCannotBeFoldedIsReported() {
        int created = addBasket();
        next(toggled(true, null));
        next(toggled(false, null));
        var events = CompactionPropertiesTest.events(history, history.events().size());

        assertThatThrownBy(() -> Compaction.of(
                        reader -> events.read((event, project) -> {
                            if (event.position() > created) {
                                reader.accept(event, project);
                            }
                        }),
                        _ -> false))
                .isInstanceOf(IllegalStateException.class);
    }

    private int addBasket() {
        return next(Shop.feature(Shop.BASKET, "basket", 100, 101));
    }

    private int next(LedgerEvent event) {
        history.then(event);
        return history.events().size();
    }

    private static FeatureStateUpdated toggled(boolean enabled, @Nullable List<Variant> shares) {
        return new FeatureStateUpdated(
                Shop.LIVE, Shop.BASKET, 100, new SettingChange(enabled, FeatureValue.NONE, shares));
    }

    @Test
    void beginningsTakeOverWhatWasStatedLast() {
        int created = addBasket();
        next(new FeatureChanged(Shop.BASKET, Shop.details("first", false, false)));
        next(new FeatureChanged(Shop.BASKET, Shop.details("last", false, false)));

        assertThat(leftovers().changed(created))
                .isInstanceOfSatisfying(
                        FeatureCreated.class,
                        event -> assertThat(event.details().description()).isEqualTo("last"));
    }

    @Test
    void theBeginningOfWhatHasEndedTellsNothingButIds() {
        int created = addBasket();
        next(new FeatureDeleted(Shop.BASKET));

        assertThat(leftovers().changed(created)).isInstanceOfSatisfying(FeatureCreated.class, event -> {
            assertThat(event.name()).isEmpty();
            assertThat(event.states()).isEmpty();
            assertThat(event.featureId()).isEqualTo(Shop.BASKET);
        });
    }

    @Test
    void theBeginningsInAProjectThatHasEndedTellNothingButIds() {
        int created = addBasket();
        next(new ProjectDeleted(Shop.PROJECT));

        assertThat(leftovers().changed().values())
                .hasSize(4)
                .allSatisfy(event -> assertThat(event.toString()).doesNotContain("basket", "Live", "Shop"));
        assertThat(leftovers().changed(created)).isNotNull();
    }

    private List<Integer> needless() {
        return leftovers().needless().stream().boxed().toList();
    }

    private Leftovers leftovers() {
        return leftovers(_ -> false);
    }

    private Leftovers leftovers(LongPredicate stays) {
        return Compaction.of(
                CompactionPropertiesTest.events(history, history.events().size()), stays);
    }
}
