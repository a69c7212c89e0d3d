package dev.flagledger.command.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.flagledger.api.environment.EnvironmentCommand.EnableVersioning;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.api.identity.ManagedIdentityCommand.OverrideForIdentity;
import dev.flagledger.command.FoundedShop;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.flag.form.StateChanges;
import dev.flagledger.command.transfer.ImportedFeature.Option;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ImporterTest {

    private static final FeatureValue RED = FeatureValue.of("red");
    private static final FeatureValue BLUE = FeatureValue.of("blue");
    private static final Setting OFF = new Setting(false, FeatureValue.NONE);

    private static final TestNode NODE =
            TestNode.on(TestDatabase.fresh().migrated(), TestCommandSide.class, StateChanges.class, Importer.class);

    private final Importer importer = NODE.get(Importer.class);
    private final FoundedShop shop = new FoundedShop(NODE);
    private final CommandContext context = shop.context();
    private final int environment = shop.environment();
    private final int other = shop.environment();

    @AfterAll
    static void close() {
        NODE.close();
    }

    @Test
    void aMissingFeatureIsCreatedAsTheFileSays() {
        importer.importFeature(plain("banner"), ImportStrategy.SKIP, environment, context);

        var banner = feature("banner");
        assertThat(banner.type()).isEqualTo(FeatureType.STANDARD);
        assertThat(banner.initialValue()).isEqualTo("blue");
        assertThat(banner.details().serverKeyOnly()).isTrue();
        assertThat(banner.owners()).containsExactly(context.actor().userId());
    }

    @Test
    void aMissingFeatureIsSetInTheOneEnvironmentAlone() {
        importer.importFeature(plain("banner"), ImportStrategy.SKIP, environment, context);

        assertThat(setting(environment, "banner")).isEqualTo(new Setting(true, RED));
        assertThat(setting(other, "banner")).isEqualTo(new Setting(false, BLUE));
    }

    @Test
    void optionsHaveTheirPercentagesInTheEnvironmentAndTheirDefaultsElsewhere() {
        var options = List.of(new Option(RED, 60, 10), new Option(BLUE, 40, 20));
        importer.importFeature(with("banner", options), ImportStrategy.SKIP, environment, context);

        assertThat(feature("banner").type()).isEqualTo(FeatureType.MULTIVARIATE);
        assertThat(percentages(environment, "banner")).containsExactly(60.0, 40.0);
        assertThat(percentages(other, "banner")).containsExactly(10.0, 20.0);
    }

    @Test
    void skipLeavesAFeatureThatExists() {
        var name = existing();
        importer.importFeature(plain(name), ImportStrategy.SKIP, environment, context);

        assertThat(setting(environment, name)).isEqualTo(OFF);
    }

    @Test
    void overwriteSetsAFeatureThatExists() {
        var name = existing();
        importer.importFeature(plain(name), ImportStrategy.OVERWRITE_DESTRUCTIVE, environment, context);

        assertThat(setting(environment, name)).isEqualTo(new Setting(true, RED));
        assertThat(setting(other, name)).isEqualTo(OFF);
        assertThat(feature(name).details().serverKeyOnly())
                .as("the definition stays")
                .isFalse();
    }

    @Test
    void overwriteAddsOptionsWithoutEffectElsewhere() {
        var name = existing();
        importer.importFeature(
                with(name, List.of(new Option(RED, 60, 10))),
                ImportStrategy.OVERWRITE_DESTRUCTIVE,
                environment,
                context);

        assertThat(feature(name).options().values())
                .extracting(MultivariateOption::value, MultivariateOption::defaultPercentage)
                .containsExactly(tuple(RED, 0.0));
        assertThat(percentages(environment, name)).containsExactly(60.0);
        assertThat(percentages(other, name)).containsExactly(0.0);
    }

    @Test
    void overwriteTakesPercentagesFromOptionsThatAreNotInTheFile() {
        importer.importFeature(
                with("banner", List.of(new Option(RED, 60, 10), new Option(BLUE, 40, 20))),
                ImportStrategy.SKIP,
                environment,
                context);
        importer.importFeature(
                with("banner", List.of(new Option(BLUE, 30, 20))),
                ImportStrategy.OVERWRITE_DESTRUCTIVE,
                environment,
                context);

        assertThat(percentages(environment, "banner")).containsExactly(0.0, 30.0);
    }

    @Test
    void overwriteRemovesOverridesForIdentities() {
        var name = existing();
        int feature = feature(name).id();
        shop.send(new OverrideForIdentity(
                environment, Shop.USER_88, "user-88", feature, 1_000_130, Shop.id(130), new Setting(true, RED)));
        assertThat(flag(environment, name).identities()).hasSize(1);

        importer.importFeature(plain(name), ImportStrategy.OVERWRITE_DESTRUCTIVE, environment, context);

        assertThat(flag(environment, name).identities()).isEmpty();
    }

    @Test
    void withVersioningAnImportIsAVersion() {
        var name = existing();
        shop.send(new EnableVersioning(environment, UUID.randomUUID()));
        var before = flag(environment, name).versions();
        importer.importFeature(plain(name), ImportStrategy.OVERWRITE_DESTRUCTIVE, environment, context);

        assertThat(setting(environment, name)).isEqualTo(new Setting(true, RED));
        assertThat(flag(environment, name).versions()).isNotEqualTo(before);
    }

    private String existing() {
        int id = shop.feature();
        return "feature_" + id;
    }

    /** Off and "blue" by default, on and "red" in the environment. */
    private static ImportedFeature plain(String name) {
        return with(name, List.of());
    }

    private static ImportedFeature with(String name, List<Option> options) {
        return new ImportedFeature(name, false, true, "blue", true, RED, options);
    }

    private List<Double> percentages(int environmentId, String name) {
        return setting(environmentId, name).variants().stream()
                .sorted(Comparator.comparingInt(Variant::optionId))
                .map(Variant::percentage)
                .toList();
    }

    private Setting setting(int environmentId, String name) {
        return flag(environmentId, name).environmentDefault().setting();
    }

    private Flag flag(int environmentId, String name) {
        return context.installation()
                .environment(environmentId)
                .orElseThrow()
                .flag(feature(name).id());
    }

    private Feature feature(String name) {
        return context.installation().project(shop.project()).orElseThrow().features().values().stream()
                .filter(feature -> feature.name().equals(name))
                .findAny()
                .orElseThrow();
    }
}
