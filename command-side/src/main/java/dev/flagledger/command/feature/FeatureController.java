package dev.flagledger.command.feature;

import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.feature.FeatureCommand.ChangeFeature;
import dev.flagledger.engine.access.Sight;
import dev.flagledger.engine.state.Feature;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.view.FeatureView;
import dev.flagledger.platform.command.Commands;
import dev.flagledger.platform.command.Ids;
import dev.flagledger.platform.fold.LiveFold;
import dev.flagledger.platform.http.Form;
import dev.flagledger.platform.log.Attribution;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Creating features and changing their details. */
@RestController
@RequestMapping("/api/v1/projects/{projectId}/features")
class FeatureController {

    private final Commands commands;
    private final Ids ids;
    private final LiveFold<Installation> fold;

    FeatureController(Commands commands, Ids ids, LiveFold<Installation> fold) {
        this.commands = commands;
        this.ids = ids;
        this.fold = fold;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    FeatureView create(Attribution caller, @PathVariable int projectId, Form form) {
        var project = new Sight(fold.state(), caller.actor()).project(projectId, Permission.CREATE_FEATURE);
        var wanted = FeatureForm.create(form, project, caller.actor());
        form.validate();
        int id = ids.next(Ids.Kind.FEATURE);
        commands.send(wanted.command(id, projectId), caller);
        return view(projectId, id);
    }

    /** Of a feature, nothing is required to change it; so putting and patching are the same. */
    @PutMapping("/{featureId}")
    FeatureView replace(Attribution caller, @PathVariable int projectId, @PathVariable int featureId, Form form) {
        return change(caller, projectId, featureId, form);
    }

    @PatchMapping("/{featureId}")
    FeatureView change(Attribution caller, @PathVariable int projectId, @PathVariable int featureId, Form form) {
        var project = new Sight(fold.state(), caller.actor()).project(projectId, Permission.CREATE_FEATURE);
        Feature now = Sight.found(Optional.ofNullable(project.features().get(featureId)), "Feature");
        var details = FeatureForm.details(form, now.details());
        form.validate();
        commands.send(new ChangeFeature(featureId, projectId, new Edit<>(now.details(), details), null), caller);
        return view(projectId, featureId);
    }

    private FeatureView view(int projectId, int featureId) {
        var installation = fold.state();
        var feature = installation.project(projectId).orElseThrow().feature(featureId);
        return FeatureView.of(installation, feature, null);
    }
}
