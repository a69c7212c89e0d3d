package dev.flagledger.access.oauth.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessagesTest {

    /** The library's error names the parameter that is repeated. */
    private static final Map<String, List<String>> UNQUOTABLE = Map.of("\u00e9", List.of("1", "2"));

    @Test
    void whatTheLibraryCannotQuoteIsRefusedToo() {
        assertThatThrownBy(() -> AuthorizationRequest.parse(UNQUOTABLE)).isInstanceOf(IllegalArgumentException.class);

        var refused = catchThrowableOfType(
                OAuthRefused.class,
                () -> Messages.read(() -> AuthorizationRequest.parse(UNQUOTABLE), OAuth2Error.INVALID_REQUEST));

        assertThat(refused.code()).isEqualTo("invalid_request");
    }
}
