package dev.flagledger.command.project;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.project.ProjectCommand.ChangeProject;
import dev.flagledger.api.project.ProjectCommand.CreateProject;
import dev.flagledger.api.project.ProjectEvent.ProjectChanged;
import dev.flagledger.api.project.ProjectEvent.ProjectCreated;
import dev.flagledger.api.project.ProjectSettings;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ProjectTest {

    private static final UUID ID = new UUID(0, 3);
    private static final ProjectSettings SHOP =
            new ProjectSettings("Shop", false, false, false, true, null, 30, null, false);
    private static final ProjectSettings QUIET =
            new ProjectSettings("Shop", true, false, false, true, "", 30, null, false);

    private final FixtureConfiguration<Project> fixture = new AggregateTestFixture<>(Project.class);

    @Test
    void aProjectIsCreated() {
        fixture.givenNoPriorActivity()
                .when(new CreateProject(3, ID, 2, SHOP))
                .expectEvents(new ProjectCreated(3, ID, 2, SHOP));
    }

    @Test
    void itsSettingsChange() {
        fixture.given(new ProjectCreated(3, ID, 2, SHOP))
                .when(new ChangeProject(3, 2, QUIET))
                .expectEvents(new ProjectChanged(3, QUIET));
    }

    /** Rights and names are looked up where the command says; it must not say something else than is so. */
    @Test
    void aProjectIsOfNoOtherOrganisation() {
        fixture.given(new ProjectCreated(3, ID, 2, SHOP))
                .when(new ChangeProject(3, 99, QUIET))
                .expectException(Rejected.class)
                .expectExceptionMessage(new Rejection.Missing("Project").toString());
    }

    @Test
    void theSameSettingsAgainAreNoChange() {
        fixture.given(new ProjectCreated(3, ID, 2, SHOP))
                .when(new ChangeProject(3, 2, SHOP))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(new ProjectCreated(3, ID, 2, SHOP), new ProjectChanged(3, QUIET))
                .when(new ChangeProject(3, 2, QUIET))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
