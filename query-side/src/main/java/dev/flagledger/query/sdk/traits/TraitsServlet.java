package dev.flagledger.query.sdk.traits;

import dev.flagledger.contract.form.BodyReader;
import dev.flagledger.query.sdk.flags.ApplicationServlet;
import dev.flagledger.query.sdk.flags.EnvironmentKeyAuthenticator;
import dev.flagledger.query.sdk.flags.SdkRequest;
import dev.flagledger.query.sdk.identities.registry.IdentityRegistrar;
import dev.flagledger.query.sdk.identities.registry.SdkCaller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** {@code POST /api/v1/traits/}: sets one trait of one identity. */
final class TraitsServlet extends ApplicationServlet {

    private final transient IdentityRegistrar registrar;
    private final transient BodyReader bodies;

    TraitsServlet(EnvironmentKeyAuthenticator authenticator, IdentityRegistrar registrar, BodyReader bodies) {
        super(authenticator);
        this.registrar = registrar;
        this.bodies = bodies;
    }

    @Override
    protected String methods(HttpServletRequest request) {
        return "POST, OPTIONS";
    }

    @Override
    protected void answer(SdkRequest sdk, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var form = bodies.read(request).form();
        var reported = TraitOfIdentity.read(form);
        form.validate();
        sdk.requireTraits();
        registrar.record(new SdkCaller(sdk, request), reported.identifier(), List.of(reported.trait()));
        setPosition(response);
        send(response, reported.view());
    }
}
