package dev.flagledger.ledger.log.payload;

import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.api.flag.InitialState.SegmentSeed;
import dev.flagledger.api.flag.OverrideChanges;
import dev.flagledger.api.flag.OverrideChanges.Start;
import dev.flagledger.api.flag.OverrideChanges.Upsert;
import dev.flagledger.api.flag.OverrideIds;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.api.metadata.MetadataValue;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.api.segment.Condition;
import dev.flagledger.api.segment.Operator;
import dev.flagledger.api.segment.SegmentRule;
import dev.flagledger.api.version.VersionChanges;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The parts of sample events. */
final class Parts {

    static final UUID ID = UUID.fromString("0b9f7a52-6c1d-4e3f-8a90-1b2c3d4e5f60");
    static final UUID OTHER_ID = UUID.fromString("f0e1d2c3-b4a5-4697-8879-6a5b4c3d2e1f");

    static final FeatureValue TEXT = FeatureValue.of("bl\u00e5 \"\n\u2028\ud83d\udd35</");
    static final List<Variant> SHARES = List.of(new Variant(71, 31, 12.5), new Variant(72, 32, 50));
    static final SettingChange KEEPING_SHARES = new SettingChange(false, FeatureValue.of(-7), null);
    static final SettingChange WITH_SHARES = new SettingChange(true, FeatureValue.NONE, SHARES);
    static final MultivariateOption OPTION = new MultivariateOption(31, ID, TEXT, 12.5, "large_button");
    static final List<MetadataValue> METADATA = List.of(new MetadataValue(81, "PAY-7 \"\u00e5\""));
    static final List<InitialState> STATES = List.of(
            new InitialState(14, 901, 5012, ID, new Setting(true, TEXT, SHARES), List.of()),
            new InitialState(15, 901, 5013, OTHER_ID, new Setting(false, FeatureValue.NONE), List.of()));
    static final List<InitialState> COPIED_STATES = List.of(new InitialState(
            16,
            901,
            5014,
            ID,
            new Setting(true, TEXT, SHARES),
            List.of(new SegmentSeed(
                    55, new OverrideIds(5021, ID, 62, OTHER_ID), 0, new Setting(false, FeatureValue.of(7))))));

    static final VersionChanges CHANGES = new VersionChanges(
            SettingChange.toggle(true),
            new OverrideChanges(
                    List.of(
                            new Upsert(
                                    55,
                                    WITH_SHARES,
                                    new Start(
                                            new OverrideIds(5022, ID, 63, OTHER_ID),
                                            new Setting(true, FeatureValue.NONE, SHARES))),
                            new Upsert(56, KEEPING_SHARES, null)),
                    List.of(57),
                    Map.of(55, 0)));

    static final OrganisationSettings ORGANISATION =
            new OrganisationSettings("\u00c5cme", "ops@example.test", false, true);
    static final ProjectSettings PROJECT =
            new ProjectSettings("Shop", true, false, false, true, "[a-z_]+", 30, null, false, false);
    static final EnvironmentSettings ENVIRONMENT = new EnvironmentSettings(
            "Staging", "kQ3vAbC9", null, 2, true, "Careful", "#ff8800", null, true, false, true, METADATA);

    static final Instant NEW_YEAR = Instant.parse("2032-01-01T00:00:00.120001Z");
    static final List<SegmentRule> RULES = List.of(new SegmentRule(
            101,
            SegmentRule.Type.ALL,
            List.of(new SegmentRule(
                    102,
                    SegmentRule.Type.ANY,
                    List.of(),
                    List.of(
                            new Condition(111, Operator.EQUAL, "email", "bo@example.test", "Bo herself"),
                            new Condition(112, Operator.PERCENTAGE_SPLIT, null, "12.5", null),
                            new Condition(113, Operator.IS_SET, "plan", null, null)))),
            List.of()));

    private Parts() {}
}
