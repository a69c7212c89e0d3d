package dev.flagledger.command.environment;

import dev.flagledger.api.environment.EnvironmentCommand.CreateEnvironment;
import dev.flagledger.api.flag.StateSeed;
import dev.flagledger.command.flag.Seeds;
import dev.flagledger.command.project.ProjectGate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Creates an environment together with a state for every feature of its project. */
@Component
class EnvironmentCreation {

    private final Repository<Environment> environments;
    private final ProjectGate gate;
    private final Seeds seeds;

    EnvironmentCreation(Repository<Environment> environments, ProjectGate gate, Seeds seeds) {
        this.environments = environments;
        this.gate = gate;
        this.seeds = seeds;
    }

    @CommandHandler
    void handle(CreateEnvironment command) throws Exception {
        var project = gate.enter(command.projectId());
        List<StateSeed> states = seeds.forEnvironment(project, command.environmentId());
        environments.newInstance(() -> Environment.create(command, states));
    }
}
