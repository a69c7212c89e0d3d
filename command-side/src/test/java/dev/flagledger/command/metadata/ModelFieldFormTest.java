package dev.flagledger.command.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.metadata.Attachment;
import dev.flagledger.api.metadata.Attachment.Requirement;
import dev.flagledger.api.metadata.ContentType;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.metadata.MetadataField;
import dev.flagledger.testing.Forms;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFieldFormTest {

    private static final int FIELD = 20;
    private static final Attachment NOW = new Attachment(
            120, ContentType.FEATURE, List.of(new Requirement(ContentType.ORGANISATION, Shop.ORGANISATION)));

    private final History shop = CustomFields.ofTheShop();
    private final MetadataField field = shop.state().metadata().field(FIELD).orElseThrow();

    @Test
    void whatIsAttachedIsOfThatOrganisation() {
        var form = Forms.of("{'field': 20}");
        assertThat(ModelFieldForm.field(form, shop.state(), Shop.ORGANISATION)).isEqualTo(FIELD);
        assertThat(Forms.problems(form)).isEqualTo("{}");

        assertThat(ModelFieldForm.field(form, shop.state(), CustomFields.OTHER_ORGANISATION))
                .isZero();
        assertThat(Forms.problems(form)).isEqualTo("{field=[Invalid pk \"20\" - object does not exist.]}");
    }

    @Test
    void aNewAttachmentIsRequiredNowhereUnlessItSaysWhere() {
        assertThat(ModelFieldForm.create(Forms.of("{'content_type': 22}"), shop.state(), field))
                .isEqualTo(new Attachment(0, ContentType.SEGMENT, List.of()));
        var places = "'is_required_for': [{'content_type': 11, 'object_id': 3}, {'content_type': 12, 'object_id': 4}]";
        assertThat(ModelFieldForm.create(Forms.of("{'content_type': 20, " + places + "}"), shop.state(), field))
                .isEqualTo(new Attachment(
                        0,
                        ContentType.ENVIRONMENT,
                        List.of(
                                new Requirement(ContentType.ORGANISATION, Shop.ORGANISATION),
                                new Requirement(ContentType.PROJECT, Shop.PROJECT))));
    }

    @Test
    void omittedFieldsKeepTheirValues() {
        assertThat(change("{}")).isEqualTo(NOW);
        assertThat(change("{'field': 20, 'content_type': 22, 'is_required_for': []}"))
                .isEqualTo(new Attachment(120, ContentType.SEGMENT, List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {'field': 21}                                                 ; {field=[Cannot change the field of a model field]}
            {'content_type': 7}                                           ; {content_type=[Invalid pk "7" - object does not exist.]}
            {'is_required_for': [{'content_type': 12}]}                   ; {is_required_for=[{object_id=[This field is required.]}]}
            {'is_required_for': [{'content_type': 11, 'object_id': 50}]}  ; {non_field_errors=[The requirement organisation does not match the field organisation]}
            {'is_required_for': [{'content_type': 12, 'object_id': 51}]}  ; {non_field_errors=[The requirement organisation does not match the field organisation]}
            {'is_required_for': [{'content_type': 12, 'object_id': 99}]}  ; {non_field_errors=[The requirement organisation does not match the field organisation]}
            {'is_required_for': [{'content_type': 21, 'object_id': 7}]}   ; {non_field_errors=[The requirement content type must be project or organisation]}
            """)
    void anAttachmentStaysWithItsFieldAndInItsOrganisation(String sent, String problems) {
        assertThat(Forms.problems(() -> change(sent))).isEqualTo(problems);
    }

    @Test
    void aReplacementNeedsWhatANewOneNeeds() {
        assertThat(Forms.problems(() -> ModelFieldForm.replace(Forms.of("{}"), shop.state(), field, NOW)))
                .isEqualTo("{field=[This field is required.], content_type=[This field is required.]}");
    }

    private Attachment change(String sent) {
        return ModelFieldForm.change(Forms.of(sent), shop.state(), field, NOW);
    }
}
