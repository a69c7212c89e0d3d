package dev.flagledger.query.metadata;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.metadata.ContentType;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.project.MetadataFieldView;
import dev.flagledger.engine.state.metadata.MetadataField;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads the custom fields of organisations and projects. */
@RestController
class FieldController {

    private static final List<String> ENTITIES = Stream.of(
                    ContentType.FEATURE, ContentType.SEGMENT, ContentType.ENVIRONMENT)
            .map(ContentType::model)
            .toList();

    /** The fields that apply to all projects of an organisation. */
    @GetMapping("/api/v1/metadata/fields")
    Page<MetadataFieldView> list(AccessContext access, Form query, HttpServletRequest request) {
        int organisation = query.integer("organisation");
        query.validate();
        access.organisation(organisation, Permission.VIEW_ORGANISATION);
        var fields = access.installation()
                .metadata()
                .in(organisation)
                .filter(field -> field.owner().projectId() == null)
                .toList();
        return PageRequest.sized(request).of(fields).map(MetadataFieldView::of);
    }

    @GetMapping("/api/v1/metadata/fields/{id}")
    MetadataFieldView retrieve(AccessContext access, @PathVariable int id) {
        var field = found(access.installation().metadata().field(id), "MetadataField");
        access.organisation(field.owner().organisationId(), Permission.VIEW_ORGANISATION);
        return MetadataFieldView.of(field);
    }

    /** The fields of a project: its own, and those of its organisation that none of its own replaces. */
    @GetMapping("/api/v1/projects/{projectId}/metadata/fields")
    Page<MetadataFieldView> list(
            AccessContext access, @PathVariable int projectId, Form query, HttpServletRequest request) {
        var project = access.project(projectId, Permission.VIEW_PROJECT);
        boolean all = query.bool("include_organisation", false);
        var entity = query.choiceOrNull("entity", ENTITIES, null);
        query.validate();
        var fields = access.installation().metadata().of(project).values().stream()
                .filter(field -> all || field.owner().projectId() != null)
                .filter(field -> entity == null || isFor(field, entity))
                .sorted(Comparator.comparingInt(MetadataField::id))
                .toList();
        return PageRequest.sized(request).of(fields).map(MetadataFieldView::of);
    }

    private static boolean isFor(MetadataField field, String entity) {
        return field.attachedTo(ContentType.valueOf(entity.toUpperCase(Locale.ROOT)))
                .isPresent();
    }
}
