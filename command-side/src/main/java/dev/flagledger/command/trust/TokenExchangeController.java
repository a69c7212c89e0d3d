package dev.flagledger.command.trust;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.flagledger.access.trust.TrustRefused;
import dev.flagledger.access.trust.TrustTokens;
import dev.flagledger.access.trust.WorkloadTokens;
import dev.flagledger.api.trust.TrustCommand.IssueTrustToken;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.limit.MinuteLimit;
import dev.flagledger.contract.error.Unauthorized;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.http.AddressGroup;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The endpoint that gives tokens of this server to workloads that an organisation trusts. */
@RestController
class TokenExchangeController {

    private static final int MAX_TOKEN = 16_384;

    private final WorkloadTokens workloads;
    private final TrustTokens tokens;
    private final MinuteLimit limit;

    TokenExchangeController(WorkloadTokens workloads, TrustTokens tokens, TrustSettings settings) {
        this.workloads = workloads;
        this.tokens = tokens;
        this.limit = new MinuteLimit(settings.perMinute(), Ticker.systemTicker());
    }

    /** An issued token. */
    record TokenView(String accessToken, String tokenType, long expiresIn) {}

    @PostMapping("/api/v1/auth/oidc/token")
    ResponseEntity<Object> exchange(CommandContext context, Form form) {
        limit.admit(AddressGroup.of(context.attribution().address()));
        var shown = form.text("token", MAX_TOKEN);
        form.validate();
        try {
            var workload = workloads.verify(shown, context.installation());
            var trust = workload.trust();
            context.by(trust.actor())
                    .send(new IssueTrustToken(
                            trust.organisation().id(), trust.relationship().id(), workload.subject()));
            var lifetime = TrustTokens.LIFETIME.toSeconds();
            return ResponseEntity.ok(new TokenView(tokens.issue(workload), "Bearer", lifetime));
        } catch (TrustRefused e) {
            return Unauthorized.of(Map.of("detail", e.text()));
        }
    }
}
