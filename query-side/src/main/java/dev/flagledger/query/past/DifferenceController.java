package dev.flagledger.query.past;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.past.AsOf;
import dev.flagledger.access.past.PastState;
import dev.flagledger.access.past.PastStates;
import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.difference.DifferenceView;
import dev.flagledger.engine.change.Differences;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Compares two states of an environment. */
@RestController
class DifferenceController {

    private static final int MAX_LENGTH = 100;

    private final PastStates states;

    DifferenceController(PastStates states) {
        this.states = states;
    }

    @GetMapping("/api/v1/environments/{apiKey}/difference")
    DifferencesView difference(AccessContext access, @PathVariable String apiKey, Form query) {
        var environment = access.environment(apiKey, Permission.VIEW_ENVIRONMENT);
        var from = query.text("from", MAX_LENGTH);
        var to = query.has("to") ? query.text("to", MAX_LENGTH) : null;
        query.validate();
        var before = states.of(environment.projectId(), AsOf.parse("from", from));
        var after = to == null ? states.current() : states.of(environment.projectId(), AsOf.parse("to", to));
        return new DifferencesView(
                before.position(),
                after.position(),
                DifferenceView.of(Differences.between(
                        project(before, environment), project(after, environment), List.of(environment.id()))));
    }

    private static Project project(PastState state, Environment environment) {
        Installation installation = state.installation();
        found(installation.environment(environment.id()), "Environment");
        return found(installation.project(environment.projectId()), "Project");
    }
}
