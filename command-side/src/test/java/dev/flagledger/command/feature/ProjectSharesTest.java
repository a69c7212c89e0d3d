package dev.flagledger.command.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.flagledger.api.Edit;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.feature.FeatureCommand.AddOption;
import dev.flagledger.api.feature.FeatureCommand.ChangeFeature;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.FlagId;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.command.FoundedShop;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Variants of new options in all environments of a project, by commands through the bus. */
class ProjectSharesTest {

    private static final TestNode NODE = TestNode.on(TestDatabase.fresh().migrated(), TestCommandSide.class);
    private static final Ids IDS = NODE.get(Ids.class);
    private static final String TOO_MUCH = new Rejection.Invalid(Rule.OPTION_PERCENTAGES).toString();

    private final FoundedShop shop = new FoundedShop(NODE);
    private final int project = shop.project();
    private final int live = shop.environment();
    private final int staging = shop.environment();
    private final int basket = shop.feature();

    @AfterAll
    static void close() {
        NODE.close();
    }

    @Test
    void anOptionGetsItsShareInEveryEnvironment() {
        var green = option(30);
        shop.send(new AddOption(basket, project, green));

        for (int environment : List.of(live, staging)) {
            assertThat(shares(environment))
                    .extracting(Variant::optionId, Variant::percentage)
                    .containsExactly(tuple(green.id(), 30.0));
        }
        assertThat(shares(live).getFirst().id())
                .isNotEqualTo(shares(staging).getFirst().id());
    }

    @Test
    void anEnvironmentThatComesLaterHasTheShareToo() {
        shop.send(new AddOption(basket, project, option(30)));
        int late = shop.environment();

        assertThat(shares(late)).extracting(Variant::percentage).containsExactly(30.0);
    }

    @Test
    void whatDoesNotFitAnyMoreIsRefusedAndNothingIsRecorded() {
        shop.send(new AddOption(basket, project, option(70)));

        assertThatThrownBy(() -> shop.send(new AddOption(basket, project, option(31))))
                .isInstanceOf(Rejected.class)
                .hasMessage(TOO_MUCH);
        assertThat(shares(live)).hasSize(1);
        shop.send(new AddOption(basket, project, option(30)));
        assertThat(shares(live)).hasSize(2);
    }

    /** Options of one command do not see each other's variants yet. */
    @Test
    void optionsOfOneRequestAreOfOneWholeTogether() {
        assertThatThrownBy(() -> shop.send(adding(option(60), option(41))))
                .isInstanceOf(Rejected.class)
                .hasMessage(TOO_MUCH);
        assertThat(shares(live)).isEmpty();

        shop.send(adding(option(60), option(40)));
        assertThat(shares(live)).extracting(Variant::percentage).containsExactlyInAnyOrder(60.0, 40.0);
    }

    private ChangeFeature adding(MultivariateOption... options) {
        return new ChangeFeature(
                basket,
                project,
                new Edit<>(FeatureDetails.NONE, FeatureDetails.NONE),
                null,
                OptionComparison.between(List.of(), List.of(options)));
    }

    private static MultivariateOption option(double percentage) {
        return new MultivariateOption(
                IDS.next(Ids.Kind.OPTION), UUID.randomUUID(), FeatureValue.of("green"), percentage, null);
    }

    private List<Variant> shares(int environment) {
        return shop.flag(new FlagId(environment, basket)).environmentDefault().variants();
    }
}
