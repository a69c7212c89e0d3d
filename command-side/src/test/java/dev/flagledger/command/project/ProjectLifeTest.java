package dev.flagledger.command.project;

import dev.flagledger.api.Edit;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.ProjectEvent.TagChanged;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.project.ProjectCommand.ChangeTag;
import dev.flagledger.api.project.ProjectCommand.CreateProject;
import dev.flagledger.api.project.ProjectCommand.CreateTag;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.api.project.Tag;
import java.util.UUID;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** Creation and deletion of a project, and concurrent changes of a tag. */
class ProjectLifeTest {

    private static final UUID ID = new UUID(0, 3);
    private static final ProjectSettings SHOP =
            new ProjectSettings("Shop", false, false, false, true, null, 30, null, false, false);
    private static final ProjectCreated CREATED = new ProjectCreated(3, ID, 2, SHOP);
    private static final Tag RELEASE = tag("release", "#00ff00");

    private final FixtureConfiguration<Project> fixture = new AggregateTestFixture<>(Project.class);

    @Test
    void itIsCreatedInItsOrganisation() {
        fixture.givenNoPriorActivity()
                .whenConstructing(() -> Project.create(new CreateProject(3, ID, 2, SHOP)))
                .expectEvents(CREATED);
    }

    @Test
    void aDeletedProjectTakesNoCommands() {
        fixture.given(CREATED)
                .whenInvoking("project-3", Project::delete)
                .expectEvents(new ProjectDeleted(3))
                .expectMarkedDeleted();
        fixture.given(CREATED, new ProjectDeleted(3))
                .when(new CreateTag(3, RELEASE))
                .expectException(AggregateDeletedException.class);
    }

    @Test
    void concurrentChangesOfDifferentFieldsOfATagAreMerged() {
        fixture.given(CREATED, new TagCreated(3, RELEASE), new TagChanged(3, tag("launch", "#00ff00")))
                .when(new ChangeTag(3, new Edit<>(RELEASE, tag("release", "#ff0000"))))
                .expectEvents(new TagChanged(3, tag("launch", "#ff0000")));
    }

    @Test
    void aTagThatIsNotThereCannotChange() {
        fixture.given(CREATED)
                .when(new ChangeTag(3, new Edit<>(RELEASE, tag("launch", "#00ff00"))))
                .expectException(Rejected.class)
                .expectExceptionMessage(new Rejection.Missing("Tag").toString());
    }

    @Test
    void twoTagsMayHaveOneLabel() {
        var other = new Tag(10, new UUID(0, 10), "release", "#00ff00", null, false);

        fixture.given(CREATED, new TagCreated(3, RELEASE))
                .when(new CreateTag(3, other))
                .expectEvents(new TagCreated(3, other));
    }

    private static Tag tag(String label, String colour) {
        return new Tag(9, new UUID(0, 9), label, colour, null, false);
    }
}
