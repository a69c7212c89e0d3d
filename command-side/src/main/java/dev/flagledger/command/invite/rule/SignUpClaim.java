package dev.flagledger.command.invite.rule;

import dev.flagledger.api.user.SignUpType;
import dev.flagledger.contract.form.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who wants an account says about their invitation.
 *
 * @param hash of an invite link; null for none
 */
public record SignUpClaim(SignUpType type, @Nullable String hash) {

    /** They say nothing. */
    public static final SignUpClaim NONE = new SignUpClaim(SignUpType.NO_INVITE, null);

    private static final int MAX_HASH = 100;
    private static final List<String> TYPES =
            Arrays.stream(SignUpType.values()).map(Enum::name).toList();

    /** Reads the fields of the contract, of which both may be missing. To be called before the form is validated. */
    public static SignUpClaim of(Form form) {
        var type = form.choiceOrNull("sign_up_type", TYPES, null);
        var hash = form.textOrNull("invite_hash", MAX_HASH, null);
        return new SignUpClaim(
                Optional.ofNullable(type)
                        .filter(TYPES::contains)
                        .map(SignUpType::valueOf)
                        .orElse(SignUpType.NO_INVITE),
                hash);
    }
}
