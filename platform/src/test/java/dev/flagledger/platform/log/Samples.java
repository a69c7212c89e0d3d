package dev.flagledger.platform.log;

import dev.flagledger.api.LedgerEvent;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookAdded;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookChanged;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookRemoved;
import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureEvent.FeatureChanged;
import dev.flagledger.api.feature.FeatureEvent.FeatureCreated;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.flag.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.flag.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.flag.StateSeed;
import dev.flagledger.api.identity.IdentityEvent.IdentityCreated;
import dev.flagledger.api.identity.IdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.identity.IdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.organisation.OrganisationEvent.MemberJoined;
import dev.flagledger.api.organisation.OrganisationEvent.OrganisationChanged;
import dev.flagledger.api.organisation.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.project.ProjectEvent.ProjectChanged;
import dev.flagledger.api.project.ProjectEvent.ProjectCreated;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.api.segment.SegmentEvent.SegmentCreated;
import dev.flagledger.api.user.UserEvent.UserLoggedIn;
import dev.flagledger.api.user.UserEvent.UserLoggedOut;
import dev.flagledger.api.user.UserEvent.UserRegistered;
import dev.flagledger.api.user.UserEvent.UserRenamed;
import java.util.List;
import java.util.UUID;

/** One event of every type, with text that needs escaping or is not ASCII, with nulls and with every type of value. */
final class Samples {

    private static final UUID ID = UUID.fromString("0b9f7a52-6c1d-4e3f-8a90-1b2c3d4e5f60");
    private static final UUID OTHER_ID = UUID.fromString("f0e1d2c3-b4a5-4697-8879-6a5b4c3d2e1f");

    private static final FeatureValue TEXT = FeatureValue.of("bl\u00e5 \"\n\u2028\ud83d\udd35</");
    private static final List<StateSeed> STATES = List.of(
            new StateSeed(14, 901, 5012, ID, true, TEXT),
            new StateSeed(15, 901, 5013, OTHER_ID, false, FeatureValue.NONE));

    private static final OrganisationSettings ORGANISATION =
            new OrganisationSettings("\u00c5cme", "ops@example.test", false, true);
    private static final ProjectSettings PROJECT =
            new ProjectSettings("Shop", true, false, false, true, "[a-z_]+", 30, null, false);
    private static final EnvironmentSettings ENVIRONMENT = new EnvironmentSettings(
            "Staging", "kQ3vAbC9", null, 2, true, "Careful", "#ff8800", null, true, false, true);

    static final List<LedgerEvent> ALL = List.of(
            new UserRegistered(3, ID, "ana@example.test", "Ana", "L\u00f3pez"),
            new UserRenamed(3, "Anna", ""),
            new UserLoggedIn(3),
            new UserLoggedOut(3),
            new OrganisationCreated(2, ID, ORGANISATION),
            new OrganisationChanged(2, new OrganisationSettings("Acme", null, true, false)),
            new MemberJoined(2, 3, Role.ADMIN),
            new ProjectCreated(7, ID, 2, PROJECT),
            new ProjectChanged(7, new ProjectSettings("Shop 2", false, true, true, false, null, 0, 1, true)),
            new EnvironmentCreated(14, ID, 7, ENVIRONMENT, STATES),
            new EnvironmentChanged(
                    14,
                    new EnvironmentSettings(
                            "Live", "kQ3vAbC9", "The real one", null, false, null, null, true, false, true, false)),
            new WebhookAdded(14, 41, "https://hooks.example.test/flags", true),
            new WebhookChanged(14, 41, "https://hooks.example.test/other", false, true),
            new WebhookRemoved(14, 41),
            new FeatureCreated(
                    901,
                    ID,
                    7,
                    "basket_v2",
                    FeatureType.STANDARD,
                    "blue",
                    true,
                    new FeatureDetails("A new basket", false, false),
                    List.of(3, 4),
                    STATES),
            new FeatureChanged(901, new FeatureDetails(null, true, true)),
            new FeatureStateUpdated(14, 901, 5012, true, FeatureValue.of(-7)),
            new SegmentOverrideCreated(14, 901, 5020, ID, 55, 61, OTHER_ID, 0, true, FeatureValue.of(false)),
            new SegmentOverrideUpdated(14, 901, 5020, 55, false, FeatureValue.NONE),
            new SegmentCreated(55, ID, 7, "beta users", null),
            new IdentityCreated(14, 4211, "user-88"),
            new IdentityOverrideCreated(14, 4211, "user-88", 901, 5030, ID, true, TEXT),
            new IdentityOverrideUpdated(14, 4211, 901, 5030, false, FeatureValue.of("")));

    private Samples() {}
}
