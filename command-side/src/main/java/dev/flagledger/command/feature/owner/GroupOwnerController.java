package dev.flagledger.command.feature.owner;

import dev.flagledger.api.feature.FeatureCommand.AddGroupOwners;
import dev.flagledger.api.feature.FeatureCommand.RemoveGroupOwners;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.project.FeatureTexts;
import dev.flagledger.contract.form.Fields;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.feature.OwnedFeatureView;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that add and remove groups as owners of a feature. */
@RestController
@RequestMapping("/api/v1/projects/{projectId}/features/{featureId}")
class GroupOwnerController {

    @PostMapping("/add-group-owners")
    OwnedFeatureView add(CommandContext context, @PathVariable int projectId, @PathVariable int featureId, Form form) {
        OwnerController.project(context, projectId, featureId);
        var groups = groups(form);
        if (!PossibleOwners.groups(context.installation(), projectId).containsAll(groups)) {
            throw InvalidInput.list(FeatureTexts.NO_SUCH_GROUP);
        }
        context.send(new AddGroupOwners(featureId, projectId, groups));
        return OwnerController.view(context, projectId, featureId);
    }

    /** Ids of groups that are not there are ignored. */
    @PostMapping("/remove-group-owners")
    OwnedFeatureView remove(
            CommandContext context, @PathVariable int projectId, @PathVariable int featureId, Form form) {
        var project = OwnerController.project(context, projectId, featureId);
        context.send(new RemoveGroupOwners(
                featureId, projectId, groups(form), project.settings().enforceFeatureOwners()));
        return OwnerController.view(context, projectId, featureId);
    }

    private static List<Integer> groups(Form form) {
        var groups = Fields.integers(form, "group_ids");
        form.validate();
        return groups.stream().distinct().toList();
    }
}
