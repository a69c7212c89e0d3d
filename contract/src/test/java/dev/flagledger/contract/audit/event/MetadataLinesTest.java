package dev.flagledger.contract.audit.event;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.flagledger.contract.audit.line.AuditLine.Place;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.Shop;
import dev.flagledger.testing.Lines;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetadataLinesTest {

    private static final FieldDefinition TICKET = new FieldDefinition("Ticket", FieldDefinition.Type.STR, null);

    @Test
    void aCustomFieldHasLinesForItsWholeLife() {
        var history = Shop.open().then(new FieldCreated(21, Shop.ORGANISATION, Shop.PROJECT, TICKET));
        assertThat(Lines.line(history).log()).isEqualTo("New Custom field created: Ticket");
        assertThat(Lines.line(history).place()).isEqualTo(new Place(Shop.ORGANISATION, Shop.PROJECT, null));

        history.then(new FieldChanged(21, new FieldDefinition("Link", FieldDefinition.Type.URL, null)));
        assertThat(Lines.line(history).log()).isEqualTo("Custom field updated: Link");
        assertThat(Lines.line(history).changes())
                .containsExactly(new FieldChange("name", "Ticket", "Link"), new FieldChange("type", "str", "url"));

        assertThat(Lines.logs(history.then(new FieldDeleted(21)))).containsExactly("Custom field deleted: Link");
    }

    @Test
    void attachmentsAreFieldsOfTheCustomField() {
        var history = Shop.open()
                .then(
                        new FieldCreated(21, Shop.ORGANISATION, null, TICKET),
                        new FieldAttached(21, new Attachment(81, ContentType.FEATURE, List.of())));
        assertThat(Lines.line(history).changes()).containsExactly(new FieldChange("content_type", null, "feature"));

        var required = List.of(new Requirement(ContentType.PROJECT, Shop.PROJECT));
        history.then(new AttachmentChanged(21, new Attachment(81, ContentType.FEATURE, required)));
        assertThat(Lines.line(history).changes())
                .containsExactly(new FieldChange(
                        "is_required_for", List.of(), List.of(Map.of("content_type", 12, "object_id", Shop.PROJECT))));

        assertThat(Lines.line(history.then(new FieldDetached(21, 81))).changes())
                .contains(new FieldChange("content_type", "feature", null));
    }
}
