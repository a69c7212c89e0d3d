package dev.flagledger.engine.state.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.MetadataEvent.AttachmentChanged;
import dev.flagledger.api.event.MetadataEvent.FieldAttached;
import dev.flagledger.api.event.MetadataEvent.FieldChanged;
import dev.flagledger.api.event.MetadataEvent.FieldCreated;
import dev.flagledger.api.event.MetadataEvent.FieldDeleted;
import dev.flagledger.api.event.MetadataEvent.FieldDetached;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.metadata.Attachment;
import dev.flagledger.api.metadata.Attachment.Requirement;
import dev.flagledger.api.metadata.ContentType;
import dev.flagledger.api.metadata.FieldDefinition;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MetadataFieldsTest {

    private static final int TICKET = 21;
    private static final int OTHER = 50;

    private final History history = Shop.open().then(created(TICKET, "Ticket", null));

    @Test
    void aFieldIsRenamed() {
        var link = new FieldDefinition("Link", FieldDefinition.Type.URL, "Where it is discussed");
        history.then(new FieldAttached(TICKET, on(81, ContentType.FEATURE)), new FieldChanged(TICKET, link));

        var field = fields().field(TICKET).orElseThrow();
        assertThat(field.definition()).isEqualTo(link);
        assertThat(field.attachments()).containsOnlyKeys(81);
    }

    @Test
    void aFieldIsFoundByItsAttachment() {
        history.then(
                new FieldAttached(TICKET, on(81, ContentType.FEATURE)),
                new AttachmentChanged(TICKET, on(81, ContentType.SEGMENT)));

        assertThat(fields().attached(81).map(MetadataField::id)).contains(TICKET);
        assertThat(field().attachedTo(ContentType.SEGMENT)).contains(on(81, ContentType.SEGMENT));
        assertThat(field().attachedTo(ContentType.FEATURE)).isEmpty();

        history.then(new FieldDetached(TICKET, 81));
        assertThat(fields().attached(81)).isEmpty();
        assertThat(field().attachments()).isEmpty();
    }

    @Test
    void deletingAFieldDeletesItsAttachments() {
        history.then(new FieldAttached(TICKET, on(81, ContentType.FEATURE)), new FieldDeleted(TICKET));

        assertThat(fields().field(TICKET)).isEmpty();
        assertThat(fields().attached(81)).isEmpty();
        assertThat(fields().in(Shop.ORGANISATION)).isEmpty();
    }

    @Test
    void aProjectsFieldHidesThatOfItsOrganisation() {
        history.then(created(22, "Ticket", Shop.PROJECT), created(23, "Team", null), created(24, "Ticket", 99));

        assertThat(fields().of(shop()).values()).extracting(MetadataField::id).containsExactlyInAnyOrder(22, 23);
        assertThat(fields().in(Shop.ORGANISATION)).extracting(MetadataField::id).containsExactly(TICKET, 22, 23, 24);
    }

    @Test
    void fieldsBelongToOneOrganisation() {
        history.then(
                new OrganisationCreated(OTHER, Shop.id(OTHER), new OrganisationSettings("Other", null, false, false)),
                new ProjectCreated(51, Shop.id(51), OTHER, Shop.project(false)));

        assertThat(fields().of(history.state().project(51).orElseThrow())).isEmpty();
        assertThat(field().isFor(shop())).isTrue();
    }

    @Test
    void requirementsApplyToTheProjectOrItsOrganisation() {
        history.then(
                created(30, "In the project", null),
                required(30, 90, ContentType.FEATURE, new Requirement(ContentType.PROJECT, Shop.PROJECT)),
                created(29, "In the organisation", null),
                required(29, 89, ContentType.FEATURE, new Requirement(ContentType.ORGANISATION, Shop.ORGANISATION)),
                created(31, "Elsewhere", null),
                required(
                        31,
                        91,
                        ContentType.FEATURE,
                        new Requirement(ContentType.PROJECT, 99),
                        new Requirement(ContentType.ORGANISATION, 99),
                        new Requirement(ContentType.ENVIRONMENT, Shop.PROJECT)),
                created(32, "Of segments", null),
                required(32, 92, ContentType.SEGMENT, new Requirement(ContentType.PROJECT, Shop.PROJECT)));

        assertThat(fields().required(shop(), ContentType.FEATURE))
                .extracting(MetadataField::id)
                .containsExactly(29, 30);
        assertThat(fields().required(shop(), ContentType.SEGMENT))
                .extracting(MetadataField::id)
                .containsExactly(32);
        assertThat(fields().required(shop(), ContentType.ENVIRONMENT)).isEmpty();
    }

    /** A field of the organisation is hidden by the project's field of the same name, with its requirements. */
    @Test
    void hiddenFieldsAreNotRequired() {
        history.then(
                required(TICKET, 81, ContentType.FEATURE, new Requirement(ContentType.PROJECT, Shop.PROJECT)),
                created(22, "Ticket", Shop.PROJECT));

        assertThat(fields().required(shop(), ContentType.FEATURE)).isEmpty();
    }

    static Stream<LedgerEvent> eventsAboutWhatNeverWas() {
        return Stream.of(
                new FieldChanged(99, new FieldDefinition("X", FieldDefinition.Type.STR, null)),
                new FieldAttached(99, on(81, ContentType.FEATURE)),
                new AttachmentChanged(99, on(81, ContentType.FEATURE)),
                new FieldDetached(99, 81),
                new FieldDeleted(99));
    }

    @ParameterizedTest
    @MethodSource("eventsAboutWhatNeverWas")
    void anUnknownFieldStopsTheFold(LedgerEvent event) {
        assertThatThrownBy(() -> history.then(event))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("custom field 99");
    }

    private MetadataFields fields() {
        return history.state().metadata();
    }

    private MetadataField field() {
        return fields().field(TICKET).orElseThrow();
    }

    private Project shop() {
        return history.state().project(Shop.PROJECT).orElseThrow();
    }

    private static LedgerEvent created(int id, String name, @Nullable Integer project) {
        return new FieldCreated(
                id, Shop.ORGANISATION, project, new FieldDefinition(name, FieldDefinition.Type.STR, null));
    }

    private static LedgerEvent required(int field, int attachment, ContentType type, Requirement... places) {
        return new FieldAttached(field, new Attachment(attachment, type, List.of(places)));
    }

    private static Attachment on(int id, ContentType type) {
        return new Attachment(id, type, List.of());
    }
}
