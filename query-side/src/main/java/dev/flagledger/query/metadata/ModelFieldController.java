package dev.flagledger.query.metadata;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.metadata.ContentType;
import dev.flagledger.contract.error.text.QueryTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.project.ContentTypeView;
import dev.flagledger.contract.view.project.ModelFieldView;
import dev.flagledger.engine.state.metadata.MetadataField;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the attachments of an organisation's custom fields, and the content types that support them. */
@RestController
@RequestMapping("/api/v1/organisations/{organisationId}/metadata-model-fields")
class ModelFieldController {

    private static final Set<String> WITH_REQUIREMENTS = Set.of("environment", "feature", "segment");
    private static final Map<String, String> UNKNOWN_MODEL = Map.of("message", QueryTexts.NO_SUPPORTED_MODELS);

    @GetMapping
    Page<ModelFieldView> list(
            AccessContext access, @PathVariable int organisationId, Form query, HttpServletRequest request) {
        access.organisation(organisationId, Permission.VIEW_ORGANISATION);
        var type = query.integerOrNull("content_type", null);
        query.validate();
        var attached = all(access, organisationId)
                .filter(field -> type == null || field.contentType() == type)
                .sorted(Comparator.comparingInt(ModelFieldView::id))
                .toList();
        return PageRequest.fixed(request).of(attached);
    }

    @GetMapping("/{id}")
    ModelFieldView retrieve(AccessContext access, @PathVariable int organisationId, @PathVariable int id) {
        access.organisation(organisationId, Permission.VIEW_ORGANISATION);
        var attached = all(access, organisationId).filter(field -> field.id() == id);
        return found(attached.findAny(), "MetadataModelField");
    }

    @GetMapping("/supported-content-types")
    List<ContentTypeView> contentTypes(AccessContext access, @PathVariable int organisationId) {
        access.organisation(organisationId, Permission.VIEW_ORGANISATION);
        return Arrays.stream(ContentType.values()).map(ContentTypeView::of).toList();
    }

    /** The content types in which a field of the content type can be required. */
    @GetMapping("/supported-required-for-models")
    ResponseEntity<Object> places(AccessContext access, @PathVariable int organisationId, Form query) {
        access.organisation(organisationId, Permission.VIEW_ORGANISATION);
        var model = query.text("model_name", Integer.MAX_VALUE);
        query.validate();
        return WITH_REQUIREMENTS.contains(model)
                ? ResponseEntity.ok(Stream.of(ContentType.ORGANISATION, ContentType.PROJECT)
                        .map(ContentTypeView::of)
                        .toList())
                : ResponseEntity.status(HttpStatus.NOT_FOUND).body(UNKNOWN_MODEL);
    }

    private static Stream<ModelFieldView> all(AccessContext access, int organisationId) {
        return access.installation().metadata().in(organisationId).flatMap(ModelFieldController::attached);
    }

    private static Stream<ModelFieldView> attached(MetadataField field) {
        return field.attachments().values().stream().map(attachment -> ModelFieldView.of(field, attachment));
    }
}
