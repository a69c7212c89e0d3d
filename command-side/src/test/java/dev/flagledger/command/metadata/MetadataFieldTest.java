package dev.flagledger.command.metadata;

import dev.flagledger.api.Edit;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.event.MetadataEvent.AttachmentChanged;
import dev.flagledger.api.event.MetadataEvent.FieldAttached;
import dev.flagledger.api.event.MetadataEvent.FieldChanged;
import dev.flagledger.api.event.MetadataEvent.FieldCreated;
import dev.flagledger.api.event.MetadataEvent.FieldDeleted;
import dev.flagledger.api.event.MetadataEvent.FieldDetached;
import dev.flagledger.api.metadata.Attachment;
import dev.flagledger.api.metadata.Attachment.Requirement;
import dev.flagledger.api.metadata.ContentType;
import dev.flagledger.api.metadata.FieldDefinition;
import dev.flagledger.api.metadata.MetadataCommand.AttachField;
import dev.flagledger.api.metadata.MetadataCommand.ChangeAttachment;
import dev.flagledger.api.metadata.MetadataCommand.ChangeField;
import dev.flagledger.api.metadata.MetadataCommand.CreateField;
import dev.flagledger.api.metadata.MetadataCommand.DeleteField;
import dev.flagledger.api.metadata.MetadataCommand.DetachField;
import dev.flagledger.api.metadata.MetadataCommand.Owner;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class MetadataFieldTest {

    private static final Owner ACME = new Owner(2, null);
    private static final FieldDefinition TICKET = new FieldDefinition("Ticket", FieldDefinition.Type.STR, null);
    private static final FieldDefinition LINK = new FieldDefinition("Ticket", FieldDefinition.Type.URL, null);
    private static final Attachment ON_FEATURES = new Attachment(81, ContentType.FEATURE, List.of());
    private static final Attachment ON_SEGMENTS = new Attachment(82, ContentType.SEGMENT, List.of());
    private static final FieldCreated CREATED = new FieldCreated(21, 2, null, TICKET);
    private static final FieldAttached ATTACHED = new FieldAttached(21, ON_FEATURES);

    private final FixtureConfiguration<MetadataField> fixture = new AggregateTestFixture<>(MetadataField.class);

    @Test
    void aFieldIsCreatedChangedAndDeleted() {
        fixture.givenNoPriorActivity().when(new CreateField(21, ACME, TICKET)).expectEvents(CREATED);
        fixture.given(CREATED)
                .when(new ChangeField(21, ACME, new Edit<>(TICKET, LINK)))
                .expectEvents(new FieldChanged(21, LINK));
        fixture.given(CREATED)
                .when(new ChangeField(21, ACME, new Edit<>(TICKET, TICKET)))
                .expectNoEvents();
        fixture.given(CREATED)
                .when(new DeleteField(21, ACME))
                .expectEvents(new FieldDeleted(21))
                .expectMarkedDeleted();
    }

    @Test
    void itIsAttachedToEachContentTypeOnce() {
        fixture.given(CREATED).when(new AttachField(21, ACME, ON_FEATURES)).expectEvents(ATTACHED);
        fixture.given(CREATED, ATTACHED)
                .when(new AttachField(21, ACME, ON_SEGMENTS))
                .expectEvents(new FieldAttached(21, ON_SEGMENTS));

        var unique = new Rejection.Invalid(Rule.FIELD_ATTACHMENT).toString();
        fixture.given(CREATED, ATTACHED)
                .when(new AttachField(21, ACME, new Attachment(83, ContentType.FEATURE, List.of())))
                .expectException(Rejected.class)
                .expectExceptionMessage(unique);
        fixture.given(CREATED, ATTACHED, new FieldAttached(21, ON_SEGMENTS))
                .when(new ChangeAttachment(
                        21, ACME, new Edit<>(ON_SEGMENTS, new Attachment(82, ContentType.FEATURE, List.of()))))
                .expectException(Rejected.class)
                .expectExceptionMessage(unique);
    }

    @Test
    void anAttachmentIsChangedAndRemoved() {
        var required = new Attachment(81, ContentType.FEATURE, List.of(new Requirement(ContentType.PROJECT, 7)));

        fixture.given(CREATED, ATTACHED)
                .when(new ChangeAttachment(21, ACME, new Edit<>(ON_FEATURES, required)))
                .expectEvents(new AttachmentChanged(21, required));
        fixture.given(CREATED, ATTACHED).when(new DetachField(21, ACME, 81)).expectEvents(new FieldDetached(21, 81));
        fixture.given(CREATED)
                .when(new DetachField(21, ACME, 81))
                .expectException(Rejected.class)
                .expectExceptionMessage(new Rejection.Missing("MetadataModelField").toString());
    }

    /** Permissions and names are checked for the parent that the command names, so it must be the actual one. */
    @Test
    void aCommandForAnotherOwnerIsRejected() {
        var other = new Owner(2, 7);
        for (var command : List.of(
                new ChangeField(21, other, new Edit<>(TICKET, LINK)),
                new AttachField(21, other, ON_SEGMENTS),
                new ChangeAttachment(21, other, new Edit<>(ON_FEATURES, ON_FEATURES)),
                new DetachField(21, other, 81),
                new DeleteField(21, other))) {
            fixture.given(CREATED, ATTACHED)
                    .when(command)
                    .expectException(Rejected.class)
                    .expectExceptionMessage(new Rejection.Missing("MetadataField").toString());
        }
    }
}
