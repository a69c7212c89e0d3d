package dev.flagledger.query.sdk.identities.request;

import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.NestedForms;
import dev.flagledger.query.sdk.flags.SdkRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request for the flags of an identity.
 *
 * @param identifier null to have one generated
 * @param isTransient whether nothing of it is to be recorded
 * @param traits traits with different keys
 */
public record IdentityRequest(@Nullable String identifier, boolean isTransient, List<TraitInput> traits) {

    /** The maximum length of an identifier, in characters. */
    public static final int MAX_IDENTIFIER = 2000;

    private static final String IDENTIFIER = "identifier";
    private static final String TRAITS = "traits";

    /** Reads the body of a request. Of several traits with the same key, the last one counts. */
    public static IdentityRequest read(Form form) {
        var identifier = form.textOrNull(IDENTIFIER, MAX_IDENTIFIER, null);
        boolean isTransient = Boolean.TRUE.equals(form.boolOrNull("transient", false));
        var items = form.raw(TRAITS).isNull()
                ? List.<Form>of()
                : NestedForms.list(form, TRAITS).orElse(List.of());
        Map<String, TraitInput> traits = new LinkedHashMap<>();
        items.stream().map(TraitForm::read).forEach(trait -> traits.put(trait.key(), trait));
        form.validate();
        var named = identifier == null || identifier.isEmpty() ? null : identifier;
        return new IdentityRequest(named, isTransient, List.copyOf(traits.values()));
    }

    /** Returns the request as the application may make it: without traits if it may not report about identities. */
    public IdentityRequest permittedTo(SdkRequest sdk) {
        return sdk.maySetTraits() ? this : new IdentityRequest(identifier, isTransient, List.of());
    }

    /** Returns whether the identity or one of its traits is transient. */
    public boolean hasTransients() {
        return isTransient || traits.stream().anyMatch(TraitInput::isTransient);
    }
}
