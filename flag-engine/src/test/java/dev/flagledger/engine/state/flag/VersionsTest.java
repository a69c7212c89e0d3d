package dev.flagledger.engine.state.flag;

import static dev.flagledger.engine.Shop.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EnvironmentEvent.VersioningDisabled;
import dev.flagledger.api.event.EnvironmentEvent.VersioningEnabled;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.event.VersionEvent.VersionDiscarded;
import dev.flagledger.api.event.VersionEvent.VersionDrafted;
import dev.flagledger.api.event.VersionEvent.VersionEdited;
import dev.flagledger.api.event.VersionEvent.VersionPublished;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.OverrideChanges;
import dev.flagledger.api.flag.OverrideChanges.Start;
import dev.flagledger.api.flag.OverrideChanges.Upsert;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.version.VersionChanges;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.project.Environment;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The versions of the basket in the live environment. */
class VersionsTest {

    private static final FeatureValue RED = FeatureValue.of("red");
    private static final LedgerEvent ENABLED = new VersioningEnabled(Shop.LIVE, id(70));
    private static final UUID NEXT = id(71);
    private static final VersionChanges ON = new VersionChanges(SettingChange.toggle(true), OverrideChanges.NONE);
    private static final VersionChanges FOR_BETA = new VersionChanges(
            null,
            new OverrideChanges(
                    List.of(new Upsert(
                            Shop.BETA,
                            SettingChange.toggle(true),
                            new Start(Shop.ids(120, 61), new Setting(true, RED)))),
                    List.of(),
                    Map.of()));
    private static final LedgerEvent DRAFTED = new VersionDrafted(Shop.LIVE, Shop.BASKET, NEXT, "autumn", FOR_BETA);

    private final History history = Shop.withBasket().then(Shop.segment(), ENABLED);

    @Test
    void eachFlagStartsWithAVersionWithoutAnAuthor() {
        var first = versions().live().orElseThrow();

        assertThat(first.createdBy()).isNull();
        assertThat(first.createdAt()).isEqualTo(history.last().at());
        assertThat(first.uuid()).isEqualTo(UUID.fromString("cfd2caeb-8c4c-3921-91a3-0ecb16a8a24d"));
        assertThat(versions().newestFirst()).containsExactly(first);
        assertThat(versions().before(first)).isEmpty();
    }

    @Test
    void laterFlagsStartWithAVersionToo() {
        history.then(Shop.feature(9, "later", 107, 108));

        assertThat(environment(Shop.LIVE).flag(9).versions().live()).isPresent();
        assertThat(environment(Shop.LIVE).flag(9).versions().live())
                .isNotEqualTo(versions().live());
        assertThat(environment(Shop.STAGING).flag(9).versions().live()).isEmpty();
        assertThat(environment(Shop.STAGING).versioning()).isNull();
    }

    @Test
    void aDraftDoesNotUpdateTheEnvironment() {
        var before = environment(Shop.LIVE);
        history.then(DRAFTED);

        assertThat(environment(Shop.LIVE).updatedAt()).isEqualTo(before.updatedAt());
        assertThat(flag().changedAt()).isEqualTo(before.flag(Shop.BASKET).changedAt());
        assertThat(flag().segments()).isEmpty();
        assertThat(in(NEXT).segment(Shop.BETA).state())
                .isEqualTo(new FeatureState(
                        120,
                        id(120),
                        new Setting(true, RED),
                        history.last().at(),
                        history.last().at()));
        assertThat(versions().newestFirst()).extracting(Version::isPublished).containsExactly(false, true);
    }

    @Test
    void aDraftShowsConcurrentPublications() {
        history.then(DRAFTED, new VersionEdited(Shop.LIVE, Shop.BASKET, NEXT, ON), Shop.set(false, RED));

        assertThat(in(NEXT).environmentDefault().setting()).isEqualTo(new Setting(true, RED));
        assertThat(in(NEXT).segments()).containsOnlyKeys(Shop.BETA);
    }

