package dev.flagledger.query.sdk.traits;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.SdkTexts;
import dev.flagledger.contract.form.BodyReader;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.ParsedBody;
import dev.flagledger.query.sdk.flags.ApplicationServlet;
import dev.flagledger.query.sdk.flags.EnvironmentKeyAuthenticator;
import dev.flagledger.query.sdk.flags.SdkRequest;
import dev.flagledger.query.sdk.identities.registry.IdentityRegistrar;
import dev.flagledger.query.sdk.identities.registry.SdkCaller;
import dev.flagledger.query.sdk.identities.request.TraitInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code PUT /api/v1/traits/bulk/}: sets and removes traits of identities. The request is validated as a whole first, and then written
 * one identity after another.
 */
final class BulkServlet extends ApplicationServlet {

    private final transient IdentityRegistrar registrar;
    private final transient BodyReader bodies;

    BulkServlet(EnvironmentKeyAuthenticator authenticator, IdentityRegistrar registrar, BodyReader bodies) {
        super(authenticator);
        this.registrar = registrar;
        this.bodies = bodies;
    }

    @Override
    protected String methods(HttpServletRequest request) {
        return "PUT, OPTIONS";
    }

    @Override
    protected void answer(SdkRequest sdk, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var forms =
                bodies.read(request).onlyForms().orElseThrow(() -> InvalidInput.detail(SdkTexts.INVALID_BULK_REQUEST));
        var set = read(
                forms.stream().filter(form -> !TraitOfIdentity.isNone(form)).toList());
        var removed = read(forms.stream().filter(TraitOfIdentity::isNone).toList());
        if (!sdk.maySetTraits()) {
            throw InvalidInput.detail(SdkTexts.CLIENT_SETS_TRAITS_IN_BULK);
        }
        var caller = new SdkCaller(sdk, request);
        byIdentity(removed, set).forEach((identifier, traits) -> keep(caller, identifier, traits));
        setPosition(response);
        send(response, set.stream().map(TraitOfIdentity::view).toList());
    }

    private static List<TraitOfIdentity> read(List<Form> forms) {
        var reported = forms.stream()
                .map(form -> TraitOfIdentity.isNone(form) ? TraitOfIdentity.readAny(form) : TraitOfIdentity.read(form))
                .toList();
        ParsedBody.validate(forms);
        return reported;
    }

    /** Removals come first; of several values for one key, the last one counts. */
    private static Map<String, List<TraitInput>> byIdentity(List<TraitOfIdentity> removed, List<TraitOfIdentity> set) {
        Map<String, Map<String, TraitInput>> byKey = new LinkedHashMap<>();
        for (var traits : List.of(removed, set)) {
            for (var reported : traits) {
                byKey.computeIfAbsent(reported.identifier(), _ -> new LinkedHashMap<>())
                        .put(reported.trait().key(), reported.trait());
            }
        }
        Map<String, List<TraitInput>> byIdentity = new LinkedHashMap<>();
        byKey.forEach((identifier, traits) -> byIdentity.put(identifier, List.copyOf(traits.values())));
        return byIdentity;
    }

    /** The removal of a trait does not create an identity. */
    private void keep(SdkCaller caller, String identifier, List<TraitInput> traits) {
        if (!traits.stream().allMatch(TraitInput::isNone) || registrar.knows(caller, identifier)) {
            registrar.record(caller, identifier, traits);
        }
    }
}
