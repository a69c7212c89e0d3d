package dev.flagledger.webhook.sending;

import dev.flagledger.webhook.payload.Signature;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.net.URIAuthority;
import org.springframework.web.util.UriUtils;

/**
 * One attempt to tell one receiver.
 *
 * @param id by which the receiver knows a repeated message
 * @param url where to, as it was saved
 * @param secret signs the body, unless it is empty
 * @param body sent as it is
 * @param at the time of this attempt
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Message(String id, String url, String secret, byte[] body, Instant at) {

    /**
     * The request to send.
     *
     * @throws IllegalArgumentException when the URL cannot be read
     */
    HttpPost toRequest() {
        var post = new HttpPost(URI.create(url));
        post.setEntity(new ByteArrayEntity(body, ContentType.create("application/json")));
        post.setHeader("webhook-id", id);
        post.setHeader("webhook-timestamp", at.getEpochSecond());
        if (!secret.isEmpty()) {
            post.setHeader("X-Flagsmith-Signature", Signature.of(secret, body));
        }
        moveUserIntoHeader(post);
        return post;
    }

    /** {@code https://user:password@host/} means basic authentication, as it does to the clients that people come from. */
    private static void moveUserIntoHeader(HttpPost post) {
        var authority = post.getAuthority();
        if (authority != null && authority.getUserInfo() != null) {
            var user = UriUtils.decode(authority.getUserInfo(), StandardCharsets.UTF_8);
            var encoded = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
            post.setHeader("Authorization", "Basic " + encoded);
            post.setAuthority(new URIAuthority(authority.getHostName(), authority.getPort()));
        }
    }
}