    @Test
    void aPublishedDraftIsTheNewestVersion() {
        history.then(DRAFTED, Shop.overriddenForSegment(true, RED), published("autumn"));
        var live = versions().live().orElseThrow();

        assertThat(live.uuid()).isEqualTo(NEXT);
        assertThat(live.description()).isEqualTo("autumn");
        assertThat(live.createdBy()).isEqualTo(Shop.ANA);
        assertThat(live.createdAt()).isBefore(live.updatedAt());
        assertThat(versions().drafts()).isEmpty();
        assertThat(versions().before(live)).isPresent();
        assertThat(in(NEXT)).isSameAs(flag());
    }

    @Test
    void earlierVersionsAreSnapshots() {
        var first = versions().live().orElseThrow().uuid();
        history.then(Shop.set(true, RED), published(null));
        history.then(Shop.overriddenForSegment(true, RED), new VersionPublished(Shop.LIVE, Shop.BASKET, id(72), null));

        assertThat(in(first).environmentDefault().setting()).isEqualTo(new Setting(false, FeatureValue.of("blue")));
        assertThat(in(NEXT).environmentDefault().setting()).isEqualTo(new Setting(true, RED));
        assertThat(in(NEXT).segments()).isEmpty();
        assertThat(in(NEXT).environmentDefault().id())
                .isEqualTo(flag().environmentDefault().id());
    }

    @Test
    void aProjectIsKnownAsBeforeAPublication() {
        var first = versions().live().orElseThrow().uuid();
        history.then(Shop.set(true, RED), published(null));
        history.then(Shop.overriddenForSegment(true, RED), new VersionPublished(Shop.LIVE, Shop.BASKET, id(72), null));
        var project = history.state().project(Shop.PROJECT).orElseThrow();

        var earlier = project.beforeVersion(Shop.LIVE, Shop.BASKET, id(72)).orElseThrow();
        assertThat(earlier.environment(Shop.LIVE).flag(Shop.BASKET)).isEqualTo(in(NEXT));
        assertThat(earlier.environment(Shop.STAGING)).isEqualTo(project.environment(Shop.STAGING));
        assertThat(project.beforeVersion(Shop.LIVE, Shop.BASKET, first)).isEmpty();
        assertThat(project.beforeVersion(Shop.LIVE, Shop.BASKET, id(79))).isEmpty();
        assertThat(project.beforeVersion(Shop.LIVE, 999, id(72))).isEmpty();
        assertThat(project.beforeVersion(999, Shop.BASKET, id(72))).isEmpty();
    }

    @Test
    void versionsOmitDeletedObjects() {
        history.then(
                DRAFTED,
                Shop.overriddenForSegment(true, RED),
                new VersionPublished(Shop.LIVE, Shop.BASKET, id(72), null));
        history.then(new VersionPublished(Shop.LIVE, Shop.BASKET, id(73), null), new SegmentDeleted(Shop.BETA));

        assertThat(in(NEXT).segments()).isEmpty();
        assertThat(in(id(72)).segments()).isEmpty();
        assertThat(in(id(73)).segments()).isEmpty();
    }

    @Test
    void discardedDraftsAreRemoved() {
        history.then(DRAFTED, new VersionDiscarded(Shop.LIVE, Shop.BASKET, NEXT));

        assertThat(versions().find(NEXT)).isEmpty();
    }

    @Test
    void disablingVersioningKeepsTheFlags() {
        history.then(DRAFTED, Shop.set(true, RED), new VersioningDisabled(Shop.LIVE));

        assertThat(environment(Shop.LIVE).versioning()).isNull();
        assertThat(flag().environmentDefault().setting()).isEqualTo(new Setting(true, RED));
        assertThat(versions()).isEqualTo(Versions.NONE);

        history.then(published(null));
        assertThat(versions()).isEqualTo(Versions.NONE);
    }

    private static LedgerEvent published(@Nullable String description) {
        return new VersionPublished(Shop.LIVE, Shop.BASKET, NEXT, description);
    }

    private Flag in(UUID version) {
        var project = history.state().project(Shop.PROJECT).orElseThrow();
        return project.inVersion(flag(), versions().find(version).orElseThrow());
    }

    private Versions versions() {
        return flag().versions();
    }

    private Flag flag() {
        return environment(Shop.LIVE).flag(Shop.BASKET);
    }

    private Environment environment(int id) {
        return history.state().environment(id).orElseThrow();
    }
}
