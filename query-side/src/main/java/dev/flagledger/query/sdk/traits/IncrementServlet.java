package dev.flagledger.query.sdk.traits;

import dev.flagledger.contract.form.BodyReader;
import dev.flagledger.contract.view.identity.IncrementedTraitView;
import dev.flagledger.query.sdk.flags.ApplicationServlet;
import dev.flagledger.query.sdk.flags.EnvironmentKeyAuthenticator;
import dev.flagledger.query.sdk.flags.SdkRequest;
import dev.flagledger.query.sdk.identities.registry.IdentityRegistrar;
import dev.flagledger.query.sdk.identities.registry.SdkCaller;
import dev.flagledger.query.sdk.identities.request.IdentityRequest;
import dev.flagledger.query.sdk.identities.request.TraitForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code POST /api/v1/traits/increment-value/}: adds to a numeric trait. */
final class IncrementServlet extends ApplicationServlet {

    private final transient IdentityRegistrar registrar;
    private final transient BodyReader bodies;

    IncrementServlet(EnvironmentKeyAuthenticator authenticator, IdentityRegistrar registrar, BodyReader bodies) {
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
        var key = TraitForm.key(form);
        int by = form.integer("increment_by");
        var identifier = form.text("identifier", IdentityRequest.MAX_IDENTIFIER);
        form.validate();
        sdk.requireTraits();
        int value = registrar.increment(new SdkCaller(sdk, request), identifier, key, by);
        setPosition(response);
        send(response, new IncrementedTraitView(key, value, identifier));
    }
}
