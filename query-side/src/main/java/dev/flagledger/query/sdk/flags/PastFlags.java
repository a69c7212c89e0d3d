package dev.flagledger.query.sdk.flags;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.past.AsOf;
import dev.flagledger.access.past.PastStates;
import dev.flagledger.contract.view.flag.Audience;
import dev.flagledger.installation.web.Positions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Answers applications from an earlier state of their environment if the query has {@code as_of}. */
@Component
public final class PastFlags {

    private final PastStates states;

    PastFlags(PastStates states) {
        this.states = states;
    }

    /**
     * Returns the request with the state that it asks for, and adds the header with its position; the same request if it
     * asks for the current one. Client keys, which anybody may read, are refused.
     */
    public SdkRequest shown(SdkRequest sdk, HttpServletRequest request, HttpServletResponse response) {
        var text = request.getParameter(AsOf.PARAMETER);
        if (text == null) {
            return sdk;
        }
        if (sdk.audience() == Audience.CLIENT) {
            throw EnvironmentKeyAuthenticator.missingKey();
        }
        var state = states.of(sdk.project().id(), AsOf.parse(AsOf.PARAMETER, text));
        var environment =
                found(state.installation().environment(sdk.environment().id()), "Environment");
        var project = found(state.installation().project(sdk.project().id()), "Project");
        response.setHeader(Positions.HEADER, Long.toString(state.position()));
        return new SdkRequest(state.installation(), project, environment, sdk.audience(), state.at());
    }
}
