package dev.flagledger.command.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.environment.EnvironmentCommand.CreateEnvironment;
import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.feature.FeatureCommand.AddOption;
import dev.flagledger.api.feature.FeatureCommand.ChangeFeature;
import dev.flagledger.api.feature.FeatureCommand.CreateFeature;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.feature.OptionChanges;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.api.organisation.OrganisationCommand.CreateOrganisation;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.project.ProjectCommand.CreateProject;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What options get in the environments of their project, by commands as they are sent. */
class ProjectSharesTest {

    private static final TestNode NODE = TestNode.on(TestDatabase.fresh(), TestCommandSide.class);
    private static final Ids IDS = NODE.get(Ids.class);
    private static final String TOO_MUCH =
            new Rejection.Invalid("default_percentage_allocation", "Invalid percentage allocation").toString();

    private final int ana = IDS.next(Ids.Kind.USER);
    private final int project = IDS.next(Ids.Kind.PROJECT);
    private final int live = IDS.next(Ids.Kind.ENVIRONMENT);
    private final int staging = IDS.next(Ids.Kind.ENVIRONMENT);
    private final int basket = IDS.next(Ids.Kind.FEATURE);

    @AfterAll
    static void close() {
        NODE.close();
    }

    @BeforeEach
    void found() {
        int organisation = IDS.next(Ids.Kind.ORGANISATION);
        send(new CreateOrganisation(organisation, id(), new OrganisationSettings("Acme", null, false, false), ana));
        send(new CreateProject(
                project,
                id(),
                organisation,
                new ProjectSettings("Shop", false, false, false, true, null, 30, null, false)));
        environment(live);
        environment(staging);
        send(new CreateFeature(
                basket,
                id(),
                project,
                "basket",
                FeatureType.STANDARD,
                null,
                false,
                FeatureDetails.NONE,
                List.of(),
                List.of()));
    }

    @Test
    void anOptionGetsItsShareInEveryEnvironment() {
        var green = option(30);
        send(new AddOption(basket, project, green));

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
        send(new AddOption(basket, project, option(30)));
        int late = IDS.next(Ids.Kind.ENVIRONMENT);
        environment(late);

        assertThat(shares(late)).extracting(Variant::percentage).containsExactly(30.0);
    }

    @Test
    void whatDoesNotFitAnyMoreIsRefusedAndNothingIsRecorded() {
        send(new AddOption(basket, project, option(70)));

        assertThatThrownBy(() -> send(new AddOption(basket, project, option(31))))
                .isInstanceOf(Rejected.class)
                .hasMessage(TOO_MUCH);
        assertThat(shares(live)).hasSize(1);
        send(new AddOption(basket, project, option(30)));
        assertThat(shares(live)).hasSize(2);
    }

    /** None of them is seen by the others yet. */
    @Test
    void optionsOfOneRequestAreOfOneWholeTogether() {
        assertThatThrownBy(() -> send(adding(option(60), option(41))))
                .isInstanceOf(Rejected.class)
                .hasMessage(TOO_MUCH);
        assertThat(shares(live)).isEmpty();

        send(adding(option(60), option(40)));
        assertThat(shares(live)).extracting(Variant::percentage).containsExactlyInAnyOrder(60.0, 40.0);
    }

    private ChangeFeature adding(MultivariateOption... options) {
        return new ChangeFeature(
                basket,
                project,
                new Edit<>(FeatureDetails.NONE, FeatureDetails.NONE),
                null,
                OptionChanges.between(List.of(), List.of(options)));
    }

    private static MultivariateOption option(double percentage) {
        return new MultivariateOption(IDS.next(Ids.Kind.OPTION), id(), FeatureValue.of("green"), percentage, null);
    }

    private void environment(int environment) {
        var settings = new EnvironmentSettings(
                "Environment " + environment,
                "key-" + environment,
                null,
                null,
                true,
                null,
                null,
                null,
                true,
                false,
                true,
                List.of());
        send(new CreateEnvironment(environment, id(), project, settings));
    }

    private void send(LedgerCommand command) {
        NODE.get(Commands.class).send(command, new Attribution(Actor.user(ana, "ana@example.test"), "r-1", null));
    }

    private List<Variant> shares(int environment) {
        return fold().state()
                .environment(environment)
                .orElseThrow()
                .flag(basket)
                .standard()
                .variants();
    }

    @SuppressWarnings("unchecked") // there is one fold, and it is of this
    private static History<Installation> fold() {
        return NODE.get(History.class);
    }

    private static UUID id() {
        return UUID.randomUUID();
    }
}
