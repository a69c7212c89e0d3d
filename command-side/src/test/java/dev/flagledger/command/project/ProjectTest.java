package dev.flagledger.command.project;

import dev.flagledger.api.Edit;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.event.ProjectEvent.TagChanged;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.event.ProjectEvent.TagDeleted;
import dev.flagledger.api.project.ProjectCommand.ChangeProject;
import dev.flagledger.api.project.ProjectCommand.ChangeTag;
import dev.flagledger.api.project.ProjectCommand.CreateTag;
import dev.flagledger.api.project.ProjectCommand.DeleteTag;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.api.project.Tag;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ProjectTest {

    private static final UUID ID = new UUID(0, 3);
    private static final ProjectSettings SHOP =
            new ProjectSettings("Shop", false, false, false, true, null, 30, null, false, false);
    private static final ProjectSettings QUIET =
            new ProjectSettings("Shop", true, false, false, true, "", 30, null, false, false);

    private final FixtureConfiguration<Project> fixture = new AggregateTestFixture<>(Project.class);

    @Test
    void itsSettingsChange() {
        fixture.given(new ProjectCreated(3, ID, 2, SHOP))
                .when(new ChangeProject(3, 2, new Edit<>(SHOP, QUIET)))
                .expectEvents(new ProjectChanged(3, QUIET));
    }

    /** Permissions and names are checked for the parent that the command names, so it must be the actual one. */
    @Test
    void aCommandForAnotherOrganisationIsRejected() {
        fixture.given(new ProjectCreated(3, ID, 2, SHOP))
                .when(new ChangeProject(3, 99, new Edit<>(SHOP, QUIET)))
                .expectException(Rejected.class)
                .expectExceptionMessage(new Rejection.Missing("Project").toString());
    }

    @Test
    void theSameSettingsAgainAreNoChange() {
        fixture.given(new ProjectCreated(3, ID, 2, SHOP))
                .when(new ChangeProject(3, 2, new Edit<>(SHOP, SHOP)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(new ProjectCreated(3, ID, 2, SHOP), new ProjectChanged(3, QUIET))
                .when(new ChangeProject(3, 2, new Edit<>(SHOP, QUIET)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aTagIsCreatedChangedAndDeleted() {
        var created = new ProjectCreated(3, ID, 2, SHOP);
        var tag = new Tag(9, new UUID(0, 9), "release", "#6837FC", null, false);
        var permanent = new Tag(9, new UUID(0, 9), "release", "#6837FC", null, true);

        fixture.given(created).when(new CreateTag(3, tag)).expectEvents(new TagCreated(3, tag));
        fixture.given(created, new TagCreated(3, tag))
                .when(new ChangeTag(3, new Edit<>(tag, permanent)))
                .expectEvents(new TagChanged(3, permanent));
        fixture.given(created, new TagCreated(3, tag))
                .when(new ChangeTag(3, new Edit<>(tag, tag)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(created, new TagCreated(3, tag)).when(new DeleteTag(3, 9)).expectEvents(new TagDeleted(3, 9));
        fixture.given(created, new TagCreated(3, tag), new TagDeleted(3, 9))
                .when(new DeleteTag(3, 9))
                .expectExceptionMessage(new Rejection.Missing("Tag").toString());
    }
}
