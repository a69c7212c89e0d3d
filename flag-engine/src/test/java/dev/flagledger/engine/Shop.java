package dev.flagledger.engine;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.event.FeatureEvent.FeatureCreated;
import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentPlaced;
import dev.flagledger.api.event.GrantEvent.PermissionsGranted;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.event.UserEvent.UserRegistered;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.api.flag.InitialState.SegmentSeed;
import dev.flagledger.api.flag.OverrideIds;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.api.segment.SegmentDefinition;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sample organisation: a shop with a live and a staging environment. */
public final class Shop {

    public static final int ANA = 1;
    public static final int BO = 2;
    public static final int ORGANISATION = 3;
    public static final int PROJECT = 4;
    public static final int LIVE = 5;
    public static final int STAGING = 6;
    public static final int BASKET = 7;
    public static final int BETA = 8;
    public static final int USER_88 = 4211;

    private Shop() {}

    /** Returns the shop without features. Ana is admin, Bo a member. */
    public static History open() {
        return History.of(
                new UserRegistered(ANA, id(1), "ana@example.test", "Ana", "Lee"),
                new UserRegistered(BO, id(2), "bo@example.test", "Bo", "Rey"),
                new OrganisationCreated(ORGANISATION, id(3), new OrganisationSettings("Acme", null, false, false)),
                new MemberJoined(ORGANISATION, ANA, Role.ADMIN),
                new MemberJoined(ORGANISATION, BO, Role.USER),
                new ProjectCreated(PROJECT, id(4), ORGANISATION, project(false)),
                environment(LIVE, "Live"),
                environment(STAGING, "Staging"));
    }

    /** Returns the shop with a disabled feature with the value "blue": state 105 in live, 106 in staging. */
    public static History withBasket() {
        return open().then(feature(BASKET, "basket_v2", 105, 106));
    }

    /** Returns grants of permissions on the shop and both environments, by which Bo may view them. */
    public static LedgerEvent[] viewedByBo() {
        return new LedgerEvent[] {
            granted(91, GrantPlace.project(PROJECT), Permission.VIEW_PROJECT),
            granted(92, GrantPlace.environment(LIVE), Permission.VIEW_ENVIRONMENT),
            granted(93, GrantPlace.environment(STAGING), Permission.VIEW_ENVIRONMENT)
        };
    }

    /** Returns a grant of permissions to Bo. */
    public static LedgerEvent granted(int id, GrantPlace place, Permission... permissions) {
        return new PermissionsGranted(
                ORGANISATION, new Grant(id, GrantHolder.user(BO), place, false, List.of(permissions)));
    }

    public static ProjectSettings project(boolean hideDisabledFlags) {
        return new ProjectSettings("Shop", hideDisabledFlags, false, false, true, null, 30, null, false, false);
    }

    public static EnvironmentCreated environment(int id, String name, InitialState... states) {
        return new EnvironmentCreated(id, id(id), PROJECT, settings(name, "key-" + id), List.of(states));
    }

    public static EnvironmentSettings settings(String name, String apiKey) {
        return settings(name, apiKey, null, false);
    }

    public static EnvironmentSettings settings(
            String name, String apiKey, @Nullable Boolean hideDisabledFlags, boolean hideSensitiveData) {
        return new EnvironmentSettings(
                name,
                apiKey,
                null,
                null,
                true,
                null,
                null,
                hideDisabledFlags,
                true,
                hideSensitiveData,
                true,
                List.of());
    }

    public static FeatureCreated feature(int id, String name, int liveState, int stagingState) {
        return feature(id, name, details("What it is", false, false), liveState, stagingState);
    }

    public static FeatureCreated feature(int id, String name, FeatureDetails details, int liveState, int stagingState) {
        return new FeatureCreated(
                id,
                id(id),
                PROJECT,
                name,
                FeatureType.STANDARD,
                "blue",
                false,
                details,
                List.of(ANA),
                List.of(),
                List.of(seed(LIVE, id, liveState), seed(STAGING, id, stagingState)));
    }

    /** Returns details without tags and custom fields. */
    public static FeatureDetails details(@Nullable String description, boolean archived, boolean serverKeyOnly) {
        return new FeatureDetails(description, archived, serverKeyOnly, List.of(), List.of());
    }

    /** Returns a disabled state with the value "blue". */
    public static InitialState seed(int environment, int feature, int state, SegmentSeed... overrides) {
        var setting = new Setting(false, FeatureValue.of("blue"));
        return new InitialState(environment, feature, state, id(state), setting, List.of(overrides));
    }

    public static LedgerEvent set(boolean enabled, FeatureValue value) {
        return new FeatureStateUpdated(LIVE, BASKET, 105, change(enabled, value));
    }

    /** Returns a change that keeps the shares, as recorded in events. */
    public static SettingChange change(boolean enabled, FeatureValue value) {
        return new SettingChange(enabled, value, null);
    }

    public static LedgerEvent segment() {
        return segment(BETA, "beta users", null);
    }

    /** Returns a segment without rules. */
    public static SegmentCreated segment(int id, String name, @Nullable Integer featureId) {
        return new SegmentCreated(id, id(id), PROJECT, definition(name, featureId));
    }

    public static SegmentDefinition definition(String name, @Nullable Integer featureId) {
        return new SegmentDefinition(name, null, featureId, List.of(), List.of());
    }

    public static LedgerEvent overriddenForSegment(boolean enabled, FeatureValue value) {
        return new SegmentOverrideCreated(LIVE, BASKET, BETA, ids(120, 61), 0, new Setting(enabled, value));
    }

    /** Returns an enabled override for a segment, with ids derived from the segment's. */
    public static LedgerEvent overriddenForSegment(int segment, int priority) {
        var setting = new Setting(true, FeatureValue.of("for " + segment));
        return new SegmentOverrideCreated(
                LIVE, BASKET, segment, ids(segment + 1_000, segment + 2_000), priority, setting);
    }

    /** Returns a feature segment with the same ids but without a state. */
    public static LedgerEvent placed(int segment, int priority) {
        return new SegmentPlaced(LIVE, BASKET, segment, segment + 2_000, id(segment + 2_000), priority);
    }

    public static OverrideIds ids(int state, int place) {
        return new OverrideIds(state, id(state), place, id(place));
    }

    public static LedgerEvent segmentChanged(boolean enabled, FeatureValue value) {
        return new SegmentOverrideUpdated(LIVE, BASKET, 120, BETA, change(enabled, value));
    }

    public static LedgerEvent overriddenForIdentity(boolean enabled, FeatureValue value) {
        return new IdentityOverrideCreated(LIVE, USER_88, "user-88", BASKET, 130, id(130), new Setting(enabled, value));
    }

    public static LedgerEvent identityChanged(boolean enabled, FeatureValue value) {
        return new IdentityOverrideUpdated(LIVE, USER_88, BASKET, 130, change(enabled, value));
    }

    public static UUID id(int number) {
        return new UUID(0, number);
    }
}
